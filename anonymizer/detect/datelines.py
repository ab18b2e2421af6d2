"""Find towns that stand alone: in a dateline, between two signs, before a state or a country.

Layout: « Nice, le 3 mars 2020 », « Nice, 3 mars 2020 »; "(Leeds)", "…, Leeds" and a sign after it;
"Minot, North Dakota", "Metairie, LA". A town that is an ordinary word too needs the date or the
country. Source: the headings of letters; USPS Publication 28.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from anonymizer.detect.anchors import capitals
from anonymizer.detect.gazetteer import STATES, TOWN, is_town, kept, tells
from anonymizer.detect.regions import named_regions
from anonymizer.detect.states import STATES_TOO
from anonymizer.detect.words import BLANK, UPPER, WORD, folded, is_family
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

_DATED = (
    rf"(?:[AÀ][{BLANK}])?(?P<town>{TOWN})(?P<comma>[ ]?,)?[{BLANK}]"
    r"(?:(?P<le>le|LE|Le|ce)[ \u00a0])?(?:[a-zA-Z]{3,9}(?:day|di)[ ])?"
    r"(?:[0-3]?\d(?:er|st|nd|rd|th)?[ ./-]\w{2,}|\d[\d ]?[/.])"
)
_DATELINE = re.compile(rf"[{BLANK}]*(?=[^\d\n]{{3,60}}\d){_DATED}")
_DATED_ASIDE = re.compile(rf"[ ]{{3}}{_DATED}")
_DEGREES = frozenset(("MD", "PA", "MA", "MS", "DC"))
_WORDS = _DEGREES | frozenset(
    ("SA", "OR", "IN", "CO", "LA", "AL", "ID", "VA", "CT", "ME", "DE", "ON")
)
_TOWN_BEFORE = re.compile(
    rf"(?<![\w-])(?:St\.[ ])?(?:[TL](?:he|a|e|es)[ ])?{WORD}"
    rf"(?:[ ](?:upon|on|of|de|la|le|du)(?=[ ]))?(?:[ ](?:[dD]['’])?{WORD}){{0,2}}(?:,|[ ]\()?[ ]\Z"
)
_APART = re.compile(
    r"[(,–—|/·•\n-](?:(?<=\()(?=[^()\n]{3,30}\))|(?<=,)[ ]|(?<=[ ][–—|/·•-])[ ]|(?<=\n))"
    rf"(?=[{UPPER}l])(?P<town>{TOWN})"
    rf"(?=\)|[ ]?[,;.|\n(]|[ ][–—|/·•-][ ]|[–—]|\Z)"
)
_WITH_A_NAME = re.compile(rf"\((?P<name>{WORD}), (?P<town>{TOWN})\)")  # « (Payet, Le Port) »
_LONGEST = 48


def apart_towns(text: str) -> Iterator[Span]:
    """Yield towns that stand alone: in a dateline, between two signs, before their region."""
    yield from _apart(text)
    yield from _before_region(text)


def _apart(text: str) -> Iterator[Span]:
    """Yield towns that stand alone: in a dateline, or between two signs."""
    aside = _DATED_ASIDE.finditer(text) if "   " in text else ()
    for found in chain(_datelines(text), aside):
        if _dates(found):
            yield Span(*found.span("town"), Phi.CITY, "", 0.8)
    for found in _APART.finditer(text):
        if tells(found["town"]) and folded(found["town"]) not in words("regions"):
            yield Span(*found.span("town"), Phi.CITY, "", 0.7)
    for found in _WITH_A_NAME.finditer(text):
        if is_town(found["town"]) and is_family(folded(found["name"])):
            yield Span(*found.span("town"), Phi.CITY, "", 0.7)


def _datelines(text: str) -> Iterator[re.Match[str]]:
    """Yield the towns with a date that open a line."""
    at = 0
    while at >= 0:
        if found := _DATELINE.match(text, at):
            yield found
        at = text.find("\n", at) + 1 or -1


def _dates(found: re.Match[str]) -> bool:
    """Tell whether a town before a date opens a dateline; without a comma it must be no word."""
    if not found["comma"]:
        return found["le"] is not None and tells(found["town"])
    return is_town(found["town"]) or (found["le"] is not None and kept(found, "town") > 0)


def _before_region(text: str) -> Iterator[Span]:
    """Yield towns right before their state, region or country: "Minot, North Dakota"."""
    states = ((at, at + len(word)) for at, word in capitals(text) if _is_state(text, at, word))
    for start, end in chain(states, named_regions(text)):
        found = _TOWN_BEFORE.search(text, max(0, start - _LONGEST), start)
        if not found:
            continue
        apart = found[0][-2] in ",(" and text[start:end] not in _DEGREES
        town = _longest(found[0].rstrip(" ,("), is_town if apart else tells)
        if town:
            at = found.start() + found[0].index(town)
            yield Span(at, at + len(town), Phi.CITY, "", 0.8)
            yield Span(start, end, Phi.REGION, "", 0.7)


def _is_state(text: str, at: int, word: str) -> bool:
    """Tell a state's letters from a degree's, which stand after a name without a comma too."""
    apart = text[at - 2 : at] == ", "
    return (word in STATES and (apart or word not in _WORDS)) or (
        apart and word.lower() in STATES_TOO
    )


def _longest(words_before: str, known: Callable[[str], bool]) -> str:
    """Return the longest end of some words that is a town's name, "" for none."""
    rest = words_before
    while rest and not known(rest):
        rest = rest.partition(" ")[2]
    return rest
