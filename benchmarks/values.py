"""Invented values of a record, one for each kind of field, with the originals that each gives.

Nothing is drawn and nobody is real: phones lie in ranges kept for fiction, the commune of the
insurance number does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from anonymizer.phi import IdKind, Part, Phi
from anonymizer.provenance import Original


@dataclass(frozen=True, slots=True)
class Value:
    """One field of a record: how it is written, and the originals that it gives."""

    name: str
    text: str = field(repr=False)
    originals: tuple[Original, ...] = field(repr=False)


def _patient(given: str, family: str, category: Phi = Phi.PATIENT) -> tuple[Original, ...]:
    return Original(given, category, Part.GIVEN), Original(family, category, Part.FAMILY)


def _parted(name: str, given: str, family: str, category: Phi = Phi.PATIENT) -> Value:
    return Value(name, f"{given} {family}", _patient(given, family, category))


def _one(name: str, category: Phi, text: str, kind: str = "") -> Value:
    return Value(name, text, (Original(text, category, kind=kind),))


PEOPLE = (
    _parted("patient", "Élodie", "Vaubernier"),
    _parted("patient, compound name", "Jean-Loup", "Kerzhéan-Lostal"),
    _parted("patient, a word for a name", "Anaëlle", "Petit"),
    _parted("patient, particles", "Wilhelmina", "Van der Bruggemans"),
    _parted("patient, apostrophe", "Fatoumata", "N’Diayebé"),
    _parted("patient, short name", "Mei", "Ng"),
    _one("clinician", Phi.CLINICIAN, "Mariannick Quévrainec"),
    _one("clinician, a word for a name", Phi.CLINICIAN, "Gaëtan Blanc"),
    _one("clinician, ligatures", Phi.CLINICIAN, "Œdmond Kræmmer"),
    _one("clinician, Irish", Phi.CLINICIAN, "Siobhán O’Shallorane"),
    _parted("relative", "Fernão", "Gonçalvesinho", Phi.RELATIVE),
    _parted("relative, tones", "Thị Quỳnhmai", "Nguyễn", Phi.RELATIVE),
    _one("name of nobody known", Phi.NAME, "Ørjan Strömqvistad"),
)
WORDS = (
    _one("family name alone", Phi.PATIENT, "Trévidicois"),
    _one("hospital", Phi.HOSPITAL, "CHU Pontquellec"),
    _one("clinic", Phi.HOSPITAL, "Clinique Saint-Gwenvaël"),
    _one("hospital, English", Phi.HOSPITAL, "Quillbrook General Hospital"),
    _one("town", Phi.CITY, "Trébédanec"),
    _one("town of three words", Phi.CITY, "Villers-sous-Quimbre"),
    _one("address", Phi.ADDRESS, "12 rue des Trois Fontaines"),
    _one("lieu-dit", Phi.ADDRESS, "Lieu-dit Kervaudren, 99123 Trébédanec"),
    _one("address, English", Phi.ADDRESS, "41 Mossgarth Terrace"),
)
NUMBERS = (
    _one("phone", Phi.PHONE, "06 39 98 17 52"),
    _one("phone, abroad", Phi.PHONE, "+33 1 99 00 41 86"),
    _one("phone, British", Phi.PHONE, "020 7946 0958"),
    _one("phone, American", Phi.PHONE, "(212) 555-0147"),
    _one("NIR", Phi.ID, "2 57 03 99 123 456 78", IdKind.NIR),
    _one("IPP", Phi.ID, "8001234567", IdKind.IPP),
    _one("NDA", Phi.ID, "180412345", IdKind.NDA),
    _one("RPPS", Phi.ID, "10009876543", IdKind.RPPS),
    _one("NHS number", Phi.ID, "943 476 5919", IdKind.NHS),
    _one("IBAN", Phi.ID, "FR76 3000 6000 0112 3456 7890 189", IdKind.IBAN),
    _one("number with letters", Phi.ID, "48K2917QB", IdKind.MRN),
    _one("plate", Phi.ID, "QV-827-ZK", IdKind.PLATE),
    _one("address of a machine", Phi.ID, "192.168.134.71", IdKind.IP),
)
ADDRESSES = (
    _one("e-mail", Phi.EMAIL, "elodie.vaubernier@courrier.example"),
    _one("link", Phi.URL, "https://dossiers.pontquellec.example/e-vaubernier"),
)
DAYS: Mapping[Value, date] = MappingProxyType(
    {
        _one("birth date", Phi.BIRTH_DATE, "1957-12-03"): date(1957, 12, 3),
        _one("day", Phi.DATE, "12/03/2016"): date(2016, 3, 12),
        _one("day, month in words", Phi.DATE, "7 décembre 2019"): date(2019, 12, 7),
    }
)
VALUES = (*PEOPLE, *WORDS, *NUMBERS, *ADDRESSES, *DAYS)
