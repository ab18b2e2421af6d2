"""Suggest treatments that a text states as a drug with its dose: « énalapril 10 mg/jour »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Final

from anonymizer.fold import fold
from anonymizer.lexicon import words

from generator.case.clinical import Drug, Treatment
from generator.case.terms import FactStatus, Modality, Route, SectionKind
from generator.read.suggestions.passage import MOST, Passage, term

_AMOUNT: Final = re.compile(
    r"""
    (?<![\w.,])(?P<dose>\d{1,3}(?:[ \xa0\u202f]\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?)
    [ \xa0\u202f]?
    (?P<unit>(?:mg|µg|μg|mcg|g|UI|IU|MUI|MU|mU|mL|ml)
      (?:[ ]?/[ ]?(?:m2|m²|kg))?
      (?:[ ]?/[ ]?(?:jour|jours|j|day|d|semaine|sem|week|24[ ]?(?:h|heures)|12[ ]?(?:h|heures)
        |8[ ]?(?:h|heures)|6[ ]?(?:h|heures)|h))?)
    (?![\w/]|[ ]?/[ ]?[dm]?[lL]\b)
    """,
    re.VERBOSE,
)
_NAMED: Final = re.compile(
    r"""
    (?<![\w’'-])(?P<name>(?:[Aa]cide[ ])?[A-Za-zÀ-ÿœ][A-Za-zÀ-ÿœ-]{3,24})
    (?P<form>[ ](?:LAR|lar|LP|lp))?
    (?:[ ](?P<route>sc|s\.c\.|SC|iv|i\.v\.|IV|im|IM|po|PO|per[ ]os|oral|orale))?
    [ \xa0]*(?:[:(]|à|at)?[ \xa0]*\Z
    """,
    re.VERBOSE,
)
_REACH: Final = 48  # characters before an amount in which the drug's name stands
_PLUS: Final = re.compile(r"(?<![\w’'-])(?P<name>[A-Za-zÀ-ÿœ][A-Za-zÀ-ÿœ-]{3,24})[ ]?\+[ ]?$")
_JOIN: Final = re.compile(r"[ ]?(?:\+|,|et|and|/|avec|with|puis)[ ]?(?:de |du |d['’])?")
_AGAINST: Final = re.compile(
    r"allerg|contre-indi|contraindi|refus|sans |\bpas\b|aucun|\bno\b|without|intoler|eviter|avoid"
    r"|propos|envisag|plan"
)
_KINDS: Final = (SectionKind.TREATMENT, SectionKind.OUTCOME, SectionKind.HISTORY)
_COURSE: Final = re.compile(
    r"cycles?\b|chimio|commenc|debut|instaur|\brecu|antibio|perfusion|pendant|empirique|urgences"
    r"|premedic|chemo|started|received|course|for \d+ days|admi[ts]"
)
_STEMS: Final[tuple[tuple[Modality, str], ...]] = (
    (Modality.IMMUNOTHERAPY, r"(?:nivolum|pembrolizum|ipilimum|atezolizum|durvalum|avelum)ab"),
    (
        Modality.TARGETED,
        r"\w+(?:n[ie]b|mab|parib|ciclib|rafenib|metinib)e?|everolimus|temsirolimus",
    ),
    (
        Modality.CHEMOTHERAPY,
        (
            r"\w+(?:platine?|taxel|rubicine?|citabine?|trexate|trexed|tecan|relbine?|poside)"
            r"|cyclophosphamide|ifosfamide|vincristine|vinblastine|dacarbazine|temozolomide"
            r"|fluorouracile?|bleomycine?|trabectedine?|eribuline?|mitomycine?"
        ),
    ),
    (
        Modality.HORMONAL,
        (
            r"\w+(?:relix|relin|relide|trozole|luta[m]ide)|tamoxifene?"
            r"|fulvestrant|abiraterone|exemestane"
        ),
    ),
)
_STEM: Final = tuple((modality, re.compile(stem)) for modality, stem in _STEMS)
_LINE: Final = re.compile(
    r"\b(?:(\d)(?:ere|re|er|e|eme|nde?|st|rd|th)|(premiere|first)|(deuxieme|seconde?|second)"
    r"|(troisieme|third)|(quatrieme|fourth))[ -](?:ligne|line)\b"
)
_ROUTES: Final = {
    "sc": Route.SUBCUTANEOUS,
    "iv": Route.INTRAVENOUS,
    "im": Route.INTRAMUSCULAR,
    "po": Route.ORAL,
    "per os": Route.ORAL,
    "oral": Route.ORAL,
    "orale": Route.ORAL,
}
_NOT_DRUGS: Final = frozenset(
    ("calcium", "potassium", "sodium", "glucose", "albumine", "fer", "iode", "oxygene")
)


@dataclass(frozen=True, slots=True)
class _Dose:
    """A drug with its dose at ``[start, end)``; ``written`` is its name with its form (LAR)."""

    start: int
    end: int
    name: str
    written: str
    route: str | None
    amount: str
    unit: str


@dataclass(frozen=True, slots=True)
class Treatments:
    """Drugs that were given for the case, and those that were taken all along."""

    given: tuple[Treatment, ...]
    home: tuple[Treatment, ...]


def treatments(passages: Sequence[Passage]) -> Treatments:
    """Return the drugs that a text states with a dose.

    Those of the treatment and outcome sections were given for the case, as were anticancer drugs
    of the history; its other drugs are home treatments, unless the sentence tells of a course.
    """
    given: list[Treatment] = []
    home: list[Treatment] = []
    for passage in passages:
        for treatment in islice(_treatments(passage), MOST) if passage.kind in _KINDS else ():
            if passage.kind is not SectionKind.HISTORY or treatment.modality is not Modality.DRUG:
                given.append(treatment)
            elif treatment.source and not _COURSE.search(passage.said(treatment.source.start)):
                home.append(replace(treatment, line=None))
    return Treatments(tuple(given[:MOST]), tuple(home[:MOST]))


def _treatments(passage: Passage) -> Iterator[Treatment]:
    for start, together in _regimens(passage):
        said = passage.said(together[0].start)
        if not _AGAINST.search(said):
            yield _treatment(passage, start, together, _line(said))


def _doses(text: str) -> Iterator[_Dose]:
    for amount in _AMOUNT.finditer(text):
        start = amount.start()
        named = _NAMED.search(text, max(0, start - _REACH), start)
        if named and _is_drug(named["name"]):
            yield _Dose(
                named.start(),
                amount.end(),
                named["name"],
                f"{named['name']}{named['form'] or ''}",
                named["route"],
                amount["dose"],
                amount["unit"],
            )


def _is_drug(name: str) -> bool:
    plain = fold(name).removeprefix("acide ")
    return plain in words("drugs") and plain not in _NOT_DRUGS


def _regimens(passage: Passage) -> Iterator[tuple[int, tuple[_Dose, ...]]]:
    """Yield the drugs that are written together, as « A 10 mg + B 5 mg », by their sentence."""
    for (start, _), group in groupby(_doses(passage.text), lambda d: passage.sentence(d.start)):
        together: list[_Dose] = []
        for dose in group:
            if together and not _JOIN.fullmatch(passage.text, together[-1].end, dose.start):
                yield start, tuple(together)
                together = []
            together.append(dose)
        yield start, tuple(together)


def _treatment(
    passage: Passage, start: int, found: tuple[_Dose, ...], line: int | None
) -> Treatment:
    before = _PLUS.search(passage.text, max(start, found[0].start - _REACH), found[0].start)
    companion = before if before and _is_drug(before["name"]) else None
    drugs = tuple(_drug(passage, dose) for dose in found)
    if companion:  # « A + B 10 mg »: the dose is B's alone
        drugs = (Drug(name=term(companion["name"], passage.lang)), *drugs)
    first = companion.start() if companion else found[0].start
    return Treatment(
        status=FactStatus.SUGGESTED,
        source=passage.source(first, found[-1].end),
        modality=_modality(found),
        line=line,
        drugs=drugs,
    )


def _drug(passage: Passage, dose: _Dose) -> Drug:
    route = dose.route.casefold().replace(".", "") if dose.route else ""
    return Drug(
        name=term(dose.written, passage.lang),
        dose=dose.amount,
        unit=dose.unit,
        route=_ROUTES.get(route, Route.NOT_STATED),
    )


def _modality(found: tuple[_Dose, ...]) -> Modality:
    for modality, stem in _STEM:
        if any(stem.fullmatch(fold(dose.name)) for dose in found):
            return modality
    return Modality.DRUG


def _line(said: str) -> int | None:
    """Return the number of the line of treatment where the sentence names exactly one."""
    found = _LINE.findall(said)
    if len(found) != 1:
        return None
    digit, *ordinals = found[0]
    return int(digit) if digit else next(i for i, word in enumerate(ordinals, 1) if word)
