"""A month's name as it stands in a text, and the year that follows it."""

import re
from dataclasses import dataclass
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import MONTH, NAMES, WRITTEN, case_of, without_accents
from anonymizer.dates.raw import signs, year_of
from anonymizer.dates.spell import YEAR_WORDS, spelled, value
from anonymizer.phi import Lang

DAY_BEFORE: Final = re.compile(
    r"(?<![a-z0-9.,])([0-9]{1,2})[ ]?(er|ere|st|nd|rd|th)?"
    r"([ ]{0,2}[,./|-]?[ ]{0,2}\n?(?:of |the )?)\Z"
)
YEAR_AFTER: Final = re.compile(
    r"([ ]{0,2}\n?[ ]?(?:,[ ]?|/[ ]?|-[ ]?|\.|de l'annee |de |of )?'?)"
    r"((?:19|20)[0-9]{2}(?=[0-9][0-9.,])|[0-9]{4}(?![0-9])|[0-9]{3}(?![0-9]))"
)
_SHORT_YEAR: Final = re.compile(
    r"(,?[ ]?'|[ ]of[ ]'|[ ]?/[ ]?|[ ]|-|\.|)([0-9]{2})"
    r"(?![0-9a-z]|[.,:/-][0-9]|[ ]?h(?![a-z])|[ ]?:[ ]?[0-9])"
)
_SINCE: Final = re.compile(r"\b(?:en|depuis|debut|fin|jusqu'en)[ ]\Z")  # « en oct 21 »
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Name:
    """A month's name as it stands in a text; ``around`` is the text's own language."""

    start: int
    end: int
    month: int
    piece: Piece
    lang: Lang
    bare: str
    around: Lang


def name_of(text: str, original: str, found: re.Match[str], lang: Lang) -> Name:
    """Return the name found in the reading form, with its capitals, accents and full stop."""
    bare = found[0]
    month, form, langs = NAMES[bare]
    written_in = lang if lang in langs else min(langs)
    as_written = original[found.start() : found.end()]
    accented = WRITTEN[written_in, form][month - 1].lower()
    plain = accented != without_accents(accented) and as_written.lower() == bare
    dot = form != "long" and text[found.end() : found.end() + 1] == "."
    piece = Piece("month", form, case=case_of(as_written), lang=written_in, dot=dot, plain=plain)
    return Name(found.start(), found.end() + dot, month, piece, written_in, bare, lang)


@dataclass(frozen=True, slots=True)
class After:
    """What follows a month's name: where the date ends, its year, the pieces up to there."""

    end: int
    year: int | None = None
    pieces: tuple[Piece, ...] = ()


def year_after(text: str, name: Name) -> After:
    """Return the year after a month's name, in four digits, two, or words."""
    if found := YEAR_AFTER.match(text, name.end):
        lost = name.piece.form == "long" and not context.UNIT_AFTER.match(text, found.end())
        if len(found[2]) == 4 or lost:  # noqa: PLR2004 - « mars 201 » has lost a digit
            return After(found.end(), int(found[2]), (signs(found[1]), Piece("year", "4")))
    elif (found := _SHORT_YEAR.match(text, name.end)) and _is_short_year(text, found, name):
        return After(found.end(), year_of(found[2]), (signs(found[1]), Piece("year", "2")))
    if text[name.end : name.end + 1] in {" ", "\n"}:
        words = YEAR_WORDS.match(text, name.end + 1)
        year = value(words[0]) if words else None
        if words and year and 1800 <= year <= 2199:  # noqa: PLR2004
            piece = Piece("year", _hyphens(words[0], year, name.lang), lang=name.lang)
            return After(words.end(), year, (signs(text[name.end]), piece))
    return After(name.end)


def _hyphens(words: str, year: int, lang: Lang) -> str:
    if words == without_accents(spelled(year, lang, "all")):
        return "words-all"
    return "words-none" if "-" not in words and "-" in spelled(year, lang) else "words"


def _is_short_year(text: str, found: re.Match[str], name: Name) -> bool:
    if context.UNIT_AFTER.match(text, found.end()) and text[found.end()] != "/":
        return False
    sure = "'" in found[1] or found[1] in {"-", "/"}
    if name.lang is Lang.EN and not sure and int(found[2]) <= _LAST_DAY:
        return DAY_BEFORE.search(context.before(text, name.start)) is not None
    if found[1] == "" and (name.piece.case == "upper" or name.piece.form != "long"):
        return _dayed(text, name)  # SEPT12 is a gene
    if MONTH.match(text, found.end() + 1):  # « mai 15 juin »: the number is the next one's day
        return False
    cued = name.piece.case != "upper" and _SINCE.search(context.before(text, name.start))
    form = name.piece.form == "long" or found[1] != " " or name.piece.dot
    return form or bool(cued) or _dayed(text, name)


def _dayed(text: str, name: Name) -> bool:
    return DAY_BEFORE.search(context.before(text, name.start)) is not None
