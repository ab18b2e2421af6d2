"""A case is checked for what it lacks and for what contradicts itself."""

from dataclasses import replace

import pytest

from anonymizer.dates.partial import PartialDate, parse_iso
from anonymizer.phi import Lang

from generator.case.clinical import (
    Drug,
    Encounter,
    Event,
    Outcome,
    Treatment,
)
from generator.case.model import Case
from generator.case.people import Age, Occupation, Patient
from generator.case.publication import Consent, Figure, PixelReview, Section
from generator.case.terms import (
    BurntIn,
    CaseStatus,
    ConsentState,
    ConsentUse,
    EncounterKind,
    FactStatus,
    Modality,
    SectionKind,
    Sex,
    TextStatus,
    VitalStatus,
)
from generator.case.text import Term, Text
from generator.check import RULES, Finding, Level, check
from generator.check.care import LEAVES, completeness

BOTH = Text(fr="Oui.", en="Yes.")


def rules(case: Case) -> list[str]:
    """Return the rules of the findings other than completeness, of one language at a time."""
    return [f"{each.level} {each.rule} {each.path}" for each in of_consistency(case)]


def of_consistency(case: Case) -> list[Finding]:
    return [each for each in check(case) if not each.rule.startswith(("care-", "bilingual-"))]


def told(text: str, kind: SectionKind = SectionKind.HISTORY, **patient: object) -> Case:
    return Case(
        synthetic=True,
        patient=Patient(**patient),
        narrative=(Section(kind=kind, text=Text(fr=text, en="Told.")),),
    )


def test_care_2013_has_thirty_leaves_in_thirteen_items():
    assert RULES == "CARE 2013"
    assert len(LEAVES) == len({leaf.number for leaf in LEAVES}) == 30
    assert {int(leaf.number.rstrip("abcd")) for leaf in LEAVES} == set(range(1, 14))


def test_an_empty_case_lacks_every_leaf_and_is_only_warned_of_it():
    found = completeness(Case())
    assert len(found) == 30
    assert {each.level for each in found} == {Level.WARN}


def test_every_leaf_says_what_to_write_in_both_languages():
    assert all(leaf.en.endswith(".") and leaf.fr.endswith(".") for leaf in LEAVES)
    assert all(leaf.en != leaf.fr for leaf in LEAVES)


@pytest.mark.parametrize(
    ("number", "case"),
    [
        ("1", Case(title=Text(fr="Une angine : rapport de cas"))),
        ("3a", Case(abstract=BOTH)),
        ("5a", Case(patient=Patient(sex=Sex.MALE, age=Age(value=54)))),
        ("6", told("Normal.", SectionKind.EXAMINATION)),
        ("7", Case(events=(Event(date=PartialDate(2021), text=BOTH),))),
        ("8a", told("Normaux.", SectionKind.INVESTIGATIONS)),
        ("9a", Case(treatments=(Treatment(modality=Modality.SURGERY),))),
        ("10a", Case(outcome=Outcome(vital_status=VitalStatus.ALIVE))),
        ("11a", Case(discussion=BOTH)),
        ("11d", Case(lessons=(BOTH,))),
        ("12", Case(perspective=BOTH)),
        ("13", Case(consents=(Consent(use=ConsentUse.JOURNAL, state=ConsentState.GIVEN),))),
    ],
)
def test_a_leaf_that_is_written_is_not_asked_again(number: str, case: Case):
    assert f"care-2013:{number}" not in [each.rule for each in completeness(case)]


def test_a_period_that_ends_before_it_starts_fails():
    stay = Encounter(
        kind=EncounterKind.ADMISSION, start=PartialDate(2021, 5, 4), end=PartialDate(2021, 5, 3)
    )
    assert rules(Case(synthetic=True, encounters=(stay,))) == ["fail date-order encounters[0].end"]
    open_end = replace(stay, end=PartialDate(2021, 5))
    assert rules(Case(synthetic=True, encounters=(open_end,))) == []


def test_a_date_before_birth_fails():
    case = Case(
        synthetic=True,
        patient=Patient(birth_date=PartialDate(1960, 7, 14)),
        events=(Event(date=PartialDate(1959), text=BOTH),),
    )
    assert rules(case) == ["fail before-birth events[0].date"]


@pytest.mark.parametrize(
    ("years", "expected"), [(54, []), (45, ["fail age-birth-date patient.age"])]
)
def test_an_age_that_the_birth_date_contradicts_fails(years: int, expected: list[str]):
    case = Case(
        synthetic=True,
        index_event=PartialDate(2014, 10, 20),
        patient=Patient(birth_date=PartialDate(1960, 7, 14), age=Age(value=years)),
    )
    assert rules(case) == expected


def test_an_event_after_the_last_news_is_warned_of():
    case = Case(
        synthetic=True,
        events=(Event(date=PartialDate(2021, 6), text=BOTH),),
        outcome=Outcome(last_news=PartialDate(2021, 5)),
    )
    assert rules(case) == ["warn after-last-news events[0].date"]


def test_a_woman_in_the_case_of_a_man_is_flagged_where_she_stands():
    case = told("Homme de 54 ans. Cela a obligé la patiente à partir.", sex=Sex.MALE)
    assert rules(case) == ["warn sex-contradiction narrative[0].text.fr[31:42]"]


def test_a_dose_in_milliunits_is_flagged_and_a_concentration_is_not():
    drug = Drug(name=Term(fr="interféron"), dose="9", unit="mU/j")
    case = Case(synthetic=True, treatments=(Treatment(modality=Modality.DRUG, drugs=(drug,)),))
    assert rules(case) == ["warn unit-mU treatments[0].drugs[0].unit"]
    assert rules(told("Interféron 9 mU/j.")) == ["warn unit-mU narrative[0].text.fr[13:15]"]
    assert rules(told("TSH 2 mU/L.")) == []


def test_surgery_that_was_not_needed_in_a_diffuse_disease_is_asked_again():
    text = "Tumeur ne nécessitant pas de chirurgie en raison des métastases."
    assert rules(told(text)) == ["warn need-or-possibility narrative[0].text.fr[7:38]"]
    assert rules(told("Entorse ne nécessitant pas de chirurgie.")) == []


def test_a_trade_in_place_of_a_profession_is_flagged():
    assert rules(told("Homme de 54 ans. Mécanique.")) == [
        "warn profession-trade narrative[0].text.fr[17:27]"
    ]
    assert rules(told("Ventilation mécanique prolongée.")) == []
    occupation = Occupation(fr="Mécanique", en="Mechanical")
    assert rules(Case(synthetic=True, patient=Patient(occupation=occupation))) == [
        "warn profession-trade patient.occupation.fr",
        "warn profession-trade patient.occupation.en",
    ]


SEEN = PixelReview(burnt_in=BurntIn.NONE, reviewer="X.", date=parse_iso("2021-06-01"))


def test_a_picture_that_nobody_reviewed_or_that_stands_twice_fails():
    figure = Figure(file="a.png", caption=BOTH, alt=BOTH)
    case = Case(synthetic=True, figures=(figure, replace(figure, review=SEEN)))
    assert rules(case) == [
        "fail figure-review figures[0].review",
        "fail figure-twice figures[1].file",
    ]


def test_suggestions_warn_in_a_draft_and_fail_in_a_final_case():
    patient = Patient(sex=Sex.MALE, sex_status=FactStatus.SUGGESTED)
    case = Case(synthetic=True, patient=patient)
    assert rules(case) == ["warn suggested patient"]
    assert rules(replace(case, status=CaseStatus.FINAL)) == ["fail suggested patient"]


def test_texts_without_the_other_language_are_counted_by_part():
    case = Case(synthetic=True, lessons=(Text(fr="Un."), Text(fr="Deux."), BOTH))
    (found,) = of_consistency(case)
    assert (found.rule, found.path) == ("translation-missing", "lessons")
    assert found.told(Lang.EN) == (
        "lessons: texts without `en`: 2. The report shows them untranslated."
    )


def test_a_translation_that_was_not_read_again_is_flagged():
    case = Case(synthetic=True, abstract=replace(BOTH, status=TextStatus.NEEDS_REVIEW))
    assert rules(case) == ["warn translation-unreviewed abstract.status"]


GIVEN = Consent(use=ConsentUse.JOURNAL, state=ConsentState.GIVEN)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (Case(), ["warn consent-missing consents"]),
        (Case(status=CaseStatus.FINAL), ["fail consent-missing consents"]),
        (Case(status=CaseStatus.FINAL, synthetic=True), []),
        (Case(status=CaseStatus.FINAL, consents=(GIVEN,)), []),
        (
            Case(
                status=CaseStatus.FINAL,
                consents=(replace(GIVEN, withdrawn=PartialDate(2022)),),
            ),
            ["fail consent-missing consents"],
        ),
        (
            Case(patient=Patient(age=Age(value=9)), consents=(GIVEN,)),
            ["warn consent-giver consents[0].giver"],
        ),
        (
            Case(
                consents=(GIVEN,),
                figures=(Figure(file="a.png", caption=BOTH, alt=BOTH, review=SEEN),),
            ),
            ["warn consent-images consents"],
        ),
    ],
)
def test_consent_is_asked_of_a_case_that_is_not_invented(case: Case, expected: list[str]):
    assert rules(case) == expected


def test_failures_come_before_warnings():
    levels = [each.level for each in check(Case(status=CaseStatus.FINAL))]
    assert levels == sorted(levels)


def test_french_findings_bear_french_typography():
    case = told("Interféron 9 mU/j, tumeur ne nécessitant pas de chirurgie, métastases.")
    lines = [each.told(Lang.FR) for each in of_consistency(case)]
    assert all("\xa0: " in line for line in lines)
    assert any("\u202f?" in line for line in lines)


@pytest.mark.parametrize("lang", list(Lang))
def test_no_finding_shows_a_value(lang: Lang):
    text = "Zéphirine, homme de 54 ans. Mécanique. La patiente Zéphirine a 9 mU/j."
    case = replace(told(text, sex=Sex.MALE, family="Zéphirine"), synthetic=False)
    assert all("Zéphirine" not in each.told(lang) for each in check(case))
