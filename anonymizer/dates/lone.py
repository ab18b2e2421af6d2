"""Days that name no month, told of a date just before: « hospitalisé le 12 mars, sorti le 15 »."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw, signs
from anonymizer.phi import Lang

_BEYOND = 24  # signs looked at past the end, to see what follows a day
_REACH = 240  # signs after a date in which a day without a month is one of its month
_WEEKDAY_FR = "(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_WEEKDAY_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_STOP = r"[ ]?(?:[.;:)](?![0-9])|,(?![ ]?[0-9])|\n|\Z)"
_FRENCH: Final = re.compile(
    rf"""\b(?:(?:le|jusqu'au|(?:puis|et)[ ]du)(?:[ ](?:{_WEEKDAY_FR}))?|{_WEEKDAY_FR})[ ]
    (3[01]|[12][0-9]|0?[1-9])(er)?
    (?![ ](?:et|ou|au)[ ](?:le[ ]|la[ ])?[0-9]{{1,2}}(?:er|e|eme|[ ]?[a-z]*e)\b)
    (?={_STOP}|[ ](?:et|puis|inclus|matin|soir|midi|courant|(?:du|de[ ]ce)[ ]meme[ ]mois
    |au[ ]matin|au[ ]soir)\b|[ ]a[ ][0-9]{{1,2}}[ ]?[h:]
    |[ ]au[ ][0-9]{{1,2}}(?:{_STOP}|[ ]inclus))""",
    re.VERBOSE,
)
_ENGLISH: Final = re.compile(
    rf"""\b(?:(?:on|until|till|since|to|by|before|after|and|from)[ ]the
    |(?:{_WEEKDAY_EN}),?(?:[ ]the)?)[ ]
    (3[01]|[12][0-9]|[1-9])(st|nd|rd|th)
    (?!,?[ ](?:(?:and|or|to)[ ])?[0-9]{{1,2}}(?:st|nd|rd|th)[ ](?!of\b)[a-z])
    (?={_STOP}|[ ](?:inst|instant|of[ ]th(?:e[ ]same|is|at)[ ]month|at|when|where|for|with|without
    |in|he|she|they|we|it|after|because|following|by)\b|[ ]and[ ](?![0-9]))""",
    re.VERBOSE,
)
_UNTIL: Final = re.compile(rf"[ ]au[ ](3[01]|[12][0-9]|0?[1-9])()(?={_STOP}|[ ]inclus\b)")
_LONE: Final = MappingProxyType({Lang.FR: _FRENCH, Lang.EN: _ENGLISH})


def with_lone(
    text: str, raws: Sequence[Raw], lang: Lang, doubtful: Container[int]
) -> tuple[Raw, ...]:
    """Return the dates with the lone days that follow a whole day in its paragraph, in order.

    Those that begin at a ``doubtful`` offset tell no month.
    """
    found: list[Raw] = []
    for raw, following in pairwise((*raws, None)):
        if raw is None:
            continue
        found.append(raw)
        if raw.day and raw.month and raw.date and raw.start not in doubtful:
            end = following.start if following else len(text)
            found.extend(_days(text, raw, min(end, raw.end + _REACH), lang))
    return tuple(found)


def _days(text: str, host: Raw, end: int, lang: Lang) -> Iterator[Raw]:
    line = text.find("\n\n", host.end, end)
    end = end if line < 0 else line
    for day in _matches(text, host.end, end + _BEYOND, lang):
        if day.end() > end or context.born(text, host.start, host.end):
            return
        piece = _piece(day[1], day[2], lang)
        full = _full(piece, host, lang)
        last = day.end(2) if day[2] else day.end(1)
        yield Raw(
            day.start(1),
            last,
            (piece,),
            day=int(day[1]),
            full=full,
            lone=True,
            confidence=0.7,
        )


def _matches(text: str, start: int, end: int, lang: Lang) -> Iterator[re.Match[str]]:
    """Yield the lone days, and after the host and after each of them the day of « … au 15 »."""
    if until := _UNTIL.match(text, start, end):
        yield until
        start = until.end()
    for day in _LONE[lang].finditer(text, start, end):
        yield day
        if until := _UNTIL.match(text, day.end(), end):
            yield until


def _piece(digits: str, ending: str | None, lang: Lang) -> Piece:
    if lang is Lang.EN:
        return Piece("day", "st")
    return Piece("day", "2" if digits[0] == "0" else "er" if ending or digits != "1" else "1")


def _full(day: Piece, host: Raw, lang: Lang) -> tuple[Piece, ...]:
    """Return a day with a month and a year, in the order in which one is read after « le »."""
    pieces = host.full or host.pieces
    month = next(p for p in pieces if p.part == "month")
    if lang is Lang.FR and pieces[0].part == "day":
        number = host.pieces[0] if month.form in {"1", "2"} else day
        return (number, *pieces[1:])
    if month.form in {"1", "2", "roman"}:
        month = Piece("month", "long", case="title" if lang is Lang.EN else "lower", lang=lang)
    gap = " of " if lang is Lang.EN else " "
    return (day, signs(gap), month, signs(" "), Piece("year", "4"))
