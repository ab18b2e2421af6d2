from dataclasses import replace
from datetime import date

import pytest

from anonymizer.key import parse
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize
from anonymizer.policy import PolicyName

from generator.case.model import Case
from generator.case.people import Patient
from generator.case.publication import Section
from generator.case.terms import SectionKind, TextStatus
from generator.case.text import Text
from generator.translate.restore import restored
from generator.translate.texts import texts

KEY = parse(f"casepress-key-1 {'0' * 64}\n")
PATH = "narrative[0].text"


def case(text: Text, language: Lang = Lang.FR) -> Case:
    patient = Patient(given="Hyacinthe", family="Quatrefeuilles")
    told = (Section(kind=SectionKind.HISTORY, text=text),)
    return Case(id="a", language=language, patient=patient, narrative=told)


def deidentified(of: Case) -> Case:
    return anonymize(
        of,
        lang=of.language,
        policy=PolicyName.PSEUDONYMISE,
        key=KEY,
        patient="a",
        today=date(2026, 1, 1),
        days=56,
    ).record


def back(source: Text, target: Lang, words: str):
    """Bring ``words`` back, a translation in which {} stands for the invented family name."""
    of = case(source, Lang.EN if target is Lang.FR else Lang.FR)
    safe = deidentified(of)
    words = words.format(safe.patient.family)
    new = {PATH: replace(texts(safe)[PATH], **{target: words}, status=TextStatus.TRANSLATED)}
    made, refused = restored(of, safe, new, target, deidentified)
    return texts(made)[PATH], [(notice.code, notice.where) for notice in refused]


@pytest.mark.parametrize(
    ("source", "target", "words", "expected"),
    [
        (
            Text(fr="Mme Quatrefeuilles a reçu 29 mg le 4 mai 2021."),
            Lang.EN,
            "Mrs {} was given 29 mg on 29 June 2021.",  # 29 June is 4 May moved by 56 days
            "Mrs Quatrefeuilles was given 29 mg on 4 May 2021.",
        ),
        (
            Text(fr="Vue le 4 mai 2021, puis le 07/05/2021."),
            Lang.EN,
            "Seen on June 29, 2021, then on 2 July 2021.",
            "Seen on May 4, 2021, then on 7 May 2021.",
        ),
        (
            Text(en="Seen in April and May 2021 at the request of Mrs Quatrefeuilles."),
            Lang.FR,
            "Vue de juin à juillet 2021, à la demande de Mme {}.",
            "Vue d’avril à mai 2021, à la demande de Mme Quatrefeuilles.",
        ),
        (
            Text(fr="QUATREFEUILLES Hyacinthe, 54 ans."),
            Lang.EN,
            "Patient: {}, 54 years.",
            "Patient: Quatrefeuilles, 54 years.",
        ),
        (
            Text(fr="Aucun antécédent."),
            Lang.EN,
            "No history.",
            "No history.",
        ),
    ],
)
def test_names_and_dates_are_put_back_and_doses_stay(source, target, words, expected):
    text, refused = back(source, target, words)
    assert refused == []
    assert (text.fr if target is Lang.FR else text.en).replace("'", "’") == expected
    assert text.status is TextStatus.TRANSLATED


@pytest.mark.parametrize(
    "words",
    [
        "Mrs {} went home. Seen on 3 January 2019.",  # a day that the source does not tell
        "Mrs {} went home with Mr Thistlewood. Seen on 29 June 2021.",
    ],
)
def test_a_translation_that_speaks_of_others_is_refused_and_the_case_keeps_what_it_had(words):
    source = Text(fr="Mme Quatrefeuilles est sortie. Vue le 4 mai 2021.")
    text, refused = back(source, Lang.EN, words)
    assert text == source
    assert [code for code, _ in refused] == ["not-restored"]
    assert refused[0][1].startswith(f"{PATH}#")
