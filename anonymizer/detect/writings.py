"""Write a known value in every way it is searched: words, joined words, reversed order, digits.

Layout: one entry a writing, with what its surroundings must say before it counts. Source: the
record's own fields (``anonymizer.known``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from anonymizer.detect.position import Level
from anonymizer.detect.words import is_clinical, is_given, is_heading, is_ordinary
from anonymizer.fold import fold
from anonymizer.known import Known
from anonymizer.lexicon import places
from anonymizer.phi import PEOPLE, Part, Phi

TOKEN = re.compile(r"[^\W_]+")
TYPO_NAME = 6
_SHORT_NAME = 4
_STRONG_DIGITS = 6
_PHONE_TAIL = 9
_LEAST_PIECE = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as folded words, and how much its surroundings must say before it counts."""

    words: tuple[str, ...] = field(repr=False)
    category: Phi
    kind: str
    part: Part | None
    level: Level


def deletions(word: str) -> Iterator[str]:
    """Yield ``word`` with each of its letters lost in turn."""
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def split(value: str) -> tuple[str, ...]:
    """Return the folded words of a value."""
    return tuple(TOKEN.findall(fold(value)))


def exact(known: Known) -> bool:
    """Tell whether a value is searched sign for sign."""
    return known.category in {Phi.EMAIL, Phi.URL}


def entry(words: tuple[str, ...], known: Known, level: Level) -> Entry:
    """Return one writing of a value."""
    return Entry(words, known.category, known.kind, known.part, level)


def entries(known: Known) -> Iterator[Entry]:
    """Yield the folded writings of one value."""
    words = split(known.value)
    if not words or exact(known) or known.category is Phi.PHONE:
        return
    yield entry(words, known, _level(known, words))
    if len(words) > 1 and known.category in (*PEOPLE, Phi.HOSPITAL, Phi.CITY, Phi.ID):
        joined = "".join(words)
        if len(joined) >= TYPO_NAME:
            yield entry((joined,), known, Level.STRONG)
    if known.category in PEOPLE and known.part is None and len(words) > 1:
        yield entry((*words[1:], words[0]), known, Level.STRONG)
        for word, part in zip(words, (*(Part.GIVEN,) * (len(words) - 1), Part.FAMILY), strict=True):
            level = _name_level(word, part)
            yield Entry((word,), known.category, known.kind, part, level)
    elif known.part is not None and len(words) > 1:
        for word in words:
            if len(word) >= _LEAST_PIECE and known.part is Part.FAMILY:
                yield entry((word,), known, _name_level(word, known.part))


def _level(known: Known, words: tuple[str, ...]) -> Level:
    """Return what the surroundings of a value must say."""
    if known.category is Phi.POSTCODE:
        return Level.POSTCODE
    if known.category is Phi.ID:
        signs = "".join(words)
        short = len(signs) < _STRONG_DIGITS - 1 or (signs.isdigit() and len(signs) < _STRONG_DIGITS)
        return Level.NUMBER if short else Level.STRONG
    if len(words) > 1:
        return Level.STRONG
    if known.category in PEOPLE:
        return _name_level(words[0], known.part)
    if known.category in {Phi.CITY, Phi.HOSPITAL, Phi.ADDRESS}:
        weak = len(words[0]) < _SHORT_NAME or is_ordinary(words[0]) or is_clinical(words[0])
        return Level.TOWN if weak else Level.CAPITAL
    return Level.STRONG


def _name_level(word: str, part: Part | None) -> Level:
    if len(word) < _SHORT_NAME or is_ordinary(word) or is_clinical(word) or is_heading(word):
        return Level.NAME
    if part is Part.GIVEN or is_given(word) or word in places():
        return Level.CAPITAL
    return Level.STRONG


def may_be_misspelt(one: Entry) -> bool:
    """Tell whether a family name is long and rare enough to know it with one typing error."""
    return (
        one.part is Part.FAMILY
        and len(one.words) == 1
        and len(one.words[0]) >= TYPO_NAME
        and one.level is Level.STRONG
    )


def digits(known: Known) -> Iterator[tuple[str, Entry]]:
    """Yield the digits that find a phone or a number, a country code or first 0 left off."""
    signs = "".join(char for char in known.value if char.isdigit())
    if known.category is Phi.PHONE:
        tail = signs[-_PHONE_TAIL:]
        if len(tail) >= _STRONG_DIGITS:
            yield tail, entry((), known, Level.STRONG)
        return
    whole = len(signs) == sum(char.isalnum() for char in known.value)
    if known.category is Phi.ID and whole and len(signs) >= _STRONG_DIGITS:
        yield signs, entry((), known, Level.STRONG)
