"""Work out the patient's age before de-identification takes the birth date away."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from anonymizer.dates.partial import PartialDate

from generator.case.model import Case
from generator.case.people import Age
from generator.case.terms import AgeUnit

_WEEKS_UNTIL: Final = 3  # months: below, an age is told in weeks
_MONTHS_UNTIL: Final = 24  # months: below, an age is told in months
_DAYS_UNTIL: Final = 14  # days: below, an age is told in days
_YEAR: Final = 12  # months


def with_age(case: Case) -> Case:
    """Return the case with the patient's age at its index event, where the record settles it.

    Years; months under two years of age, weeks under three months, days under two weeks. An age
    that is written stays. Without an index event the first dated encounter counts, else the first
    dated event. Partial dates that leave the age open give none.
    """
    if case.patient.age is not None or case.patient.birth_date is None:
        return case
    found = age(case.patient.birth_date, reference(case))
    return case if found is None else replace(case, patient=replace(case.patient, age=found))


def reference(case: Case) -> PartialDate | None:
    """Return the date at which the patient's age is told."""
    if case.index_event is not None:
        return case.index_event
    starts = [encounter.start for encounter in case.encounters if encounter.start is not None]
    dates = starts or [event.date for event in case.events if event.date is not None]
    return min((d for d in dates if d.year is not None), key=str, default=None)


def age(birth: PartialDate, when: PartialDate | None) -> Age | None:
    """Return the age at ``when``, None where the two dates leave it open.

    >>> age(PartialDate(1960, 7), PartialDate(2014, 10, 20))
    Age(value=54, unit=<AgeUnit.YEARS: 'years'>, status=<FactStatus.CONFIRMED: 'confirmed'>, \
source=None)
    """
    if when is None or birth.year is None or when.year is None:
        return None
    youngest = _told(last_day(birth), first_day(when))
    return youngest if youngest == _told(first_day(birth), last_day(when)) else None


def _told(birth: date, when: date) -> Age | None:
    if when < birth:
        return None
    months = (when.year - birth.year) * _YEAR + when.month - birth.month - (when.day < birth.day)
    days = (when - birth).days
    if months >= _MONTHS_UNTIL:
        return Age(value=months // _YEAR, unit=AgeUnit.YEARS)
    if months >= _WEEKS_UNTIL:
        return Age(value=months, unit=AgeUnit.MONTHS)
    if days >= _DAYS_UNTIL:
        return Age(value=days // 7, unit=AgeUnit.WEEKS)
    return Age(value=days, unit=AgeUnit.DAYS)


def first_day(when: PartialDate) -> date:
    """Return the first day that a date can mean; its year is known."""
    return date(when.year or 1, when.month or 1, when.day or 1)


def last_day(when: PartialDate) -> date:
    """Return the last day that a date can mean; its year is known."""
    if when.day is not None:
        return first_day(when)
    year, month = when.year or 1, when.month or _YEAR
    after = date(year + 1, 1, 1) if month == _YEAR else date(year, month + 1, 1)
    return after - timedelta(days=1)
