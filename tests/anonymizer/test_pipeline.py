import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from anonymizer.audit import Audit
from anonymizer.dates.partial import parse_iso
from anonymizer.errors import AlreadyDeidentifiedError, IdentifierInTermError
from anonymizer.key import Key
from anonymizer.phi import Lang, Phi
from anonymizer.pipeline import Anonymized, anonymize, anonymize_text
from anonymizer.policy import PolicyName, Treatment
from anonymizer.provenance import Provenance

from generator.case.clinical import Diagnosis, Event, History
from generator.case.model import Case, Deidentified
from generator.case.people import Age, Author, Clinician, Occupation, Patient, Place
from generator.case.publication import Reference, Section
from generator.case.terms import AgeUnit, HistoryKind, SectionKind, Sex
from generator.case.text import Term, Text

KEY = Key(bytes(range(32)))
TODAY = date(2026, 11, 22)
run = partial(
    anonymize,
    lang=Lang.FR,
    policy=PolicyName.PSEUDONYMISE,
    key=KEY,
    patient="cas-1",
    today=TODAY,
)
text = partial(
    anonymize_text,
    lang=Lang.FR,
    policy=PolicyName.PSEUDONYMISE,
    key=KEY,
    patient="cas-1",
    today=TODAY,
)
CASE = Case(
    id="local-17",
    patient=Patient(
        given="Élise",
        family="Kervadec",
        sex=Sex.FEMALE,
        birth_date=parse_iso("1931-02-03"),
        age=Age(value=92),
        occupation=Occupation(fr="boulangère", en="baker"),
    ),
    clinicians=(Clinician(given="Yann", family="Tournevel", sex=Sex.MALE),),
    places=(Place(hospital="CHU de Pontquellec"),),
    authors=(Author(given="Maud", family="Vautourneau"),),
    events=(Event(date=parse_iso("2021-05-04"), text=Text(fr="Résection.", en="Resection.")),),
    narrative=(
        Section(
            kind=SectionKind.HISTORY,
            text=Text(
                fr="Mme KERVADEC est vue le 4 mai 2021 par le Dr Tournevel au CHU de Pontquellec.",
                en="Mrs Kervadec was seen on 4 May 2021 by Dr Yann Tournevel.",
            ),
        ),
    ),
)


def french(done):
    return done.record.narrative[0].text.fr


def test_the_same_clinician_gets_the_same_surrogate_in_the_table_and_in_both_narratives():
    done = run(CASE)
    family = done.record.clinicians[0].family
    assert f"Dr {family}" in french(done)
    assert f"{done.record.clinicians[0].given} {family}" in done.record.narrative[0].text.en


def test_no_original_of_the_record_is_left_in_its_narratives():
    done = run(CASE)
    everything = f"{french(done)} {done.record.narrative[0].text.en}".casefold()
    for original in ("kervadec", "tournevel", "pontquellec", "4 mai 2021", "4 may 2021"):
        assert original not in everything


def test_a_date_moves_alike_in_a_field_and_in_both_languages():
    done = run(CASE)
    moved = done.record.events[0].date
    assert f"{moved.day} " in french(done)
    assert str(moved.year) in done.record.narrative[0].text.en
    assert moved.whole.weekday() == date(2021, 5, 4).weekday()
    assert moved != CASE.events[0].date


def test_a_birth_date_and_the_local_code_are_never_exported():
    done = run(CASE)
    assert done.record.patient.birth_date is None
    assert done.record.id is None


def test_an_age_over_89_is_90_and_another_stays():
    assert run(CASE).record.patient.age.value == 90
    younger = replace(CASE, patient=replace(CASE.patient, age=Age(value=54)))
    assert run(younger).record.patient.age.value == 54
    baby = replace(CASE, patient=replace(CASE.patient, age=Age(value=96, unit=AgeUnit.WEEKS)))
    assert run(baby).record.patient.age.value == 96


def test_a_relatives_age_at_a_disease_stays():
    assert text("Sa mère a eu un cancer du sein à 92 ans.").record.endswith("à 92 ans.")
    assert text("Patiente de 92 ans, fatiguée.").record.startswith("Patiente de 90 ans ou plus")


def test_authors_are_printed_as_they_signed():
    assert run(CASE).record.authors == CASE.authors


def test_a_year_of_a_reference_leaves_the_same_year_of_the_story_a_date():
    cited = replace(
        CASE,
        references=(Reference(text="Vautourneau M. Un cas. Rev Invent. 2013;7:223."),),
        history=(History(kind=HistoryKind.HABIT, label=Text(fr="Tabac jusqu’en 2013")),),
    )
    done = run(cited, policy=PolicyName.GENERALISE)
    assert done.record.history[0].label.fr == "Tabac jusque vers A−8"
    assert done.record.references == cited.references


def test_an_indirect_identifier_stays_and_is_reported():
    done = run(CASE)
    assert done.record.patient.occupation == CASE.patient.occupation
    entries = [e for e in done.audit.entries if e.category is Phi.PROFESSION]
    assert {e.treatment for e in entries} == {Treatment.KEEP}


def test_under_redact_labels_stand_where_identifiers_stood():
    done = text("Mme Élise Kervadec, née le 3/02/1931, IPP : 8001234567.", policy="redact")
    assert done.record == "Mme [nom], née le [date de naissance non publiée], IPP : [IPP]."


def test_under_generalise_one_role_stands_for_a_whole_name():
    done = text("Vue par le Dr Yann Tournevel.", policy="generalise")
    assert done.record == "Vue par le médecin."


def test_under_generalise_dates_are_distances():
    done = text("Opérée le 4 mai 2021, revue le 18 mai 2021.", policy="generalise")
    assert "J0" in done.record
    assert "J14" in done.record


def test_the_audit_says_what_was_done_in_fact():
    told = "Mme Kervadec, 54 ans, née Tournevel, vue le 4 mai 2021 et le 31/02/2021, sort au CHU."
    treated = {
        policy: {(e.category, e.treatment) for e in text(told, policy=policy).audit.entries}
        for policy in (PolicyName.GENERALISE, PolicyName.PSEUDONYMISE)
    }
    assert (Phi.AGE, Treatment.BAND) in treated[PolicyName.GENERALISE]
    assert (Phi.DATE, Treatment.RELATIVE) in treated[PolicyName.GENERALISE]
    assert all((Phi.DATE, Treatment.REMOVE) in each for each in treated.values())


def test_the_audit_says_that_an_age_in_a_field_stayed():
    young = replace(CASE, patient=replace(CASE.patient, age=Age(value=54), birth_date=None))
    done = {e.treatment for e in run(young).audit.entries if e.category is Phi.AGE}
    assert done == {Treatment.KEEP}


def test_redacting_twice_is_redacting_once():
    once = text("Le Dr Tournevel (01 99 00 12 34) a vu la patiente le 4 mai 2021.", policy="redact")
    assert text(once.record, policy="redact").record == once.record


def test_a_second_pass_is_refused():
    done = replace(CASE, deidentified=Deidentified(policy="pseudonymise", version="0"))
    with pytest.raises(AlreadyDeidentifiedError):
        run(done)


@pytest.mark.parametrize(
    "term", ["carcinome, Mme Kervadec", "joindre le 01 99 00 12 34", "e.k@courrier.example"]
)
def test_an_identifier_in_a_clinical_term_is_refused_without_being_shown(term):
    with pytest.raises(IdentifierInTermError) as refused:
        run(replace(CASE, diagnoses=(Diagnosis(label=Term(fr=term)),)))
    assert refused.value.where == "diagnoses[0].label.fr"
    assert term not in str(refused.value)
    assert term not in refused.value.told(Lang.FR)


def test_nothing_identified_can_be_passed_off_as_anonymized():
    with pytest.raises(TypeError):
        Anonymized(CASE, Provenance((), (), (), (), ()), Audit(PolicyName.REDACT, ()), object())


def test_neither_audit_nor_repr_holds_a_value():
    done = run(CASE)
    shown = f"{done.audit!r} {done.provenance!r}".casefold()
    for value in ("kervadec", "élise", "tournevel", "pontquellec", "2021", "local-17"):
        assert value not in shown


def test_a_date_that_no_calendar_holds_is_not_published():
    done = text("Vue le 30 février 2021.")
    assert done.record == "Vue le [date non publiée]."
    assert [n.code for n in done.audit.notices] == ["unreadable-date"]


def test_the_shift_keeps_what_the_words_around_a_date_ask():
    done = text("Scanner d'avril 2014, octréotide LAR 30 mg, revu 14 jours après.", days=28)
    assert done.record == "Scanner de mai 2014, octréotide LAR 30 mg, revu 14 jours après."


def test_another_key_or_patient_gives_other_names_and_dates():
    one = french(run(CASE))
    assert one != french(run(CASE, key=Key(b"k" * 32)))
    assert one != french(run(CASE, patient="cas-2"))


SCRIPT = """
from datetime import date
from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize_text
text = ("Mme Élise Kervadec et son fils Paul, 12 rue des Lilas, 35000 Rennes, vus par les Drs "
        "Tournevel et Petit le 4 mai 2021 puis en juin 2021 ; elise.kervadec@courrier.example.")
done = anonymize_text(text, lang=Lang.FR, policy="pseudonymise", key=Key(bytes(range(32))),
                      patient="1", today=date(2026, 11, 22))
print(done.record.encode(), done.audit)
"""


def test_the_hash_seed_is_idle():
    def output(seed):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SCRIPT]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout  # noqa: S603

    assert output("1") == output("2") != b""


def test_fields_and_texts_count_from_the_same_day_zero():
    done = run(CASE, policy=PolicyName.GENERALISE)
    assert done.record.index_event == done.record.events[0].date
    assert "J0" in french(done)


def test_a_day_without_its_year_moves_with_the_field_that_says_it():
    event = Event(date=parse_iso("2016-02-29"), text=Text(fr="Fin le 29 février et en mai."))
    late = tuple(Event(date=parse_iso(f"20{n}-03-01"), text=Text(fr="x")) for n in (18, 19, 21))
    for days in (28, -28, 364):
        done = run(replace(CASE, events=(event, *late), narrative=()), days=days)
        moved = done.record.events[0]
        assert f"le {'1er' if moved.date.day == 1 else moved.date.day} " in moved.text.fr
