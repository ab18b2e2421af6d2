"""Known values: the identifiers that a record holds in fields of their own.

They are searched in every narrative of the record, and decide who is the same person.
"""

from dataclasses import dataclass, field

from anonymizer.phi import PEOPLE, Part, Phi
from anonymizer.record import Leaf, leaves

SEARCHED = (
    *PEOPLE,
    Phi.PHONE,
    Phi.EMAIL,
    Phi.URL,
    Phi.ADDRESS,
    Phi.POSTCODE,
    Phi.CITY,
    Phi.HOSPITAL,
    Phi.ID,
    Phi.BIRTH_DATE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """One identifier of the record; those of one ``owner`` belong to one person or place."""

    value: str = field(repr=False)
    category: Phi
    owner: str  # path of the record that holds it: "patient", "clinicians[0]"
    part: Part | None = None
    kind: str = ""
    gender: str = ""  # "female", "male" or "" where the record does not say
    path: str = ""


def known(record: object) -> tuple[Known, ...]:
    """Return the record's identifiers in the order of its fields, those never searched left out."""
    found = leaves(record)
    genders = {
        leaf.parent: str(leaf.value) for leaf in found if leaf.path.rpartition(".")[2] == "sex"
    }
    return tuple(_known(leaf, genders.get(leaf.parent, "")) for leaf in found if _searched(leaf))


def _searched(leaf: Leaf) -> bool:
    if leaf.slot.phi is Phi.AUTHOR and leaf.slot.part is None:
        return False  # affiliations and references are printed as declared, and name no one here
    return leaf.slot.phi in SEARCHED and bool(str(leaf.value).strip())


def _known(leaf: Leaf, sex: str) -> Known:
    gender = sex if sex in {"female", "male"} else ""
    value = str(leaf.value)
    return Known(value, leaf.slot.phi, leaf.parent, leaf.slot.part, leaf.kind, gender, leaf.path)
