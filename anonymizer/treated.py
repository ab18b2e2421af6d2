"""Everything found in a record, and what takes the place of each identifier."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from anonymizer.coreference import Mentioned
from anonymizer.known import Known
from anonymizer.labels import label, role
from anonymizer.phi import NOT_A_SPAN, PEOPLE, Lang, Phi
from anonymizer.policy import Policy, Treatment, treatment
from anonymizer.record import Leaf
from anonymizer.spans import Span
from anonymizer.timeline import Found, Timeline

FIELD = -1  # stands for the start of a span where an identifier fills a field of its own
_OLDEST = 89  # years: the last age that is published, HIPAA 45 CFR 164.514(b)(2)(i)(C)
_FEMALE_TITLE = re.compile(r"\b(?:mme|madame|mlle|mademoiselle|mrs|ms|miss)\.?\s*\Z", re.IGNORECASE)
_MALE_TITLE = re.compile(r"\b(?:m\.|mr\.?|monsieur|mister)\s*\Z", re.IGNORECASE)
_TITLE_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Treated:
    """A record's leaves and passages with what was found, and how each find is treated.

    ``surrogates`` holds the invented values by path and start of the span, FIELD for a field.
    """

    leaves: tuple[Leaf, ...]
    texts: tuple[Found, ...]
    time: Timeline
    policy: Policy
    lang: Lang
    surrogates: Mapping[tuple[str, int], str]

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
            case Treatment.GENERALISE if phi is Phi.AGE:
                return _OLDEST + 1 if in_years and leaf.value > _OLDEST else leaf.value
            case Treatment.SHIFT | Treatment.RELATIVE:
                # a relative date is printed from the moved one: the distance is the same
                return self.time.moved(leaf.value)
            case Treatment.SURROGATE:
                return self.surrogates[leaf.path, FIELD]
            case _ if leaf.optional:
                return None
            case _:
                return label(phi, leaf.kind, leaf.slot.lang or self.lang)

    def replacements(self, found: Found) -> tuple[tuple[Span, str], ...]:
        """Return what takes the place of each identifier of a passage."""
        written = {(m.start, m.end): m for m in found.dates}
        spans = (s for s in found.spans if self.treatment(s) is not Treatment.KEEP)
        return tuple(
            (span, self._replacement(span, found, written))
            for span in self._whole_names(spans, found.passage.text)
        )

    def treatment(self, span: Span) -> Treatment:
        """Return how a find is treated."""
        return treatment(self.policy, span.category, span.kind)

    def _whole_names(self, spans: Iterable[Span], text: str) -> Iterator[Span]:
        """Yield the spans, given and family name as one where one label stands for both."""
        last: Span | None = None
        for span in spans:
            if last and self._one_person(last, span, text):
                last = replace(last, end=span.end, part=None)
                continue
            if last:
                yield last
            last = span
        if last:
            yield last

    def _one_person(self, a: Span, b: Span, text: str) -> bool:
        return (
            a.category in PEOPLE
            and b.category in PEOPLE
            and a.part is not b.part
            and self.treatment(a) is not Treatment.SURROGATE
            and text[a.end : b.start].strip() in {"", ","}
        )

    def _replacement(self, span: Span, found: Found, written: Mapping[tuple[int, int], Any]) -> str:
        path, lang = found.passage.path, found.passage.lang
        removed = label(span.category, span.kind, lang)
        mention = written.get((span.start, span.end))
        match self.treatment(span):
            case Treatment.SHIFT if mention:
                return self.time.written(mention, path) or removed
            case Treatment.RELATIVE if mention:
                return self.time.distance(mention) or removed
            case Treatment.SURROGATE:
                return self.surrogates[path, span.start]
            case Treatment.GENERALISE if span.category is Phi.AGE:
                return f"{_OLDEST + 1}+"
            case Treatment.GENERALISE:
                return role(span.category, span.kind, lang)
            case _:
                return removed


def mentioned(
    values: Sequence[Known], texts: Sequence[Found], policy: Policy, lang: Lang
) -> Iterator[tuple[tuple[str, int], Mentioned]]:
    """Yield everything that needs a surrogate, fields first, each with its place."""
    for value in values:
        if policy[value.category] is Treatment.SURROGATE:
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
            if policy[span.category] is Treatment.SURROGATE:
                yield (found.passage.path, span.start), _in_text(found, span)


def _in_text(found: Found, span: Span) -> Mentioned:
    text = found.passage.text
    before = text[max(0, span.start - _TITLE_WIDTH) : span.start]
    female, male = _FEMALE_TITLE.search(before), _MALE_TITLE.search(before)
    return Mentioned(
        text=text[span.start : span.end],
        category=span.category,
        lang=found.passage.lang,
        kind=span.kind,
        part=span.part,
        gender="female" if female else "male" if male else "",
    )
