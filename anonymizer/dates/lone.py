"""Days that name no month, told of a date before them: « hospitalisé le 12 mars, sorti le 15 »."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.digits import runs
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import MONTH
from anonymizer.dates.raw import Raw, signs
from anonymizer.phi import Lang

_REACH = 1000  # signs from one day of a story to the next
_LAST_DAY, _TWO = 31, 2  # of a month; its digits
_EMERGENCY = ("15", "17", "18")
_STOP = r"[ ]?(?:[.;:)](?![0-9])|,(?![ ]?[0-9])|\n|\Z)"
_FRENCH: Final = re.compile(
    rf"""(er)?
    (?![0-9a-z°º%'’_+]|[ ]?/|-[^ ]|[.:][0-9]|,?[ ]?[0-9]
      |[ ](?:er|e|i?eme|nde?|bis|ter|quater|sur|a[ ][0-9]{{1,2}}(?![0-9]|[ ]?[h:])|d(?:es?|u|')[ ]?
        (?:[0-9]|deux|trois|quatre|chaque|mois)|gauges?|french|charrieres?|ch|fr|fu|fdg|tesla|points?
        |[a-z]*(?:premi|derni)er[a-z]*|autres?|{MONTH.pattern})(?![a-z])
      |[ ](?:et|ou|au)[ ](?:le[ ]|la[ ])?[0-9]{{1,2}}(?:er|e|eme|[ ]?[a-z]*e)\b
      |[ ](?:et|ou)[ ](?:le[ ])?11[0-9]\b)
    (?:(?<!er)|(?={_STOP}|[ ](?:et|puis|inclus|matin|soir|au[ ](?:matin|soir))\b))""",
    re.VERBOSE,
)
_FRENCH_CUE: Final = re.compile(
    r"""\b(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[ ]
    |(?<!dans[ ])le[ ]|(?P<of>du[ ])
    |(?:jusqu'|report\w+[ ]|repouss\w+[ ]|prolong\w+[ ]|avanc\w+[ ]|fix\w+[ ])au[ ])\Z""",
    re.VERBOSE,
)
# what « du 18 » sizes or numbers: « sonde du 18 », « trisomie du 21 », « stade du 2 »
_NUMBERED: Final = re.compile(
    r"""\b(?:sondes?|drains?|canules?|catheters?|trocarts?|aiguilles?|fils?|meches?|tubes?|calibres?
    |foley|redons?|bougies?|guides?|vis|cupules?|tetes?|tailles?|pointures?|lames?|numeros?|[a-z]*somi[ec]s?
    |deletions?|gains?|pertes?|chromosomes?|bras|exons?|stades?|grades?|scores?|niveaux?|classes?|cotations?|echelles?
    |pass(?:e[a-z]*|ant)|etages?|lits?|chambres?|box|lots?|pages?|tableaux?|articles?|annexes?|figures?
    |rue|avenue|place|samu|regulation)[ ](?:[a-z]+[ ])?du[ ]\Z""",
    re.VERBOSE,
)
_CALLED: Final = re.compile(
    r"""\b(?:appel[a-z]*|compos[a-z]*|contacte[rz]|joindre|joignez|preven[a-z]*|alert[a-z]*|faites?|faire|par
    |via|numeros?|samu|medecins?|regul[a-z]*)[ ](?:[a-z]+[ ])?(?:le|du|au)[ ]\Z""",
    re.VERBOSE,
)
_ENGLISH: Final = re.compile(
    rf"""(st|nd|rd|th)
    (?!,?[ ](?:(?:and|or|to)[ ])?(?:the[ ])?[0-9]{{1,2}}(?:st|nd|rd|th)[ ](?!of\b)[a-z])
    (?={_STOP}|[ ]?\(|[ ](?:inst|instant|of[ ]th(?:e[ ]same|is|at)[ ]month|at|when|where|for|with
    |without|in|on|he|she|they|we|it|i|you|his|her|their|my|our|this|that|there|which|who|after|before
    |because|following|by|but|so|as|then|while|until|till|since|under|via|despite|although|due
    |was|were|is|had|has|did|showed|revealed)\b|[ ](?:and|to)[ ](?![0-9]|the[ ][0-9]))""",
    re.VERBOSE,
)
_ENGLISH_CUE: Final = re.compile(
    r"""(?:\b(?:(?:on|until|till|since|to|by|before|after|and|from|for
    |(?:nights?|mornings?|evenings?|afternoons?|hours|day|eve|those|that|dated|results?|scans?|films?)
    [ ]of)[ ]the|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?(?:[ ]the)?)[ ])\Z""",
    re.VERBOSE,
)
# what is counted along a body or a curve: "ribs, from the 3rd to the 5th", "weight on the 25th"
_COUNTED: Final = re.compile(
    r"\b(?:(?:per)?centiles?|ribs?|toes?|fingers?|digits?|metatars\w*|metacarp\w*|vertebra\w*|nerves?"
    r"|interspaces?|intercostal|phalan\w*|(?:every|each|a) month)\b"
)
_CLAUSE: Final = re.compile(r"[.;\n]")
_BEFORE: Final = ("le ", "du ", "au ", "di ", "he ", "ay ", "y, ")
_SHAPES: Final = MappingProxyType(
    {Lang.FR: (_FRENCH, _FRENCH_CUE), Lang.EN: (_ENGLISH, _ENGLISH_CUE)}
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that may be a day by what follows it, with what stands before it."""

    start: int
    end: int
    digits: str
    ending: str
    before: str


def with_lone(
    text: str, raws: Sequence[Raw], lang: Lang, doubtful: Container[int]
) -> tuple[Raw, ...]:
    """Return the dates with the lone days of a story that a day or a month before them opens.

    Those that begin at a ``doubtful`` offset tell no month.
    """
    starts = [raw.start for raw in raws]
    found: list[Raw] = []
    for number in _numbers(text, lang):
        place = bisect_right(starts, number.start)
        if place and raws[place - 1].end > number.start:
            continue
        told = (r for r in reversed(raws[:place]) if r.start not in doubtful and _tells_month(r))
        host = _host(text, number, (r for r in told if not context.born(text, r.start, r.end)))
        if host and found and found[-1].start > host.start:
            host = found[-1]
        if host and _is_day(text, number, host.end, lang):
            found.append(_lone(number, host, lang))
    return tuple(sorted((*raws, *found), key=lambda raw: raw.start))


def _numbers(text: str, lang: Lang) -> Iterator[_Number]:
    for start, end in runs(text):
        if text[start - 3 : start] in _BEFORE and 1 <= int(text[start:end]) <= _LAST_DAY:
            after = _SHAPES[lang][0].match(text, end)
            if after and end - start <= _TWO:
                before = context.before(text, start)
                yield _Number(start, after.end(), text[start:end], after[1] or "", before)


def _is_day(text: str, number: _Number, opened: int, lang: Lang) -> bool:
    """Tell whether the words around a number make it a day; ``opened`` ends the date before it."""
    if number.start - opened > _REACH:
        return False
    cue = _SHAPES[lang][1].search(number.before)
    if lang is Lang.EN:
        after = text[number.end : number.end + context.REACH]
        clause = _CLAUSE.split(number.before)[-1] + _CLAUSE.split(after)[0]
        return cue is not None and _COUNTED.search(clause) is None
    if context.UNIT_AFTER.match(text, number.end):
        return False
    if cue is None:
        return text[opened : number.start] == " au "
    if number.digits in _EMERGENCY and _CALLED.search(number.before):
        return False
    return cue["of"] is None or _NUMBERED.search(number.before) is None


def _host(text: str, number: _Number, told: Iterator[Raw]) -> Raw | None:
    """Return the last date that tells a month, a day of the same line before a month alone."""
    last = next(told, None)
    if last is None or last.day:
        return last
    line = text.rfind("\n", 0, number.start)
    return next((r for r in takewhile(lambda r: r.start > line, told) if r.day), last)


def _tells_month(raw: Raw) -> bool:
    pieces = raw.full or raw.pieces
    return raw.date is not None and any(
        p.part == "month" and p.form not in {"season", "quarter", "half"} for p in pieces
    )


def _lone(number: _Number, host: Raw, lang: Lang) -> Raw:
    piece = Piece("day", "st")
    if lang is Lang.FR:
        digits = number.digits
        first = "er" if number.ending or digits != "1" else "1"
        piece = Piece("day", "2" if digits[0] == "0" else first)
    return Raw(
        number.start,
        number.end,
        (piece,),
        day=int(number.digits),
        full=_full(piece, host, lang),
        host=host.start,
        confidence=0.7,
    )


def _full(day: Piece, host: Raw, lang: Lang) -> tuple[Piece, ...]:
    """Return a day with a month and a year, in the order in which one is read after « le »."""
    pieces = host.full or host.pieces
    month = next(p for p in pieces if p.part == "month")
    if lang is Lang.FR and pieces[0].part == "day":
        number = pieces[0] if month.form in {"1", "2"} else day
        return (number, *pieces[1:])
    if month.form in {"1", "2", "roman"}:
        month = Piece("month", "long", case="title" if lang is Lang.EN else "lower", lang=lang)
    gap = " of " if lang is Lang.EN else " "
    return (day, signs(gap), month, signs(" "), Piece("year", "4"))
