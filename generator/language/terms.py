"""Clinical terms in both languages: a reviewed table, nothing guessed.

``templates/terms/*.tsv`` holds a French and an English column; ``|`` parts synonyms, the first of
which is printed. A term that the table lacks is printed as it was written, with a mark.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator import resources

TABLES: Final = ("analytes", "drugs", "procedures", "words")
_SHORT = 2  # letters up to which a word may be an abbreviation


def rows() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the French and English writings of each term, table after table."""
    for table in TABLES:
        for line in resources.text("templates", "terms", f"{table}.tsv").splitlines():
            if line and not line.startswith("#"):
                french, english = line.split("\t")
                yield tuple(french.split("|")), tuple(english.split("|"))


@cache
def _table(source: Lang) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for french, english in rows():
        ours, theirs = (french, english) if source is Lang.FR else (english, french)
        for each in ours:
            found.setdefault(fold(each), theirs[0])
    return MappingProxyType(found)


def translated(term: str, source: Lang, lang: Lang) -> str | None:
    """Return a term of ``source`` in ``lang``, with its initial capital; None if not in the table.

    >>> translated("Sérum", Lang.FR, Lang.EN), translated("tanagel", Lang.FR, Lang.EN)
    ('Serum', None)
    """
    if source is lang:
        return term
    found = _table(source).get(fold(term.strip()))
    if found is None:
        return None
    capital = term[:1].isupper() and term[_SHORT - 1 : _SHORT].islower()
    return found[0].upper() + found[1:] if capital and found.split()[0].islower() else found
