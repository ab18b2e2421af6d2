"""Laws of numbers and places: any writing of a number, labels over lines, addresses in headers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.detect import detect
from anonymizer.detect.gazetteer import country_of, is_place, tells
from anonymizer.detect.letterheads import letterheads
from anonymizer.detect.measures import measured, public
from anonymizer.fold import fold
from anonymizer.lexicon import towns
from anonymizer.passage import Passage
from anonymizer.phi import IdKind, Lang, Phi
from anonymizer.spans import Span

GAPS = st.sampled_from(("", " ", ".", "-", "\u00a0"))
SIMPLE = re.compile(r"[a-z]+(?: [a-z]+){0,2}")
PAIRS = st.lists(st.integers(0, 99), min_size=4, max_size=4)


def covered(text, lang=Lang.FR, *categories):
    spans = [s for s in detect(Passage(text, lang)) if not categories or s.category in categories]
    return "".join(text[s.start : s.end] for s in spans)


@given(gap=GAPS, month=st.integers(1, 12), order=st.integers(0, 999), key=st.booleans())
def test_a_national_health_number_is_found_in_any_grouping(gap, month, order, key):
    groups = ["2", "85", f"{month:02}", "35", "238", f"{order:03}", *(["45"] if key else [])]
    number = gap.join(groups)
    assert number in covered(f"Assurée {number}, ALD accordée.", Lang.FR, Phi.ID)


@given(gap=st.sampled_from(("", " ", ".", "-", "/", " - ")), pairs=PAIRS, head=st.integers(1, 9))
def test_a_french_telephone_number_is_found_with_any_separator(gap, pairs, head):
    number = gap.join([f"0{head}", *(f"{pair:02}" for pair in pairs)])
    assert number in covered(f"Tél. : {number}", Lang.FR, Phi.PHONE)


@given(value=st.integers(1000, 9_999_999_999))
def test_a_number_with_a_unit_is_no_identifier(value):
    assert not covered(f"Dose de {value} UI par jour.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("N° FINESS\n750712184", IdKind.FINESS),
        ("IPP :\n8012939402", IdKind.IPP),
        ("MRN\n00482913", IdKind.MRN),
        ("| NDA | 10294875403 |", IdKind.NDA),
    ],
)
def test_a_label_holds_over_a_line_and_a_cell(text, kind):
    assert kind in {s.kind for s in detect(Passage(text, Lang.FR))}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("CLINIQUE DES GLYCINES\n12 rue des Roses\nBP 4829\n35033 RENNES CEDEX 9", Lang.FR),
        ("Résidence Les Lilas, bât. B\n12 rue des Roses\n35000 Rennes", Lang.FR),
        ("Flat 2, 14 Rose Road\nLeeds\nLS1 4AB", Lang.EN),
        ("P.O. Box 48291\nSpringfield, IL 62704-1234", Lang.EN),
    ],
)
def test_an_address_over_several_lines_leaves_no_number_and_no_town(text, lang):
    taken = covered(text, lang)
    left = [word for word in text.split() if word.strip(",") not in taken]
    assert not [word for word in left if any(char.isdigit() for char in word)]
    assert not {"RENNES", "Rennes", "Leeds", "Springfield,"} & set(left)


def test_a_unit_or_a_catalogue_spares_a_number():
    assert measured("12 000 UI", 6)
    assert not measured("12 000 rue", 6)
    assert public("PMID 12345678", 5)


@pytest.mark.parametrize("name", ["St-Etienne", "Fontenay s/s Bois", "villeurbanne", "La Rochelle"])
def test_a_town_is_known_in_its_short_writings(name):
    assert is_place(name)


def test_every_town_of_the_table_is_folded_and_has_a_country():
    assert len(towns()) > 30_000
    assert all(name == fold(name) and "-" not in name for name in towns())
    assert all(area[:2].isupper() and area[2:3] in {"", "."} for area in towns().values())


@given(name=st.sampled_from([name for name in sorted(towns()) if SIMPLE.fullmatch(name)]))
def test_a_town_that_is_no_other_word_is_found_after_a_cue(name):
    written = name.title()
    if tells(written):
        assert written in covered(f"Domicilié à {written}.", Lang.FR, Phi.CITY, Phi.HOSPITAL)


@pytest.mark.parametrize(("name", "country"), [("Payerne", "CH"), ("St. Louis", "SN"), ("X", "")])
def test_the_country_of_a_town_is_known(name, country):
    assert country_of(name) == country


@pytest.mark.parametrize("name", ["Sens", "Reading", "Rice", "Long", "Bath", "Nice"])
def test_a_town_that_is_an_ordinary_word_tells_nothing_alone(name):
    assert not tells(name)


@pytest.mark.parametrize(
    ("letter", "head"),
    [
        ("Cytovel Sud\nExamen n° AZ13", "Cytovel Sud"),
        ("ALTIPÔLE\nCHIRURGIE VISCÉRALE", "ALTIPÔLE"),
        ("| HAD REPOS ET CHALEUR |\nServlce", "HAD REPOS ET CHALEUR"),
        ("Radiologie du Parc\n1, place de l’Église", "Radiologie du Parc"),
        ("HÔPITAL FEMME MÈRE ENFANT DE KERBRUM\n2, rue X", "HÔPITAL FEMME MÈRE ENFANT DE KERBRUM"),
        ("Kestrel Imaging\n12 High Street", "Kestrel Imaging"),
        ("Te Whare Kea – Southern, Dunmore Hospital\n2 King Street", "Te Whare Kea – Southern"),
        ("Hôpital Foch – Gériatrie aiguë\n7, rue Worth", "Hôpital Foch"),
    ],
)
def test_the_first_line_over_an_address_or_a_heading_names_the_institution(letter, head):
    start = letter.index(head)
    assert Span(start, start + len(head), Phi.HOSPITAL, "", 0.7) in letterheads(letter)


@pytest.mark.parametrize(
    "letter",
    [
        "Centre de génétique\n14, rue Paul-Gaffarel",
        "SYNTHÈSE\nPatient de 67 ans, sans allergie médicamenteuse connue, opéré le 3 mars 2021.",
        "Jean Kervadec\n12 rue des Lilas",
        "Syndrome de Sweet\nObservation",
        "Né en Algérie, arrivé en France.",
    ],
)
def test_a_specialty_a_person_and_a_sentence_head_no_letter(letter):
    assert not list(letterheads(letter))


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Cher confrère (Payet, Le Port),", "Le Port"),
        ("A postal carrier in Suffolk, Virginia.", "Suffolk"),
        ("Service X, 2e étage\n77, rue du Perray, 91160 Longjumeau", "Longjumeau"),
    ],
)
def test_a_town_is_told_by_what_stands_beside_it(text, town):
    assert covered(text, Lang.FR, Phi.CITY) == town
