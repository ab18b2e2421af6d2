"""Kinds of leaf that the case model is made of, each with its PHI category."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, TypeVar, dataclass_transform

from anonymizer.dates.partial import PartialDate, parse_iso
from anonymizer.phi import Lang, Part, Phi

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make ``cls`` a frozen, slotted, keyword-only dataclass that forbids unknown keys."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    # read by pydantic at the edge; a plain dict, so that the model itself imports no pydantic
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made


class DateText:
    """Tells pydantic that a PartialDate is written ``2021-05-04``, ``2021-05`` or ``2021``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Return the schema that reads the text and writes it back."""
        from pydantic_core import core_schema  # noqa: PLC0415 - heavy, needed at the edge only

        text = core_schema.str_schema(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
        read = core_schema.no_info_after_validator_function(parse_iso, text)
        return core_schema.json_or_python_schema(
            json_schema=read,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(PartialDate), read]
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )


Coded = Annotated[E, Phi.NONE]  # a word of a closed vocabulary: Coded[Sex]
Clinical = Annotated[str, Phi.NONE]
Count = Annotated[int, Phi.NONE]
Flag = Annotated[bool, Phi.NONE]
# digits and separators of a value leave exactly as they were measured: 2.60 stays 2.60
Decimal = Annotated[str, Phi.NONE]
Local = Annotated[str, Phi.LOCAL]

ClinicalDate = Annotated[PartialDate, DateText(), Phi.DATE]
BirthDate = Annotated[PartialDate, DateText(), Phi.BIRTH_DATE]
LocalDate = Annotated[PartialDate, DateText(), Phi.LOCAL]

NarrativeFr = Annotated[str, Phi.NARRATIVE, Lang.FR]
NarrativeEn = Annotated[str, Phi.NARRATIVE, Lang.EN]

PatientGiven = Annotated[str, Phi.PATIENT, Part.GIVEN]
PatientFamily = Annotated[str, Phi.PATIENT, Part.FAMILY]
ClinicianGiven = Annotated[str, Phi.CLINICIAN, Part.GIVEN]
ClinicianFamily = Annotated[str, Phi.CLINICIAN, Part.FAMILY]
RelativeGiven = Annotated[str, Phi.RELATIVE, Part.GIVEN]
RelativeFamily = Annotated[str, Phi.RELATIVE, Part.FAMILY]
PersonGiven = Annotated[str, Phi.NAME, Part.GIVEN]
PersonFamily = Annotated[str, Phi.NAME, Part.FAMILY]
AuthorGiven = Annotated[str, Phi.AUTHOR, Part.GIVEN]
AuthorFamily = Annotated[str, Phi.AUTHOR, Part.FAMILY]
AuthorDetail = Annotated[str, Phi.AUTHOR]

Phone = Annotated[str, Phi.PHONE]
Email = Annotated[str, Phi.EMAIL]
Url = Annotated[str, Phi.URL]
Street = Annotated[str, Phi.ADDRESS]
Postcode = Annotated[str, Phi.POSTCODE]
City = Annotated[str, Phi.CITY]
Region = Annotated[str, Phi.REGION]
Country = Annotated[str, Phi.COUNTRY]
Hospital = Annotated[str, Phi.HOSPITAL]
Identifier = Annotated[str, Phi.ID]
ProfessionFr = Annotated[str, Phi.PROFESSION, Lang.FR]
ProfessionEn = Annotated[str, Phi.PROFESSION, Lang.EN]
NationalityFr = Annotated[str, Phi.NATIONALITY, Lang.FR]
NationalityEn = Annotated[str, Phi.NATIONALITY, Lang.EN]
Trial = Annotated[str, Phi.TRIAL]
