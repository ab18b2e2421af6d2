"""Find registry numbers: by their own layout, by the label before them, or by their bare length.

Layout: NIR is sex, year, month, department, commune, order (13 digits) and a key of 2, in any
grouping; a wrong key never spares a number. IBAN is country, 2 check digits, 11 to 30 signs. IPP,
NDA, RPPS (11), ADELI (9), FINESS (9), NHS (10), SSN (9), MRN: by label, else any run of 8 digits
or more with no unit. Source: INSEE; ISO 13616; python-stdnum (fr.nir, gb.nhs, us.ssn); ANS.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.words import digit_runs, lowered
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_VALUE = r"[a-z0-9](?:[ \u00a0./-]?[a-z0-9]){2,24}"
_LABELS: tuple[tuple[IdKind, str], ...] = (
    (IdKind.INS, r"ins(?:-c|-nir|-a)?|identit[ée]\ nationale\ de\ sant[ée]"),
    (
        IdKind.IPP,
        r"ipp|nip|identifiant\ permanent(?:\ du\ patient)?|patient\ ?(?:n°|no\b|num[ée]ro)",
    ),
    (IdKind.NDA, r"nda|iep|n°\ ?de\ s[ée]jour|num[ée]ro\ d['’]admission|venue|visite\ dossier"),
    (IdKind.RPPS, r"rpps"),
    (IdKind.ADELI, r"adeli"),
    (IdKind.FINESS, r"finess|siret|siren"),
    (IdKind.NHS, r"nhs(?:\ number|\ no)?"),
    (
        IdKind.NIR,
        (
            r"nir|nss|insee|s[ée]curit[ée]\ sociale|n°\ ?s[ée]cu|immatriculation"
            r"|assur[ée]e?\ social|avs|niss|ramq"
        ),
    ),
    (IdKind.SSN, r"ssn|social\ security(?:\ number)?"),
    (
        IdKind.MRN,
        (
            r"mrn|medical\ record(?:\ number)?|hospital\ (?:number|no)|chart(?:\ number|\ no)"
            r"|patient\ (?:id|number)|unit\ number"
        ),
    ),
    (
        IdKind.ACCOUNT,
        (
            r"account(?:\ number|\ no)?|n°\ ?de\ compte|mutuelle|adh[ée]rent|policy|rib"
            r"|insurance\ (?:id|number)"
        ),
    ),
    (
        IdKind.DEVICE,
        (
            r"n°\ ?de\ s[ée]rie|num[ée]ro\ de\ s[ée]rie|serial(?:\ number|\ no)?|s/n|udi"
            r"|n°\ ?de\ lot|num[ée]ro\ de\ lot|lot\ (?:number|no)"
        ),
    ),
    (IdKind.PLATE, r"immatricul[ée]e?|plaque|licen[cs]e\ plate|registration\ plate"),
    (
        IdKind.OTHER,
        (
            r"(?:dossier|accession|specimen|pr[ée]l[èe]vement|demande|examen|bloc|lame|registre"
            r"|carte|passeport|passport|permis|driving\ licen[cs]e|driver['’]s\ licen[cs]e|gmc"
            r"|nmc|npi|dea|case|file|lab|study|encounter|visit)"
            r"(?:\ (?:m[ée]dical|number|no|id|ref|reference|license|licence|d['’]identit[ée]))?"
            r"|num[ée]ro\ d['’]identification|n°\ ?d['’]id(?:entification)?|identifiant|id"
            r"|r[ée]f(?:[ée]rence)?|sous\ le\ num[ée]ro|matricule"
        ),
    ),
)
_LABELLED = re.compile(
    r"(?<![a-zà-ÿ\d])(?:"
    + "|".join(words for _, words in _LABELS)
    + r""")(?P<label>)(?![a-zà-ÿ])(?P<between>(?:\s|\(ipp\)|\((?:à\ compléter)[^)\n]{0,40}\)|:|\#|=
    |n[°ºo]\.?|n[°º]|num[ée]ro|number|no\.|est|is|le|
    de|du|patient|sécurité|sociale|provisoire|,){0,6}?)(?P<value>(?=[a-z]{0,8}[-/.]?\d|(?!est|le
    |du|de|la|is|of|sur)[a-z]{2,5}[ ]\d{4})"""
    + _VALUE.replace(" ", r"\ ")
    + r")(?![a-zà-ÿ\d])",
    re.VERBOSE,
)
_KINDS = tuple((kind, re.compile(f"(?:{words})", re.VERBOSE)) for kind, words in _LABELS)
_RANGE = re.compile(r"\d{1,4}(?:[.,]\d+)?[ ]?[-/][ ]?\d{1,4}")
_NEEDS_SIGN = frozenset({IdKind.OTHER, IdKind.ACCOUNT, IdKind.PLATE})
_NIR = re.compile(
    r"""(?<![\w.,+-])[1-478][ .\u00a0-]?\d\d[ .\u00a0-]?(?:0[1-9]|1[0-2]
    |[2-9]\d)[ .\u00a0-]?(?:\d\d|2[ABab])[ .\u00a0-]?\d{3}[ .\u00a0-]?
    \d{3}(?:[ .\u00a0/|-]{0,3}\d\d)?(?!\d)(?![.,]\d)""",
    re.VERBOSE,
)
_SPACED = re.compile(r"(?<![\w.,+])\d(?:[ ]\d){6,40}(?![ ]?\d)(?!\w)(?![.,]\d)")
_GROUPED = re.compile(r"(?<![\w.,/+-])[1-8]\d?(?:[ ]\d{1,3}){4,7}(?![\d/])(?![.,]\d)(?![ ]?\d)")
_BARE = re.compile(r"(?<![\w.,/+@#-])\d{8,20}(?![\w/])(?![.,]\d)")
_MIXED = re.compile(r"(?<![\w.,/+-])\d{2,4}[A-Z]{1,4}\d{3,10}(?![\w/])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}|\d{3,4}\s[A-Z]{2,3}\s\d{2})(?![\w-])"
)
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}-\d\d-\d{4}(?![\d-])")
_NHS = re.compile(r"(?<![\w.,-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])")
_PUBLIC_BEFORE = re.compile(
    r"(?:PMID|PMCID|PMC|doi|ISBN|ISSN|NCT|EudraCT|ISRCTN|10\.\d{4,5}/\S{0,20})\s?:?\s?\Z",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"\s?(?:mg|g|kg|ml|dl|cm|mm|µ|u|ui|iu|mmol|mol|%|copies|cellules|cells|/|x|×|bp|pb|kb|UFC"
    r"|CFU|€|eur|\$)(?![A-Za-z]{4})",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 3
_SHORT = 4
_LEAST_RUN = 9


def labelled_numbers(passage: "Passage") -> Iterator[Span]:
    """Yield the numbers that a label announces, a line break between them or not."""
    for found in _LABELLED.finditer(lowered(passage.text)):
        kind = _kind(found[0][: found.start("label") - found.start()])
        value, between = found["value"], found["between"]
        digits = sum(char.isdigit() for char in value)
        needed = _SHORT if kind in _NEEDS_SIGN else _FEWEST_DIGITS
        signed = any(sign in between for sign in ":#°º=") or digits > _SHORT + 1
        if (
            _RANGE.fullmatch(_trimmed(value))
            or digits < needed
            or (kind in _NEEDS_SIGN and not signed)
        ):
            continue
        end = found.start("value") + len(_trimmed(value))
        if not _UNIT_AFTER.match(passage.text, end):
            yield Span(found.start("value"), end, Phi.ID, kind, 0.9)


def _kind(label: str) -> IdKind:
    """Return the register whose label ``label`` is."""
    return next(kind for kind, pattern in _KINDS if pattern.fullmatch(label))


def _trimmed(value: str) -> str:
    """Return a value without the words of letters that follow its last digit group."""
    pieces = re.split(r"(?<=\d)[ \u00a0](?=[A-Za-z]+(?![A-Za-z]*\d))", value)
    return pieces[0]


def shaped_numbers(passage: "Passage") -> Iterator[Span]:
    """Yield NIR, IBAN, plates, SSN and NHS numbers, told by their own layout."""
    text = passage.text
    for pattern, kind, confidence in ((_IBAN, IdKind.IBAN, 0.9), (_PLATE, IdKind.PLATE, 0.7)):
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), Phi.ID, kind, confidence)
    for start, end in digit_runs(text):
        for pattern, kind, confidence in (
            (_NIR, IdKind.NIR, 0.95),
            (_SSN, IdKind.SSN, 0.9),
            (_NHS, IdKind.NHS, 0.7),
        ):
            for found in pattern.finditer(text, start, end):
                yield Span(found.start(), found.end(), Phi.ID, kind, confidence)


def bare_numbers(passage: "Passage") -> Iterator[Span]:
    """Yield long runs of digits without a unit: no measure of medicine is written so."""
    text = passage.text
    everywhere = [(_MIXED, 0, len(text), 0.6)]
    for start, end in digit_runs(text):
        everywhere += [
            (_SPACED, start, end, 0.7),
            (_GROUPED, start, end, 0.5),
            (_BARE, start, end, 0.7),
        ]
    for pattern, start, end, confidence in everywhere:
        for found in pattern.finditer(text, start, end):
            before = text[max(0, found.start() - 28) : found.start()]
            if _PUBLIC_BEFORE.search(before) or _UNIT_AFTER.match(text, found.end()):
                continue
            if pattern is _GROUPED and sum(c.isdigit() for c in found[0]) not in (12, 13, 14, 15):
                continue
            if pattern is _SPACED:
                yield from _between_dates(passage, found)
                continue
            yield Span(found.start(), found.end(), Phi.ID, IdKind.OTHER, confidence)


def _between_dates(passage: "Passage", run: re.Match[str]) -> Iterator[Span]:
    """Yield what a run of spaced digits holds besides the dates read in it."""
    inside = [m for m in passage.mentions if m.start < run.end() and run.start() < m.end]
    start = run.start()
    for edge, following in ((m.start, m.end) for m in inside):
        if edge - start >= _LEAST_RUN:
            yield Span(start, edge - 1, Phi.ID, IdKind.OTHER, 0.7)
        start = max(start, following + 1)
    if run.end() - start >= _LEAST_RUN:
        yield Span(start, run.end(), Phi.ID, IdKind.OTHER, 0.7)
