"""Dates as distances to the index event, as journals ask for them."""

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang


def relative(when: PartialDate, index: PartialDate, lang: Lang) -> str:
    """Return ``when`` as its distance to the index event, no finer than the coarser of the two.

    Whole days give J0, J+14, J−3 (Day 0, Day 14, Day −3); months « ≈ M+2 » (≈ month 2), never a
    day; years « ≈ A+1 » (≈ year 1). A date without a year has no distance: ValueError.

    >>> relative(PartialDate(2015, 3), PartialDate(2015, 1, 10), Lang.FR)
    '≈ M+2'
    """
    if when.year is None or index.year is None:
        raise ValueError("date: without a year it has no distance")
    if when.whole is not None and index.whole is not None:
        return _told((when.whole - index.whole).days, "J", "Day", lang)
    if when.month is not None and index.month is not None:
        months = (when.year - index.year) * 12 + when.month - index.month
        return f"≈ {_told(months, 'M', 'month', lang)}"
    return f"≈ {_told(when.year - index.year, 'A', 'year', lang)}"


def _told(distance: int, fr: str, en: str, lang: Lang) -> str:
    number = f"−{-distance}" if distance < 0 else str(distance)
    if lang is Lang.EN:
        return f"{en} {number}"
    return f"{fr}+{number}" if distance > 0 else f"{fr}{number}"
