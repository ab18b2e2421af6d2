"""Dates in digits that lack a part: 4/5, the bare year, the bare day before a date."""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import NEWEST, OLDEST, Raw, signs, valid, year_of
from anonymizer.phi import Lang

_DM: Final = re.compile(r"([0-9]{1,2})([ ]?[/.][ ]?)([0-9]{1,2})(?![0-9]|[.,/][0-9])")
_HEAD: Final = re.compile(
    r"(?:\b(?:le|les|du|from|between|on)|\()[ ]([0-9]{1,2})[ ](?:au|et le|et|to|and|a)[ ]\Z"
)
_NEXT_YEAR: Final = re.compile(r"/(?:(?:19|20)[0-9]{2}|1[3-9]|[2-9][0-9])(?![0-9/]|[.,][0-9])")
_SHORT_MY: Final = re.compile(r"(0[1-9]|1[0-2])(/)([0-9]{2})(?![0-9]|[.,/][0-9])")
_OLDEST, _NEWEST = 1880, 2199
_MONTH_HEAD: Final = re.compile(r"(?<![0-9./-])(0?[1-9]|1[0-2])([ ]?-[ ]?| a | et )\Z")
_MISTYPED: Final = re.compile(r"[ ]?(?:[.,;:)](?![0-9])|\n|\Z)|[ ](?:et|puis|and|then)\b")


def width(digits: str, other: str = "") -> str:
    """Return how many digits are written at least; another part of the date tells for 10 to 31."""
    if digits[0] == "0" or (len(digits) > 1 and (not other or len(other) > 1)):
        return "2"
    return "1" if len(digits) == 1 or other[0] != "0" else "2"


def day_and_month(a: str, s1: str, b: str) -> tuple[Piece, Piece, Piece]:
    """Return the pieces of two numbers and the sign between them."""
    return Piece("day", width(a, b)), signs(s1), Piece("month", width(b, a))


def day_month(text: str, start: int, before: str, lang: Lang) -> Raw | None:
    """Read 18/5 or 16.06 at ``start``; weak unless « le » or the like stands before it."""
    found = _DM.match(text, start)
    if not found or before.isalnum() or before in "+<>":
        return None
    a, sign, b = found.groups()
    padded = len(a) == len(b) == 2  # noqa: PLR2004
    if not (valid(None, int(b), int(a)) or (lang is Lang.EN and valid(None, int(a), int(b)))):
        return None
    if sign.strip() == "." and not padded:
        return None
    if context.UNIT_AFTER.match(text, found.end()):
        return None
    left = context.before(text, start)
    cue = (
        context.DAY_MONTH_CUE.search(left)
        or context.CYCLE_CUE.search(left)
        or (padded and context.PADDED_CUE.search(left))
    )
    part = int(a) < int(b) or not cue  # « le 2/3 des cas », but « le 8/6 des messages »
    if part and context.FRACTION_AFTER.match(text, found.end()):
        return None
    pieces = day_and_month(a, sign, b)
    full = (*pieces, signs(sign), Piece("year", "4"))
    return Raw(
        start,
        found.end(),
        pieces,
        None,
        int(b),
        int(a),
        full,
        weak=not cue,
        numeric=True,
        confidence=0.8,
    )


def month_short_year(text: str, start: int) -> Raw | None:
    """Read 09/19 at ``start`` after « en », « depuis » or the like: a month and a short year."""
    found = _SHORT_MY.match(text, start)
    if not found or context.UNIT_AFTER.match(text, found.end()):
        return None
    if not context.MONTH_YEAR_CUE.search(context.before(text, start)) or found[1] == found[3]:
        return None
    pieces = (Piece("month", "2"), signs(found[2]), Piece("year", "2"))
    year = year_of(found[3])
    return Raw(start, found.end(), pieces, year, int(found[1]), None, pieces, confidence=0.8)


def bare_year(text: str, start: int, before: str) -> Raw | None:
    """Read the year at ``start``; weak unless its context says that it is one."""
    end = start + 4
    year = int(text[start:end])
    after = text[end : end + 2]
    if before.isalnum() or before in "+<>=":
        return None
    if not _OLDEST <= year <= _NEWEST and not _mistyped(text, start, end):
        return None
    longer = after[:1].isalpha() or (after[:1] in set(".,/") and after[1:].isdecimal())
    if longer and not _NEXT_YEAR.match(text, end):
        return None
    weak = not context.year_here(text, start, end)
    if weak and before == "-" and start > 1 and text[start - 2].isalpha():
        return None
    pieces = (Piece("year", "4"),)
    return Raw(start, end, pieces, year, None, None, pieces, weak=weak, confidence=0.9)


def _mistyped(text: str, start: int, end: int) -> bool:
    """Tell whether « en 2915 » is a year with a typing error rather than a quantity."""
    left = context.before(text, start)
    year = int(text[start:end])
    round_number = year % 50 == 0  # « en 1500 », « en 2500 »
    told = context.YEAR_ALONE_CUE.search(left) and _MISTYPED.match(text, end)
    return bool(told) and OLDEST <= year <= NEWEST and not round_number


def month_head(text: str, found: Raw) -> Iterator[Raw]:
    """Yield the bare month of « 03-05/2016 », « de 03 à 05/2016 »."""
    head = _MONTH_HEAD.search(context.before(text, found.start))
    if head and found.month is not None and int(head[1]) < found.month:
        start = found.start - len(head[0])
        month = Piece("month", width(head[1], head[1]))
        full = (month, *found.full[1:])
        yield Raw(start, start + len(head[1]), (month,), None, int(head[1]), None, full)


def heads(text: str, found: Raw) -> Iterator[Raw]:
    """Yield the bare day of « du 18 au 29/03/2020 »."""
    if found.pieces[0].part != "day":
        return
    head = _HEAD.search(context.before(text, found.start))
    if head and 1 <= int(head[1]) <= 31:  # noqa: PLR2004
        start = found.start - len(head[0]) + head.start(1) - head.start()
        day = Piece("day", width(head[1], head[1]))
        yield Raw(
            start,
            start + len(head[1]),
            (day,),
            None,
            None,
            int(head[1]),
            (day, *found.full[1:]),
            head=True,
            confidence=0.9,
        )
