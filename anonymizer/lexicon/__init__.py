"""Words that help to detect: one text file a list, one entry a line, folded, loaded on first use.

The first line of a file says what it holds. README.md says where each list comes from.
"""

import pkgutil
from functools import cache
from typing import Literal

from anonymizer.fold import fold

__all__ = ["Lexicon", "communes", "phrases", "places", "words"]

Lexicon = Literal[
    "cities",
    "countries",
    "drugs",
    "eponyms",
    "family_names",
    "given_common",
    "given_names",
    "headings",
    "hospitals",
    "nationalities",
    "ordinary",
    "professions",
    "regions",
    "specialties",
    "species",
    "streets",
    "titles",
    "trades",
]


def _lines(name: str) -> tuple[str, ...]:
    data = pkgutil.get_data(__name__, f"{name}.txt") or b""
    _comment, _, entries = data.decode("utf-8").partition("\n")
    return tuple(entries.splitlines())


@cache
def words(name: Lexicon) -> frozenset[str]:
    """Return the folded entries of one list.

    >>> "hodgkin" in words("eponyms")
    True
    """
    return frozenset(_lines(name))


@cache
def phrases(name: Lexicon) -> tuple[str, ...]:
    """Return the entries of one list, the longest first, as alternatives of a pattern need them."""
    return tuple(sorted(words(name), key=lambda entry: (-len(entry), entry)))


@cache
def communes() -> tuple[tuple[str, str], ...]:
    """Return French communes as (postcode, name as written), in the order of their postcodes."""
    pairs = (line.partition("\t") for line in _lines("communes"))
    return tuple(sorted((code, name) for code, _, name in pairs))


@cache
def places() -> frozenset[str]:
    """Return the folded names of French communes and of large cities, hyphens kept and lost."""
    names = words("cities") | frozenset(fold(name) for _, name in communes())
    return names | frozenset(name.replace("-", " ") for name in names)
