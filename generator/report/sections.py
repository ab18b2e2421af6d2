"""The sections of a report: the six headings of a clinical case in the order of CARE 2013."""

from collections.abc import Iterable

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.publication import Figure as CaseFigure
from generator.case.publication import Section as CaseSection
from generator.case.terms import SectionKind
from generator.case.text import Text
from generator.language.words import words
from generator.report.back import back, teaching
from generator.report.chart_labs import curves
from generator.report.charts import courses, timeline
from generator.report.model import Block, Figure, Figures, Profile, Prose, Said, Section, Words
from generator.report.patient import patient, sentences
from generator.report.statements import findings, histories
from generator.report.studies import markers, molecular, studies
from generator.report.tables import events, labs, measures
from generator.report.treatments import decisions, diagnoses, treatments
from generator.report.voice import Voice

_SIX = (
    SectionKind.HISTORY,
    SectionKind.EXAMINATION,
    SectionKind.INVESTIGATIONS,
    SectionKind.DIAGNOSIS,
    SectionKind.TREATMENT,
    SectionKind.OUTCOME,
)


def prose(voice: Voice, text: Text | None, where: str, heading: Words = ()) -> tuple[Prose, ...]:
    """Return a text as running prose, nothing where there is none."""
    rows = voice.passages(text, where)
    return (Prose(rows, heading),) if rows else ()


def section(voice: Voice, name: str, blocks: Iterable[Block | None]) -> tuple[Section, ...]:
    """Return a section under its usual heading, nothing where it is empty."""
    held = tuple(block for block in blocks if block)
    return (Section(name, voice.words("heading", name), held),) if held else ()


def sections(voice: Voice, case: Case, profile: Profile) -> tuple[Section, ...]:
    """Return every section that has something to say, in order."""
    before, after = _others(voice, case)
    return (
        *teaching(voice, case, profile, answers=False),
        *section(voice, "introduction", prose(voice, case.introduction, "introduction")),
        *section(voice, "patient", patient(voice, case)),
        *before,
        *_six(voice, case),
        *after,
        *section(voice, "discussion", prose(voice, case.discussion, "discussion")),
        *back(voice, case, profile),
        *teaching(voice, case, profile, answers=True),
    )


def _six(voice: Voice, case: Case) -> tuple[Section, ...]:
    facts: dict[SectionKind, tuple[Block | None, ...]] = {
        SectionKind.HISTORY: (
            *histories(voice, case),
            *treatments(voice, "home", case.home_treatments),
        ),
        SectionKind.EXAMINATION: (
            findings(voice, case.examination),
            *measures(voice, "vitals", case.vitals),
        ),
        SectionKind.INVESTIGATIONS: _investigated(voice, case),
        SectionKind.DIAGNOSIS: diagnoses(voice, case.diagnoses),
        SectionKind.TREATMENT: (
            *courses(voice, case.treatments),
            *treatments(voice, "treatments", case.treatments),
            *decisions(voice, case.decisions),
        ),
        SectionKind.OUTCOME: _outcome(voice, case),
    }
    made = {
        kind: section(voice, kind, (*_narrated(voice, case, kind), *facts[kind])) for kind in _SIX
    }
    dated = timeline(voice, case.events, events(voice, case.events))
    before = _SIX.index(SectionKind.INVESTIGATIONS)
    return (
        *(each for kind in _SIX[:before] for each in made[kind]),
        *section(voice, "timeline", dated),
        *(each for kind in _SIX[before:] for each in made[kind]),
    )


def _investigated(voice: Voice, case: Case) -> tuple[Block | None, ...]:
    return (
        *labs(voice, case.labs),
        *curves(voice, case.labs),
        *studies(voice, case.imaging, case.pathology),
        *markers(voice, case.pathology),
        *molecular(voice, case.molecular),
        *measures(voice, "scores", case.scores),
        _figures(voice, case.figures),
    )


def _narrated(voice: Voice, case: Case, kind: SectionKind) -> tuple[Block, ...]:
    return tuple(
        block
        for number, told in enumerate(case.narrative)
        if told.kind is kind
        for block in prose(voice, told.text, f"narrative[{number}].text", _own_heading(voice, told))
    )


def _own_heading(voice: Voice, told: CaseSection) -> Words:
    """Return the author's heading where every language has it; the usual one says enough."""
    heading = told.heading
    own = {Lang.FR: heading.fr, Lang.EN: heading.en} if heading else {}
    return voice.labels(heading) if all(own.get(lang.lang) for lang in voice.langs) else ()


def _others(voice: Voice, case: Case) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Return the sections of no usual kind: those before the six, and those after."""
    first = next(
        (n for n, told in enumerate(case.narrative) if told.kind in _SIX), len(case.narrative)
    )
    every = [
        (number < first, made)
        for number, told in enumerate(case.narrative)
        if told.kind is SectionKind.OTHER
        for made in _other(voice, told, number)
    ]
    return (
        tuple(made for early, made in every if early),
        tuple(made for early, made in every if not early),
    )


def _other(voice: Voice, told: CaseSection, number: int) -> tuple[Section, ...]:
    heading = voice.labels(told.heading) or voice.words("heading", "narrative")
    blocks = prose(voice, told.text, f"narrative[{number}].text")
    return (Section(f"narrative-{number + 1}", heading, blocks),) if blocks else ()


def _outcome(voice: Voice, case: Case) -> tuple[Block, ...]:
    """Return complications and the last news; what is not stated is said to be so."""
    outcome = case.outcome
    told = prose(voice, outcome.text, "outcome.text") if outcome else ()
    status = outcome.vital_status if outcome else "not_stated"
    vital = voice.each(
        lambda lang: Said(lang, (words(lang, "vital", words(lang, "word", "vital", status)),))
    )
    news = outcome.last_news if outcome else None
    last = voice.each(lambda lang: Said(lang, (words(lang, "news", voice.date(news, lang)),)))
    complications = findings(voice, case.complications, voice.words("complications"))
    known = sentences(vital, last) if news else sentences(vital)
    return (*told, *((complications,) if complications else ()), known)


def _figures(voice: Voice, figures: tuple[CaseFigure, ...]) -> Figures | None:
    made = tuple(
        Figure(
            each.file,
            f"figure-{number}",
            voice.words("figure", number),
            voice.labels(each.caption),
            voice.labels(each.alt),
        )
        for number, each in enumerate(figures, start=1)
    )
    return Figures(made) if made else None
