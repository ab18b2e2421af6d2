"""Words as verification compares them: folded, look-alike letters made Latin, separators gone."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from anonymizer.fold import fold, fold_with_offsets
from anonymizer.lexicon import Lexicon, places
from anonymizer.lexicon import words as lexicon

_LISTS: Final[tuple[Lexicon, ...]] = (
    "countries",
    "drugs",
    "eponyms",
    "headings",
    "nationalities",
    "ordinary",
    "professions",
    "regions",
    "specialties",
    "species",
    "streets",
    "titles",
    "trades",
)
Ordinary = Callable[[str], bool]  # tells whether a folded word is one of the language or a place

WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[\W_]+")
_CYRILLIC = str.maketrans("авеіјкмнорстухѕ", "abeijkmhopctyxs")


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of ``text``, parted by spaces, as a set."""
    return frozenset(text.split())


PARTICLES = vocabulary("de du des d la le les l von van der den zu dos da di el al ben bin of")
TITLES = vocabulary(
    "dr pr prof m mm mme mlle mr mrs ms miss me monsieur madame mademoiselle docteur docteure "
    "doctor professeur professeure professor sir lady"
)
GENERIC = vocabulary(
    "ahu a et and the aux au en sur sous centre center central hospitalier hospitaliere "
    "hospitaliers universitaire universitaires regional regionale general generale chu chru ch chr "
    "hopital hopitaux hospital hospitals clinique clinic polyclinique institut institute cancer "
    "service services unite unit departement department pole consultation consultations cabinet "
    "medical medicale medecine medicine university universite maison sante groupe laboratoire "
    "laboratory ehpad oncologie oncology chirurgie surgery radiologie radiology urgences emergency "
    "infirmary nhs trust foundation secretariat contact accueil info"
)


def normal(text: str) -> str:
    """Return ``text`` folded, with Cyrillic look-alikes as the Latin letters they imitate."""
    return fold(text).translate(_CYRILLIC)


def normal_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the same as ``normal`` with the offset in ``text`` of each character."""
    folded, offsets = fold_with_offsets(text)
    return folded.translate(_CYRILLIC), offsets


def squash(text: str) -> str:
    """Return the letters and digits of ``text`` alone.

    >>> squash("Jean-Pierre  LE GOFF")
    'jeanpierrelegoff'
    """
    return joined(normal(text))


def joined(folded: str) -> str:
    """Return the letters and digits of a text folded already."""
    return _SEPARATORS.sub("", folded)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of ``text`` in order."""
    return tuple(WORD.findall(normal(text)))


@cache
def ordinary() -> Ordinary:
    """Return the test of the shipped lexicon: a word, an eponym, a drug or a place."""
    entries = places().union(*(lexicon(name) for name in _LISTS))
    return frozenset(word for entry in entries for word in words(entry)).__contains__
