"""Read an English-language institution's name around its keyword, and tell whether it is one.

Layout: leftwards over capitals and « of, and, & » to a sign, a title or a word that opens the
sentence; rightwards over « of X », NHS Trust, a campus, a town. Source: as hospital_words_en.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from anonymizer.detect.hospital_words_en import (
    AFTER_A_NAME,
    BODIES,
    CUE_BEFORE,
    DASHES,
    GENERIC,
    LINKS,
    NATIONS,
    NATURE,
    OPENING,
    RIGHT_TAIL,
    STREET_AFTER,
    TITLES,
)
from anonymizer.detect.words import (
    BLANK,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import in_dictionary, places, towns, words

_PIECE = re.compile(rf"(?:[^{BLANK}\n]+)")
_NAME_PIECE = re.compile(
    rf"(?P<open>[(\[\"“‘«]?)(?:(?:[bgmnd]?[bhptgcd]|n)?{WORD}['’]?|[{UPPER}]\.(?:[{UPPER}]\.)*|St\.|Mt\.|Ft\.)\Z"
)
_RIGHT_OF = re.compile(
    rf"[ ](?:of|OF|for|FOR|at|AT)[ ](?:the[ ]|THE[ ])?{WORD}"
    rf"(?:[ ](?:(?:and|of|the|&|AND|OF)[ ])*{WORD}){{0,4}}"
)
_RIGHT_SITE = re.compile(
    rf"[ ][–-][ ](?!Lab|Dep|Dir)(?P<site>(?:The[ ])?{WORD}(?:[ ]{WORD}){{0,2}})"
    r"(?=[,.;\n)]|\Z|[ ](?:by|on|in|for|today|yesterday)\b)"
)
_RIGHT_WORDS = re.compile(rf"[ ]{WORD}(?:[ ]{WORD}){{0,2}}")
_RIGHT_WORD = re.compile(rf"[ ]{WORD}")
_EXCELLENCE = "Care Excellence"
_LONGEST = 9
_WINDOW = 110
_SHORTEST = 3
_GIVEN_AND_FAMILY = 2
_LINE_OF_ADDRESS = re.compile(
    r"(?:\d|P\.?O\.? Box|Department|Division"
    r"|[^\n]*\b(?:Street|Road|Avenue|Lane|Drive|\d{5}|[A-Z]{1,2}\d{1,2} \d[A-Z]{2})\b)"
)
_LINE_OF_PERSON = re.compile(r"(?:\A|\n)(?:Drs?|Mr|Mrs|Ms|Miss|Prof)\b[^\n]{3,60}\n\Z")
_QUALIFIES = re.compile(r"(?:ional|ical|ular|scopic|tory)\Z")
_DESCRIBES = re.compile(r"(?:al|ular|ary|ed|ic|id|ile|ing|ive|ory|ous|un|less|up|hole|term)\Z")


class Word(NamedTuple):
    """One word of a name: where it stands, and how it reads folded."""

    start: int
    end: int
    plain: str


def leftwards(text: str, end: int) -> Sequence[Word]:
    """Return the words of a name that end at ``end``, what only opens the sentence left out."""
    line = max(text.rfind("\n", 0, end) + 1, end - _WINDOW)
    pieces = list(_PIECE.finditer(text, line, end))
    found: list[Word] = []
    for piece in reversed(pieces[-_LONGEST:]):
        written = piece[0]
        if (found[0].start if found else end) - piece.end() >= _SHORTEST:
            break
        if written in LINKS or written.lower() in {"of", "and", "the"}:
            found.insert(0, Word(piece.start(), piece.end(), written.lower()))
            continue
        if written in DASHES and found and all(is_general(word.plain) for word in found):
            found.insert(0, Word(piece.start(), piece.end(), "&"))
            continue
        word = _NAME_PIECE.match(written)
        if not word:
            break
        plain = folded(written[word.end("open") :].rstrip("."))
        if plain in TITLES:
            found = _after_link(found)
            break
        found.insert(0, Word(piece.start() + word.end("open"), piece.end(), plain))
        if word["open"]:
            break
    return _opened(_without_person(found))


def _without_person(found: list[Word]) -> list[Word]:
    """Return what « E. Sharp of Bell & Young Drugs », "O.D. of Bay Vision" name, not who."""
    at = next((i for i, word in enumerate(found) if word.plain == "of"), 0)
    before = [word.plain for word in found[:at]]
    named = len(before) > 1 and (len(before[0]) == 1 or is_given(before[0], usual=True))
    degree = len(before) == 1 and before[0].replace(".", "") in words("pointed")
    return found[at + 1 :] if degree or (named and not any(map(is_general, before))) else found


def _after_link(found: Sequence[Word]) -> list[Word]:
    """Return what follows the first link: « Dr Hardy of Bramble Hospital »."""
    at = next((i for i, word in enumerate(found) if word.plain in LINKS), 0)
    return list(found[at + 1 :] if at else found[1:])


def _opened(found: list[Word]) -> Sequence[Word]:
    """Return a name without the words that only open a sentence or a heading before it."""
    while found:
        first = found[0].plain
        ours = first == "our" and len(found) > 1 and found[1].plain == "lady"
        named = len(found) > 1 and found[1].plain in AFTER_A_NAME
        if ours or not (
            first in OPENING or first in LINKS or (_is_mere_heading(first) and not named)
        ):
            break
        found = found[1:]
    return tuple(found)


def _is_mere_heading(plain: str) -> bool:
    return is_heading(plain) and not (is_general(plain) or plain in NATURE)


def rightwards(text: str, end: int, *, strong: bool) -> int:
    """Return where a name ends that goes on after its keyword: of a town, Trust, a campus."""
    of = _RIGHT_OF.match(text, end) if strong else None
    if of:
        end = of.end()
    tail = RIGHT_TAIL.match(text, end)
    if tail:
        end = tail.end()
    end = _town_after(text, end)
    site = _RIGHT_SITE.match(text, end) if strong else None
    return site.end() if site and _is_site(site["site"]) else end


def _is_site(name: str) -> bool:
    """Tell whether what follows a dash names a site, and is no department nor a heading."""
    plains = folded(name).split()
    return any(not (is_general(word) or is_heading(word)) for word in plains)


def stranger_after(text: str, end: int) -> int:
    """Return where a word ends that no dictionary knows and that stands at ``end``."""
    found = _RIGHT_WORD.match(text, end)
    plain = folded(found[0].strip()) if found else ""
    known = not plain or in_dictionary(plain) or is_clinical(plain) or is_heading(plain)
    return found.end() if found and not known else end


def _town_after(text: str, end: int) -> int:
    found = _RIGHT_WORDS.match(text, end)
    while found:
        name = folded(found[0].strip())
        if STREET_AFTER.match(text, found.end()):
            return end
        if name in NATIONS:
            return found.end()
        if name in (places() if in_dictionary(name) else towns()) and not is_ordinary(name):
            return found.end()
        shorter = text.rfind(" ", end + 1, found.end())
        found = _RIGHT_WORDS.match(text, end, shorter) if shorter > end else None
    return end


def is_practice(text: str, name: Sequence[Word], end: int) -> bool:
    """Tell whether common words name a practice, by what stands around: « at Beacon Neurology »."""
    own = [word.plain for word in name if not is_general(word.plain)]
    if not own or any(is_clinical(plain) or _DESCRIBES.search(plain) for plain in own):
        return False
    if all(is_ordinary(plain) or is_heading(plain) for plain in own):
        return False
    start = name[0].start
    if CUE_BEFORE.search(text, max(0, start - 16), start):
        return True
    alone = text[start - 1 : start] in {"", "\n"} and text[end : end + 1] in {"", "\n", ","}
    return alone and bool(
        _LINE_OF_ADDRESS.match(text, end + 1)
        or _LINE_OF_PERSON.search(text, max(0, start - 72), start)
    )


def is_person(name: Sequence[Word]) -> bool:
    """Tell whether a name is a given and a family name and nothing else."""
    return (
        len(name) == _GIVEN_AND_FAMILY
        and is_given(name[0].plain, usual=True)
        and is_family(name[1].plain)
    )


def is_body(text: str, name: Sequence[Word], end: int) -> bool:
    """Tell whether a name is a public body's: « Spanish Society of X », « European Academy »."""
    of = any(one.plain in BODIES and two.plain in {"of", "for"} for one, two in pairwise(name))
    return of or _EXCELLENCE in text[end - len("Care") : end + len(_EXCELLENCE) + 12]


def are_people(name: Sequence[Word]) -> bool:
    """Tell whether two persons' names or more are joined: « Bell & Young »."""
    people = [word.plain for word in name if word.plain not in LINKS]
    return 1 < len(people) < len(name) and all(is_family(n) or is_given(n) for n in people)


def has_proper(plains: Sequence[str]) -> bool:
    """Tell whether a proper name, or a town of two words, stands among the words of a name."""
    return any(map(is_proper, plains)) or any(
        f"{one} {two}" in towns() for one, two in pairwise(plains)
    )


@lru_cache(65_536)
def is_general(plain: str) -> bool:
    """Tell whether a word names no place before a keyword: a specialty, « regional », « the »."""
    return (
        plain in words("specialties")
        or plain.rpartition("-")[2] in words("services")
        or plain in GENERIC
        or plain in OPENING
        or plain in LINKS
        or plain in words("nationalities")
    )


@lru_cache(65_536)
def is_proper(plain: str) -> bool:
    """Tell whether a word is the name of a place or person, and no common or clinical word."""
    if plain in NATURE:
        return True
    if is_general(plain) or len(plain) < _SHORTEST or is_heading(plain):
        return False
    if in_dictionary(plain):
        return plain in places() and not is_ordinary(plain)
    if plain in words("eponyms"):
        return plain in places()
    known = plain in towns() or is_family(plain) or is_given(plain)
    return known or not (is_clinical(plain) or _QUALIFIES.search(plain))
