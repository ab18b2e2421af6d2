"""Dates that a scan or a hurried hand took apart: digit by digit, or half in words."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.digits import runs
from anonymizer.dates.mention import Piece
from anonymizer.dates.raw import Raw, signs, valid
from anonymizer.dates.spell import DAY_WORDS, value
from anonymizer.phi import Lang

_RUN: Final = re.compile(r"[0-9]{1,2}(?: [0-9]){5,40}(?![0-9])")
_ALL = 8  # digits of DDMMYYYY
_MONTH_YEAR: Final = re.compile(r"([0-9]{2}) ((?:19|20)[0-9]{2})(?![0-9])")
_PIECES: Final = (Piece("day", "2"), Piece("month", "2"), Piece("year", "4"))


def loose(text: str, lang: Lang) -> Iterator[Raw]:
    """Yield « 2 9 0 2 1 9 9 9 » and « vingt-six 02 2012 », in no order."""
    done = 0
    for (start, end), (following, last) in pairwise(runs(text)):
        if following != end + 1 or text[end] != " ":
            continue
        if last - following == 1 and start >= done and (run := _RUN.match(text, start)):
            done = run.end()
            if not start or not text[start - 1].isalnum():
                yield from _spread(text, run)
        elif found := _MONTH_YEAR.match(text, start):
            yield from _after_words(text, found, lang)


def _after_words(text: str, found: re.Match[str], lang: Lang) -> Iterator[Raw]:
    """Yield « vingt-six 02 2012 »."""
    left = context.before(text, found.start())
    if left[-2:-1].isalpha():
        words = DAY_WORDS.search(left)
        day = value(words[1]) if words and not (lang is Lang.EN and words[1] == "sept") else None
        if words and day and valid(int(found[2]), int(found[1]), day):
            start = found.start() - (len(left) - words.start(1))
            pieces = (
                Piece("day", "words", lang=lang),
                signs(" "),
                Piece("month", "2"),
                signs(" "),
                Piece("year", "4"),
            )
            year, month = int(found[2]), int(found[1])
            yield Raw(start, found.end(), pieces, year, month, day, pieces, confidence=0.8)


def _spread(text: str, run: re.Match[str]) -> Iterator[Raw]:
    """Yield the dates at the two ends of a run of single digits; a number may stand beside them."""
    places = tuple(i for i in range(*run.span()) if text[i] != " ")
    digits = "".join(text[i] for i in places)
    alone = len(digits) == _ALL
    cued = context.DATE_LABEL.search(context.before(text, run.start())) is not None
    if len(digits) < _ALL:
        lost = {digits[-4:-2], digits[4:6]} & {"19", "20"}  # a digit of the day, or of the year
        if cued and len(digits) == _ALL - 1 and lost:
            yield _raw(run.start(), run.end(), None)
        return
    ends = {0: digits[:_ALL], len(digits) - _ALL: digits[-_ALL:]}
    for first, eight in sorted(ends.items()):
        start, end = places[first], places[first + _ALL - 1] + 1
        day, month, year = int(eight[:2]), int(eight[2:4]), int(eight[4:])
        if eight[4:6] not in {"19", "20"}:
            continue
        if valid(year, month, day):
            yield _raw(start, end, (year, month, day))
        elif alone and (cued or valid(year, day, month)):
            yield _raw(start, end, None)


def _raw(start: int, end: int, date: tuple[int, int, int] | None) -> Raw:
    year, month, day = date or (None, None, None)
    return Raw(start, end, _PIECES, year, month, day, _PIECES, gap=" ", confidence=0.7)
