"""The words of reports: two macro files that say the same things."""

import inspect
from enum import StrEnum

import pytest

from anonymizer.phi import Lang
from anonymizer.policy import PolicyName

from generator.case import terms as vocabulary
from generator.language.words import macros, words
from generator.report.model import MarkCode, Profile

FR, EN = Lang.FR, Lang.EN

GROUPS = {
    "sex": vocabulary.Sex,
    "history": vocabulary.HistoryKind,
    "encounter": vocabulary.EncounterKind,
    "event": vocabulary.EventKind,
    "flag": vocabulary.LabFlag,
    "marker": vocabulary.MarkerResult,
    "variant": vocabulary.VariantOrigin,
    "presence": vocabulary.Presence,
    "certainty": vocabulary.Certainty,
    "modality": vocabulary.Modality,
    "intent": vocabulary.Intent,
    "route": vocabulary.Route,
    "uptake": vocabulary.Uptake,
    "response": vocabulary.Response,
    "vital": vocabulary.VitalStatus,
}


def test_both_languages_define_the_same_macros_with_the_same_arguments():
    french, english = (
        {name: macro.arguments for name, macro in macros(lang).items()} for lang in Lang
    )
    assert french == english


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_every_vocabulary_is_said_in_both_languages(group, lang):
    for code in GROUPS[group]:
        assert isinstance(words(lang, "word", group, code), str)


@pytest.mark.parametrize("lang", Lang)
def test_every_mark_profile_policy_and_consent_is_said_in_both_languages(lang):
    for macro, codes in (
        ("badge", MarkCode),
        ("meaning", MarkCode),
        ("kicker", Profile),
        ("disclosure", PolicyName),
        ("question_kind", vocabulary.QuestionKind),
    ):
        for code in codes:
            assert words(lang, macro, code)
    for state in vocabulary.ConsentState:
        for giver in vocabulary.ConsentGiver:
            for use in vocabulary.ConsentUse:
                for sex in vocabulary.Sex:
                    assert words(lang, "consent", state, giver, use, 1, sex).endswith(".")


def test_no_vocabulary_of_the_model_is_forgotten():
    elsewhere = {
        *("CaseStatus", "FactStatus", "TextStatus", "AgeUnit", "Role", "Kinship", "SectionKind"),
        *("Comparator", "ConsentUse", "ConsentGiver", "ConsentState", "BurntIn", "QuestionKind"),
        "Rank",
    }
    every = {
        name
        for name, each in inspect.getmembers(vocabulary, inspect.isclass)
        if issubclass(each, StrEnum) and each is not StrEnum
    }
    assert every == elsewhere | {each.__name__ for each in GROUPS.values()}


@pytest.mark.parametrize(
    ("sex", "value", "unit", "fr", "en"),
    [
        ("male", 54, "years", "Un homme de 54 ans.", "A 54-year-old man."),
        ("female", 81, "years", "Une femme de 81 ans.", "An 81-year-old woman."),
        ("female", 8, "years", "Une fille de 8 ans.", "An 8-year-old girl."),
        ("male", 11, "years", "Un garçon de 11 ans.", "An 11-year-old boy."),
        ("male", 15, "years", "Un adolescent de 15 ans.", "A 15-year-old boy."),
        ("male", 18, "months", "Un garçon de 18 mois.", "An 18-month-old boy."),
        ("female", 1, "years", "Une fille de 1 an.", "A 1-year-old girl."),
        (
            *("female", 6, "weeks"),
            "Un nourrisson de sexe féminin de 6 semaines.",
            "A 6-week-old girl.",
        ),
        ("male", 3, "days", "Un nouveau-né de sexe masculin de 3 jours.", "A 3-day-old boy."),
        ("male", 90, "years", "Un homme de 90 ans ou plus.", "A man aged 90 years or older."),
        ("other", 30, "years", "Une personne de 30 ans.", "A 30-year-old person."),
        (
            *("unknown", 30, "years"),
            "Une personne de 30 ans, sexe non précisé.",
            "A 30-year-old patient, sex not stated.",
        ),
        ("male", None, "years", "Un homme.", "A man."),
    ],
)
def test_the_sentence_of_demographics_agrees_and_reads_naturally(sex, value, unit, fr, en):
    assert words(FR, "demographics", sex, value, unit, "", "") == fr
    assert words(EN, "demographics", sex, value, unit, "", "") == en


def test_an_occupation_follows_in_brackets():
    said = words(FR, "demographics", "male", 54, "years", "boulanger", "Sénégal")
    assert said == "Un homme de 54 ans (profession\u00a0: boulanger\u202f; origine\u00a0: Sénégal)."


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("perforation", "absence de perforation"),
        ("œdème", "absence d’œdème"),
        ("hépatomégalie", "absence d’hépatomégalie"),
        ("hernie", "absence de hernie"),
    ],
)
def test_an_absent_finding_elides_as_french_does(label, said):
    assert words(FR, "finding", "absent", label, 1) == said


def test_ordinals_of_lines_are_those_of_each_language():
    assert [words(FR, "line", n) for n in (1, 2, 3)] == ["1re", "2e", "3e"]
    assert [words(EN, "line", n) for n in (1, 2, 3, 4)] == ["1st", "2nd", "3rd", "4th"]


def test_a_change_of_dose_says_its_direction_only_where_the_case_does():
    assert words(FR, "change", "", "X", "-50", "5", "") == (
        "X\u00a0: réduction de dose de 50, nouvelle dose 5"
    )
    assert words(EN, "change", "", "X", "50", "", "") == "X: dose change of 50"


def test_patient_texts_are_not_treated_as_templates():
    assert words(EN, "trial", "{{ 7*7 }} <b>") == "Trial: {{ 7*7 }} <b>"
