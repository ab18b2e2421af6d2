"""Numbers, dates, units, typography and terms in both languages."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate
from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator.language import terms
from generator.language.dates import order, written
from generator.language.numbers import decimal
from generator.language.typography import displayed, displayed_html
from generator.language.units import ambiguous, quantity, unit

FR, EN = Lang.FR, Lang.EN
NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        ("2.60", FR, "2,60"),
        ("2,60", FR, "2,60"),
        ("2,60", EN, "2.60"),
        ("2.60", EN, "2.60"),
        ("1,234", EN, "1,234"),  # may be thousands
        ("1.234.567", FR, "1.234.567"),
        ("214/118", EN, "214/118"),
        ("10-20", EN, "10-20"),
    ],
)
def test_a_value_has_the_decimal_mark_of_its_reader(value, lang, shown):
    assert decimal(value, lang) == shown


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Lang))
def test_no_digit_of_a_value_ever_changes(number, lang):
    value = str(Decimal(number))
    assert re.findall(r"\d", decimal(value, lang)) == re.findall(r"\d", value)


@pytest.mark.parametrize(
    ("when", "fr", "en"),
    [
        (PartialDate(2016, 2, 1), "1er février 2016", "1 February 2016"),
        (PartialDate(2016, 2, 2), "2 février 2016", "2 February 2016"),
        (PartialDate(2016, 3), "mars 2016", "March 2016"),
        (PartialDate(2013), "2013", "2013"),
        (PartialDate(None, 8, 20), "20 août", "20 August"),
    ],
)
def test_a_date_is_written_in_each_language_at_its_precision(when, fr, en):
    assert (written(when, FR), written(when, EN)) == (fr, en)


def test_a_month_sorts_before_its_days_and_after_the_days_of_the_month_before():
    early, month, late = PartialDate(2016, 2, 27), PartialDate(2016, 3), PartialDate(2016, 4, 26)
    assert sorted((late, month, early), key=order) == [early, month, late]


@pytest.mark.parametrize(
    ("written_as", "fr", "en"),
    [
        ("mg/jour", "mg/jour", "mg/day"),
        ("mU/j", "mU/j", "mU/day"),
        ("UI/L", "UI/L", "IU/L"),
        ("mg/m2/semaine", "mg/m2/semaine", "mg/m2/week"),
        ("µmol/L", "µmol/L", "µmol/L"),
        ("mmHg", "mmHg", "mmHg"),
    ],
)
def test_only_words_of_time_and_the_international_unit_are_translated(written_as, fr, en):
    assert (unit(written_as, FR), unit(written_as, EN)) == (fr, en)


def test_millionths_and_millions_of_a_unit_are_told_to_be_ambiguous():
    assert [ambiguous(u) for u in ("mU/j", "MU", "U/L", "µU/mL", "mUI/L")] == [
        *(True, True),
        *(False, False, False),
    ]


def test_a_number_and_its_unit_never_part():
    assert quantity("15", "%", FR) == f"15{NARROW}%"
    assert quantity("15", "%", EN) == "15%"
    assert quantity("10", "mg", EN) == f"10{NO_BREAK}mg"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Biochimie : normale", f"Biochimie{NO_BREAK}: normale"),
        ("Vraiment ?", f"Vraiment{NARROW}?"),
        ("a ; b", f"a{NARROW}; b"),
        ("« oui »", f"«{NO_BREAK}oui{NO_BREAK}»"),
        ("l'iléon et aujourd'hui", "l’iléon et aujourd’hui"),
        ("5'-nucléotidase, 3'UTR, 10'", "5'-nucléotidase, 3'UTR, 10'"),
        ("12:30, ratio 1:2, 5;6", "12:30, ratio 1:2, 5;6"),
        ("70 % ; 10 mg/j", f"70{NARROW}%{NARROW}; 10{NARROW}mg/j"),
        ("1 250 000 UI", f"1{NARROW}250{NARROW}000{NARROW}UI"),
        ("2016 120 mg, 01 234 567", f"2016 120{NARROW}mg, 01 234 567"),
        ("54 ans, 3 jours", f"54{NO_BREAK}ans, 3{NO_BREAK}jours"),
        ("1er mai 2016", f"1er{NO_BREAK}mai 2016"),
        ("stade IV, n° 3", f"stade{NO_BREAK}IV, n°{NO_BREAK}3"),
        ("Mme Petit, M. Roux", f"Mme{NO_BREAK}Petit, M.{NO_BREAK}Roux"),
        ("K < 3, Na ≥ 140", f"K <{NO_BREAK}3, Na ≥{NO_BREAK}140"),
        (
            "o'brien@x.org, https://x.org/l'a, 10.1000/l'a",
            "o'brien@x.org, https://x.org/l'a, 10.1000/l'a",
        ),
    ],
)
def test_french_spaces_and_apostrophes_are_set_where_they_stand(text, shown):
    assert displayed(text, FR) == shown


def test_english_takes_no_french_spaces():
    assert displayed("the patient's BP : 12", EN) == "the patient’s BP : 12"
    assert displayed("« no » ; 70 %, 12 000, 3 days", EN) == "« no » ; 70 %, 12 000, 3 days"


def test_english_keeps_a_number_and_its_unit_a_title_and_a_name_on_one_line():
    assert displayed("Dr Rice gave 10 mg (Figure 1)", EN) == (
        f"Dr{NO_BREAK}Rice gave 10{NO_BREAK}mg (Figure{NO_BREAK}1)"
    )


@given(st.text(), st.sampled_from(Lang))
def test_typography_keeps_every_sign_but_spaces_and_apostrophes(text, lang):
    def bare(some):
        return re.sub(r"[ \n\u00a0\u202f'’]", "", some)

    assert bare(displayed(text, lang)) == bare(text)


def test_links_keep_their_address():
    link = '<p>Voir <a href="https://x.org/a ;b">https://x.org : a</a> ; fin</p>'
    assert '<a href="https://x.org/a ;b">https://x.org : a</a>\u202f; fin' in displayed_html(
        link, FR
    )


def test_the_table_of_terms_is_large_and_says_one_thing_of_each_term():
    sizes = {
        name: sum(1 for line in _lines(name) if not line.startswith("#")) for name in terms.TABLES
    }
    assert sizes["analytes"] >= 120
    assert sizes["drugs"] >= 150
    assert sizes["procedures"] >= 80
    for column in (0, 1):
        said = {}
        for row in terms.rows():
            for word in row[column]:
                assert said.setdefault(fold(word), row[1 - column][0]) == row[1 - column][0], word


def _lines(name):
    from generator import resources  # noqa: PLC0415

    return resources.text("templates", "terms", f"{name}.tsv").splitlines()


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("évérolimus", "everolimus"),
        ("Évérolimus", "Everolimus"),
        ("URÉE", "urea"),
        ("lutécium-177-DOTATATE", "177Lu-DOTATATE"),
        ("HbA1c", "HbA1c"),
        ("toutes les 4 semaines", "every 4 weeks"),
        ("Octréotide LAR", "Octreotide LAR"),
        ("tanagel", None),
        ("FA", None),
        ("U", None),
    ],
)
def test_a_term_is_translated_by_the_table_or_not_at_all(fr, en):
    assert terms.translated(fr, FR, EN) == en
