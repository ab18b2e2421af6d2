"""What takes the place of each identifier of a passage, in order, none overlapping."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from anonymizer.coreference import Mentioned
from anonymizer.dates.mention import Mention
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.relative import Distance, distance
from anonymizer.elision import apostrophe
from anonymizer.gender import gender, titled
from anonymizer.generalise import (
    ADULT,
    NAMED,
    Edit,
    Group,
    Named,
    Role,
    Site,
    adults,
    banded,
    birth,
    coded,
    cue,
    day,
    groups,
    hospital,
    named,
    oldest,
    person,
    range_follows,
    roles,
    town,
    whole_names,
)
from anonymizer.labels import label
from anonymizer.phi import PEOPLE, Lang, Phi
from anonymizer.policy import Policy, Treatment, treatment
from anonymizer.record import Leaf
from anonymizer.spans import Span
from anonymizer.timeline import Found, Timeline

_SURE: Final = 0.8  # confidence from which a word of no role is taken for a person
_BARE_POSSESSIVE: Final = re.compile(r"(?<=[sS])['’](?=[ ])")
_Place = tuple[str, int]
_ROLES: Final = (Treatment.GENERALISE, Treatment.CODE)
_INVENTED: Final = (Treatment.SURROGATE, Treatment.INITIALS)


@dataclass(frozen=True, slots=True)
class Means:
    """What replacements are made of."""

    policy: Policy
    time: Timeline
    surrogates: Mapping[_Place, str] = field(repr=False)
    roles: Mapping[_Place, Role]
    day0: PartialDate | None = field(repr=False)

    @property
    def in_roles(self) -> bool:
        """Tell whether roles take the place of names, and grammar is repaired around them."""
        return self.policy[Phi.NAME] in _ROLES

    def treatment(self, span: Span) -> Treatment:
        """Return how a find is treated."""
        return treatment(self.policy, span.category, span.kind)


def cast(leaves: Sequence[Leaf], texts: Sequence[Found], policy: Policy) -> Mapping[_Place, Role]:
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


def replacements(found: Found, means: Means) -> Iterator[Edit]:
    """Yield the edits of a passage."""
    text, lang = found.passage.text, found.passage.lang
    mark = apostrophe(text)
    every = tuple(_grouped(found, means))
    floor, listed, opened = 0, False, False
    for group, after in zip_longest(every, every[1:]):
        span = group.span
        ceiling = after.span.start if after else len(text)
        site = Site(text, span.start, span.end, floor, ceiling, lang, mark, listed=listed)
        dated = after is not None and after.span.category is Phi.DATE is span.category
        closes = dated and range_follows(text, span.end, ceiling)
        edit = _after(floor, _edit(site, group, found, means, opened=opened, closes=closes))
        yield edit
        floor, opened = edit[0].end, closes
        listed = site.alone(edit[0].start, edit[0].end)


def _after(floor: int, edit: Edit) -> Edit:
    """Return an edit that begins where the one before it ends, at the earliest."""
    span, new = edit
    return (span, new) if span.start >= floor else (replace(span, start=floor), new)


def _grouped(found: Found, means: Means) -> Iterator[Group]:
    """Yield the finds that something takes the place of, those of one replacement as one."""
    text, path = found.passage.text, found.passage.path
    spans = [s for s in found.spans if means.treatment(s) is not Treatment.KEEP]
    if means.policy[Phi.AGE] is Treatment.BAND:
        spans = sorted((*spans, *adults(text, found.passage.lang, found.spans)))
    if means.policy[Phi.NAME] in _INVENTED:
        return map(Group, spans)
    if not means.in_roles:
        return map(Group, whole_names(spans, text))
    listed = means.policy[Phi.CLINICIAN] is Treatment.GENERALISE
    alike = means.roles if listed else {}
    return groups(whole_names(spans, text), text, lambda s: alike.get((path, s.start)))


def _edit(  # noqa: PLR0911 - one a treatment
    site: Site, group: Group, found: Found, means: Means, *, opened: bool, closes: bool
) -> Edit:
    """Return the edit of one find, as the policy treats it."""
    span, path = group.span, found.passage.path
    role = means.roles.get((path, span.start))
    treated = means.policy[role.category] if role else means.treatment(span)
    removed = label(span.category, span.kind, site.lang)
    mention = next((m for m in found.dates if (m.start, m.end) == (span.start, span.end)), None)
    match treated:
        case Treatment.SHIFT if mention:
            return span, means.time.written(mention, path) or removed
        case Treatment.RELATIVE if mention:
            return day(site, _far(mention, means), opened=opened, closes=closes)
        case Treatment.SURROGATE:
            return _possessed(site, span, means.surrogates[path, span.start])
        case Treatment.INITIALS:
            return _short(site, span, means.surrogates[path, span.start])
        case Treatment.CODE if role:
            return coded(site, role)
        case Treatment.BAND:
            return banded(site) if span.kind == ADULT else oldest(site)
        case Treatment.GENERALISE:
            return _wider(site, group, role)
        case Treatment.REMOVE if span.category is Phi.BIRTH_DATE and means.in_roles:
            return birth(site)
        case _:
            return span, removed


def _possessed(site: Site, span: Span, new: str) -> Edit:
    """Return the edit of an invented name, with the possessive it takes: James' → Carl's."""
    mark = site.text[span.end : span.end + 1]
    bare = site.lang is Lang.EN and _BARE_POSSESSIVE.match(site.text, span.end)
    if not bare or span.category not in PEOPLE or new.lower().endswith("s"):
        return span, new
    return replace(span, end=span.end + 1), f"{new}{mark}s"


def _short(site: Site, span: Span, new: str) -> Edit:
    """Return the edit that puts initials in the place of a name, with one full stop at its end."""
    doubled = new.endswith(".") and site.text[span.end : span.end + 1] == "."
    return replace(span, end=span.end + doubled), new


def _wider(site: Site, group: Group, role: Role | None) -> Edit:
    """Return the edit that puts a wider word in the place of an identifier."""
    span = group.span
    if role is not None:
        weak = role.category is Phi.NAME and not role.civil and span.confidence < _SURE
        # a word of no role may be no person at all: nothing is said of it
        removed = label(span.category, "", site.lang)
        return (span, removed) if weak else person(site, role, count=group.count)
    match span.category:
        case Phi.AGE:
            return oldest(site)
        case Phi.HOSPITAL:
            return hospital(site)
        case Phi.CITY:
            return town(site, group.code)
        case category:
            return span, label(category, span.kind, site.lang)


def _far(mention: Mention, means: Means) -> Distance | None:
    """Return how far a date is from day 0; of one whose year another passage says, likewise."""
    when, day0 = mention.date, means.day0
    if when is None or day0 is None or day0.year is None:
        return None
    year = when.year or means.time.told.get((when.month or 0, when.day or 0))
    return distance(PartialDate(year, when.month, when.day), day0) if year else None
