"""Find British, Irish and American postal addresses, with the town after them.

Layout: flat, house, number, name, street type, town; a house with a name and its lane; P.O. Box;
rural route and box. Source: Royal Mail PAF; An Post; USPS Publication 28; Canada Post; AusPost.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capital_words, capitals, lowered, numbers
from anonymizer.detect.envelopes import HOUSES, TYPES, widened
from anonymizer.detect.gazetteer import TOWN_HERE, is_place, is_town
from anonymizer.detect.words import APOSTROPHE, LETTER, UPPER, WORD, folded, is_heading, scan
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_LINK = r"(?:yr?|na|an|ar|a['’]|de|da|das|del)"
_CELTIC = (
    r"(?:Heol|Ffordd|Stryd|L[ôo]n|Rhodfa(?:['’]r)?|Rhiw|Maes|B[óo]thar|Sr[áa]id|P[áa]irc|Ascaill"
    r"|C[ée]ide|L[áa]na|C[úu]irt|Cnoc|Baile|Gleann|Radharc|Sr[àa]id|Rathad)"
)
_RURAL = re.compile(
    rf"(?:(?<=[ ](?:at|in|of)[ ])|(?<=from )|(?<=[,:] )){WORD}(?:[ ]{WORD}){{0,2}}[ ]"
    rf"(?:A/A|(?:Administrative|Admin\.?)[ ]Area"
    rf"|(?:Village|Location|Township|Homestead)(?=,[ ]{WORD}))(?!\w)"
)
_RURAL_SIGNS = (" A/A", " Area", " Village,", " Location,", " Township,", " Homestead,")
_FARM = re.compile(
    rf"(?<!\w)(?:(?:Pant|Bryn|Nant|Cae|Plas|T[ŷy]|Hafod|Llwyn|Tyddyn|Pen|Maes)[ ]yr?[ ]{WORD}"
    rf"|(?:Vill\.?|Taluka?|Tehsil|Purok|Brgy\.?|Barangay)[ ](?:\d{{1,3}},[ ]Brgy\.?[ ])?{WORD}"
    rf"(?:,[ ](?:P\.?[OS]\.?|Dist\.?)[ ]{WORD})*"
    rf"(?:,[ ][\w. ]{{2,20}}[ ][–-][ ]\d{{3}}[ ]?\d{{3}}(?!\d))?)"
)
_FARMS = frozenset(
    (
        *("Pant", "Bryn", "Nant", "Cae", "Plas", "Tŷ", "Ty", "Hafod", "Llwyn", "Tyddyn", "Pen"),
        *("Maes", "Vill", "Taluk", "Taluka", "Tehsil", "Purok", "Brgy", "Barangay"),
    )
)
_LONG = 3  # DR, CT, ST mean other things in capitals
_CAPITALS = "|".join(kind.upper() for kind in TYPES.split("|") if len(kind) > _LONG)
_TYPE = rf"(?:{TYPES}|RD|AVE|LN|{_CAPITALS})"
_PIECE = rf"(?:St\.?[ ])?{WORD}(?:[{APOSTROPHE}])?"
_SIDE = r"(?:[ ](?:North|South|East|West|[NS][EW]\b|[NSEW]\b\.?))"
_FLAT = (
    r"(?:,?[ ](?:\#\d{1,3}-\d{1,5}"
    r"|(?:[Aa]pt|[Ss]uite|[Ss]te|[Uu]nit|[Ff]lat|\#)\.?[ ]?\w{1,5}|Box[ ]\d{1,6}"
    r"|\d{1,2}(?:st|nd|rd|th)[ ](?:[Ff]loor|[Ff]l\b\.?)|\d{1,2}[ ](?:North|South|East|West)\b"
    r"|[A-Z][a-z]+[ ]\d{1,2}(?=[ ]*(?:\||\n|\Z))|RD[ ]\d{1,2}(?=,|[ ]?\n)))?"
)
_UNIT = (
    r"(?:(?:Flat|FLAT|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Ss]uite|[Rr]oom|Shop|Lot|Box"
    r"|Gate)[ ]\#?\w{1,5}"
    r"|(?:Ground|First|Second|Third|Top)[ ][Ff](?:loor|lat)|\dF\d|Door[ ]No\.[ ][\d/-]+)"
)
_STREET = re.compile(
    rf"""(?:(?<![\w.,/-])|(?<=U\d/)|(?<=U\d\d/))\d{{1,5}}(?:[ ]?[-/][ ]?\d{{1,4}})?[A-Da-d]?,?[ ]
    (?:(?:[NSEW]|NW|NE|SW|SE)\.?[ ])?(?:(?:{_PIECE}|\d{{1,3}}(?:st|nd|rd|th))[ ]){{1,4}}
    {_TYPE}\b\.?{_SIDE}?(?:[ ]\d{{1,3}}\b(?![ ]?[a-z]))?{_FLAT}""",
    re.VERBOSE,
)
_HIGHWAY = re.compile(
    r"(?<![\w.,/])\d{1,5}[ ](?:County Road|State Road|Highway|Hwy\.?|Route|US|Avenue)"
    r"[ ](?:\d{1,4}|[A-Z]½?)(?![\w½])"
    rf"|(?<=[ ]at[ ])\d{{3,5}}[ ][NSEW]\.[ ]{WORD}"
    rf"|(?<!\w[ ])\d{{1,3}}[A-Da-d]?[ ]The[ ]{WORD}(?:[ ]{WORD})?(?=,[ ]{WORD}|[ ]?[.;\n]|\Z)"
    rf"|(?<![\w.,/])\d{{1,5}},?[ ](?:(?:Jalan|Jln|Lorong|Rue|Calle|Rua|Via|{_CELTIC})[ ]"
    rf"(?:{_LINK}[ ])?{WORD}(?:[ ]{WORD}){{0,3}}"
    rf"|[{UPPER}][{LETTER}]{{2,20}}(?:straat|laan|weg|stra(?:ss|ß)e|gasse)(?![{LETTER}]))"
)
_UNNUMBERED = re.compile(
    rf"(?:(?<=, )|(?<=; )|(?<=[:•|–—-] )|^)(?P<street>(?:(?:{_PIECE}[ ]){{1,3}}(?:Street|Road|Lane"
    rf"|Avenue|Drive|Close|Terrace|Crescent|Gardens|Square|Quay|Walk|Hill|Row|Mews|Parade){_SIDE}?"
    rf"|(?:{_PIECE}[ ]){{1,2}}(?:St|Rd|Ave)\.?|{_CELTIC}[ ](?:{_LINK}[ ])?{WORD}))"
    rf"(?=,|[ ]?\n|\Z|[ ][•|·–—])",
    re.MULTILINE,
)
_COUNTED = re.compile(
    rf"(?:(?<=, )|(?<=[:;] )|^)(?:One|Two|Three|Four|Five|Six|Seven|Ten)[ ](?:{_PIECE}[ ]){{1,3}}"
    rf"{_TYPE}\b{_FLAT}(?=,|[ ]?\n|\Z|[ ]{{2}}|[ ][•|·–—])",
    re.MULTILINE,
)
_NAMED = re.compile(
    rf"(?<!\w)(?:The[ ])?(?:{_PIECE}[ ]){{1,3}}(?:{HOUSES}),[ ](?:{_PIECE}[ ]){{1,3}}{_TYPE}\b"
    rf"|(?:(?<=[,:] )|(?<![^\n])|(?<=[ ]{{2}}))The[ ](?:{_PIECE}[ ]){{0,2}}(?:{HOUSES})"
    rf"(?=,\s{WORD}(?:[,.]|[ ]?\n|\Z))"
)
_UNITED = re.compile(
    rf"(?<!\w)(?:{_UNIT},[ ](?:(?:{_PIECE}[ ]){{1,3}}(?:{_TYPE}|{HOUSES}))\b"
    r"|(?:Door|House|Plot|Shop)[ ]No\.?:?[ ]?\w[\w/-]*(?:,[ ][^,\n]{3,32}){0,5}?"
    r"(?=,[ ][A-Z][\w ]{2,20}?[ ]?[–,-][ ]?\d{3}[ ]?\d{3}(?!\d))"
    rf"|H\.[ ]?No\.[ ]?\d[\d/-]*)"
)
_SITE = re.compile(  # "Plot 9, Blackwater Caravan Park, Yarm Back Lane"
    r"[PBMCTS](?<!\w.)(?:lot|itch|erth|ooring|aravan|abin|halet|railer|tand|ite|pace)[ ]"
    rf"(?:No\.?[ ])?\w{{1,4}}(?:,[ ](?:{_PIECE}[ ]){{1,3}}(?:{_TYPE}|{HOUSES})\b){{1,3}}"
    rf"|[1-9](?<![\w.,/-].)\d{{0,4}}[A-D]?[ ](?:{_PIECE}[ ]){{1,2}}(?:Section|Extension|Ext|Phase"
    rf"|Sector|Zone|Village|Township|Colony|Nagar|Layout|Block|Compound)"
    rf"(?:[ ]\w{{1,3}})?(?=,[ ]{WORD})"
)
_BOX = re.compile(
    r"\b(?:(?:P\.?[ ]?O\.? ?|GPO )Box ?X?\d{1,6}"
    r"|(?:Private|Locked|Postnet) Bag:? ?[A-Z]?\d{1,6}"
    r"|(?:RR|R\.R\.|RFD|R\.D\.)[ ]?#?\d{1,3},?[ ]Box ?\d{1,6}"
    r"|(?:RR|R\.R\.)[ ]?#?\d(?=, [A-Z][a-z]+,))(?!\w)"
)
_CUED = re.compile(
    rf"address\w*\s?:?\s(?P<street>\d{{1,5}}[a-d]?,?[ ](?:[\w'’.]+[ ]){{1,4}}"
    rf"(?:{TYPES.lower()})\b\.?)"
)
_TOWNLAND = re.compile(
    rf"(?:^[ ]*|[:,][ ])(?P<place>{WORD}(?:[ ](?:{_LINK}[ ])?{WORD}){{0,2}}), "
    rf"(?=Co\.? ?[{UPPER}])",
    re.MULTILINE,
)
_BEFORE = re.compile(
    rf"(?:(?:{_UNIT}|Blk|Block|Bldg),?[ ]){{1,3}}\Z|(?<!\w)U\d{{1,2}}/\Z"
    rf"|c/o[ ]{WORD}(?:[ ]{WORD}){{0,2}},[ ]\Z"
)
_TOWN_BLANK = re.compile(r"(?:,?[ ]?\n?[ ]?|[ ][•|·–—-][ ])")
_TOWN_LOWER = re.compile(r",[ ](?P<town>[a-z][a-z' -]{2,24})(?=,|\n|\Z)")
_TOWN_END = re.compile(r"(?:[,.;\n]|\Z|[ ](?:[A-Z]{2,3}\b|\d|[A-Z]{1,2}\d|[•|·–—]))")
_STATE_END = re.compile(r" (?:NSW|VIC|QLD|TAS|ACT|[A-Z]{2})\Z")
_STREETS = frozenset(
    re.findall(
        r"\S+",
        "Street Road Lane Avenue Drive Close Terrace Crescent Gardens Square Quay Walk Hill Row "
        "Mews Parade St Rd Ave Heol Ffordd Stryd Lôn Lon Rhodfa Rhodfa'r Rhiw Maes Bóthar Bothar "
        "Sráid Sraid Sràid Páirc Pairc Ascaill Céide Lána Cúirt Cnoc Baile Gleann Radharc Rathad",
    )
)
_SITES = frozenset(
    re.findall(
        r"\S+",
        "Plot Pitch Berth Mooring Caravan Cabin Chalet Trailer Stand Site Space Section Extension "
        "Ext Phase Sector Zone Village Township Colony Nagar Layout Block Compound",
    )
)
_COUNTS = frozenset(("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Ten"))
_HOUSES = frozenset(HOUSES.split("|"))
_UNITS = frozenset(
    re.findall(r"\S+", "Flat FLAT Apt Apartment Unit Suite Room Shop H Door House Plot")
)
_BOXES = frozenset(("Box", "Bag", "RR", "R", "RFD"))
_NUMBER_GOES_ON = frozenset(",-/ABCDabcd")
_LONGEST_NUMBER = 5
_WINDOW = 64


def streets_en(passage: "Passage") -> Iterator[Span]:
    """Yield British, Irish and American addresses and the towns after them."""
    text, low = passage.text, lowered(passage.text)
    for found in _found(text):
        yield from _with_town(text, found.start(), found.end(), 0.9)
    for found in scan(_CUED, low, "address"):
        yield Span(*found.span("street"), Phi.ADDRESS, "", 0.85)
        town = _TOWN_LOWER.match(text, found.end())
        if town and is_place(town["town"]):
            yield Span(*town.span("town"), Phi.CITY, "", 0.8)
    if not capital_words(text).isdisjoint(_STREETS):
        for found in _UNNUMBERED.finditer(text):
            if _is_street(text, found):
                yield from _with_town(text, *found.span("street"), 0.75)
    for found in scan(_RURAL, text, *_RURAL_SIGNS):
        yield Span(found.start(), found.end(), Phi.ADDRESS, "", 0.85)
    for found in scan(_TOWNLAND, text, ", Co"):
        if not is_heading(folded(found["place"].split()[0])):
            yield Span(*found.span("place"), Phi.ADDRESS, "", 0.6)


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield the streets that a number, a house's name or a box tells."""
    for start, end in numbers(text):
        if end - start <= _LONGEST_NUMBER and _may_go_on(text, end):
            found = _STREET.match(text, start) or _HIGHWAY.match(text, start)
            if found:
                yield found
    for start, word in capitals(text):
        if word in _UNITS and (found := _UNITED.match(text, start)):
            yield found
    used = capital_words(text)
    patterns = (
        (_COUNTED, _COUNTS),
        (_NAMED, _HOUSES),
        (_BOX, _BOXES),
        (_FARM, _FARMS),
        (_SITE, _SITES),
    )
    for pattern, signs in patterns:
        if not used.isdisjoint(signs):
            yield from pattern.finditer(text)


def _may_go_on(text: str, end: int) -> bool:
    """Tell whether a name or a further number may stand after a number, as in an address."""
    sign, following = text[end : end + 1], text[end + 1 : end + 2]
    if sign == " ":
        return following.isupper() or following.isdigit() or following in _NUMBER_GOES_ON
    return sign in _NUMBER_GOES_ON


def _with_town(text: str, start: int, end: int, sure: float) -> Iterator[Span]:
    """Yield an address with the house and flat before it, and the town after it."""
    before = _BEFORE.search(text, max(0, start - _WINDOW), start)
    yield Span(widened(text, before.start() if before else start), end, Phi.ADDRESS, "", sure)
    yield from _town_after(text, end)


def _is_street(text: str, found: re.Match[str]) -> bool:
    """Tell a street without a number from a heading: « Hospital Street » needs its town after."""
    first = folded(found["street"].split()[0])
    if first in words("titles"):
        return False
    town = TOWN_HERE.match(text, found.end() + 1)
    return not is_heading(first) or (town is not None and is_town(town[0].split("\n")[0]))


def _town_after(text: str, at: int) -> Iterator[Span]:
    blank = _TOWN_BLANK.match(text, at)
    if not blank or not blank[0]:
        return
    town = TOWN_HERE.match(text, blank.end())
    if not town or (is_heading(folded(town[0].split()[0])) and not is_town(town[0])):
        return
    name = town[0]
    while not is_town(name) and not _TOWN_END.match(text, town.start() + len(name)):
        name = name.rpartition(" ")[0]
        if not name:
            return
    state = _STATE_END.search(name)
    end = town.start() + (state.start() if state else len(name))
    if blank[0].strip(" ") or is_place(name):
        yield Span(town.start(), end, Phi.CITY, "", 0.8)
