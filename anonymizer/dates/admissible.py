"""What binds the offset of a patient's dates: containment, order, today, the original days.

Days are counted as ordinals, months as 12 times the year and the month from 0.
"""

from bisect import bisect_left
from calendar import isleap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from anonymizer.dates.partial import PartialDate

_DAYS_A_MONTH = 30.4375
_DAYS_A_YEAR = 365.25
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Move:
    """Days for day dates, months for month dates, years for year dates."""

    days: int = field(repr=False)
    months: int = field(repr=False)
    years: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bonds:
    """The dates of a patient, each kind sorted and once, and which stands inside which."""

    days: tuple[int, ...] = field(repr=False)
    months: tuple[int, ...] = field(repr=False)
    years: tuple[int, ...] = field(repr=False)
    days_in_months: tuple[int, ...] = field(repr=False)  # first and last day in each month
    days_in_years: tuple[int, ...] = field(repr=False)  # first and last day in each year
    months_in_years: tuple[int, ...] = field(repr=False)
    beside_months: tuple[tuple[int, int, int], ...] = field(repr=False)  # day, month, side
    beside_years: tuple[tuple[int, int, int], ...] = field(repr=False)  # month, year, side
    days_beside_years: tuple[tuple[int, int, int], ...] = field(repr=False)  # day, year, side
    ties: tuple[tuple[PartialDate, PartialDate], ...] = field(repr=False)  # the years keep apart
    turning_months: bool = field(repr=False)  # a month stands without its year
    today: int = field(repr=False)
    year: int = field(repr=False)


def month_of(day: int) -> int:
    """Return the month in which an ordinal day lies."""
    when = date.fromordinal(day)
    return when.year * 12 + when.month - 1


def bonds(
    dates: Iterable[PartialDate],
    today: date,
    *,
    bare_months: bool = False,
    ties: tuple[tuple[PartialDate, PartialDate], ...] = (),
) -> Bonds:
    """Return what binds the offset of ``dates``; ``bare_months``: some month's year is not written.

    ``ties`` are pairs whose distance in years the text tells in words.
    Those without a year are taken to lie in the middle one of the years said, else in today's.
    """
    every = tuple(dates)
    known = sorted(d.year for d in every if d.year is not None)
    year = known[len(known) // 2] if known else today.year
    placed = tuple(in_year(d, year) for d in every)
    days = tuple(sorted({d.whole.toordinal() for d in placed if d.whole is not None}))
    months = tuple(
        sorted({d.year * 12 + d.month - 1 for d in placed if d.year and d.month and d.day is None})
    )
    years = tuple(sorted({d.year for d in placed if d.year and d.month is None}))
    month = {day: month_of(day) for day in days}
    return Bonds(
        days,
        months,
        years,
        _ends((month[day], day) for day in days if month[day] in set(months)),
        _ends((month[day] // 12, day) for day in days if month[day] // 12 in set(years)),
        _ends((m // 12, m) for m in months if m // 12 in set(years)),
        tuple(_beside(days, tuple(month.values()), months)),
        tuple(_beside(months, tuple(m // 12 for m in months), years)),
        tuple(_beside(days, tuple(m // 12 for m in month.values()), years)),
        ties,
        bare_months or any(d.year is None and d.day is None for d in every),
        today.toordinal(),
        year,
    )


def in_year(when: PartialDate, year: int) -> PartialDate:
    """Return a day or month without a year as one of ``year``, 29 February in a leap year near."""
    if when.year is not None:
        return when
    if when.month == 2 and when.day == 29:  # noqa: PLR2004 - 29 February
        year = next(y for y in range(year, year - 9, -1) if isleap(y))
    return PartialDate(year, when.month, when.day)


def _ends(pairs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    inside: dict[int, list[int]] = {}
    for wider, narrower in pairs:
        inside.setdefault(wider, []).append(narrower)
    return tuple(sorted(set(chain.from_iterable((min(n), max(n)) for n in inside.values()))))


def _beside(
    narrow: tuple[int, ...], within: tuple[int, ...], wide: tuple[int, ...]
) -> Iterator[tuple[int, int, int]]:
    """Yield for each wider date its nearest narrower neighbours: (narrower, wider, -1 or 1)."""
    for each in wide:
        before = bisect_left(within, each)
        after = bisect_left(within, each + 1)
        if before:
            yield narrow[before - 1], each, -1
        if after < len(narrow):
            yield narrow[after], each, 1


def moves(bound: Bonds, days: int) -> Iterator[Move]:
    """Yield the moves by ``days`` worth a look: months and years as containment forces them.

    Where nothing forces them they are the nearest whole months, never 0, and whole years.
    """
    by_months = {month_of(d + days) - month_of(d) for d in bound.days_in_months} - {0}
    for months in sorted(by_months) or [_default_months(days)]:
        by_years = {
            *(month_of(d + days) // 12 - month_of(d) // 12 for d in bound.days_in_years),
            *((m + months) // 12 - m // 12 for m in bound.months_in_years),
        }
        for years in sorted(by_years) or [round(days / _DAYS_A_YEAR)]:
            yield Move(days, months, years)


def _default_months(days: int) -> int:
    return round(days / _DAYS_A_MONTH) or (1 if days > 0 else -1)


def possible(bound: Bonds, days: int) -> bool:
    """Tell whether the calendar holds every date moved by ``days``."""
    ends = (
        *bound.days[:1],
        *bound.days[-1:],
        *(
            date(m // 12, m % 12 + 1, 1).toordinal()
            for m in (*bound.months[:1], *bound.months[-1:])
        ),
        *(date(y, 1, 1).toordinal() for y in (*bound.years[:1], *bound.years[-1:])),
    )
    spare = abs(days) + 366
    return all(spare < end < _LAST_DAY - spare for end in ends)


def misplaced(bound: Bonds, move: Move) -> int:
    """Return how many dates leave the month or year that mentions them."""
    days, months, years = move.days, move.months, move.years
    return (
        sum(month_of(d + days) != month_of(d) + months for d in bound.days_in_months)
        + sum(month_of(d + days) // 12 != month_of(d) // 12 + years for d in bound.days_in_years)
        + sum((m + months) // 12 != m // 12 + years for m in bound.months_in_years)
        + sum(_turns(a, move) != _turns(b, move) for a, b in bound.ties)
    )


def _turns(when: PartialDate, move: Move) -> int:
    """Return by how many years the year of a date changes."""
    year = when.year or 0
    if when.whole is not None:
        return month_of(when.whole.toordinal() + move.days) // 12 - year
    return (
        move.years
        if when.month is None
        else (year * 12 + when.month - 1 + move.months) // 12 - year
    )


def disordered(bound: Bonds, move: Move, *, strict: bool) -> bool:
    """Tell whether a date passes one of another precision; ``strict``: or moves into it."""
    reach = 0 if strict else 1
    return (
        any(
            (month_of(d + move.days) - m - move.months) * side <= -reach
            for d, m, side in bound.beside_months
        )
        or any(
            ((m + move.months) // 12 - y - move.years) * side <= -reach
            for m, y, side in bound.beside_years
        )
        or any(
            (month_of(d + move.days) // 12 - y - move.years) * side <= -reach
            for d, y, side in bound.days_beside_years
        )
    )


def telling(bound: Bonds, move: Move) -> bool:
    """Tell whether a moved date is an original day, an unchanged month or lies after today."""
    originals = set(bound.days)
    this_month = month_of(bound.today)
    return (
        (bound.turning_months and move.months % 12 == 0)
        or any(d + move.days in originals for d in bound.days)
        or any(d + move.days > bound.today >= d for d in bound.days)
        or any(m + move.months > this_month >= m for m in bound.months)
        or any(y + move.years > this_month // 12 >= y for y in bound.years)
    )


def keeps(bound: Bonds, move: Move, *, strict: bool) -> bool:
    """Tell whether a move is admissible."""
    return not (
        telling(bound, move) or misplaced(bound, move) or disordered(bound, move, strict=strict)
    )
