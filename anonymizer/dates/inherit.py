"""Dates that leave their year or month to a neighbour: what they mean, and who shares it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.raw import Raw, valid

_NO_GROUP = -1
_TIED: Final = re.compile(
    r"[ ](?:de[ ](?:(?:la[ ]|cette[ ])?(meme)[ ]annee"
    r"|l'annee[ ](suivante|d'apres|precedente|d'avant))"
    r"|of[ ](?:the[ ])?(same|that|following|next|previous|preceding)[ ]year)"
)
_AFTER = ("suivante", "d'apres", "following", "next")
_BEFORE = ("precedente", "d'avant", "previous", "preceding")
_HALF_YEAR = 6
_MONTHS = 12
_FAR = 500  # signs
_STORY: Final = timedelta(days=60)
_TURN_OF_THE_YEAR = 10  # months: November after January, December after January or February


def inherit(
    text: str, raws: Sequence[Raw], births: Sequence[bool]
) -> tuple[tuple[Raw, ...], tuple[int, ...]]:
    """Return the dates with inherited months and years filled in, and the group of each.

    A day leaves its month to the date it is joined to; a date without a year takes that of the
    next one it is joined to (« novembre et décembre 2015 »), else of the last one before it, else
    of the first one after it. « décembre 2015 … en janvier » means the January that follows.
    """
    filled = list(raws)
    host: list[int | None] = [None] * len(filled)
    for i in reversed(range(len(filled) - 1)):
        if filled[i].head or _joined(text, filled[i], filled[i + 1]):
            filled[i], host[i] = _from_next(filled[i], filled[i + 1]), host[i]
            if filled[i] != raws[i]:
                host[i] = i + 1
    sources = _Sources(text, filled, births)
    for i, raw in enumerate(filled):
        if raw.host is not None:
            host[i] = told = bisect_left(raws, raw.host, key=attrgetter("start"))
            filled[i] = _in_month(raw, filled[told], filled[:i])
            continue
        if i and raw.year is None and raw.month and not (raw.head or _says_month(raw)):
            # the second day of "March 3 and 5"
            filled[i], host[i] = replace(raw, year=filled[i - 1].year), i - 1
            continue
        source = sources.of(i) if raw.year is None and raw.month is not None else None
        if source is not None:
            apart = years_apart(text, raw)
            if apart is not None and source < i:
                filled[i] = replace(raw, year=(filled[source].year or 0) + apart)
                host[i] = source
                continue
            filled[i] = _in_context(raw, filled[source], after=source > i)
            # « janvier 2018 … en décembre »: the one before or the one after, so no year is told
            host[i] = None if _either_year(raw, filled[source]) else source
    return tuple(filled), _groups(host)


def years_apart(text: str, raw: Raw) -> int | None:
    """Return how many years a date lies after the one before it, where words tell it."""
    told = _TIED.match(text, raw.end)
    if not told or raw.year_written or raw.month is None:
        return None
    word = next(group for group in told.groups() if group)
    return 1 if word in _AFTER else -1 if word in _BEFORE else 0


def _joined(text: str, raw: Raw, following: Raw) -> bool:
    return (
        raw.year is None
        and raw.month is not None
        and following.month is not None
        and context.linked(text, raw.end, following.start)
    )


def _from_next(raw: Raw, following: Raw) -> Raw:
    year, month = following.year, raw.month
    if raw.head and month is None and following.month is not None and following.day is not None:
        month = following.month
        if raw.day is not None and raw.day > following.day:
            month -= 1
            year, month = (year, month) if month else (year and year - 1, 12)
        return replace(raw, year=year, month=month)
    if year is not None and raw.month is not None and following.month is not None:
        later = (raw.month, raw.day or 0) > (following.month, following.day or raw.day or 0)
        return replace(raw, year=year - later)
    return raw


class _Sources:
    """The dates of a text that say their year, by place."""

    def __init__(self, text: str, raws: Sequence[Raw], births: Sequence[bool]) -> None:
        """Take the dates as the text has them; the years of births are nobody else's."""
        known = [j for j, raw in enumerate(raws) if raw.year and raw.date and not births[j]]
        self._known = known
        self._months = [j for j in known if raws[j].month is not None]
        self._lines = [0]
        for before, raw in pairwise(raws):
            self._lines.append(self._lines[-1] + text.count("\n", before.end, raw.start))

    def of(self, i: int) -> int | None:
        """Return the last one before in its line, else before with a month, else the next."""
        nearest = bisect_left(self._known, i)
        month = bisect_left(self._months, i)
        if nearest == 0:
            return self._known[0] if self._known else None
        last = self._known[nearest - 1]
        if self._lines[last] == self._lines[i] or month == 0:
            return last
        return self._months[month - 1]


def _either_year(raw: Raw, source: Raw) -> bool:
    return (
        source.month is not None
        and raw.month is not None
        and raw.month - source.month >= _TURN_OF_THE_YEAR
    )


def _in_context(raw: Raw, source: Raw, *, after: bool) -> Raw:
    year, month = source.year or 0, source.month
    if month is not None and raw.month is not None:
        if after or _either_year(raw, source):
            year -= raw.month > month
        elif month - raw.month >= _HALF_YEAR:
            year += 1
    return replace(raw, year=year)


def _says_month(raw: Raw) -> bool:
    return any(piece.part == "month" for piece in raw.pieces)


def _in_month(raw: Raw, host: Raw, earlier: Sequence[Raw]) -> Raw:
    """Return a lone day as the first of its number from its host on.

    Where a later date was told before it (of the letter, of the stay), a day that would pass it,
    or that a far host would put long before it, is the last of its number up to that date.
    """
    count = (host.year or 0) * _MONTHS + (host.month or 1) - 1
    turned = (raw.day or 1) < (host.day or 1)
    found = _held(raw, count + turned, 1, dated=host.year is not None)
    days = [r.date.whole for r in earlier if r.date and r.date.whole]
    latest, when = max(days, default=None), found.date and found.date.whole
    if not latest or not when or not host.date or latest == host.date.whole:
        return found
    far = raw.start - host.end > _FAR and latest - when > _STORY
    if not far and not (turned and when > latest):
        return found
    count = latest.year * _MONTHS + latest.month - 1 - ((raw.day or 1) > latest.day)
    return _held(raw, count, -1, dated=True)


def _held(raw: Raw, count: int, step: int, *, dated: bool) -> Raw:
    """Return a lone day in the first month, from one on or back, that holds its number."""
    while True:
        year, month = divmod(count, _MONTHS)
        told = year if dated else None
        if valid(told, month + 1, raw.day):
            return replace(raw, year=told, month=month + 1)
        count += step


def _groups(host: Sequence[int | None]) -> tuple[int, ...]:
    """Return a number for each set of dates that one written year or month holds together."""
    root = list(range(len(host)))

    def top(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    for i, source in enumerate(host):
        if source is not None:
            a, b = sorted((top(i), top(source)))
            root[b] = a
    tops = [top(i) for i in range(len(host))]
    many = Counter(tops)
    shared = {t: n for n, t in enumerate(t for t in sorted(many) if many[t] > 1)}
    return tuple(shared.get(t, _NO_GROUP) for t in tops)
