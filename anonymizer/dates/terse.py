"""Days of a month without a year in notes: « Extubé 15/09 », "OGD 3/4 22:40", "CT 11/29".

Two numbers and a stroke are as often a score, a fraction or a pressure. What no score can be (a
padded number, a range, a clock time after it) is a date by itself; a text that holds one writes
others so, and then its shape, the months already named and the word before it decide.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.order import order
from anonymizer.dates.raw import Raw
from anonymizer.lexicon import words
from anonymizer.phi import Lang

_LAST_MONTH = 12
_REACH = 28
_TEN = 10  # from which no number is padded
_ALWAYS = (24, 7)
_LASTING = (7, 12)  # 5/7 and 3/12 are days and months in British notes
# What is told as two pressures, two doses, a ratio, an acuity, the number of a place or a part.
_PAIRS = r"""bp|ta|pa|pas|pad|pnia?|rr|tension[a-z]*|pression[a-z]*|press(?:ure)?s?|couchee?|debout
    |bras|bi-?pap|cpap|[ie]pap|vni|niv|aide|ai|psv?|peep|vent[a-z]*|ratio|rapport|hdl|acuity
    |acuite|vision|va|av|od|og|bav|flutter|schema|mixe?|insulin[a-z]*|lots?|wards?|beds?|lits?
    |chambres?|ch|rooms?|rm|pages?|p|reports?|no\.|n°|ck|dents?|tooth|teeth|vertebr[a-z]+|hla|versions?|titr[a-z]+"""
# What is told as a score or as so many of a whole: never where the first number is the greater.
_SCORES = r"""index|pains?|douleurs?|eva|evs|en|nrs|vas|scores?|apgars?|glasgow|gcs|mmse?|moca
    |phq-?9?|gad-?7?|nihss|barthel|braden|norton|waterlow|asa|borg|mrc|force|strength|power|testing|cote[es]?
    |cotation|rate[ds]?|scored|reflex[a-z]*|rots?|pulses?|pouls|oedem[a-z]*|edema|souffles?
    |murmurs?|sem|grades?|stades?|stages?|gleason|ganglion[a-z]*|nodes?|ln|n\+|curage|carottes?
    |cores?|biopsies|bottles?|flacons?|seances?|sessions?|cycles?|cures?|grossesse|weeks?|items?
    |criter[a-z]+|bu|tests?|bristol|chapitre|aux|[a-z]*cultures?|hcs?|bcx"""
_BETWEEN = r"""(?:[ ](?:a|at|of|is|was|de|du|est|to|from|au|aux|en|the)\b|[ :=~(]
    |\b[a-z]{1,9}(?=[ :])|[0-9]{1,2}/[0-9]{1,2},?){0,5}\Z"""
_PAIRED: Final = re.compile(
    rf"(?<!s/)(?<![a-z])(?:{_PAIRS}){_BETWEEN}|[0-9]:[0-5][0-9][ ]+\Z", re.VERBOSE
)
_SCORED: Final = re.compile(rf"(?<![a-z])(?:{_SCORES}){_BETWEEN}", re.VERBOSE)
_SCORED_AFTER: Final = re.compile(
    r"""[ ]?[(]?(?:n\+|ganglion|node|ln\b|bottle|flacon|positi|hpf|cfg|champs?\b|session|seance
    |cycles?|cures?\b|strength|force|power|pain|douleur|carotte|cores?\b|biops|teeth|dents|checks?|systolic
    |murmur|souffle|metastati|involved|envahi|atteint|criter|items?\b|points?\b|bilat|all[ ]four
    |throughout|abstinent|ago\b|bd\b|tds?\b|od\b|qds\b|qid\b|po\b|iv\b|matin\b|midi\b|soir\b|nocte
    |on[ ](?:mrc|the)\b|sur\b|out[ ]of|sem\b|bras\b|(?:left|right|[lr])[ ]arm|couche|debout
    |assise?\b|sitting|standing|lying|supine)""",
    re.VERBOSE,
)
_EVENT: Final = re.compile(
    rf"""(?:(?<![a-z])(?:adm[a-z]*|d/c'?d?|dc|sorti[es]*|entree?s?|admis[es]*|(?:de)?extub[a-z]*|iot
    |transf[a-z]*|stop|arret[es]*|repri[a-z]*|debut|(?:re)?pose[es]*|ablat[a-z]*|(?:re)?vue?s?|seen
    |reviews?|r/?v|rdv|cs|f/?u|clinic[a-z]*|appt|labs?|bloods?|bio|ecbu|rx|rp|cxr|xr
    |[oe]gd|ercp|fogd|picc|drain|out|home|done|given|swabs?|prochaine?s?|next|last|dernier[es]*|due
    |through|thru|until|till|since|depuis|jusqu'au|reconvocation|convo[a-z]*|controle|consult[a-z]*
    |meeting|mtg|rcp|mdt|photos?|passage|visites?|vad|ends?|rung|called|begun|start[a-z]*|night|morning|evening|nuit
    |(?:set|scheduled|planned|booked)[ ]for|appel[a-z]*|lines?|mail|note
    |lun|mar|mer|jeu|ven|sam|dim)|(?<![a-z]){context.ACT}|\blast[ ][a-z]+)
    [.:,]?[ ](?:le[ ]|on[ ]|du[ ]|of[ ])?\Z""",
    re.VERBOSE,
)
_DRUG: Final = re.compile(r"(?<![a-z-])([a-z-]{3,})(?:[ ](?:[lxsmc][lpr]|forte))?[ ]:?[ ]?\Z")
_PAST: Final = re.compile(r"(?:[a-z]{3,}ed|\bby|\bof|\bto)[ ]\Z")  # so, of no part of a whole
_CLOCK: Final = re.compile(
    r"""[ ](?:a[ ]|at[ ])?(?:(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9]|[ ]?h(?![a-z])|[ ]?[ap]m\b)
    |(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9/]|[.,][0-9]|[ ]?[a-z]?[gl]\b)|[ap]m\b)""",
    re.VERBOSE,
)
_BETWEEN_TWO: Final = re.compile(r"\b(?:between|entre)[ ](?:le[ ])?\Z")
_AND = frozenset((" and ", " et ", " et le "))
_OPENS_LINE: Final = re.compile(r"(?:\A|\n)[ ]*[-*•·|]?[ ]*\Z")
_LISTED: Final = re.compile(r"[ ]?(?:[,;:.)|](?![0-9])|\n|\Z|[+/-][ ])")
_LINE_TITLE: Final = re.compile(r"[ ]?[a-z]{0,12}[ ]?:|[ ]-[ ]")


def terse(text: str, raws: Sequence[Raw], sure: Sequence[bool], lang: Lang) -> Iterator[int]:
    """Yield the places of the days without a year that stand as dates, by what the text tells."""
    asked = [
        i
        for i, raw in enumerate(raws)
        if not sure[i] and raw.weak and raw.day and raw.month and not _scored(text, raw)
    ]
    if not asked:
        return
    plain = {i for i in asked if _plain(text, raws, i, lang)}
    known = [raw for i, raw in enumerate(raws) if (sure[i] or i in plain) and raw.numeric]
    large = {(raws[i].day, raws[i].month) for i in asked if _large(raws[i])}
    writes = any(raw.year is None for raw in known) or len(large) > 1
    dated = writes or any("/" in _signs(raw) for raw in known)
    month_first = lang is Lang.EN and (
        _month_first([*known, *(raws[i] for i in asked)]) or order(text, known) == "month"
    )
    months = {raw.day if month_first else raw.month for raw in known}
    for i in asked:
        raw = raws[i]
        lasting = lang is Lang.EN and not month_first and raw.month in _LASTING
        shaped = _shaped(raw, months, month_first=month_first)
        listed = _LISTED.match(text, raw.end) is not None
        likely = (shaped and (writes or (dated and listed))) or (dated and _told(text, raw))
        if i in plain or (likely and not lasting):
            yield i


def _signs(raw: Raw) -> str:
    return "".join(piece.text for piece in raw.pieces)


def _large(raw: Raw) -> bool:
    """Tell whether one number is that of no month: 28/3, 11/25."""
    return "/" in _signs(raw) and max(raw.day or 0, raw.month or 0) > _LAST_MONTH


def _improper(raw: Raw) -> bool:
    """Tell whether the first number is the greater: of no whole, and of no two round doses."""
    first, second = raw.day or 0, raw.month or 0
    return first > second and (first, second) != _ALWAYS and bool(first % 5 or second % 5)


def _month_first(raws: Sequence[Raw]) -> bool:
    """Tell whether an English text writes more months than days before the stroke."""
    later = sum((raw.month or 0) > _LAST_MONTH for raw in raws)
    return later > sum((raw.day or 0) > _LAST_MONTH for raw in raws)


def _scored(text: str, raw: Raw) -> bool:
    left = context.before(text, raw.start, _REACH)
    return bool(
        _PAIRED.search(left)
        or (not _improper(raw) and _SCORED.search(left))
        or _SCORED_AFTER.match(text, raw.end)
        or context.UNIT_AFTER.match(text, raw.end)
        or _dosed(text, raw, left)
    )


def _dosed(text: str, raw: Raw, left: str) -> bool:
    """Tell whether two numbers are the doses of a drug that names two: Targinact 20/10."""
    first, second = raw.day or 1, raw.month or 1
    padded = any(p.form == "2" for p in raw.pieces) and min(first, second) < _TEN
    if padded or (first % 5 and first % second):
        return False
    drug = _DRUG.search(left)
    names = (drug[1].replace("-", ""), drug[1].rpartition("-")[2]) if drug else ()
    known = any(name in words("drugs") for name in names)
    return known and not (_CLOCK.match(text, raw.end) or _EVENT.search(left))


def _plain(text: str, raws: Sequence[Raw], i: int, lang: Lang) -> bool:
    """Tell whether a shape can be nothing but a date, whatever its text writes."""
    raw = raws[i]
    zero = "0" in {text[raw.start], text[raw.end - 2]}
    if "." in _signs(raw):
        return zero and _told(text, raw)
    if zero or _CLOCK.match(text, raw.end):
        return True
    if not _large(raw):
        return _ranged(text, raws, i)
    lasting = lang is Lang.EN and raw.month in _LASTING
    listed = _improper(raw) and not lasting and _LISTED.match(text, raw.end) is not None
    return listed or _event(text, raw) or _ranged(text, raws, i)


def _ranged(text: str, raws: Sequence[Raw], i: int) -> bool:
    """Tell whether a day is joined to another: 11/22-11/26, "between 28/2 and 1/4"."""
    beside = pairwise(raws[max(0, i - 1) : i + 2])
    return any(a.numeric and b.numeric and _joined(text, a, b) for a, b in beside)


def _joined(text: str, first: Raw, second: Raw) -> bool:
    gap = text[first.end : second.start]
    between = gap in _AND and _BETWEEN_TWO.search(context.before(text, first.start))
    paired = between or gap.strip(" ") == "-"
    return bool(paired) and any(_large(raw) or _improper(raw) for raw in (first, second))


def _event(text: str, raw: Raw) -> bool:
    left = context.before(text, raw.start, _REACH)
    return bool(_EVENT.search(left) or (_large(raw) and _PAST.search(left)))


def _told(text: str, raw: Raw) -> bool:
    """Tell whether an event or the head of a line asks for a date, and nothing follows it."""
    if _event(text, raw):
        return _LISTED.match(text, raw.end) is not None
    opens = _OPENS_LINE.search(context.before(text, raw.start, _REACH))
    return bool(opens and _LINE_TITLE.match(text, raw.end))


def _shaped(raw: Raw, months: Container[int | None], *, month_first: bool) -> bool:
    """Tell whether two numbers are no part of a whole: 10/4 or 11/25 beside such months."""
    first, second = raw.day or 0, raw.month or 0
    if "/" not in _signs(raw) or (second > _LAST_MONTH and not month_first):
        return False
    month = first if month_first else second
    near = any((month + apart - 1) % _LAST_MONTH + 1 in months for apart in (-1, 0, 1))
    return near + _large(raw) + _improper(raw) > 1  # two of three will do
