"""Generalise: a wider word in place of an identifier, and the grammar around it."""
