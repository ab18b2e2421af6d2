"""Policies: for each category, how an identifier is treated."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from anonymizer.phi import NOT_A_SPAN, Phi


class Treatment(StrEnum):
    """What happens to an identifier."""

    SHIFT = "shift"  # a date moves by the patient's offset and keeps its form
    RELATIVE = "relative"  # a date becomes a distance to the index event
    SURROGATE = "surrogate"  # an invented value of the same kind takes its place
    GENERALISE = "generalise"  # a wider word takes its place: a role, a region, 90+
    REMOVE = "remove"  # a label takes its place
    KEEP = "keep"  # it stays, and is reported


class PolicyName(StrEnum):
    """The policies a user can ask for."""

    PSEUDONYMISE = "pseudonymise"
    GENERALISE = "generalise"
    REDACT = "redact"


Policy = MappingProxyType[Phi, Treatment]


def _policy(default: Treatment, **others: Treatment) -> Policy:
    table = {phi: default for phi in Phi if phi not in NOT_A_SPAN}
    table |= {Phi(name): treatment for name, treatment in others.items()}
    return MappingProxyType(table)


POLICIES: Final[MappingProxyType[PolicyName, Policy]] = MappingProxyType(
    {
        PolicyName.PSEUDONYMISE: _policy(
            Treatment.SURROGATE,
            AUTHOR=Treatment.KEEP,
            DATE=Treatment.SHIFT,
            BIRTH_DATE=Treatment.REMOVE,
            AGE=Treatment.GENERALISE,
            ID=Treatment.REMOVE,
            URL=Treatment.REMOVE,
            REGION=Treatment.KEEP,
            COUNTRY=Treatment.KEEP,
            PROFESSION=Treatment.KEEP,
            NATIONALITY=Treatment.KEEP,
            TRIAL=Treatment.KEEP,
        ),
        PolicyName.GENERALISE: _policy(
            Treatment.GENERALISE,
            AUTHOR=Treatment.KEEP,
            DATE=Treatment.RELATIVE,
            BIRTH_DATE=Treatment.REMOVE,
            PHONE=Treatment.REMOVE,
            EMAIL=Treatment.REMOVE,
            URL=Treatment.REMOVE,
            ID=Treatment.REMOVE,
            ADDRESS=Treatment.REMOVE,
            POSTCODE=Treatment.REMOVE,
            COUNTRY=Treatment.KEEP,
            PROFESSION=Treatment.KEEP,
            NATIONALITY=Treatment.KEEP,
            TRIAL=Treatment.KEEP,
        ),
        PolicyName.REDACT: _policy(
            Treatment.REMOVE,
            AUTHOR=Treatment.KEEP,
            AGE=Treatment.GENERALISE,
            COUNTRY=Treatment.KEEP,
            PROFESSION=Treatment.KEEP,
            NATIONALITY=Treatment.KEEP,
            TRIAL=Treatment.KEEP,
        ),
    }
)

RELATIVES_AGE: Final = "relative"  # kind of an AGE


def treatment(policy: Policy, category: Phi, kind: str = "") -> Treatment:
    """Return how a find is treated: as its category says, but a relative's age at a disease stays.

    >>> treatment(POLICIES[PolicyName.REDACT], Phi.AGE, "relative")
    <Treatment.KEEP: 'keep'>
    """
    if category is Phi.AGE and kind == RELATIVES_AGE:
        return Treatment.KEEP
    return policy[category]
