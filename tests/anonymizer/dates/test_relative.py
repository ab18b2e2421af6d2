"""Dates as distances to the index event."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate, parse_iso
from anonymizer.dates.relative import FAR, NO_BREAK, Distance, distance, relative
from anonymizer.phi import Lang


@pytest.mark.parametrize(
    ("when", "index", "french", "english"),
    [
        ("2015-01-10", "2015-01-10", "J0", "Day 0"),
        ("2015-01-24", "2015-01-10", "J14", "Day 14"),
        ("2015-01-07", "2015-01-10", "J−3", "Day −3"),
        ("2015-03", "2015-01-10", "≈ M+2", "≈ month 2"),
        ("2014-12", "2015-01-10", "≈ M−1", "≈ month −1"),
        ("2015-03-02", "2015-01", "≈ M+2", "≈ month 2"),
        ("2016", "2015-01-10", "≈ A+1", "≈ year 1"),
        ("2015", "2015-01-10", "≈ A0", "≈ year 0"),
    ],
)
def test_a_distance_is_no_finer_than_the_coarser_date(when, index, french, english):
    told = {lang: relative(parse_iso(when), parse_iso(index), lang) for lang in Lang}
    assert told[Lang.FR].replace(NO_BREAK, " ") == french
    assert told[Lang.EN].replace(NO_BREAK, " ") == english


def test_a_distance_never_breaks_at_the_end_of_a_line():
    day, month = parse_iso("2015-01-24"), parse_iso("2015-03")
    index = parse_iso("2015-01-10")
    assert relative(day, index, Lang.EN) == f"Day{NO_BREAK}14"
    assert relative(month, index, Lang.EN) == f"≈{NO_BREAK}month{NO_BREAK}2"
    assert relative(month, index, Lang.FR) == f"≈{NO_BREAK}M+2"


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(-FAR, FAR))
def test_the_day_of_a_distance_is_the_number_of_days_between(index, days):
    when = index + timedelta(days)
    first, then = (PartialDate(day.year, day.month, day.day) for day in (index, when))
    assert distance(then, first) == Distance(days, "day")


def test_beyond_ten_years_a_distance_is_in_years_as_days_would_tell_an_age():
    assert distance(parse_iso("2024-03-12"), parse_iso("1950-06-01")) == Distance(74, "year")


def test_a_date_without_a_year_has_no_distance():
    with pytest.raises(ValueError, match="without a year"):
        relative(PartialDate(None, 5, 4), parse_iso("2015-01-10"), Lang.FR)
