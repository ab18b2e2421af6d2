"""Find the names of French hospitals, clinics, homes, laboratories and wards.

Layout: a keyword (hôpital, CHU, clinique, EHPAD, laboratoire) found by its word, then kinds
and link words (universitaire, de réadaptation, municipal de santé), then the name, all of it the
span; a site or a federation after it. « Hôpital de jour », « examen clinique » and « service de
chirurgie » name no place. Source: FINESS categories; lexicon/hospitals.txt, towns.txt.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capitals, lowered, vocabulary
from anonymizer.detect.gazetteer import is_town, town_beside
from anonymizer.detect.hospital_names import walked
from anonymizer.detect.hospital_words import (
    ABBREVIATED,
    CAPITALISED,
    KEYWORDS,
    KINDS,
    PLACED,
    ROOMED,
    SIGLA,
)
from anonymizer.detect.letterheads import letterheads
from anonymizer.detect.words import (
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_capitals,
    is_family,
    is_heading,
    is_ordinary,
    scan,
)
from anonymizer.fold import fold
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_SIGLUM = re.compile(r"[A-Z]{2,6}")
_DOTTED = re.compile(r"(?<![\w.])C\.[ ]?H\.(?:[ ]?R\.)?(?:[ ]?U\.)?")
_SUFFIX = re.compile(
    r"[ ]?[–,—-][ ](?P<site>(?:[Ss]ite|SITE|[Pp]avillon|Groupement(?:[ ]hospitalier)?)(?=[ ]))"
    r"|[ ][–-][ ][Cc]it[ée][ ]sanitaire"
    r"|[ ][–-][ ](?:Ensemble hospitalier|Enfants[ -][Mm]alades|[Hh][ôo]pital cantonal)"
    r"|[ ][–-][ ][Hh]ôpital d['’][Ee]nfants\b|[ ][–-][ ](?P<siglum>[A-Z]{3,6})(?=\n|\Z)"
    r"|[ ]et[ ](?:associ[ée]e?s|fils|fr[èe]res)\b"
)
_ACRONYM = re.compile(rf"[{BLANK}]?\((?P<acronym>[A-Z][A-Za-z-]{{1,6}}[A-Za-z])\)")
_H_DOT = re.compile(
    rf"(?<![{LETTER}.])(?:H|Hôp|Hop)\.[ ]?[{UPPER}][{UPPER}{HYPHEN}]{{3,}}(?![{LETTER}])"
)
_CENTRE = re.compile(  # a siglum of its own: « CHIREL de Nouméa »
    rf"C(?<!\w.)H[A-Z]{{2,5}}[ ](?:de[ ]|du[ ]|d['’])(?P<name>{WORD})"
)
_GROUP = re.compile(
    rf"(?:GROUPE HOSPITALIER|AP-HP"
    rf"|APHP)\n(?P<first>[^\n]{{3,40}})\n(?P<second>[{UPPER} {HYPHEN}]{{4,40}})(?=\n|\Z)"
)
_GROWN = re.compile(r"(?<!\w)(?:Nouvel(?:le)?|Grande?)[ ]\Z")
_WARDS = (
    *("unité ", "unite ", "service ", "pavillon ", "bâtiment ", "batiment ", "salle ", "secteur "),
    *("aile ", "département ", "departement "),
)
_WARD_NAME = re.compile(rf"{WORD}(?:[ ]{WORD})?")
_POSTCODE_AFTER = re.compile(r"[ ,–-]{1,3}(\d{5})(?![\d.,])")
_ARTICLE_BEFORE = re.compile(r"\b(?:la|une|cette|notre|votre|en|de|à|par)\s\Z", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"\b(?!(?:dans|centre|pour|chez|sous|vers|avec|cette|notre|votre|leur)\b)[a-zà-ÿ]{4,}[ ]\Z"
    r"|(?:Examen|Essai|Tableau|[ÉE]tude|[ÉE]tat|[ÉE]volution|R[ée]sum[ée]|Histoire|Contexte|R[ée]union"
    r"|Recherche|Pr[ée]sentation|Donn[ée]es?|Cas|Bilan|Am[ée]lioration|Suivi|R[ée]ponse)[ ]\Z"
)
_CHIEF_BEFORE = re.compile(r"(?:chef|cheffe|assistante?) de \Z")
_CMP_OF = re.compile("[ -](?:ado|enfants|adultes)")
_TITLED = re.compile(
    rf"(?<!\w)Institut(?:[ ](?:et[ ])?(?:(?:de[ ]la|de|du|des)[ ]|(?:d|de[ ]l)['’])"
    rf"(?!National){WORD}(?:[ ](?!National){WORD})?){{1,4}}[ ]\([A-Z][A-Za-z]{{2,7}}\)"
)
_NATIONAL = re.compile(
    r"(?<!\w)centre (?:fran[çc]ais|national de r[ée]f[ée]rence) des [a-zà-ÿ]+s(?: [a-zà-ÿ]+s\b)?"
)
_FAMILY = re.compile(
    r"(?:Maison|Pavillon|Hôpital|Espace)(?:(?:,| et)? (?:de la |de l['’]|du |des )"
    r"(?:[Ff]emmes?|[Mm]ères?|[Ee]nfants?|[Cc]ouples?|[Nn]ouveau-né|[Pp]arents|[Ff]amilles?)){2,}"
    rf"(?: de {WORD})?"
)
_GERMANIC = re.compile(
    rf"[A-ZÄÖÜ](?<!\w.)(?!ospital)[a-zäöü]*(?:spital|klinik|klinikum|krankenhaus|ziekenhuis)\b"
    rf"(?: (?:de |d['’])?{WORD})?"
)
_SHORTEST, _LONGEST_GROWN = 4, 10


def hospitals(passage: "Passage") -> Iterator[Span]:
    """Yield the names of French hospitals, clinics, homes, laboratories and wards."""
    text = passage.text
    low = lowered(text)
    for kind, start in _keywords(text, low):
        yield from _from(text, low, kind, start)
    for found in scan(_DOTTED, text, "C.H", "C. H"):
        yield from _named(text, found.start(), found.end(), "chu")
    for start, _ in capitals(text):
        if low.endswith(_WARDS, 0, start):
            yield from _ward(text, start)
    for found in scan(_H_DOT, text, "H.", "Hôp.", "Hop."):
        yield Span(found.start(), found.end(), Phi.HOSPITAL, "", 0.8)
    for found in chain(
        scan(_TITLED, text, "Institut "),
        scan(_NATIONAL, low, "centre fr", "centre n"),
        scan(_FAMILY, text, " et de l", ", de la", " et des "),
        scan(_GERMANIC, text, "spital ", "klinik", "krankenhaus", "ziekenhuis"),
    ):
        yield Span(found.start(), found.end(), Phi.HOSPITAL, "", 0.8)
    for found in scan(_CENTRE, text, "CH"):
        if folded(found[0].partition(" ")[0]) not in words("acronyms") and is_town(
            found["name"].partition("-")[0]
        ):
            yield Span(found.start(), found.end(), Phi.HOSPITAL, "", 0.8)
    yield from letterheads(text)
    for found in scan(_GROUP, text, "HOSPITALIER", "AP-HP", "APHP"):
        yield Span(*found.span("second"), Phi.HOSPITAL, "", 0.7)


def _keywords(text: str, low: str) -> Iterator[tuple[str, int]]:
    """Yield each keyword and where it stands, as whole words; sigla in capitals only."""
    for keyword in chain.from_iterable(kinds for stem, kinds in KEYWORDS if stem in low):
        at = low.find(keyword)
        while at >= 0:
            if not _joined(low, at, at + len(keyword)):
                yield keyword, at
            at = low.find(keyword, at + len(keyword))
    sigla = () if vocabulary(text).isdisjoint(SIGLA | ROOMED) else _SIGLUM.finditer(text)
    for found in sigla:
        kind = found[0].lower()
        if (kind in SIGLA or kind in ROOMED) and not _joined(text, *found.span()):
            yield kind, found.start()


def _joined(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _from(text: str, low: str, written: str, start: int) -> Iterator[Span]:
    kind, end = fold(written), start + len(written)
    if kind == "clinique" and not _is_place(text, low, start):
        return
    if kind in CAPITALISED and text[start].islower():
        return
    if kind in KINDS and not KINDS[kind].match(low, end):
        return
    if kind == "cmp" and (of := _CMP_OF.match(low, end)):
        end = of.end()
    grown = _GROWN.search(text, max(0, start - _LONGEST_GROWN), start)
    start = grown.start() if grown else start
    if kind in ABBREVIATED and text[end : end + 1] == ".":
        end += 1
    if low.startswith("centre hospitalier", start):
        kind = "hopital"
    yield from _named(text, start, end, kind)


def _is_place(text: str, low: str, start: int) -> bool:
    """Tell « la clinique » from « essai clinique »."""
    if text[start] == "c" and _ARTICLE_BEFORE.search(low[max(0, start - 12) : start]):
        return _CHIEF_BEFORE.search(low, max(0, start - 12), start) is None
    return _NOUN_BEFORE.search(text, max(0, start - 24), start) is None


def _named(text: str, start: int, end: int, kind: str) -> Iterator[Span]:
    """Yield the name that a keyword at ``[start, end)`` opens, its acronym and its postcode."""
    begin, last = walked(text, end, kind)
    if not last:
        return
    if "\n" in text[end:begin]:
        if kind in PLACED or text[start - 1 : start] not in {"", "\n"}:
            return
        start = begin
    if kind == "urgences":
        start = begin
    suffix = _SUFFIX.match(text, last)
    if suffix and folded(suffix["siglum"] or "") not in words("acronyms"):
        last = walked(text, suffix.end(), "site")[1] if suffix["site"] else suffix.end()
        last = last or suffix.start()
    yield Span(start, last, Phi.HOSPITAL, "", 0.92)
    yield from town_beside(text, last)
    acronym = _ACRONYM.match(text, last)
    if acronym and sum(char.isupper() for char in acronym["acronym"]) > 1:
        yield Span(*acronym.span("acronym"), Phi.HOSPITAL, "", 0.7)
    code = _POSTCODE_AFTER.match(text, last)
    if code:
        yield Span(code.start(1), code.end(1), Phi.POSTCODE, "", 0.7)


def _ward(text: str, start: int) -> Iterator[Span]:
    """Yield the person's name that a ward bears: « unité Pasteur », « pavillon Laënnec »."""
    name = _WARD_NAME.match(text, start)
    if not name:
        return
    first = folded(name[0].split()[0])
    known = first in words("eponyms") or first in words("hospitals")
    if is_heading(first) or (is_ordinary(first) and not known) or len(first) < _SHORTEST:
        return
    named = known or is_family(first)
    if named and (not is_capitals(name[0]) or is_family(first)):
        second = folded(name[0].split()[-1])
        end = len(name[0]) if is_family(second) else len(name[0].split()[0])
        yield Span(name.start(), name.start() + end, Phi.HOSPITAL, "", 0.7)
