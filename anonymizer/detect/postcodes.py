"""Find postcodes, and the town that stands before or after them.

Layout: postcode, town, CEDEX (France; Belgium, Switzerland, Luxembourg with four digits); town,
postcode (United Kingdom A9 9AA, Canada A9A 9A9, Ireland A99 XXXX); town, state, ZIP+4 (United
States), town, state, four digits (Australia), town, four digits (New Zealand, South Africa), town,
dash, six digits (India, Singapore). Source: La Poste;
bpost; Royal Mail PAF; USPS Publication 28; Canada Post; An Post; India Post.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import lowered, numbers, vocabulary
from anonymizer.detect.envelopes import TYPES, before_code
from anonymizer.detect.gazetteer import (
    CEDEX,
    STATES,
    TOWN,
    TOWN_HERE,
    WORD_TOO,
    country_of,
    is_place,
    is_town,
    tells,
)
from anonymizer.detect.hamlets import place_before
from anonymizer.detect.measures import measured, public
from anonymizer.detect.states import state_before
from anonymizer.detect.words import (
    BEFORE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_heading,
    is_ordinary,
)
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_FRENCH = re.compile(
    rf"(?<![\w.,/+])(?P<code>\d{{2}}[ ]?\d{{3}}|\d{{4}})(?!\d)"
    rf"(?:[ ,]{{0,2}}\n?|[ ][/|·–—-][ ])"
    rf"(?P<town>{TOWN})"
)
_LETTERED = re.compile(r"[A-Z](?<![\w-].)[A-Z]?\d[\dA-Z]?[ ](?=[\dA-Z]{3,4}(?![\w-]))")
_BRITISH = re.compile(r"[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[ ]\d[ABD-HJLNP-UW-Z]{2}(?![\w-])")
_CANADIAN = re.compile(r"[A-Z]\d[A-Z][ ]\d[A-Z]\d(?![\w-])")
_IRISH = re.compile(r"[AC-FHKNPRTV-Y]\d[\dW][ ](?=\w{0,3}\d)(?=\w{0,3}[A-Z])[\dA-Z]{4}(?!\w)")
_IRISH_BEFORE = re.compile(rf"(?:\n|Co\.?[ ]{WORD},?[ ]|Dublin(?:[ ]\d{{1,2}})?,?[ ])\Z")
_TOWN_BEFORE = re.compile(rf"(?<![\w-])(?P<town>{WORD}),?[ ]\Z")
_STATE_BEFORE = re.compile(r"(?<![\w-])(?P<state>[A-Z]{2})[ ]{1,3}\Z")
_FOUR = re.compile(r"(?:(?<=[AWCDTSa-z][ ])|(?<=[a-z],[ ]))\d{4}(?!\d|[.,:]\d|[ ]?h)")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?(?![\w.,/ -]\d|\d)")
_INDIAN = re.compile(r"(?<=[a-z–-][ ])\d{3}[ ]?\d{3}(?![\w/-]|[.,]\d|[ ]\d)")
_DIGITS_ALONE = MappingProxyType({3: _INDIAN, 4: _FOUR, 5: _ZIP, 6: _INDIAN})
_CEDEX = re.compile(rf"{BEFORE}{WORD}(?:[{BLANK}{HYPHEN}][{LETTER}'’/]+){{0,4}}{CEDEX}(?!\w)")
_CUED = re.compile(
    r"(?:code postal\s?:?|cp\s?:?|post ?code\s?:?|eircode\s*:?|zip(?: ?code)?\s?:?"
    r"|pin(?: ?code)?\s?:)\s+(?P<code>\d{5}(?:-\d{4})?(?!\d)|\d{3} ?\d{3}(?![\w/-])"
    r"|[a-z]{1,2}\d[a-z\d]?[ ]?\d[a-z]{2}\b|[a-z]\d[\dw][ ]?\w{4}\b"
    r"|[a-z]\d[a-z][ ]?\d[a-z]\d\b)"
)
_CODE_AFTER = re.compile(
    r"(?:[\s,;|·–—-]{1,4}|[ ]à[ ](?=\S{4,7}[ ][A-Z]))"
    r"(?P<code>(?:(?:F|B|CH|D|L)-)?(?:\d{2}[ ]?\d{3}|\d{4}))\b(?![.,]\d)"
)
_COUNTRY = re.compile(r"(?<!\w)(?:F|B|CH|D|L)-\Z")
_BLANK_TOWN = re.compile(r"[ ,|·–—-]{0,3}\n?(?:à )?")
_TOWN_ONLY = re.compile(rf"(?:,[ ]?\n?|\n|[ ]à[ ]|[ ][|·–—-][ ])(?=[{UPPER}])")
_FOREIGN = frozenset(("CH", "BE", "LU", "AU", "NZ", "AT", "DK", "NO", "NL", "HU"))
_FOUR_DIGITS, _SIX_DIGITS = frozenset(("NZ", "ZA")), frozenset(("IN", "SG"))
_STREET = re.compile(rf"\b(?:{TYPES}|Box|Bag)\b")
_SECTOR = re.compile(r"[ ]\d{1,2}(?=[ ]?(?:[\n,;|)]|\Z))")  # « 1211 Genève 14 »
_YEARS = re.compile(r"(?:19|20)\d\d")
_SHORTEST = 4
_CUES = frozenset(("postal", "cp", "postcode", "eircode", "zip", "code", "pin"))
_FRENCH_DIGITS = frozenset((2, 4, 5))
_ZIP_DIGITS, _WIDEST = 5, 32
_YEAR = 4  # four digits are a year more often than a foreign postcode


def postcodes(passage: "Passage") -> Iterator[Span]:
    """Yield postcodes with the town before or after them."""
    text = passage.text
    for start, end in numbers(text):
        found = _FRENCH.match(text, start) if end - start in _FRENCH_DIGITS else None
        if found and _is_french(text, found):
            yield from _french(text, found)
        elif end - start in _DIGITS_ALONE:
            yield from _after_town(text, start, _DIGITS_ALONE[end - start])
        if end - start == _ZIP_DIGITS and text.startswith("dans le ", max(0, start - 8)):
            yield Span(start, end, Phi.POSTCODE, "", 0.85)
    used = vocabulary(text)
    for found in _CUED.finditer(lowered(text)) if not used.isdisjoint(_CUES) else ():
        alone = not text[found.start() - 1 : found.start()].isalnum()
        if alone and not measured(text, found.end()):
            yield Span(*found.span("code"), Phi.POSTCODE, "", 0.85)
    for found in _CEDEX.finditer(text) if "cedex" in used else ():
        yield Span(found.start(), found.end(), Phi.CITY, "", 0.85)
    yield from _all_lettered(text)


def _french(text: str, found: re.Match[str]) -> Iterator[Span]:
    start = _from_country(text, found.start())
    yield Span(start, found.end("code"), Phi.POSTCODE, "", 0.85)
    end = _with_sector(text, found.end("town"), found["code"])
    yield Span(found.start("town"), end, Phi.CITY, "", 0.85)
    yield from place_before(text, start, len(found["code"]))


def _all_lettered(text: str) -> Iterator[Span]:
    """Yield the postcodes that begin with one capital or two, then a digit."""
    for digit, _ in numbers(text):
        if not text[digit - 1 : digit].isupper():
            continue
        start = digit - 2 if text[digit - 2 : digit - 1].isupper() else digit - 1
        if _LETTERED.match(text, start):
            yield from _lettered(text, start)


def _lettered(text: str, start: int) -> Iterator[Span]:
    """Yield the British, Canadian or Irish postcode at ``start``, and what stands before it."""
    irish = _IRISH.match(text, start)
    found = _BRITISH.match(text, start) or _CANADIAN.match(text, start) or irish
    around = before_code(text, start) if found else ()
    if found and (found is not irish or around or _IRISH_BEFORE.search(text, 0, start)):
        yield Span(start, found.end(), Phi.POSTCODE, "", 0.8)
        yield from around


def _after_town(text: str, start: int, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield a postcode of digits alone after its state, or after a town that is known."""
    code = pattern.match(text, start) if text[start - 1 : start] in {" ", "\n"} else None
    if not code:
        return
    state = state_before(text, start, len(code[0].partition("-")[0].replace(" ", "")))
    around = (
        before_code(text, state[0]) or _town_of(text, state[0])
        if state
        else before_code(text, start) or _town_of(text, start)
    )
    addressed = any(_STREET.search(text, span.start, span.end) for span in around)
    if around and (state or _named(text, around[0], code[0], addressed=addressed)):
        yield Span(start, code.end(), Phi.POSTCODE, "", 0.8)
        yield from around
        if state:
            yield Span(*state, Phi.REGION, "", 0.7)


def _town_of(text: str, state: int) -> tuple[Span, ...]:
    """Return the town right before its state that is a heading too: « Mobile, AL »."""
    town = _TOWN_BEFORE.search(text, max(0, state - _WIDEST), state)
    known = town and is_town(town["town"])
    return (Span(*town.span("town"), Phi.CITY, "", 0.8),) if town and known else ()


def _named(text: str, nearest: Span, code: str, *, addressed: bool) -> bool:
    """Tell whether what stands before digits is a state, a town that is no word, a street."""
    name = text[nearest.start : nearest.end]
    if len(code) == _YEAR:
        town = nearest.category is Phi.CITY
        if _YEARS.fullmatch(code):
            return town and addressed and is_town(name)
        return addressed or (town and country_of(name) in _FOUR_DIGITS)
    if nearest.category is Phi.CITY:
        return (
            country_of(name) in _SIX_DIGITS
            if len(code) > _ZIP_DIGITS and "-" not in code
            else tells(name)
            or (folded(name) in WORD_TOO and text.startswith(", ", nearest.start - 2))
        )
    named = nearest.category is Phi.REGION and name not in STATES
    return named or text[nearest.start].isdigit()


def town_after(text: str, at: int) -> Iterator[Span]:
    """Yield the postcode and town, or the town alone, that follow an address ending at ``at``."""
    code = _CODE_AFTER.match(text, at)
    if code:
        yield Span(*code.span("code"), Phi.POSTCODE, "", 0.9)
    blank = (_BLANK_TOWN if code else _TOWN_ONLY).match(text, code.end() if code else at)
    town = TOWN_HERE.match(text, blank.end()) if blank else None
    if not town or is_heading(folded(re.split(r"[ \n]", town[0])[0])):
        return
    if code or is_town(town[0]):
        end = _with_sector(text, town.end(), code["code"]) if code else town.end()
        yield Span(town.start(), end, Phi.CITY, "", 0.9)


def _with_sector(text: str, end: int, code: str) -> int:
    """Return the end of a town with the number of its post office, which follows four digits."""
    sector = _SECTOR.match(text, end) if len(code) == _YEAR else None
    return sector.end() if sector else end


def _from_country(text: str, start: int) -> int:
    """Return where a postcode begins, the letters of its country before it taken in."""
    found = _COUNTRY.search(text, max(0, start - 4), start)
    return found.start() if found else start


def _is_french(text: str, found: re.Match[str]) -> bool:
    """Tell a postcode before its town from a count, a year, a ZIP at the end of its line."""
    code, start = found["code"], found.start()
    town = folded(found["town"]).replace("\n", " ")
    first = town.removeprefix("la ").removeprefix("le ").removeprefix("les ").split(" ")[0]
    if public(text, start) or text.startswith((":", " :"), found.end()):
        return False
    if _STATE_BEFORE.search(text, max(0, start - 4), start):
        return False
    if len(code) == _YEAR:
        return _is_foreign(text, found, first)
    known = is_place(town) or is_place(first) or is_town(town) or "cedex" in town
    return known or _is_unknown_town(text, found, first)


def _is_unknown_town(text: str, found: re.Match[str], first: str) -> bool:
    """Tell a town that no lexicon knows, by where its postcode stands and how both look."""
    code, start = found["code"], found.start()
    if is_ordinary(first) or is_heading(first) or is_clinical(first):
        return False
    if len(first) < _SHORTEST or code.endswith("000"):
        return False
    before = text[max(0, start - 3) : start]
    apart = "," in text[found.end("code") : found.start("town")]
    opened = not before or before.endswith(("\n", "(", ", ", " - ", "– ", "— ", "· ", "| "))
    return opened or (found["town"].isupper() and not apart)


def _is_foreign(text: str, found: re.Match[str], first: str) -> bool:
    """Tell a Belgian or Swiss postcode from a year or a count, by the country of its town."""
    if _from_country(text, found.start()) < found.start():
        return is_town(found["town"]) or is_town(first)
    before = text[max(0, found.start() - 2) : found.start()]
    apart = not before or before.endswith(("\n", ", ", "– ", "- "))
    if country_of(found["town"]) not in _FOREIGN and country_of(first) not in _FOREIGN:
        return False
    return apart and not (_YEARS.fullmatch(found["code"]) and before.endswith(", "))
