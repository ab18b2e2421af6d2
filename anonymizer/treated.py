"""Everything found in a record, and what takes the place of each identifier."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from anonymizer.coreference import Mentioned
from anonymizer.dates.partial import PartialDate
from anonymizer.gender import gender, titled
from anonymizer.generalise.roles import Role
from anonymizer.known import Known
from anonymizer.labels import label
from anonymizer.means import Means, cast
from anonymizer.phi import NOT_A_SPAN, Lang, Phi
from anonymizer.policy import OLDEST, Policy, Treatment
from anonymizer.record import Leaf
from anonymizer.replacements import replacements, treatments
from anonymizer.spans import Span
from anonymizer.surrogates.initials import initials, letters
from anonymizer.timeline import Found, Timeline

FIELD = -1  # stands for the start of a span where an identifier fills a field of its own
_INVENTED = (Treatment.SURROGATE, Treatment.INITIALS)
_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Treated:
    """A record's leaves and passages with what was found, and how each find is treated.

    ``surrogates`` holds the invented values by path and start of the span, FIELD for a field;
    where the policy asks for initials, those of the invented names.
    """

    leaves: tuple[Leaf, ...]
    texts: tuple[Found, ...]
    time: Timeline
    policy: Policy
    lang: Lang
    surrogates: Mapping[_Place, str]
    roles: Mapping[_Place, Role] = field(init=False)
    day0: PartialDate | None = field(init=False, repr=False)  # what relative dates count from

    def __post_init__(self) -> None:
        """Work out, once for the record, who plays which part, and the initials of each."""
        object.__setattr__(self, "roles", cast(self.leaves, self.texts, self.policy))
        object.__setattr__(self, "day0", self.time.index or _coarse_index(self.texts))
        object.__setattr__(self, "surrogates", self._initialled())

    def _initialled(self) -> Mapping[_Place, str]:
        if Treatment.INITIALS not in self.policy.values():
            return self.surrogates
        names = dict(self._named())
        invented = [self.surrogates[place] for place in names]
        given = letters(invented, names.values())
        short = {place: initials(self.surrogates[place], given) for place in names}
        return {**self.surrogates, **short}

    def _named(self) -> Iterator[tuple[_Place, str]]:
        """Yield the names of which the policy asks the initials, with their places."""
        for leaf in self.leaves:
            if (leaf.path, FIELD) in self.surrogates and self._is_initialled(leaf.slot.phi):
                yield (leaf.path, FIELD), str(leaf.value)
        for found in self.texts:
            for span in found.spans:
                if self._is_initialled(span.category):
                    place = (found.passage.path, span.start)
                    yield place, found.passage.text[span.start : span.end]

    def _is_initialled(self, category: Phi) -> bool:
        return category not in NOT_A_SPAN and self.policy[category] is Treatment.INITIALS

    def values(self) -> dict[str, Any]:
        """Return the new value of every leaf that changes, by path."""
        years = {leaf.path for leaf in self.leaves if str(leaf.value) == "years"}
        return {
            leaf.path: new
            for leaf in self.leaves
            for new in [self._field(leaf, in_years=f"{leaf.parent}.unit" in years)]
            if new is not leaf.value
        }

    def _field(self, leaf: Leaf, *, in_years: bool) -> Any:  # noqa: ANN401, PLR0911 - any leaf
        phi = leaf.slot.phi
        if phi is Phi.LOCAL:
            return None
        if phi in NOT_A_SPAN:
            return leaf.value
        match self.policy[phi]:
            case Treatment.KEEP:
                return leaf.value
            case Treatment.GENERALISE | Treatment.BAND if phi is Phi.AGE:
                # a report prints the band of an age; see ``ages.band``
                return OLDEST + 1 if in_years and leaf.value > OLDEST else leaf.value
            case Treatment.SHIFT | Treatment.RELATIVE:
                # a relative date is printed from the moved one: the distance is the same
                return self.time.moved(leaf.value)
            case Treatment.SURROGATE | Treatment.INITIALS:
                return self.surrogates[leaf.path, FIELD]
            case _ if leaf.optional:
                return None
            case _:
                return label(phi, leaf.kind, leaf.slot.lang or self.lang)

    def replacements(self, found: Found) -> tuple[tuple[Span, str], ...]:
        """Return what takes the place of each identifier of a passage.

        A role takes the place of a title and an article too, a distance that of a preposition.
        """
        return tuple(replacements(found, self._means()))

    def treatments(self, found: Found) -> Iterator[tuple[Span, Treatment]]:
        """Yield all that was found in a passage, each with how it is treated in fact."""
        return treatments(found, self._means())

    def _means(self) -> Means:
        return Means(self.policy, self.time, self.surrogates, self.roles, self.day0)


def _coarse_index(texts: Sequence[Found]) -> PartialDate | None:
    """Return the earliest month, else the earliest year, of passages that tell no whole day."""
    dates = [m.date for found in texts for m in found.dates if m.date and m.date.year]
    months = [when for when in dates if when.month]
    order = sorted(months or dates, key=lambda when: (when.year or 0, when.month or 0))
    return PartialDate(order[0].year, order[0].month) if order else None


def mentioned(
    values: Sequence[Known], texts: Sequence[Found], policy: Policy, lang: Lang
) -> Iterator[tuple[_Place, Mentioned]]:
    """Yield everything that needs a surrogate, fields first, each with its place."""
    for value in values:
        if policy[value.category] in _INVENTED:
            yield (
                (value.path, FIELD),
                Mentioned(
                    text=value.value,
                    category=value.category,
                    lang=lang,
                    kind=value.kind,
                    part=value.part,
                    gender=value.gender,
                    owner=value.owner,
                ),
            )
    for found in texts:
        for span in found.spans:
            if policy[span.category] in _INVENTED:
                yield (found.passage.path, span.start), in_text(found, span)


def in_text(found: Found, span: Span) -> Mentioned:
    """Return what stands at a span of a passage as a mention."""
    text, lang = found.passage.text, found.passage.lang
    return Mentioned(
        text=text[span.start : span.end],
        category=span.category,
        lang=lang,
        kind=span.kind,
        part=span.part,
        gender=gender(text, span.start, span.end),
        titled=titled(text, span.start),
    )
