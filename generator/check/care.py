"""Completeness by the CARE checklist of 2013: 13 items, 30 leaves.

Source: Gagnier et al. 2013, doi:10.1186/1752-1947-7-223, and the checklist at care-statement.org.
What a program can't judge (is the message new?) it only asks to be written.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.case.model import Case
from generator.case.terms import HistoryKind, SectionKind
from generator.check import evidence as e
from generator.check.finding import Finding, warn

RULES: Final = "CARE 2013"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of the checklist: its number, where it is written, its test, what to write."""

    number: str
    path: str
    holds: Callable[[Case], bool]
    en: str
    fr: str


def completeness(case: Case) -> tuple[Finding, ...]:
    """Return a warning for each leaf of CARE 2013 that the case does not show."""
    return tuple(
        warn(f"care-2013:{leaf.number}", leaf.path, en=leaf.en, fr=leaf.fr)
        for leaf in LEAVES
        if not leaf.holds(case)
    )


def _concerns(case: Case) -> bool:
    return e.history(case, HistoryKind.COMPLAINT) or e.section(case, SectionKind.HISTORY)


def _past(case: Case) -> bool:
    asked = (HistoryKind.MEDICAL, HistoryKind.FAMILY, HistoryKind.SOCIAL, HistoryKind.COMORBIDITY)
    return e.history(case, *asked) or e.section(case, SectionKind.HISTORY)


def _interventions(case: Case) -> bool:
    past = e.history(case, HistoryKind.SURGICAL) or bool(case.home_treatments)
    return past or e.section(case, SectionKind.HISTORY)


def _examined(case: Case) -> bool:
    found = bool(case.examination or case.vitals or case.performance)
    return found or e.section(case, SectionKind.EXAMINATION)


def _challenged(case: Case) -> bool:
    return e.reasoned(case) or e.discussed(case)


def _treated(case: Case) -> bool:
    return bool(case.treatments) or e.section(case, SectionKind.TREATMENT)


def _literature(case: Case) -> bool:
    return e.discussed(case) and bool(case.references)


def _lessons(case: Case) -> bool:
    return any(e.said(lesson) for lesson in case.lessons)


def _perspective(case: Case) -> bool:
    return e.said(case.perspective)


_TESTS: Final[dict[str, Callable[[Case], bool]]] = {
    "1": e.titled,
    "2": e.keywords,
    "3a": e.abstract,
    "3b": e.abstract_full,
    "3c": e.abstract_full,
    "3d": e.abstract_full,
    "4": e.introduced,
    "5a": e.demographics,
    "5b": _concerns,
    "5c": _past,
    "5d": _interventions,
    "6": _examined,
    "7": e.dated,
    "8a": e.diagnosed,
    "8b": _challenged,
    "8c": e.reasoned,
    "8d": e.staged,
    "9a": _treated,
    "9b": e.dosed,
    "9c": e.changed,
    "10a": e.outcome,
    "10b": e.followed,
    "10c": e.tolerated,
    "10d": e.adverse,
    "11a": e.discussed,
    "11b": _literature,
    "11c": e.discussed_in_full,
    "11d": _lessons,
    "12": _perspective,
    "13": e.consented,
}


def _leaves() -> tuple[Leaf, ...]:
    data = pkgutil.get_data(__name__, "care.tsv") or b""
    rows = (row.split("\t") for row in data.decode("utf-8").splitlines() if row[:1] != "#")
    return tuple(Leaf(number, path, _TESTS[number], en, fr) for number, path, en, fr in rows)


LEAVES: Final = _leaves()
