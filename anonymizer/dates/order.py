"""Whether an English text writes the day or the month first: what the text itself tells."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw

Order = Literal["day", "month", "unknown"]
_LAST_MONTH = 12
_BRITISH: Final = re.compile(
    r"\b(?:haem[a-z]+|anaem[a-z]+|oedem[a-z]+|oesoph[a-z]+|diarrhoea|tumours?|paediatr[a-z]+|leukaem[a-z]+"
    r"|gynaecolog[a-z]+|orthopaedic[a-z]*|labour|nhs|fibre[s]?|grey|centre|theatre|whilst"
    r"|anaesthe[a-z]+|ischaem[a-z]+|litres?|neutropenia was organised)\b"
)
_AMERICAN: Final = re.compile(
    r"\b(?:hemo[a-z]+|hemato[a-z]+|anemi[a-z]+|edema|esophag[a-z]+|diarrhea|tumors?|pediatr[a-z]+|leukemi[a-z]+"
    r"|gynecolog[a-z]+|orthopedic[a-z]*|labor|fiber[s]?|gray|center|ssn|zip|anesthe[a-z]+|ischemi[a-z]+"
    r"|liters?)\b"
)


def order(text: str, raws: Sequence[Raw]) -> Order:
    """Return which of two numbers is the day in an English text.

    First what other dates in digits rule out, then dates with the month's name, then spelling.
    """
    numeric = [r for r in raws if r.numeric and r.pieces[0].part == "day"]
    day_first = any((r.day or 0) > _LAST_MONTH >= (r.month or 0) for r in numeric)
    month_first = any((r.month or 0) > _LAST_MONTH >= (r.day or 0) for r in numeric)
    if day_first != month_first:
        return "day" if day_first else "month"
    if day_first:
        return "unknown"
    parts = [[p.part for p in r.pieces if p.part != "text"] for r in raws if not r.numeric]
    named = [p for p in parts if "day" in p and "month" in p and p[0] != "year"]
    return _more(sum(p[0] == "day" for p in named), sum(p[0] == "month" for p in named)) or (
        _more(len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))) or "unknown"
    )


def _more(day: int, month: int) -> Order | None:
    if day == month:
        return None
    return "day" if day > month else "month"


def ordered(raw: Raw, first: Order) -> tuple[Raw, bool]:
    """Return a date in digits with its day and month told apart, and whether they can't be."""
    day, month = raw.day, raw.month
    if not raw.numeric or day is None or month is None:
        return raw, False
    if month > _LAST_MONTH >= day or (first == "month" and day <= _LAST_MONTH):
        return replace(
            raw, day=month, month=day, pieces=_swapped(raw.pieces), full=_swapped(raw.full)
        ), False
    return raw, first == "unknown" and day <= _LAST_MONTH and day != month


def _swapped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces in which day and month have changed places."""
    return tuple(_turned(piece) for piece in pieces)


def _turned(piece: Piece) -> Piece:
    match piece.part:
        case "day":
            return replace(piece, part="month")
        case "month":
            return replace(piece, part="day")
        case _:
            return piece
