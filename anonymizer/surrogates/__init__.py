"""Surrogates: an invented value in place of each identifier, the same one wherever it stands."""

from anonymizer.surrogates.assign import Assigned, assign

__all__ = ["Assigned", "assign"]
