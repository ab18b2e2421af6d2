"""Closed vocabularies of the case model: codes that each language prints in its own words."""

from enum import StrEnum


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class CaseStatus(StrEnum):
    DRAFT = "draft"
    FINAL = "final"


class FactStatus(StrEnum):
    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"


class Presence(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"
    NOT_DONE = "not_done"
    NOT_STATED = "not_stated"


class TextStatus(StrEnum):
    """State of a translation, as XLIFF 1.2 names them; ``original`` was written, not translated."""

    ORIGINAL = "original"
    NEEDS_TRANSLATION = "needs-translation"
    NEEDS_REVIEW = "needs-review-translation"
    TRANSLATED = "translated"
    FINAL = "final"


class AgeUnit(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    GESTATIONAL_WEEKS = "gestational_weeks"


class Role(StrEnum):
    PHYSICIAN = "physician"
    SURGEON = "surgeon"
    RADIOLOGIST = "radiologist"
    PATHOLOGIST = "pathologist"
    ONCOLOGIST = "oncologist"
    GENERAL_PRACTITIONER = "general_practitioner"
    NURSE = "nurse"
    RESIDENT = "resident"
    OTHER = "other"


class Kinship(StrEnum):
    SPOUSE = "spouse"
    PARENT = "parent"
    MOTHER = "mother"
    FATHER = "father"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER = "other"


class EncounterKind(StrEnum):
    CONSULTATION = "consultation"
    EMERGENCY = "emergency"
    ADMISSION = "admission"
    DAY_HOSPITAL = "day_hospital"
    TELEPHONE = "telephone"


class HistoryKind(StrEnum):
    COMPLAINT = "complaint"
    MEDICAL = "medical"
    SURGICAL = "surgical"
    FAMILY = "family"
    SOCIAL = "social"
    OBSTETRIC = "obstetric"
    HABIT = "habit"
    COMORBIDITY = "comorbidity"


class SectionKind(StrEnum):
    HISTORY = "history"
    EXAMINATION = "examination"
    INVESTIGATIONS = "investigations"
    DIAGNOSIS = "diagnosis"
    TREATMENT = "treatment"
    OUTCOME = "outcome"
    OTHER = "other"


class Comparator(StrEnum):
    LESS = "<"
    AT_MOST = "≤"
    ABOUT = "≈"
    AT_LEAST = "≥"
    MORE = ">"


class LabFlag(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"
    ABNORMAL = "abnormal"


class MarkerResult(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    FOCAL = "focal"
    NOT_STATED = "not_stated"


class VariantOrigin(StrEnum):
    GERMLINE = "germline"
    SOMATIC = "somatic"
    NOT_STATED = "not_stated"


class Certainty(StrEnum):
    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


class Modality(StrEnum):
    SURGERY = "surgery"
    CHEMOTHERAPY = "chemotherapy"
    TARGETED = "targeted"
    IMMUNOTHERAPY = "immunotherapy"
    HORMONAL = "hormonal"
    RADIOTHERAPY = "radiotherapy"
    RADIONUCLIDE = "radionuclide"
    DRUG = "drug"
    SUPPORTIVE = "supportive"
    PROCEDURE = "procedure"
    OTHER = "other"


class Intent(StrEnum):
    CURATIVE = "curative"
    NEOADJUVANT = "neoadjuvant"
    ADJUVANT = "adjuvant"
    PALLIATIVE = "palliative"
    SUPPORTIVE = "supportive"
    DIAGNOSTIC = "diagnostic"
    NOT_STATED = "not_stated"


class Route(StrEnum):
    ORAL = "oral"
    INTRAVENOUS = "intravenous"
    SUBCUTANEOUS = "subcutaneous"
    INTRAMUSCULAR = "intramuscular"
    INTRATHECAL = "intrathecal"
    INHALED = "inhaled"
    TOPICAL = "topical"
    RECTAL = "rectal"
    OTHER = "other"
    NOT_STATED = "not_stated"


class Uptake(StrEnum):
    GIVEN = "given"
    OFFERED = "offered"
    REFUSED = "refused"
    PLANNED = "planned"


class Response(StrEnum):
    COMPLETE = "complete_response"
    PARTIAL = "partial_response"
    STABLE = "stable_disease"
    PROGRESSION = "progressive_disease"
    NOT_EVALUABLE = "not_evaluable"
    NOT_STATED = "not_stated"


class EventKind(StrEnum):
    SYMPTOM = "symptom"
    ENCOUNTER = "encounter"
    INVESTIGATION = "investigation"
    DIAGNOSIS = "diagnosis"
    SURGERY = "surgery"
    TREATMENT = "treatment"
    COMPLICATION = "complication"
    DECISION = "decision"
    OUTCOME = "outcome"
    OTHER = "other"


class VitalStatus(StrEnum):
    ALIVE = "alive"
    DEAD = "dead"
    NOT_STATED = "not_stated"


class ConsentUse(StrEnum):
    JOURNAL = "journal"
    TEACHING = "teaching"
    SHARING = "sharing"


class ConsentGiver(StrEnum):
    PATIENT = "patient"
    GUARDIAN = "guardian"
    NEXT_OF_KIN = "next_of_kin"


class ConsentState(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"


class BurntIn(StrEnum):
    NONE = "none"
    REMOVED = "removed"
    PRESENT = "present"


class QuestionKind(StrEnum):
    """Kinds of question of the French EDN (arrêté of 21 December 2021, article 7)."""

    QRM = "qrm"
    QRU = "qru"
    QRP = "qrp"
    QRP_LONG = "qrp_long"
    ZONE = "zone"
    QROC = "qroc"
    TCS = "tcs"


class Rank(StrEnum):
    A = "A"
    B = "B"
    C = "C"
