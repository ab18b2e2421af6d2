"""What a case shows: small questions that the checklist asks, each answered yes or no."""

import re
from typing import Final

from generator.case.clinical import Imaging, Lab, Treatment
from generator.case.model import Case
from generator.case.terms import (
    Certainty,
    ConsentState,
    HistoryKind,
    Response,
    SectionKind,
    Sex,
    Uptake,
    VitalStatus,
)
from generator.case.text import Text

_CASE_REPORT: Final = re.compile(
    r"case report|rapport de cas|cas clinique|à propos d['’]un cas", re.IGNORECASE
)
_FEWEST, _MOST = 2, 5  # keywords
_ENOUGH: Final = 40  # words


def said(text: Text | None) -> bool:
    """Tell whether a text holds words in any language."""
    return text is not None and bool((text.fr or "").strip() or (text.en or "").strip())


def words(text: Text | None) -> str:
    """Return the words of a text in both languages."""
    return "" if text is None else f"{text.fr or ''}\n{text.en or ''}"


def section(case: Case, *kinds: SectionKind) -> bool:
    """Tell whether a narrative section of one of these kinds holds words."""
    return any(section.kind in kinds and said(section.text) for section in case.narrative)


def history(case: Case, *kinds: HistoryKind) -> bool:
    """Tell whether the history holds an item of one of these kinds."""
    return any(item.kind in kinds for item in case.history)


def titled(case: Case) -> bool:
    """Tell whether the title says what kind of publication this is."""
    return case.title is not None and bool(_CASE_REPORT.search(words(case.title)))


def keywords(case: Case) -> bool:
    """Tell whether each language has two to five keywords."""
    if case.keywords is None:
        return False
    counts = [len(each) for each in (case.keywords.fr, case.keywords.en) if each]
    return bool(counts) and all(_FEWEST <= count <= _MOST for count in counts)


def introduced(case: Case) -> bool:
    """Tell whether there is an introduction, with something cited."""
    return said(case.introduction) and bool(case.references)


def demographics(case: Case) -> bool:
    """Tell whether age and sex are said."""
    return case.patient.sex is not Sex.UNKNOWN and case.patient.age is not None


def dated(case: Case) -> bool:
    """Tell whether at least one event is dated."""
    return any(event.date is not None for event in case.events)


def diagnosed(case: Case) -> bool:
    """Tell whether any investigation is told."""
    return bool(case.labs or case.imaging or case.pathology or case.molecular) or section(
        case, SectionKind.INVESTIGATIONS
    )


def reasoned(case: Case) -> bool:
    """Tell whether a differential, or a doubt, is told."""
    return any(each.differential for each in case.diagnoses) or any(
        each.certainty is not Certainty.CONFIRMED for each in case.diagnoses
    )


def staged(case: Case) -> bool:
    """Tell whether a stage or grade is told."""
    return any(each.stage or each.grade for each in case.diagnoses)


def given(case: Case) -> tuple[Treatment, ...]:
    """Return the treatments that the patient had."""
    return tuple(each for each in case.treatments if each.uptake is Uptake.GIVEN)


def dosed(case: Case) -> bool:
    """Tell whether dose, strength or duration of a treatment is told."""
    return any(drug.dose for each in given(case) for drug in each.drugs) or any(
        each.dose_gy or each.activity_gbq or each.start for each in given(case)
    )


def changed(case: Case) -> bool:
    """Tell whether a change of treatment or the reason for stopping is told."""
    return any(each.changes or each.stop_reason for each in case.treatments)


def outcome(case: Case) -> bool:
    """Tell whether a response, the vital status or an outcome is told."""
    responses = any(each.response is not Response.NOT_STATED for each in case.treatments)
    stated = case.outcome is not None and (
        said(case.outcome.text) or case.outcome.vital_status is not VitalStatus.NOT_STATED
    )
    return responses or stated


def followed(case: Case) -> bool:
    """Tell whether a test is dated after the first treatment, or the outcome tells of it."""
    starts = [str(each.start) for each in case.treatments if each.start]
    tests: tuple[Lab | Imaging, ...] = (*case.labs, *case.imaging)
    dates = [str(test.date) for test in tests if test.date is not None]
    after = any(day > min(starts) for day in dates) if starts else False
    return after or section(case, SectionKind.OUTCOME)


def tolerated(case: Case) -> bool:
    """Tell whether tolerance, and how it was assessed, is told."""
    return any(each.toxicities or each.criterion for each in case.treatments)


def adverse(case: Case) -> bool:
    """Tell whether an adverse event or complication is told."""
    return bool(case.complications) or any(each.toxicities for each in case.treatments)


def abstract(case: Case) -> bool:
    """Tell whether there is an abstract."""
    return said(case.abstract)


def abstract_full(case: Case) -> bool:
    """Tell whether the abstract is long enough to tell findings, treatment, outcome and lesson."""
    return _long(case.abstract)


def discussed(case: Case) -> bool:
    """Tell whether there is a discussion."""
    return said(case.discussion)


def discussed_in_full(case: Case) -> bool:
    """Tell whether the discussion is long enough to give reasons."""
    return _long(case.discussion)


def _long(text: Text | None) -> bool:
    if text is None:
        return False
    return any(len((each or "").split()) >= _ENOUGH for each in (text.fr, text.en))


def consented(case: Case) -> bool:
    """Tell whether consent was given."""
    return any(each.state is ConsentState.GIVEN for each in case.consents)
