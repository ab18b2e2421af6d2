"""The traps of a real case, each on sentences invented here: what a reader must find again."""

import html as markup
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from anonymizer.key import Key
from anonymizer.phi import Lang, Phi
from anonymizer.pipeline import anonymize_text
from anonymizer.policy import PolicyName

from generator.case.model import Case
from generator.case.terms import FactStatus, Modality, Presence, Response, VitalStatus
from generator.check import check
from generator.cli.shell import run
from generator.read.narrative import narrative

STORY = (Path(__file__).parent / "corpus" / "seed_case_fr.txt").read_text(encoding="utf-8")
SPACES = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\\s]+")
DAYS = -35  # five weeks, hence one month


@pytest.fixture(scope="module")
def case() -> Case:
    return narrative(STORY, "story.txt").case


@pytest.fixture(scope="module")
def found(case) -> dict[str, str]:
    """Return what check asks of the story: its code, and where."""
    return {finding.rule: finding.path for finding in check(case)}


@dataclass(frozen=True)
class Page:
    """A report: its words without mark-up, and its headings."""

    text: str
    headings: tuple[str, ...]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Page]:
    """Build the story in French and English, moved by five weeks, and return what can be read."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "key").write_text(f"casepress-key-1 {'07' * 32}\n")
    (folder / "key").chmod(0o600)
    shift = ("--shift-days", str(DAYS), "--key-file", str(folder / "key"))
    options = ("--format", "html", "--out", str(folder / "out"), *shift)
    assert run(["build", str(folder / "story.txt"), *options]) == 0
    return {
        path.name.split(".")[1]: page(path.read_text("utf-8"))
        for path in (folder / "out").glob("*.html")
    }


def page(source: str) -> Page:
    body = re.sub(r"<(style|script|title)\b.*?</\1>", "", source, flags=re.DOTALL)
    headings = re.findall(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", body, re.DOTALL)
    return Page(words(body), tuple(words(each) for each in headings))


def words(source: str) -> str:
    text = markup.unescape(re.sub(r"<[^>]*>", " ", source)).replace("’", "'")
    return SPACES.sub(" ", text).strip()


def moved(text: str, days: int | None = DAYS, lang: Lang = Lang.FR) -> str:
    """Return a text as the pipeline publishes it, its dates moved by ``days``."""
    return anonymize_text(
        text,
        lang=lang,
        policy=PolicyName.PSEUDONYMISE,
        key=Key(bytes(32)),
        patient="story",
        today=date(2026, 1, 5),
        days=days,
    ).record


def at(text: str, where: str) -> str:
    """Return the words of the story's section that a path with offsets points to."""
    start, end = map(int, re.findall(r"\[(\d+):(\d+)\]", where)[0])
    return text[start:end]


def section(case: Case, where: str) -> str:
    return case.narrative[int(where[10])].text.fr or ""


def test_a_trade_for_a_profession_is_flagged_and_stays_as_written(case, found, pages):
    where = found["profession-trade"]
    assert at(section(case, where), where) == "Menuiserie."
    assert "de deux filles. Menuiserie." in pages["fr"].text
    assert "Menuiserie" in pages["en"].text
    assert "Carpentry" not in pages["en"].text


def test_a_trade_is_reported_as_a_quasi_identifier_and_not_as_a_name():
    done = anonymize_text(
        "Homme de 61 ans, veuf. Menuiserie. Suivi depuis longtemps.",
        lang=Lang.FR,
        policy=PolicyName.PSEUDONYMISE,
        key=Key(bytes(32)),
        patient="p",
        today=date(2026, 1, 5),
    )
    assert {entry.category for entry in done.audit.entries} <= {Phi.PROFESSION}
    assert done.record.startswith("Homme de 61 ans, veuf. Menuiserie.")


def test_the_year_in_which_smoking_ended_moves_as_a_year():
    text = "Fumeur jusqu'en 2011, opéré le 14.03.2016."
    assert moved(text, -35) == "Fumeur jusqu'en 2011, opéré le 08.02.2016."
    assert moved(text, -364) == "Fumeur jusqu'en 2010, opéré le 16.03.2015."


def test_a_drug_that_ends_like_a_month_keeps_its_name_and_dose(case, pages):
    assert "Sous Enalapril 20 mg/jour." in pages["fr"].text
    (home,) = case.home_treatments
    assert [(drug.name.fr, drug.dose, drug.unit) for drug in home.drugs] == [
        ("Enalapril", "20", "mg/jour")
    ]
    assert not any("Enalapril" in (event.text.fr or "") for event in case.events)


@pytest.mark.parametrize("days", [None, -35, 35, 84])
def test_the_month_still_contains_the_day_and_the_dots_stay(days):
    text = moved("En mars 2016, douleurs. Opéré le 14.03.2016, sorti en mars 2016.", days)
    months = re.findall(r"\b(?:[Ee]n |d')(\w+) (\d{4})", text)
    (day,) = re.findall(r"\b\d\d\.(\d\d)\.(\d{4})\b", text)
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    if days is None:  # a given offset is obeyed even where the month no longer holds the day
        assert {(names.split().index(m) + 1, y) for m, y in months} == {(int(day[0]), day[1])}
    assert day != ("03", "2016")


def test_eponyms_and_scores_stay(case, pages):
    assert [(p.scale, p.value, p.unit) for p in case.performance] == [
        ("Karnofsky", "80", "%"),
        ("ECOG", "2", None),
    ]
    assert "Indice de Karnofsky à 80 %." in pages["fr"].text
    assert "Karnofsky 80%" in pages["en"].text
    assert "(4/4 sur l'échelle de Krenning)" in pages["fr"].text


def test_an_analyte_called_u_is_asked_and_never_guessed(case, pages):
    number = next(n for n, lab in enumerate(case.labs) if lab.analyte.fr == "U")
    asked = [each.path for each in check(case) if each.rule == "term-ambiguous"]
    assert f"labs[{number}].analyte.fr" in asked
    assert (case.labs[number].value, case.labs[number].unit) == ("88", "mg/dL")
    assert not re.search(r"\b(?:Urea|BUN|Urée)\b", pages["en"].text + pages["fr"].text)


def test_alkaline_phosphatase_and_qualitative_results_stay_as_written(case, pages):
    assert ("FA", "190", "U/L") in [(lab.analyte.fr, lab.value, lab.unit) for lab in case.labs]
    assert not re.search(r"fibrillation", pages["en"].text, re.IGNORECASE)
    assert "5-HIAA élevé dans les urines de 24 heures." in pages["fr"].text


def test_results_without_a_unit_get_none_and_results_without_a_date_get_none(case, pages):
    named = {lab.analyte.fr: lab.unit for lab in case.labs}
    assert named.get("TSH") is None
    assert named.get("fibrinogène") is None
    assert "TSH normale, 2.1. Albumine 31 g/L." in pages["fr"].text
    assert "fibrinogène : 688." in pages["fr"].text
    assert {lab.date for lab in case.labs} == {None}


def test_a_closing_zero_and_the_separator_stay_as_measured(case, pages):
    assert {"1.40", "2.40"} <= {lab.value for lab in case.labs}
    assert "2.40" in pages["en"].text
    assert "Ca 2.40 mmol/L" in pages["fr"].text


def test_sizes_that_share_a_unit_stay_together_and_are_no_dates(pages):
    assert "les plus grandes mesurant 5,1 et 2,8 cm" in pages["fr"].text
    assert moved("Deux lésions de 4,3 et 3,6 cm, puis 5.11 et 2.08 cm.") == (
        "Deux lésions de 4,3 et 3,6 cm, puis 5.11 et 2.08 cm."
    )


def test_what_was_not_found_or_excluded_never_becomes_a_diagnosis(case, pages):
    labels = " ".join(f"{d.label.fr} {d.label.en}" for d in case.diagnoses)
    assert not re.search(r"occlusion|endocardite|perforation", labels, re.IGNORECASE)
    assert all(item.presence is Presence.ABSENT for item in (*case.history, *case.examination))
    assert "sans signe d'occlusion" in pages["fr"].text
    assert "a exclu une endocardite" in pages["fr"].text


def test_markers_and_fractions_are_neither_dates_nor_names():
    text = (
        "Positif pour CDX2 et CK7, Ki-67 de 8 %, captation 4/4 sur l'échelle de Krenning, "
        "Gleason 3+4, grade 2-3, au cours du deuxième mois, doses 2 et 3."
    )
    assert moved(text) == text


def test_grade_and_stage_are_suggested_with_the_label_and_printed_in_both_languages(case, pages):
    (diagnosis,) = case.diagnoses
    assert diagnosis.status is FactStatus.SUGGESTED
    assert diagnosis.label.fr == "Tumeur neuroendocrine du jéjunum"
    assert (diagnosis.grade.value, diagnosis.stage.value) == ("2", "IV")
    for lang, stage in (("en", "Stage IV Grade 2"), ("fr", "Stade IV Grade 2")):
        assert "Tumeur neuroendocrine du jéjunum" in pages[lang].text
        assert stage in pages[lang].text


def test_a_depot_form_keeps_its_dose_and_the_month_its_elision(pages):
    assert "Octreotide LAR 20 mg d'avril 2016 à décembre 2016" in pages["fr"].text
    assert moved("Octreotide lar 30 mg d'avril à juin 2016.", 35) == (
        "Octreotide lar 30 mg de mai à juillet 2016."
    )


def test_stable_disease_and_a_small_reduction_are_no_partial_response(case, pages):
    responses = {treatment.response for treatment in case.treatments}
    assert responses <= {Response.NOT_STATED, Response.STABLE}
    assert "partial response" not in pages["en"].text
    assert "moins de 10 %" in pages["fr"].text


def test_a_dose_belongs_to_the_last_drug_of_a_sum_alone(case):
    targeted = [each for each in case.treatments if each.modality is Modality.TARGETED]
    assert [(d.name.fr, d.dose, d.unit) for d in targeted[0].drugs] == [
        ("Lanreotide", None, None),
        ("Everolimus", "10", "mg/jour"),
    ]


def test_an_ambiguous_unit_is_flagged_and_stays_as_written(case, found, pages):
    where = found["unit-mU"]
    assert at(section(case, where), where) == "mU"
    assert "6 mU/j" in pages["fr"].text
    assert "6 mU/j" in pages["en"].text
    assert "6 MU" not in pages["en"].text


def test_dosing_days_never_move_and_inherited_years_are_written_where_the_shift_parts_them():
    text = "6 mU/j les mardis, jeudis et samedis entre novembre et décembre 2017."
    assert moved(text, -35) == (
        "6 mU/j les mardis, jeudis et samedis entre octobre et novembre 2017."
    )
    assert moved(text, 35) == (
        "6 mU/j les mardis, jeudis et samedis entre décembre 2017 et janvier 2018."
    )


def test_the_other_sex_in_the_text_is_flagged_and_the_text_stays(case, found, pages):
    where = found["sex-contradiction"]
    assert at(section(case, where), where) == "la patiente"
    assert "a obligé la patiente à entrer dans le service d'oncologie médicale" in pages["fr"].text
    assert "A 61-year-old man." in pages["en"].text


@pytest.mark.parametrize(
    "text",
    [
        "Réfractaire à la farine de caroube, au lopéramide, au Tanagel et au racécadotril.",
        "La pancréatine, la cholestyramine et le Smecta sont sans effet.",
        "Le Comité des tumeurs neuroendocrines propose un traitement par 177Lu-DOTATATE.",
        "Radionucléides marqués au 177Lutetium, 7,4 GBq, puis 99mTc et 68Ga-DOTATOC.",
    ],
)
def test_products_boards_and_isotopes_are_no_names(text):
    assert moved(text) == text


def test_no_vector_and_no_activity_are_invented(pages):
    assert "177Lutetium" in pages["fr"].text
    assert "DOTATATE" not in pages["en"].text
    assert "GBq" not in pages["en"].text


def test_a_short_date_moves_in_its_own_form_and_is_spelt_out_in_the_english_timeline(pages):
    for each in pages.values():
        assert "09/02/18" not in each.text
        assert "reçus le 05/01/18 sans incident" in each.text
    assert "5 January 2018" in pages["en"].text
    assert "5 janvier 2018" in pages["fr"].text


@pytest.mark.parametrize(
    "text",
    [
        "La sortie a lieu 11 jours après le traitement.",
        "Corrigée une semaine plus tard, sans récidive à 6 mois.",
        "Symptômes contrôlés 14 jours après, tous les 28 jours, J1-J8.",
    ],
)
def test_durations_never_move(text):
    assert moved(text) == text


def test_surgery_not_needed_for_a_diffuse_disease_is_queried_and_unchanged(case, found, pages):
    where = found["need-or-possibility"]
    assert at(section(case, where), where) == "ne nécessitant pas de résection"
    assert "une tumeur ne nécessitant pas de résection en raison" in pages["fr"].text
    assert "not amenable" not in pages["en"].text


def test_days_inherit_the_year_and_stay_in_order_around_the_month(case, pages):
    told = {str(event.date) for event in case.events}
    assert {"2018-03-12", "2018-04", "2018-05-21"} <= told
    text = pages["fr"].text
    assert "le 5 février et le 16 avril avec une bonne tolérance" in text
    assert "s'est élevée en mars 2018" in text
    timeline = pages["en"].text.partition("Dated events")[2]
    places = [timeline.index(d) for d in ("5 February 2018", "March 2018", "16 April 2018")]
    assert places == sorted(places)


def test_survival_that_is_not_stated_is_never_alive(case, pages):
    assert case.outcome is None or case.outcome.vital_status is VitalStatus.NOT_STATED
    assert "Vital status at last news: not stated" in pages["en"].text
    assert "Statut vital aux dernières nouvelles : non précisé" in pages["fr"].text
    assert not re.search(r"\balive\b", pages["en"].text)


def test_the_headings_are_those_that_english_case_reports_use(pages):
    wanted = (
        "History",
        "Physical examination",
        "Investigations",
        "Diagnosis",
        "Treatment",
        "Outcome and follow-up",
    )
    headings = " | ".join(pages["en"].headings)
    places = [headings.index(each) for each in wanted]
    assert places == sorted(places)
    assert "Evolution" not in headings


def test_french_passages_of_the_english_report_are_marked_and_facts_are_badged(pages):
    assert pages["en"].text.count("not translated") >= 6
    assert "fact read from the text by the program, not confirmed" in pages["en"].text
    assert "Draft" in pages["en"].text
    assert "Brouillon" in pages["fr"].text


def test_no_date_of_the_story_stands_at_its_place(pages):
    for each in pages.values():
        for original in ("14.03.2016", "09/02/18", "12 mars", "21 mai", "mai 2016", "12 March"):
            assert original not in each.text
