"""Tables of facts: one row a fact, no column without a value, no more rows than can be laid out."""

from collections.abc import Sequence
from typing import Final

from generator.case.clinical import Encounter, Event, Lab, Measure
from generator.case.terms import EventKind
from generator.case.text import Fact
from generator.language import units
from generator.language.conversion import converted
from generator.language.dates import order
from generator.language.locales import Locale
from generator.language.terms import measured
from generator.language.words import words
from generator.report.model import MarkCode, Said, Table, Words
from generator.report.statements import capital
from generator.report.voice import Voice, is_suggested, marked

TALLEST: Final = 300  # rows: WeasyPrint needs 4.5 s for 1,000, 45 s for 10,000
Row = tuple[Words, ...]


def table(
    voice: Voice,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    facts: Sequence[Fact] = (),
) -> tuple[Table, ...]:
    """Return a table without its empty columns, in parts of TALLEST rows.

    ``facts`` are what the rows tell: where all are suggestions the table bears the mark, else
    each such row does.
    """
    if not rows:
        return ()
    suggested = tuple(is_suggested(fact) for fact in facts)
    whole = bool(suggested) and all(suggested)
    if any(suggested) and not whole:
        rows = tuple(
            (marked(voice, row[0], MarkCode.SUGGESTED), *row[1:]) if mark else row
            for row, mark in zip(rows, suggested, strict=True)
        )
    used = tuple(
        number
        for number in range(len(columns))
        if number == 0 or any(_filled(row[number]) for row in rows)
    )
    foreign = tuple(n for n in used if _is_foreign([row[n] for row in rows]))
    heads = tuple((columns[n], _head(voice, columns[n], said_once=n in foreign)) for n in used)
    kept = tuple(_row(row, columns[0], used, foreign) for row in rows)
    marks = (badges(voice, MarkCode.SUGGESTED),) if whole else ()
    return tuple(
        Table(name, _caption(voice, name, first), heads, kept[first : first + TALLEST], marks)
        for first in range(0, len(kept), TALLEST)
    )


def _row(row: Row, named_by: str, used: tuple[int, ...], foreign: tuple[int, ...]) -> Row:
    cells = tuple(_unmarked(row[n]) if n in foreign else row[n] for n in used)
    return cells if named_by == "date" else (_capital(cells[0]), *cells[1:])


def _head(voice: Voice, name: str, *, said_once: bool) -> Words:
    said = voice.words("column", name)
    return marked(voice, said, MarkCode.NOT_TRANSLATED) if said_once else said


def _is_foreign(cells: Sequence[Words]) -> bool:
    """Tell whether no cell of a column is translated, so that its heading says it once."""
    return len(cells) > 1 and all(
        any(mark.code is MarkCode.NOT_TRANSLATED for said in cell for mark in said.marks)
        for cell in cells
    )


def _unmarked(cell: Words) -> Words:
    return tuple(
        Said(
            said.lang,
            said.lines,
            tuple(mark for mark in said.marks if mark.code is not MarkCode.NOT_TRANSLATED),
        )
        for said in cell
    )


def _capital(said: Words) -> Words:
    return tuple(
        Said(one.lang, (capital(one.lines[0]), *one.lines[1:]), one.marks) if one.lines else one
        for one in said
    )


def badges(voice: Voice, code: MarkCode) -> Words:
    """Return a mark that stands alone, in each language."""
    return tuple(Said(lang, (), (voice.mark(code, lang),)) for lang in voice.langs)


def _filled(said: Words) -> bool:
    return any(one.lines and any(one.lines) for one in said)


def _caption(voice: Voice, name: str, first: int) -> Words:
    if not first:
        return voice.words("caption", name)
    return voice.each(
        lambda lang: Said(lang, (words(lang, "continued", words(lang, "caption", name)),))
    )


def labs(voice: Voice, facts: Sequence[Lab]) -> tuple[Table, ...]:
    """Return the laboratory results, each value exactly as it was measured."""
    columns = (
        *("analyte", "value", "unit", "converted"),
        *("reference", "flag", "specimen", "date", "note"),
    )
    rows = tuple(
        (
            voice.terms(lab.analyte),
            _measured(voice, lab),
            unit(voice, lab.unit),
            _converted(voice, lab),
            _reference(voice, lab),
            voice.words("word", "flag", lab.flag) if lab.flag else (),
            voice.terms(lab.specimen),
            voice.dates(lab.date),
            voice.labels(lab.note),
        )
        for lab in facts
    )
    return table(voice, "labs", columns, rows, facts)


def unit(voice: Voice, written: str | None) -> Words:
    """Return a unit alone; one that is mistaken for another is marked."""
    if not written:
        return ()
    said = voice.each(lambda lang: Said(lang, (units.unit(written, lang),)))
    return marked(voice, said, MarkCode.UNIT) if units.ambiguous(written) else said


def _measured(voice: Voice, lab: Lab) -> Words:
    number = voice.numbers(lab.value)
    if not number:
        return voice.terms(lab.result)
    sign = f"{lab.comparator.value}{units.NO_BREAK}" if lab.comparator else ""
    value = f"{sign}{number[0].text}"

    def told(lang: Locale) -> Said:
        result = voice.term(lab.result, lang)
        return Said(lang, (value, *result.lines), result.marks) if result else Said(lang, (value,))

    return voice.each(told)


def _converted(voice: Voice, lab: Lab) -> Words:
    """Return the value in the other unit, SI or conventional, where it is certain."""
    of = measured(lab.analyte.fr, lab.analyte.en)
    if lab.value is None or lab.unit is None or of is None:
        return ()
    sign = f"{lab.comparator.value}{units.NO_BREAK}" if lab.comparator else ""
    value, unit = str(lab.value), lab.unit

    def told(lang: Locale) -> Said:
        other = converted(value, unit, of, lang)
        if other is None or "kat" in other.unit:  # katals are SI, and read in neither language
            return Said(lang, ())
        return Said(lang, (f"{sign}{other.value}{units.NO_BREAK}{other.unit}",))

    return voice.each(told)


def _reference(voice: Voice, lab: Lab) -> Words:
    limits = lab.reference
    if limits is None or not (limits.low or limits.high):
        return ()

    def told(lang: Locale) -> Said:
        low, high = (voice.number(each, lang) if each else "" for each in (limits.low, limits.high))
        return Said(lang, (words(lang, "range", low, high),))

    return voice.each(told)


def events(voice: Voice, facts: Sequence[Event]) -> tuple[Table, ...]:
    """Return the timeline, earliest first; a month stands before its days."""
    ordered = in_order(facts)
    rows = tuple(
        (
            _event_date(voice, event),
            voice.labels(event.text),
            voice.words("word", "event", event.kind) if event.kind is not EventKind.OTHER else (),
        )
        for event in ordered
    )
    return table(voice, "events", ("date", "event", "kind"), rows, ordered)


def in_order(facts: Sequence[Event]) -> tuple[Event, ...]:
    """Return events as the table and the drawing of them tell them: by date, undated ones first."""
    return tuple(sorted(facts, key=lambda each: order(each.date) if each.date else (0, 0, 0)))


def _event_date(voice: Voice, event: Event) -> Words:
    said = voice.period(event.date, event.end) if event.end else voice.dates(event.date)
    return marked(voice, said, MarkCode.COMPUTED) if event.computed else said


def encounters(voice: Voice, facts: Sequence[Encounter]) -> tuple[Table, ...]:
    """Return the consultations and stays."""
    rows = tuple(
        (
            voice.words("word", "encounter", each.kind),
            voice.period(each.start, each.end),
            voice.plain(each.hospital),
            voice.terms(each.ward),
        )
        for each in facts
    )
    return table(voice, "encounters", ("kind", "period", "place", "ward"), rows, facts)


def measures(voice: Voice, name: str, facts: Sequence[Measure]) -> tuple[Table, ...]:
    """Return vital signs or scores; a maximum follows its value (4/4)."""
    rows = tuple(
        (voice.terms(each.name), _amount(voice, each), voice.dates(each.date)) for each in facts
    )
    return table(voice, name, ("measure", "value", "date"), rows, facts)


def _amount(voice: Voice, each: Measure) -> Words:
    value = f"{each.value}/{each.maximum}" if each.maximum else each.value
    return voice.each(lambda lang: voice.amount(value, each.unit, lang))
