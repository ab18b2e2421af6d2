"""Find codes of capitals and digits that nothing announces: wristbands, specimens, serials.

Layout: 1-4 capitals and 6 digits or more (RNB482913S), the same parted once (KM 0482913), a
capital, year and number (S24-48291, H96618/41), two parts or more (HM-20-48291-B). Codes of
compounds, genes and catalogues (GSK2118436, NM_005228, BMS-936558) name no one. Source: GS1;
pathology forms.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import numbers
from anonymizer.detect.measures import measured, public
from anonymizer.detect.registers import is_label
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_SHAPE = re.compile(
    r"""[A-Z]{1,4}\d{6,12}[A-Z]?(?![\w-])
    |[A-Z]{1,4}\d?[ -]\d{6,9}[A-Z]?(?![\w/-])
    |[A-Z]{1,3}[ ]?\d{3}[ ]\d{4}(?![\w ]\d)
    |[A-Z]{2,5}[ ](?!19|20)\d{4}[ ]\d{3,4}(?:[ ]\d{3,4})?(?![\w/-])
    |[A-Z]{1,3}\d{2}[-/]\d{4,6}(?![\w/-])
    |[A-Z]\d{5}/\d{2}(?![\w/-])
    |[A-Z]{1,4}\d{0,2}(?:[-/]\d{2,8}){1,2}[-/]\d{3,8}(?:[-/][A-Z]{1,2})?(?![\w/-])
    |[A-Z]{1,4}\d{0,4}(?:[-/]\d{1,4})?[-/][A-Z]{1,2}[-/]\d{4,8}(?![\w/-])
    |[A-Z]{1,4}/[a-z]{2,3}[/-]\d{4,8}(?![\w/-])
    |[A-Z]{2,4}-\d{3,4}-\d\d(?![\w/-])
    |[A-Z]{1,4}\d{0,4}-\d{3,8}[-/][A-Z]{1,2}(?![\w/-])""",
    re.VERBOSE,
)
_START = re.compile(r"(?<![\w.,/+-])[A-Z]{1,4}(?:[A-Z\d/ -]{0,8}|/[a-z]{2,3}[/-])\Z")
_ENDED = re.compile(r"[A-Z]+-0\d{3}-[A-Z]|[A-Z]+/[a-z]+[/-]\d+")
_CATALOGUES = (
    "A ABBV ABT AMG AZD BAY BGB BI BIBF BIBW BLU BMS BO CA CAS CC CH CI CO COSM "
    "COSV CP CTEP DS EC EMA EMD ENSG ENST FDA GDC GO GS GSE GSK GSM HGNC HLA IBI "
    "ICD INCB ISO JNJ KO LOXO LY MEDI MK ML MLN MO NC NCT NM NP NR NSC NVP OMIM "
    "PD PDB PF PMC PMID RG RO RS RTOG SAR SB SCH SHR SU TAK TS UI VX WO XM XP YO"
)
_PUBLIC = frozenset(_CATALOGUES.split())
_IN_BRACKETS = re.compile(
    r"(?:\(|,[ ])(?P<value>[A-Z]{1,4}(?:\d{4}(?=[),])"
    r"|[ -]?(?=[\d/ -]{5})\d{2,5}(?:[ /-]\d{2,6}){0,3}))"
    r"(?=[),;.]|\Z)"
)
_HASHED = re.compile(
    r"[A-Z]{2,6}[ ]?#[ ]?:?[ ]?(?P<value>(?=[A-Z-]*\d)[A-Z\d][A-Z\d-]{4,})(?![\w-])"
)
_SAMPLE_BEFORE = re.compile(
    r"\b(?:screen|sample|specimen|culture|biops(?:y|ie)|swab|histology|cytology|block|slide|aspirate"
    r"|explant|h[ée]moculture|[ée]chantillon|pr[ée]l[èe]vement|lame|bloc|frottis|pi[èe]ce|audience"
    r"|juge(?:ment)?|tribunal|dossier|case|file|record|registry|registre|proc[èe]s-verbal|plainte"
    r"|report|rapport|constable|sergeant|officer|gendarme|brigadier|PC|DC|Sgt)s?\b[^.;()\n]{0,32}\Z",
    re.IGNORECASE,
)
_DAY = re.compile(r"[A-Z]+[-/ ]?[0-3]?\d[-/][01]?\d[-/](?:\d\d|(?:19|20)\d\d)\Z")
_STUDY_BEFORE = re.compile(r"(?:essai|[ée]tude|protocole|trial|study)(?: \w+)? \Z", re.IGNORECASE)
_SIGNED = re.compile(  # "Dr Ann Roe, MCNZ 48816" at the end of its line
    r"^(?:Dr|Dre|Pr|Prof|Mr|Mrs|Ms|Mme|M)\b[^\n:;]{3,60}, "
    r"[A-Z]{2,6}(?: [Nn]o\.?)? (?P<value>[A-Z]{0,2}\d{4,8})(?=[ ]*(?:\n|\Z))",
    re.MULTILINE,
)
_NAMED = re.compile(  # "(VHIMS 330918)", « (code KLV-8834) », "interpreter #40718", "#77-2041"
    r"\((?:[\w/]{2,12}[ ]){0,3}?(?P<label>[A-Z]\w{1,9}|code|n°)[ ]"
    r"(?P<value>[A-Z]{2,4}-\d{4,6}|\d{6,8}(?<!00)|\d\d-\d{3,4}(?:-\d{2,4})?)(?=[),;])"
)
_NUMBERED = re.compile(r"#(?P<value>\d\d-\d{4,6}|\d{5,9}(?<!00))(?![\w%]|[.,/-]\d)")
_SUBJECT = re.compile(  # "Re: your patient AB, HHA4480"
    r"[RSPOC](?<![^\n].)(?:e|E|ef|[ée]f|ubject|atient|atiente|t|bjet|oncerne)[ ]?:[^\n]{2,60}[ ,(]"
    r"(?P<value>[A-Z]{0,4}[ -]?\d{4,9})(?=[ ]?(?:[),;]|\n|\Z))"
)
_CENTRE = re.compile(r"[Cc](?:entre|enter)[ ](?:n°[ ]?)?(?P<value>0\d{1,3})(?![\w%]|[.,/-]\d)")
_TYPIST = re.compile(  # « ATh/cb » at the end of its line
    r"[A-Z](?<!\w.)(?:[A-Z]|[a-z][A-Z]|[A-Z][a-z])[A-Za-z]?[/:][a-z]{2,3}(?=[ ]*(?:\n|\Z))"
)
_SMALL_TYPIST = re.compile(  # "typed jb:kt" at the end of its line, from its sign on
    r"[:/](?:(?<=[ ][a-z]{2}.)|(?<=[ ][a-z]{3}.))[a-z]{2,3}(?=[ ]*(?:\n|\Z))"
)
_TYPIST_BEFORE = re.compile(
    r"(?:\A|\n|(?:19|20)\d\d[ ]?[/,–-][ ]?|[Rr][ée]f(?:erence)?s?\.?[ ]?:[ ]?"
    r"|\b(?:[Tt]yped|[Tt]ranscribed|[Dd]ictated|[Tt]apé|[Ss]aisie?|[Ff]rappe|[Tt]ranscrit|[Dd]icté)"
    r"(?:[ ](?:by|par))?[ ]?:?[ ])\Z"
)
_FEW, _FEWEST, _WINDOW, _NEAR = 2, 5, 48, 16


def codes(passage: "Passage") -> Iterator[Span]:
    """Yield codes of capitals and digits that only a register, label or device bears."""
    text, last = passage.text, 0
    for at, end in numbers(text):
        before = text[at - 1 : at]
        if end - at < _FEW or at < last or not (before.isupper() or (before and before in "-/ ")):
            continue
        found = _shape(text, at)
        if not found or found.start() < last or not _is_code(text, found):
            continue
        last = found.end()
        yield Span(found.start(), last, Phi.ID, IdKind.OTHER, 0.6)
    for found in _IN_BRACKETS.finditer(text):
        if _SAMPLE_BEFORE.search(text, max(0, found.start() - _WINDOW), found.start()):
            yield Span(*found.span("value"), Phi.ID, IdKind.OTHER, 0.7)
    yield from _of_the_letter(text)
    for pattern in (_HASHED, _NUMBERED) if "#" in text else ():
        for found in pattern.finditer(text):
            yield Span(*found.span("value"), Phi.ID, IdKind.OTHER, 0.8)


def _of_the_letter(text: str) -> Iterator[Span]:
    """Yield who signed and typed a letter, by number or initials, and the centre of a trial."""
    for pattern in (_SIGNED, _CENTRE, _NAMED, _SUBJECT):
        for found in pattern.finditer(text):
            if pattern is _NAMED and found["label"] in _PUBLIC:
                continue
            yield Span(*found.span("value"), Phi.ID, IdKind.OTHER, 0.7)
    small = ((text.rfind(" ", 0, f.start()) + 1, f.end()) for f in _SMALL_TYPIST.finditer(text))
    for start, end in (*(found.span() for found in _TYPIST.finditer(text)), *small):
        if _TYPIST_BEFORE.search(text, max(0, start - _NEAR), start):
            yield Span(start, end, Phi.ID, IdKind.OTHER, 0.7)


def _shape(text: str, at: int) -> re.Match[str] | None:
    """Return the code whose first digits stand at ``at``, its letters a word apart or not."""
    if not (
        text[at - 2 : at - 1].isupper()
        or text[at - 2 : at - 1].isdigit()
        or text[at - 1].isupper()
        or "/" in text[max(0, at - 5) : at]
    ):
        return None
    start = _START.search(text, max(0, at - 14), at)
    found = _SHAPE.match(text, start.start()) if start else None
    near = text.rfind(" ", 0, at) + 1
    return found or (_SHAPE.match(text, near) if start and start.start() < near else None)


def _is_code(text: str, found: re.Match[str]) -> bool:
    """Tell a person's or thing's code from a compound, a catalogue number, a date or a dose."""
    letters = re.match(r"[A-Z]+", found[0])
    apart = letters is not None and found[0][letters.end() - letters.start()] == " "
    if letters and (letters[0] in _PUBLIC or (apart and is_label(letters[0]))):
        return False
    digits = sum(char.isdigit() for char in found[0])
    if (
        _DAY.match(found[0])
        or (digits < _FEWEST and not _ENDED.match(found[0]))
        or measured(text, found.end())
    ):
        return False
    study = _STUDY_BEFORE.search(text, max(0, found.start() - 24), found.start())
    return not (study or public(text, found.start()))
