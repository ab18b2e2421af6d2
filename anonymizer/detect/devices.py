"""Find number plates, device identifiers and network hardware addresses.

Layout: plates AB-123-CD and 1234 AB 35 (France), AB12 CDE (United Kingdom), AB 12 CD 3456 (India),
any plate after its cue; UDI « (01) » and 14 digits with its further fields (GS1); MAC six pairs of
hexadecimal signs.
Source: arrêté du 9 février 2009; DVLA; GS1 General Specifications; IEEE 802.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import lowered, numbers, vocabulary
from anonymizer.detect.words import scan
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PLATE = re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])")
_INDIAN_PLATE = re.compile(r"(?<![\w-])[A-Z]{2}[ -]?\d\d[ -][A-Z]{1,3}[ -]\d{4}(?!\w)")
_OLD_PLATE = re.compile(r"(?<![\w-])\d{4}\s[A-Z]{2,3}\s\d{2}(?![\w-])")
_PLATE_CUE = re.compile(
    r"(?:immatricul(?:[ée]e?|ation)|plaque|\bplate|\brego|vehicle registration|car registration)"
    r"(?: (?:sous le )?(?:n[°º]|no\.?|number|num[ée]ro))?[ ]?[:#,(]?[ ]?"
)
_PLATE_VALUE = re.compile(r"[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4}){1,2}(?!\w)")
_LAYOUT = re.compile(r"[A-Z]{2}\d\d[ ]?[A-Z]{3}|[A-Z]{1,3}[ -]?\d{3}(?:[ -]?[A-Z]{2,3})?")
_FEW = 3
_PLATE_CUES = frozenset(
    (
        *(
            "immatriculé",
            "immatriculée",
            "immatricule",
            "immatriculation",
            "plaque",
            "plate",
            "rego",
        ),
        *("plates", "registration"),
    )
)
_NEW, _OLD, _INDIAN = 3, 4, 2  # digits of a French plate since 2009, before, of an Indian one
_UDI = re.compile(r"\(01\)[ ]?\d{14}(?:[ ]?\(\d\d\)[ ]?[A-Za-z0-9-]{1,20})*")
_MAC = re.compile(r"(?<![\w:-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])")
_MAC_INSIDE = re.compile(r"[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]")


def devices(passage: "Passage") -> Iterator[Span]:
    """Yield plates, device identifiers and hardware addresses."""
    text = passage.text
    for start, end in numbers(text):
        plate = _plate(text, start, end)
        if plate:
            yield Span(plate.start(), plate.end(), Phi.ID, IdKind.PLATE, 0.7)
    cued = not vocabulary(text).isdisjoint(_PLATE_CUES)
    for cue in _PLATE_CUE.finditer(lowered(text)) if cued else ():
        value = _PLATE_VALUE.match(text, cue.end())
        if value and _mixed(value[0]):
            yield Span(value.start(), value.end(), Phi.ID, IdKind.PLATE, 0.8)
    for found in scan(_UDI, text, "(01)"):
        yield Span(found.start(), found.end(), Phi.ID, IdKind.DEVICE, 0.95)
    for found in _MAC.finditer(text) if _MAC_INSIDE.search(text) else ():
        if any(char.isdigit() for char in found[0]):
            yield Span(found.start(), found.end(), Phi.ID, IdKind.IP, 0.85)


def _plate(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the plate, in a layout of its country, that the digits at ``[start, end)`` are of."""
    digits = end - start
    if digits == _NEW and text.startswith("-", end):
        return _PLATE.match(text, max(0, start - _NEW))
    if digits == _OLD and text[end + 1 : end + 2].isupper():
        return _OLD_PLATE.match(text, start)
    if digits == _INDIAN and text[end : end + 1] in {" ", "-"}:
        at = start - digits - (not text[start - 1 : start].isalpha())
        return _INDIAN_PLATE.match(text, max(0, at))
    return None


def _mixed(value: str) -> bool:
    """Tell a number plate from « plate C5-C6 »: letters, and four digits or a usual layout."""
    lettered = any(char.isalpha() for char in value)
    return lettered and bool(sum(map(str.isdigit, value)) > _FEW or _LAYOUT.fullmatch(value))
