"""Clinical terms in both languages: reviewed tables, nothing guessed.

``templates/terms/*.tsv`` holds a French and an English column; ``|`` parts synonyms, the first of
which is printed. A term that the tables lack is printed as it was written, with a mark. An
abbreviation that means several things (« TP », "PT") is in no table: its choices are asked.

What they lack is looked for in the tables that the user added, in the order of their names. There a
name that one table gives several meanings has none: nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator import resources
from generator.language.added import Row, meaning
from generator.language.locales import Locale
from generator.language.spelling import spelled

TABLES: Final = (
    "analytes",
    "drugs",
    "specimens",
    "procedures",
    "diagnoses",
    "findings",
    "anatomy",
    "dosing",
    "scales",
    "people",
    "words",
)
_ANALYTE: Final = ("",) * 6  # cells behind the names, which may be missing
_BOTH_WAYS: Final = ((Lang.FR, Lang.EN), (Lang.EN, Lang.FR))
_SHORT: Final = 2  # letters up to which a word may be an abbreviation


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that means several things: the terms to choose from."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analyte:
    """One measured quantity: its names, usual specimen, units, codes and molar mass in g/mol.

    ``conventional``: unit in French and in English, one where they are the same; ``loinc``: code
    in the SI unit and in the conventional one, one where it serves both, "" where none is known;
    ``charge``: of the ion, 0 where milliequivalents are not in use.
    """

    french: tuple[str, ...]
    english: tuple[str, ...]
    specimen: str | None
    si: str | None
    conventional: tuple[str, ...]
    loinc: tuple[str, ...]
    molar_mass: Decimal | None
    charge: int

    def names(self, lang: Lang) -> tuple[str, ...]:
        """Return its names in ``lang``, the one to print first."""
        return self.french if lang is Lang.FR else self.english


def rows() -> Iterator[Row]:
    """Yield the French and English writings of each term of our own tables, table after table."""
    for table in TABLES:
        for line in _lines(table):
            french, english, *_ = line.split("\t")
            yield tuple(french.split("|")), tuple(english.split("|"))


def translated(term: str, source: Lang, lang: Lang | Locale) -> str | None:
    """Return a term of ``source`` in ``lang``, with its initial capital; None if not in the table.

    A term of the table has the spelling of its country; one that is as written stays so.

    A capital that the term always bears (Graves’ disease) is none of a sentence's.

    >>> translated("Sérum", Lang.FR, Lang.EN), translated("tanagel", Lang.FR, Lang.EN)
    ('Serum', None)
    """
    if source is Locale(lang).lang:
        return term
    key = fold(term.strip())
    table, capitals = _table(source)
    there, capital = table.get(key, ""), key in capitals
    if not (there or choices(term, source)):
        there, capital = meaning(resources.user_terms(), source, key)
    found = spelled(there, lang)
    if not found or capital or not found.split()[0].islower():
        return found or None
    raised = term[:1].isupper() and term[_SHORT - 1 : _SHORT].islower()
    return found[0].upper() + found[1:] if raised else found


def printed_words(kept: Iterable[str]) -> str:
    """Return what a report may print beside ``kept``: words of templates, kept terms translated.

    The whole tables would explain too much: in them almost any word stands somewhere.
    """
    theirs = (translated(term, lang, other) for term in kept for lang, other in _BOTH_WAYS)
    return "\n".join((resources.template_words(), *filter(None, theirs)))


def choices(term: str, lang: Lang) -> tuple[str, ...]:
    """Return the terms that an abbreviation may stand for, where it may stand for several.

    >>> choices("TP", Lang.FR), choices("VS", Lang.FR)
    (('taux de prothrombine', 'tumeur primitive'), ())
    """
    return _ambiguous().get((lang, fold(term.strip())), ())


def analyte(name: str, lang: Lang) -> Analyte | Ambiguous | None:
    """Return the analyte that ``name`` means in ``lang``, its choices, or None if not in the table.

    >>> analyte("U", Lang.FR)
    Ambiguous(choices=('urée', 'azote uréique'))
    """
    several = choices(name, lang)
    return Ambiguous(several) if several else _analytes(lang).get(fold(name.strip()))


def measured(french: str | None, english: str | None) -> Analyte | None:
    """Return the analyte that a result names; where one language leaves it open, the other answers.

    None where both leave it open, or name two different ones.

    >>> measured("U", None), measured("U", "urea").french[0]
    (None, 'urée')
    """
    named = (analyte(french or "", Lang.FR), analyte(english or "", Lang.EN))
    sure = {each for each in named if isinstance(each, Analyte)}
    return sure.pop() if len(sure) == 1 else None


def _lines(table: str) -> Iterator[str]:
    lines = resources.text("templates", "terms", f"{table}.tsv").splitlines()
    return (line for line in lines if line[0] != "#")


@cache
def _table(source: Lang) -> tuple[Mapping[str, str], frozenset[str]]:
    """Return the terms of ``source``, folded, in the other language; and those with a capital."""
    ours, theirs = (0, 1) if source is Lang.FR else (1, 0)
    found: dict[str, str] = {}
    capitals: list[str] = []
    for table in TABLES:
        for line in _lines(table):
            cells = line.split("\t", 2)
            names, there = cells[ours], cells[theirs].partition("|")[0]
            small = names.lower()  # folded at once, and not where small letters are enough: faster
            folded = (small if names.isascii() else fold(names)).split("|")
            for key in folded:
                found[key] = there
            if small != names:
                written = zip(names.split("|"), folded, strict=True)
                capitals += (key for name, key in written if name[0].isupper())
    return MappingProxyType(found), frozenset(capitals)


@cache
def _ambiguous() -> Mapping[tuple[Lang, str], tuple[str, ...]]:
    return MappingProxyType(
        {
            (Lang(lang), fold(name)): tuple(several.split("|"))
            for lang, name, several in (line.split("\t") for line in _lines("ambiguous"))
        }
    )


@cache
def _analytes(lang: Lang) -> Mapping[str, Analyte]:
    every = tuple(_read(line.split("\t")) for line in _lines("analytes"))
    return MappingProxyType({fold(name): each for each in every for name in each.names(lang)})


def _read(cells: list[str]) -> Analyte:
    french, english, *rest = cells
    specimen, si, conventional, loinc, mass, charge = (*rest, *_ANALYTE[len(rest) :])
    return Analyte(
        tuple(french.split("|")),
        tuple(english.split("|")),
        specimen or None,
        si or None,
        tuple(conventional.split("|")) if conventional else (),
        tuple(loinc.split("|")) if loinc else (),
        Decimal(mass) if mass else None,
        int(charge or 0),
    )
