"""Dates and times of day that two languages write each in its own way."""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.dates.mention import Mention
from anonymizer.dates.read import read
from anonymizer.phi import Lang

from generator.check.fact import Fact, Kind

_MONTH = (
    r"(?:janv(?:ier)?|january|fevr?(?:ier)?|february|mars|march|avr(?:il)?|april|mai|may|juin|june"
    r"|juil(?:let)?|july|aout|august|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?"
    r"|dec(?:embre|ember)?|jan|feb|mar|apr|jun|jul|aug)\b"
)
_MONTHS: Final = re.compile(_MONTH)  # a word that only ends so costs a look, no more
_NUMERIC: Final = re.compile(
    r"""
    (?<![\w/.,])\d{1,2}[ ]?(?P<sign>[/.-])[ ]?\d{1,2}[ ]?(?P=sign)[ ]?(?:\d{4}|\d\d)(?![\w/])
    | (?<![\w/.-])(?:1[89]|20)\d\d-\d\d(?:-\d\d)?(?![\w/-])
    | (?<![\w/.,])\d{1,2}/(?:19|20)\d\d(?![\w/])
    | \b(?:le|du|au|on|of)[ ]\d{1,2}/\d{1,2}(?![\w/])
    """,
    re.VERBOSE,
)
_SIGNED: Final = re.compile(r"\d[ ]?[/.-][ ]?\d")
_BEFORE, _BEHIND = 16, 14  # characters beside a month that say its day and year
_ORDERED: Final = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})")
_CLOCK: Final = re.compile(
    r"(?<![\w:.,/])(?P<hour>[01]?\d|2[0-3])(?:[ ]?[hH][ ]?|:)(?P<minute>[0-5]\d)(?![\d:])"
    r"(?:[ ]?(?:min|mn)\b)?(?:[ ]?(?P<late>[ap])\.?m\b)?"
    r"|(?<![\w.,])(?P<half>\d{1,2})[ ]?(?P<noon>[ap])\.?m\b"
)
_NOON: Final = 12


def dated(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield each date of a plain text that says a month; a year alone is a number."""
    for start, end in _windows(text.lower()):
        for mention in read(text[start:end], lang):
            values = _values(mention, text[start + mention.start : start + mention.end])
            if values:
                yield Fact(Kind.DATE, values, start + mention.start, start + mention.end)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that the reader of dates, which is thorough, has to look at."""
    open_at = close_at = -1
    found = list(_MONTHS.finditer(text))
    if _SIGNED.search(text):
        found = sorted((*found, *_NUMERIC.finditer(text)), key=re.Match.start)
    for each in found:
        start, end = max(0, each.start() - _BEFORE), each.end() + _BEHIND
        if start <= close_at:
            close_at = end
            continue
        if open_at >= 0:
            yield _whole_words(text, open_at, close_at)
        open_at, close_at = start, end
    if open_at >= 0:
        yield _whole_words(text, open_at, close_at)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    if start:
        start = text.find(" ", start) + 1 or start
    return start, text.rfind(" ", start, end) if end < len(text) else len(text)


def _values(mention: Mention, written: str) -> tuple[str, ...]:
    when = mention.date
    if when is None:
        parts = _ORDERED.fullmatch(written) if mention.ambiguous else None
        if parts is None:
            return ()
        one, other, year = (int(part) for part in parts.groups())
        century = 2000 if year < 100 else 0  # noqa: PLR2004 - two figures
        return tuple(
            f"{century + year:04d}-{m:02d}-{d:02d}" for m, d in ((one, other), (other, one))
        )
    if when.month is None:
        return ()
    iso = str(when)
    bare = iso if when.year is None else f"--{iso[5:]}"
    return (iso,) if mention.year_written else (iso, bare)


def clocks(text: str) -> Iterator[Fact]:
    """Yield the hours and minutes of each time of day: « 8 h 30 », "8:30", "8 pm"."""
    for found in _CLOCK.finditer(text):
        hour = int(found["hour"] or found["half"])
        noon = found["late"] or found["noon"]
        hours = (hour % _NOON + (_NOON if noon == "p" else 0), hour) if noon else (hour,)
        start, end = found.span()
        if found["minute"]:
            minute = int(found["minute"])
            yield Fact(Kind.NUMBER, (str(minute),), start, end, sure=minute > 0)
        yield Fact(Kind.NUMBER, tuple(map(str, hours)), start, end)
        yield Fact(Kind.UNIT, ("hour",), start, end, sure=False)
