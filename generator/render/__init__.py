"""From a report to the bytes of a publication."""
