"""The dates of one patient together: one offset for all of them, each written back in its form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from anonymizer.audit import Notice
from anonymizer.dates.notices import notices as told
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import Mention
from anonymizer.dates.relative import FAR
from anonymizer.dates.shift import Dated, Shift, choose, shifted
from anonymizer.dates.write import write, years_to_write
from anonymizer.key import Key
from anonymizer.passage import Passage
from anonymizer.phi import Phi
from anonymizer.record import Leaf
from anonymizer.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and the identifiers found in it, none overlapping."""

    passage: Passage
    spans: tuple[Span, ...]

    @property
    def dates(self) -> tuple[Mention, ...]:
        """Return the dates that stand for themselves, not inside another identifier."""
        places = {(s.start, s.end) for s in self.spans if s.category is Phi.DATE}
        return tuple(m for m in self.passage.mentions if (m.start, m.end) in places)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What becomes of each date of a patient."""

    shift: Shift = field(repr=False)
    index: PartialDate | None = field(repr=False)
    split: frozenset[tuple[str, int]]  # passage and start of the dates that need their year
    told: Mapping[tuple[int, int], int] = field(repr=False)  # the one year of a month and day
    today: date = field(repr=False)

    def moved(self, when: PartialDate) -> PartialDate:
        """Return a date, moved; a day whose year another passage says, as a day of that year."""
        year = self.told.get((when.month or 0, when.day or 0)) if when.year is None else None
        if year is None:
            return shifted(when, self.shift)
        moved = shifted(PartialDate(year, when.month, when.day), self.shift)
        return PartialDate(None, moved.month, moved.day)

    def written(self, mention: Mention, path: str) -> str | None:
        """Return a date of a passage, moved, as it was written; None where it cannot be read."""
        if mention.date is None:
            return None
        with_year = (path, mention.start) in self.split
        return write(mention, self.moved(mention.moving or mention.date), with_year=with_year)


def timeline(
    dates: Mapping[str, PartialDate],
    texts: Sequence[Found],
    *,
    key: Key,
    patient: str,
    today: date,
    days: int | None,
) -> Timeline:
    """Choose the offset under which every date of the record and its passages stays true.

    ``dates`` are the record's own, by path; ``index_event`` among them is day 0, else the
    earliest whole day. Raises ShiftError.
    """
    every = [Dated(when) for when in dates.values()]
    for number, found in enumerate(texts):
        every += [
            Dated(
                m.moving,
                group=(number, m.group) if m.group >= 0 else None,
                year_written=m.year_written,
                tied=m.tied,
            )
            for m in found.dates
            if m.moving is not None
        ]
    shift = choose(tuple(every), key, patient, today, days)
    split = frozenset(
        (found.passage.path, start)
        for found in texts
        for start in years_to_write(found.dates, shift)
    )
    index = dates.get("index_event") or _first(d.date for d in every)
    return Timeline(shift, index, split, _told(d.date for d in every), today)


def _told(dates: Iterable[PartialDate]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that stands in one year only.

    An event told as « le 27 février » and dated 2016 in its own field is a day of 2016.
    """
    years: dict[tuple[int, int], set[int]] = {}
    for day in (d.whole for d in dates if d.whole is not None):
        years.setdefault((day.month, day.day), set()).add(day.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _first(dates: Iterable[PartialDate]) -> PartialDate | None:
    """Return the first whole date of the illness: ten years without a date begin another story.

    A birth date, or an operation of long ago, would print days since then: an age in days.
    """
    whole = sorted(d.whole for d in dates if d.whole is not None)
    begins = [b for a, b in pairwise(whole) if (b - a).days > FAR]
    first = begins[-1] if begins else whole[0] if whole else None
    return PartialDate(first.year, first.month, first.day) if first else None


def record_dates(leaves: Iterable[Leaf]) -> dict[str, PartialDate]:
    """Return the clinical dates that a record holds in fields of their own, by path."""
    return {leaf.path: leaf.value for leaf in leaves if leaf.slot.phi is Phi.DATE}


def notices(time: Timeline, texts: Sequence[Found]) -> tuple[Notice, ...]:
    """Return what a user has to know about the dates of a record."""
    return told(((found.passage, found.dates) for found in texts), time.shift, time.today.year)
