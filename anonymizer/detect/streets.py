"""Find postal addresses, with the postcode and the town that follow them.

Layout: number, street type, name, postcode, town (France, AFNOR XP Z10-011); number, name, street
type (United Kingdom, United States); name and number (Germany); boxes. Source: La Poste; Royal Mail
PAF; USPS Publication 28.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.towns import TOWN_HERE
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_heading,
    is_ordinary,
    lowered,
    scan,
)
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_FR_TYPE = (
    r"(?:all[ée]es?|avenue|av\.?|boulevard|bld\.?|blvd\.?|bvd|bd\.?|carrefour|chauss[ée]e"
    r"|chemin|cit[ée]|clos|corniche|cours|"
    r"esplanade|faubourg|fbg\.?|galerie|hameau|impasse|imp\.?|lieu[- ]dit|lotissement|mail"
    r"|mont[ée]e|parvis|passage|place|pl\.?|"
    r"promenade|quai|quartier|r[ée]sidence|rond[- ]point|route|rte|rue|ruelle|sente|sentier"
    r"|square|traverse|venelle|villa|voie)"
)
_STREET_WORD = rf"[{LETTER}\d{APOSTROPHE}{HYPHEN}./]+"
_STREET_TAIL = rf"""
    (?:[Gg]rande[ ])?(?i:{_FR_TYPE})[{BLANK}]+
    (?P<name>{_STREET_WORD}(?:[{BLANK}]{_STREET_WORD}){{0,7}}?(?:\n(?:[dD]['’])?{WORD})?)
    (?:,[ ](?:[Ss]tudio|STUDIO|[Bb][âa]t(?:iment)?\.?|BAT|[Aa]ppt?\.?|[Ee]sc(?:alier)?\.?
    |[ÉEé]tage|[Rr][ée]sidence)[ ][\w ]{{1,20}}?)?
    (?=[{BLANK}]*(?:,|;|\n|\.(?:\s|\Z)|\)|\(|\Z|[ ]-|\d{{2}}[ ]?\d{{3}}\b|[ ](?:à|au|dans|en|est
    |et|depuis|avec)\b))"""
_STREET_FR = re.compile(
    rf"""[0-9](?<![\w.,/][0-9])\d{{0,3}}(?:[ ]?[-/][ ]?\d{{1,4}})?(?:[ ]?(?:bis|ter|quater
    |[A-D])\b)?[ ]?,?[ ]?{_STREET_TAIL}""",
    re.VERBOSE,
)
_STREET_WORDED = re.compile(
    rf"(?<!\w)(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)[ ]{_STREET_TAIL}",
    re.VERBOSE,
)
_STREET_BARE = re.compile(
    rf"""(?:rue|Rue|RUE|avenue|Avenue|AVENUE|boulevard|Boulevard|[Ii]mpasse
    |[Cc]hemin|[Qq]uai|[Rr]oute)
    (?:[ ](?:de[ ]la|de[ ]l['’]|du|des|de|d['’]))?[ ]?(?P<name>{WORD}(?:[{BLANK}](?:d['’]|de[ ]
    |du[ ]|la[ ]|sur[ ]|des[ ])*{WORD}){{0,6}})""",
    re.VERBOSE,
)
_STREET_EN = re.compile(
    rf"""[0-9](?<![\w.,/][0-9])\d{{0,4}}[A-Da-d]?,?[ ]
    (?:[NSEW]\.?[ ])?(?:(?:{WORD}|\d{{1,3}}(?:st|nd|rd|th))[ ]){{1,4}}
    (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Crescent|Cres|Gardens|Gdns
    |Way|Place|Pl|Terrace|
    Boulevard|Blvd|Square|Hill|Park|Grove|Mews|Row|Highway|Hwy|Parkway|Pkwy|Circle|Walk|Green
    |Rise|View)\b\.?
    (?:,?[ ](?:[Aa]pt|[Ss]uite|[Uu]nit|[Ff]lat|\#)\.?[ ]?\w{{1,5}})?""",
    re.VERBOSE,
)
_STREET_DE = re.compile(
    rf"(?<!\w)(?:[{UPPER}][{LETTER}]*)?[Ss]tra(?:ss|ß)e(?:[ ][{LETTER}]+"
    rf"|[ ]\d+\.)*[ ]\d{{1,4}}[a-z]?(?!\w)"
)
_BOX = re.compile(
    r"\b(?:P\.?O\.? Box|Bo[îi]te postale) ?\d{1,6}\b|\b(?:BP|B\.P\.|CS"
    r"|TSA) ?\d{1,6}(?=[ ,\n-]{1,4}\d{2} ?\d{3}\b)"
)
_FLAT_BEFORE = re.compile(r"(?:Flat|Apt\.?|Apartment|Unit|Suite)[ ]\w{1,5},?[ ]\Z")
_NUMBER_WORDS = (
    " bd ",
    " rue ",
    " avenue ",
    " av. ",
    " boulevard ",
    " chemin ",
    " impasse ",
    " place ",
)
_BARE_WORDS = ("rue ", "Rue ", "RUE ", "venue ", "VENUE ", "oulevard ", "mpasse ", "hemin ", "uai ")
_BOXES = ("Box", "postale", "BP", "B.P.", "CS", "TSA")
_POSTCODE_AFTER = re.compile(
    r"[\s,;–-]{1,4}(?:(?:F|B|CH|D)-)?(?P<code>\d{2}[ ]?\d{3}|\d{4})\b(?![.,]\d)"
)
_BLANK_TOWN = re.compile(r"[ ,]{0,3}\n?(?:à )?")


def streets(passage: "Passage") -> Iterator[Span]:
    """Yield postal addresses up to the postcode, and the postcode and town that follow them."""
    text = passage.text
    for found in _numbered(text):
        flat = _FLAT_BEFORE.search(text[max(0, found.start() - 16) : found.start()])
        start = found.start() - (len(flat[0]) if flat else 0)
        yield Span(start, found.end(), Phi.ADDRESS, "", 0.9)
        yield from _town_after(text, found.end())
    for found in scan(_STREET_BARE, text, *_BARE_WORDS, "oute "):
        first = folded(found["name"].split()[0])
        begins = not text[found.start() - 1 : found.start()].isalnum()
        if begins and (not is_ordinary(first) or text.startswith(",", found.end())):
            yield Span(found.start(), found.end(), Phi.ADDRESS, "", 0.7)
            yield from _town_after(text, found.end())


def _numbered(text: str) -> Iterator[re.Match[str]]:
    yield from (found for found in _STREET_FR.finditer(text) if _is_street(text, found))
    low = lowered(text)
    if any(word in low for word in _NUMBER_WORDS):
        yield from (found for found in _STREET_WORDED.finditer(text) if _is_street(text, found))
    yield from _STREET_EN.finditer(text)
    yield from scan(_STREET_DE, text, "trasse ", "traße ")
    yield from scan(_BOX, text, *_BOXES)


def _is_street(text: str, found: re.Match[str]) -> bool:
    """Tell a street from a count: « 3 place Carnot », never « 12 cours de chimiothérapie »."""
    name = found["name"]
    if any(char.isupper() for char in name) and not name.split()[0].isdigit():
        return True
    return _POSTCODE_AFTER.match(text, found.end()) is not None


def _town_after(text: str, at: int) -> Iterator[Span]:
    code = _POSTCODE_AFTER.match(text, at)
    if not code:
        return
    yield Span(code.start("code"), code.end("code"), Phi.POSTCODE, "", 0.9)
    blank = _BLANK_TOWN.match(text, code.end())
    town = TOWN_HERE.match(text, blank.end()) if blank else None
    if town and not is_heading(folded(re.split(r"[ \n]", town[0])[0])):
        yield Span(town.start(), town.end(), Phi.CITY, "", 0.9)
