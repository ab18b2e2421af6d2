"""What a user is told about the dates: doubtful ones, and what gives a shift away."""

from datetime import date

import pytest

from anonymizer.dates.notices import notices
from anonymizer.dates.shift import Shift
from anonymizer.passage import passage
from anonymizer.phi import Lang

WEEKS = Shift(-49, -2, 0)


def told(text, lang=Lang.FR, shift=WEEKS):
    """Return the code and the words of each notice."""
    found = passage(text, lang)
    return [
        (notice.code, text[slice(*map(int, notice.where[5:-1].split(":")))])
        for notice in notices([(found, found.mentions)], shift, date(2026, 1, 1).year)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vu le 12 mars 2105.", "12 mars 2105"),
        ("Vu le 16/12/2915.", "16/12/2915"),
        ("Opéré en mars 1015.", "mars 1015"),
        ("Contrôle prévu en 2915.", "2915"),
    ],
)
def test_a_year_that_looks_mistyped_is_told(text, words):
    assert told(text) == [("mistyped-year", words)]


@pytest.mark.parametrize("text", ["Contrôle en mars 2030.", "Opéré en 1954.", "Vu en mai."])
def test_a_year_near_or_past_is_not(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Vu le 13/11/2015, jour des attentats.", Lang.FR, "attentats"),
        ("Pendant la canicule d'août 2003.", Lang.FR, "canicule"),
        ("Le 3 avril 2020, la première vague le surprend.", Lang.FR, "première vague"),
        ("Chute le 25/12/2015, jour férié.", Lang.FR, "férié"),
        ("Vu le 4 mai 2018, dès la mise sur le marché.", Lang.FR, "mise sur le marché"),
        ("On 3 May 2020, during the lockdown.", Lang.EN, "lockdown"),
        ("On 4 July 2018, a public holiday.", Lang.EN, "public holiday"),
    ],
)
def test_an_event_or_a_named_day_beside_a_date_is_told(text, lang, words):
    assert ("date-anchor", words) in told(text, lang)


def test_a_text_without_a_date_gives_nothing_away():
    assert told("Une épidémie, puis un confinement.") == []


def test_a_feast_that_moves_is_no_anchor():
    assert told("Vu à Noël 2015.") == []


def test_a_weekday_is_told_only_where_it_is_no_longer_true():
    text = "Vu le lundi 7 mars 2016, puis les mardis."
    assert told(text) == []
    assert told(text, shift=Shift(-50, -2, 0)) == [("date-anchor", "lundi ")]


def test_a_date_that_cannot_be_decided_says_how_to_mend_it():
    found = passage("Seen on 03/04/2020.", Lang.EN)
    (notice,) = notices([(found, found.mentions)], WEEKS, 2026)
    assert notice.code == "unreadable-date"
    assert "2016-05-04" in notice.en
    assert "2016-05-04" in notice.fr


def test_no_notice_holds_a_value():
    found = passage("Vu le 12 mars 2105, lors de la canicule ; le 30/02/2015.", Lang.FR)
    said = repr(notices([(found, found.mentions)], WEEKS, 2026))
    assert "2105" not in said
    assert "mars" not in said
    assert "canicule" not in said
