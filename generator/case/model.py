"""The clinical case: one record in which every leaf says what it holds."""

from anonymizer.phi import Lang

from generator.case.clinical import (
    Allergy,
    Decision,
    Diagnosis,
    Encounter,
    Event,
    Finding,
    History,
    Imaging,
    Lab,
    Measure,
    Molecular,
    Outcome,
    Pathology,
    Performance,
    Treatment,
)
from generator.case.fields import Clinical, ClinicalDate, Coded, Flag, Local, record
from generator.case.people import Author, Clinician, Patient, Person, Place, Relative
from generator.case.publication import (
    Consent,
    Declarations,
    Figure,
    Keywords,
    Reference,
    Section,
    Teaching,
)
from generator.case.terms import CaseStatus
from generator.case.text import Text


@record
class Deidentified:
    """The mark of a case that went through the anonymizer; a second pass is refused."""

    policy: Clinical
    version: Clinical


@record
class Case:
    """One clinical case.

    ``id`` is the owner's own and never printed; ``slug`` is public and names the output files;
    ``index_event`` is day 0 of relative dates; ``synthetic`` marks an invented case.
    """

    id: Local | None = None
    slug: Clinical | None = None
    language: Coded[Lang] = Lang.FR
    synthetic: Flag = False
    status: Coded[CaseStatus] = CaseStatus.DRAFT
    deidentified: Deidentified | None = None
    index_event: ClinicalDate | None = None
    title: Text | None = None
    keywords: Keywords | None = None
    abstract: Text | None = None
    introduction: Text | None = None
    patient: Patient = Patient()
    clinicians: tuple[Clinician, ...] = ()
    relatives: tuple[Relative, ...] = ()
    others: tuple[Person, ...] = ()
    authors: tuple[Author, ...] = ()
    places: tuple[Place, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    history: tuple[History, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    home_treatments: tuple[Treatment, ...] = ()
    vitals: tuple[Measure, ...] = ()
    performance: tuple[Performance, ...] = ()
    examination: tuple[Finding, ...] = ()
    labs: tuple[Lab, ...] = ()
    imaging: tuple[Imaging, ...] = ()
    pathology: tuple[Pathology, ...] = ()
    molecular: tuple[Molecular, ...] = ()
    scores: tuple[Measure, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    complications: tuple[Finding, ...] = ()
    outcome: Outcome | None = None
    narrative: tuple[Section, ...] = ()
    discussion: Text | None = None
    lessons: tuple[Text, ...] = ()
    perspective: Text | None = None
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    consents: tuple[Consent, ...] = ()
    declarations: Declarations | None = None
    teaching: Teaching | None = None
