"""Diagnoses, treatments and decisions."""

from collections.abc import Sequence
from functools import partial

from generator.case.clinical import (
    Decision,
    Diagnosis,
    DoseChange,
    Drug,
    Toxicity,
    Treatment,
)
from generator.case.terms import Certainty, Modality, Response, Route
from generator.language.locales import Locale
from generator.language.words import words
from generator.report.model import Said, Table, Words
from generator.report.statements import capital
from generator.report.tables import table
from generator.report.voice import Voice, joined

_MOMENTS = (Modality.SURGERY, Modality.PROCEDURE)  # treatments of one day


def diagnoses(voice: Voice, facts: Sequence[Diagnosis]) -> tuple[Table, ...]:
    """Return the diagnoses with certainty, stage and grade; those excluded are not among them."""
    held = tuple(each for each in facts if each.certainty is not Certainty.EXCLUDED)
    rows = tuple(
        (
            voice.terms(each.label),
            voice.words("word", "certainty", each.certainty),
            voice.each(partial(_staged, each)),
            voice.plain(" ".join(part for part in (each.code_system, each.code) if part)),
            voice.dates(each.date),
        )
        for each in held
    )
    columns = ("diagnosis", "certainty", "stage", "code", "date")
    return (*table(voice, "diagnoses", columns, rows, held), *_differential(voice, facts))


def _staged(diagnosis: Diagnosis, lang: Locale) -> Said:
    stage, grade = diagnosis.stage, diagnosis.grade
    lines = []
    if stage:
        lines.append(words(lang, "stage", stage.value, stage.tnm, stage.edition))
    if grade:
        lines.append(words(lang, "grade", grade.value, grade.system))
    return Said(lang, tuple(capital(line) for line in lines))


def _differential(voice: Voice, facts: Sequence[Diagnosis]) -> tuple[Table, ...]:
    excluded = tuple(
        (voice.terms(each.label), voice.words("word", "certainty", each.certainty), ())
        for each in facts
        if each.certainty is Certainty.EXCLUDED
    )
    considered = tuple(
        (
            voice.terms(other.label),
            voice.words("word", "certainty", other.certainty),
            voice.labels(other.reason),
        )
        for each in facts
        for other in each.differential
    )
    columns = ("diagnosis", "certainty", "reason")
    return table(voice, "differential", columns, (*excluded, *considered))


def treatments(voice: Voice, name: str, facts: Sequence[Treatment]) -> tuple[Table, ...]:
    """Return treatments, a row each: what, which drugs at which dose, when, and what came of it."""
    rows = tuple(
        (
            voice.each(partial(_drugs if _is_bare(each) else _named, voice, each)),
            voice.words("line", each.line) if each.line else (),
            () if _is_bare(each) else voice.each(partial(_drugs, voice, each)),
            voice.period(each.start, each.end, lasts=each.modality not in _MOMENTS),
            _response(voice, each),
            voice.each(partial(_course, voice, each)),
        )
        for each in facts
    )
    columns = ("treatment", "line", "drugs", "period", "response", "course")
    return table(voice, name, columns, rows, facts)


def _is_bare(treatment: Treatment) -> bool:
    """Tell whether a treatment is its drugs and has no name of its own."""
    return treatment.label is None and bool(treatment.drugs) and treatment.modality is Modality.DRUG


def _named(voice: Voice, treatment: Treatment, lang: Locale) -> Said:
    modality = words(lang, "word", "modality", treatment.modality)
    label = voice.term(treatment.label, lang)
    lines = (
        label.text if label else modality,
        words(lang, "word", "intent", treatment.intent),
        _uptake(treatment, lang),
    )
    text = tuple(line for line in lines if line)
    return Said(label.lang if label else lang, text, label.marks if label else ())


def _uptake(treatment: Treatment, lang: Locale) -> str:
    return words(lang, "word", "uptake", treatment.uptake)


def _drugs(voice: Voice, treatment: Treatment, lang: Locale) -> Said:
    told = tuple(_drug(voice, drug, lang) for drug in treatment.drugs)
    gray = voice.amount(treatment.dose_gy, "Gy", lang).text if treatment.dose_gy else ""
    parts = treatment.fractions or ""
    activity = (
        voice.amount(treatment.activity_gbq, "GBq", lang).text if treatment.activity_gbq else ""
    )
    lines = (
        *(one.text for one in told),
        words(lang, "fractions", gray, parts) if gray or parts else "",
        activity,
        words(lang, "cycles", treatment.cycles) if treatment.cycles else "",
        _uptake(treatment, lang) if _is_bare(treatment) else "",
    )
    marks = tuple(dict.fromkeys(mark for one in told for mark in one.marks))
    return Said(lang, tuple(line for line in lines if line), marks)


def _drug(voice: Voice, drug: Drug, lang: Locale) -> Said:
    name, schedule = voice.term(drug.name, lang), voice.term(drug.schedule, lang)
    dose = voice.amount(drug.dose, drug.unit, lang) if drug.dose else None
    route = words(lang, "word", "route", drug.route) if drug.route is not Route.NOT_STATED else ""
    text = words(
        lang,
        "drug",
        capital(name.text) if name else "",
        dose.text if dose else "",
        route,
        schedule.text if schedule else "",
    )
    return joined(lang, text, (name, dose, schedule))


def _response(voice: Voice, treatment: Treatment) -> Words:
    if treatment.response is Response.NOT_STATED:
        return ()

    def told(lang: Locale) -> Said:
        word = capital(words(lang, "word", "response", treatment.response))
        return Said(lang, (words(lang, "response", word, treatment.criterion),))

    return voice.each(told)


def _course(voice: Voice, treatment: Treatment, lang: Locale) -> Said:
    stop, note = voice.term(treatment.stop_reason, lang), None
    if treatment.note:
        note = voice.label(treatment.note, lang)
    pieces = (
        *(_change(voice, change, lang) for change in treatment.changes),
        *(_toxicity(voice, toxicity, lang) for toxicity in treatment.toxicities),
        joined(lang, words(lang, "stopped", stop.text), (stop,)) if stop else None,
        Said(lang, (words(lang, "trial", treatment.trial),)) if treatment.trial else None,
        note,
    )
    told = tuple(piece for piece in pieces if piece and piece.text)
    marks = tuple(dict.fromkeys(mark for piece in told for mark in piece.marks))
    return Said(lang, tuple(capital(piece.text) for piece in told), marks)


def _change(voice: Voice, change: DoseChange, lang: Locale) -> Said:
    drug, reason = voice.term(change.drug, lang), voice.term(change.reason, lang)
    dose = voice.amount(change.dose, change.unit, lang) if change.dose else None
    text = words(
        lang,
        "change",
        voice.date(change.date, lang),
        drug.text if drug else "",
        voice.amount(change.percent, "%", lang).text if change.percent else "",
        dose.text if dose else "",
        reason.text if reason else "",
    )
    return joined(lang, text, (drug, dose, reason))


def _toxicity(voice: Voice, toxicity: Toxicity, lang: Locale) -> Said:
    label = voice.term(toxicity.label, lang)
    date = voice.date(toxicity.date, lang)
    text = words(
        lang, "toxicity", label.text if label else "", toxicity.grade, toxicity.system, date
    )
    return joined(lang, text, (label,))


def decisions(voice: Voice, facts: Sequence[Decision]) -> tuple[Table, ...]:
    """Return what tumour boards and teams decided."""
    rows = tuple(
        (voice.labels(each.text), voice.terms(each.board), voice.dates(each.date)) for each in facts
    )
    return table(voice, "decisions", ("decision", "board", "date"), rows, facts)
