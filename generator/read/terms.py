"""Tables of terms that a user brings: two columns, or a Babelon profile of an ontology.

Source: Babelon, https://monarch-initiative.github.io/babelon/; HPO publishes its translations so.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from anonymizer.fold import fold
from anonymizer.lexicon import words

from generator.errors import UnreadableInputError
from generator.language.added import Row

LARGEST: Final = 40_000_000  # bytes
LONGEST: Final = 300_000  # rows
_COLUMNS: Final = frozenset(("fr", "en"))
_BABELON: Final = ("source_language", "source_value", "translation_language", "translation_value")
_RANKS: Final = MappingProxyType({"label": 0, "exactsynonym": 1, "hasexactsynonym": 1})
_REVIEWED: Final = ("", "OFFICIAL")  # no status at all, or the one that is no proposal
_SPACES: Final = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_CAPITALISED: Final = re.compile(r"[^\W\d_]+")

_SIDES: Final = ("source", "translation")

Line = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Brought:
    """The terms of a file, and how many of its translations were left out as not reviewed."""

    rows: tuple[Row, ...]
    left_out: int = 0


def terms(path: Path) -> Brought:
    """Return the terms of a file of two columns, ``fr`` and ``en``, or of a Babelon profile.

    Raises UnreadableInputError, which names the line.
    """
    where = str(path)
    lines = _lines(_text(_data(path), where), where)
    _, names = next(lines, (1, []))
    columns = [name.strip().casefold() for name in names]
    cells = (_cells(columns, line, where) for line in lines)
    if len(columns) == len(_COLUMNS) == len(_COLUMNS & set(columns)):
        found = Brought(tuple(_plain(cells, where)))
    elif {*_BABELON, "subject_id", "predicate_id"} <= set(columns):
        found = _profile(cells, where)
    else:
        raise _refused(
            f"{where}:1",
            "no table of terms. Its first line names the columns: fr, tab, en; or those of a "
            "Babelon profile.",
            "ce n’est pas une table de termes. Sa première ligne nomme les colonnes : fr, "
            "tabulation, en ; ou celles d’un profil Babelon.",
        )
    if not found.rows:
        raise _refused(
            where,
            "no term in French and English. Give a file that holds some.",
            "aucun terme en français et en anglais. Donnez un fichier qui en contient.",
        )
    return found


def _data(path: Path) -> bytes:
    try:
        if path.is_file():
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
            if len(data) <= LARGEST:
                return data
            raise _refused(
                str(path),
                f"larger than {LARGEST // 1_000_000} MB. Divide the table.",
                f"dépasse {LARGEST // 1_000_000} Mo. Divisez la table.",
            )
    except OSError:
        pass
    raise _refused(
        str(path),
        "no file that can be read. Check its name and that you may read it.",
        "pas de fichier lisible. Vérifiez son nom et que vous avez le droit de le lire.",
    )


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(
            f"{where}:{line}",
            "not UTF-8. Save the table as tab-separated text with the encoding UTF-8.",
            "n’est pas en UTF-8. Enregistrez la table en texte tabulé, encodage UTF-8.",
        ) from None


def _lines(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each line with its number, without empty ones and comments."""
    read = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    number = 0
    try:
        for cells in read:
            if any(cells) and not cells[0].startswith("#"):
                number += 1
                if number > LONGEST + 1:
                    raise _refused(
                        f"{where}:{read.line_num}",
                        f"more than {LONGEST} rows. Divide the table.",
                        f"plus de {LONGEST} lignes. Divisez la table.",
                    )
                yield read.line_num, cells
    except csv.Error:
        raise _refused(
            f"{where}:{read.line_num}",
            "cannot be read as tab-separated text. Check the quotation marks of this line.",
            "illisible comme texte tabulé. Vérifiez les guillemets de cette ligne.",
        ) from None


def _cells(columns: list[str], line: tuple[int, list[str]], where: str) -> Line:
    number, cells = line
    if len(cells) != len(columns):
        raise _refused(
            f"{where}:{number}",
            f"{len(cells)} cells, and {len(columns)} columns. Part them by one tab each.",
            f"{len(cells)} cellules pour {len(columns)} colonnes. Séparez-les par une tabulation "
            "chacune.",
        )
    return number, dict(zip(columns, cells, strict=True))


def _plain(lines: Iterator[Line], where: str) -> Iterator[Row]:
    """Yield the rows of a table of two columns, in which no name stands twice."""
    seen: dict[tuple[str, str], int] = {}
    for number, cells in lines:
        place = f"{where}:{number}"
        row = _names(cells["fr"], place), _names(cells["en"], place)
        for column, names in zip(("fr", "en"), row, strict=True):
            for key in sorted({fold(name) for name in names}):
                if (column, key) in seen:
                    first = seen[column, key]
                    raise _refused(
                        place,
                        f"its `{column}` stands already on line {first}. Keep one of them.",
                        f"son `{column}` figure déjà ligne {first}. N’en gardez qu’un.",
                    )
                seen[column, key] = number
        yield row


def _profile(lines: Iterator[Line], where: str) -> Brought:
    """Return labels and exact synonyms of each subject, the label first; what is reviewed alone."""
    found: list[tuple[int, str, Row]] = []
    left_out = 0
    for number, cells in lines:
        rank = _RANKS.get(cells["predicate_id"].rpartition(":")[2].casefold())
        source, there = (cells[f"{side}_language"][:2] for side in _SIDES)
        if rank is None or {source, there} != _COLUMNS:
            continue
        if not cells["translation_value"].strip() or (
            cells.get("translation_status", "").strip() not in _REVIEWED
        ):
            left_out += 1
            continue
        given, made = (_names(cells[f"{s}_value"], f"{where}:{number}") for s in _SIDES)
        row = (made, given) if source == "en" else (given, made)
        found.append((rank, cells["subject_id"], row))
    subjects: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for _, subject, (french, english) in sorted(found, key=lambda each: each[0]):
        ours, theirs = subjects.setdefault(subject, ({}, {}))
        ours.update(dict.fromkeys(french))
        theirs.update(dict.fromkeys(english))
    rows = tuple((tuple(french), tuple(english)) for french, english in subjects.values())
    return Brought(_uncapitalised(rows), left_out)


def _uncapitalised(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return labels as they stand within a sentence: the first letter small, but of a name.

    A name is what stands with a capital behind another word (« signe de Collier »), or an eponym.
    """
    every = (name for row in rows for names in row for name in names)
    proper = {
        fold(word)
        for name in every
        for word in _CAPITALISED.findall(name.partition(" ")[2])
        if word.istitle()
    } | words("eponyms")

    def small(name: str) -> str:
        first = _CAPITALISED.match(name)
        plain = first and first[0].istitle() and len(first[0]) > 1 and fold(first[0]) not in proper
        return name[0].lower() + name[1:] if plain else name

    return tuple(
        (tuple(map(small, french)), tuple(map(small, english))) for french, english in rows
    )


def _names(cell: str, where: str) -> tuple[str, ...]:
    """Return the synonyms of a cell, each plain text."""
    names = tuple(
        _SPACES.sub(" ", unicodedata.normalize("NFC", name)).strip(" ") for name in cell.split("|")
    )
    if not all(names):
        raise _refused(
            where,
            "a cell or a synonym is empty. Write it, or remove the line.",
            "une cellule ou un synonyme est vide. Écrivez-le, ou retirez la ligne.",
        )
    if not all(name.isprintable() and fold(name) and "|" not in fold(name) for name in names):
        raise _refused(
            where,
            "an invisible or control sign. Remove it, or write the line again.",
            "un signe invisible ou de contrôle. Retirez-le, ou réécrivez la ligne.",
        )
    return names


def _refused(where: str, en: str, fr: str) -> UnreadableInputError:
    return UnreadableInputError(where, en=en, fr=fr)
