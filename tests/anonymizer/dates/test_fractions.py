"""Scores, parts of a whole and pressures stay numbers, however the text around writes its days."""

import re
from pathlib import Path

import pytest

from anonymizer.dates.read import read
from anonymizer.phi import Lang

CORPUS = Path(__file__).parents[2] / "corpus"
LINE = re.compile(r"^- (.*)", re.MULTILINE)
MONTHS = range(1, 13)
FRENCH = (
    "Entré le 12/{0:02}/2024, extubé 15/{0:02}, RX 28/{0}. Cs le 16.{0:02}.2024, vu 17.{0:02}. "
)
BRITISH = "Admitted 12/{0:02}/2024, CT 28/{0}, extubated 15/{0:02}. Seen 16.{0:02}.2024. "
AMERICAN = "Admitted {0:02}/12/2024, CT {0}/28, extubated {0:02}/15. Seen 05-{0:02}-2024. "


def sentences(name):
    return LINE.findall((CORPUS / name).read_text(encoding="utf-8"))


def dates_in(head, sentence, lang):
    """Return the months about which a sentence read behind dated words holds a date."""
    return [
        (month, sentence[m.start - len(opening) : m.end - len(opening)])
        for month in MONTHS
        for opening in [head.format(month)]
        for m in read(opening + sentence, lang)
        if m.start >= len(opening)
    ]


@pytest.mark.parametrize("sentence", sentences("fractions_fr.md"))
def test_no_two_numbers_of_a_french_sentence_are_a_date(sentence):
    assert not dates_in(FRENCH, sentence, Lang.FR)


@pytest.mark.parametrize("head", [BRITISH, AMERICAN], ids=["british", "american"])
@pytest.mark.parametrize("sentence", sentences("fractions_en.md"))
def test_no_two_numbers_of_an_english_sentence_are_a_date(sentence, head):
    assert not dates_in(head, sentence, Lang.EN)
