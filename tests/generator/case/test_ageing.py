"""The age follows from the birth date and the index event, where these settle it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate, parse_iso

from generator.case.ageing import age, with_age
from generator.case.clinical import Encounter, Event
from generator.case.model import Case
from generator.case.people import Age, Patient
from generator.case.terms import AgeUnit, EncounterKind
from generator.case.text import Text


def told(birth: str, when: str) -> str:
    found = age(parse_iso(birth), parse_iso(when))
    return f"{found.value} {found.unit}" if found else "open"


@pytest.mark.parametrize(
    ("birth", "when", "expected"),
    [
        ("1960-07-14", "2014-10-20", "54 years"),
        ("1960-10-20", "2014-10-20", "54 years"),
        ("1960-10-21", "2014-10-20", "53 years"),
        ("1960-02-29", "2021-02-28", "60 years"),
        ("1960-02-29", "2021-03-01", "61 years"),
        ("1960-07", "2014-10", "54 years"),
        ("1960-10", "2014-10-20", "open"),
        ("1960", "2014-10-20", "open"),
        ("1960", "2014-12-31", "54 years"),
        ("2012-11-20", "2014-10-20", "23 months"),
        ("2012-10-20", "2014-10-20", "2 years"),
        ("2014-07-20", "2014-10-20", "3 months"),
        ("2014-07-21", "2014-10-20", "13 weeks"),
        ("2014-10-06", "2014-10-20", "2 weeks"),
        ("2014-10-19", "2014-10-20", "1 days"),
        ("2014-10-20", "2014-10-20", "0 days"),
        ("2014-10-21", "2014-10-20", "open"),
    ],
)
def test_an_age_is_told_in_the_unit_of_its_time_of_life(birth, when, expected):
    assert told(birth, when) == expected


BORN = Patient(birth_date=PartialDate(1960, 7, 14))


def test_an_age_that_is_written_stays():
    case = Case(patient=Patient(birth_date=PartialDate(1960), age=Age(value=3)))
    assert with_age(case) is case


def test_the_index_event_counts_before_encounters_and_these_before_events():
    event = Event(date=PartialDate(1970, 1, 1), text=Text(fr="Chute."))
    stay = Encounter(kind=EncounterKind.ADMISSION, start=PartialDate(1980, 1, 1))
    by_event = Case(patient=BORN, events=(event,))
    by_stay = Case(patient=BORN, events=(event,), encounters=(stay,))
    by_index = Case(
        patient=BORN, events=(event,), encounters=(stay,), index_event=PartialDate(1990, 1, 1)
    )
    ages = [with_age(case).patient.age for case in (by_event, by_stay, by_index)]
    assert [found.value for found in ages if found] == [9, 19, 29]


def test_a_case_without_dates_stays_without_age():
    assert with_age(Case(patient=BORN)).patient.age is None


@given(st.dates(), st.dates())
def test_an_age_is_never_negative_and_a_wider_date_never_contradicts_it(born, when):
    exact = age(
        PartialDate(born.year, born.month, born.day), PartialDate(when.year, when.month, when.day)
    )
    assert exact is None or exact.value >= 0
    wide = age(PartialDate(born.year, born.month), PartialDate(when.year, when.month, when.day))
    assert wide is None or wide == exact
    assert exact is None or exact.unit is not AgeUnit.YEARS or exact.value >= 2
