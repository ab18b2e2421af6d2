"""Dates as distances to the index event."""

import pytest

from anonymizer.dates.partial import PartialDate, parse_iso
from anonymizer.dates.write import relative
from anonymizer.phi import Lang


@pytest.mark.parametrize(
    ("when", "index", "french", "english"),
    [
        ("2015-01-10", "2015-01-10", "J0", "Day 0"),
        ("2015-01-24", "2015-01-10", "J+14", "Day 14"),
        ("2015-01-07", "2015-01-10", "J−3", "Day −3"),
        ("2015-03", "2015-01-10", "≈ M+2", "≈ month 2"),
        ("2014-12", "2015-01-10", "≈ M−1", "≈ month −1"),
        ("2015-03-02", "2015-01", "≈ M+2", "≈ month 2"),
        ("2016", "2015-01-10", "≈ A+1", "≈ year 1"),
        ("2015", "2015-01-10", "≈ A0", "≈ year 0"),
    ],
)
def test_a_distance_is_no_finer_than_the_coarser_date(when, index, french, english):
    assert relative(parse_iso(when), parse_iso(index), Lang.FR) == french
    assert relative(parse_iso(when), parse_iso(index), Lang.EN) == english


def test_a_date_without_a_year_has_no_distance():
    with pytest.raises(ValueError, match="without a year"):
        relative(PartialDate(None, 5, 4), parse_iso("2015-01-10"), Lang.FR)
