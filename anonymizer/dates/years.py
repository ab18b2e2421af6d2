"""Years that are no bare four digits: decades, years in words, the season before a year."""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw, signs, year_of
from anonymizer.dates.spell import YEAR_IN_WORDS, YEAR_WORDS, spelled, value
from anonymizer.phi import Lang

_DECADE: Final = re.compile(
    r"(?:annees (?:19|20)?([0-9]0)(?![0-9])|((?:19|20)[0-9]0)s\b|\bthe '?([0-9]0)s\b)"
)
_SEASON: Final = re.compile(
    r"(?:printemps|\bete|automne|hiver|spring|summer|autumn|\bfall|winter)"
    r"([ ](?:de[ ]l'annee |de |of )?)((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
)
_SHORT: Final = re.compile(r"\b(?:in|en|since|depuis|until|jusqu'en|of|de) ('[0-9]{2})(?![0-9a-z])")


def years(text: str, original: str, lang: Lang) -> Iterator[Raw]:
    """Yield decades, seasons with a year, and years in words, in no order."""
    yield from _decades(text)
    for found in _SEASON.finditer(text):
        start = found.start()
        if not context.UNIT_AFTER.match(text, found.end()):
            pieces = (signs(original[start : found.start(2)]), Piece("year", "4"))
            yield Raw(start, found.end(), pieces, int(found[2]), None, None, pieces)
    for found in _SHORT.finditer(text):
        start, end = found.span(1)
        short = (signs("'"), Piece("year", "2"))
        if not context.UNIT_AFTER.match(text, end):
            said = year_of(text[start + 1 : end])
            yield Raw(start, end, short, said, None, None, short, confidence=0.8)
    for opening in YEAR_IN_WORDS.finditer(text):
        words = YEAR_WORDS.match(text, opening.start())
        year = value(words[0]) if words else None
        if words and year is not None and 1900 <= year <= 2099:  # noqa: PLR2004
            start, end = words.span()
            cued = context.YEAR_CUE.search(context.before(text, start))
            hyphens = (
                "words-none" if "-" not in words[0] and "-" in spelled(year, lang) else "words"
            )
            alone = (Piece("year", hyphens, lang=lang),)
            if cued and not context.UNIT_AFTER.match(text, end):
                yield Raw(start, end, alone, year, None, None, alone, confidence=0.8)


def _decades(text: str) -> Iterator[Raw]:
    for found in _DECADE.finditer(text):
        group = found.lastindex or 1
        start, end = found.span(group)
        if group == 1 and text[start - 1].isdecimal():
            start -= 2
        digits = text[start:end]
        short = len(digits) == 2  # noqa: PLR2004
        year = year_of(digits)
        pieces = (Piece("year", "decade2" if short else "decade"),)
        yield Raw(start, end, pieces, year, None, None, pieces, confidence=0.8)
