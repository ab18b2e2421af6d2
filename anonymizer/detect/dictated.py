"""Find names in small letters, as dictation and haste write them: « docteur vital bon à la ligne ».

Layout: a title, "copy to", "pt" or the last line of a text, and two to six words in small letters
that the end of the line, a word of dictation or a number ends. Source: notes of wards on call,
letters of speech recognition.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, spans
from anonymizer.detect.words import (
    APOSTROPHE,
    HYPHEN,
    LETTER,
    folded,
    is_family,
    is_given,
    is_heading,
    scan,
)
from anonymizer.lexicon import in_dictionary, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_WORD = rf"[a-zß-öø-ÿ\u0100-\u024f][{LETTER}{HYPHEN}{APOSTROPHE}]+"
_SMALL = re.compile(_WORD)
_END = r"(?:[àa] la ligne|new (?:line|paragraph)|please|virgule|comma|full stop|signé|regarding)\b"
_DICTATED = re.compile(rf" {_END}")  # what ends a name that is dictated
_LINE_ENDS = re.compile(r"[ ]*(?:\n|\Z)")
_PATIENT = re.compile(  # « pr rivka zylberstein (N4580350) »
    rf"\bp[rt] (?P<name>{_WORD}(?: {_WORD}){{1,5}}) \((?=[A-Z]{{0,2}}\d[\d -]{{3,}}\))"
)
_TO = re.compile(
    rf"\b(?:copy to|copie à|req by|demandé par) (?P<name>{_WORD}(?: {_WORD}){{1,5}}?) {_END}"
)
_LAST_LINE = re.compile(
    rf"\n[ -]*(?P<name>{_WORD}(?: {_WORD}){{1,5}}?)(?P<role>,? (?:pgy ?\d|md|rn|np|pa-c|ide))?\s*\Z"
)
_LINE = 100  # signs
_PARTICLES = frozenset(
    (
        *("de", "du", "da", "di", "dos", "das", "des", "van", "von", "der", "den", "el", "al"),
        *("ben", "la", "le"),
    )
)
_LONG = 4
_MOST = 6


def dictated(passage: "Passage") -> Iterator[Span]:
    """Yield the names in small letters of a patient, of who gets a copy and of who signs."""
    text = passage.text
    for found in scan(_PATIENT, text, " pt ", "\npt ", " pr ", "\npr "):
        yield Span(*found.span("name"), Phi.PATIENT, "", 0.8)
    for found in scan(_TO, text, "copy to", "copie à ", "req by", "demandé par"):
        pieces = _pieces(text, *found.span("name"))
        if any(map(_named, pieces)):
            yield from spans(pieces, Phi.CLINICIAN, 0.8)
    if signed := _LAST_LINE.search(text, max(0, len(text) - _LINE)):
        pieces = _pieces(text, *signed.span("name"))
        if signed["role"] or _is_name(pieces):
            yield from spans(pieces, Phi.CLINICIAN, 0.8)


def _pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    return tuple(_piece(found) for found in _SMALL.finditer(text, start, end))


def _piece(found: re.Match[str]) -> Piece:
    plain = folded(found[0])
    return Piece(*found.span(), plain, capitals=False, particle=plain in _PARTICLES)


def _named(piece: Piece) -> bool:
    """Tell whether a lexicon of names alone knows a word, or no lexicon at all."""
    return is_given(piece.plain) or look(piece.plain.capitalize()) > Look.BOTH


def _is_name(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a line is a name: a given name or a stranger first, one common word at most."""
    common = [p for p in pieces if not (p.particle or _named(p) or is_family(p.plain))]
    opened = is_given(pieces[0].plain) or (_named(pieces[0]) and not common)
    return opened and len(common) <= 1 and not any(p.plain in words("drugs") for p in common)


def small_name(text: str, at: int) -> tuple[Piece, ...]:
    """Return the words of a name in small letters behind a title (« mme petit », "dr may").

    Where the line or a word of dictation ends it, common words belong (« docteur vital bon »).
    """
    pieces: list[Piece] = []
    told = 0
    while len(pieces) < _MOST and (found := _SMALL.match(text, at)):
        piece = _piece(found)
        if not (pieces or _opens(piece)):
            break
        pieces.append(piece)
        if told == len(pieces) - 1 and _goes_on(piece, first=not told):
            told = len(pieces)
        whole = told >= len(pieces) - 1 and is_given(pieces[0].plain)
        if _DICTATED.match(text, found.end()) or (whole and _LINE_ENDS.match(text, found.end())):
            told = len(pieces)
            break
        at = found.end() + 1
        if text[found.end() : at] != " ":
            break
    while told and pieces[told - 1].particle:
        told -= 1
    return tuple(pieces[:told])


def _known(plain: str) -> bool:
    return is_given(plain, usual=True) or (is_family(plain) and len(plain) >= _LONG)


def _opens(piece: Piece) -> bool:
    """Tell whether a word in small letters may open a name behind a title."""
    return is_given(piece.plain) or _known(piece.plain) or not in_dictionary(piece.plain)


def _goes_on(piece: Piece, *, first: bool) -> bool:
    """Tell whether a word in small letters is a part of a name for sure."""
    plain = piece.plain
    known = _known(plain) or (is_family(plain) and not first)
    return piece.particle or known or not (in_dictionary(plain) or is_heading(plain))
