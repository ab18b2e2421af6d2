"""Who is who in a record: the part that each person named plays, from fields and from the words.

People come from coreference. What they are is said by the record (a surgeon, the patient's
mother), else by the noun beside the name: « son médecin traitant, le Dr … », "Dr …, surgeon".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from anonymizer.coreference import Mentioned, Person, group, read_names
from anonymizer.generalise.beside import Named, Place
from anonymizer.generalise.grammar import SELF
from anonymizer.generalise.nouns import DOCTOR, Noun, coded
from anonymizer.phi import Phi
from anonymizer.surrogates.pools import gender_of, is_given

NAMED: Final = (Phi.PATIENT, Phi.CLINICIAN, Phi.RELATIVE, Phi.NAME)
_STRENGTH: Final = (Phi.PATIENT, Phi.RELATIVE, Phi.CLINICIAN)
_EITHER: Final = frozenset(("partner", "guardian", "neighbour", "friend", "carer", "cousin"))
_OFTEN: Final = 3  # mentions from which a given name may be the patient’s


@dataclass(frozen=True, slots=True)
class Role:
    """The part that someone plays at one place of a text.

    ``rank`` counts the people of the same noun in the passage, ``peers`` says how many they are;
    ``letter`` tells them apart in the whole record. ``first`` marks the first mention.
    """

    category: Phi
    gender: str = ""
    noun: Noun | None = None
    rank: int = 0
    peers: int = 1
    letter: str = "A"
    first: bool = True
    owner: str = ""  # gender of the patient
    civil: bool = False  # a title such as Mr stands before the name somewhere


def roles(
    named: Sequence[Named], held: Sequence[Mentioned], codes: Mapping[str, str]
) -> Mapping[Place, Role]:
    """Return the role of each name of the passages; ``held`` are the record's own people.

    ``codes`` gives what a field says of an owner: the role of ``clinicians[0]``.
    """
    mentions = (*held, *(each.mention for each in named))
    people = group(mentions, read_names(mentions, is_given))
    who = {place: nth for nth, person in enumerate(people) for place in person.members}
    parts = _parts(named, [who[len(held) + i] for i in range(len(named))], people)
    facts = {part: _facts(part, named, parts, people, codes) for part in dict.fromkeys(parts)}
    owners = (role.gender for (_, phi), role in facts.items() if phi is Phi.PATIENT)
    owner = next(chain(owners, (m.gender for m in held if m.category is Phi.PATIENT)), "")
    facts = {part: replace(role, owner=owner) for part, role in facts.items()}
    lettered = _lettered(facts)
    places = {each.place: part for each, part in zip(named, parts, strict=True)}
    found: dict[Place, Role] = {}
    for path in dict.fromkeys(place[0] for place in places):
        found |= _ranked({p: part for p, part in places.items() if p[0] == path}, lettered)
    own = {each.place for each in named if each.spoken == SELF}
    return {place: replace(r, owner=SELF) if place in own else r for place, r in found.items()}


_Part = tuple[int, Phi]  # a person, and as what: Dr Young is not Mr Young, the patient


def _parts(named: Sequence[Named], who: Sequence[int], people: Sequence[Person]) -> list[_Part]:
    said = [each.said for each in named]
    of: dict[int, set[Phi]] = {nth: {people[nth].category} for nth in who if people[nth].owner}
    for nth, category in zip(who, said, strict=True):
        of.setdefault(nth, set()).add(category)
    strongest = {
        nth: next((phi for phi in _STRENGTH if phi in found), Phi.NAME) for nth, found in of.items()
    }
    _settle_patient(strongest, who, named, people)
    family = {
        key for n, phi in strongest.items() if phi is Phi.PATIENT for key in people[n].families
    }
    for nth, phi in strongest.items():
        if phi is Phi.NAME and not family.isdisjoint(people[nth].families):
            strongest[nth] = Phi.RELATIVE  # a namesake of the patient
    return [
        (nth, strongest[nth] if category in {Phi.NAME, Phi.PATIENT} else category)
        for nth, category in zip(who, said, strict=True)
    ]


def _settle_patient(
    strongest: dict[int, Phi], who: Sequence[int], named: Sequence[Named], people: Sequence[Person]
) -> None:
    """Decide who is the patient: one person, of those marked so the one most spoken of.

    Where nobody is marked, the person of no other role who bears a title (Mme, Mr) most often, or
    who is called by a given name three times at least.
    """
    sure = {n for n, each in zip(who, named, strict=True) if each.labelled or people[n].owner}
    marked = [n for n in who if strongest[n] is Phi.PATIENT]
    if marked:
        first = max(marked, key=lambda n: (bool(people[n].families), marked.count(n)))
        for other in marked:
            if other != first and other not in sure and not people[other].families:
                strongest[other] = Phi.NAME
        return
    open_ = [(n, each) for n, each in zip(who, named, strict=True) if strongest[n] is Phi.NAME]
    civil = [n for n, each in open_ if each.mention.titled]
    called = [n for n, _ in open_ if people[n].given and not people[n].families]
    often = [n for n in called if called.count(n) >= _OFTEN]
    if civil or often:
        strongest[max((*civil, *often), key=(*civil, *called).count)] = Phi.PATIENT


def _facts(
    part: _Part,
    named: Sequence[Named],
    parts: Sequence[_Part],
    people: Sequence[Person],
    codes: Mapping[str, str],
) -> Role:
    """Return what the record and every mention together say of one person."""
    nth, category = part
    person = people[nth]
    own = [each for each, other in zip(named, parts, strict=True) if other == part]
    lang = own[0].mention.lang
    gender = person.gender if person.category is category else ""
    said = [each.mention.gender for each in own if each.mention.gender]
    gender = gender or max(said, key=said.count, default="")
    nouns = [each.noun for each in own if each.noun and each.noun.kin is (category is Phi.RELATIVE)]
    code = codes.get(person.owner, "") if person.category is category else ""
    telling = [noun for noun in nouns if noun is not DOCTOR]
    noun = coded(code, gender) or max(telling, key=telling.count, default=None)
    gender = (noun.gender if noun and noun.en not in _EITHER else "") or gender
    gender = gender or next((g for key in person.given if (g := gender_of(key, lang))), "")
    if category is Phi.PATIENT and not gender:
        gender = next((each.spoken for each in own if each.spoken not in {"", SELF}), "")
    if category is Phi.CLINICIAN:
        noun = noun or DOCTOR
    noun = noun if category is not Phi.PATIENT else None
    return Role(category, gender, noun, civil=any(each.mention.titled for each in own))


def _lettered(facts: Mapping[_Part, Role]) -> dict[_Part, Role]:
    """Return the roles with the letter of each person among those of one noun."""
    seen: dict[tuple[Phi, Noun | None], int] = {}
    lettered: dict[_Part, Role] = {}
    for part, role in facts.items():
        kind = (role.category, role.noun)
        seen[kind] = seen.get(kind, 0) + 1
        lettered[part] = replace(role, letter=_letter(seen[kind]))
    return lettered


def _letter(number: int) -> str:
    """Return A, B, … Z, AA, AB.

    >>> [_letter(n) for n in (1, 26, 27)]
    ['A', 'Z', 'AA']
    """
    tens, unit = divmod(number - 1, 26)
    return (_letter(tens) if tens else "") + chr(ord("A") + unit)


def _ranked(places: Mapping[Place, _Part], roles: Mapping[_Part, Role]) -> dict[Place, Role]:
    """Return the roles of one passage: who comes first, and who is another of the same noun."""
    order = tuple(dict.fromkeys(part for _, part in sorted(places.items())))
    alike: dict[tuple[Phi, Noun | None], list[_Part]] = {}
    for part in order:
        alike.setdefault((roles[part].category, roles[part].noun), []).append(part)
    seen: set[_Part] = set()
    found: dict[Place, Role] = {}
    for place, part in sorted(places.items()):
        role = roles[part]
        peers = alike[role.category, role.noun]
        rank = peers.index(part)
        found[place] = replace(role, rank=rank, peers=len(peers), first=part not in seen)
        seen.add(part)
    return found
