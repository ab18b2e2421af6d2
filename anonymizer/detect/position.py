"""Tell whether a word stands where names, towns or numbers stand.

Layout: what comes right before and right after a word. Source: French and English usage in letters.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from anonymizer.detect.words import is_eponym
from anonymizer.lexicon import words


class Level(StrEnum):
    """How much the surroundings of a known value must say before it counts."""

    STRONG = "strong"  # the value alone
    CAPITAL = "capital"  # written with a capital, and no eponym
    NAME = "name"  # beside a title, an initial or another part of a name
    TOWN = "town"  # after à, de, in, or beside a postcode
    POSTCODE = "postcode"  # beside a town or an address
    NUMBER = "number"  # after the label of a number


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word and where it stands in the original text."""

    plain: str = field(repr=False)
    start: int
    end: int


_TOWN_BEFORE = re.compile(
    r"(?:\b(?:[àÀA]|au|aux|de|du|en|vers|sur|pr[èe]s de|in|at|from|near|of|to|CHU|CHR|CH)[ ]"
    r"|[dD]['’]|\d{4,5}[ ]|,[ ])\Z"
)
_LABEL_BEFORE = re.compile(
    r"(?:nom|name|pr[ée]nom|patiente?|surname|famille|usage|naissance)\s?(?:\([^)]*\))?\s?:?\s\Z",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    r"(?:IPP|NDA|NIP|IEP|MRN|ID|n[°ºo]\.?|num[ée]ro|number|dossier|\#|chambre|room|lit|bed"
    r"|s[ée]jour|patient|sujet|subject|case)\s?[:=°#]?\s?\Z",
    re.IGNORECASE,
)
_POSTCODE_AFTER = re.compile(r"[ ,]{1,2}\n?[A-ZÀ-Þ]")
_POSTCODE_BEFORE = re.compile(r"(?:code postal|postcode|CP|zip)\s?:?\s?\Z|,\s\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:\A|[.!?:;•\n]|\n\s*-)\s*[«\"“(]?\s*\Z")
_SUBJECT_AFTER = re.compile(
    r"""['’]s\b|\ (?:a|est|[ée]tait|ne|n['’]\w+|se|s['’]\w+|va|vient|avait|pr[ée]sente|consulte
    |pr[ée]sentait|reste|dit|refuse|souhaite|accepte|pense|propose|demande|parle|vit|sort|prend
    |et\ [A-ZÀ-Þ]|\([a-z]
    |is|was|has|had|will|does|did|reports|denies|says|said|presented|lives|slept|felt|spoke|came
    |went|took|saw|put|and\ [A-Z]|happy|aware|(?:both\ )?felt|asked|called|listed|remains|agrees
    |agreed|knows|less\ so|garde|d['’]accord|pr[ée]venue?|me\ parle|to\ consent)\b""",
    re.VERBOSE,
)
# a sentence goes on here: the word before is small
_RUNNING = re.compile(r"(?<![\w'’])[a-zà-ÿ][\w'’-]*,?[ \u00a0\n]\Z")
_SMALL = 2  # letters of Le, He, Do
_JOINED = frozenset({"", ".", ",", "-", ". ", ".-"})


def named_here(
    text: str,
    tokens: tuple[Token, ...],
    i: int,
    last: int,
    companions: frozenset[str],
    *,
    given: bool,
) -> bool:
    """Tell whether the words ``i..last`` stand beside a title, an initial or another name."""
    start, end = tokens[i].start, tokens[last].end
    if is_eponym(text, start, end):
        return False
    if i and _beside(text, tokens[i - 1], tokens[i], companions, after=False):
        return True
    if last + 1 < len(tokens) and _beside(
        text, tokens[last], tokens[last + 1], companions, after=True
    ):
        return True
    before = text[max(0, start - 32) : start]
    return bool(_LABEL_BEFORE.search(before)) or _by_its_capital(
        text, tokens[i].plain, before, (start, end), given=given
    )


def _by_its_capital(
    text: str, plain: str, before: str, place: tuple[int, int], *, given: bool
) -> bool:
    """Tell whether a capital inside a sentence, or a verb behind it, makes a word a name."""
    start, end = place
    if (given or len(plain) > _SMALL) and _SUBJECT_AFTER.match(text, end):
        return True
    if given:
        return not _SENTENCE_END.search(before)
    running = text[start + 1 : end].islower() and _RUNNING.search(before) is not None
    return running and not _slight(plain)


def _slight(plain: str) -> bool:
    """Tell whether a word is too small or too clinical to be a name by its capital alone."""
    return len(plain) <= _SMALL or plain in words("eponyms") or plain in words("headings")


def _beside(
    text: str, left: Token, right: Token, companions: frozenset[str], *, after: bool
) -> bool:
    between = text[left.end : right.start].strip(" \u00a0\u202f\n")
    near = right if after else left
    if between not in _JOINED:
        return False
    if near.plain in companions:
        return text[near.start].isupper()
    if after:
        return (
            len(near.plain) == 1
            and text[near.start].isupper()
            and text[near.end : near.end + 1] == "."
        )
    if near.plain in words("titles"):
        short = near.plain in {"m", "pr", "dr", "me"}
        return (
            not short
            or between == "."
            or text[near.start : near.end] in {"Dr", "Pr", "DR", "PR", "dr"}
        )
    return len(near.plain) == 1 and text[near.start].isupper() and between == "."


def town_here(text: str, start: int, end: int) -> bool:
    """Tell whether a town may stand at ``[start, end)``."""
    before = text[max(0, start - 12) : start]
    return bool(_TOWN_BEFORE.search(before)) and not is_eponym(text, start, end)


def postcode_here(text: str, start: int, end: int) -> bool:
    """Tell whether a postcode may stand at ``[start, end)``."""
    before = text[max(0, start - 16) : start]
    return bool(_POSTCODE_AFTER.match(text, end) or _POSTCODE_BEFORE.search(before))


def numbered_here(text: str, start: int) -> bool:
    """Tell whether the label of a number stands before ``start``."""
    return bool(_NUMBER_BEFORE.search(text[max(0, start - 24) : start]))
