"""Generalise: a wider word in place of an identifier, and the grammar around it."""

from anonymizer.generalise.ages import ADULT, adults, banded, oldest
from anonymizer.generalise.beside import Named, cue, named
from anonymizer.generalise.days import birth, day, range_follows
from anonymizer.generalise.groups import Group, groups, whole_names
from anonymizer.generalise.people import coded, person
from anonymizer.generalise.places import hospital, town
from anonymizer.generalise.roles import NAMED, Role, roles
from anonymizer.generalise.site import Edit, Site

__all__ = [
    "ADULT",
    "NAMED",
    "Edit",
    "Group",
    "Named",
    "Role",
    "Site",
    "adults",
    "banded",
    "birth",
    "coded",
    "cue",
    "day",
    "groups",
    "hospital",
    "named",
    "oldest",
    "person",
    "range_follows",
    "roles",
    "town",
    "whole_names",
]
