"""The case model: every field with its category, its vocabulary and its two languages."""
