"""Find ages over 89, which name a person among few; the span covers the number alone.

Layout: « 92 ans », « âgée de quatre-vingt-douze ans », "aged 94", "93-year-old", "centenarian". A
duration is no age (« 95 ans de suivi », « depuis 90 ans »). Source: 45 CFR 164.514(b)(2)(i)(C).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.words import lowered, scan
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_NUMBER = re.compile(r"(?P<age>[91](?<![\w.,/-][91])(?:(?<=9)\d|(?<=1)[0-2]\d))(?![\d])")
_FRENCH_WORDS = (
    r"(?:quatre[ -]vingts?[ -](?:dix[ -](?:sept|huit|neuf)|dix|onze|douze|treize|quatorze"
    r"|quinze|seize)"
    r"|(?:nonante|octante[ -]dix)(?:[ -](?:et[ -]une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?"
    r"|cent(?:[ -](?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze))?)"
)
_ENGLISH_WORDS = (
    r"(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:a|one)[ -]hundred(?:(?:[ -]and)?[ -](?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten))?)"
)
_WORDED = re.compile(rf"(?<![\w-])(?P<age>{_FRENCH_WORDS}|{_ENGLISH_WORDS})(?!\w)")
_FRENCH_AFTER = re.compile(r"(?:[ \u00a0]?ans?|[ ]?a\.)(?!\w)")
_ENGLISH_AFTER = re.compile(
    r"[ -]?(?:years?|yrs?)[ -]?(?:old|of[ ]age)|[ -]?y\.?/?o\.?(?!\w)|[ ]?(?:m|f)\b(?=[ ,])"
)
_AGED_BEFORE = re.compile(r"\b(?:aged?|[âa]g[ée]e?s?(?:[ ]de)?|[âa]ge)[ ]?:?[ ](?:of[ ])?\Z")
_NO_AGE_AFTER = re.compile(
    r"[.,]\d|[ ]?(?:mois|months?|jours|days|weeks|semaines|%|kg|cm|mm|mg)|[\w-]*\d"
)
_CENTENARIAN = re.compile(r"\b(?:centenaires?|super-?centenaires?|centenarians?)\b", re.IGNORECASE)
_DURATION_BEFORE = re.compile(
    r"(?:pendant|depuis|durant|apr[èe]s|il y a|en|sur|sous|recul de|suivi de|tous les|over|for"
    r"|after|since)\s\Z",
    re.IGNORECASE,
)
_AT_AGE = re.compile(
    r"(?:[àa] l['’]âge de|âgée?s? de|d[ée]c[ée]d\w*(?: \w+)? [àa]|\bat|mort\w* [àa])\s\Z",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"""\s(?:de[ ](?:suivi|survie|tabagisme|traitement|recul|rémission|vie[ ]commune|carrière
    |service)|d['’](?:évolution|
    exposition|activité|intervalle|existence|ancienneté|histoire)|plus[ ]tard|après|auparavant
    |avant|environ[ ]de)""",
    re.IGNORECASE | re.VERBOSE,
)
_KIN = re.compile(
    r"\b(?:p[èe]re|m[èe]re|fr[èe]re|s(?:œ|oe)ur|tante|oncle|grands?-(?:m[èe]re|p[èe]re|parents)"
    r"|cousine?|"
    r"mother|father|brother|sister|aunt|uncle|grand(?:mother|father)|cousin)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;]\s|\n")
_HINTS = ("quatre-vingt", "quatre vingt", "nonante", "octante", "cent ", "ninety", "hundred")
_WINDOW = 24


def ages(passage: "Passage") -> Iterator[Span]:
    """Yield ages over 89."""
    text, low = passage.text, lowered(passage.text)
    for pattern, hints in ((_NUMBER, ("9", "1")), (_WORDED, _HINTS)):
        for found in scan(pattern, low, *hints):
            if _is_age(low, found):
                yield _age(text, found)
    for found in scan(_CENTENARIAN, low, "centenai", "centenari"):
        yield Span(found.start(), found.end(), Phi.AGE, "word", 0.8)


def _is_age(low: str, found: re.Match[str]) -> bool:
    """Tell an age from a duration, a measure and any other number."""
    if _ENGLISH_AFTER.match(low, found.end()):
        return True
    before = low[max(0, found.start() - _WINDOW) : found.start()]
    if _FRENCH_AFTER.match(low, found.end()):
        return not _is_duration(low, before, found)
    return bool(_AGED_BEFORE.search(before)) and not _NO_AGE_AFTER.match(low, found.end())


def _age(text: str, found: re.Match[str]) -> Span:
    """Return the span of an age, of kind "relative" where the sentence speaks of one."""
    sentence = _SENTENCE.split(text[max(0, found.start() - 80) : found.start()])[-1]
    kind = "relative" if _KIN.search(sentence) else ""
    return Span(found.start("age"), found.end("age"), Phi.AGE, kind, 0.9)


def _is_duration(low: str, before: str, found: re.Match[str]) -> bool:
    if _AT_AGE.search(before):
        return False
    after = _FRENCH_AFTER.match(low, found.end())
    end = after.end() if after else found.end()
    return bool(_DURATION_BEFORE.search(before) or _DURATION_AFTER.match(low, end))
