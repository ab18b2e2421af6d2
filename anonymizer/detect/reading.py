"""Read a name onward from a place where one is announced, and tell its given and family parts.

Layout: up to six words, with initials and particles; a comma only as in « MENARD, Julien ». Source:
French and English letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anonymizer.detect.closing import is_degree, stands
from anonymizer.detect.looks import Look, look
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    CALENDAR,
    HYPHEN,
    INITIALS,
    LETTER,
    MEDICAL_ENDING,
    UPPER,
    WORD,
    folded,
    is_capitals,
    is_clinical,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import in_dictionary, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

_PARTICLE = (
    r"(?:(?i:de\ la|de\ las|de\ los|van\ de[nr]?|von\ der|von|van|vander|den|ten|ter|del|della|"
    r"dello|des|du|de|da|dos|di|do|le|la|el|al|ait|aït|ben|bin|ibn|bou|abu|abd|mac|mc|saint"
    r"|sainte|st|ap|lo|zu|y)|[Ss]t\.)"
)
_TOKEN = re.compile(
    rf"(?P<initials>{INITIALS})"
    rf"|(?P<particle>{_PARTICLE}(?=[{BLANK}]+[{LETTER}])|[dD][{APOSTROPHE}](?=[{LETTER}]{{2}}))"
    rf"|(?P<word>{WORD})"
)
_BLANKS = re.compile(rf"[{BLANK}]{{1,3}}")
_WRAP = re.compile(rf"[{BLANK}]{{0,3}}\r?\n?[{BLANK}]{{0,3}}")
_COLUMN = re.compile(r"\w[\w ]{0,16}:|[A-Z](?![\w.])")  # a label or a sex: the next column
_APART = re.compile(rf"[{BLANK}\n]{{2}}|\n(?:{_COLUMN.pattern})")  # behind « Kervadec J. »
_COMMA = re.compile(rf"[{BLANK}]?,[{BLANK}]?")
_LOWER = re.compile(rf"[a-zß-öø-ÿ][{LETTER}{APOSTROPHE}{HYPHEN}]+")
_CIVIL = re.compile(rf"MM?\.[{BLANK}]{{1,2}}(?=[{UPPER}])")  # Monsieur: no initial
_MOST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a name: where it stands, folded, and how it is written."""

    start: int
    end: int
    plain: str
    capitals: bool
    initials: bool = False
    particle: bool = False


def read_name(
    text: str, at: int, *, sure: bool, small: bool = False, titled: bool = False, civil: bool = True
) -> tuple[Piece, ...]:
    """Return the words of the name that begins at ``at``, none where no name does.

    ``sure``: something announces it, so the first word is a name even if it is an ordinary word.
    ``small``: given and family names of the lexicons count in small letters too.
    ``titled``: a title announces it: even a word that opens headings, or a particle alone, is one.
    ``civil``: « M. » is Monsieur, and no initial.
    """
    pieces: list[Piece] = []
    monsieur = _CIVIL.match(text, at) if civil else None
    position = monsieur.end() if monsieur else at
    while len(pieces) < _MOST:
        piece = _piece(text, position, small=small)
        known = small and piece is not None and is_given(piece.plain, usual=True)
        if piece is None or not _goes_on(text, pieces, piece, sure=sure or known, titled=titled):
            break
        pieces.append(piece)
        position = _next(text, piece, pieces)
        if position < 0:
            break
    if titled and all(p.particle for p in pieces):
        return _particle_alone(text, pieces)
    while pieces and pieces[-1].particle:
        pieces.pop()
    return () if all(piece.initials for piece in pieces) else tuple(pieces)


def _particle_alone(text: str, pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return a name that is written as a particle is: « Dr Le, », « Mme LE souhaite »."""
    if len(pieces) == 1 and text[pieces[0].start].isupper() and stands(text, pieces[0].end):
        return (replace(pieces[0], particle=False),)
    return ()


def _piece(text: str, at: int, *, small: bool) -> Piece | None:
    found = _TOKEN.match(text, at)
    if found:
        start, end = found.span()
        if not found["word"]:
            initials, particle = bool(found["initials"]), bool(found["particle"])
            return Piece(start, end, folded(found[0]), False, initials, particle)  # noqa: FBT003
        possessive = 2 if re.search(r"['’]s\Z", found[0]) else 0
        return Piece(start, end - possessive, folded(found[0]), is_capitals(found[0]))
    lower = _LOWER.match(text, at) if small else None
    if lower and (is_given(plain := folded(lower[0])) or is_family(plain)):
        return Piece(*lower.span(), plain, capitals=False)
    return None


def _goes_on(text: str, pieces: list[Piece], piece: Piece, *, sure: bool, titled: bool) -> bool:
    """Tell whether ``piece`` still belongs to the name read so far."""
    if piece.particle or piece.initials:
        return len(pieces) < _MOST - 1 and not (piece.initials and _whole(pieces))
    named = [p for p in pieces if not p.particle]
    if named and is_degree(text[piece.start : piece.end]):
        return False
    if is_heading(piece.plain):
        return _heading_goes_on(text, pieces, named, piece, sure=sure, titled=titled)
    if not named:
        return (sure or not _common(piece)) and (titled or piece.plain not in words("titles"))
    return pieces[-1].particle or pieces[-1].initials or _adds(named, piece, sure=sure)


def _heading_goes_on(
    text: str, pieces: list[Piece], named: list[Piece], piece: Piece, *, sure: bool, titled: bool
) -> bool:
    """Tell whether a word that opens headings is a name here: M. Avril, Paul Sept, Dr Chu."""
    if sure and all(p.initials for p in pieces) and not (pieces and text[piece.start - 1] == "\n"):
        known = piece.plain in CALENDAR or (is_family(piece.plain) and not piece.capitals)
        return known or (titled and _nameable(text, piece))
    if len(named) == 1 and (is_given(first := named[0].plain) or (titled and in_dictionary(first))):
        usual = piece.plain in CALENDAR and is_given(first, usual=True)
        beside = not text[piece.start - 2].isspace() and (
            titled or piece.plain not in words("titles") | words("roles")
        )
        return usual or (beside and stands(text, piece.end))
    return bool(pieces) and piece.capitals and is_family(piece.plain) and not _whole(pieces)


def _nameable(text: str, piece: Piece) -> bool:
    """Tell whether a word that opens headings stands as a name does: "Mr Blood put in"."""
    ward = piece.plain in words("specialties") and MEDICAL_ENDING.search(piece.plain)
    thing = ward or text[piece.start - 1] == "\n" or piece.plain in words("titles")
    return not thing and stands(text, piece.end)


def _adds(named: list[Piece], piece: Piece, *, sure: bool) -> bool:
    """Tell whether a word after the first one is a name too, and no common noun."""
    usual = is_given(piece.plain, usual=True)
    if usual or not (is_ordinary(piece.plain) or is_clinical(piece.plain)):
        return len(named) < _MOST - 1
    stranger = is_given(named[0].plain) and not in_dictionary(piece.plain)
    known = stranger or is_family(piece.plain) or is_given(piece.plain)
    return len(named) == 1 and (sure or known or piece.capitals != named[0].capitals)


def _whole(pieces: list[Piece]) -> bool:
    return sum(not piece.particle for piece in pieces) > 1


def _common(piece: Piece) -> bool:
    """Tell whether a word is too ordinary to open a name that no title announces."""
    if is_given(piece.plain, usual=True) and piece.plain.find("-") > 0:
        return False
    return is_ordinary(piece.plain) or is_clinical(piece.plain) or piece.plain in ("the", "no")


def _next(text: str, piece: Piece, pieces: list[Piece]) -> int:
    """Return where the next word may begin, -1 where the name ends."""
    end = piece.end
    if piece.initials or piece.particle:
        gap = _WRAP.match(text, end)
        behind = piece.initials and any(not (p.initials or p.particle) for p in pieces)
        return -1 if not gap or (behind and _APART.match(text, end)) else gap.end()
    blanks = _BLANKS.match(text, end)
    if blanks:
        column = len(blanks[0]) > 1 and (_whole(pieces) or _COLUMN.match(text, blanks.end()))
        return -1 if column else blanks.end()
    comma = _COMMA.match(text, end)
    if comma and piece.capitals and sum(not p.particle for p in pieces) < 3:  # noqa: PLR2004 - family
        found = _TOKEN.match(text, comma.end())
        if found and found["word"] and is_given(folded(found[0])):
            return comma.end()
    return -1


def opened(text: str, at: int) -> tuple[Piece, ...]:
    """Return the name at ``at`` that any word which may be a name opens, even a common one."""
    first = re.compile(WORD).match(text, at)
    return read_name(text, at, sure=bool(first and look(first[0]) is not Look.OTHER))


def lone(pieces: tuple[Piece, ...]) -> Part | None:
    """Return that a usual given name alone is one; None where the words themselves tell."""
    return Part.GIVEN if len(pieces) == 1 and is_given(pieces[0].plain, usual=True) else None


def parts(pieces: tuple[Piece, ...]) -> tuple[Part, ...]:
    """Return, for each word of a name, whether it is given or family.

    Capitals tell the family name where both writings occur; else the lexicon tells which comes
    first; else French and English order holds: given name first.
    """
    named = [piece for piece in pieces if not piece.particle]
    if len(named) == 1:
        return (Part.FAMILY,) * len(pieces)
    capitals = [piece.capitals for piece in named]
    if any(capitals) and not all(capitals):
        flags = [Part.FAMILY if c else Part.GIVEN for c in capitals]
    elif any(piece.initials for piece in named):
        flags = [Part.GIVEN if piece.initials else Part.FAMILY for piece in named]
    elif is_given(named[-1].plain) and not is_given(named[0].plain):
        flags = [Part.FAMILY] * (len(named) - 1) + [Part.GIVEN]
    else:
        flags = [Part.GIVEN] + [
            Part.GIVEN if is_given(p.plain, usual=True) else Part.FAMILY for p in named[1:]
        ]
        flags[-1] = Part.FAMILY
    return _with_particles(pieces, flags)


def _with_particles(pieces: tuple[Piece, ...], flags: list[Part]) -> tuple[Part, ...]:
    told: list[Part] = []
    following, left = flags[-1], list(flags)
    for piece in reversed(pieces):
        if not piece.particle:
            following = left.pop()
        told.append(following)
    return tuple(reversed(told))


def spans(
    pieces: tuple[Piece, ...], category: Phi, confidence: float, only: Part | None = None
) -> Iterator[Span]:
    """Yield one span for each run of words of the same part; ``only`` says the part of all."""
    told = (only,) * len(pieces) if only else parts(pieces)
    start = 0
    for i in range(1, len(pieces) + 1):
        if i == len(pieces) or told[i] is not told[start]:
            first, last = pieces[start], pieces[i - 1]
            yield Span(first.start, last.end, category, "", confidence, told[start])
            start = i
