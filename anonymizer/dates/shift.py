"""One offset for all dates of a patient: chosen by the key among those that break nothing."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from anonymizer.dates.admissible import (
    Bonds,
    Move,
    bonds,
    in_year,
    keeps,
    misplaced,
    moves,
    possible,
    telling,
)
from anonymizer.dates.partial import PartialDate
from anonymizer.errors import ShiftError
from anonymizer.key import Key

ENOUGH: Final = 10  # admissible offsets from which the key chooses
_LEAST_WEEKS, _WEEKS, _WIDE_WEEKS = 4, 52, 104


class Warned(StrEnum):
    """What a user has to know about an offset."""

    WIDENED = "shift-up-to-104-weeks"
    SINGLE_DAYS = "shift-by-single-days"
    FEW = "shift-few-offsets"  # fewer than 10 were left to choose from
    BROKEN = "shift-breaks-containment"
    YEAR_KEPT = "shift-keeps-years"  # dates of a year alone stay as they are


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a patient, from a field or a passage.

    ``group`` says which dates share one written year (their years get written where the shift
    parts them, so it binds no offset); a birth date takes no part. A month whose year is not
    written moves by whole years only where nothing else is admissible: « en mai » would stand.
    ``tied`` dates keep their distance in years to the last one of their group that says its year:
    « de la même année ».
    """

    date: PartialDate = field(repr=False)
    group: Hashable = None
    birth: bool = False
    year_written: bool = field(default=True, repr=False)
    tied: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a patient's dates move: whole days, months for month dates, years for year dates.

    ``year`` is where a day and month without any year is taken to lie.
    """

    days: int = field(repr=False)
    months: int = field(repr=False)
    years: int = field(repr=False)
    year: int = field(default=2000, repr=False)
    warnings: tuple[Warned, ...] = ()

    @property
    def widened(self) -> bool:
        """Tell whether the usual 4-52 whole weeks did not do."""
        return Warned.WIDENED in self.warnings or Warned.SINGLE_DAYS in self.warnings


def choose(
    dates: Iterable[Dated], key: Key, patient: str, today: date, days: int | None = None
) -> Shift:
    """Return the offset of a patient: of the admissible ones that with the lowest keyed number.

    Admissible keeps every day in the month and year that mention it, every month in its year,
    the order of dates, moves no day onto an original day and no date past ``today`` that was not
    past it. Fewer than 10 such offsets in 4-52 whole weeks either way: up to 104 weeks, then
    single days, with a warning. Given ``days`` are obeyed; what they break is warned of.

    Raises ShiftError for 0 given days, and where the calendar does not hold the dates moved.
    Source: Hripcsak et al. 2016, doi:10.1093/jamia/ocw001.
    """
    moving = tuple(d for d in dates if not d.birth)
    bare = any(not d.year_written and d.date.day is None for d in moving)
    bound = bonds((d.date for d in moving), today, bare_months=bare, ties=tuple(_ties(moving)))
    if days == 0:
        raise ShiftError(
            "--shift-days",
            en="0 would leave every date as it is. Give another number of days.",
            fr="0 laisserait chaque date inchangée. Donnez un autre nombre de jours.",
        )
    if not possible(bound, _WIDE_WEEKS * 7 if days is None else days):
        raise _off_the_calendar()
    if days is not None:
        return _shift(bound, min(moves(bound, days), key=lambda m: misplaced(bound, m)), ())
    best, warned = _admissible(bound)
    if not best and bound.turning_months:  # then the years of those months get written
        best, warned = _admissible(replace(bound, turning_months=False))
    if len(best) < ENOUGH:
        warned = (*warned, Warned.FEW)
    if not best:
        best = _least_broken(bound)
    lowest = min(best, key=lambda m: (key.number("date-shift", patient, str(m.days)), m.days))
    return _shift(bound, lowest, warned)


def _ties(dates: Iterable[Dated]) -> Iterator[tuple[PartialDate, PartialDate]]:
    """Yield each tied date with the one to whose year its own is tied."""
    hosts: dict[Hashable, PartialDate] = {}
    for each in dates:
        if each.tied and each.group in hosts:
            yield hosts[each.group], each.date
        elif each.year_written and each.group is not None:
            hosts[each.group] = each.date


def _off_the_calendar() -> ShiftError:
    return ShiftError(
        "dates",
        en="a date moved this far leaves the calendar. Correct the date, or move it less.",
        fr="une date ainsi décalée sort du calendrier. Corrigez la date, ou décalez moins.",
    )


def _offsets(weeks: int, step: int) -> tuple[int, ...]:
    forth = range(_LEAST_WEEKS * 7, weeks * 7 + 1, step)
    return (*(-days for days in reversed(forth)), *forth)


def _admissible(bound: Bonds) -> tuple[tuple[Move, ...], tuple[Warned, ...]]:
    """Return the admissible moves of the first attempt that has enough, else of the best one."""
    attempts: tuple[tuple[int, int, bool, tuple[Warned, ...]], ...] = (
        (_WEEKS, 7, True, ()),
        (_WEEKS, 7, False, ()),
        (_WIDE_WEEKS, 7, False, (Warned.WIDENED,)),
        (_WIDE_WEEKS, 1, False, (Warned.SINGLE_DAYS,)),
    )
    best: tuple[Move, ...] = ()
    warned: tuple[Warned, ...] = ()
    for weeks, step, strict, warning in attempts:
        found = tuple(_kept(bound, _offsets(weeks, step), strict=strict))
        if len(found) > len(best):
            best, warned = found, warning
        if len(best) >= ENOUGH:
            break
    return best, warned


def _kept(bound: Bonds, offsets: Iterable[int], *, strict: bool) -> Iterator[Move]:
    for days in offsets:
        for move in moves(bound, days):
            if keeps(bound, move, strict=strict):
                yield move


def _least_broken(bound: Bonds) -> tuple[Move, ...]:
    """Return the single-day moves that misplace the fewest dates, of those that tell nothing."""
    every = tuple(m for days in _offsets(_WIDE_WEEKS, 1) for m in moves(bound, days))
    quiet = tuple(m for m in every if not telling(bound, m)) or every
    counted = tuple((misplaced(bound, m), m) for m in quiet)
    fewest = min(count for count, _ in counted)
    return tuple(m for count, m in counted if count == fewest)


def _shift(bound: Bonds, move: Move, warned: tuple[Warned, ...]) -> Shift:
    if misplaced(bound, move):
        warned = (*warned, Warned.BROKEN)
    if bound.years and move.years == 0:
        warned = (*warned, Warned.YEAR_KEPT)
    return Shift(move.days, move.months, move.years, bound.year, warned)


def shifted(when: PartialDate, shift: Shift) -> PartialDate:
    """Return ``when`` moved: a day by days, a month by months, a year by years.

    A day and month without any year is moved within ``shift.year``, the middle year of the
    patient's dates, so that it keeps its distance to them and never stays as it was; its year
    stays unsaid. Raises ShiftError where the calendar ends.
    """
    placed = in_year(when, shift.year)
    try:
        moved = _moved(placed, shift)
    except (OverflowError, ValueError):
        raise _off_the_calendar() from None
    return moved if when.year is not None else PartialDate(None, moved.month, moved.day)


def _moved(when: PartialDate, shift: Shift) -> PartialDate:
    if when.year is None or when.month is None:
        return PartialDate((when.year or 0) + shift.years)
    if when.whole is not None:
        day = when.whole + timedelta(days=shift.days)
        return PartialDate(day.year, day.month, day.day)
    year, month = divmod(when.year * 12 + when.month - 1 + shift.months, 12)
    return PartialDate(year, month + 1)
