"""Finds that one replacement stands for: a given and a family name, a list of doctors, an address.

A name of birth goes with the name (« Mme Dupont, née Martin »), a postcode with its town.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from anonymizer.generalise.roles import Role
from anonymizer.phi import PEOPLE, Phi
from anonymizer.spans import Span

_WITHIN_NAME: Final = re.compile(r"[ \u00a0]?\n?\Z")
_COMMA: Final = re.compile(r"[ ]?,[ \u00a0]?\Z")
_LABELLED: Final = re.compile(r"(?:\A|[\n:|\t])[ \t]*\Z")
_BORN: Final = re.compile(
    r"[\s,]*\(?(?:n[ée]e?|n[ée]\(e\)|[ée]pouse|[ée]p\.?|[ée]pse|veuve|vve|born|formerly)[ ]\Z",
    re.IGNORECASE,
)
_WITHIN_ADDRESS: Final = re.compile(r"[\s,–-]{0,4}\Z")
_ADDRESS: Final = (Phi.ADDRESS, Phi.POSTCODE, Phi.CITY)
_LISTED: Final = re.compile(
    r"""[ ]?(?:,|,?[ ](?:et|and)|[ ]?&|[ ]?/)[ ]?
    (?:(?:avec|par|by|with)[ ])?(?:(?:les?|la|du|de[ ]la|des|aux?|à[ ]la|the)[ ])?
    (?:(?:D[rR]e?s?|P[rR]s?|Prof|Docteure?|Professeure?)\.?[ ])*\Z""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """A find, or several as one: ``count`` people, a town with the postcode ``code``."""

    span: Span
    count: int = 1
    code: str = ""


def whole_names(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield the spans, the parts of one person's name as one."""
    last: Span | None = None
    for span in spans:
        if last and _one_person(last, span, text):
            closed = _BORN.match(text[last.end : span.start]) and "(" in text[last.end : span.start]
            end = span.end + bool(closed and text[span.end : span.end + 1] == ")")
            last = replace(last, end=end, part=None)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _one_person(a: Span, b: Span, text: str) -> bool:
    if a.category not in PEOPLE or b.category not in PEOPLE:
        return False
    between = text[a.end : b.start]
    if _BORN.fullmatch(between):
        return True
    if between == " " and a.category is b.category:
        return True
    if a.part is b.part:
        return False
    listed = text[a.start : a.end].isupper() or _LABELLED.search(text[: a.start][-8:])
    return bool(_WITHIN_NAME.fullmatch(between) or (listed and _COMMA.fullmatch(between)))


def groups(
    spans: Iterable[Span], text: str, role: Callable[[Span], Role | None]
) -> Iterator[Group]:
    """Yield the finds in order: whole names, lists of people of one role, whole addresses."""
    last: Group | None = None
    for span in spans:
        joined = last and (_people(last, span, text, role) or _place(last, span, text))
        if joined:
            last = joined
            continue
        if last:
            yield last
        last = Group(span)
    if last:
        yield last


def _people(
    last: Group, span: Span, text: str, role: Callable[[Span], Role | None]
) -> Group | None:
    ours, theirs = role(last.span), role(span)
    if ours is None or theirs is None or ours.category is not Phi.CLINICIAN:
        return None
    alike = ours.noun == theirs.noun and theirs.category is Phi.CLINICIAN
    if not alike or not _LISTED.fullmatch(text[last.span.end : span.start]):
        return None
    return Group(replace(last.span, end=span.end, part=None), last.count + 1)


def _place(last: Group, span: Span, text: str) -> Group | None:
    """Return an address with its postcode and town as one, a postcode and its town as a town."""
    ours = last.span
    if ours.category not in _ADDRESS or span.category not in _ADDRESS[1:]:
        return None
    between = text[ours.end : span.start]
    if not _WITHIN_ADDRESS.fullmatch(between) or "\n\n" in between:
        return None
    if ours.category is Phi.ADDRESS:
        return Group(replace(ours, end=span.end))
    if ours.category is Phi.POSTCODE and span.category is Phi.CITY:
        return Group(replace(span, start=ours.start), code=text[ours.start : ours.end])
    return None
