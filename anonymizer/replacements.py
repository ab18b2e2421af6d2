"""What takes the place of each identifier of a passage, in order, none overlapping."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from anonymizer.dates.mention import Mention
from anonymizer.elision import apostrophe
from anonymizer.generalise.ages import banded, oldest
from anonymizer.generalise.days import birth, day, range_follows
from anonymizer.generalise.groups import Group, groups, whole_names
from anonymizer.generalise.people import coded, person
from anonymizer.generalise.places import hospital, town
from anonymizer.generalise.roles import Role
from anonymizer.generalise.site import Edit, Site
from anonymizer.labels import label
from anonymizer.means import Means
from anonymizer.phi import PEOPLE, Lang, Phi
from anonymizer.policy import Treatment
from anonymizer.spans import Span
from anonymizer.timeline import Found

_BARE_POSSESSIVE: Final = re.compile(r"(?<=[sS])['’](?=[ ])")
_INVENTED: Final = (Treatment.SURROGATE, Treatment.INITIALS)
_Dates = Mapping[tuple[int, int], Mention]


def replacements(found: Found, means: Means) -> Iterator[Edit]:
    """Yield the edits of a passage."""
    text, lang = found.passage.text, found.passage.lang
    mark, dates = apostrophe(text), _dates(found)
    every = _grouped(found, means, dates)
    floor, listed, opened = 0, False, False
    for group, after in zip_longest(every, every[1:]):
        span = group.span
        ceiling = after.span.start if after else len(text)
        site = Site(text, span.start, span.end, floor, ceiling, lang, mark, listed=listed)
        dated = after is not None and after.span.category is Phi.DATE is span.category
        closes = dated and range_follows(text, span.end, ceiling)
        if span.category is Phi.DATE and means.policy[Phi.DATE] is Treatment.RELATIVE:
            far = means.far(dates.get((span.start, span.end)))
            edit = day(site, far, opened=opened, closes=closes)
        else:
            edit = _edit(site, group, found, means, dates)
        yield edit
        floor, opened = edit[0].end, closes
        listed = site.alone(edit[0].start, edit[0].end)


def treatments(found: Found, means: Means) -> Iterator[tuple[Span, Treatment]]:
    """Yield all that was found in a passage, each with how it is treated in fact.

    The parts of one replacement are treated as one: given and family name, street and town.
    """
    text, path = found.passage.text, found.passage.path
    dates = _dates(found)
    wholes = {group.span.start: group.span for group in _grouped(found, means, dates)}
    whole = Span(0, 1, Phi.NAME)
    for span in means.finds(found):
        whole = wholes.get(span.start, whole)
        lead = whole if whole.start <= span.start and span.end <= whole.end else span
        given = means.treatment(lead, path, dates.get((span.start, span.end)))
        kept = means.surrogates.get((path, span.start)) == text[span.start : span.end]
        yield span, Treatment.KEEP if kept and given in _INVENTED else given


def _dates(found: Found) -> _Dates:
    return {(mention.start, mention.end): mention for mention in found.dates}


def _grouped(found: Found, means: Means, dates: _Dates) -> tuple[Group, ...]:
    """Return the finds that something takes the place of, those of one replacement as one."""
    text, path = found.passage.text, found.passage.path
    spans = [
        span
        for span in means.finds(found)
        if means.treatment(span, path, dates.get((span.start, span.end))) is not Treatment.KEEP
    ]
    if means.policy[Phi.NAME] in _INVENTED:
        return tuple(map(Group, spans))
    if not means.in_roles:
        return tuple(map(Group, whole_names(spans, text)))
    listed = means.policy[Phi.CLINICIAN] is Treatment.GENERALISE
    alike = means.roles if listed else {}
    return tuple(groups(whole_names(spans, text), text, lambda s: alike.get((path, s.start))))


def _edit(  # noqa: PLR0911 - one a treatment
    site: Site, group: Group, found: Found, means: Means, dates: _Dates
) -> Edit:
    """Return the edit of one find, as it is treated."""
    span, path = group.span, found.passage.path
    role, mention = means.roles.get((path, span.start)), dates.get((span.start, span.end))
    removed = label(span.category, span.kind, site.lang)
    match means.treatment(span, path, mention):
        case Treatment.SHIFT if mention:
            return span, means.time.written(mention, path) or removed
        case Treatment.SURROGATE:
            return _possessed(site, span, means.surrogates[path, span.start])
        case Treatment.INITIALS:
            return _short(site, span, means.surrogates[path, span.start])
        case Treatment.CODE if role:
            return coded(site, role)
        case Treatment.BAND:
            return banded(site)
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
    if role is not None:
        return person(site, role, count=group.count)
    match group.span.category:
        case Phi.AGE:
            return oldest(site)
        case Phi.HOSPITAL:
            return hospital(site)
        case _:
            return town(site, group.code)
