"""Find hospitals and laboratories that go by a bare name or an acronym.

Layout: « à la Pitié », « du CHUV », "at MGH", "from the Royal Free", « chez Cerba »: a preposition,
then a name that the lexicon knows; an acronym in capitals only. After « de » a name that is an
eponym too (Pasteur, Curie) is none. Source: lexicon/hospitals.txt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capitals
from anonymizer.detect.gazetteer import town_beside
from anonymizer.detect.measures import of_a_scale
from anonymizer.detect.words import (
    LETTER,
    UPPER,
    WORD,
    folded,
    is_family,
    is_given,
    phrase_at,
    starting,
)
from anonymizer.lexicon import in_dictionary, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_CUE = re.compile(
    r"(?<![\w'’-])(?P<word>à|À|aux?|Aux?|de|De|du|Du|des|at|At|from|From|to|vers|Vers|chez|Chez|par|Par|by|By"
    r"|d['’]|D['’]|in|In)[ ]?(?:la |l['’]|the |The )?\Z"
)
_SEVERAL = re.compile(rf"[{UPPER}](?<![\w'’-].)[{LETTER}]{{1,20}}(?:[ '’-]{WORD}){{1,2}}")
_BRACKETED = re.compile(r"[ ]\((?=[A-ZÀ-Þ])")
_ACRONYMS = frozenset(
    [
        "kb",
        "igr",
        "hegp",
        "mgh",
        "va",
        "ucsf",
        "bwh",
        "uclh",
        "gosh",
        "jr",
        "hug",
        "chuv",
        "ucla",
        "nyu",
        "chum",
        "msk",
    ]
)
_WINDOW = 16
_LINE_GOES_ON = re.compile(r"[ ]{2}|[ ]?(?:[,\n]|\Z)")
_NUMBER_AFTER = re.compile(r"[ ]?[\d:=]")


def houses(passage: "Passage") -> Iterator[Span]:
    """Yield the hospitals and laboratories that the lexicon knows, after a preposition."""
    text = passage.text
    for start, word in capitals(text):
        if not _opens(word) or text[start - 1 : start].isalnum():
            continue
        end = _house_at(text, start)
        if not end or of_a_scale(text, start):
            continue
        cue = _CUE.search(text, max(0, start - _WINDOW), start)
        if cue and not of_a_scale(text, cue.start()):
            yield from _cued(text, cue, end)
        elif _SEVERAL.match(text, start) or _fills_a_line(text, start, end):
            yield Span(start, end, Phi.HOSPITAL, "", 0.8)
        else:
            continue
        yield from town_beside(text, end)


def _fills_a_line(text: str, start: int, end: int) -> bool:
    """Tell whether a name that is no person's stands alone on its line, or opens it."""
    plain = folded(text[start:end])
    person = plain in words("eponyms") or is_family(plain) or is_given(plain)
    if person or (in_dictionary(plain) and plain not in _ACRONYMS):
        return False
    return bool(text[start - 1 : start] in {"", "\n"} and _LINE_GOES_ON.match(text, end))


def _cued(text: str, cue: re.Match[str], end: int) -> Iterator[Span]:
    """Yield the hospital after its preposition; after « de » an eponym (Pasteur) is none."""
    of = cue["word"].lower() in {"de", "d'", "d’"} and cue[0].endswith(("de ", "De ", "'", "’"))
    if of and folded(text[cue.end() : end]) in words("eponyms"):
        return
    yield Span(cue.end(), end, Phi.HOSPITAL, "", 0.95)
    bracket = _BRACKETED.match(text, end)
    second = _house_at(text, bracket.end()) if bracket else 0
    if bracket and second:
        yield Span(bracket.end(), second, Phi.HOSPITAL, "", 0.8)


@lru_cache(65_536)
def _opens(name: str) -> bool:
    """Tell whether a word begins one that the lexicon knows."""
    return re.split(r"[ '-]", folded(name))[0] in starting("hospitals")


def _house_at(text: str, start: int) -> int:
    """Return where the hospital known at ``start`` ends, 0 for none."""
    end = phrase_at("hospitals", text, start)
    name = text[start:end]
    if name.lower() in _ACRONYMS and (not name.isupper() or _NUMBER_AFTER.match(text, end)):
        return 0
    return end
