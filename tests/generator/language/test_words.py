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


def test_patient_texts_are_not_treated_as_templates():
    assert words(EN, "trial", "{{ 7*7 }} <b>") == "Trial: {{ 7*7 }} <b>"
