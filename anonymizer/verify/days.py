"""Days of the source: recognised by this module alone, in every numeric and written form.

It is the second look at dates: it asks only whether a day that the source wrote stands in an
output, whatever the reader of dates makes of the text.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan",
            "fevrier february fevr fev feb",
            "mars march mar",
            "avril april avr apr",
            "mai may",
            "juin june jun",
            "juillet july juil jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_WRITTEN = re.compile(
    rf"""(?<![\da-z]) (\d{{1,2}}) (?:er|st|nd|rd|th)? [\s.\-/_]{{0,3}} (?:of\s)?
         ({_MONTH}) \.? [\s,.\-/_']{{0,3}} (\d{{4}}|\d{{2}}) (?!\d)""",
    re.VERBOSE,
)
_MONTH_WRITTEN = re.compile(
    rf"""(?<![a-z]) ({_MONTH}) \.? [\s\-_]{{0,3}} (\d{{1,2}}) (?:st|nd|rd|th)?
         [\s,\-_']{{1,3}} (\d{{4}}|\d{{2}}) (?!\d)""",
    re.VERBOSE,
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.:_]\s?(\d{1,2})\s?[-/.:_]\s?(\d{1,2})(?!\d)")
_YEAR_FIRST_SOLID = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?=\d{4}(?!\d)|\d{6}(?!\d)|(?!\d))"
)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})(\s?[-/.:_]\s?|\s)(\d{1,2})\2(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?<!\d)(?<!\d[-/.])(\d{1,2})(\s?[-/.·|_]\s?)(\d{1,2})\2(\d{2})(?![-/.]?\d)"
)
_YEAR_LAST_SOLID = re.compile(r"(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)")


def days(text: str, *, whole_years: bool = False) -> Iterator[tuple[int, tuple[date, ...]]]:
    """Give each whole day in a folded text: its offset and what it may mean.

    ``04/05/2021`` may be the fourth of May or the fifth of April; the years of ``04/05/21`` are
    2021 and 1921, and where ``whole_years`` is asked for it is no day.

    >>> next(days("vue le 4 mai 2021"))
    (7, (datetime.date(2021, 5, 4),))
    """
    for pattern in (_YEAR_FIRST, _YEAR_FIRST_SOLID):
        for match in pattern.finditer(text):
            yield from _meant(match, match[1], (match[2], match[3]))
    for match in _YEAR_LAST.finditer(text):
        yield from _meant(match, match[4], (match[3], match[1]), (match[1], match[3]))
    for match in () if whole_years else _SHORT_YEAR.finditer(text):
        yield from _meant(match, match[4], (match[3], match[1]))
    for match in _YEAR_LAST_SOLID.finditer(text):
        yield from _meant(match, match[3], (match[2], match[1]), (match[1], match[2]))
    for match in _DAY_WRITTEN.finditer(text):
        yield from _meant(match, match[3], (str(MONTHS[match[2]]), match[1]))
    for match in _MONTH_WRITTEN.finditer(text):
        yield from _meant(match, match[3], (str(MONTHS[match[1]]), match[2]))


def _meant(
    match: re.Match[str], year: str, *orders: tuple[str, str]
) -> Iterator[tuple[int, tuple[date, ...]]]:
    years = (int(year),) if len(year) > len("21") else (2000 + int(year), 1900 + int(year))
    found = (day_of(y, int(month), int(day)) for y in years for month, day in dict.fromkeys(orders))
    meant = tuple(day for day in found if day is not None)
    if meant:
        yield match.start(), meant


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None where no calendar holds it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
