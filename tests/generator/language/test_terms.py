"""The tables of terms: complete, one meaning a term, the same both ways."""

import re
import unicodedata
from itertools import chain, pairwise

import pytest

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator import resources
from generator.language import terms
from generator.language.terms import Ambiguous, analyte, choices, measured, translated

FR, EN = Lang.FR, Lang.EN
ROWS = tuple(terms.rows())
ANALYTES = tuple(terms._analytes(EN).values())  # noqa: SLF001 - every row, by any of its names


def _text(name):
    return resources.text("templates", "terms", f"{name}.tsv")


def _size(*names):
    return sum(1 for name in names for line in _text(name).splitlines() if not line.startswith("#"))


def test_the_tables_cover_the_field():
    assert len({each.french for each in ANALYTES if any(each.loinc)}) >= 150
    assert _size("drugs") >= 400
    assert _size("specimens", "procedures") >= 200
    assert _size("diagnoses", "findings") >= 300
    assert min(map(_size, ("anatomy", "dosing", "scales", "people", "words"))) >= 100


@pytest.mark.parametrize("name", [*terms.TABLES, "ambiguous"])
def test_every_table_says_its_columns_and_its_licence_and_is_written_plainly(name):
    text = _text(name)
    head = "".join(line for line in text.splitlines() if line.startswith("#"))
    assert "olumns" in head
    assert "licence" in head
    assert unicodedata.is_normalized("NFC", text)
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert not re.search(r"['`\r]|  |\| | \||\|\||\t | \t| $", "\n".join(lines), re.MULTILINE)
    cells = [line.split("\t") for line in lines]
    assert all(len(each) >= 2 and all(map(str.strip, each[:2])) for each in cells)


@pytest.mark.parametrize("column", [0, 1])
def test_no_term_stands_twice_in_a_language(column):
    seen = {}
    for row in ROWS:
        for word in row[column]:
            assert fold(word) not in seen, (word, row, seen.get(fold(word)))
            seen[fold(word)] = row


def test_every_term_comes_back_as_the_first_of_its_row():
    for french, english in ROWS:
        for each in french:
            there = translated(fold(each), FR, EN)
            assert there == english[0]
            assert translated(there, EN, FR) == french[0]
        for each in english:
            assert translated(fold(each), EN, FR) == french[0]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("éventration", "incisional hernia"),
        ("dermohypodermite", "cellulitis"),
        ("angine", "tonsillitis"),
        ("angor", "angina"),
        ("cœlioscopie", "laparoscopy"),
        ("colloscopie", None),
        ("maladie de Basedow", "Graves’ disease"),
        ("maladie de Horton", "giant cell arteritis"),
        ("furosémide", "furosemide"),
        ("noramidopyrine", "metamizole"),
        ("trastuzumab déruxtécan", "trastuzumab deruxtecan"),
        ("sida", "acquired immunodeficiency syndrome"),
        ("RCH", "ulcerative colitis"),
        ("ACE", "carcinoembryonic antigen"),
        ("VS", "erythrocyte sedimentation rate"),
        ("NFS", "complete blood count"),
        ("maladie stable", "stable disease"),
        ("à jeun", "on an empty stomach"),
        ("tous les 15 jours", "every fortnight"),
        ("interne", "resident"),
        ("Crise carcinoïde", "Carcinoid crisis"),
        ("fibrose mésentérique", "mesenteric fibrosis"),
        ("hématome intracérébral", "intracerebral haematoma"),
        ("aplasie médullaire", "bone marrow aplasia"),
        ("épisode dépressif majeur", "major depressive episode"),
        ("polykystose rénale", "polycystic kidney disease"),
        ("immunoglobulines polyvalentes", "normal human immunoglobulin"),
    ],
)
def test_a_french_term_is_said_as_an_english_clinician_says_it(fr, en):
    assert translated(fr, FR, EN) == en


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("acetaminophen", "paracétamol"),
        ("albuterol", "salbutamol"),
        ("frusemide", "furosémide"),
        ("shingles", "zona"),
        ("Graves’ disease", "maladie de Basedow"),
        ("Stroke", "Accident vasculaire cérébral"),
        ("stroke", "accident vasculaire cérébral"),
        ("CBC", "numération formule sanguine"),
        ("FBC", "numération formule sanguine"),
        ("CEA", "antigène carcino-embryonnaire"),
        ("AST", "ASAT"),
        ("SLE", "lupus érythémateux systémique"),
        ("BID", "deux fois par jour"),
        ("PRN", "à la demande"),
        ("anti-dsDNA", "anticorps anti-ADN natif"),
        ("axial spondyloarthritis", "spondyloarthrite axiale"),
        ("leucovorin", "acide folinique"),
    ],
)
def test_an_english_term_is_said_as_a_french_clinician_says_it(en, fr):
    assert translated(en, EN, FR) == fr


@pytest.mark.parametrize(
    ("name", "lang", "some"),
    [
        ("U", FR, "azote uréique"),
        ("U", EN, "urea"),
        ("BUN", FR, "urée"),
        ("TP", FR, "taux de prothrombine"),
        ("PT", EN, "prothrombin time"),
        ("HC", FR, "hémoculture"),
        ("FA", FR, "phosphatases alcalines"),
        ("PCR", FR, "protéine C réactive"),
        ("tp ", FR, "tumeur primitive"),
    ],
)
def test_an_ambiguous_abbreviation_is_asked_and_never_translated(name, lang, some):
    assert some in choices(name, lang)
    assert analyte(name, lang) == Ambiguous(choices(name, lang))
    assert translated(name, lang, EN if lang is FR else FR) is None


def test_the_choices_of_an_ambiguous_abbreviation_are_terms_and_at_least_two():
    for (lang, name), several in terms._ambiguous().items():  # noqa: SLF001 - every row
        other = EN if lang is FR else FR
        assert len(several) >= 2, name
        assert all(translated(each, lang, other) for each in several), name
        assert translated(name, lang, other) is None, name


def test_an_analyte_is_found_by_each_of_its_names_in_its_own_language():
    crp = analyte("protéine C-réactive", FR)
    assert crp is analyte("CRP", FR)
    assert crp.names(EN) == ("C-reactive protein", "CRP")
    assert (crp.specimen, crp.si, crp.conventional, crp.loinc) == (
        *("sérum", "mg/L"),
        *(("mg/dL",), ("1988-5",)),
    )
    assert analyte("ASAT", FR).loinc == analyte("AST", EN).loinc == ("1920-8",)
    assert analyte("DFGe", FR).names(EN)[:2] == ("estimated glomerular filtration rate", "eGFR")
    assert analyte("ACE", FR).names(EN)[0] == "carcinoembryonic antigen"
    assert analyte("tanagel", FR) is None


@pytest.mark.parametrize(
    "name", ["D-dimères", "facteur Willebrand", "protéine S", "anticorps anti-cardiolipine"]
)
def test_a_name_that_leaves_open_what_was_measured_has_no_code(name):
    assert analyte(name, FR).loinc == ()


@pytest.mark.parametrize(
    ("fr", "en", "meant"),
    [
        ("U", None, None),
        ("U", "U", None),
        ("U", "urea", "urée"),
        ("azote uréique", "U", "azote uréique"),
        ("sodium", "sodium", "sodium"),
        ("sodium", None, "sodium"),
        ("sodium", "potassium", None),
        ("tanagel", "sodium", "sodium"),
        (None, None, None),
    ],
)
def test_a_result_is_of_the_analyte_that_both_languages_allow(fr, en, meant):
    found = measured(fr, en)
    assert (found and found.french[0]) == meant


def test_every_specimen_of_an_analyte_is_a_term():
    for each in ANALYTES:
        assert each.specimen is None or translated(each.specimen, FR, EN), each.french


def test_every_loinc_code_has_its_check_digit():
    for code in filter(None, chain.from_iterable(each.loinc for each in ANALYTES)):
        number, check = code.split("-")
        digits = sum(map(int, number[-2::-2])) + sum(
            sum(map(int, str(2 * int(digit)))) for digit in number[::-2]
        )
        assert (-digits) % 10 == int(check), code


def test_no_loinc_code_is_given_to_two_analytes_that_are_not_the_same():
    owners = sorted({(code, each.french[0]) for each in ANALYTES for code in each.loinc if code})
    twice = {one[0] for one, two in pairwise(owners) if one[0] == two[0]}
    assert twice <= {"14631-6", "1975-2"}  # bilirubin, without more said, is the total
