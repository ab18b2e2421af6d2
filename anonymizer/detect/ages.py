"""Find ages over 89, which name a person among few; the span covers the number alone.

Layout: « 92 ans », « âgée de quatre-vingt-douze ans », « dans sa 92e année », "aged 94",
"93-year-old", "94F", "centenarian". A duration is no age (« 95 ans de cohorte », « depuis
90 ans »), unless a person stands before it. Source: 45 CFR 164.514(b)(2)(i)(C).
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import lowered, numbers, vocabulary
from anonymizer.detect.measures import measured
from anonymizer.detect.words import is_given, is_ordinary, scan
from anonymizer.fold import fold
from anonymizer.lexicon import in_dictionary
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_NUMBER = re.compile(r"(?<![\w.,/])(?P<age>[91](?:(?<=9)\d|(?<=1)[0-2]\d))(?!\d)")
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
_ORDINAL = re.compile(
    r"(?:dans|en) sa (?P<age>(?:9\d|1[01]\d)(?:e|[èe]me)"
    r"|quatre[ -]vingt[ -](?:dix(?:[ -]\w+)?i[èe]me"
    r"|\w+i[èe]me)|centi[èe]me) ann[ée]e"
    r"|in (?:his|her|their) (?P<nth>(?:9\d|1[01]\d)(?:st|nd|rd|th)|ninety[ -]\w+|ninetieth"
    r"|hundredth) year"
)
_FRENCH_AFTER = re.compile(r"(?:[ \u00a0]?ans?|[ ]?a\.|[ ]a(?=\)))(?!\w)")
_RANGE_AFTER = re.compile(r"[ ]?(?:-|–|à|et|ou|to|or|and)[ ]?\d{2,3}(?:[ \u00a0]ans|[ -]years?)\b")
_RANGE_BEFORE = re.compile(r"[98]\d[ ]?[-–][ ]?\Z")
_ENGLISH_AFTER = re.compile(r"[ -]?(?:years?|yrs?)[ -]?(?:old|of[ ]age)|[ -]?y\.?/?o\.?(?!\w)")
_YEARS_APART = re.compile(r"[ ]years?(?=[ ]?[,;.)\n]|\Z)")
_IS_BEFORE = re.compile(r"\b(?:is|was|turned|now)[ ]\Z")
_LIVES_AFTER = re.compile(
    r"(?:,|,?[ ](?:and|but))[ ](?:(?:still|now|very|quite)[ ])?(?:lives?|living|frail|fit"
    r"|independent|walks?|drives|widowed|mobile|bedbound|housebound)\b"
)
_SEX_AFTER = re.compile(r"[ ]?(?:m|f)\b(?!\.?\d)(?=[ ,.]|\Z)")
_OPENING = re.compile(r"(?:\A|\n|[.:;(]\s?|\b(?:an?|this|old|pt|patient|lady|mr|mrs)[ ])\Z")
_AGED_BEFORE = re.compile(r"\b(?:aged?|[âa]g[ée]e?s?(?:[ ]de)?|[âa]ge)[ ]?:?[ ](?:of[ ])?\Z")
_LIVED_BEFORE = re.compile(
    r"\b(?:(?:he|she|patient|lady|gentleman)(?:[ ](?:is|was|turn(?:s|ed)|will[ ]be|is[ ]now)|['’]s)"
    r"|lived[ ]to(?:[ ]be)?|turn(?:s|ed|ing)|died[ ]at|dead[ ]at)[ ]\Z"
)
_KIN_WORDS = (
    r"(?:p[èe]re|m[èe]re|fr[èe]re|s(?:œ|oe)ur|tante|oncle|grands?-(?:m[èe]re|p[èe]re|parents)"
    r"|cousine?"
    r"|(?:son|leur)[ ]mari|sa[ ]femme|[ée]pou(?:x|se)|mother|father|brother|sister|aunt|uncle"
    r"|nann?a?|granny|(?:great-)?gran|grandma|grandpa|mum|mom|dad|grand(?:mother|father"
    r"|parents)|cousin|husband|wife)"
)
_NAMED_BEFORE = re.compile(
    r"(?<!\w)(?P<name>[a-zà-ÿ'’-]{3,})(?: (?P<next>[a-zà-ÿ'’-]{3,}))?(?: \(|, )\Z"
)
_TITLED_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mme|m|madame|monsieur)\.? [^\W\d][\w'’-]+"
    r"(?: [^\W\d][\w'’-]+)?(?: \(|, )\Z"
)
_SEX_IN_BRACKETS = re.compile(r"[ ]?(?:m|f)\)")
_ALIVE_BEFORE = re.compile(
    r"\b(?:died|dead|alive|well|passed)\b[^.;\n\d]{0,40} at \Z|\b(?:herself|himself) \Z"
)
_KIN_IS_BEFORE = re.compile(rf"\b{_KIN_WORDS}\b[^.;\n\d]{{0,24}}(?: is|,? now|, who is|,) \Z")
_NO_AGE_AFTER = re.compile(
    r"[.,]\d|[ ]?(?:mois|months?|jours|days|weeks|semaines|beats|bpm|per ?cent|m[eè]tres?|miles|%"
    r"|°|kg|cm|mm|mg|of)|[\w-]*\d"
)
_OLDEST = re.compile(r"(?:centenaires?|centenarians?|nonag[ée]naires?|nonagenarians?)\b")
_PERSON_BEFORE = re.compile(
    r"(?:[àa] l['’]âge de|âgée?s? de|d[ée]c[ée]d\w*(?: \w+)? [àa]|\bat|mort\w* [àa]|op[ée]r\w+ [àa]"
    r"|\b(?:patiente?|homme|femme|dame|monsieur|mr|m\.|mme|madame|fille|fils|veu(?:f|ve)|sujet"
    r"|r[ée]sidente?|retrait[ée]e?)(?: \w+)? de)\s\Z"
)
_DURATION_BEFORE = re.compile(
    r"(?:pendant|depuis|durant|apr[èe]s|il y a|en|sur|sous|tous les|over|for|after|since"
    r"|\b(?:recul|suivi|cohorte|registre|p[ée]riode|dur[ée]e|exposition|carri[èe]re|survie|histoire"
    r"|tabagisme|exp[ée]rience)(?: \w+)? (?:de|sur)"
    r"|\b(?:survie|mortalit[ée]|risque|taux|r[ée]cidive|rechute|contr[ôo]le"
    r"|suivi)(?: \w+)? [àa])\s\Z"
)
_DURATION_AFTER = re.compile(
    r"\s(?:d(?:e\s(?!sexe|race|profession|nationalit|type|m[èe]re|p[èe]re)|['’](?!origine|apparence"
    r"|allure))[a-zà-ÿ]|plus\stard|après|auparavant|avant|environ\sde|que\b)"
)
_KIN = re.compile(rf"\b{_KIN_WORDS}\b")
_FELL_ILL = re.compile(
    r"^(?!.*(?:d[ée]c[ée]d|\bmorte?s?\b|\bdie[ds]\b|\bdead\b)).*\b(?:à|at)(?: \w+){0,2} \Z"
)
_KIN_JUST_BEFORE = re.compile(
    rf"\b{_KIN_WORDS}(?:[ ](?:\w+[ ])?(?:à[ ]|at[ ]|aged[ ]|\()|(?:[ ]\w+)?,[ ])\Z"
)
_SENTENCE = re.compile(r"[.;]\s|\n")
_HINTS = frozenset(("vingt", "vingts", "nonante", "octante", "cent", "ninety", "hundred"))
_YEARS = frozenset(("année", "annee", "year"))
_AGE_DIGITS = frozenset((2, 3))
_WINDOW = 64


def ages(passage: "Passage") -> Iterator[Span]:
    """Yield ages over 89."""
    low = lowered(passage.text)
    aged = (
        _NUMBER.match(low, start)
        for start, end in numbers(passage.text)
        if end - start in _AGE_DIGITS and low[start] in "91"
    )
    used = vocabulary(passage.text)
    worded = () if used.isdisjoint(_HINTS) else _WORDED.finditer(low)
    for found in chain(aged, worded):
        if found and _is_age(low, found):
            yield _age(low, found.span("age"))
    for found in () if used.isdisjoint(_YEARS) else _ORDINAL.finditer(low):
        yield _age(low, found.span("age" if found["age"] else "nth"))
    for found in scan(_OLDEST, low, "centen", "nonag"):
        yield Span(found.start(), found.end(), Phi.AGE, "word", 0.8)


def _is_age(low: str, found: re.Match[str]) -> bool:
    """Tell an age from a duration, a measure and any other number."""
    end = found.end()
    before = low[max(0, found.start() - _WINDOW) : found.start()]
    if _ENGLISH_AFTER.match(low, end):
        return True
    if _FRENCH_AFTER.match(low, end):
        return not _is_duration(low, _RANGE_BEFORE.sub("", before), end)
    if _RANGE_AFTER.match(low, end):
        return not _DURATION_BEFORE.search(before)
    return not _NO_AGE_AFTER.match(low, end) and _said(low, before, end)


def _said(low: str, before: str, end: int) -> bool:
    """Tell whether the words around say that a number without a unit is an age."""
    if _AGED_BEFORE.search(before) or (_SEX_AFTER.match(low, end) and _OPENING.search(before)):
        return True
    if before.endswith((", ", "(")) and _YEARS_APART.match(low, end):
        return True
    if _IS_BEFORE.search(before) and _LIVES_AFTER.match(low, end):
        return True
    if before.endswith("(") and _SEX_IN_BRACKETS.match(low, end):
        return True
    if _named(low, before, end):
        return True
    lived = (
        _KIN_JUST_BEFORE.search(before)
        or _LIVED_BEFORE.search(before)
        or _ALIVE_BEFORE.search(before)
        or _KIN_IS_BEFORE.search(before)
    )
    return bool(lived) and not measured(low, end)


def _named(low: str, before: str, end: int) -> bool:
    """Tell whether a titled or a given name stands before « (92) » or « , 92, »."""
    if low[end : end + 1] not in {")", ";", ","}:
        return False
    if _TITLED_BEFORE.search(before):
        return True
    found = _NAMED_BEFORE.search(before)
    return found is not None and any(word and _is_name(fold(word)) for word in found.groups())


def _is_name(plain: str) -> bool:
    return is_given(plain) and not (in_dictionary(plain) or is_ordinary(plain))


def _age(low: str, place: tuple[int, int]) -> Span:
    """Return the span of an age, of kind "relative" where one fell ill at it: no age lived to."""
    sentence = _SENTENCE.split(low[max(0, place[0] - 80) : place[0]])[-1]
    at_disease = _KIN.search(sentence) and _FELL_ILL.search(sentence)
    return Span(*place, Phi.AGE, "relative" if at_disease else "", 0.9)


def _is_duration(low: str, before: str, end: int) -> bool:
    if _PERSON_BEFORE.search(before):
        return False
    after = _FRENCH_AFTER.match(low, end)
    end = after.end() if after else end
    return bool(_DURATION_BEFORE.search(before) or _DURATION_AFTER.match(low, end))
