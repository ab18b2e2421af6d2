"""Where a text can hold an identifier at all: its numbers, its capitals, the words that it uses.

Each is read once a text and kept for every detector after: a pattern is then tried where a rare
sign stands, not at each of its letters.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from anonymizer.detect import words

_TEXTS = 8  # of one record, read by one detector after another
_NUMBER = re.compile(r"[0-9]+")
_CAPITAL = re.compile(words.WORD)
_SIGNS = ",.;:()[]/|'’-\u00a0"


@lru_cache(_TEXTS)
def lowered(text: str) -> str:
    """Return ``text`` in small letters, code point for code point."""
    return words.lowered(text)


@lru_cache(_TEXTS)
def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each run of digits stands.

    >>> numbers("le 12, 345 mg")
    ((3, 5), (7, 10))
    """
    return tuple(found.span() for found in _NUMBER.finditer(text))


@lru_cache(_TEXTS)
def digit_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the surroundings of runs of seven digits or more, where numbers of people stand."""
    return tuple(words.digit_runs(text))


@lru_cache(_TEXTS)
def capitals(text: str) -> tuple[tuple[int, str], ...]:
    """Return each word with a capital, and where it begins.

    >>> capitals("Mme Le Goff")
    ((0, 'Mme'), (4, 'Le'), (7, 'Goff'))
    """
    return tuple((found.start(), found[0]) for found in _CAPITAL.finditer(text))


@lru_cache(_TEXTS)
def capital_words(text: str) -> frozenset[str]:
    """Return the words with a capital that a text holds, for a look whether one is there."""
    return frozenset(word for _, word in capitals(text))


@lru_cache(_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, for a look whether one is there.

    >>> sorted(vocabulary("Né à Brest, d'un père…"))
    ['brest', 'd', 'né', 'père…', 'un', 'à']
    """
    low = lowered(text)
    for sign in _SIGNS:
        low = low.replace(sign, " ")
    return frozenset(low.split())


def opened(pattern: re.Pattern[str], text: str, cues: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the finds of ``pattern`` that begin with one of some words in small letters, in turn.

    >>> [found[0] for found in opened(re.compile("lit [0-9]+"), "lit 4, au lit 12", ("lit",))]
    ['lit 4', 'lit 12']
    """
    low = lowered(text)
    for cue in cues:
        at = low.find(cue)
        while at >= 0:
            if found := pattern.match(text, at):
                yield found
            at = low.find(cue, at + len(cue))
