"""French and English: numbers, dates, units, typography, clinical terms, and the reports' words."""
