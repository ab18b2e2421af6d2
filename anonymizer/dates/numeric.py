"""Dates in digits: 04/05/2021, 4.5.21, 2021-05-04, 05/2021, 18X2027, 04052021."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.bare import (
    bare_year,
    day_and_month,
    day_month,
    heads,
    month_head,
    month_short_year,
    width,
)
from anonymizer.dates.digits import runs
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import ROMAN
from anonymizer.dates.raw import Raw, signs, valid, year_of
from anonymizer.dates.solid import short, whole
from anonymizer.phi import Lang

# a sign and a digit or a Roman number must follow one or two digits for them to open a date
_OPENS: Final = re.compile(r"(?:er)?[ ]?[./|_:\\,-]{0,2}[ ]?[0-9xvi]")
_MORE: Final = re.compile(r"[./|,-][0-9]")
_SIGN = r"[ ]?[./|-][ ]?"
_DMY: Final = re.compile(
    rf"([0-9]{{1,2}})({_SIGN})([0-9]{{1,2}})({_SIGN})([0-9]{{4}}|[0-9]{{2}})(?![0-9]|[.,/][0-9])"
)
_ODD_DMY: Final = re.compile(  # 1er/03/2016, 12//03//2016, 12_03_2016
    r"([0-9]{1,2})(er)?(([/_.:\\|-])\4?|[ ]|,)([0-9]{1,2})((?<!,)\4{1,2}|\3)((?:19|20)[0-9]{2})"
    r"(?![0-9]|[.,/][0-9])"
)
_SPACED_DMY: Final = re.compile(
    r"([0-9]{1,2})( )([0-9]{2})( )((?:19|20)[0-9]{2})(?![0-9]|[.,/ ][0-9])"
)
_YMD: Final = re.compile(
    r"((?:1[89]|2[0-9])[0-9]{2})([-/.])([0-9]{1,2})(\2)([0-9]{1,2})(?![0-9]|[.,/-][0-9])"
)
_YM: Final = re.compile(r"((?:19|20)[0-9]{2})([-/])(0[1-9]|1[0-2])(?![0-9]|[.,/-][0-9])")
_MY: Final = re.compile(r"([0-9]{1,2})([ ]?[/.-][ ]?)([0-9]{4})(?![0-9]|[.,/][0-9])")
_ROMAN: Final = re.compile(
    r"([0-9]{1,2})([ ./-]?)(xii|xi|ix|iv|x|viii|vii|vi|v|iii|ii|i)(\2)"
    r"((?:19|20)[0-9]{2}|(?<=[./])[0-9]{2})(?![0-9])"
)
_DAYS_OF_CYCLE: Final = re.compile(r"(?:\bjours?|\bdays?|\b[jd])[ ]?\Z")
_MORE_PAIRS: Final = re.compile(r"-[0-9]{2}\b(?![./])")
_SCORED: Final = re.compile(
    r"\b(?:apgars?|gcs|glasgow|scores?|cotations?)(?:[ :=(]|[a-z0-9]{1,8}[ ]){1,4}\Z"
)
_DILUTION: Final = re.compile(r"\b(?:titre|titer|dilution|adrenaline|ana|aan|anticorps|serolog)")
_OLDEST, _NEWEST = 1880, 2199
_YEAR_BEFORE: Final = re.compile(r"(?:\A|[^0-9/.])(?:19|20)[0-9]{2}/\Z")
_MONTHS = 12
_BEST = 10  # points of a score at 1, 5 and 10 minutes
_TWO = 2  # digits of a day at most


def numeric(text: str, lang: Lang, closed: Container[int] = ()) -> Iterator[Raw]:
    """Yield the dates in digits of a text in its reading form, in order.

    ``closed`` are the ends of dates with a month's name, whose years are no dates of their own.
    """
    done = 0
    for start, end in runs(text):
        if end in closed and not _MORE.match(text, end):
            continue
        if start < done or (end - start <= _TWO and not _OPENS.match(text, end)):
            continue
        before = text[start - 1] if start else " "
        found = _read(text, start, end - start, before, lang)
        if found is None:
            continue
        done = found.end
        if found.day is not None and not found.weak:
            yield from heads(text, found)
        elif found.month is not None and found.year is not None:
            yield from month_head(text, found)
        yield found


def _read(text: str, start: int, length: int, before: str, lang: Lang) -> Raw | None:
    if before in ".,/" and start > 1 and text[start - 2].isdecimal():
        second = length == 4 and _YEAR_BEFORE.search(text[max(0, start - 6) : start])  # noqa: PLR2004
        return bare_year(text, start, before) if second else None
    match length:
        case 1 | 2:
            return (
                _day_month_year(text, start, before, lang)
                or _odd(text, start, before, lang)
                or _month_year(text, start, before)
                or _spaced(text, start, lang)
                or _roman(text, start)
                or month_short_year(text, start)
                or day_month(text, start, before, lang)
            )
        case 4:
            return _year_first(text, start, before) or bare_year(text, start, before)
        case 6:
            return short(text, start, lang)
        case 8:
            return whole(text, start, lang)
        case _:
            return None


def _year_piece(digits: str) -> Piece:
    return Piece("year", "2" if len(digits) == 2 else "4")  # noqa: PLR2004


def _day_month_year(text: str, start: int, before: str, lang: Lang) -> Raw | None:
    found = _DMY.match(text, start)
    if not found:
        return None
    a, s1, b, s2, c = found.groups()
    sign1, sign2 = s1.strip(), s2.strip()
    if sign1 != sign2 and "|" not in s1 + s2:
        return None
    short = len(c) == 2  # noqa: PLR2004
    if short and not _short_date(text, found, before, sign1):
        return None
    year = year_of(c)
    holds = valid(year, int(b), int(a)) or (lang is Lang.EN and valid(year, int(a), int(b)))
    if not holds and (int(a) > 39 or int(b) > 39 or (short and not context.labelled(text, start))):  # noqa: PLR2004
        return None
    if before == "-" and sign1 == "-" and start > 1 and text[start - 2].isalnum():
        return None
    pieces = (*day_and_month(a, s1, b), signs(s2), _year_piece(c))
    return Raw(start, found.end(), pieces, year, int(b), int(a), pieces, numeric=True)


def _odd(text: str, start: int, before: str, lang: Lang) -> Raw | None:
    """Read 1er/03/2016, 12//03//2016, 12_03_2016, 12,03,2016 at ``start``."""
    found = _ODD_DMY.match(text, start)
    if (
        not found
        or before.isalnum()
        or (found[3] in {" ", ","} and not context.labelled(text, start))
    ):
        return None
    a, first, s1, _, b, s2, c = found.groups()
    if not valid(int(c), int(b), int(a)):
        return None
    day, sign, month = day_and_month(a, s1, b)
    day = replace(day, form=f"er{month.form}") if first else day  # « 1er/03/2016 » is padded
    pieces = (day, sign, month, signs(s2), Piece("year", "4"))
    odd = Raw(start, found.end(), pieces, int(c), int(b), int(a), pieces)
    return replace(odd, numeric=lang is Lang.EN and not first)


def _short_date(text: str, found: re.Match[str], before: str, sign: str) -> bool:
    if before.isalnum() or before == "+":
        return False
    if sign != "/" and (" " in found[2] or " " in found[4]):
        return False
    if sign == "-" and _MORE_PAIRS.match(text, found.end()):  # a telephone number
        return False
    left = context.before(text, found.start())
    if sign == "-" and _DAYS_OF_CYCLE.search(left):
        return False
    if max(map(int, found.group(1, 3, 5))) <= _BEST and _SCORED.search(left):
        return False
    return not context.UNIT_AFTER.match(text, found.end()) or text[found.end()] == "/"


def _month_year(text: str, start: int, before: str) -> Raw | None:
    found = _MY.match(text, start)
    if not found or before.isalnum():
        return None
    month, sign, year = found.groups()
    if not (1 <= int(month) <= _MONTHS and _OLDEST <= int(year) <= _NEWEST):
        return None
    if (sign.strip() == "." and len(month) == 1) or (" " in sign and sign.strip() != "/"):
        return None
    if before == "-" and sign == "-" and start > 1 and text[start - 2].isalpha():
        return None
    left = context.before(text, start)
    if context.UNIT_AFTER.match(text, found.end()) or (month == "1" and _DILUTION.search(left)):
        return None
    pieces = (Piece("month", width(month, month)), signs(sign), Piece("year", "4"))
    return Raw(start, found.end(), pieces, int(year), int(month), None, pieces)


def _spaced(text: str, start: int, lang: Lang) -> Raw | None:
    found = _SPACED_DMY.match(text, start)
    if not found or not context.labelled(text, start):
        return None
    a, s1, b, s2, c = found.groups()
    if not valid(int(c), int(b), int(a)) and lang is Lang.FR:
        return None
    pieces = (*day_and_month(a, s1, b), signs(s2), Piece("year", "4"))
    return Raw(start, found.end(), pieces, int(c), int(b), int(a), pieces, numeric=True)


def _roman(text: str, start: int) -> Raw | None:
    found = _ROMAN.match(text, start)
    if not found:
        return None
    day, s1, month, s2, year = found.groups()
    pieces = (
        Piece("day", width(day, day)),
        signs(s1),
        Piece("month", "roman", case="upper"),
        signs(s2),
        _year_piece(year),
    )
    number = ROMAN.index(month) + 1
    return Raw(start, found.end(), pieces, year_of(year), number, int(day), pieces)


def _year_first(text: str, start: int, before: str) -> Raw | None:
    if before.isalnum() or (before == "-" and start > 1 and text[start - 2].isalpha()):
        return None
    if found := _YMD.match(text, start):
        year, s1, month, s2, day = found.groups()
        pieces = (
            Piece("year", "4"),
            signs(s1),
            Piece("month", width(month, day)),
            signs(s2),
            Piece("day", width(day, month)),
        )
        return Raw(start, found.end(), pieces, int(year), int(month), int(day), pieces)
    if found := _YM.match(text, start):
        year, s1, month = found.groups()
        short = (Piece("year", "4"), signs(s1), Piece("month", "2"))
        return Raw(start, found.end(), short, int(year), int(month), None, short)
    return None
