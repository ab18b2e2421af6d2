"""Policies: for each category, how an identifier is treated."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from anonymizer.phi import NOT_A_SPAN, QUASI, Phi


class Treatment(StrEnum):
    """What happens to an identifier."""

    SHIFT = "shift"  # a date moves by the patient's offset and keeps its form
    RELATIVE = "relative"  # a date becomes a distance to the index event
    SURROGATE = "surrogate"  # an invented value of the same kind takes its place
    INITIALS = "initials"  # the initials of an invented name take the place of a name
    CODE = "code"  # a role and a letter take the place of a name: « l’oncologue A », "Surgeon A"
    GENERALISE = "generalise"  # a wider word takes its place: a role, a region, 90+
    BAND = "band"  # five years take the place of an age: « 50 à 54 ans »
    REMOVE = "remove"  # a label takes its place
    KEEP = "keep"  # it stays, and is reported


class PolicyName(StrEnum):
    """The policies a user can ask for."""

    PSEUDONYMISE = "pseudonymise"
    GENERALISE = "generalise"
    REDACT = "redact"
    INITIALS = "initials"
    CODES = "codes"


Policy = Mapping[Phi, Treatment]

_NAMES: Final = (Phi.PATIENT, Phi.CLINICIAN, Phi.RELATIVE, Phi.NAME)
_KEPT: Final = dict.fromkeys((Phi.AUTHOR, *QUASI), Treatment.KEEP)
_MOVED: Final = {Phi.DATE: Treatment.SHIFT, Phi.AGE: Treatment.GENERALISE}
_NEVER: Final = dict.fromkeys((Phi.BIRTH_DATE, Phi.ID, Phi.URL), Treatment.REMOVE)
_UNREACHABLE: Final = _NEVER | dict.fromkeys(
    (Phi.PHONE, Phi.EMAIL, Phi.ADDRESS, Phi.POSTCODE), Treatment.REMOVE
)


def _policy(default: Treatment, *others: Policy) -> Policy:
    """Return the table of every category, that of ``others`` over ``default``."""
    table = {phi: default for phi in Phi if phi not in NOT_A_SPAN}
    for other in others:
        table |= other
    return MappingProxyType(table)


POLICIES: Final[Mapping[PolicyName, Policy]] = MappingProxyType(
    {
        PolicyName.PSEUDONYMISE: _policy(Treatment.SURROGATE, _KEPT, _MOVED, _NEVER),
        PolicyName.GENERALISE: _policy(
            Treatment.GENERALISE,
            _KEPT,
            _UNREACHABLE,
            {Phi.DATE: Treatment.RELATIVE, Phi.AGE: Treatment.BAND},
        ),
        PolicyName.REDACT: _policy(
            Treatment.REMOVE,
            _KEPT,
            {Phi.REGION: Treatment.REMOVE, Phi.AGE: Treatment.GENERALISE},
        ),
        PolicyName.INITIALS: _policy(
            Treatment.SURROGATE, _KEPT, _MOVED, _NEVER, dict.fromkeys(_NAMES, Treatment.INITIALS)
        ),
        PolicyName.CODES: _policy(
            Treatment.GENERALISE,
            _KEPT,
            _MOVED,
            _UNREACHABLE,
            {Phi.CLINICIAN: Treatment.CODE},
        ),
    }
)

OLDEST: Final = 89  # years: the last age that is published, HIPAA 45 CFR 164.514(b)(2)(i)(C)
RELATIVES_AGE: Final = "relative"  # kind of an AGE


def treatment(policy: Policy, category: Phi, kind: str = "") -> Treatment:
    """Return how a find is treated: as its category says, but a relative's age at a disease stays.

    >>> treatment(POLICIES[PolicyName.REDACT], Phi.AGE, "relative")
    <Treatment.KEEP: 'keep'>
    """
    if category is Phi.AGE and kind == RELATIVES_AGE:
        return Treatment.KEEP
    return policy[category]
