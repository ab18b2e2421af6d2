"""The samples: complete in both languages, credited, and nobody's."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import yaml
from PIL import Image
from pydantic import TypeAdapter

from anonymizer.fold import fold
from anonymizer.phi import Lang, Phi
from anonymizer.record import leaves

from generator.case.model import Case
from generator.case.terms import BurntIn, Presence, VitalStatus
from generator.case.text import Term, Text

TOP = Path(__file__).parents[1]
SAMPLES = TOP / "samples"
TEXTS = sorted(SAMPLES.glob("*.synthetic.txt"))
HEADERS = ("Identités inventées ; faits tirés d’un cas publié", "Identities invented; facts from")
CREDITS = ("SEOM", "CANTEMIST", "CC BY 4.0", "10.5281/zenodo.3978041", "FRASIMED")
NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def case() -> Case:
    text = (SAMPLES / "ileal-net.synthetic.yaml").read_text(encoding="utf-8")
    # every scalar is read as text, as casepress reads it: 2.60 stays 2.60
    return TypeAdapter(Case).validate_python(yaml.load(text, yaml.BaseLoader))  # noqa: S506


def in_both_languages(record: object, path: str = "") -> list[tuple[str, Text | Term]]:
    """List every Text and Term of a record with its path."""
    if isinstance(record, (Text, Term)):
        return [(path, record)]
    if isinstance(record, tuple):
        return [
            found
            for i, each in enumerate(record)
            for found in in_both_languages(each, f"{path}[{i}]")
        ]
    if not is_dataclass(record):
        return []
    return [
        found
        for name in (each.name for each in fields(record))
        for found in in_both_languages(getattr(record, name), f"{path}.{name}".lstrip("."))
    ]


def all_samples() -> list[Path]:
    return sorted(SAMPLES.glob("*.synthetic.[yt]*"))


@pytest.mark.parametrize("path", all_samples(), ids=lambda path: path.name)
def test_each_sample_says_at_its_top_that_identities_are_invented(path: Path):
    top = path.read_text(encoding="utf-8")[:1500].replace(NARROW, " ")
    assert [words for words in (*HEADERS, *CREDITS) if words not in top] == []


def test_every_text_and_term_is_complete_in_both_languages(case: Case):
    incomplete = [path for path, text in in_both_languages(case) if not (text.fr and text.en)]
    assert incomplete == []


def test_the_sample_fills_every_part_that_a_publication_has(case: Case):
    parts = (
        "abstract introduction discussion perspective lessons figures references consents "
        "keywords declarations teaching narrative events labs imaging pathology diagnoses "
        "treatments decisions"
    )
    assert [name for name in parts.split() if not getattr(case, name)] == []
    assert len(case.narrative) == 6
    assert case.teaching is not None
    assert len(case.teaching.questions) == 3


def test_the_timeline_has_at_least_twelve_dated_events_in_order(case: Case):
    dates = [str(event.date) for event in case.events]
    assert len(dates) >= 12
    assert dates == sorted(dates)


PEOPLE = (Phi.PATIENT, Phi.CLINICIAN, Phi.RELATIVE)
CONTACTS = (Phi.HOSPITAL, Phi.CITY, Phi.PHONE, Phi.EMAIL, Phi.ID)


def test_the_texts_name_people_places_and_numbers_as_real_files_do(case: Case):
    found = leaves(case)
    prose = fold(" ".join(leaf.value for leaf in found if leaf.slot.phi is Phi.NARRATIVE))
    named = {leaf.slot.phi for leaf in found if fold(str(leaf.value)) in prose}
    assert {*PEOPLE, *CONTACTS} - named == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_the_narrative_and_the_letter_are_about_the_patient_of_the_case(path: Path, case: Case):
    text = fold(path.read_text(encoding="utf-8"))
    patient = (case.patient.given, case.patient.family, case.patient.identifiers[0].value)
    assert [n for n, value in enumerate(patient) if fold(value or "?") not in text] == []


@pytest.mark.parametrize("path", all_samples(), ids=lambda path: path.name)
def test_no_number_or_address_of_a_sample_can_belong_to_anyone(path: Path):
    text = path.read_text(encoding="utf-8")
    phones = {re.sub(r"\D", "", each) for each in re.findall(r"\b0[1-9](?:[ .]?\d\d){4}\b", text)}
    assert phones
    assert {each[:6] for each in phones} <= {"026191", "063998"}
    assert all(mail.endswith(".example") for mail in re.findall(r"[\w.-]+@[\w.-]+\w", text))
    insured = re.findall(r"\b[12](?: \d\d){3} \d{3} (\d{3}) \d\d\b", text)
    assert all(order == "000" for order in insured)


@pytest.mark.parametrize("path", all_samples(), ids=lambda path: path.name)
def test_french_punctuation_bears_its_no_break_spaces(path: Path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [
        n for n, line in enumerate(lines, 1) if re.search(r"(?<=\S) [;!?»]|« |\d %", line)
    ] == []
    prose = [line for line in lines if not re.match(r"\s*(- )?[a-z_]+:", line)]
    assert [line[:20] for line in prose if re.search(r"(?<=\S) :(?= |$)", line)] == []
    assert [line[:20] for line in prose if re.match(r"\s*[;:!?»]", line)] == []


def test_each_figure_exists_is_small_and_was_looked_at(case: Case):
    assert len(case.figures) == 2
    for figure in case.figures:
        path = SAMPLES / figure.file
        assert path.stat().st_size <= 120_000
        with Image.open(path) as picture:
            assert picture.format == "PNG"
            assert not picture.info
        assert figure.review is not None
        assert figure.review.burnt_in is BurntIn.NONE


def test_what_the_source_leaves_open_stays_open(case: Case):
    labs = {lab.analyte.en: lab for lab in case.labs if lab.analyte.en}
    assert labs["calcium"].value == "2.60"
    assert labs["TSH"].unit is None
    assert labs["fibrinogen"].unit is None
    assert all(lab.date is None for lab in case.labs)
    interferon = next(t for t in case.treatments if t.line == 3)
    assert (interferon.drugs[0].dose, interferon.drugs[0].unit) == ("9", "mU")
    assert interferon.note is not None
    assert case.outcome is not None
    assert case.outcome.vital_status is VitalStatus.NOT_STATED
    radionuclide = next(t for t in case.treatments if t.modality == "radionuclide")
    assert radionuclide.activity_gbq is None


def test_a_negative_finding_is_recorded_as_absent(case: Case):
    absent = [f.label.en for f in case.examination if f.presence is Presence.ABSENT]
    assert absent == [
        "abnormality on chest examination",
        "abnormality on neurological examination",
    ]


def test_both_languages_give_the_same_numbers(case: Case):
    def numbers(text: str) -> list[str]:
        bare = re.sub(r"\d+[./]\d+[./]\d+|\d{1,2} \w+ \d{4}|\d{1,2} (?:juillet|July)", "", text)
        return sorted(each.replace(",", ".") for each in re.findall(r"\d+(?:[.,]\d+)?", bare))

    different = [
        path
        for path, text in in_both_languages(case)
        if numbers(text.fr or "") != numbers(text.en or "")
    ]
    assert different == []


def test_the_samples_folder_denies_every_other_file():
    rules = (TOP / ".gitignore").read_text(encoding="utf-8").splitlines()
    denied = rules.index("/samples/*")
    assert rules[denied + 1 :] == ["!/samples/README.md", "!/samples/*.synthetic.*"]
    assert [p.name for p in SAMPLES.iterdir() if ".synthetic." not in p.name] == ["README.md"]


def test_the_case_declares_itself_synthetic_and_speaks_both_languages(case: Case):
    assert case.synthetic
    assert {lang for consent in case.consents for lang in consent.languages} == set(Lang)
