"""Dates: read as written in French or English, shift, write back in their own form."""
