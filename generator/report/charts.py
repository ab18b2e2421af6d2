"""The drawings of a report: the timeline and the treatments.

Each stands beside the table of the same data, which tells all that a drawing cannot.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from string import ascii_uppercase
from typing import Final

from anonymizer.dates.partial import PartialDate

from generator.case.clinical import Event, Treatment
from generator.case.terms import EventKind, Modality, Uptake
from generator.case.text import Fact
from generator.language.locales import Locale
from generator.language.words import words
from generator.report.chart import Chart, Curve, Lane, Spot, Stretch
from generator.report.chart_time import Clock, clock
from generator.report.model import MarkCode, Said, Table, Words
from generator.report.statements import capital
from generator.report.tables import in_order
from generator.report.voice import Voice, is_suggested, marked

_MOST_EVENTS: Final = 120  # what a page can hold
_MOST_COURSES: Final = 24
_BRIEF: Final = (Modality.SURGERY, Modality.PROCEDURE)  # treatments of one day


def framed(
    voice: Voice,
    time: Clock,
    name: str,
    told: Words,
    facts: Sequence[Fact],
    *,
    lanes: tuple[Lane, ...] = (),
    curves: tuple[Curve, ...] = (),
) -> Chart:
    """Return a drawing with its axis and the words that say how to read what occurs in it."""
    spots = tuple(spot for lane in lanes for spot in lane.spots)
    points = tuple(point for curve in curves for point in curve.points)
    held = (*(spot.stretch for spot in spots), *(point.stretch for point in points))
    signs = {
        "computed": any(spot.computed for spot in spots),
        "vague": any(each.first < each.last and each.sure is None for each in held),
        "lasting": any(each.sure for each in held),
        "loose": any(each.sure and each.sure != (each.first, each.last) for each in held),
        "open": any(not (each.opens and each.ends) for each in held),
        "bound": any(point.bound for point in points),
        "limits": any(curve.low is not None or curve.high is not None for curve in curves),
    }
    note = voice.words("chart_note", name, tuple(sign for sign, seen in signs.items() if seen))
    if any(is_suggested(fact) for fact in facts):
        note = marked(voice, note, MarkCode.SUGGESTED)
    axis = time.axis(voice, held)
    return Chart(name, voice.words("chart_title", name), note, told, axis, lanes, curves)


def keys(count: int) -> tuple[str, ...]:
    """Return the letters that name the events of a drawing: A to Z, AA, AB.

    >>> keys(28)[-3:]
    ('Z', 'AA', 'AB')
    """
    first = ("", *ascii_uppercase)
    return tuple(one + other for one in first for other in ascii_uppercase)[:count]


def timeline(
    voice: Voice, facts: Sequence[Event], tables: tuple[Table, ...]
) -> tuple[Chart | Table, ...]:
    """Return the drawing of dated events, and their table with the letter of each in a row."""
    time = clock(voice)
    ordered = in_order(facts)
    letters = keys(len(ordered))
    spotted = tuple(
        (key, event, stretch)
        for key, event in zip(letters, ordered, strict=False)
        if time and (stretch := _event(time, event))
    )
    if time is None or not 1 < len(spotted) <= _MOST_EVENTS:
        return tables
    lanes = tuple(
        Lane(voice.each(partial(_kind, kind)), (), spots)
        for kind in EventKind
        if (spots := tuple(Spot(s, key, e.computed) for key, e, s in spotted if e.kind is kind))
    )
    if len(lanes) == 1:
        lanes = (replace(lanes[0], label=()),)

    def told(lang: Locale) -> Said:
        parts = (_told(voice, key, each, lang) for key, each, _ in spotted)
        return Said(lang, (" ".join(parts),))

    shown = [event for _, event, _ in spotted]
    drawn = framed(voice, time, "timeline", voice.each(told), shown, lanes=lanes)
    named = {key for key, _, _ in spotted}
    return (drawn, *_keyed(voice, tables, [key if key in named else None for key in letters]))


def _kind(kind: EventKind, lang: Locale) -> Said:
    return Said(lang, (capital(words(lang, "word", "event", kind)),))


def _event(time: Clock, event: Event) -> Stretch | None:
    if event.date and not event.end:
        return time.stretch(event.date)
    return time.period(event.date, event.end)


def _told(voice: Voice, key: str, event: Event, lang: Locale) -> str:
    label = voice.label(event.text, lang)
    when = when_of(voice, event.date, event.end, lang)
    return words(lang, "chart_told", key, when, label.text if label else "")


def when_of(voice: Voice, start: PartialDate | None, end: PartialDate | None, lang: Locale) -> str:
    """Return a date or a period in one language, on one line."""
    said = replace(voice, langs=(lang,)).period(start, end)
    return said[0].text if said else ""


def _keyed(
    voice: Voice, tables: tuple[Table, ...], letters: Sequence[str | None]
) -> tuple[Table, ...]:
    """Return the tables with the letter of each row in a last column."""
    left = iter(letters)
    head = ("key", voice.words("chart_key"))
    return tuple(
        replace(
            table,
            columns=(*table.columns, head),
            rows=tuple((*row, voice.plain(next(left))) for row in table.rows),
        )
        for table in tables
    )


def courses(voice: Voice, facts: Sequence[Treatment]) -> tuple[Chart, ...]:
    """Return the drawing of the treatments that were given, in the order of their table."""
    time = clock(voice)
    given = tuple(
        (each, stretch)
        for each in facts
        if time and each.uptake is Uptake.GIVEN and (stretch := _course(time, each))
    )
    if time is None or not 1 < len(given) <= _MOST_COURSES:
        return ()
    lanes = tuple(
        Lane(
            voice.each(partial(_treatment, voice, each)),
            voice.each(partial(_result, voice, each)),
            (Spot(stretch),),
        )
        for each, stretch in given
    )

    def told(lang: Locale) -> Said:
        parts = (
            words(
                lang,
                "chart_told",
                _treatment(voice, each, lang).text,
                when_of(voice, each.start, each.end, lang),
                _result(voice, each, lang).text,
            )
            for each, _ in given
        )
        return Said(lang, (" ".join(parts),))

    shown = [each for each, _ in given]
    return (framed(voice, time, "courses", voice.each(told), shown, lanes=lanes),)


def _course(time: Clock, each: Treatment) -> Stretch | None:
    if each.modality in _BRIEF and each.start and not each.end:
        return time.stretch(each.start)
    return time.period(each.start, each.end)


def _treatment(voice: Voice, each: Treatment, lang: Locale) -> Said:
    label = voice.term(each.label, lang)
    drugs = tuple(name.text for drug in each.drugs if (name := voice.term(drug.name, lang)))
    listed = words(lang, "listed", drugs) if drugs else ""
    named = label.text if label else "" if drugs else words(lang, "word", "modality", each.modality)
    line = words(lang, "line", each.line) if each.line else ""
    return Said(lang, (capital(words(lang, "chart_treatment", line, named, listed)),))


def _result(voice: Voice, each: Treatment, lang: Locale) -> Said:
    stop = voice.term(each.stop_reason, lang)
    parts = (
        capital(words(lang, "word", "response", each.response)),
        words(lang, "stopped", stop.text) if stop else "",
    )
    return Said(lang, (" · ".join(part for part in parts if part),))
