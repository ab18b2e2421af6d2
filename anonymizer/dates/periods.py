"""Seasons, quarters and halves of a year: été 2009, hiver 2015-2016, 2e trimestre 2018, Q3 2018.

Each says a year, and moves by months from its middle: the season of the month where that lands.
"""

import re
from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.digits import written_years
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import case_of, cased, without_accents
from anonymizer.dates.raw import Raw, signs, year_of
from anonymizer.phi import Lang

SEASONS: Final = MappingProxyType(
    {
        Lang.FR: ("hiver", "printemps", "été", "automne"),
        Lang.EN: ("winter", "spring", "summer", "autumn"),
    }
)
_NAMES: Final = MappingProxyType(
    {
        **{without_accents(n): (i, lang) for lang in Lang for i, n in enumerate(SEASONS[lang])},
        "fall": (3, Lang.EN),
    }
)
ORDINALS: Final = MappingProxyType(
    {
        Lang.FR: ("premier", "deuxième", "troisième", "quatrième"),
        Lang.EN: ("first", "second", "third", "fourth"),
    }
)
_ORDINAL: Final = MappingProxyType(
    {
        **{without_accents(w): i for lang in Lang for i, w in enumerate(ORDINALS[lang], start=1)},
        "second": 2,
    }
)
_OF = r"(?:[ ](?:de[ ](?:l'annee[ ])?|of[ ])|[ ])"
_SEASON: Final = re.compile(
    rf"(?<![a-z])(?:({'|'.join(_NAMES)})[ ]?(?:-|/|et|and|ou|or)[ ]?)?({'|'.join(_NAMES)}){_OF}\Z"
)
_PART: Final = re.compile(
    rf"(?<![a-z0-9])(?:([1-4])(ers?|e|eme|ere|st|nd|rd|th)|({'|'.join(_ORDINAL)}))[ ]"
    rf"(trimestre|semestre|quarter|half){_OF}\Z"
)
_Q: Final = re.compile(r"(?<![a-z0-9])q([1-4])[ ]?[-/]?[ ]?\Z")
_ANY: Final = re.compile(
    rf"(?:{'|'.join(_NAMES)}|trimestre|semestre|quarter|half){_OF}\Z|q[1-4][ ]?[-/]?[ ]?\Z"
)
_NEXT: Final = re.compile(r"([-/])((?:19|20)?[0-9]{2})(?![0-9]|[/.,-][0-9])")
_SHORT: Final = re.compile(r"[0-9]{2}(?![0-9a-z]|[.,:/-][0-9])")
_BEFORE_SHORT: Final = ("printemps ", "automne ", "hiver ", "l'ete ", "summer ", "winter ")
_HALF = "semestre", "half"


def periods(text: str, original: str) -> Iterator[Raw]:
    """Yield the seasons, quarters and halves that a year follows, in no order."""
    for found in chain(written_years(text), _short(text)):
        start, end = found.span()
        if context.UNIT_AFTER.match(text, end) or text[start - 1 : start].isalnum():
            continue
        left = context.before(text, start)
        if not _ANY.search(left):
            continue
        if season := _SEASON.search(left):
            yield from _seasons(original, found, season, start - len(left))
        elif part := _PART.search(left) or _Q.search(left):
            raw = _part(original, found, part, start - len(left))
            yield from (raw,) if raw else ()


def _short(text: str) -> Iterator[re.Match[str]]:
    for word in _BEFORE_SHORT:
        at = text.find(word)
        while at >= 0:
            found = _SHORT.match(text, at + len(word))
            yield from (found,) if found else ()
            at = text.find(word, at + 1)


def _year(found: re.Match[str]) -> tuple[int, tuple[Piece, ...]]:
    """Return a year and its pieces: 2009, '09, 09."""
    digits = found[0].removeprefix("'")
    lead = () if digits == found[0] else (signs("'"),)
    return year_of(digits), (*lead, Piece("year", "4" if len(digits) == 4 else "2"))  # noqa: PLR2004


def _season(original: str, start: int, name: str) -> tuple[int, Piece]:
    """Return the month in the middle of a season, and its piece."""
    number, lang = _NAMES[name]
    word = original[start : start + len(name)]
    plain = name == "ete" and word.lower() == name
    fall = name if name == "fall" else ""
    piece = Piece("month", "season", text=fall, case=case_of(word), lang=lang, plain=plain)
    return 1 + 3 * number, piece


def _seasons(
    original: str, found: re.Match[str], season: re.Match[str], offset: int
) -> Iterator[Raw]:
    """Yield a season with its year, and the one joined to it: printemps-été 2014."""
    start = offset + season.start(2)
    middle, piece = _season(original, start, season[2])
    year, pieces = _year(found)
    end = found.end()
    over = _NEXT.match(found.string, end) if middle == 1 and len(pieces) == 1 else None
    if over and year_of(over[2]) == year + 1:
        year, end = year + 1, over.end()
        pieces = (Piece("year", f"pair{len(over[2])}", text=over[1]),)
    gap = signs(found.string[offset + season.end(2) : found.start()])
    whole = (piece, gap, *pieces)
    yield Raw(start, end, whole, year, None, None, whole, near=(middle, None))
    if season[1]:
        start = offset + season.start(1)
        first, piece = _season(original, start, season[1])
        year -= bool(over) and first > middle  # « automne-hiver 2015-2016 »
        full = (piece, gap, *pieces)
        yield Raw(
            start, start + len(season[1]), (piece,), year, None, None, full, near=(first, None)
        )


def _part(original: str, found: re.Match[str], part: re.Match[str], offset: int) -> Raw | None:
    """Return a quarter or a half of a year with its year."""
    start = offset + part.start()
    year, pieces = _year(found)
    groups = part.groups()
    if len(groups) == 1:  # Q3 2018
        number, form, style, end = int(groups[0]), "quarter", "", start + 2
        lead: tuple[Piece, ...] = (signs(original[start : start + 1]),)
    else:
        digit, suffix, word, name = groups
        number = int(digit) if digit else _ORDINAL[word]
        form = "half" if name in _HALF else "quarter"
        style = "words" if word else "st" if suffix in {"st", "nd", "rd", "th"} else "e"
        end, lead = offset + part.end(3 if word else 2), ()
    if form == "half" and number > 2:  # noqa: PLR2004
        return None
    lang = Lang.EN if "quarter" in part[0] or "half" in part[0] else Lang.FR
    case = case_of(original[start:end])
    piece = Piece("month", form, text=style, case=case, lang=lang)
    whole = (*lead, piece, signs(found.string[end : found.start()]), *pieces)
    middle = number * 6 - 2 if form == "half" else number * 3 - 1
    return Raw(start, found.end(), whole, year, None, None, whole, near=(middle, None))


def said(month: int, piece: Piece) -> str:
    """Return the season, quarter or half in which a month lies, as ``piece`` writes it.

    >>> said(10, Piece("month", "season", lang=Lang.FR)), said(5, Piece("month", "quarter"))
    ('automne', '2')
    """
    lang = piece.lang or Lang.FR
    if piece.form == "season":
        name = SEASONS[lang][month % 12 // 3]
        name = piece.text if piece.text and name == "autumn" else name
        return cased(without_accents(name) if piece.plain else name, piece.case)
    number = (month - 1) // (6 if piece.form == "half" else 3) + 1
    match piece.text:
        case "words" if lang is Lang.FR and piece.form == "half" and number > 1:
            return cased("second", piece.case)
        case "words":
            return cased(ORDINALS[lang][number - 1], piece.case)
        case "st":
            return f"{number}{('st', 'nd', 'rd', 'th')[number - 1]}"
        case "e":
            return f"{number}{'er' if number == 1 else 'e'}"
        case _:
            return str(number)
