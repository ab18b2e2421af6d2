"""Dates that contradict each other: an end before its start, an event before birth."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Phi
from anonymizer.record import leaves

from generator.case.ageing import age, first_day, last_day, reference
from generator.case.model import Case
from generator.case.terms import AgeUnit
from generator.check.finding import Finding, fail, warn

_PAIRS = (("start", "end"), ("date", "end"), ("date", "withdrawn"))


def order(case: Case) -> Iterator[Finding]:
    """Yield each period that ends before it starts; dates that leave it open do not count."""
    for path, record in _records(case, ""):
        for start, end in _PAIRS:
            first, last = getattr(record, start, None), getattr(record, end, None)
            if isinstance(first, PartialDate) and _after(first, last):
                yield fail(
                    "date-order",
                    f"{path}.{end}",
                    en=f"lies before `{start}`. Correct one of the two dates.",
                    fr=f"précède `{start}`. Corrigez l’une des deux dates.",
                )


def birth(case: Case) -> Iterator[Finding]:
    """Yield each clinical date before the birth date, and an age that the dates contradict."""
    born = case.patient.birth_date
    if born is None:
        return
    for leaf in leaves(case):
        if leaf.slot.phi is Phi.DATE and _after(born, leaf.value):
            yield fail(
                "before-birth",
                leaf.path,
                en="lies before the patient’s birth date. Correct one of the two.",
                fr="précède la date de naissance du patient. Corrigez l’une des deux.",
            )
    yield from _age(case, born)


def news(case: Case) -> Iterator[Finding]:
    """Yield each dated event after the last news of the patient."""
    last = case.outcome.last_news if case.outcome else None
    for number, event in enumerate(case.events):
        if _after(event.date, last):
            yield warn(
                "after-last-news",
                f"events[{number}].date",
                en="lies after `outcome.last_news`. Correct one of the two dates.",
                fr="suit `outcome.last_news`. Corrigez l’une des deux dates.",
            )


def _age(case: Case, born: PartialDate) -> Iterator[Finding]:
    written, counted = case.patient.age, age(born, reference(case))
    if written is None or counted is None or written.unit is not AgeUnit.YEARS:
        return
    if counted.unit is not written.unit or abs(counted.value - written.value) > 0:
        yield fail(
            "age-birth-date",
            "patient.age",
            en="is not the age that the birth date gives at the index event. Correct one of them.",
            fr="n’est pas l’âge que donne la date de naissance à l’événement de référence. "
            "Corrigez l’un ou l’autre.",
        )


def _records(record: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any record
    yield path, record
    for field in fields(record):
        below = f"{path}.{field.name}".removeprefix(".")
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                if is_dataclass(each) and not isinstance(each, PartialDate):
                    yield from _records(each, f"{below}[{number}]")
        elif is_dataclass(value) and not isinstance(value, PartialDate):
            yield from _records(value, below)


def _after(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether ``one`` certainly lies after ``other``."""
    if one is None or other is None or one.year is None or other.year is None:
        return False
    return first_day(one) > last_day(other)
