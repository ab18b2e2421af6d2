"""Find French, Belgian and Swiss postal addresses, with the postcode and the town after them.

Layout: building and flat, number, street type, name, postcode, town (AFNOR XP Z10-011); a place
with a name of its own (lieu-dit, résidence, ZA, a hamlet before its postcode); boxes (BP, CS, TSA);
name and number (Belgium, Switzerland, Germany). Source: La Poste; bpost; La Poste suisse.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import lowered, opened, vocabulary
from anonymizer.detect.hamlets import named_places
from anonymizer.detect.postcodes import town_after
from anonymizer.detect.wordings import AROUND, LOCALITY, NAME, TYPE
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_ordinary,
    scan,
)
from anonymizer.phi import Lang, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_ESTATE = (
    r"(?:(?:L[ea][ ])?(?:[Cc]los|[Vv]illa|[Dd]omaine|[Mm]anoir|[Mm]oulin|[Mm]as|[Ff]erme)"
    rf"|(?:[Mm]aison|[Pp][ôo]le)[ ](?:de[ ]sant[ée]|m[ée]dicale?)|Les)(?:[ ]{NAME}|(?=,))"
)
_BEFORE = re.compile(rf"(?:(?:{AROUND}|(?<!\w){_ESTATE})[ ]?(?:[,\n–—-][ ]?|[ ])){{1,4}}\Z")
_AFTER = re.compile(
    rf"(?:[ ]?[,\n·–—-]?[ ]?{AROUND}(?:[ ](?:gauche|droite|face|sans[ ]asc\w*\.?))?){{1,4}}"
    rf"|,[ ](?:{LOCALITY}|{NAME}(?=[ ]?[,\n][ ]?\d{{5}}[ ][{UPPER}]))"
    rf"|[ ]\((?:interphone|code|digicode|b[âa]t|porte|sonnette)[^)\n]{{1,24}}\)"
)
_STREET_WORD = rf"(?:[{LETTER}]{{1,3}}\.|[{LETTER}\d{APOSTROPHE}{HYPHEN}./]*[{LETTER}\d])"
_TAIL = rf"""
    (?:[Gg]rande[ ])?(?i:{TYPE})[{BLANK}]+
    (?P<name>{_STREET_WORD}(?:[{BLANK}]{_STREET_WORD}){{0,7}}?(?:(?<!\.)\n(?:[dD]['’])?{WORD})?)
    (?=[{BLANK}]*(?:,|;|\n|\.(?:\s|\Z)|\)|\(|\Z|[ ][·|–—-]|\d{{2}}[ ]?\d{{3}}\b|[ ](?:à|au|dans|en
    |est|a|et|depuis|avec|chez)\b))"""
_NUMBERED = re.compile(
    rf"""(?<![\w.,/])\d{{1,4}}(?:[ ]?[-/][ ]?\d{{1,4}})?(?:[ ]?(?:bis|ter|quater
    |[A-D])\b)?[ ]?,?[ ]?{_TAIL}""",
    re.VERBOSE,
)
_TRUNK = re.compile(
    r"\d(?<![\w.,/].)\d{0,3}(?:[ ]?(?:bis|ter|[A-D])\b)?,?[ ]"
    r"(?:R[ND][ ]?\d{1,4}(?!\w)|Grand(?:e[ ]|['’-])(?:[Rr]ue|[Aa]ll[ée]e)\b"
    r"|\d{1,3}(?:er?|re|[èe]me)[ ](?:[Aa]venue|[Rr]ue|[Rr]ang)\b|[Rr]ang[ ]\d{1,3}(?!\w))"
    r"(?:[ ](?:Est|Ouest|Nord|Sud|[ENOS])\b)?"
)
_GRAND = re.compile(
    r"G(?<!\w.)rand(?:e[ ]|['’-])(?:[Rr]ue|[Rr]oute|[Pp]lace|[Aa]ll[ée]e|[Cc]hauss[ée]e),?[ ]"
    r"(?:n°[ ]?)?\d{1,4}[A-Za-z]?(?!\w)"
)
_WORDED = re.compile(
    rf"(?<!\w)(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)[ ]{_TAIL}",
    re.VERBOSE,
)
_BARE = re.compile(
    rf"""(?:(?P<usual>rue|Rue|RUE|avenue|Avenue|AVENUE|boulevard|Boulevard|BOULEVARD|impasse|Impasse
    |IMPASSE|chemin|Chemin|CHEMIN|quai|Quai|QUAI|route|Route|ROUTE|[Cc]hauss[ée]e)
    |[Aa]v\.?|[Bb]ld\.?|[Bb]d\.?|[Bb]oul\.?|[Rr]te\.?|[Cc]h\.|Place|[Pp]l\.|All[ée]e|Square)
    (?:[ ](?:de[ ]la|de[ ]l['’]|du|des|de|d['’]))?[ ]?(?P<name>(?:\d{{1,2}}(?:er|e|[èe]me)?[ ]
    (?:de[ ])?)?{WORD}(?:[{BLANK}](?:d['’]|de[ ]|du[ ]|la[ ]|sur[ ]|des[ ])*{WORD}){{0,6}})
    (?P<number>,?[ ](?:n°[ ]?)?\d{{1,4}}(?:[a-zA-Z]|bis|ter)?
    (?=[ ](?:bte|bo[îi]te|bus|à)[ ]|[ ]?[,;\n)]|\.(?:\s|\Z)|\Z))?""",
    re.VERBOSE,
)
_GERMAN = re.compile(
    rf"[{UPPER}s](?<!\w.)(?:[{LETTER}]*?(?:(?<=[Ss])tra(?:ss|ß)e(?:[ ][{LETTER}]+|[ ]\d+\.)*"
    r"|(?:gasse|platz|straat|steenweg|dreef|plein|laan|weg)))[ ]\d{1,4}[a-z]?(?!\w|[.,%]\d|[ ]?%)"
)
_BOX_ALONE = re.compile(
    r"[BCc](?:(?<![^\n].)|(?<=[,:] .)|(?<=\bau .))(?:[PS][ ]\d{3,6}|ase[ ]postale[ ]\d{1,5})"
    r"(?=[ ]?(?:[|,\n]|\.(?:\s|\Z)|\Z))"
)
_BOX = re.compile(
    r"[BCT](?<!\w[BCT])(?:o[îi]te postale ?\d{1,6}\b|(?:P|\.P\.|S|SA)(?<!CP|TS|TP) ?\d{1,6}"
    r"(?=[ ,\n–—-]{1,4}(?:F-)?\d{2} ?\d{3}\b))"
)
_CODE_AFTER = re.compile(r"[\s,;·|–—-]{1,4}(?:(?:F|B|CH|D)-)?(?:\d{2}[ ]?\d{3}|\d{4})\b(?![.,]\d)")
_LIVES = re.compile(r"\b(?:vit|habite|demeure|loge|adresse[ ]?:?)[ ](?:seule?[ ])?(?:au[ ])?\Z")
_USUAL = frozenset(
    (
        *("rue", "avenue", "av", "bd", "boulevard", "impasse", "chemin", "quai", "route"),
        *("chaussée", "chaussee"),
    )
)
_SHORT = frozenset(
    ("av", "bld", "bd", "boul", "rte", "ch", "place", "pl", "allée", "allee", "square")
)
_GERMANIC = ("trasse ", "traße ", "gasse ", "platz ", "straat ", "steenweg ", "laan ", "weg ")
_BOXES = frozenset(("bp", "b", "cs", "tsa", "postale"))
_NUMBER_BEFORE = re.compile(r"\d{1,4}(?:[ ]?[-/][ ]?\d{1,4})?[^\d\n]{0,16}\Z")
_TYPES = frozenset(
    (
        *("allée", "allees", "allées", "allee", "avenue", "av", "boulevard", "bld", "blvd", "bvd"),
        *("bd", "carrefour", "chaussée", "chaussee", "boul", "chemin", "cité", "cite", "clos"),
        *("corniche", "cour", "cours", "esplanade", "faubourg", "fbg", "galerie", "hameau"),
        *("impasse", "imp", "lieu", "lotissement", "mail", "montée", "montee", "parvis", "passage"),
        *("place", "pl", "promenade", "quai", "quartier", "résidence", "residence", "rond"),
        *("route", "rte", "rue", "ruelle", "sente", "sentier", "rang", "r", "square", "traverse"),
        *("venelle", "villa", "voie", "hent", "straed", "karter"),
    )
)
_TRUNKS = frozenset(("rn", "rd", "rue", "avenue", "rang", "allée"))
_WINDOW, _LONGEST = 72, 24


def streets(passage: "Passage") -> Iterator[Span]:
    """Yield postal addresses up to the postcode, and the postcode and town that follow them."""
    text = passage.text
    for start, stop, sure in (*_addresses(passage), *named_places(text)):
        begin, end = _widened(text, start, stop)
        yield Span(begin, end, Phi.ADDRESS, "", sure)
        yield from town_after(text, end)


def _addresses(passage: "Passage") -> Iterator[tuple[int, int, float]]:
    """Yield where streets stand: after a number, or by their type alone."""
    text = passage.text
    used = vocabulary(text)
    for found in _numbered(text, sorted(used & _TYPES)):
        if _is_street(text, found):
            yield *found.span(), 0.9
    if not used.isdisjoint(_TRUNKS):
        yield from ((*f.span(), 0.9) for f in _TRUNK.finditer(text))
    yield from ((*f.span(), 0.85) for f in _GRAND.finditer(text))
    if not used.isdisjoint(_USUAL):
        yield from ((*f.span(), 0.9) for f in _WORDED.finditer(text) if _is_street(text, f))
    types = sorted(used & (_USUAL | _SHORT))
    yield from ((*f.span(), 0.7) for f in opened(_BARE, text, types) if _is_bare(text, f))
    yield from ((*f.span(), 0.85) for f in scan(_GERMAN, text, *_GERMANIC))
    if not used.isdisjoint(_BOXES):
        boxes = _BOX.finditer(text), _BOX_ALONE.finditer(text) if passage.lang is Lang.FR else ()
        yield from ((*f.span(), 0.85) for f in chain(*boxes))


def _numbered(text: str, types: Sequence[str]) -> Iterator[re.Match[str]]:
    """Yield the streets behind their number, by the types of street that a text uses."""
    low = lowered(text)
    for word in types:
        at = low.find(word)
        while at >= 0:
            number = _NUMBER_BEFORE.search(text, max(0, at - _LONGEST), at)
            found = _NUMBERED.match(text, number.start()) if number else None
            if found:
                yield found
            at = low.find(word, at + len(word))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of an address with the building, floor and flat around it."""
    before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    after = _AFTER.match(text, end)
    begin = start - len(before[0]) if before else start
    line = text.rfind("\n", begin, start) + 1
    if line and text[begin - 1 : begin] not in {"", "\n"}:  # « Service X, 2e étage » over it
        begin = line
    return begin, after.end() if after else end


def _is_street(text: str, found: re.Match[str]) -> bool:
    """Tell a street from a count: « 3 place Carnot », never « 12 cours de chimiothérapie »."""
    name = found["name"]
    if any(char.isupper() for char in name) and not name.split()[0].isdigit():
        return True
    lives = _LIVES.search(text, max(0, found.start() - _LONGEST), found.start())
    return bool(lives or _CODE_AFTER.match(text, found.end()))


def _is_bare(text: str, found: re.Match[str]) -> bool:
    """Tell a street without a number before it from a word that ends like one."""
    if text[found.start() - 1 : found.start()].isalnum():
        return False
    if found["number"] is not None or found["usual"] is None:
        return found["number"] is not None
    return not is_ordinary(folded(found["name"].split()[0])) or text.startswith(",", found.end())
