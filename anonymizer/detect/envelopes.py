"""Read an address backward from its postcode, or from its street: town, county, street, house.

Layout: « Flat 31, Kerbrum Court, High Road, Brecon, Powys LD3 8YT »: parts between commas, bullets
or dashes, each a run of capitals and numbers. A part with a number, a type of street or of house
is an address; the part next to the postcode is the town, or the county after it. A person, a
hospital or a line of prose ends it. Source: Royal Mail PAF; USPS Publication 28; An Post.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymizer.detect.gazetteer import STATES, is_town
from anonymizer.detect.words import (
    APOSTROPHE,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_given,
    is_heading,
)
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

TYPES = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Lanes|Ln|Drive|Dr|Court|Ct|Close|Crescent|Cres|Gardens|Gdns"
    "|Way|Place|Pl|Terrace|Boulevard|Blvd|Square|Hill|Park|Grove|Mews|Row|Highway|Hwy|Parkway|Pkwy"
    "|Circle|Walk|Green|Rise|View|Cottages?|Parade|Quay|Villas|Buildings?|Esplanade|Mount|Trail"
    "|Turnpike|Freeway|Alley|Loop|Heights|Meadows?|Fold|Cir|Av|Campus|Wharf|Chase|Drove|Gate|Wynd"
    "|Track|Tce|Pde|Cct"
    "|Brae|Vale|Croft|Yard|Plaza|Terr|Pike|Broadway|End|Garth|Reach|Hollow|Strand|Approach|Leas"
)
HOUSES = (
    "Cottage|House|Lodge|Farm|Farmhouse|Rectory|Manor|Barn|Villa|Court|Mill|Vicarage|Hall|Bungalow"
    "|Mansions|Building|Loft|Forge|Tower|Towers|Flats|Grange|Oast|Point|Works|Apartments|Hostel"
    "|Station|Homestead"
)
_WELSH = "Heol|Ffordd|L[ôo]n|Stryd|Maes|T[ŷy]|Bryn|Cae|Nant|Pant|Chy|Tre|Penn?"
_NUMBER = r"[A-Z]?\d{1,5}(?:[/-]\d{1,4})?[A-Za-z]?(?!\w)"
_CAPITAL = (
    rf"(?:{WORD}[{APOSTROPHE}]?|[{UPPER}]\.|St\.|(?:Dist|Dt|P\.O)\.|{_NUMBER}"
    r"|\d{1,3}(?:st|nd|rd|th)\b)"
)
_UNIT = (
    r"(?:(?:[Tt]op|[Ff]irst|[Gg]round)[ ])?(?:[Ff]lat|[Ff]loor|[Cc]aravan|[Rr]oom|[Uu]nit|[Pp]lot)"
)
_LINK = r"(?:y|yr|an|ar|na|the|upon|on|under|le|la|de|No\.|&|Isle[ ]of)"
PART = rf"(?:{_UNIT}|{_CAPITAL})(?:[ ](?:{_LINK}[ ]){{0,2}}{_CAPITAL}){{0,4}}"
_PART_BEFORE = re.compile(
    rf"(?<![{LETTER}\d{APOSTROPHE}./-])(?P<part>{PART})"
    r"(?P<gap>,?[ \t]*\n?[ \t]*|[ ](?:[•·|–—-]|via)[ ])\Z"
)
_ADDRESS = re.compile(
    rf"\d|(?i:\b(?:{TYPES}|{HOUSES})\.?\Z)|(?:The|[Tt]op|[Ff]lat|Lot|Box|{_WELSH})[ ]|P\.?O\b"
)
_BRACKETED_REGION = re.compile(r"[ ]\([A-Z]\w{1,20}\),?[ ]{1,3}\Z")  # « Québec (QC) G1L »
_APART_BEFORE = re.compile(r"(?:\A|\n|[\d)][ ]?[,;–—-][ ]|[;:(–—•|][ ]?)\Z")
_CARE = re.compile(
    r"(?i:\b(?:surgery|hospital|clinic|cent(?:re|er)|practice|health|healthcare|pharmacy|institute"
    r"|university|college|medical|medicine|school|trust|ward|department|service|services|infirmary"
    r"|physicians|associates|partners|group|nhs|church|consultants?|hospice|imaging|oncology)\b)"
)
_PERSONS = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "rev", "sister"))
_LABEL = re.compile(
    r"\A(?:(?:Home |Postal )?Address|ADDRESS|Addr|Eircode|Postcode|Post [Cc]ode"
    r"|Post [Tt]own|City|ZIP|Zip|Town|Loc)"
    r"(?: |\Z)"
)
_MOST, _SEVERAL, _WINDOW = 6, 2, 64


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of an address: where it stands, and whether it is a street, a house or a flat."""

    start: int
    end: int
    plain: str
    address: bool


def before_code(text: str, at: int) -> tuple[Span, ...]:
    """Return the county, town and address that end right before ``at``, the nearest first."""
    bracket = _BRACKETED_REGION.search(text, max(0, at - _WINDOW), at)
    parts = list(_parts(text, bracket.start() if bracket else at))
    found = []
    if parts and _is_region(text, parts[0]) and not _is_own_town(parts):
        found.append(_span(parts.pop(0), Phi.REGION))
    if parts and (not parts[0].address or is_town(parts[0].plain)):
        found.append(_span(parts.pop(0), Phi.CITY))
    while parts and is_town(parts[0].plain) and not parts[0].address:
        found.append(_span(parts.pop(0), Phi.CITY))
    where = [i for i, part in enumerate(parts) if part.address]
    if where:
        first, last = where[0], where[-1]
        found += (_span(part, Phi.CITY) for part in parts[:first])
        start = widened(text, parts[last].start)
        found.append(Span(start, parts[first].end, Phi.ADDRESS, "", 0.8))
    return tuple(found)


def _is_own_town(parts: list[_Part]) -> bool:
    """Tell a town that its region is named after (Québec), where no other town stands."""
    return is_town(parts[0].plain) and not any(is_town(part.plain) for part in parts[1:_SEVERAL])


def _is_region(text: str, part: _Part) -> bool:
    written = text[part.start : part.end]
    return part.plain in words("regions") or written in STATES


def _span(part: _Part, category: Phi) -> Span:
    return Span(part.start, part.end, category, "", 0.8)


def widened(text: str, start: int) -> int:
    """Return where an address begins, of which the part at ``start`` is known: its house, flat."""
    for part in _parts(text, start):
        if not (part.address or _APART_BEFORE.search(text, 0, part.start)):
            break
        if text[part.end : start].strip(" ") != ",":
            break
        start = part.start
    return start


def _parts(text: str, at: int) -> Iterator[_Part]:
    """Yield the parts of an address that end right before ``at``, the nearest first."""
    end = at
    for nth in range(_MOST):
        found = _PART_BEFORE.search(text, max(0, end - _WINDOW), end)
        if not found or (nth and found["gap"].isspace() and not _opens_line(text, found)):
            return
        part = _LABEL.sub("", found["part"])
        if not part or _ends_it(part, folded(part)):
            return
        start = found.end("part") - len(part)
        yield _Part(start, found.end("part"), folded(part), bool(_ADDRESS.search(part)))
        end = start


def _opens_line(text: str, found: re.Match[str]) -> bool:
    """Tell whether a part fills a line of its own, and is a house or a street."""
    alone = "\n" in found["gap"] and text[found.start() - 1 : found.start()] in {"", "\n"}
    return alone and _ADDRESS.search(found["part"]) is not None


def _ends_it(part: str, plain: str) -> bool:
    """Tell whether a part is a person, a hospital or a heading, which no address holds."""
    first, *rest = plain.replace(".", "").split(" ")
    given = rest and is_given(first, usual=True)
    person = first in _PERSONS or (given and not _ADDRESS.search(part))
    alone = not rest and (is_heading(first) or first.isdigit() or first in _PERSONS)
    return bool(person or alone or _CARE.search(part))
