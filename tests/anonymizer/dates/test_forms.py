"""Laws of every written form, in both languages: a date written, moved, and read again."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from anonymizer.dates.mention import Layout
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read
from anonymizer.dates.shift import Shift, shifted
from anonymizer.dates.write import write, years_to_write
from anonymizer.phi import Lang

FRENCH = (
    *("Le 04/05/2021.", "Le 4/5/2021.", "Le 04.05.2021.", "Le 04-05-2021.", "Le 2021-05-04."),
    *("Le 04//05//2021.", "Le 1er/05/2021.", "Le 04_05_2021.", "Le 04 05 2021.", "Le 2021/05/04."),
    *("Le 4 mai 2021.", "Le 04 mai 2021.", "Le 4 MAI 2021.", "Le 1er mai 2021.", "Le 4 Mai 2021."),
    *("Le 04mai2021.", "Le 4/mai/2021.", "Le 4-mai-2021.", "Le 4 févr. 2021.", "Le 4 V 2021."),
    *("Date : 04052021.", "Date : 20210504.", "Fichier CR_20210504.pdf.", "Le 4.mai.2021."),
    *("En mai 2021.", "En MAI 2021.", "En mai/2021.", "En mai-2021.", "En janv. 2021."),
    *("En 05/2021.", "En 5/2021.", "En 05-2021.", "En 2021-05.", "En 2021/05."),
    *("En 2021.", "En mai de l'année 2021.", "Le quatre mai 2021.", "Le l2/O5/2O21."),
    *("Le quatre mai deux mille vingt et un.", "Le 0 4 0 5 2 0 2 1.", "Le 4 | 05 | 2021."),
)
ENGLISH = (
    *("On 2021-05-04.", "On 4 May 2021.", "On May 4, 2021.", "On May 4th, 2021.", "On 4-MAY-2021."),
    *("On the 4th of May 2021.", "On 24/05/2021.", "On 05/24/2021.", "On 2021-May-04."),
    *(
        "In May 2021.",
        "In MAY 2021.",
        "In Dec. 2021.",
        "In 05/2021.",
        "In 2021.",
        "On may 4, 2021.",
    ),
    *("On May fourth, 2021.", "On the fourth of May 2021.", "Date: 20210504.", "On 04May2021."),
    "On the fourth of May two thousand and twenty-one.",
)
FORMS = [(text, Lang.FR) for text in FRENCH] + [(text, Lang.EN) for text in ENGLISH]
days = st.dates(date(1950, 1, 1), date(2039, 12, 31))


def only(text, lang):
    (mention,) = read(text, lang)
    assert mention.date is not None
    return mention


def rewritten(text, mention, new):
    return text[: mention.start] + write(mention, new) + text[mention.end :]


def as_precise(when: date, layout: Layout) -> PartialDate:
    month = when.month if layout.has("month") else None
    return PartialDate(when.year, month, when.day if layout.has("day") else None)


@pytest.mark.parametrize(("text", "lang"), FORMS)
@settings(max_examples=12, deadline=None)
@given(when=days, moved=st.integers(-1000, 1000))
def test_a_moved_date_reads_as_moved_in_whatever_form_it_is_written(text, lang, when, moved):
    mention = only(text, lang)
    assume(lang is Lang.FR or not mention.layout.pieces[0].form.isdecimal() or when.day > 12)
    old = as_precise(when, mention.layout)
    source = rewritten(text, mention, old)
    again = only(source, lang)
    assert again.date == old
    new = shifted(old, Shift(moved, round(moved / 30.4375) or 1, round(moved / 365.25)))
    assume(new.day is None or new.day > 12 or lang is Lang.FR or "/" not in text)
    result = rewritten(source, again, new)
    assert only(result, lang).date == new
    assert only(rewritten(result, only(result, lang), old), lang).date == old


SEASONS = ("hiver", "printemps", "été", "automne")


@given(st.sampled_from(SEASONS), st.integers(1950, 2039), st.integers(-40, 40))
def test_a_season_moves_by_quarters_and_back(season, year, quarters):
    text = f"Vu en {season} {year}."
    mention = only(text, Lang.FR)
    there = rewritten(text, mention, shifted(mention.moving, Shift(0, 3 * quarters, 0)))
    again = only(there, Lang.FR)
    place = SEASONS.index(season) + 4 * year + quarters
    assert there == f"Vu en {SEASONS[place % 4]} {place // 4}."
    assert rewritten(there, again, shifted(again.moving, Shift(0, -3 * quarters, 0))) == text


@given(st.integers(1, 4), st.integers(1950, 2039), st.integers(-40, 40))
def test_a_quarter_moves_by_quarters_and_back(number, year, quarters):
    text = f"In Q{number} {year}."
    mention = only(text, Lang.EN)
    there = rewritten(text, mention, shifted(mention.moving, Shift(0, 3 * quarters, 0)))
    place = number - 1 + 4 * year + quarters
    assert there == f"In Q{place % 4 + 1} {place // 4}."


@given(days, st.integers(1, 20), st.integers(-400, 400))
def test_a_lone_day_keeps_its_distance_to_the_day_before_it(when, later, moved):
    second = when + timedelta(days=later)
    assume(second.month == when.month or second.day < when.day)
    text = f"Entré le {when:%d/%m/%Y}, sorti le {second.day}."
    mentions = read(text, Lang.FR)
    assert [m.date.whole for m in mentions] == [when, second]
    shift = Shift(moved, round(moved / 30.4375) or 1, 0)
    full = years_to_write(mentions, shift)
    for mention in reversed(mentions):
        new = write(mention, shifted(mention.date, shift), with_year=mention.start in full)
        text = text[: mention.start] + new + text[mention.end :]
    assert [m.date.whole for m in read(text, Lang.FR)] == [
        when + timedelta(days=moved),
        second + timedelta(days=moved),
    ]
