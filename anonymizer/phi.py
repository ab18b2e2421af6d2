"""The categories of protected health information, and how a field declares its own.

A field says what it holds: ``FamilyName = Annotated[str, Phi.PATIENT, Part.FAMILY]``.
Categories bear the names of i2b2 2014 and HIPAA 45 CFR 164.514(b)(2).
"""

from enum import StrEnum


class Phi(StrEnum):
    """What a field or a span holds; a field bears exactly one of these."""

    PATIENT = "PATIENT"
    CLINICIAN = "CLINICIAN"
    RELATIVE = "RELATIVE"
    AUTHOR = "AUTHOR"
    NAME = "NAME"  # a person whose role is not known
    DATE = "DATE"
    BIRTH_DATE = "BIRTH_DATE"
    AGE = "AGE"  # in a text only ages over 89 are marked
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    URL = "URL"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    CITY = "CITY"
    REGION = "REGION"
    COUNTRY = "COUNTRY"
    HOSPITAL = "HOSPITAL"
    ID = "ID"
    PROFESSION = "PROFESSION"
    NATIONALITY = "NATIONALITY"
    TRIAL = "TRIAL"

    NONE = "NONE"  # clinical content, said, never assumed: leaves exactly as it came
    NARRATIVE = "NARRATIVE"  # free text: identifiers are looked for in it
    LOCAL = "LOCAL"  # for the owner of the file only: never printed, never exported


PEOPLE = (Phi.PATIENT, Phi.CLINICIAN, Phi.RELATIVE, Phi.AUTHOR, Phi.NAME)
QUASI = (Phi.PROFESSION, Phi.NATIONALITY, Phi.REGION, Phi.COUNTRY, Phi.TRIAL)
NOT_A_SPAN = (Phi.NONE, Phi.NARRATIVE, Phi.LOCAL)


class IdKind(StrEnum):
    """Which register a number of category ID belongs to."""

    NIR = "nir"
    INS = "ins"
    IPP = "ipp"
    NDA = "nda"
    RPPS = "rpps"
    ADELI = "adeli"
    FINESS = "finess"
    NHS = "nhs"
    SSN = "ssn"
    MRN = "mrn"
    IBAN = "iban"
    ACCOUNT = "account"
    DEVICE = "device"
    PLATE = "plate"
    IP = "ip"
    OTHER = "other"


class Part(StrEnum):
    """Which part of a person's name a field holds."""

    GIVEN = "given"
    FAMILY = "family"


class Lang(StrEnum):
    """The two languages of a case; a narrative field bears its own."""

    FR = "fr"
    EN = "en"
