"""Two numbers and a stroke that are told as a score, a pressure, a dose, so many of a whole."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.events import CLOCK, event, happened
from anonymizer.dates.raw import Raw
from anonymizer.lexicon import words

_LAST_MONTH = 12
_REACH = 28
_TEN = 10  # from which no number is padded
_ALWAYS = "24/7"
# What is told as two pressures, two doses, a ratio, an acuity, the number of a place or a part.
_PAIRS = r"""bp|ta|pa|pas|pad|pnia?|rr|tension[a-z]*|pression[a-z]*|press(?:ure)?s?|couchee?|debout
    |bras|bi-?pap|cpap|[ie]pap|vni|niv|aide|ai|psv?|peep|vent[a-z]*|ratio|rapport|hdl|acuity
    |acuite|vision|va|av|od|og|bav|flutter|schema|mixe?|insulin[a-z]*|lots?|lits?|beds?
    |wards?(?![ ]rounds?\b)|chambres?|ch|rooms?|rm|pages?|p|reports?|no\.|n°|ck|dents?|tooth|teeth
    |vertebr[a-z]+|hla|versions?|titr[a-z]+"""
# What is told as a score or as so many of a whole: never where the first number is the greater.
_SCORES = r"""index|pains?|douleurs?|eva|evs|en|nrs|vas|scores?|apgars?|glasgow|gcs|mmse?|moca|amt
    |ace|phq-?9?|gad-?7?|nihss|barthel|braden|norton|waterlow|asa|borg|mrc|force|strength|power|testing|cote[es]?
    |cotation|rate[ds]?|scored|reflex[a-z]*|rots?|pulses?|pouls|oedem[a-z]*|edema|souffles?
    |murmurs?|sem|grades?|stades?|stages?|gleason|bishop|fugl|meyer|tinetti|berg|recall|rappel|horloge|clock
    |fluenc[a-z]*|orientation|attention|memory|memoire|ganglion[a-z]*|nodes?|ln|n\+|curage|carottes?
    |cores?|biopsies|bottles?|flacons?|seances?|sessions?|cycles?|cures?|grossesse|weeks?|items?
    |criter[a-z]+|bu|tests?|bristol|chapitre|aux|hcs?
    |(?:bcx|[a-z]*cultures?)(?![ ]from[ ]\Z)"""
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
    |a[ ](?:gauche|droite)\b|assise?\b|sitting|standing|lying|supine)""",
    re.VERBOSE,
)
_RESTATED: Final = re.compile(r"(?<![0-9/.])([0-9]{1,2})[ ]?\([ ]?\Z")  # "pain 6 (6/10)"
_ONE_WORD_ON: Final = re.compile(r",?[ ](?:[a-z]{1,12}[ ])?")  # "BP 13/7, standing 11/6"
_CLAUSE: Final = re.compile(r"[.;\n]")
_DRUG: Final = re.compile(r"(?<![a-z-])([a-z-]{3,})(?:[ ](?:[lxsmc][lpr]|forte))?[ ]:?[ ]?\Z")


def unscored(text: str, raws: Sequence[Raw], open_to: Container[int]) -> Iterator[int]:
    """Yield the places of the days and months that nothing tells to be a score or a pressure.

    Of those ``open_to`` doubt, one that goes on with a score before it is a score too.
    """
    last: Raw | None = None
    for i, raw in enumerate(raws):
        if i not in open_to:
            continue
        if _scored(text, raw) or (last and _goes_on(text, last, raw)):
            last = raw
        else:
            yield i


def large(raw: Raw) -> bool:
    """Tell whether one number is that of no month: 28/3, 11/25."""
    return _stroke(raw) and max(raw.day or 0, raw.month or 0) > _LAST_MONTH


def improper(raw: Raw) -> bool:
    """Tell whether the first number is the greater: of no whole, and of no two round doses."""
    first, second = raw.day or 0, raw.month or 0
    return first > second and bool(first % 5 or second % 5)


def _stroke(raw: Raw) -> bool:
    return any("/" in piece.text for piece in raw.pieces)


def _goes_on(text: str, last: Raw, raw: Raw) -> bool:
    """Tell whether a pair is one more of a score: of the same whole, or but a word away."""
    gap = text[last.end : raw.start]
    left = context.before(text, raw.start, _REACH)
    if _CLAUSE.search(gap) or event(left) or happened(left):
        return False
    return last.month == raw.month or _ONE_WORD_ON.fullmatch(gap) is not None


def _scored(text: str, raw: Raw) -> bool:
    left = context.before(text, raw.start, _REACH)
    restated = _RESTATED.search(left)
    return bool(
        _PAIRED.search(left)
        or (not improper(raw) and _SCORED.search(left))
        or _SCORED_AFTER.match(text, raw.end)
        or context.UNIT_AFTER.match(text, raw.end)
        or (restated and int(restated[1]) == raw.day)
        or (text[raw.start : raw.end] == _ALWAYS and not event(left))
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
    return known and not (CLOCK.match(text, raw.end) or event(left))
