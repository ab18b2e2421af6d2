import re

import pytest

from anonymizer.coreference import Mentioned
from anonymizer.key import Key
from anonymizer.phi import Lang, Phi
from anonymizer.surrogates import assign
from anonymizer.surrogates.towns import ABROAD, BRITISH, FRENCH

KEY = Key(bytes(range(32)))
CODES = dict(FRENCH)
TOWNS = (
    Mentioned("Dinan", Phi.CITY, Lang.FR, owner="patient"),
    Mentioned("22100", Phi.POSTCODE, Lang.FR, owner="patient"),
)
TOWN, CODE = assign(TOWNS, KEY, "", ()).texts


def beside(text, category, lang=Lang.FR):
    """Return the surrogate of a mention in a case whose patient lives in 22100 Dinan."""
    return assign((*TOWNS, Mentioned(text, category, lang)), KEY, "", ()).texts[-1]


def test_a_town_and_its_postcode_move_together():
    assert CODES[TOWN] == CODE
    assert TOWN != "Dinan"


def test_a_postcode_named_beside_its_town_belongs_to_it():
    code, town = assign(
        (Mentioned("35600", Phi.POSTCODE, Lang.FR), Mentioned("Redon", Phi.CITY, Lang.FR)), KEY, ""
    ).texts
    assert CODES[town] == code


def test_a_lone_postcode_is_that_of_some_other_town():
    assert beside("29600", Phi.POSTCODE) in set(CODES.values()) - {"29600", "22100"}


def test_a_town_keeps_its_capitals_and_cedex_but_not_its_district():
    assert beside("DINAN", Phi.CITY) == TOWN.upper()
    assert beside("Dinan Cedex 9", Phi.CITY) == f"{TOWN} Cedex"
    assert beside("Dinan 3e", Phi.CITY) == TOWN
    assert beside("Dinan 14ème arrondissement", Phi.CITY) == TOWN


def test_the_layout_of_a_postcode_stays():
    assert beside("F-22100", Phi.POSTCODE)[:2] == "F-"
    assert re.fullmatch(r"\d\d \d{3}", beside("22 100", Phi.POSTCODE))
    assert re.fullmatch(r"0\d{3}", beside("1050", Phi.POSTCODE))


def test_a_british_postcode_is_one_that_cannot_exist():
    mentions = (
        Mentioned("Redruth", Phi.CITY, Lang.EN),
        Mentioned("TR15 2AB", Phi.POSTCODE, Lang.EN),
    )
    town, code = assign(mentions, KEY, "", ()).texts
    assert code.split()[0] == dict(BRITISH)[town]
    assert re.fullmatch(r"\d[CIKMOV]{2}", code.split()[1])


def test_a_french_town_stays_french_in_an_english_case():
    mentions = (
        Mentioned("Rennes", Phi.CITY, Lang.EN),
        Mentioned("35000", Phi.POSTCODE, Lang.EN),
        Mentioned("Redruth", Phi.CITY, Lang.EN),
    )
    town, code, other = assign(mentions, KEY, "", ()).texts
    assert CODES[town] == code
    assert other in dict(BRITISH)


def test_a_zip_code_is_one_that_cannot_exist():
    assert assign([Mentioned("02115", Phi.POSTCODE, Lang.EN)], KEY, "").texts[0][:3] == "000"


def test_a_town_has_one_surrogate_under_its_french_and_its_english_name():
    mentions = (Mentioned("Londres", Phi.CITY, Lang.FR), Mentioned("London", Phi.CITY, Lang.EN))
    assert len(set(assign(mentions, KEY, "").texts)) == 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("CHU de Dinan", "CHU {de}{town}"),
        ("CHU DINAN", "CHU {TOWN}"),
        ("Centre Hospitalier de Dinan", "Centre Hospitalier {de}{town}"),
        ("Hôpital Xarra, Dinan", "Hôpital NAME, {town}"),
        ("CHU", "CHU"),
        ("centre hospitalier universitaire", "centre hospitalier universitaire"),
        ("Hôpital Saint-Xarra", "Hôpital NAME"),
        ("hôpital de la Xarra", "hôpital NAME"),
        ("Clinique du Xarra", "Clinique NAME"),
        ("Clinique des Xarras Bleus", "Clinique NAME"),
        ("Institut Xarra Yvoux", "Institut NAME"),
        ("Service de cardiologie du CHU de Dinan", "Service de cardiologie du CHU {de}{town}"),
        ("St Xarra's Hospital", "NAME Hospital"),
        ("Royal Xarra Infirmary", "Royal NAME Infirmary"),
        ("University Hospital of Dinan", "University Hospital of {town}"),
        ("XRPZ", "NAME"),
        ("Val d'Xarra", "NAME"),
        ("Hospices Civils de Dinan", "Hospices Civils {de}{town}"),
    ],
)
def test_a_hospital_keeps_its_kind_and_takes_another_name(written, expected):
    de = "d'" if TOWN[0] in "AEIOUÉ" else "de "
    shape = expected.format(de=de, town=TOWN, TOWN=TOWN.upper())
    pattern = re.escape(shape).replace("NAME", r"[A-ZÉ][\w-]+")
    assert re.fullmatch(pattern, beside(written, Phi.HOSPITAL))


def test_a_hospital_in_capitals_stays_in_capitals_when_its_elision_is_undone():
    towns = ("AVRANCHES", "ANGERS", "ORLÉANS", "ÉVREUX", "ALBI", "AUCH", "ORANGE", "ISTRES")
    mentions = tuple(Mentioned(f"CH D’{town}", Phi.HOSPITAL, Lang.FR) for town in towns)
    texts = assign(mentions, KEY, "").texts
    assert all(text.isupper() for text in texts)
    assert any(text.startswith("CH DE ") for text in texts)


def test_a_hospital_is_the_same_with_and_without_its_kind():
    whole, short = assign(
        [Mentioned(t, Phi.HOSPITAL, Lang.FR) for t in ("Hôpital Saint-Xarra", "Saint-Xarra")],
        KEY,
        "",
    ).texts
    assert whole == f"Hôpital {short}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12, rue des Lilas", r"\d+, rue NAME"),
        ("12 bis avenue du Général Xarra", r"\d+ avenue NAME"),
        ("12 rue des Lilas, Dinan", rf"\d+ rue NAME, {TOWN}"),
        ("12 rue des Lilas 22100 Dinan", rf"\d+ rue NAME {CODE} {TOWN}"),
        ("12 rue des Lilas\n22100 DINAN CEDEX", rf"\d+ rue NAME\n{CODE} {TOWN.upper()} CEDEX"),
        ("rue des Lilas", "rue NAME"),
        ("Résidence Xarra, bât. B", "Résidence NAME"),
        ("12 Xarra Avenue", r"\d+ NAME Avenue"),
        ("Kerxarra", r"\d+ rue NAME"),
        ("12 RUE DES LILAS", r"\d+ RUE NAME"),
    ],
)
def test_an_address_keeps_number_and_kind_of_street(written, expected):
    found = beside(written, Phi.ADDRESS)
    assert re.fullmatch(expected.replace("NAME", r"[A-ZÉ][\w-]+"), found)
    assert not re.match(r"12\b", found)


@pytest.mark.parametrize(("town", "country"), [("Lagos", "Nigeria"), ("Genève", "Suisse")])
def test_a_town_abroad_stays_in_its_country(town, country):
    assert beside(town, Phi.CITY) in ABROAD[country]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Rosewood Nursing Home", "Nursing Home"),
        ("Leeds General Infirmary", "General Infirmary"),
        ("Kervadec Medical Practice", "Medical Practice"),
    ],
)
def test_an_english_place_of_care_keeps_its_kind(written, kind):
    assert beside(written, Phi.HOSPITAL, Lang.EN).endswith(f" {kind}")
