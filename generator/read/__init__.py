"""Read a case: a case file in YAML or JSON, or a narrative in French or English.

``files`` opens a user's file; everything beside it takes text.
"""
