"""Imaging, pathology, markers and genetics."""

from collections.abc import Sequence

from generator.case.clinical import Imaging, Marker, Measurement, Molecular, Pathology
from generator.case.terms import MarkerResult, VariantOrigin
from generator.language.locales import Locale
from generator.language.units import quantity
from generator.language.words import words
from generator.report.model import Said, Table, Words
from generator.report.statements import capital
from generator.report.tables import Row, table
from generator.report.voice import Voice


def studies(
    voice: Voice, imaging: Sequence[Imaging], pathology: Sequence[Pathology]
) -> tuple[Table, ...]:
    """Return imaging and pathology with what they showed."""
    seen = tuple(
        (
            voice.terms(each.modality),
            voice.terms(each.site),
            voice.dates(each.date),
            _shown(voice, each),
        )
        for each in imaging
    )
    read: tuple[Row, ...] = tuple(
        (voice.terms(each.specimen), (), voice.dates(each.date), voice.labels(each.report))
        for each in pathology
    )
    columns = ("study", "site", "date", "report")
    return table(voice, "studies", columns, (*seen, *read), (*imaging, *pathology))


def _shown(voice: Voice, study: Imaging) -> Words:
    def told(lang: Locale) -> Said:
        report = voice.label(study.report, lang) or Said(lang, ())
        sizes = tuple(_size(voice, each, lang) for each in study.measurements)
        return Said(report.lang, (*report.lines, *sizes), report.marks)

    return voice.each(told)


def _size(voice: Voice, measured: Measurement, lang: Locale) -> str:
    site = voice.term(measured.site, lang)
    values = tuple(voice.number(value, lang) for value in measured.values)
    size = quantity(words(lang, "listed", values), measured.unit, lang) if values else ""
    return capital(words(lang, "labelled", site.text if site else "", size))


def markers(voice: Voice, pathology: Sequence[Pathology]) -> tuple[Table, ...]:
    """Return the markers of all pathology reports."""
    every = tuple((report, marker) for report in pathology for marker in report.markers)
    rows = tuple(
        (voice.named(marker.name), _result(voice, marker), voice.terms(report.specimen))
        for report, marker in every
    )
    facts = tuple(report for report, _ in every)
    return table(voice, "markers", ("marker", "result", "specimen"), rows, facts)


def _result(voice: Voice, marker: Marker) -> Words:
    def told(lang: Locale) -> Said:
        word = words(lang, "word", "marker", marker.result)
        if not marker.value:
            return Said(lang, (word,))
        amount = voice.amount(marker.value, marker.unit, lang)
        if marker.result is MarkerResult.NOT_STATED:
            return amount
        return Said(lang, (f"{word}, {amount.text}",), amount.marks)

    return voice.each(told)


def molecular(voice: Voice, facts: Sequence[Molecular]) -> tuple[Table, ...]:
    """Return the genetic results."""
    rows = tuple(
        (
            voice.plain(each.gene),
            voice.plain(each.variant),
            voice.words("word", "presence", each.presence),
            voice.words("word", "variant", each.origin)
            if each.origin is not VariantOrigin.NOT_STATED
            else (),
            voice.terms(each.method),
            voice.dates(each.date),
        )
        for each in facts
    )
    columns = ("gene", "variant", "result", "variant_origin", "method", "date")
    return table(voice, "molecular", columns, rows, facts)
