"""French and English of a case are compared fact by fact, sentence by sentence."""

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator import resources
from generator.case.clinical import Imaging
from generator.case.model import Case
from generator.case.publication import Section
from generator.case.terms import SectionKind
from generator.case.text import Term, Text
from generator.check import Level, check
from generator.check.bilingual import bilingual, refuse
from generator.check.comparison import compared, facts
from generator.check.fact import Kind
from generator.check.place import words_at
from generator.check.vocabulary import plain
from generator.cli.shell import run
from generator.errors import RefusedPublicationError
from generator.read.files import read_case
from generator.read.write import dump_json

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "bilingual.py"


def about(french: str, english: str) -> list[str]:
    return [str(each.about) for each in compared(french, english)]


def told(french: str, english: str) -> Case:
    text = Text(fr=french, en=english)
    return Case(synthetic=True, narrative=(Section(kind=SectionKind.HISTORY, text=text),))


def said(kind: Kind, text: str, lang: Lang) -> list[str]:
    found = [each for each in facts(plain(text), lang) if each.kind is kind and each.sure]
    return [each.values[0] for each in sorted(found, key=lambda each: each.start)]


@pytest.mark.parametrize(
    ("text", "lang", "numbers"),
    [
        ("2,60 et 2.85", Lang.FR, ["2.6", "2.85"]),
        ("1 250, 1 250, 1\u202f250 et 1\u00a0250,5", Lang.FR, ["1250", "1250", "1250", "1250.5"]),
        ("1,250 and 12,500.5", Lang.EN, ["1250", "12500.5"]),
        ("entre 3 et 5, soit 3-5", Lang.FR, ["3", "5", "3", "5"]),
        ("trois, dix-sept, quatre-vingt-douze", Lang.FR, ["3", "17", "92"]),
        ("three, seventeen, ninety-two, one hundred and twenty", Lang.EN, ["3", "17", "92", "120"]),
        ("la deuxième et la 3e", Lang.FR, ["2", "3"]),
        ("the second and the 3rd", Lang.EN, ["2", "3"]),
        ("deux tiers", Lang.FR, ["2"]),
        ("2 millions", Lang.FR, ["2"]),
        ("à 14 h 30", Lang.FR, ["30", "14"]),
        ("at 2:30 pm", Lang.EN, ["30", "14"]),
        ("−2,5 DS", Lang.FR, ["-2.5"]),
        ("¹⁷⁷Lu", Lang.FR, ["177"]),
    ],
)
def test_a_number_is_the_same_however_it_is_written(text: str, lang: Lang, numbers: list[str]):
    assert said(Kind.NUMBER, text, lang) == numbers


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("10 mg/j", "10 mg/day"),
        ("10 mg par jour", "10 mg daily"),
        ("5 UI/L", "5 IU/L"),
        ("45 G/L", "45 × 10⁹/L"),
        ("80 battements/min", "80 bpm"),
        ("20 %", "20 percent"),
        ("3 jours", "three days"),
        ("un homme de 54 ans", "a 54-year-old man"),
        ("quinze jours", "two weeks"),
        ("3 g/24 h", "3 g/day"),
        ("stade 4", "stage IV"),
        ("le 3/11/2016", "on 3 November 2016"),
        ("le 1er mai 2019", "on May 1st, 2019"),
        ("du 2 au 16 février 2018", "from 2 to 16 February 2018"),
        ("en mars 2017", "in March 2017"),
        ("à 20 h 30", "at 8:30 pm"),
        ("atteinte bilatérale", "left and right involvement"),
        ("muscle droit de l’abdomen", "rectus abdominis"),
        ("Il quitte l’hôpital.", "He left the hospital."),
        ("non douloureux", "not painful"),
        ("indolore", "painless"),
        ("sans fièvre ni toux", "without fever or cough"),
        ("Pas de fièvre et pas de toux.", "No fever or cough."),
        ("Il n’a plus mal.", "He no longer has pain."),
        ("aspirine", "acetylsalicylic acid"),
    ],
)
def test_one_fact_in_the_words_of_each_language_is_no_difference(french: str, english: str):
    assert about(french, english) == []


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("Créatinine à 2,60 mg/dL.", "Creatinine 2.06 mg/dL.", ["number"]),
        ("Albumine à 1,234 g/L.", "Albumin 1,234 g/L.", ["number"]),
        ("Trois métastases.", "Four metastases.", ["number"]),
        ("Nodule de 12 mm.", "Nodule of 12 cm.", ["unit"]),
        ("Morphine 10 mg/j.", "Morphine 10 mg/h.", ["unit"]),
        ("Depuis 3 semaines.", "For 3 months.", ["unit"]),
        ("Leucocytes à 7 G/L.", "White cells 7 g/L.", ["unit"]),
        ("Opéré le 4 mai 2021.", "Operated on 4 March 2021.", ["date"]),
        ("Vu en mai 2021.", "Seen in May 2012.", ["date"]),
        ("Rein gauche.", "Right kidney.", ["side"]),
        ("Rein gauche et sein droit.", "Left kidney and left breast.", ["side"]),
        ("Atteinte bilatérale.", "Left involvement.", ["side"]),
        ("Pas de fièvre.", "Fever.", ["negation"]),
        ("Une fièvre.", "No fever.", ["negation"]),
        ("Stade III.", "Stage II.", ["stage"]),
        ("Stade IIIA.", "Stage IIIB.", ["stage"]),
        ("Sarcome de haut grade.", "Low-grade sarcoma.", ["grade"]),
        ("Mucite de grade 3.", "Grade 2 mucositis.", ["number"]),
        ("Sous cisplatine.", "On carboplatin.", ["drug"]),
        (
            "Ramipril 5 mg et furosémide 40 mg.",
            "Ramipril 40 mg and furosemide 5 mg.",
            ["dose"],
        ),
        ("Un homme suivi pour goitre.", "A woman followed for goitre.", ["sex"]),
        (
            "Le patient va bien après la cure.",
            "Le patient va bien après la cure.",
            ["untranslated"],
        ),
        ("Va bien. Il est sorti du service sous antalgique.", "He is well.", ["missing"]),
    ],
)
def test_a_fact_that_differs_is_named(french: str, english: str, expected: list[str]):
    assert about(french, english) == expected


def test_numbers_units_dates_and_sides_block_and_the_rest_is_asked():
    blocking = told("Rein gauche de 3 cm le 4 mai 2021.", "Right kidney of 5 mm on 5 May 2021.")
    assert {each.rule: each.level for each in bilingual(blocking)} == dict.fromkeys(
        ("bilingual-number", "bilingual-unit", "bilingual-date", "bilingual-side"), Level.FAIL
    )
    asked = told("Un homme sans fièvre, stade II.", "A woman with fever, stage III.")
    assert {each.rule: each.level for each in bilingual(asked)} == dict.fromkeys(
        ("bilingual-negation", "bilingual-stage", "bilingual-sex"), Level.WARN
    )
    refuse(asked)


def test_a_finding_shows_the_place_of_both_sentences_and_no_word_of_them():
    case = told("Va bien. Rein de 9 cm.", "Is well. Kidney of 8 cm.")
    (found,) = bilingual(case)
    assert found.path == "narrative[0].text.fr[9:22], narrative[0].text.en[9:24]"
    assert "Rein" not in f"{found}"
    texts = {
        "narrative[0].text.fr": case.narrative[0].text.fr,
        "narrative[0].text.en": case.narrative[0].text.en,
    }
    assert words_at(found.path, texts) == "Rein de 9 cm. | Kidney of 8 cm."


def test_terms_are_compared_as_texts_are():
    study = Imaging(
        modality=Term(fr="IRM du genou gauche", en="MRI of the right knee"),
        report=Text(fr="Normale.", en="Normal."),
    )
    found = [each.path for each in check(Case(imaging=(study,))) if each.rule == "bilingual-side"]
    assert found == ["imaging[0].modality.fr[0:19], imaging[0].modality.en[0:21]"]


def test_one_sentence_may_be_two_in_the_other_language():
    french = "Rein de 9 cm, sans kyste ; foie de 15 cm. Rate de 12 cm. Pas d’ascite."
    english = "Kidney of 9 cm. Without cyst; liver of 15 cm. Spleen of 12 cm. No ascites."
    assert about(french, english) == []
    (wrong,) = compared(french, english.replace("12", "13"))
    assert english[slice(*wrong.english)] == "Spleen of 12 cm."


def test_a_long_text_is_aligned_with_a_short_one():
    many = " ".join(f"Le rein mesure {size} cm." for size in range(2, 40))
    assert {"missing", "number"} <= set(about(many, "The kidney measures 2 cm."))
    english = " ".join(f"The kidney measures {size} cm." for size in range(2, 40))
    assert {"missing", "number"} <= set(about("Le rein mesure 2 cm.", english))
    assert about(many, english) == []


def test_a_text_in_one_language_alone_is_not_compared():
    assert list(bilingual(told("Rein de 9 cm.", ""))) == []


def test_the_sample_states_the_same_in_both_languages():
    sample = read_case(resources.path("samples", "ileal-net.synthetic.yaml"))
    refuse(sample)
    changed = replace(sample, title=Text(fr=sample.title.fr, en=sample.title.en[:-20] + " 188"))
    with pytest.raises(
        RefusedPublicationError, match=r"^title\.fr\[0:\d+\], title\.en\[0:\d+\] "
    ) as no:
        refuse(changed)
    assert "188" not in str(no.value)


def test_nothing_is_published_side_by_side_where_the_languages_differ(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    case = tmp_path / "case.json"
    case.write_text(dump_json(told("Rein gauche de 9 cm.", "Left kidney of 8 cm.")), "utf-8")
    build = ["build", str(case), "--format", "html", "--out", str(tmp_path / "out")]
    assert run(build) == 1
    assert not (tmp_path / "out").exists()
    assert run([*build, "--lang", "fr"]) == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(french: str, english: str):
    for each in compared(french, english):
        assert 0 <= each.french[0] <= each.french[1] <= len(french)
        assert 0 <= each.english[0] <= each.english[1] <= len(english)


@given(st.text(max_size=60))
def test_the_form_that_is_compared_keeps_every_place(text: str):
    assert len(plain(text)) == len(text)


def test_the_experiment_finds_what_it_has_to_find():
    spec = importlib.util.spec_from_file_location("benchmarks_bilingual", BENCHMARK)
    experiment = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = experiment
    spec.loader.exec_module(experiment)
    clean = experiment.pairs()
    assert len(clean) >= 300
    assert sum(bool(compared(*pair)) for pair in clean) <= 0.03 * len(clean)
    chance = random.Random(7)  # noqa: S311 - the same errors each time
    some = [error for pair in clean[::8] for error in experiment.errors(*pair, chance)]
    for kind, bar in experiment.BARS.items():
        own = [experiment.caught(e, compared(e.french, e.english)) for e in some if e.kind == kind]
        assert sum(own) >= bar * len(own)
