"""Dates whose parts nothing separates: 12032016, 20160312, 120316, CR-20160312.pdf."""

import re
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw, valid, year_of
from anonymizer.phi import Lang

_DD, _MM, _YYYY = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_COMPACT: Final = re.compile(rf"({_DD})({_MM})({_YYYY})(?![0-9])")
_COMPACT_YMD: Final = re.compile(rf"({_YYYY})({_MM})({_DD})(?![0-9])")
_COMPACT_SHORT: Final = re.compile(rf"({_DD})({_MM})([0-9]{{2}})(?![0-9])")
_SHORT_LABEL: Final = re.compile(
    r"\b(?:date|ddn|dn|dob|naiss?(?:ance)?|nee?|birth)\b[^\n:0-9]{0,16}[:=]?[ ]?\Z"
)
_FILE: Final = re.compile(r"[-_a-z0-9]{0,24}\.[a-z]{3,4}\b|t[0-9]{4}")
_IN_FILE: Final = re.compile(r"[a-z][-_]?\Z")
_OPENS_FILE: Final = re.compile(
    r"(?:(?<![a-z0-9])|(?<=[a-z]_))[0-9]{6}(?:[0-9]{2}[-_][a-z]|\.(?:pdf|jpe?g|png|tiff?|dcm|docx?|xml|eml)\b)"
)


def whole(text: str, start: int, lang: Lang) -> Raw | None:
    """Read eight digits at ``start`` after a label of dates, before a time, in a file name."""
    filed = _FILE.match(text, start + 8) and (
        _IN_FILE.search(context.before(text, start)) or _OPENS_FILE.match(text, start)
    )
    timed = text[start + 8 : start + 9] == "t"  # 20160312T1022
    if not (filed or timed or context.labelled(text, start)):
        return None
    if found := _COMPACT_YMD.match(text, start):
        return _solid(found, "ymd")
    found = _COMPACT.match(text, start)
    return _solid(found, "dmy", numeric=lang is Lang.EN) if found else None


def short(text: str, start: int, lang: Lang) -> Raw | None:
    """Read the six digits at ``start`` after « date », « né le » or the like: 120316."""
    found = _COMPACT_SHORT.match(text, start)
    filed = _OPENS_FILE.match(text, start)  # scan_120316.jpg
    if not found or not (filed or _SHORT_LABEL.search(context.before(text, start))):
        return None
    return _solid(found, "dmy", numeric=lang is Lang.EN)


def _solid(found: re.Match[str], order: str, *, numeric: bool = False) -> Raw | None:
    """Return a date whose parts nothing separates."""
    digits = dict(zip(order, found.groups(), strict=True))
    year, month, day = year_of(digits["y"]), int(digits["m"]), int(digits["d"])
    if not valid(year, month, day):
        return None
    parts = {
        "d": Piece("day", "2"),
        "m": Piece("month", "2"),
        "y": Piece("year", str(len(digits["y"]))),
    }
    pieces = tuple(parts[part] for part in order)
    return Raw(*found.span(), pieces, year, month, day, pieces, numeric=numeric)
