"""Years that are no bare four digits: decades, '09, 2012-14, en 98, years in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.digits import runs
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw, signs, year_of
from anonymizer.dates.spell import YEAR_IN_WORDS, YEAR_WORDS, spelled, value
from anonymizer.phi import Lang

_DECADE: Final = re.compile(
    r"annees ((?:19|20)?[0-9]0)(?:(?:-|/| et | a | ou )((?:19|20)?[0-9]0))?"
)
_DECADE_EN: Final = re.compile(r"(?:19|20)?[0-9]0'?s(?![a-z])")
_DECADE_CUE: Final = re.compile(
    r"(?:\b(?:the|in|since|from|until|during)[ ](?:(?:early|mid|late)[ -])?"
    r"|\b(?:early|mid|late)-)'?\Z"
)
_NO_DECADE: Final = re.compile(
    r"\b(?:his|her|their|my|sat[a-z]*|spo2|systolic[a-z]*|diastolic[a-z]*|rates?|hr|bp|pressures?"
    r"|sugars?|glucose|pulse|oxygen)\b[^.;\n]{0,40}\Z"
)
_SHORT: Final = re.compile(r"'([0-9]{2})(?![0-9a-z']|[.,][0-9])")
_SHORT_CUE: Final = re.compile(r"(?:[a-z]{2}[ ]|[(])\Z")
_TWO: Final = re.compile(
    r"[06-9][0-9](?=[ ]?[.;)](?![0-9])|[ ]?,(?![0-9])|\n|\Z|[ ](?:et|puis|and|then)\b)"
)
_TWO_CUE: Final = re.compile(r"\b(?:en|depuis|jusqu'en|in|since|debut|fin)[ ]\Z")
_HAPPENED: Final = re.compile(  # « opéré en 98 », but « saturation en 98 »
    rf"""(?:(?<![a-z]){context.ACT}|\b(?:opere|diagnosti|decouver|traite|hospitalise|implante|pose|arrete
    |sevre|marie|retraite|operated|treated|stopped|back|way)[a-z]*)[^.;:\n]{{0,30}}\Z""",
    re.VERBOSE,
)
_OVER: Final = re.compile(r"((?:19|20)[0-9]{2})([-/])([0-9]{2})(?![0-9]|[.,/-][0-9])")
_LONGEST_PERIOD = 40
_TWO_DIGITS = 2
_MONTHS = 12
_WORDS = (
    *("deux mil", "deux-mil", "mille neuf", "mille-neuf", "mil neuf"),
    *("two thousand", "nineteen "),
)


def years(text: str, lang: Lang) -> Iterator[Raw]:
    """Yield decades, short years and years in words, in no order."""
    yield from _decades(text)
    yield from _short(text)
    yield from _spelled(text, lang)


def _raw(start: int, end: int, year: int, *pieces: Piece) -> Raw:
    return Raw(start, end, pieces, year, None, None, pieces, confidence=0.8)


def _decades(text: str) -> Iterator[Raw]:
    for found in _DECADE.finditer(text) if "annees " in text else ():
        for group in (1, 2):
            if found[group]:
                yield _decade(text, *found.span(group))
    for found in _DECADE_EN.finditer(text) if "0s" in text or "0's" in text else ():
        start = found.start()
        left = context.before(text, start)
        digits = text[start : found.end()].rstrip("s'")
        whole = len(digits) == 4 and digits[:2] in {"19", "20"}  # noqa: PLR2004
        cued = len(digits) == 2 and _DECADE_CUE.search(left) is not None  # noqa: PLR2004
        if (whole or cued) and not _NO_DECADE.search(left) and not left[-1:].isalnum():
            yield _decade(text, start, start + len(digits))


def _decade(text: str, start: int, end: int) -> Raw:
    form = "decade2" if end - start == 2 else "decade"  # noqa: PLR2004
    return _raw(start, end, year_of(text[start:end]), Piece("year", form))


def _short(text: str) -> Iterator[Raw]:
    """Yield '09, « en 98 » and the second year of 2012-14."""
    for found in _SHORT.finditer(text):
        start, end = found.span()
        if _SHORT_CUE.search(context.before(text, start)) and not context.UNIT_AFTER.match(
            text, end
        ):
            yield _raw(start, end, year_of(found[1]), signs("'"), Piece("year", "2"))
    for start, end in runs(text):
        if end - start == _TWO_DIGITS and text[start - 2 : start] in {"n ", "s ", "e ", "t "}:
            yield from _after_act(text, start)
        if text[end : end + 1] in {"-", "/"} and (over := _OVER.match(text, start)):
            yield from _second(over)


def _after_act(text: str, start: int) -> Iterator[Raw]:
    found = _TWO.match(text, start)
    left = context.before(text, start)
    cue = found and _TWO_CUE.search(left)
    if found and cue and _HAPPENED.search(left, 0, cue.start()):
        yield _raw(*found.span(), year_of(found[0]), Piece("year", "2"))


def _second(found: re.Match[str]) -> Iterator[Raw]:
    last = year_of(found[3])
    if int(found[1]) < last <= int(found[1]) + _LONGEST_PERIOD and int(found[3]) > _MONTHS:
        raw = _raw(*found.span(3), last, Piece("year", "2"))
        yield replace(raw, weak=True)  # a year where the first one is


def _spelled(text: str, lang: Lang) -> Iterator[Raw]:
    for opening in _openings(text):
        words = YEAR_WORDS.match(text, opening)
        year = value(words[0]) if words else None
        if words and year is not None and 1900 <= year <= 2099:  # noqa: PLR2004
            start, end = words.span()
            cued = context.YEAR_CUE.search(context.before(text, start))
            bare = "-" not in words[0] and "-" in spelled(year, lang)
            if cued and not context.UNIT_AFTER.match(text, end):
                form = "words-none" if bare else "words"
                yield _raw(start, end, year, Piece("year", form, lang=lang))


def _openings(text: str) -> Iterator[int]:
    """Yield where a year in words may begin."""
    for words in _WORDS:
        at = text.find(words)
        while at >= 0:
            if YEAR_IN_WORDS.match(text, at) and not text[at - 1 : at].isalpha():
                yield at
            at = text.find(words, at + 1)
