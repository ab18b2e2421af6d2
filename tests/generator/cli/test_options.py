from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import options
from generator.errors import WrongUsageError


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_a_choice_is_read_and_another_word_is_answered_with_the_choices():
    assert options.one("--colour", "red", Colour) is Colour.RED
    with pytest.raises(
        WrongUsageError, match=r"--colour: no such choice\. Choose among: red, blue\."
    ):
        options.one("--colour", "green", Colour)


@pytest.mark.parametrize(
    ("written", "read"),
    [("html", ("html",)), ("pdf,html", ("html", "pdf")), ("html, pdf", ("html", "pdf"))],
)
def test_a_list_is_read_in_the_order_of_the_choices(written, read):
    assert options.many("--format", written, ("html", "pdf")) == read


@pytest.mark.parametrize("written", ["", "docx", "html,", "html,docx"])
def test_a_list_with_another_word_is_wrong_usage(written):
    with pytest.raises(WrongUsageError, match="Choose among: html, pdf"):
        options.many("--format", written, ("html", "pdf"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("fr", ("fr",)),
        ("en-US", ("en-US",)),
        ("both", ("fr", "en")),
        ("en-US,fr-CA", ("fr-CA", "en-US")),
        ("fr-CH, en-GB", ("fr-CH", "en-GB")),
    ],
)
def test_languages_are_one_or_one_of_each_french_first(written, read):
    assert options.locales(written) == read


@pytest.mark.parametrize("written", ["", "de", "en_US", "fr,", "both,fr", "EN-US"])
def test_another_language_is_answered_with_those_that_there_are(written):
    with pytest.raises(WrongUsageError, match="fr, fr-CA, fr-CH, en, en-GB, en-US, both"):
        options.locales(written)


def test_two_kinds_of_one_language_are_wrong_usage():
    with pytest.raises(WrongUsageError, match="one French and one English"):
        options.locales("en-GB,en-US")


@given(st.integers(-36_500, 36_500).filter(bool))
def test_a_number_of_days_is_read_with_its_sign(offset):
    assert options.days(str(offset)) == offset
    assert options.days(f"{offset:+}") == offset


@pytest.mark.parametrize(
    "written", ["0", "-0", "+0", "", "-", "+-3", "1.5", "x", "٣", "9" * 5000, "36501", "1e3", " 7"]
)
def test_zero_days_what_is_no_number_and_more_than_a_century_are_wrong_usage(written):
    with pytest.raises(WrongUsageError, match="--shift-days"):
        options.days(written)


@pytest.mark.parametrize("written", ["", "  ", "a\nb", "a\0", "x" * 201])
def test_a_patient_code_is_short_and_printable(written):
    with pytest.raises(WrongUsageError, match="--patient"):
        options.patient(written)


def test_a_patient_code_is_the_same_however_its_accents_are_encoded():
    assert options.patient("e\u0301t\u00e9 ") == options.patient("\u00e9t\u00e9")
    assert options.patient(None) is None
