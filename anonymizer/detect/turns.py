"""Find names told by their place in a line: who speaks in a chat, whose number it is, children.

Layout: « [02:19] J. Willis : », "(contact tracer: Marg, 04 555 0117)", "your children, Cai (8) and
Mali Hoa (5)", "Patient: Long, Hui Min", "L Petit (FY2)". Source: messages between wards, theatre
sheets, letters to families.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capital_words, vocabulary
from anonymizer.detect.appositions import may_name
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece
from anonymizer.detect.words import (
    BLANK,
    CALENDAR,
    INITIALS,
    UPPER,
    WORD,
    folded,
    is_capitals,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import in_dictionary, places, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_NAME = rf"(?:{INITIALS}[ ]?)?{WORD}(?:[ ]{WORD}){{0,2}}"
_SPEAKS = re.compile(
    rf"[\[\d](?<![^\n].)(?:[\d/.-]{{5,10}},?[ ])?\d{{0,2}}[:hH]\d{{2}}(?::\d{{2}})?"
    rf"(?:[ ]?[AaPp][Mm])?(?P<bracket>\])?[ ]?(?:[–-][ ])?(?P<name>{_NAME})[ ]?:[ ]"
)
_NUMBERED = re.compile(
    rf"[:(](?<=[\w)][:(]|[ ][:(])[ ]?(?P<name>{WORD}(?:[ ]{WORD})?)(?:,|[ ]?\(|[ ][–-])?[ ]"
    r"(?:(?:[Tt][ée]l|[Mm]ob|[Pp]h|[Cc]ell|[Pp]ort)\.?:?[ ])?"
    r"(?=\+\d[\d ().-]{7,}\d|\(?0\d[\d ().-]{6,}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})"
)
_BROOD = re.compile(
    r"[cksdbtefj](?<!\w.)(?:hildren|ids|ons|aughters|iblings|rothers|isters|wins|nfants|illes|ils"
    rf"|rères|(?:œ|oe)urs|umeaux|umelles)[ ]?[,:(–-]?[ ](?P<list>(?:{WORD}(?:[ ]{WORD})?[ ]?"
    r"\(\d\d?[^()\n]{0,8}\)(?:,[ ]|[ ](?:and|et|&)[ ])?){1,9})"
)
_BROODS = frozenset(
    (
        *("children", "kids", "sons", "daughters", "siblings", "brothers", "sisters", "twins"),
        *("infants", "filles", "fils", "frères", "sœurs", "soeurs", "jumeaux", "jumelles"),
        "enfants",
    )
)
_CHILD = re.compile(rf"(?P<name>{WORD}(?:[ ]{WORD})?)[ ]?\(")
_FILED = re.compile(
    rf"(?:Patient(?:e)?|Name|Nom|NAME|PATIENTE?|NOM)[{BLANK}]?:[{BLANK}]{{0,4}}"
    rf"(?P<family>{WORD}(?:[ ]{WORD})?),[ ]?(?P<given>{WORD}(?:[ ]{WORD})?"
    rf"(?:[ ]\(?[\"“«]{WORD}[\"”»]\)?)?)"
    r"(?=[ ]?[\n(;|]|[ ]{2}|,?[ ]\d|\Z)"
)
_GRADED = re.compile(  # of a doctor in training: "L Petit (FY2)", "Amara Rice (ST7)"
    rf"[{UPPER}](?<![\w.'’-].)(?:\.?[ ]|{WORD}[ ])?(?:{WORD}[ ]){{1,2}}"
    r"(?=\((?:(?:FY|ST|CT|IMT|GPST|PGY|SpR|CMT)[ -]?\d|SpR|SHO|RMO|StR|FFI|DJ)\))"
)
_FILES = frozenset(("Patient", "Patiente", "PATIENT", "PATIENTE", "Name", "NAME", "Nom", "NOM"))
_STEPS = ("fy", "st", "ct", "imt", "gpst", "pgy", "spr", "cmt")
_GRADES = frozenset(
    (
        *(f"{step}{sign}{year}" for step in _STEPS for sign in ("", "-") for year in range(1, 10)),
        *(*_STEPS, "sho", "rmo", "str", "ffi", "dj"),
    )
)
_THINGS = ("titles", "roles", "kin", "specialties", "services", "drugs", "acronyms", "species")
_WORD = re.compile(WORD)


def turns(passage: "Passage") -> Iterator[Span]:
    """Yield the names that only their place tells."""
    text = passage.text
    for found in _SPEAKS.finditer(text):
        pointed = "." in found["name"]
        if pointed or _may(text, *found.span("name"), sure=found["bracket"] is not None):
            yield Span(*found.span("name"), Phi.CLINICIAN, "", 0.8)
    for found in _NUMBERED.finditer(text):
        if _may(text, *found.span("name"), sure=False):
            yield Span(*found.span("name"), Phi.NAME, "", 0.8)
    for found in () if vocabulary(text).isdisjoint(_GRADES) else _GRADED.finditer(text):
        first = folded(found[0].split()[0])
        if Look.OTHER not in map(look, _WORD.findall(found[0])) or not first[1:].strip("."):
            yield Span(found.start(), found.end() - 1, Phi.CLINICIAN, "", 0.8)
    yield from _listed(text)


def _listed(text: str) -> Iterator[Span]:
    """Yield the children of a family with their ages, and a patient filed family name first."""
    for found in () if vocabulary(text).isdisjoint(_BROODS) else _BROOD.finditer(text):
        for child in _CHILD.finditer(text, *found.span("list")):
            yield Span(*child.span("name"), Phi.RELATIVE, "", 0.85, Part.GIVEN)
    for found in () if capital_words(text).isdisjoint(_FILES) else _FILED.finditer(text):
        if not any(_is_thing(folded(word)) for word in _WORD.findall(found["family"])):
            yield Span(*found.span("family"), Phi.PATIENT, "", 0.85, Part.FAMILY)
            yield Span(*found.span("given"), Phi.PATIENT, "", 0.85, Part.GIVEN)


def _may(text: str, start: int, end: int, *, sure: bool) -> bool:
    """Tell whether every word at ``[start, end)`` may be a name, common words if ``sure``."""
    found = tuple(_WORD.finditer(text, start, end))
    pieces = (Piece(*f.span(), folded(f[0]), capitals=is_capitals(f[0])) for f in found)
    return bool(found) and all(_names(text, piece, sure=sure) for piece in pieces)


def _names(text: str, piece: Piece, *, sure: bool) -> bool:
    plain = piece.plain
    if plain in CALENDAR or is_given(plain, usual=True):
        return True
    heads = (is_heading(plain) or is_ordinary(plain)) and not (sure and is_family(plain))
    if heads or _is_thing(plain) or plain in places() or (sure and in_dictionary(plain)):
        return sure and is_family(plain)
    return may_name(text, piece, sure=True)


def _is_thing(plain: str) -> bool:
    return any(plain in words(kind) for kind in _THINGS)
