"""casepress: from one clinical case to publications that name nobody."""

__all__ = ["__version__"]

__version__ = "0.1.0"
