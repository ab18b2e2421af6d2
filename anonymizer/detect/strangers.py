"""Find names by what they are not: capitalised words that no dictionary and no lexicon knows.

Layout: a run of capitalised words, initials and particles, one of which is neither a common word
of French or English nor a drug, gene, eponym, place or acronym: « avec Lafitte », "Keisha
Tolliver", « H. Sahraoui », « SANTIAGO 62 a ». Words that are names and common words too (Petit,
Rice) are left to ``titles``, ``labels`` and to the names met elsewhere in the text. Source: the
dictionaries of lexicon/README.md.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.looks import Look, is_term, look
from anonymizer.detect.reading import Piece, spans
from anonymizer.detect.references import author
from anonymizer.detect.surroundings import sure
from anonymizer.detect.titles import role
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    INITIALS,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_capitals,
    is_given,
    is_heading,
)
from anonymizer.lexicon import in_dictionary
from anonymizer.phi import Part
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage


_PARTICLE = (
    rf"(?:d[eiao]s?|du|de[ ]la|van|von|der|den|ter|el|al|ben|bin|le|la|ap|ab|ould|i|y|e)"
    rf"(?=[{BLANK}](?:[{UPPER}]|d[eu]r?[ ]|den[ ]|la[ ]))|d[{APOSTROPHE}](?=[{UPPER}])"
)
_PIECE = re.compile(
    rf"(?P<initials>(?<![{LETTER}\d]){INITIALS})|(?P<particle>\b(?:{_PARTICLE}))|(?P<word>{WORD})"
)
_START = re.compile(
    rf"(?<![{LETTER}\d_@/.])(?:(?<=[dlDLnN][{APOSTROPHE}])|(?<![{APOSTROPHE}{HYPHEN}]))(?=[{UPPER}])"
)
_GAP = re.compile(rf"[{BLANK}]{{1,2}}(?=[{LETTER}])")
_FIRST = re.compile(rf"{WORD}(?![.])")
_MOST = 6


def strangers(passage: "Passage") -> Iterator[Span]:
    """Yield the names that no lexicon of words knows."""
    text = passage.text
    taken = 0
    for start in _START.finditer(text):
        at = start.start()
        first = _FIRST.match(text, at)
        if at < taken or (first and look(first[0]) is Look.OTHER):
            continue
        run = _run(text, at)
        if run:
            taken = run[-1].end
        for pieces in _named(text, run):
            told = sure(text, pieces)
            if told and not author(text, pieces[0].start, pieces[-1].end):
                category = role(text, pieces[0].start, pieces[-1].end)
                yield from spans(pieces, category, told, _only(pieces))


def _only(pieces: tuple[Piece, ...]) -> Part | None:
    if len(pieces) > 1:
        return None
    return Part.GIVEN if is_given(pieces[0].plain, usual=True) else None


def _run(text: str, at: int) -> tuple[Piece, ...]:
    """Return the capitalised words, initials and particles that follow one another from ``at``."""
    pieces: list[Piece] = []
    while len(pieces) < _MOST and (found := _PIECE.match(text, at)):
        end = found.end()
        if found["word"] and re.search(rf"[{APOSTROPHE}]s\Z", found[0]):
            end -= 2
        capitals = bool(found["word"]) and is_capitals(text[found.start() : end])
        flags = bool(found["initials"]), bool(found["particle"])
        pieces.append(
            Piece(found.start(), end, folded(text[found.start() : end]), capitals, *flags)
        )
        gap = _GAP.match(text, end)
        glued = bool(found["initials"]) and text[end - 1] == "."
        if end < found.end() or not (gap or glued):
            break
        at = gap.end() if gap else end
    return tuple(pieces)


def _named(text: str, run: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Yield the parts of a run that common words do not break."""
    part: list[Piece] = []
    for piece in run:
        word = text[piece.start : piece.end]
        if piece.initials or piece.particle or look(word) or _capitals_after(text, part, piece):
            part.append(piece)
            continue
        yield from _trimmed(part)
        part = []
    yield from _trimmed(part)


def _capitals_after(text: str, part: list[Piece], piece: Piece) -> bool:
    """Tell whether an unknown word in capitals follows a given name as its family name."""
    if not part or not piece.capitals or part[-1].capitals or part[-1].initials:
        return False
    known = in_dictionary(piece.plain) or is_heading(piece.plain) or is_term(piece.plain)
    return not known and look(text[part[-1].start : part[-1].end]) > Look.BOTH


def _trimmed(part: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    while part and part[-1].particle:
        part = part[:-1]
    while part and part[0].particle:
        part = part[1:]
    if len(part) > 1 and part[-1].initials and part[-1].end - part[-1].start == 1:
        part = part[:-1]  # a lone letter without its point is no initial
    if part:
        yield tuple(part)
