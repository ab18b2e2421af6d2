"""Words that help to detect: one text file a list, one entry a line, folded, loaded on first use.

The first line of a file says what it holds. README.md says where each list comes from.
"""

import pkgutil
import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal
from zlib import crc32

from anonymizer.fold import fold

__all__ = ["Lexicon", "communes", "in_dictionary", "phrases", "places", "towns", "words"]

Lexicon = Literal[
    "acronyms",
    "cities",
    "countries",
    "devices",
    "drugs",
    "eponyms",
    "family_names",
    "given_common",
    "given_names",
    "headings",
    "hospitals",
    "kin",
    "nationalities",
    "ordinary",
    "pointed",
    "professions",
    "regions",
    "roles",
    "services",
    "specialties",
    "species",
    "streets",
    "titles",
    "trades",
]


_PART = re.compile(r"[a-z]{2,}")


def _entries(name: str) -> str:
    data = pkgutil.get_data(__name__, f"{name}.txt") or b""
    return data.decode("utf-8").partition("\n")[2].rstrip("\n")


def _lines(name: str) -> tuple[str, ...]:
    return tuple(_entries(name).splitlines())


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


@cache
def towns() -> Mapping[str, str]:
    """Return the country and area of each town, by its name folded and with no hyphen.

    Many are ordinary words or family names as well: a name counts where a cue stands beside it.

    >>> towns()["payerne"]
    'CH.VD'
    """
    fields = _entries("towns").replace("\n", "\t").split("\t")
    return MappingProxyType(dict(zip(fields[::2], fields[1::2], strict=True)))


@cache
def _dictionary() -> "array[int]":
    """Return the CRC-32 of every word of the dictionaries, in order."""
    sums = array("I", pkgutil.get_data(__name__, "dictionary.crc32") or b"")
    if sys.byteorder == "big":
        sums.byteswap()
    return sums


@cache
def in_dictionary(plain: str) -> bool:
    """Tell whether each part of a folded word is a common word of French or English.

    Proper names are left out of the dictionaries; one word in 8,000 that they lack passes.

    >>> in_dictionary("post-operatoires"), in_dictionary("kervadec")
    (True, False)
    """
    sums = _dictionary()
    return all(_holds(sums, crc32(part.encode())) for part in _PART.findall(plain))


def _holds(sums: "array[int]", one: int) -> bool:
    at = bisect_left(sums, one)
    return at < len(sums) and sums[at] == one
