"""Days of the source in the letters and digits alone of a text, whatever stands between them.

« 1 2 - 0 3 - 2 0 1 6 », « 12.III.2016 », « 2016, March the 12th », « douze mars deux mille seize »:
the third look at dates, which asks only for days that the source wrote.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from anonymizer.verify.days import MONTHS, day_of
from anonymizer.verify.spelled import french, ordinal, years

_STEMS: Final = {name[:n]: number for name, number in MONTHS.items() for n in range(3, len(name))}
_WHOLE: Final = tuple(
    name for name in MONTHS if not any(o != name and o.startswith(name) for o in MONTHS)
)
_ROMAN: Final = dict(
    zip(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
        range(1, 13),
        strict=True,
    )
)
_NAMED: Final[Mapping[str, int]] = {**_STEMS, **MONTHS, **_ROMAN}
_NAME: Final = "|".join(sorted(_NAMED, key=len, reverse=True))
_LONG_NAME: Final = "|".join(sorted(set(_NAMED) - set(_ROMAN), key=len, reverse=True))
_OF: Final = r"(?:dumoisde|dumoisd|(?:day)?of(?:themonthof)?|de|d)?"  # the 4th (day) of March
_THE: Final = r"(?:the|le)?"  # March the 4th
_YEAR_OF: Final = r"(?:delannee|delan|oftheyear|intheyear|of|de|in|en)?"
_TH: Final = r"(?:er|st|nd|rd|th|eme|e)?"
# What may stand before a year, and after it; a figure before a day may belong to another number.
_BEFORE: Final = tuple(
    re.compile(rf"{pattern}\Z")
    for day in (r"(\d\d)", r"(\d)")
    for pattern in (
        rf"{day}{_TH}{_OF}({_NAME}){_YEAR_OF}",
        rf"({_LONG_NAME}){_THE}{day}{_TH}{_YEAR_OF}",
        r"(\d\d)(\d\d)",
    )
)
_AFTER: Final = tuple(
    re.compile(pattern)
    for day in (r"(\d\d)", r"(\d)")
    for pattern in (
        rf"{_THE}({_LONG_NAME}){_THE}{day}",
        rf"{_THE}{day}{_TH}{_OF}({_LONG_NAME})",
        r"(\d\d)(\d\d)",
    )
)
_TENS: Final = ("vingt", "trente", "soixante", "twenty", "thirty")
_REACH = 44  # letters: « cent quatre-vingt-dix-neuf » and small words


@dataclass(frozen=True, slots=True)
class Wanted:
    """The days looked for: their years, and how each begins in words."""

    days: frozenset[date] = field(repr=False)
    expected: frozenset[date] = field(repr=False)
    years: tuple[str, ...] = field(repr=False)
    heads: Mapping[str, tuple[tuple[str, date], ...]] = field(repr=False)
    backwards: tuple[str, ...] = field(repr=False)


def wanted(days: Iterable[date], expected: frozenset[date]) -> Wanted:
    """Return what is looked for of ``days``; 10/09 that may mean an expected day is none."""
    every = sorted(set(days))
    return Wanted(
        frozenset(every),
        expected,
        tuple(sorted({f"{day.year:04}" for day in every})),
        {
            name: tuple(
                (h, day) for day in every if MONTHS[name] == day.month for h in _heads(day, name)
            )
            for name in _WHOLE
        },
        tuple(f"{day:{form}}"[::-1] for day in every for form in ("%d%m%Y", "%Y%m%d")),
    )


def _heads(day: date, name: str) -> Iterator[str]:
    """Give the beginnings of a day in words, the name of its month among them."""
    for spelled in ("premier" if day.day == 1 else french(day.day), ordinal(day.day)):
        yield from (f"{spelled}{name}", f"{spelled}of{name}", f"{name}{spelled}")
        yield f"{name}the{spelled}"


def written(squashed: str, by: Wanted) -> Iterator[str]:
    """Give the letters and digits of each place that may say a wanted day; once each."""
    found = [text for year in by.years for text in _about(squashed, year, by)]
    found += (text for text in by.backwards if text in squashed)
    heads = (each for name, heads in by.heads.items() if name in squashed for each in heads)
    found += (text for head, day in heads for text in _in_words(squashed, head, day))
    yield from dict.fromkeys(found)


def _about(squashed: str, year: str, by: Wanted) -> Iterator[str]:
    """Give each wanted day whose year, in figures, stands in the text."""
    at = squashed.find(year)
    while at >= 0:
        end = at + len(year)
        before, after = squashed[max(0, at - _REACH) : at], squashed[end : end + _REACH]
        found = (pattern.search(before) for pattern in _BEFORE)
        yield from (each[0] + year for each in found if each and _means(each, year, by))
        found = (pattern.match(after) for pattern in _AFTER)
        yield from (year + each[0] for each in found if each and _means(each, year, by))
        at = squashed.find(year, at + 1)


def _means(found: re.Match[str], year: str, by: Wanted) -> bool:
    one, other = found.groups()
    pairs = ((one, other), (other, one))
    numbers = ((_NAMED.get(m) or (int(m) if m.isdigit() else 0), d) for m, d in pairs)
    meant = {day_of(int(year), month, int(d)) for month, d in numbers if month and d.isdigit()}
    return not by.days.isdisjoint(meant) and by.expected.isdisjoint(meant)


def _in_words(squashed: str, head: str, day: date) -> Iterator[str]:
    """Give the place where a day begins in words, if a writing of its year follows."""
    at = squashed.find(head)
    while at >= 0:
        end = at + len(head)
        after_tens = squashed[max(0, at - _REACH) : at].endswith(
            _TENS
        )  # « vingt-six mai » is not the sixth
        for year in () if after_tens else (f"{day.year:04}", *years(day.year)):
            found = re.match(_YEAR_OF + year, squashed[end : end + _REACH])
            if found:
                yield head + found[0]
        at = squashed.find(head, at + 1)
