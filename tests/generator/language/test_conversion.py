"""The other unit of a measured value: never a digit more certain, or less, than the one written."""

import re
from decimal import Decimal

import pint
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator.language import terms
from generator.language.conversion import Converted, code, converted
from generator.language.terms import analyte

FR, EN = Lang.FR, Lang.EN

# IUPAC 2021 standard atomic weights, abridged
WEIGHTS = dict(
    re.findall(
        r"(\w+) ([\d.]+)",
        "H 1.008, Li 6.94, C 12.011, N 14.007, O 15.999, Na 22.990, Mg 24.305, P 30.974, S 32.06, "
        "Cl 35.45, K 39.098, Ca 40.078, Fe 55.845, Co 58.933, Cu 63.546, Zn 65.38, Se 78.971, "
        "I 126.904, Pb 207.2",
    )
)
# by the English name: molecular formulas, of human peptides their usual mass
FORMULAS = """
glucose C6H12O6; fasting glucose C6H12O6; CSF glucose C6H12O6; urea CH4N2O; BUN N2
creatinine C4H7N3O; urine creatinine C4H7N3O; ACR C4H7N3O; UPCR C4H7N3O; uric acid C5H4N4O3
sodium Na; potassium K; chloride Cl; bicarbonate CHO3; calcium Ca; corrected calcium Ca
ionised calcium Ca; urinary calcium Ca; phosphate P; magnesium Mg; urine sodium Na
urine potassium K; bilirubin C33H36N4O6; total bilirubin C33H36N4O6
direct bilirubin C33H36N4O6; indirect bilirubin C33H36N4O6; lactate C3H6O3
beta-hydroxybutyrate C4H8O3; cholesterol C27H46O; LDL C27H46O; HDL C27H46O
non-HDL cholesterol C27H46O; triglycerides C57H104O6; homocysteine C4H9NO2S
phenylalanine C9H11NO2; iron Fe; TIBC Fe; FT4 C15H11I4NO4; FT3 C15H12I3NO4
total T4 C15H11I4NO4; total T3 C15H12I3NO4; vitamin D C27H44O2
serum calcitriol C27H44O3; vitamin B12 C63H88CoN14O14P; folate C19H19N7O6; retinol C20H30O
vitamin E C29H50O2; vitamin C C6H8O6; cortisol C21H30O5; UFC C21H30O5
aldosterone C21H28O5; 17OHP C21H30O3; androstenedione C19H26O2; DHEAS C19H28O5S
testosterone C19H28O2; free testosterone C19H28O2; estradiol C18H24O2; progesterone C21H30O2
serotonin C10H12N2O; 5-HIAA C10H9NO3; VMA C9H10O5; HVA C9H10O4; metanephrine C10H15NO3
normetanephrine C9H13NO3; urinary metanephrine C10H15NO3; urinary normetanephrine C9H13NO3
urinary epinephrine C9H13NO3; urinary norepinephrine C8H11NO3; urinary dopamine C8H11NO2
zinc Zn; copper Cu; urine copper Cu; selenium Se; lead Pb; lithium level Li
digoxin level C41H64O14; vancomycin level C66H75Cl2N9O24; paracetamol level C8H9NO2
salicylate level C7H6O3; theophylline level C7H8N4O2; phenytoin level C15H12N2O2
carbamazepine level C15H12N2O; phenobarbital level C12H12N2O3; valproate level C8H16O2
lamotrigine level C9H7Cl2N5; methotrexate level C20H22N8O5; tacrolimus level C44H69NO12
ciclosporin level C62H111N11O12; blood ethanol C2H6O
BNP C143H244N50O42S4; PTH C408H674N126O126S2; ACTH C207H308N56O58S; IGF-1 C331H512N94O101S7
C-peptide C129H211N35O48; glucagon C153H225N43O49S; VIP C147H238N44O42S
calcitonin C151H226N40O45S3; ADH C46H65N15O12S2
"""
WEIGHED = {"NT-proBNP": "8457", "haemoglobin": "16114.5"}  # UniProt P16860 27-102; NPU28309
# One conventional unit in SI units, to three or four figures: the factors in common use, as
# textbooks and the instructions of assays print them
FACTORS = """
glucose mg/dL 0.0555 mmol/L; urea mg/dL 0.1665 mmol/L; BUN mg/dL 0.357 mmol/L
creatinine mg/dL 88.4 µmol/L; uric acid mg/dL 59.48 µmol/L; calcium mg/dL 0.25 mmol/L
calcium mEq/L 0.5 mmol/L; magnesium mg/dL 0.411 mmol/L; magnesium mEq/L 0.5 mmol/L
phosphate mg/dL 0.323 mmol/L; sodium mEq/L 1 mmol/L; potassium mEq/L 1 mmol/L
chloride mEq/L 1 mmol/L; bicarbonate mEq/L 1 mmol/L; anion gap mEq/L 1 mmol/L
total bilirubin mg/dL 17.1 µmol/L; cholesterol mg/dL 0.0259 mmol/L; LDL mg/dL 0.0259 mmol/L
HDL mg/dL 0.0259 mmol/L; triglycerides mg/dL 0.0113 mmol/L; lactate mg/dL 0.111 mmol/L
iron µg/dL 0.179 µmol/L; TIBC µg/dL 0.179 µmol/L; homocysteine mg/L 7.397 µmol/L
albumin g/dL 10 g/L; total protein g/dL 10 g/L; CRP mg/dL 10 mg/L; haemoglobin g/dL 10 g/L
haemoglobin mmol/L 16.11 g/L; fibrinogen mg/dL 0.01 g/L; IgG mg/dL 0.01 g/L
haptoglobin mg/dL 0.01 g/L; transferrin mg/dL 0.01 g/L; ALT U/L 0.0167 µkat/L
ALP IU/L 0.0167 µkat/L; cortisol µg/dL 27.59 nmol/L; UFC µg/24 h 2.759 nmol/24 h
ACTH pg/mL 0.22 pmol/L; aldosterone ng/dL 27.74 pmol/L; testosterone ng/dL 0.0347 nmol/L
estradiol pg/mL 3.671 pmol/L; progesterone ng/mL 3.18 nmol/L; 17OHP ng/dL 0.0303 nmol/L
androstenedione ng/dL 0.0349 nmol/L; DHEAS µg/dL 0.0271 µmol/L; FT4 ng/dL 12.87 pmol/L
FT3 pg/mL 1.536 pmol/L; total T4 µg/dL 12.87 nmol/L; total T3 ng/dL 0.0154 nmol/L
PTH pg/mL 0.106 pmol/L; vitamin D ng/mL 2.496 nmol/L; serum calcitriol pg/mL 2.4 pmol/L
vitamin B12 pg/mL 0.7378 pmol/L; folate ng/mL 2.266 nmol/L; retinol µg/dL 0.0349 µmol/L
vitamin E mg/dL 23.22 µmol/L; vitamin C mg/dL 56.78 µmol/L; C-peptide ng/mL 331 pmol/L
glucagon pg/mL 0.287 pmol/L; calcitonin pg/mL 0.2926 pmol/L; IGF-1 ng/mL 0.131 nmol/L
BNP pg/mL 0.289 pmol/L; NT-proBNP pg/mL 0.118 pmol/L; VIP pg/mL 0.3 pmol/L
ADH pg/mL 0.923 pmol/L; serotonin ng/mL 0.00568 µmol/L; 5-HIAA mg/24 h 5.23 µmol/24 h
VMA mg/24 h 5.05 µmol/24 h; HVA mg/24 h 5.49 µmol/24 h; urinary epinephrine µg/24 h 5.46 nmol/24 h
urinary norepinephrine µg/24 h 5.91 nmol/24 h; urinary dopamine µg/24 h 6.53 nmol/24 h
metanephrine pg/mL 0.00507 nmol/L; normetanephrine pg/mL 0.00546 nmol/L
zinc µg/dL 0.153 µmol/L; copper µg/dL 0.157 µmol/L; selenium µg/L 0.0127 µmol/L
lead µg/dL 0.0483 µmol/L; lithium level mEq/L 1 mmol/L; digoxin level ng/mL 1.281 nmol/L
vancomycin level µg/mL 0.69 µmol/L; paracetamol level µg/mL 6.62 µmol/L
salicylate level mg/dL 0.0724 mmol/L; theophylline level µg/mL 5.55 µmol/L
phenytoin level µg/mL 3.96 µmol/L; carbamazepine level µg/mL 4.23 µmol/L
phenobarbital level µg/mL 4.31 µmol/L; valproate level µg/mL 6.93 µmol/L
methotrexate level µg/mL 2.2 µmol/L; ciclosporin level ng/mL 0.832 nmol/L
tacrolimus level ng/mL 1.24 nmol/L; blood ethanol mg/dL 0.217 mmol/L
phenylalanine mg/dL 60.54 µmol/L; beta-hydroxybutyrate mg/dL 0.0961 mmol/L
ACR mg/g 0.113 mg/mmol; PaO2 mmHg 0.1333 kPa; PaCO2 mmHg 0.1333 kPa
"""


def _listed(text, pattern):
    return [
        re.fullmatch(pattern, each.strip()).groups() for each in re.split(r"[;\n]", text.strip())
    ]


def _mass(formula):
    atoms = re.findall(r"([A-Z][a-z]?)(\d*)", formula)
    return sum(Decimal(WEIGHTS[atom]) * int(number or 1) for atom, number in atoms)


@pytest.mark.parametrize(("name", "formula"), _listed(FORMULAS, r"(.+) (\S+)"))
def test_a_molar_mass_is_that_of_the_formula(name, formula):
    mass = analyte(name, EN).molar_mass
    assert abs(mass / _mass(formula) - 1) < Decimal("0.0002")


def test_every_molar_mass_is_checked():
    known = [name for name, _ in _listed(FORMULAS, r"(.+) (\S+)")] + list(WEIGHED)
    checked = {analyte(name, EN).english for name in known}
    weighed = {each for each in terms._analytes(EN).values() if each.molar_mass}  # noqa: SLF001
    assert {each.english for each in weighed} == checked
    for name, mass in WEIGHED.items():
        assert abs(analyte(name, EN).molar_mass / Decimal(mass) - 1) < Decimal("0.0002")


@pytest.mark.parametrize(
    ("name", "unit", "factor", "si"), _listed(FACTORS, r"(.+?) (\S+(?: h)?) ([\d.]+) (\S+(?: h)?)")
)
def test_a_conventional_value_gives_the_published_si_value(name, unit, factor, si):
    got = converted("100.0000", unit, analyte(name, EN), EN)
    assert got.unit == si
    assert abs(Decimal(re.sub(r"\s", "", got.value)) / (100 * Decimal(factor)) - 1) < Decimal(
        "0.011"
    )


def test_more_than_forty_analytes_have_a_published_factor():
    assert len({name for name, *_ in _listed(FACTORS, r"(.+?) (\S+(?: h)?) ([\d.]+) (.+)")}) > 40


def _worth(unit):
    for ours, theirs in (("24 h", "day"), ("UI", "U"), ("mEq", "mmol")):
        unit = unit.replace(ours, theirs)
    return PINT.Quantity(1, unit)


def _factor(unit, of):
    """Return one ``unit`` of an analyte in its SI units, as pint reads both."""
    ratio = _worth(unit) / _worth(of.si)
    mass = PINT.Quantity(float(of.molar_mass or 1), "g/mol")
    (factor,) = {
        each.to_base_units().m
        for each in (ratio, *((ratio * mass, ratio / mass) if of.molar_mass else ()))
        if each.dimensionless
    }
    return factor / (of.charge if "mEq" in unit else 1)


PINT = pint.UnitRegistry()
CONVERTED = tuple(
    (unit, each)
    for each in dict.fromkeys(terms._analytes(EN).values())  # noqa: SLF001 - every row
    for unit in each.conventional
    if each.si not in {None, "G/L", "T/L", "mmol/mol"} and converted("1", unit, each, EN)
)


def test_more_than_a_hundred_analytes_are_converted():
    assert len({each for _, each in CONVERTED}) > 100


@pytest.mark.parametrize(("unit", "of"), CONVERTED, ids=lambda each: getattr(each, "si", each))
def test_a_factor_is_the_one_that_pint_computes(unit, of):
    got = converted("100.0000", unit, of, EN)
    assert float(re.sub(r"\s", "", got.value)) == pytest.approx(100 * _factor(unit, of), rel=1e-5)


@pytest.mark.parametrize(
    ("value", "unit", "name", "fr", "en"),
    [
        ("7.0", "mmol/L", "glycémie", "1,26 g/L", "126 mg/dL"),
        ("5.6", "mmol/L", "glucose", "1,01 g/L", "101 mg/dL"),
        ("126", "mg/dL", "glucose", "6,99 mmol/L", "6.99 mmol/L"),
        ("1,26", "g/l", "glycémie", "6,99 mmol/L", "6.99 mmol/L"),
        ("88", "umol/l", "créatinine", "10,0 mg/L", "1.00 mg/dL"),
        ("0,9", "mg/100 ml", "créatinine", "80 µmol/L", "80 µmol/L"),
        ("13,2", "g/dL", "Hb", "132 g/L", "132 g/L"),
        ("132", "g/L", "Hb", "13,2 g/dL", "13.2 g/dL"),
        ("7.5", "mmol/L", "Hb", "121 g/L", "121 g/L"),
        ("8 500", "/mm3", "leucocytes", "8,5 G/L", "8.5 G/L"),
        ("250 000", "/µL", "plaquettes", "250 G/L", "250 G/L"),
        ("250", "×10⁹/L", "plaquettes", "250 000 /mm³", None),
        ("4,5", "T/L", "hématies", "4 500 000 /mm³", None),
        ("40", "UI/L", "ASAT", "0,67 µkat/L", "0.67 µkat/L"),
        ("0,67", "µkat/L", "ASAT", "40,2 U/L", "40.2 U/L"),
        ("3,5", "mUI/L", "TSH", None, None),
        ("12", "mg/L", "CRP", "1,2 mg/dL", "1.2 mg/dL"),
        ("12", "mg/jour", "5-HIAA", "63 µmol/24 h", "63 µmol/24 h"),
        ("80", "mmHg", "PaO2", "10,7 kPa", "10.7 kPa"),
        ("0", "mg/dL", "bilirubine", "0 µmol/L", "0 µmol/L"),
        ("5000", "µg/mL", "paracétamolémie", "33 076 µmol/L", "33 076 µmol/L"),
    ],
)
def test_a_value_has_the_conventional_unit_of_its_reader_or_the_si_one(value, unit, name, fr, en):
    for lang, told in ((FR, fr), (EN, en)):
        got = converted(value, unit, analyte(name, FR), lang)
        said = got and f"{got.value} {got.unit}".replace("\u202f", " ")
        assert said == (told and told.replace("\u202f", " "))


@pytest.mark.parametrize(
    ("percent", "mmol"),
    [
        *(("5.0", "31"), ("6.0", "42"), ("6.5", "48"), ("7.0", "53"), ("7.5", "58")),
        *(("8.0", "64"), ("9.0", "75"), ("10.0", "86"), ("12.0", "108")),
    ],
)
def test_hba1c_follows_the_master_equation(percent, mmol):
    hba1c = analyte("HbA1c", FR)
    assert converted(percent, "%", hba1c, EN) == Converted(mmol, "mmol/mol")
    assert converted(mmol, "mmol/mol", hba1c, EN).value == percent
    assert converted("48", "mmol/mol", hba1c, FR) == Converted("6,5", "%")


@pytest.mark.parametrize(
    ("value", "unit", "name"),
    [
        ("1,234", "g/L", "glucose"),  # may be thousands
        ("1.2.3", "g/L", "glucose"),
        ("élevé", "g/L", "glucose"),
        ("5", "kg", "glucose"),
        ("5", "mg/dL", "sodium urinaire"),
        ("60", "µg/dL", "ammoniémie"),  # as NH3 or as nitrogen
        ("12", "µUI/mL", "prolactine"),  # the factor is that of the assay's standard
        ("70", "pmol/L", "insuline"),
        ("300", "ng/mL", "ferritine"),  # the same in µg/L
        ("0.07", "%", "HbA1c"),
        ("75", "nmol/L", "lipoprotéine (a)"),  # no mass of one size
        ("5", "g/L", "INR"),
    ],
)
def test_what_is_not_certain_is_not_converted(value, unit, name):
    of = analyte(name, FR)
    assert of is None or (converted(value, unit, of, FR), converted(value, unit, of, EN)) == (
        *(None, None),
    )


@pytest.mark.parametrize(
    ("unit", "name", "loinc"),
    [
        ("mmol/L", "glucose", "14749-6"),
        ("mg/dL", "glucose", "2345-7"),
        ("g/L", "glucose", "2345-7"),
        ("%", "HbA1c", "4548-4"),
        ("mmol/mol", "HbA1c", "59261-8"),
        ("U/L", "ASAT", "1920-8"),
        ("pmol/L", "BNP", None),
        ("?", "glucose", None),
        ("mEq/L", "calcium", "2000-8"),
        ("pmol/L", "insuline", None),
        ("mmol/L", "hémoglobine", None),
        ("UI/mL", "AFP", None),
        ("", "INR", "6301-6"),
        ("", "ANCA", None),
    ],
)
def test_the_unit_tells_which_loinc_code_is_meant(unit, name, loinc):
    assert code(unit, analyte(name, FR)) == loinc


NAMES = [name for name, *_ in _listed(FACTORS, r"(.+?) (\S+(?: h)?) ([\d.]+) (.+)")]


@given(st.sampled_from(NAMES), st.sampled_from(Lang), st.decimals(1, 9999, places=1), st.booleans())
def test_the_value_written_can_be_read_back_from_the_other(name, lang, value, conventional):
    of = analyte(name, EN)
    unit = of.conventional[0 if lang is FR else -1] if conventional else of.si
    there = converted(str(value), unit, of, lang)
    assume(there is not None)
    back = converted(re.sub(r"\s", "", there.value), there.unit, of, lang)
    assume(back is not None)  # 1.234: may be thousands
    read = Decimal(re.sub(r"\s", "", back.value).replace(",", "."))
    assert abs(read - value) <= Decimal("0.1")
