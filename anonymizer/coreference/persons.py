"""Group the mentions of people: one person each, namesakes kept apart.

The record's owners come first, then names from the most telling to the least, so that the order of
the mentions decides nothing. A bare family name that two people share goes to the one of its own
category, then of its gender; both bear the same surrogate family in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from anonymizer.coreference.mended import read_names
from anonymizer.coreference.mention import Mentioned
from anonymizer.coreference.names import IsGiven, Name
from anonymizer.fold import fold
from anonymizer.phi import Part, Phi


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the places of its mentions in the sequence given, and the names it bears."""

    members: tuple[int, ...]
    category: Phi
    families: tuple[str, ...] = field(default=(), repr=False)
    given: tuple[str, ...] = field(default=(), repr=False)
    initials: tuple[str, ...] = field(default=(), repr=False)  # of given names
    gender: str = ""
    owner: str = ""


def persons(mentions: Sequence[Mentioned], is_given: IsGiven) -> tuple[Person, ...]:
    """Return the people whom ``mentions`` name, in the order in which they first appear."""
    return group(mentions, read_names(mentions, is_given))


def group(mentions: Sequence[Mentioned], names: Sequence[Name | None]) -> tuple[Person, ...]:
    """Return the people of ``mentions`` whose names are read already."""
    alone = [
        _person(i, mention, name)
        for i, (mention, name) in enumerate(zip(mentions, names, strict=True))
        if name is not None
    ]
    people: list[Person] = []
    for one in sorted(alone, key=_telling):
        best = max(((_kinship(p, one), -i) for i, p in enumerate(people)), default=(0, 0))
        if best[0]:
            people[-best[1]] = _joined(people[-best[1]], one)
        else:
            people.append(one)
    return tuple(sorted(people, key=lambda p: p.members))


def _person(place: int, mention: Mentioned, name: Name) -> Person:
    family = name.keys(Part.FAMILY)
    return Person(
        (place,),
        mention.category,
        family or tuple(f"{key}." for key in name.keys(Part.FAMILY, initial=True)),
        name.keys(Part.GIVEN),
        name.keys(Part.GIVEN, initial=True),
        mention.gender,
        mention.owner,
    )


def _telling(one: Person) -> tuple[object, ...]:
    whole = any(not key.endswith(".") for key in one.families)
    weight = 4 * whole + 2 * bool(one.given) + bool(one.initials)
    names = (one.families, one.given, one.initials)
    return (not one.owner, -weight, one.category, *names, not one.gender, one.gender, one.owner)


def _kinship(person: Person, one: Person) -> int:
    """Return 0 where the two cannot be one person, more the surer it is that they are."""
    if one.owner and one.owner == person.owner:
        return 100
    if (one.owner and person.owner) or (one.gender and person.gender not in {"", one.gender}):
        return 0
    sure = max(_names_agree(person, one), _names_agree(person, _reversed(one)))
    if not sure:
        return 0
    return 4 * sure + 2 * (person.category is one.category) + (person.gender == one.gender != "")


def _names_agree(person: Person, one: Person) -> int:
    family = _agree(person.families, one.families)
    given = _given_agree(person, one)
    if family is None and given is None:
        return 0
    if family == 0 or given == 0:
        return 0
    return (family or 0) + (given or 0)


def _agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int | None:
    """Return 3 for a name shared, 1 for an initial shared, 0 for neither, None if one is silent."""
    if not ours or not theirs:
        return None
    if any(key in ours for key in theirs):
        return 3
    short = [(a, b) for a in ours for b in theirs if a.endswith(".") or b.endswith(".")]
    return int(any(fold(a)[:1] == fold(b)[:1] for a, b in short))


def _given_agree(person: Person, one: Person) -> int | None:
    if person.given and one.given:
        ours, theirs = frozenset(person.given), frozenset(one.given)
        return 3 if ours <= theirs or theirs <= ours else 0
    ours_short = tuple(key[:1] for key in person.given) or person.initials
    theirs_short = tuple(key[:1] for key in one.given) or one.initials
    if not ours_short or not theirs_short:
        return None
    return int(all(letter in ours_short for letter in theirs_short))


def _reversed(one: Person) -> Person:
    """Return initials alone read the other way round; any other name as it is."""
    if one.given or len(one.initials) != 1 or len(one.families) != 1:
        return one
    letter = one.families[0]
    if not letter.endswith("."):
        return one
    return replace(one, families=(f"{one.initials[0]}.",), initials=(letter[:1],))


def _joined(person: Person, one: Person) -> Person:
    families = tuple(key for key in one.families if key not in person.families)
    return replace(
        person,
        members=tuple(sorted((*person.members, *one.members))),
        families=(*person.families, *families),
        given=(*person.given, *(key for key in one.given if key not in person.given)),
        initials=(*person.initials, *(k for k in one.initials if k not in person.initials)),
        gender=person.gender or one.gender,
        owner=person.owner or one.owner,
    )
