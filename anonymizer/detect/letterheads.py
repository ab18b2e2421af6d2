"""Find the institutions that head a letter, or a line of it, by where they stand.

Layout: « Cytovel Sud », "Te Whare Kea – Southern, Dunmore Hospital": the first line of a text, up
to a comma, a bar or a wide gap, over an address, or over a heading where no dictionary knows a word
of it; « Scanner Nord-Loire », « Centre … » over an address or before a town. Some word must say
more than a specialty or a kind of place does. Source: the headings of letters.
"""

import re
from collections.abc import Iterator

from anonymizer.detect.anchors import capital_words
from anonymizer.detect.envelopes import TYPES
from anonymizer.detect.gazetteer import TOWN, is_town
from anonymizer.detect.hospital_names import is_kind
from anonymizer.detect.hospital_names_en import is_general
from anonymizer.detect.hospital_words import ROOMED, SIGLA
from anonymizer.detect.hospital_words_en import LINKS, NATIONS
from anonymizer.detect.wordings import TYPE
from anonymizer.detect.words import (
    APOSTROPHE,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_family,
    is_given,
    is_heading,
)
from anonymizer.lexicon import in_dictionary, places, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

_WORD = re.compile(rf"[{LETTER}]+(?:[{APOSTROPHE}{HYPHEN}][{LETTER}]+)*")
_FIRST = re.compile(
    rf"[|#*\s]{{0,8}}(?P<name>[{UPPER}][{LETTER}{APOSTROPHE}{HYPHEN}.&–— ]{{2,62}}?[{LETTER}])"
    r"(?:[ ]{0,40}\|?[ ]*\n[ |]{0,40}|[ ]?,[ ]|[ ][|/·][ ]|[ ]{2,40}(?=\S))"
)
_PART = re.compile(r"\S(?:(?![ ][–—-][ ]).)*")
_KINDS = (
    *("Scanner", "IRM", "Radiologie", "Imagerie", "Biologie", "Dialyse", "Cytologie", "Cabinet"),
    "Centre",
)
_WAYS = ("Vers", "De", "Depuis", "Provenance", "Destination", "From", "To")
_HOUSES = ("Institut", "Maison", "Établissement", "Foyer", "Réseau")
_OPENING = frozenset((*_KINDS, *_WAYS, *_HOUSES, "Association", "Structure", "Fondation"))
_OPENED = re.compile(
    rf"(?P<name>(?:{'|'.join(_KINDS)})[ ][^\n\d:;,]{{3,60}}?)(?:\n|,[ ]|[ ][–-][ ])"
)
_HOUSED = re.compile(  # a kind of place, whatever its commas, that a proper name ends
    r"(?P<name>(?:Centre|Institut|Maison|Établissement|Foyer|Association"
    r"|Plateforme|Réseau|Structure|Dispositif|Fondation)[ ][^\n\d:;|–—]{8,110}?"
    rf"[ ](?P<own>(?:L['’]|L[ae]s?[ ])?[{UPPER}][{LETTER}{APOSTROPHE}{HYPHEN}]{{2,}}))[ ]*\n"
)
_PRACTICE = re.compile(  # "North Wales Genomic Medicine Centre", alone on the first line
    rf"[*# ]{{0,4}}(?P<name>(?:{WORD}[ ](?:(?:and|of|&)[ ])?){{2,6}}"
    r"(?:Centre|Center|Clinic|Unit|Service|Institute|Partnership|Collaborative|Laboratory))[ ]*\n"
)
_BOUND = re.compile(rf"(?:{'|'.join(_WAYS)})[ ]{{0,8}}:[ ]{{1,8}}(?P<name>[^\n\d:;,|]{{3,60}}),[ ]")
_TOWN_BESIDE = re.compile(rf"(?<=,[ ])(?P<town>{TOWN})(?=[ ]?[\n(]|\Z)")
_ADDRESS = re.compile(
    rf"(?:\d{{1,5}}[A-Da-d]?(?:[ ]?(?:bis|ter))?,?[ ])?(?i:{TYPE})[ ](?=[^\n]*[{UPPER}])"
    rf"|(?:\d{{1,5}}[^\n,]{{1,24}}|{WORD}(?:[ ]{WORD})?)[ ](?:{TYPES})(?=[,\n]|\Z|[ ][{UPPER}\d])"
    r"|(?:P\.?O\.? Box|BP|CS)[ ]?\d"
)
_SIGLUM = re.compile(rf"(?:{'|'.join(sorted(SIGLA | ROOMED)).upper()})[ ](?=[{UPPER}]{{2}})")
_SHORT_LINE = re.compile(rf"(?P<word>[{LETTER}]+)[^\n]{{0,60}}(?:\n|\Z)")
_MOST_WORDS, _FEWEST_LETTERS = 9, 4


def letterheads(text: str) -> Iterator[Span]:
    """Yield the institutions that head a letter, and those over an address or before a town."""
    found = _FIRST.match(text)
    if found:
        yield from _heading(text, found)
    practice = _PRACTICE.match(text)
    if practice and any(_is_place(folded(word)) for word in _WORD.findall(practice["name"])):
        yield Span(*practice.span("name"), Phi.HOSPITAL, "", 0.8)
    at = -1 if capital_words(text).isdisjoint(_OPENING) else 0
    while at >= 0:
        yield from _opened(text, at)
        at = text.find("\n", at) + 1 or -1


def _opened(text: str, start: int) -> Iterator[Span]:
    """Yield what « Scanner … » over an address, or « Vers : … » before a town, names."""
    housed = _HOUSED.match(text, start)
    own = housed["own"] if housed else ""
    named = own.startswith(("L'", "L’")) or not _is_general(folded(own))
    if housed and named and _ADDRESS.match(text, housed.end()):
        yield Span(*housed.span("name"), Phi.HOSPITAL, "", 0.8)
    found = _BOUND.match(text, start) or _OPENED.match(text, start)
    if not found:
        return
    town = _TOWN_BESIDE.match(text, found.end())
    placed = town is not None and is_town(town["town"])
    private = found.re is _OPENED and not found[0].startswith("Centre")
    if (private or _told(found["name"])) and (
        placed or (found.re is _OPENED and _ADDRESS.match(text, found.end()))
    ):
        yield Span(*found.span("name"), Phi.HOSPITAL, "", 0.8)


def _is_place(plain: str) -> bool:
    return plain in places() or plain in words("regions") or plain in NATIONS


def _heading(text: str, found: re.Match[str]) -> Iterator[Span]:
    """Yield the name of a first line, the specialties before and after its dashes left out."""
    parts = [part for part in _PART.finditer(found["name"]) if _told(part[0])]
    if not parts:
        return
    start = found.start("name")
    name = Span(start + parts[0].start(), start + parts[-1].end(), Phi.HOSPITAL, "", 0.7)
    told = _told(text[name.start : name.end])
    line = text.find("\n", found.end("name")) + 1
    addressed = any(_ADDRESS.match(text, at) for at in (found.end(), line or found.end()))
    headed = line and _is_heading_at(text, line) and any(map(_is_strange, told))
    if told and (addressed or headed or _SIGLUM.match(text, name.start)):
        yield name


def _told(name: str) -> tuple[str, ...]:
    """Return the words of a name that say more than a specialty, a kind of place or a heading."""
    written = _WORD.findall(name)
    plains = tuple(folded(word) for word in written if word[0].isupper())
    told = tuple(plain for plain in plains if plain[1:] and not _is_general(plain))
    prose = any(word.islower() and not _links(folded(word)) for word in written)
    person = told == plains and any(is_given(plain, usual=True) for plain in plains[:1])
    titled = not words("titles").isdisjoint(plains)
    return () if prose or person or titled or len(plains) > _MOST_WORDS else told


def _links(plain: str) -> bool:
    return plain in LINKS or is_kind(plain)


def _is_general(plain: str) -> bool:
    return is_heading(plain) or is_general(plain) or is_kind(plain) or is_clinical(plain)


def _is_strange(plain: str) -> bool:
    """Tell whether no dictionary and no list of names knows a word."""
    known = in_dictionary(plain) or is_family(plain) or is_given(plain)
    return len(plain) >= _FEWEST_LETTERS and not known


def _is_heading_at(text: str, at: int) -> bool:
    """Tell whether a short line opens with a heading: « Examen n° », « CHIRURGIE VISCÉRALE »."""
    found = _SHORT_LINE.match(text, at)
    return found is not None and is_heading(folded(found["word"]))
