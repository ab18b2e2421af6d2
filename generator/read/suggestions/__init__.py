"""Suggest facts that a narrative states plainly, each with the range it was read in."""
