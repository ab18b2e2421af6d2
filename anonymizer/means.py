"""How each identifier of a record is treated in fact, and what takes its place is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from anonymizer.coreference import Mentioned
from anonymizer.dates.mention import Mention
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.relative import Distance, distance
from anonymizer.gender import gender, titled
from anonymizer.generalise.ages import ADULT, adults
from anonymizer.generalise.beside import Named, Place, cue, named
from anonymizer.generalise.groups import whole_names
from anonymizer.generalise.roles import NAMED, Role, roles
from anonymizer.phi import Phi
from anonymizer.policy import Policy, Treatment, treatment
from anonymizer.record import Leaf
from anonymizer.spans import Span, in_order
from anonymizer.timeline import Found, Timeline

_SURE: Final = 0.8  # confidence from which a word of no role is taken for a person
_ROLES: Final = (Treatment.GENERALISE, Treatment.CODE)
_WIDER: Final = (Phi.AGE, Phi.HOSPITAL, Phi.CITY)  # of which a wider word is known


@dataclass(frozen=True, slots=True)
class Means:
    """What replacements are made of."""

    policy: Policy
    time: Timeline
    surrogates: Mapping[Place, str] = field(repr=False)
    roles: Mapping[Place, Role]
    day0: PartialDate | None = field(repr=False)

    @property
    def in_roles(self) -> bool:
        """Tell whether roles take the place of names, and grammar is repaired around them."""
        return self.policy[Phi.NAME] in _ROLES

    def finds(self, found: Found) -> Sequence[Span]:
        """Return all that was found in a passage, with the ages that get a band."""
        if self.policy[Phi.AGE] is not Treatment.BAND:
            return found.spans
        return in_order(
            (*found.spans, *adults(found.passage.text, found.passage.lang, found.spans))
        )

    def treatment(self, span: Span, path: str, mention: Mention | None) -> Treatment:
        """Return how a find is treated in fact: what has no other value or wider word is removed.

        ``mention`` is the date read at its place.
        """
        role = self.roles.get((path, span.start))
        asked = treatment(self.policy, role.category if role else span.category, span.kind)
        match asked:
            case Treatment.SHIFT if mention is None or mention.date is None:
                return Treatment.REMOVE
            case Treatment.RELATIVE if self.far(mention) is None:
                return Treatment.REMOVE
            case Treatment.BAND if span.kind != ADULT:
                return Treatment.GENERALISE
            case Treatment.GENERALISE if _unsaid(span, role):
                return Treatment.REMOVE
            case _:
                return asked

    def far(self, mention: Mention | None) -> Distance | None:
        """Return how far a date is from day 0; of one whose year another passage says, likewise."""
        when, day0 = mention.date if mention else None, self.day0
        if when is None or day0 is None or day0.year is None:
            return None
        year = when.year or self.time.told.get((when.month or 0, when.day or 0))
        return distance(PartialDate(year, when.month, when.day), day0) if year else None


def _unsaid(span: Span, role: Role | None) -> bool:
    """Tell whether no wider word is known: a word of no role may be no person at all."""
    if role is None:
        return span.category not in _WIDER
    return role.category is Phi.NAME and not role.civil and span.confidence < _SURE


def cast(leaves: Sequence[Leaf], texts: Sequence[Found], policy: Policy) -> Mapping[Place, Role]:
    """Return who plays which part, by place, where the policy says it; else nothing."""
    if not texts or not any(policy[phi] in _ROLES for phi in NAMED):
        return {}
    said = {leaf.path: str(leaf.value) for leaf in leaves}
    held = tuple(
        Mentioned(
            text=str(leaf.value),
            category=leaf.slot.phi,
            lang=texts[0].passage.lang,
            part=leaf.slot.part,
            gender=sex if (sex := said.get(f"{leaf.parent}.sex", "")) in {"female", "male"} else "",
            owner=leaf.parent,
        )
        for leaf in leaves
        if leaf.slot.phi in NAMED and str(leaf.value).strip()
    )
    owners = (leaf.parent for leaf in leaves)
    codes = {o: said.get(f"{o}.role") or said.get(f"{o}.kinship") or "" for o in owners}
    return roles(tuple(each for found in texts for each in _named(found)), held, codes)


def _named(found: Found) -> Iterator[Named]:
    """Yield the names of a passage, given and family name as one."""
    text, path = found.passage.text, found.passage.path
    spoken = cue(text)
    for span in whole_names(found.spans, text):
        if span.category in NAMED:
            mention = Mentioned(
                text=text[span.start : span.end],
                category=span.category,
                lang=found.passage.lang,
                part=span.part,
                gender=gender(text, span.start, span.end),
                titled=titled(text, span.start),
            )
            yield named((path, span.start), text, span.end, mention, spoken)
