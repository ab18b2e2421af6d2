"""Dates on an axis: where each lies as the policy publishes it, never finer, and what marks time.

Distances to an index event are placed by the published distance alone: « ≈ M+2 » covers all days
that it may be, so that a drawing tells neither the day nor the month of the index event.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import Final

from anonymizer.dates.partial import PartialDate
from anonymizer.dates.relative import distance
from anonymizer.phi import Phi
from anonymizer.policy import POLICIES, Treatment

from generator.report.chart import Axis, Stretch, Tick
from generator.report.voice import Voice

_DAYS: Final = {"day": 1.0, "month": 30.4375, "year": 365.25}
_STEPS: Final = {"day": (1, 2, 5, 10, 20, 30), "month": (1, 2, 3, 6, 12), "year": (1, 2, 5, 10, 20)}
_TICKS: Final = 9  # labelled ones, at most
_WIDEST: Final = {"day": 150, "month": 1500}  # days that an axis in this unit may span
_MONTHLY, _QUARTERLY = 18, 60  # months up to which each, or each third, is marked
# By quarters: the initials of July to November in a row would be read as a first name.
_INITIALS: Final = dict(zip((1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12), "JAJOFMANMJSD", strict=True))
_DECEMBER, _LAST_YEAR = 12, 9999
_MINUS: Final = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Clock:
    """How a publication places its dates: by the calendar, or by the distance to ``index``."""

    index: PartialDate | None

    def stretch(self, when: PartialDate) -> Stretch | None:
        """Return where a date lies, None for one without a year."""
        if when.year is None:
            return None
        if self.index is None:
            return _calendar(when)
        far = distance(when, self.index)
        unit = _DAYS[far.unit]
        margin = 0 if far.unit == "day" else unit
        return Stretch(far.number * unit - margin, far.number * unit + margin)

    def period(self, start: PartialDate | None, end: PartialDate | None) -> Stretch | None:
        """Return where a period lies; one whose start or end is not said is open there."""
        first = self.stretch(start) if start else None
        last = self.stretch(end) if end else None
        if first is None or last is None:
            known = first or last
            return known and Stretch(
                known.first, known.last, opens=first is not None, ends=last is not None
            )
        if start == end or last.last < first.first:
            return first
        sure = (first.last, last.first) if first.last < last.first else None
        return Stretch(first.first, last.last, sure)

    def axis(self, voice: Voice, stretches: Iterable[Stretch]) -> Axis:
        """Return the axis that holds all of ``stretches``."""
        held = tuple(stretches)
        first, last = min(each.first for each in held), max(each.last for each in held)
        return _years(first, last) if self.index is None else _distances(voice, first, last)


def clock(voice: Voice) -> Clock | None:
    """Return how the policy lets dates be placed, None where it prints none."""
    match POLICIES[voice.policy][Phi.DATE]:
        case Treatment.SHIFT | Treatment.KEEP | Treatment.SURROGATE:
            return Clock(None)
        case Treatment.RELATIVE | Treatment.GENERALISE if voice.index and voice.index.year:
            return Clock(voice.index)
        case _:
            return None


def _calendar(when: PartialDate) -> Stretch:
    """Return a day as a point, a month or a year from its first day to the end of its last."""
    year, month = when.year or 1, when.month or 1
    first = date(year, month, when.day or 1).toordinal()
    if when.day:
        return Stretch(first, first)
    return Stretch(first, _next(year, when.month or _DECEMBER))


def _next(year: int, month: int) -> int:
    """Return the ordinal of the day after a month."""
    if month < _DECEMBER:
        return date(year, month + 1, 1).toordinal()
    return date(year, month, 31).toordinal() + 1


def _years(first: float, last: float) -> Axis:
    """Return an axis of whole months or years, its years labelled."""
    begin = date.fromordinal(int(first))
    end = max(begin, date.fromordinal(max(int(last) - 1, 1)))  # a stretch ends before its last
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    if months > _QUARTERLY:
        step = _step(end.year - begin.year + 1, "year")
        every = range(begin.year // step * step, min(end.year + step, _LAST_YEAR) + 1, step)
        at = [max(date(max(year, 1), 1, 1).toordinal(), 1) for year in every]
        ticks = tuple(Tick(day, str(year)) for day, year in zip(at, every, strict=True))
        return Axis(at[0], max(at[-1], last), ticks)
    span = [
        (year, month)
        for year in range(begin.year, end.year + 1)
        for month in _INITIALS
        if (begin.year, begin.month) <= (year, month) <= (end.year, end.month)
        and (months <= _MONTHLY or month % 3 == 1)
    ]
    parts = tuple(
        Tick(date(*each, 1).toordinal(), _INITIALS[each[1]] if months <= _MONTHLY else "")
        for each in sorted(span, key=lambda each: (list(_INITIALS).index(each[1]), each))
    )
    opening = date(begin.year, begin.month, 1).toordinal()
    later = (date(year, 1, 1).toordinal() for year in range(begin.year + 1, end.year + 1))
    ticks = (
        Tick(opening, str(begin.year)),
        *(Tick(day, str(date.fromordinal(day).year)) for day in later),
    )
    return Axis(opening, _next(end.year, end.month), ticks, parts)


def _distances(voice: Voice, first: float, last: float) -> Axis:
    """Return an axis of days, months or years from the index event."""
    unit = next((name for name, widest in _WIDEST.items() if last - first <= widest), "year")
    size = _DAYS[unit]
    low, high = floor(first / size), max(ceil(last / size), floor(first / size) + 1)
    step = _step(high - low + 1, unit)
    numbers = range(floor(low / step) * step, ceil(high / step) * step + 1, step)
    ticks = tuple(
        Tick(number * size, f"{_MINUS}{-number}" if number < 0 else str(number))
        for number in numbers
    )
    return Axis(ticks[0].at, ticks[-1].at, ticks, title=voice.words("chart_axis", unit))


def _step(count: int, unit: str) -> int:
    return next((each for each in _STEPS[unit] if count <= each * _TICKS), 50)
