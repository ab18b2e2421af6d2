"""Days and years in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.months import without_accents
from anonymizer.dates.spell import spelled, value
from anonymizer.phi import Lang


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (1978, "mille neuf cent soixante-dix-huit", "nineteen seventy-eight"),
        (1980, "mille neuf cent quatre-vingts", "nineteen eighty"),
        (1991, "mille neuf cent quatre-vingt-onze", "nineteen ninety-one"),
        (2000, "deux mille", "two thousand"),
        (2021, "deux mille vingt et un", "two thousand and twenty-one"),
    ],
)
def test_a_year_is_spelled(number, french, english):
    assert spelled(number, Lang.FR) == french
    assert spelled(number, Lang.EN) == english


@given(st.integers(1900, 2099), st.sampled_from(Lang), st.sampled_from(["none", "tens", "all"]))
def test_a_year_in_words_reads_as_itself(number, lang, hyphens):
    assert value(without_accents(spelled(number, lang, hyphens))) == number


@given(st.integers(1, 31), st.sampled_from(Lang))
def test_a_day_in_words_reads_as_itself(number, lang):
    assert value(without_accents(spelled(number, lang, ordinal=True))) == number


def test_a_word_that_is_no_number_has_no_value():
    assert value("deux mille patients") is None


def test_misspelt_numbers_are_read():
    assert value("deux-milles vingts troiss") == 2023
    assert value("mille neuf-cent quatre-vingt 2") == 1982
