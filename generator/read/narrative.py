"""Read a narrative in French or English as a case: its sections, and facts as suggestions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from anonymizer.audit import Notice
from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.people import Patient
from generator.case.publication import Section
from generator.case.terms import FactStatus, SectionKind, Sex, TextStatus
from generator.case.text import Text
from generator.read.bounds import lines_ended
from generator.read.language import told
from generator.read.sections import Part, sections
from generator.read.suggestions.drugs import treatments
from generator.read.suggestions.events import events
from generator.read.suggestions.facts import diagnoses, performances
from generator.read.suggestions.labs import labs
from generator.read.suggestions.passage import MOST, Passage, passage
from generator.read.suggestions.person import contradictions, person

_OPENING = (SectionKind.HISTORY, SectionKind.OTHER)


@dataclass(frozen=True, slots=True)
class Reading:
    """A case as read from a narrative, with what its reader has to know."""

    case: Case = field(repr=False)
    notices: tuple[Notice, ...]


def narrative(
    text: str, where: str, lang: Lang | None = None, *, is_markdown: bool = False
) -> Reading:
    """Return the case that a narrative tells.

    Its text stays in sections, word for word. Sex, age, dated events, performance status,
    diagnosis, results and doses become suggestions, each with the range it was read in.

    Raises UnknownLanguageError where ``lang`` is None and the text does not show it.
    """
    whole = lines_ended(text)
    lang = lang or told(whole, where)
    parts = sections(whole, is_markdown=is_markdown)
    passages = tuple(
        passage(f"narrative[{number}].text.{lang}", part.text, lang, part.kind)
        for number, part in enumerate(parts)
    )
    opening = tuple(p for p in passages if p.kind in _OPENING) or passages[:1]
    who = person(opening, passages)
    drugs = treatments(passages)
    suggested = who.sex is not Sex.UNKNOWN
    case = Case(
        language=lang,
        patient=Patient(
            sex=who.sex,
            sex_status=FactStatus.SUGGESTED if suggested else FactStatus.CONFIRMED,
            sex_source=who.sex_source,
            age=who.age,
        ),
        home_treatments=drugs.home,
        performance=performances(passages),
        labs=labs(passages),
        diagnoses=diagnoses(passages),
        treatments=drugs.given,
        events=events(passages),
        narrative=tuple(_section(part, lang) for part in parts),
    )
    return Reading(case, tuple(_notices(case, passages)))


def _section(part: Part, lang: Lang) -> Section:
    heading = _text(part.heading, lang) if part.heading else None
    return Section(kind=part.kind, heading=heading, text=_text(part.text, lang))


def _text(words: str, lang: Lang) -> Text:
    if lang is Lang.FR:
        return Text(fr=words, status=TextStatus.ORIGINAL)
    return Text(en=words, status=TextStatus.ORIGINAL)


def _notices(case: Case, passages: tuple[Passage, ...]) -> Iterator[Notice]:
    if case.patient.sex is Sex.UNKNOWN:
        yield Notice(
            "sex-unknown",
            passages[0].path if passages else "narrative",
            "the patient's sex is not plainly said. Write it as `patient.sex`.",
            "le sexe du patient n’est pas clairement dit. Écrivez-le dans `patient.sex`.",
        )
    yield from contradictions(case.patient.sex, passages)
    for name in ("events", "labs", "treatments", "home_treatments"):
        if len(getattr(case, name)) >= MOST:
            yield Notice(
                "many-suggestions",
                name,
                f"only the first {MOST} are suggested. Is this one patient?",
                f"seuls les {MOST} premiers sont proposés. Est-ce bien un seul patient ?",
            )
