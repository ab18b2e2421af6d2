"""Curves of laboratory values: an analyte that was measured on three dates or more in one unit."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil, floor
from typing import Final

from generator.case.clinical import Lab
from generator.case.terms import Comparator
from generator.language.conversion import decimal_of
from generator.language.locales import Locale
from generator.language.numbers import computed
from generator.language.units import unit
from generator.language.words import words
from generator.report.chart import Chart, Curve, Point, Tick
from generator.report.chart_time import Clock, clock
from generator.report.charts import framed, when_of
from generator.report.model import Said
from generator.report.statements import capital
from generator.report.voice import Voice

FEWEST: Final = 3  # dated values that make a curve
_PANELS: Final = 4  # curves of one drawing
_EXACT: Final = (None, Comparator.ABOUT)
_STEPS: Final = tuple(Decimal(each) for each in ("1", "2", "2.5", "5", "10"))
_TICKS: Final = 3  # steps between the values that are labelled


def curves(voice: Voice, facts: Sequence[Lab]) -> tuple[Chart, ...]:
    """Return the drawings of laboratory values, four analytes each, in the order of the table."""
    time = clock(voice)
    series = _series(facts) if time else ()
    held = tuple(each for each in series if len({lab.date for lab in each}) >= FEWEST)
    if time is None:
        return ()
    return tuple(
        replace(_drawing(voice, time, held[first : first + _PANELS]), name=f"curves-{first}")
        for first in range(0, len(held), _PANELS)
    )


def _drawing(voice: Voice, time: Clock, series: Sequence[Sequence[Lab]]) -> Chart:
    def told(lang: Locale) -> Said:
        return Said(lang, (" ".join(_told(voice, labs, lang) for labs in series),))

    drawn = tuple(_curve(voice, time, labs) for labs in series)
    facts = [lab for labs in series for lab in labs]
    return framed(voice, time, "curves", voice.each(told), facts, curves=drawn)


def _series(facts: Sequence[Lab]) -> tuple[tuple[Lab, ...], ...]:
    """Return the dated values of each analyte, specimen and unit, those that are numbers.

    One value that cannot be read as a number leaves its whole series out: no curve skips a value.
    """
    grouped: dict[object, list[Lab]] = {}
    for lab in facts:
        if lab.value and lab.unit and lab.date and lab.date.year:
            grouped.setdefault((lab.analyte, lab.specimen, lab.unit), []).append(lab)
    return tuple(
        tuple(labs)
        for labs in grouped.values()
        if all(decimal_of(lab.value or "") is not None for lab in labs)
    )


def _curve(voice: Voice, time: Clock, labs: Sequence[Lab]) -> Curve:
    points = tuple(
        Point(stretch, float(value), lab.comparator not in _EXACT)
        for lab in labs
        if lab.date and (stretch := time.stretch(lab.date))
        if (value := decimal_of(lab.value or "")) is not None
    )
    low, high = _limits(labs)
    seen = [*(point.value for point in points), *(each for each in (low, high) if each is not None)]
    return Curve(
        voice.each(lambda lang: Said(lang, (_label(voice, labs[0], lang),))),
        tuple(sorted(points, key=lambda point: point.stretch.first + point.stretch.last)),
        _ticks(Decimal(str(min(seen))), Decimal(str(max(seen))), voice.langs[0]),
        low,
        high,
    )


def _limits(labs: Sequence[Lab]) -> tuple[float | None, float | None]:
    """Return the reference limits, where all of the series that bear any bear the same."""
    given = {(lab.reference.low, lab.reference.high) for lab in labs if lab.reference}
    if len(given) != 1:
        return None, None
    low, high = (decimal_of(each or "") for each in given.pop())
    return None if low is None else float(low), None if high is None else float(high)


def _ticks(low: Decimal, high: Decimal, lang: Locale) -> tuple[Tick, ...]:
    """Return round values from below ``low`` to above ``high``.

    >>> [tick.label for tick in _ticks(Decimal("2.5"), Decimal("5.1"), Locale.FR)]
    ['2', '4', '6']
    """
    spread = (high - low) or abs(high) or Decimal(1)
    power = Decimal(1).scaleb((spread / _TICKS).adjusted())
    step = next(each * power for each in _STEPS if each * power * _TICKS >= spread)
    first = floor(low / step)
    last = max(ceil(high / step), first + 1)
    return tuple(
        Tick(float(step * each), computed((step * each).normalize() + 0, lang))
        for each in range(first, last + 1)
    )


def _label(voice: Voice, lab: Lab, lang: Locale) -> str:
    analyte, specimen = voice.term(lab.analyte, lang), voice.term(lab.specimen, lang)
    name = capital(analyte.text) if analyte else ""
    measured = unit(lab.unit or "", lang)
    return words(lang, "chart_analyte", name, specimen.text if specimen else "", measured)


def _told(voice: Voice, labs: Sequence[Lab], lang: Locale) -> str:
    values = tuple(
        words(
            lang,
            "dated",
            f"{lab.comparator or ''}{voice.number(lab.value or '', lang)}",
            when_of(voice, lab.date, None, lang),
        )
        for lab in labs
    )
    held = any(limit is not None for limit in _limits(labs))
    limits = next((lab.reference for lab in labs if lab.reference), None) if held else None
    ends = (limits.low, limits.high) if limits else (None, None)
    reference = words(lang, "range", *(each and voice.number(each, lang) for each in ends))
    return words(lang, "chart_values", _label(voice, labs[0], lang), values, reference)
