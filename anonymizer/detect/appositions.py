"""Find names that the words right behind them announce: « Teva (son gendre) », "HE, YUN  DOB".

Layout: one to four capitalised words; behind them a word of kinship, a role or a specialty between
brackets, or what only a patient's line says: a birth date, a sex, a number. Source: French and
English letters, labels and sheets of staff meetings.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from anonymizer.detect.closing import is_degree
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, spans
from anonymizer.detect.surroundings import opens_a_clause
from anonymizer.detect.words import (
    BEFORE,
    BLANK,
    CALENDAR,
    LETTER,
    UPPER,
    WORD,
    WORD_REST,
    folded,
    is_capitals,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import Lexicon, in_dictionary, places, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PARTICLE = r"(?:(?:d[aeiou]s?|de[rn]|de[ ]la|van|von|le|la|el|al|ap|bin|ibn)[ ]|[dD]['’])"
_NAME_BEFORE = re.compile(
    rf"{BEFORE}(?P<name>(?![DLdl]['’][a-zà-ÿ]){WORD}(?:[{BLANK}](?:{_PARTICLE}){{0,2}}{WORD}){{0,3}})"
    rf"[{BLANK}]?\Z"
)
_WORD = re.compile(rf"(?P<particle>{_PARTICLE})|{WORD}")
_BEHIND = re.compile(
    rf"[,(][{BLANK}]?(?P<whose>(?:son|sa|leur|his|her|their|my|mon|ma|the[ ]patient['’]s)[ ]"
    r"(?:ex-?|futur[ ]|future[ ]|elder[ ]|older[ ]|younger[ ]|late[ ]|jeune[ ])?)?"
    rf"(?P<word>(?!et\b|and\b|puis\b|with\b|sans\b|avec\b)[{LETTER}-]{{3,}})"
    r"(?P<close>[ ]?[,;.:)\n]|\Z|[ ](?=\d|\+))?"
)
_PATIENT_LINE = re.compile(
    rf"""[{UPPER}](?<![{LETTER}\d'’.-].){WORD_REST}(?:[ ]{WORD})?(?P<comma>,?)[{BLANK}]
    (?P<given>{WORD}(?:[ ]{WORD})?)(?:
      (?P<sure>(?:[{BLANK},|(]{{1,24}}\n?|\n)
        (?:n[ée]{{1,2}}[ ]le|born|DOB|D\.O\.B|DDN|[Dd]dn|NHS|CHI|MRN
        |IPP|NIP|NAM|SEX|Sexe?|[MF]\b[ ]*[|,]))
      |[{BLANK},|(]{{1,12}}(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|[A-Z]?\d{{7,}}\))
    )""",
    re.VERBOSE,
)
_SPECIALTY = re.compile(
    r"(?:chir|gastro|cardio|pneumo|neuro|onco|h[ée]mato|radio|r[ée]a|anesth|patho|nephro|n[ée]phro"
    r"|endoc|uro|gyn|psy|p[ée]diat|g[ée]riat|rhumato|rheum|derm|ophtalm|surg)[a-z]*\Z"
)
_ASKS = re.compile(r"e[rz]\Z")  # « Appeler », « Contactez »
_THINGS: tuple[Lexicon, ...] = ("acronyms", "species", "titles", "roles", "specialties", "kin")
_SIGLUM = 4  # letters; capitals that short are an acronym
_WINDOW = 72


def appositions(passage: "Passage") -> Iterator[Span]:
    """Yield the names that a word of kinship, a role or a number behind them announces."""
    text = passage.text
    for found in _BEHIND.finditer(text):
        kind = _kind(found["word"])
        if kind is Phi.RELATIVE or (kind and found["close"] and not found["whose"]):
            yield from _before(text, found, kind)
    for found in _PATIENT_LINE.finditer(text):
        yield from _patient(text, found)


@cache
def _kind(word: str) -> Phi | None:
    """Return whose name a word behind it announces: a relative's, a clinician's."""
    plain = folded(word)
    if plain in words("kin"):
        return Phi.RELATIVE
    role = plain in words("roles") or plain in words("specialties") or _SPECIALTY.match(plain)
    return Phi.CLINICIAN if role else None


def _before(text: str, behind: re.Match[str], kind: Phi) -> Iterator[Span]:
    """Yield the name right before a word that announces it."""
    start = max(0, behind.start() - _WINDOW)
    name = _NAME_BEFORE.search(text, start, behind.start())
    bracket = text[behind.start()] == "("
    if not name or not (bracket or (behind["close"] and kind is Phi.RELATIVE)):
        return
    pieces = _pieces(text, *name.span("name"))
    while len(pieces) > 1 and _opens(text, pieces[0]):
        pieces = pieces[1:]
    sure = behind["whose"] is not None and (bracket or len(pieces) > 1)
    role = folded(behind["word"]) in words("roles") and not _SPECIALTY.match(behind["word"])
    if role and kind is Phi.CLINICIAN and len(pieces) == 1:
        if _bears(pieces[0]):
            yield from spans(pieces, kind, 0.8)
    elif all(may_name(text, piece, sure=sure) for piece in pieces if not piece.particle):
        only = Part.GIVEN if kind is Phi.RELATIVE and len(pieces) == 1 else None
        yield from spans(pieces, kind, 0.8, only)


def _bears(piece: Piece) -> bool:
    """Tell whether the word before a role in brackets is who bears it: « SAIN (interne) »."""
    if any(piece.plain in words(kind) for kind in _THINGS):
        return False
    return piece.plain in CALENDAR or not is_heading(piece.plain) or is_capitals(piece.plain)


def _pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            *found.span(),
            folded(found[0]),
            capitals=is_capitals(found[0]),
            particle=bool(found["particle"]),
        )
        for found in _WORD.finditer(text, start, end)
    )


def _opens(text: str, piece: Piece) -> bool:
    """Tell whether a word before a name is a heading, a role or a title, and no part of it."""
    plain = piece.plain
    thing = any(plain in words(kind) for kind in ("titles", "roles", "kin"))
    seen = look(text[piece.start : piece.end])
    common = seen is Look.OTHER and (is_ordinary(plain) or _ASKS.search(plain) is not None)
    return thing or common or (is_heading(plain) and plain not in CALENDAR)


def may_name(text: str, piece: Piece, *, sure: bool) -> bool:
    """Tell whether a word may be a name; ``sure``: what stands behind says whose."""
    plain = piece.plain
    if plain in CALENDAR or is_given(plain, usual=True):
        return True
    thing = any(plain in words(kind) for kind in (*_THINGS, "eponyms"))
    if thing or (piece.capitals and len(plain) <= _SIGLUM):
        return False
    if look(text[piece.start : piece.end]) is not Look.OTHER:
        return True
    if is_heading(plain) or is_ordinary(plain):
        return False
    return sure or not (in_dictionary(plain) and opens_a_clause(text, piece.start))


def _patient(text: str, line: re.Match[str]) -> Iterator[Span]:
    """Yield the name of a patient's line: « COURT Blanche, 06/05/1993 », "HE, YUN  DOB"."""
    cut = line.start("given")
    families, given = _pieces(text, line.start(), cut), _pieces(text, cut, line.end("given"))
    label, comma = line["sure"], line["comma"]
    told = label or comma or (families[0].capitals and not given[0].capitals)
    if not told or any(_thing(piece, told=bool(label)) for piece in (*families, *given)):
        return
    family = look(text[families[-1].start : families[-1].end]) is not Look.OTHER
    named = is_given(given[0].plain) or not in_dictionary(given[0].plain)
    if named or (comma and (label or family or not in_dictionary(families[-1].plain))):
        yield from spans(families, Phi.PATIENT, 0.85, Part.FAMILY)
        yield from spans(given, Phi.PATIENT, 0.85, Part.GIVEN)


def _thing(piece: Piece, *, told: bool) -> bool:
    """Tell whether a word of a line is a title, a place, an acronym, a ward or an eponym."""
    kinds: tuple[Lexicon, ...] = ("titles", "kin", "specialties")
    if not told:
        kinds = (*kinds, "acronyms", "species", "eponyms", "roles")
    if piece.capitals and len(piece.plain) <= _SIGLUM:
        kinds = (*kinds, "acronyms")  # DOB, CHI
    thing = piece.plain in places() or any(piece.plain in words(kind) for kind in kinds)
    return (thing and not is_given(piece.plain, usual=True)) or is_degree(piece.plain.upper())
