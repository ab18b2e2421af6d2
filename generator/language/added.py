"""Tables of terms that the user added: how they are kept, and what they translate.

A table is looked through as bytes and folded whole, each foreign letter once, and of a row only the
names are read before it is asked for: 20,000 rows are ready in some fifty milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator.resources import UserTable

Row = tuple[tuple[str, ...], tuple[str, ...]]  # French and English writings of one term

_HEAD: Final = b"fr\ten\n"
_ASCII: Final = bytes(range(0x80))
_TEXT: Final = bytes(each for each in range(0x100) if each not in b"\t\n")
_HOLES: Final = (b"\t\n", b"\n\t")  # where a cell is empty
_BARE: Final = (b"||", b"|\t", b"|\n", b"\t|", b"\n|")  # where a synonym is
_WIDE_BAR: Final = "\N{FULLWIDTH VERTICAL LINE}".encode()  # folds to the bar between synonyms
_SEVERAL: Final = -1  # in place of a row, for a name of several meanings


def kept(rows: Iterable[Row]) -> bytes:
    """Return a table of the user as it is kept: French, tab, English, | between synonyms."""
    lines = ("|".join(french) + "\t" + "|".join(english) + "\n" for french, english in rows)
    return _HEAD + "".join(lines).encode()


def count(table: UserTable) -> int:
    """Return how many terms a table of the user holds.

    Raises UnreadableInputError where it is no longer as it was added.
    """
    return len(_cells(table)) // len(Lang)


def meaning(tables: Sequence[UserTable], source: Lang, key: str) -> tuple[str, bool]:
    """Return what a folded name is in the other language, and whether it bears a capital.

    The first table that holds it decides; "" where none does, or it has several meanings there.

    Raises UnreadableInputError where a table is no longer as it was added.
    """
    for table in tables:
        row = _rows(table, source).get(key)
        if row is not None:
            names, there = _row(table, source, row)
            own = next(name for name in names.split("|") if fold(name) == key) if there else ""
            return there, own[:1].isupper()
    return "", False


def _row(table: UserTable, source: Lang, row: int) -> tuple[str, str]:
    """Return the names of a row in ``source``, and what it prints as in the other language."""
    if row == _SEVERAL:
        return "", ""
    french, english = _cells(table)[2 * row : 2 * row + 2]
    names, there = (french, english) if source is Lang.FR else (english, french)
    return names, there.partition("|")[0]


@cache
def _rows(table: UserTable, source: Lang) -> Mapping[str, int]:
    """Return the row of each folded name of ``source``."""
    found: dict[str, int] = {}
    for row, names in enumerate(_folded(table)[0 if source is Lang.FR else 1 :: 2]):
        for key in names.split("|"):
            first = found.setdefault(key, row)
            if first != row and _row(table, source, first)[1] != _row(table, source, row)[1]:
                found[key] = _SEVERAL
    return MappingProxyType(found)


@cache
def _cells(table: UserTable) -> Sequence[str]:
    """Return French, English, French, English: the cells of a table, after looking it through."""
    data = table.data
    lines = data.count(b"\n")
    whole = data.startswith(_HEAD) and data.translate(None, _TEXT) == b"\t\n" * lines
    if not whole or _WIDE_BAR in data or _holed(data):
        raise table.damaged(_damaged_line(data))
    try:
        text = data[len(_HEAD) :].decode("utf-8")
    except UnicodeDecodeError as error:
        raise table.damaged(data.count(b"\n", 0, len(_HEAD) + error.start) + 1) from None
    return _parted(text)


def _damaged_line(data: bytes) -> int:
    if not data.startswith(_HEAD):
        return 1
    lines = data.split(b"\n")
    for number, line in enumerate(lines[:-1], start=1):
        if line.count(b"\t") != 1 or _WIDE_BAR in line or _holed(b"\n" + line + b"\n"):
            return number
    return len(lines)  # cut short


def _holed(data: bytes) -> bool:
    bare = _BARE if b"|" in data else ()  # five looks less
    return any(hole in data for hole in (*_HOLES, *bare))


@cache
def _folded(table: UserTable) -> Sequence[str]:
    """Return the cells of a table folded."""
    _cells(table)  # looks it through
    data = table.data[len(_HEAD) :]
    text = data.lower().decode("utf-8")
    for letter in sorted(set(data.translate(None, _ASCII).decode("utf-8")), reverse=True):
        text = text.replace(letter, fold(letter))
    return _parted(text)


def _parted(lines: str) -> Sequence[str]:
    return lines.replace("\n", "\t").split("\t")[:-1]
