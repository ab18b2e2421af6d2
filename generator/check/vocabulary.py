"""Words that state a fact in French or English, and the form in which texts are compared."""

import pkgutil
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from anonymizer.phi import Lang

from generator.check.fact import Fact, Kind

Meaning = tuple[Kind, tuple[str, ...], bool]
WORD: Final = re.compile(r"[^\W\d_]+")
_MEASURE: Final = "measure"


class _Plain(dict[int, str]):
    """A translation table that gives one character for each, learnt when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in "²³" or unicodedata.category(char) == "No":
            plain = char
        elif char.isspace():
            plain = " "
        elif unicodedata.category(char) == "Pd" or char == "−":
            plain = "-"
        else:
            plain = _ALIKE.get(char) or unicodedata.normalize("NFD", char)[0]
        self[code] = plain
        return plain


_ALIKE: Final = {"’": "'", "‘": "'", "μ": "µ", "×": "×", "*": " "}
_TABLE: Final = _Plain()


def plain(text: str) -> str:
    """Return a text without accents and kinds of spaces and hyphens, each sign at its place.

    >>> plain("Âgé de 1 000 jours")
    'Age de 1 000 jours'
    """
    return text.translate(_TABLE)


def blanked(text: str, start: int, end: int) -> str:
    """Return a text whose range ``[start, end)`` says nothing any more."""
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    data = pkgutil.get_data(__name__, "bilingual.tsv") or b""
    rows = data.decode("utf-8").splitlines()
    return tuple(tuple(row.split("\t")) for row in rows if row[:1] != "#")


@cache
def measures(lang: Lang) -> Mapping[str, Meaning]:
    """Return what each unit means as it is written, capitals included."""
    found: dict[str, Meaning] = {}
    for language, kind, sure, values, words in _rows():
        if kind == _MEASURE and language in {"*", lang}:
            found |= dict.fromkeys(
                words.split("|"), (Kind.UNIT, tuple(values.split()), sure == "sure")
            )
    return MappingProxyType(found)


@cache
def _meanings(lang: Lang) -> Mapping[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {}
    for language, kind, sure, values, words in _rows():
        if kind != _MEASURE and language in {"*", lang}:
            meaning = (Kind(kind), tuple(values.split()), sure == "sure")
            for word in words.split("|"):
                found[word] = (*found.get(word, ()), meaning)
    return MappingProxyType(found)


def worded(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield what the words of a plain text in small letters state, each word by itself."""
    meanings = _meanings(lang)
    for found in WORD.finditer(text):
        for kind, values, sure in meanings.get(found[0], ()):
            yield Fact(kind, values, found.start(), found.end(), sure)
