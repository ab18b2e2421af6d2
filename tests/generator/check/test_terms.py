"""What a report cannot say in both languages is listed, and what is ambiguous is asked."""

import pytest

from anonymizer.phi import Lang

from generator.case.clinical import (
    Diagnosis,
    Drug,
    Imaging,
    Lab,
    Measure,
    Pathology,
    Toxicity,
    Treatment,
)
from generator.case.model import Case
from generator.case.terms import Modality
from generator.case.text import Term, Text
from generator.check import check
from generator.check.finding import Level
from generator.check.terms import ambiguous, measured, unknown
from generator.language import terms

BOTH = Text(fr="Normal.", en="Normal.")
ODD = Term(fr="tanagel")


@pytest.mark.parametrize(
    ("case", "path"),
    [
        (Case(labs=(Lab(analyte=ODD),)), "labs[0].analyte.fr"),
        (Case(labs=(Lab(analyte=Term(en="tanagel")),)), "labs[0].analyte.en"),
        (Case(labs=(Lab(analyte=Term(fr="sodium"), specimen=ODD),)), "labs[0].specimen.fr"),
        (Case(diagnoses=(Diagnosis(label=ODD),)), "diagnoses[0].label.fr"),
        (Case(imaging=(Imaging(modality=ODD, report=BOTH),)), "imaging[0].modality.fr"),
        (Case(pathology=(Pathology(specimen=ODD, report=BOTH),)), "pathology[0].specimen.fr"),
        (
            Case(treatments=(Treatment(modality=Modality.DRUG, drugs=(Drug(name=ODD),)),)),
            "treatments[0].drugs[0].name.fr",
        ),
        (
            Case(treatments=(Treatment(modality=Modality.PROCEDURE, label=ODD),)),
            "treatments[0].label.fr",
        ),
        (
            Case(
                treatments=(Treatment(modality=Modality.DRUG, toxicities=(Toxicity(label=ODD),)),)
            ),
            "treatments[0].toxicities[0].label.fr",
        ),
    ],
)
def test_a_term_that_no_table_holds_is_listed_with_its_field(case, path):
    assert [(each.rule, each.level, each.path) for each in unknown(case)] == [
        ("term-unknown", Level.WARN, path)
    ]


@pytest.mark.parametrize(
    "term", [Term(fr="sodium"), Term(en="Serum"), Term(fr="tanagel", en="tanagel"), Term(fr="TP")]
)
def test_a_term_that_is_known_written_twice_or_ambiguous_is_not_called_unknown(term):
    assert not list(unknown(Case(labs=(Lab(analyte=term),))))


def test_a_finding_names_the_choices_and_never_what_was_written():
    case = Case(labs=(Lab(analyte=Term(fr="TP"), value="80", unit="%"), Lab(analyte=ODD)))
    said = [each.told(lang) for each in check(case) for lang in Lang]
    asked = [line for line in said if "taux de prothrombine" in line]
    assert len(asked) == 2
    assert all("tumeur primitive" in line for line in asked)
    assert not any("TP" in line or "tanagel" in line for line in said)


@pytest.mark.parametrize(
    ("term", "asked"),
    [
        (Term(fr="U"), ["labs[0].analyte.fr"]),
        (Term(en="PT"), ["labs[0].analyte.en"]),
        (Term(fr="U", en="U"), ["labs[0].analyte.fr", "labs[0].analyte.en"]),
        (Term(fr="U", en="urea"), []),
        (Term(fr="urée"), []),
        (Term(fr="VS"), []),
    ],
)
def test_an_abbreviation_of_several_things_is_asked_until_a_language_answers(term, asked):
    case = Case(labs=(Lab(analyte=term, value="88", unit="mg/dL"),))
    found = list(ambiguous(case))
    assert [each.path for each in found] == asked
    assert {each.rule for each in found} <= {"term-ambiguous"}


def test_every_abbreviation_that_is_asked_offers_its_choices_in_both_languages():
    for (lang, name), several in terms._ambiguous().items():  # noqa: SLF001 - every row
        (found,) = ambiguous(Case(labs=(Lab(analyte=Term(**{lang: name})),)))
        assert all(each in found.en and each in found.fr for each in several)


KNOWN = (
    "mg/j; mg/day; ×10⁹/L; x 10^9/L; 10*9/L; /mm3; UI/kg/j; mL/min/1,73 m²; mL/min/1.73m2; mm Hg"
    "; mm de Hg; gélules; copies/mL; g/24 h; mg/24h; mg/100 mL; %; /an; ampoule; °C; kg/m²; µkat/L"
    "; log10 UI/mL; paquets-années; pack-years; mU/j; ng.mL-1; mL.min-1; Gy; UFC/mL; bouffées/j"
)
DOUBTFUL = "widgets; mgg; x 109/l; truc/L; mg/lune; mmol/mmul"


def _labs(*units):
    return Case(labs=tuple(Lab(analyte=Term(fr="sodium"), value="1", unit=u) for u in units))


def test_a_unit_that_both_languages_know_is_not_listed():
    assert not list(measured(_labs(*KNOWN.split("; "))))
    every = terms._analytes(Lang.FR).values()  # noqa: SLF001 - every row
    tabled = {unit for each in every for unit in (each.si, *each.conventional) if unit}
    assert not list(measured(_labs(*sorted(tabled))))


@pytest.mark.parametrize("unit", DOUBTFUL.split("; "))
def test_a_unit_that_is_not_known_is_listed_with_its_field(unit):
    (found,) = measured(_labs(unit))
    assert (found.rule, found.level, found.path) == ("unit-unknown", Level.WARN, "labs[0].unit")
    assert unit not in found.en
    assert unit not in found.fr


def test_units_of_doses_and_measures_are_looked_at_too():
    drug = Drug(name=Term(fr="interféron"), dose="9", unit="widgets")
    case = Case(
        vitals=(Measure(name=Term(fr="poids"), value="70", unit="stonne"),),
        treatments=(Treatment(modality=Modality.DRUG, drugs=(drug,)),),
    )
    assert [each.path for each in measured(case)] == [
        "vitals[0].unit",
        "treatments[0].drugs[0].unit",
    ]
