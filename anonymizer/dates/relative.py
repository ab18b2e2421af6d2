"""Dates as distances to the index event, as journals ask for them."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang

Unit = Literal["day", "month", "year"]
_SIGNS: Final = MappingProxyType({"day": "J", "month": "M", "year": "A"})
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
FAR: Final = 3653  # days, ten years: beyond, a distance in days tells an age
_MINUS: Final = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a date is from the index event, in the unit of the coarser of the two."""

    number: int
    unit: Unit

    def bare(self, lang: Lang) -> str:
        """Return the distance alone: J14, M+2, A−1; Day 14, month 2, year −1."""
        number = f"{_MINUS}{-self.number}" if self.number < 0 else str(self.number)
        if lang is Lang.EN:
            return f"{'Day' if self.unit == 'day' else self.unit}{NO_BREAK}{number}"
        plus = "+" if self.number > 0 and self.unit != "day" else ""
        return f"{_SIGNS[self.unit]}{plus}{number}"


def distance(when: PartialDate, index: PartialDate) -> Distance:
    """Return how far ``when`` is from ``index``, no finer than the coarser of the two.

    Beyond ten years it is in years. A date without a year has no distance: ValueError.
    """
    if when.year is None or index.year is None:
        raise ValueError("date: without a year it has no distance")
    if when.whole is not None and index.whole is not None:
        days = (when.whole - index.whole).days
        return (
            Distance(days, "day") if abs(days) <= FAR else Distance(when.year - index.year, "year")
        )
    if when.month is not None and index.month is not None:
        return Distance((when.year - index.year) * 12 + when.month - index.month, "month")
    return Distance(when.year - index.year, "year")


def relative(when: PartialDate, index: PartialDate, lang: Lang) -> str:
    """Return ``when`` as its distance to the index event, as a table or a list shows it.

    Whole days give J0, J14, J−3 (Day 0, Day 14, Day −3); months « ≈ M+2 » (≈ month 2), never a
    day; years « ≈ A+1 » (≈ year 1). A date without a year has no distance: ValueError.

    >>> relative(PartialDate(2015, 1, 24), PartialDate(2015, 1, 10), Lang.FR)
    'J14'
    """
    far = distance(when, index)
    return far.bare(lang) if far.unit == "day" else f"≈{NO_BREAK}{far.bare(lang)}"
