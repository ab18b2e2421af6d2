"""The patient, and everyone and every place that a case names."""

from typing import Annotated

from anonymizer.phi import IdKind, Phi

from generator.case.fields import (
    AuthorDetail,
    AuthorFamily,
    AuthorGiven,
    BirthDate,
    City,
    Clinical,
    ClinicianFamily,
    ClinicianGiven,
    Coded,
    Country,
    Email,
    Flag,
    Hospital,
    Identifier,
    NationalityEn,
    NationalityFr,
    PatientFamily,
    PatientGiven,
    PersonFamily,
    PersonGiven,
    Phone,
    Postcode,
    ProfessionEn,
    ProfessionFr,
    Region,
    RelativeFamily,
    RelativeGiven,
    Street,
    Url,
    record,
)
from generator.case.terms import AgeUnit, FactStatus, Kinship, Role, Sex
from generator.case.text import Source, Text

AgeNumber = Annotated[int, Phi.AGE]


@record
class Age:
    """Age at the index event, in years, or in months, weeks or days for the young."""

    value: AgeNumber
    unit: Coded[AgeUnit] = AgeUnit.YEARS
    status: Coded[FactStatus] = FactStatus.CONFIRMED
    source: Source | None = None


@record
class PersonalId:
    """A number that stands for a person, with the register it belongs to."""

    kind: Coded[IdKind]
    value: Identifier


@record
class Address:
    """A postal address."""

    street: Street | None = None
    postcode: Postcode | None = None
    city: City | None = None
    region: Region | None = None
    country: Country | None = None


@record
class Occupation:
    """A profession; ``causal`` where it matters to the case and has to be published."""

    fr: ProfessionFr | None = None
    en: ProfessionEn | None = None
    causal: Flag = False


@record
class Origin:
    """Nationality or geographical origin; ``causal`` where it matters to the case."""

    fr: NationalityFr | None = None
    en: NationalityEn | None = None
    causal: Flag = False


@record
class Patient:
    """The person the case is about."""

    given: PatientGiven | None = None
    family: PatientFamily | None = None
    birth_family: PatientFamily | None = None
    sex: Coded[Sex] = Sex.UNKNOWN
    sex_status: Coded[FactStatus] = FactStatus.CONFIRMED
    sex_source: Source | None = None
    birth_date: BirthDate | None = None
    age: Age | None = None
    identifiers: tuple[PersonalId, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    urls: tuple[Url, ...] = ()
    address: Address | None = None
    occupation: Occupation | None = None
    origin: Origin | None = None
    travel: Text | None = None
    household: Text | None = None


@record
class Clinician:
    """A health professional who took part."""

    role: Coded[Role] = Role.PHYSICIAN
    given: ClinicianGiven | None = None
    family: ClinicianFamily | None = None
    sex: Coded[Sex] = Sex.UNKNOWN
    identifiers: tuple[PersonalId, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()


@record
class Relative:
    """A member of the patient's family or household."""

    kinship: Coded[Kinship] = Kinship.OTHER
    given: RelativeGiven | None = None
    family: RelativeFamily | None = None
    sex: Coded[Sex] = Sex.UNKNOWN
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()


@record
class Person:
    """Anyone else whom the texts may name."""

    given: PersonGiven | None = None
    family: PersonFamily | None = None
    sex: Coded[Sex] = Sex.UNKNOWN


@record
class Place:
    """A hospital, practice, laboratory or home that the texts may name."""

    hospital: Hospital | None = None
    address: Address | None = None
    phones: tuple[Phone, ...] = ()


@record
class Author:
    """Someone who signs the publication: printed as written, never replaced."""

    given: AuthorGiven
    family: AuthorFamily
    orcid: AuthorDetail | None = None
    email: AuthorDetail | None = None
    affiliation: AuthorDetail | None = None
    corresponding: Flag = False
    credit: tuple[Clinical, ...] = ()  # contributor roles of the CRediT taxonomy
