"""Initials that stand alone: found where the text names who bears them, else left."""

import pytest

from anonymizer.detect import detect
from anonymizer.passage import Passage
from anonymizer.phi import Lang, Phi


def initials(text, lang=Lang.FR):
    found = (text[s.start : s.end] for s in detect(Passage(text, lang)))
    return [value for value in found if value.endswith(".")]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Mme Rivka Zylber, 54 ans. Le 16/7/13, R.Z. a présenté un malaise.", Lang.FR, ["R.Z."]),
        ("Mme Rivka Zylber, 54 ans. Z.R. revient en mai.", Lang.FR, ["Z.R."]),
        ("Mr Thiago de Alba was seen. T.d.A. had a brief faint.", Lang.EN, ["T.d.A."]),
        ("Mme Rivka Zylber, 54 ans. E.K. a relu l’examen.", Lang.FR, ["E.K."]),
        ("Patient : PIETRU Dumè. Le 10/2/24, D.P. a présenté un malaise.", Lang.FR, ["D.P."]),
        ("Mr Allan Moor, 54. A.M. had a brief faint.", Lang.EN, ["A.M."]),
        ("Ms Clara Hobb was seen.\nRead back. C.H.\n", Lang.EN, ["C.H."]),
        ("Dr Jean-Marc Kerbrat\n\nÀ bientôt.\n\nJ.-M. K.", Lang.FR, ["J.-M. K."]),
    ],
)
def test_initials_of_someone_the_text_names_are_found(text, lang, wanted):
    assert initials(text, lang) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mme Irène Vasseur, 54 ans. Morphine I.V. lente.",
        "Dr Marc Dubreuil, M.D., consulted.",
        "Un homme de 54 ans. A.B. en garde.",
    ],
)
def test_abbreviations_and_initials_of_nobody_named_are_left(text):
    assert initials(text) == []


def test_initials_bear_the_category_of_who_they_stand_for():
    text = "Patient : KERBRAT Jean, né en 1950. J.K. va bien."
    last = detect(Passage(text, Lang.FR))[-1]
    assert (text[last.start : last.end], last.category) == ("J.K.", Phi.PATIENT)
