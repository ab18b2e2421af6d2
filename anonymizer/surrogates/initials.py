"""Initials of invented names, as teaching handouts write them: « M. Delmas » → « M. D. ».

Names that begin alike get other letters, so that nobody is taken for another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from anonymizer.fold import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?(?:['’]s?)?")
_ENDING = re.compile(r"['’]s?\Z")


def letters(names: Iterable[str], avoided: Iterable[str]) -> dict[str, str]:
    """Return a letter for each folded word of invented names, its own where that is free.

    ``avoided`` are names whose initials no word gets. A word of one letter is its own.

    >>> letters(["Luc Delmas", "Duval"], ["Éric"])
    {'delmas': 'D', 'duval': 'A', 'luc': 'L'}
    """
    never = {fold(word)[:1].upper() for name in avoided for word in _words(name)}
    free = [letter for letter in ascii_uppercase if letter not in never]
    given: dict[str, str] = {}
    for word in sorted({fold(w) for name in names for w in _words(name)}):
        own = word[:1].upper()
        left = [a for a in free if a not in given.values()]
        given[word] = own if own in left or len(word) == 1 else next(iter(left), own)
    return given


def initials(name: str, given: Mapping[str, str]) -> str:
    """Return an invented name as its initials, hyphens, commas and the possessive kept.

    >>> initials("Luc Delmas’s", {"delmas": "D", "luc": "L"})
    'L. D.’s'
    """

    def initial(found: re.Match[str]) -> str:
        ending = _ENDING.search(found[0])
        word = fold(_ENDING.sub("", found[0]).rstrip("."))
        letter = given.get(word, word[:1].upper())
        return f"{letter}.{ending[0] if ending else ''}"

    return _WORD.sub(initial, name)


def _words(name: str) -> Iterator[str]:
    for found in _WORD.finditer(name):
        yield _ENDING.sub("", found[0]).rstrip(".")
