"""What was found, measured, diagnosed and done."""

from generator.case.fields import (
    Clinical,
    ClinicalDate,
    Coded,
    Count,
    Decimal,
    Flag,
    Hospital,
    Trial,
    record,
)
from generator.case.terms import (
    Certainty,
    Comparator,
    EncounterKind,
    EventKind,
    HistoryKind,
    Intent,
    LabFlag,
    MarkerResult,
    Modality,
    Presence,
    Response,
    Route,
    Uptake,
    VariantOrigin,
    VitalStatus,
)
from generator.case.text import Fact, Term, Text


@record
class Finding(Fact):
    """Something looked for; an absent or uncertain one never becomes a diagnosis."""

    label: Text
    presence: Coded[Presence] = Presence.PRESENT
    date: ClinicalDate | None = None


@record
class History(Fact):
    """A complaint, or an item of the medical, surgical, family, social or obstetric history."""

    kind: Coded[HistoryKind]
    label: Text
    presence: Coded[Presence] = Presence.PRESENT
    date: ClinicalDate | None = None


@record
class Allergy(Fact):
    """A substance and what it did; ``presence: absent`` records that there is none known."""

    substance: Term
    reaction: Term | None = None
    presence: Coded[Presence] = Presence.PRESENT


@record
class Measure(Fact):
    """A vital sign or score: its name, its value exactly as written, its unit and date."""

    name: Term
    value: Decimal
    unit: Clinical | None = None
    maximum: Decimal | None = None
    date: ClinicalDate | None = None


@record
class Performance(Fact):
    """A performance status on a named scale (ECOG, Karnofsky)."""

    scale: Clinical
    value: Decimal
    unit: Clinical | None = None
    date: ClinicalDate | None = None


@record
class ReferenceRange:
    """The laboratory's own limits, exactly as printed; either may be missing."""

    low: Decimal | None = None
    high: Decimal | None = None


@record
class Lab(Fact):
    """One laboratory result; nothing is filled in that the source does not say.

    ``value`` is the decimal as written (comma or point, closing zeros kept), ``result`` a
    qualitative one.
    """

    analyte: Term
    comparator: Coded[Comparator] | None = None
    value: Decimal | None = None
    result: Term | None = None
    unit: Clinical | None = None
    specimen: Term | None = None
    reference: ReferenceRange | None = None
    flag: Coded[LabFlag] | None = None
    date: ClinicalDate | None = None
    note: Text | None = None


@record
class Measurement:
    """Sizes of one lesion or organ that share a unit."""

    site: Term
    values: tuple[Decimal, ...]
    unit: Clinical


@record
class Imaging(Fact):
    """An imaging study and what it showed."""

    modality: Term
    site: Term | None = None
    date: ClinicalDate | None = None
    report: Text
    measurements: tuple[Measurement, ...] = ()


@record
class Marker:
    """An immunohistochemical or flow marker."""

    name: Clinical
    result: Coded[MarkerResult] = MarkerResult.NOT_STATED
    value: Decimal | None = None
    unit: Clinical | None = None


@record
class Pathology(Fact):
    """A pathology report."""

    specimen: Term
    date: ClinicalDate | None = None
    report: Text
    markers: tuple[Marker, ...] = ()


@record
class Molecular(Fact):
    """A genetic result."""

    gene: Clinical
    variant: Clinical | None = None
    origin: Coded[VariantOrigin] = VariantOrigin.NOT_STATED
    presence: Coded[Presence] = Presence.PRESENT
    method: Term | None = None
    date: ClinicalDate | None = None


@record
class Stage:
    """A stage, with the TNM formula (its prefix included) and the edition where stated."""

    value: Clinical
    tnm: Clinical | None = None
    edition: Clinical | None = None


@record
class Grade:
    """A grade and the system that defines it, where stated."""

    value: Clinical
    system: Clinical | None = None


@record
class Differential:
    """A diagnosis that was considered."""

    label: Term
    certainty: Coded[Certainty] = Certainty.EXCLUDED
    reason: Text | None = None


@record
class Diagnosis(Fact):
    """A diagnosis with its certainty, stage and grade."""

    label: Term
    code: Clinical | None = None
    code_system: Clinical | None = None
    certainty: Coded[Certainty] = Certainty.CONFIRMED
    date: ClinicalDate | None = None
    stage: Stage | None = None
    grade: Grade | None = None
    differential: tuple[Differential, ...] = ()


@record
class Drug:
    """A drug of a regimen; the dose belongs to this drug alone."""

    name: Term
    dose: Decimal | None = None
    unit: Clinical | None = None
    route: Coded[Route] = Route.NOT_STATED
    schedule: Term | None = None


@record
class DoseChange:
    """A change of dose, by how much and why."""

    date: ClinicalDate | None = None
    drug: Term | None = None
    percent: Decimal | None = None
    dose: Decimal | None = None
    unit: Clinical | None = None
    reason: Term | None = None


@record
class Toxicity:
    """An adverse event with its grade or range of grades, as written (``2-3``)."""

    label: Term
    grade: Clinical | None = None
    system: Clinical | None = None
    date: ClinicalDate | None = None


@record
class Treatment(Fact):
    """One treatment, or one line of treatment."""

    modality: Coded[Modality]
    label: Term | None = None
    intent: Coded[Intent] = Intent.NOT_STATED
    line: Count | None = None
    drugs: tuple[Drug, ...] = ()
    cycles: Clinical | None = None
    dose_gy: Decimal | None = None
    fractions: Clinical | None = None
    activity_gbq: Decimal | None = None
    start: ClinicalDate | None = None
    end: ClinicalDate | None = None
    changes: tuple[DoseChange, ...] = ()
    response: Coded[Response] = Response.NOT_STATED
    criterion: Clinical | None = None
    stop_reason: Term | None = None
    toxicities: tuple[Toxicity, ...] = ()
    uptake: Coded[Uptake] = Uptake.GIVEN
    trial: Trial | None = None
    note: Text | None = None


@record
class Decision(Fact):
    """What a tumour board or team decided."""

    date: ClinicalDate | None = None
    board: Term | None = None
    text: Text


@record
class Encounter(Fact):
    """A consultation or stay."""

    kind: Coded[EncounterKind]
    start: ClinicalDate | None = None
    end: ClinicalDate | None = None
    hospital: Hospital | None = None
    ward: Term | None = None


@record
class Event(Fact):
    """A dated event of the timeline; ``computed`` where its date follows from another one."""

    date: ClinicalDate | None = None
    end: ClinicalDate | None = None
    kind: Coded[EventKind] = EventKind.OTHER
    computed: Flag = False
    text: Text


@record
class Outcome(Fact):
    """The last news; a vital status that is not stated is never "alive"."""

    vital_status: Coded[VitalStatus] = VitalStatus.NOT_STATED
    last_news: ClinicalDate | None = None
    text: Text | None = None
