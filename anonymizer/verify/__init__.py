"""Verification: a second, independent look at finished files, by provenance. It never detects."""

from anonymizer.verify.check import verify
from anonymizer.verify.findings import Leak
from anonymizer.verify.needle import Needles, needles

__all__ = ["Leak", "Needles", "needles", "verify"]
