"""A language as a country writes it: spelling, dates, numbers and spaces."""

from decimal import Decimal

import pytest

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang

from generator.language import terms
from generator.language.conversion import converted
from generator.language.dates import written
from generator.language.locales import Locale
from generator.language.numbers import computed, decimal
from generator.language.spelling import spelled
from generator.language.terms import analyte, translated
from generator.language.units import quantity, unit

US, GB, CA, CH = Locale.EN_US, Locale.EN_GB, Locale.FR_CA, Locale.FR_CH


def test_a_locale_is_of_one_language_and_the_bare_one_is_that_language():
    assert [each.lang for each in (Locale.FR, CA, CH)] == [Lang.FR] * 3
    assert [each.lang for each in (Locale.EN, GB, US)] == [Lang.EN] * 3
    assert {Locale(lang) for lang in Lang} == {Locale.FR, Locale.EN}


@pytest.mark.parametrize(
    ("when", "american", "british", "french"),
    [
        (PartialDate(2020, 3, 5), "March\xa05,\xa02020", "5 March 2020", "5 mars 2020"),
        (PartialDate(2020, 3, 1), "March\xa01,\xa02020", "1 March 2020", "1er mars 2020"),
        (PartialDate(2020, 3), "March 2020", "March 2020", "mars 2020"),
        (PartialDate(2020), "2020", "2020", "2020"),
        (PartialDate(None, 8, 20), "August\xa020", "20 August", "20 août"),
    ],
)
def test_a_date_stands_in_the_order_of_its_country(when, american, british, french):
    assert (written(when, US), written(when, GB)) == (american, british)
    assert {written(when, each) for each in (Locale.FR, CA, CH)} == {french}


def test_a_number_has_the_marks_and_spaces_of_its_country():
    assert [decimal("2.60", each) for each in (CA, CH, GB, US)] == ["2,60", "2,60", "2.60", "2.60"]
    assert [computed(Decimal("33076.5"), each) for each in (CA, GB, US)] == [
        *("33\u202f076,5", "33\u202f076.5", "33,076.5"),
    ]
    assert [quantity("15", "%", each) for each in (CA, CH, GB, US)] == [
        *("15\u202f%", "15%", "15%", "15%"),
    ]
    assert [quantity("15", "mg", each) for each in (CA, CH, GB, US)] == [
        *("15\u202fmg", "15\u202fmg", "15\xa0mg", "15\xa0mg"),
    ]
    assert (unit("mg/jour", US), unit("mg/day", CH)) == ("mg/day", "mg/jour")
    assert converted("7.0", "mmol/L", analyte("glucose", Lang.FR), US).unit == "mg/dL"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("haemoglobin", "hemoglobin"),
        ("Oedema", "Edema"),
        ("ANAEMIA", "ANEMIA"),
        ("angioedema", "angioedema"),
        ("Haemophilus influenzae", "Haemophilus influenzae"),
        ("immunocompromised", "immunocompromised"),
        ("neuroendocrine tumour", "neuroendocrine tumor"),
        ("pemetrexed, raltitrexed", "pemetrexed, raltitrexed"),
        ("generalised", "generalized"),
        ("gastroenteritis, carcinoembryonic", "gastroenteritis, carcinoembryonic"),
        ("exercise, disease, bruising, embolism", "exercise, disease, bruising, embolism"),
    ],
)
def test_words_of_the_program_are_spelled_as_americans_do(british, american):
    assert spelled(british, US) == american
    assert spelled(american, US) == american
    assert spelled(british, GB) == british


def test_no_drug_changes_its_name_with_the_spelling_but_for_sulfates():
    lines = terms._lines("drugs")  # noqa: SLF001 - the table alone
    names = [name for line in lines for name in line.split("\t")[1].split("|")]
    changed = [name for name in names if spelled(name, US) != name]
    assert all("sulph" in name for name in changed)


def test_a_term_of_the_table_is_spelled_and_one_as_written_is_not():
    assert translated("tumeur", Lang.FR, US) == "tumor"
    assert translated("Œdème", Lang.FR, US) == "Edema"
    assert translated("tumeur", Lang.FR, GB) == "tumour"
    assert translated("tumour", Lang.EN, US) == "tumour"
