"""Noun phrases after a preposition, and what they say of a patient's relatives."""

import pytest

from anonymizer.generalise.grammar import Phrase
from anonymizer.generalise.nouns import NOUNS, coded
from anonymizer.phi import Lang


@pytest.mark.parametrize(
    ("phrase", "of", "to", "alone"),
    [
        (Phrase("patient"), "du patient", "au patient", "le patient"),
        (Phrase("patiente", feminine=True), "de la patiente", "à la patiente", "la patiente"),
        (Phrase("oncologue"), "de l’oncologue", "à l’oncologue", "l’oncologue"),
        (Phrase("médecins", plural=True), "des médecins", "aux médecins", "les médecins"),
        (Phrase("hôpital", article="a"), "d’un hôpital", "à un hôpital", "un hôpital"),
        (Phrase("ville", feminine=True, article="a"), "d’une ville", "à une ville", "une ville"),
        (Phrase("fille", feminine=True, article="his"), "de sa fille", "à sa fille", "sa fille"),
        (Phrase("amie", feminine=True, article="his"), "de son amie", "à son amie", "son amie"),
        (Phrase("homme", article="this"), "de cet homme", "à cet homme", "cet homme"),
    ],
)
def test_a_phrase_is_contracted_with_the_preposition_before_it(phrase, of, to, alone):
    said = (phrase.french("de", "’"), phrase.french("à", "’"), phrase.french("", "’"))
    assert said == (of, to, alone)


def test_que_is_elided_before_an_indefinite_phrase_alone():
    assert Phrase("autre médecin", article="a").french("que", "'") == "qu'un autre médecin"
    assert Phrase("patient").french("que", "'") == "que le patient"


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (Phrase("surgeon"), "the surgeon"),
        (Phrase("oncologist", article="a"), "an oncologist"),
        (Phrase("university hospital", article="a"), "a university hospital"),
        (Phrase("wife", article="his", owner="male"), "his wife"),
        (Phrase("husband", article="his", owner="female"), "her husband"),
        (Phrase("son", article="his"), "the patient's son"),
    ],
)
def test_a_phrase_has_its_english_article(phrase, said):
    assert phrase.said(Lang.EN, "", "'") == said


def test_a_code_of_the_record_gives_a_noun_that_agrees():
    assert coded("surgeon", "female").said(Lang.FR, "female") == "chirurgienne"
    assert coded("spouse", "female").said(Lang.EN, "female") == "wife"
    assert coded("other", "female") is None


def test_every_noun_is_said_in_both_languages():
    assert all(noun.fr and noun.feminine and noun.en for noun in NOUNS.values())
