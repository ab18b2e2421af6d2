"""Laws of reading, and what the corpus does not say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.dates.clean import clean
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read
from anonymizer.dates.write import write
from anonymizer.detect.dates import detect
from anonymizer.passage import passage
from anonymizer.phi import Lang, Phi

FRENCH = (
    *("04/05/2021", "4/5/2021", "04.05.2021", "04-05-2021", "04/05/21", "2021-05-04"),
    *("4 mai 2021", "1er mai 2021", "04 mai 2021", "4 MAI 2021", "mai 2021", "mai/2021"),
    *("05/2021", "4 mai 21", "04mai2021", "4/Mai/2021", "4 févr. 2021"),
)
ENGLISH = (
    *("2021-05-04", "4 May 2021", "May 4, 2021", "May 4th, 2021", "4th of May 2021"),
    *("May 2021", "MAY 2021", "4 Sept. 2021"),
)
days = st.dates(date(1950, 1, 1), date(2039, 12, 31))


def forms(form, lang):
    return read(f"Le {form}." if lang is Lang.FR else f"On {form}.", lang)


@pytest.mark.parametrize("form", FRENCH)
@settings(max_examples=15, deadline=None)
@given(when=days)
def test_a_date_written_in_a_french_form_is_read_as_that_date(form, when):
    check(form, when, Lang.FR)


@pytest.mark.parametrize("form", ENGLISH)
@settings(max_examples=15, deadline=None)
@given(when=days)
def test_a_date_written_in_an_english_form_is_read_as_that_date(form, when):
    check(form, when, Lang.EN)


def check(form, when, lang):
    (pattern,) = forms(form, lang)
    has_day = pattern.layout.has("day")
    new = PartialDate(when.year, when.month, when.day if has_day else None)
    text = write(pattern, new)
    (mention,) = forms(text, lang)
    if not any(p.form == "2" and p.part == "year" for p in pattern.layout.pieces):
        assert mention.date == new
    assert mention.date is not None
    assert write(mention, mention.date) == text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789/.-| ,()\n'’éèàX\u0301\u00ad",
                *("mai", "mars", "May", "le ", " et ", " au ", "2015", "deux ", "vingt", "mille "),
                *("1er", "été ", "en ", "né "),
            ]
        ),
        max_size=40,
    ).map("".join),
    st.sampled_from(Lang),
)
def test_mentions_are_in_order_apart_and_inside_the_text_whatever_it_holds(text, lang):
    mentions = read(text, lang)
    ends = [0, *(m.end for m in mentions)]
    assert all(0 <= end <= m.start < m.end for end, m in zip(ends, mentions, strict=False))
    assert not mentions or mentions[-1].end <= len(text)


@given(st.text(max_size=60))
def test_reading_form_keeps_one_character_for_each(text):
    reading, places = clean(text)
    assert len(reading) == (len(text) if places is None else len(places))


def test_spaces_hyphens_and_accents_of_any_kind_are_read():
    for text in ("4\u00a0mai\u202f2021", "4 mai\n2021", "04‑05‑2021", "4 fe\u0301vrier 2021"):
        (mention,) = read(f"Vu le {text} ici", Lang.FR)
        assert (mention.start, mention.end) == (6, 6 + len(text))
        assert mention.date is not None


def test_signs_between_the_parts_stay_as_written():
    (mention,) = read("Vu le 4\u00a0mai\u202f2021", Lang.FR)
    assert write(mention, PartialDate(2021, 6, 1)) == "1er\u00a0juin\u202f2021"


def test_dates_that_share_a_year_bear_one_number_and_others_none():
    mentions = read("De mai à juin 2010, puis le 20/10/2014.", Lang.FR)
    assert [m.group for m in mentions] == [0, 0, -1]
    assert [m.year_written for m in mentions] == [False, True, True]


def test_day_and_month_that_cannot_be_told_apart_are_ambiguous_and_not_read():
    (mention,) = read("Seen on 03/04/2020.", Lang.EN)
    assert mention.ambiguous
    assert mention.date is None


def test_a_date_of_birth_is_a_category_of_its_own():
    spans = list(detect(passage("Né le 3 mai 1950, vu le 4 juin 2015.", Lang.FR)))
    assert [s.category for s in spans] == [Phi.BIRTH_DATE, Phi.DATE]


def test_a_mention_shows_no_date_in_its_repr():
    assert "2015" not in repr(read("Vu le 4 juin 2015.", Lang.FR))


def test_a_long_list_of_dates_is_read_in_a_time_that_grows_with_its_length():
    text = "le 3 mai, le 04/05/2015 et en juin ; " * 4000
    assert len(read(text, Lang.FR)) == 12000


def test_endless_digits_and_connectors_are_left_in_time():
    for text in ("1 " * 20000, "1/" * 20000, "mai et " * 5000, "né le " * 9000, "deux " * 9000):
        assert read(text, Lang.FR) is not None
