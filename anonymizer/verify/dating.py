"""Dates: each one that an output shows must be expected there."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang, Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify.days import days
from anonymizer.verify.findings import READ, UNREAD, Role
from anonymizer.verify.scattered import Wanted, wanted, written
from anonymizer.verify.search import Straw, spread
from anonymizer.verify.words import normal

_NEAR = 28  # signs: the longest way to write a day
_GAP = r"[\W_]{0,4}"


class Read(Protocol):
    """A date as it stands in a text; ``anonymizer.dates.read.Mention`` is one."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def date(self) -> PartialDate | None:
        """Return what it says, None where no calendar holds it."""

    @property
    def year_written(self) -> bool:
        """Tell whether its year stands there, or was taken from another date."""


Reader = Callable[[str, Lang], Iterable[Read]]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates that may stand in an output, and the days of the source that may not."""

    expected: frozenset[PartialDate] = field(repr=False)
    kept: frozenset[PartialDate] = field(repr=False)
    original: frozenset[date] = field(repr=False)
    wanted: Wanted = field(repr=False)
    reader: Reader

    def allows(self, seen: PartialDate) -> bool:
        """Tell whether ``seen`` is an expected date, or a wider way to say one."""
        if seen in self.expected or seen.month is None:
            return True
        if seen.day is None and (seen in self.kept or seen.year is None):
            return True
        return any(each.within(seen) for each in self.expected)

    def apart(self, seen: PartialDate) -> tuple[PartialDate, ...]:
        """Return the month of a day of no source: a number of the cell before may stand there.

        « 1st » beside « July 2015 » in the next column is read as one date.
        """
        if seen.day is None or seen.whole in self.original:
            return ()
        return (PartialDate(seen.year, seen.month),)


def calendar(provenance: Provenance, reader: Reader) -> Calendar:
    """Return the calendar of a publication."""
    expected = frozenset(provenance.dates)
    may = {each.whole for each in expected}
    source = {each.whole for each in provenance.original_dates}
    source |= {day for each in provenance.originals for day in _written(each)}
    gone = frozenset(day for day in source - may if day is not None)
    kept = (m.date for text in provenance.kept for lang in Lang for m in reader(text, lang))
    return Calendar(
        expected,
        frozenset(day for day in kept if day is not None),
        gone,
        wanted(gone, frozenset(day for day in may if day is not None)),
        reader,
    )


def _written(original: Original) -> Iterator[date]:
    if original.category in {Phi.DATE, Phi.BIRTH_DATE}:
        for _, meant in days(normal(original.value)):
            yield meant[0]


def found(straw: Straw, by: Calendar, langs: tuple[Lang, ...]) -> Iterator[tuple[int, str]]:
    """Give each date that is not expected: where it begins and the rule it breaks."""
    yield from _days_of_the_source(straw, by)
    if straw.hay.role not in {*READ, Role.LABEL}:
        return
    seen: dict[int, list[PartialDate]] = {}
    for lang in langs:
        for mention in by.reader(straw.hay.text, lang):
            if mention.date is not None:
                seen.setdefault(mention.start, []).append(_as_written(mention, mention.date))
    for start, meant in sorted(seen.items()):
        if straw.hay.role is Role.PAGE:
            meant += [apart for each in meant for apart in by.apart(each)]
        if not any(by.allows(each) for each in meant):
            yield start, "month not expected" if meant[0].day is None else "date not expected"


def _as_written(mention: Read, said: PartialDate) -> PartialDate:
    """Return a date without the year that another date lent it: layouts move their neighbours."""
    if mention.year_written or said.month is None:
        return said
    return PartialDate(None, said.month, said.day)


def _days_of_the_source(straw: Straw, by: Calendar) -> Iterator[tuple[int, str]]:
    if not by.original:
        return
    may = {each.whole for each in by.expected}
    seen = _near_years(straw, by) if straw.hay.role in UNREAD else days(straw.folded)
    starts = {
        start for start, meant in seen
        if by.original.intersection(meant) and not may.intersection(meant)
    }  # fmt: skip
    for start in sorted(starts.union(_scattered(straw, by.wanted))):
        yield straw.offsets[start], "day of the source"


def _scattered(straw: Straw, by: Wanted) -> Iterator[int]:
    """Give each place where the letters and digits of a day of the source stand, parted or not."""
    for text in written(straw.squashed, by):
        for match in spread(text, _GAP).finditer(straw.folded):
            if _apart(straw.folded, match) and (not text.isdigit() or _even(match)):
                yield match.start()


def _apart(folded: str, match: re.Match[str]) -> bool:
    """Tell whether no digit touches a digit, no letter a letter at either end of a match."""
    before, after = folded[: match.start()][-1:], folded[match.end() : match.end() + 1]
    return not (
        (before.isdigit() and match[0][0].isdigit())
        or (before.isalpha() and match[0][0].isalpha())
        or after.isdigit()
    )


def _even(match: re.Match[str]) -> bool:
    """Tell whether eight figures stand as a date does: 12/03/2016, 1 2 0 3 2 0 1 6, 2016 03 12.

    Two numbers that happen to meet, as in a table, do not.
    """
    gaps = tuple(gap.strip() or gap[:1] for gap in match.groups())
    return any(
        gaps[one] == gaps[other]
        and len({gap for i, gap in enumerate(gaps) if i not in {one, other}}) == 1
        for one, other in ((1, 3), (3, 5))
    )


def _near_years(straw: Straw, by: Calendar) -> Iterator[tuple[int, tuple[date, ...]]]:
    """Give the days about each year of the source: code and bytes are long and hold few."""
    for year in sorted({str(day.year) for day in by.original}):
        at = straw.folded.find(year)
        while at >= 0:
            first = max(0, at - _NEAR)
            for start, meant in days(straw.folded[first : at + _NEAR], whole_years=True):
                yield first + start, meant
            at = straw.folded.find(year, at + 1)
