"""Texts to be searched: single files, folders of them, and .jsonl files of many."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final

from anonymizer.evaluation import Mark
from anonymizer.phi import Lang

from generator.errors import UnreadableInputError
from generator.read.bounds import NARRATIVE_BYTES, content, lenient, lines_ended
from generator.read.language import told

SUFFIXES: Final = (".txt", ".md", ".jsonl")  # what is read in a folder
_LINE_BYTES: Final = 2 * NARRATIVE_BYTES  # JSON escapes may double a text


@dataclass(frozen=True, slots=True)
class Row:
    """One document of a .jsonl file; ``where`` is the file and line it stands on."""

    where: str
    id: str | int
    text: str = field(repr=False)
    lang: Lang | None = None
    patient: str = field(default="", repr=False)
    gold: tuple[Mark, ...] | None = None  # its "spans", where somebody marked them


def files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """Return the files that ``paths`` name and how many were left out.

    They come in order, folders sorted. In a folder only texts are taken;
    a file that is named itself is taken whatever its name.
    """
    taken: list[Path] = []
    left = 0
    for path in paths:
        if not path.is_dir():
            taken.append(path)
            continue
        below = tuple(_below(path))
        texts = [each for each in below if each.suffix.lower() in SUFFIXES]
        taken += texts
        left += len(below) - len(texts)
    return tuple(dict.fromkeys(taken)), left


def _below(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise UnreadableInputError(
            str(error.filename),
            en="this folder cannot be opened. Check that you may read it.",
            fr="ce dossier ne peut être ouvert. Vérifiez que vous avez le droit de le lire.",
        ) from None

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(names) if not name.startswith("."))


def text(path: Path) -> str:
    """Return the text of a file without its byte order mark, its line ends untouched.

    Raises UnreadableInputError.
    """
    return lenient(content(path, NARRATIVE_BYTES), str(path))


def patient_of(whole: str) -> str:
    """Return the code from which a bare text's offset derives: SHA-256 of the text.

    Line ends count as one sign, so that a copy saved by another system keeps its offset.
    """
    return sha256(lines_ended(whole).encode("utf-8", "replace")).hexdigest()


def language(whole: str, given: Lang | None, where: str) -> Lang:
    """Return the language of a text: the given one, else the one it is written in.

    Raises UnknownLanguageError.
    """
    return given or told(whole, where)


def rows(path: Path) -> Iterator[Row]:
    """Yield the documents of a .jsonl file, one line at a time; empty lines are passed over.

    Raises UnreadableInputError.
    """
    if not path.is_file():
        content(path, NARRATIVE_BYTES)  # says why it cannot be read
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file, path), start=1):
            if line.strip():
                yield _row(line, f"{path}:{number}")


def _lines(file: BinaryIO, path: Path) -> Iterator[bytes]:
    number = 1
    while line := file.readline(_LINE_BYTES + 1):
        if len(line) > _LINE_BYTES:
            raise UnreadableInputError(
                f"{path}:{number}",
                en=f"a line of more than {_LINE_BYTES // 1_000_000} MB. Divide this document.",
                fr=f"une ligne de plus de {_LINE_BYTES // 1_000_000} Mo. Divisez ce document.",
            )
        yield line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        number += 1


def _row(line: bytes, where: str) -> Row:
    try:
        found: Any = json.loads(line.decode("utf-8"))
        whole, name = found["text"], found["id"]
        whole.encode("utf-8")
        str(name).encode("utf-8")
        patient = found.get("patient")
        lang = found.get("lang")
        gold = _marks(found["spans"], len(whole)) if "spans" in found else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _not_a_row(where) from None
    named = isinstance(name, str | int) and not isinstance(name, bool)
    coded = patient is None or (isinstance(patient, str | int) and not isinstance(patient, bool))
    if not (named and coded and lang in (None, *Lang)):
        raise _not_a_row(where)
    code = str(name if patient in (None, "") else patient)
    return Row(where, name, whole, Lang(lang) if lang else None, code, gold)


def _marks(spans: list[tuple[int, int, str]], length: int) -> tuple[Mark, ...]:
    """Return the marks of a row; ValueError where one is no [start, end, label] of its text."""
    marks = tuple(Mark(start, end, label) for start, end, label, *_ in spans)
    for mark in marks:
        if not (isinstance(mark.label, str) and 0 <= mark.start < mark.end <= length):
            raise ValueError("not a mark of the text")
    return marks


def _not_a_row(where: str) -> UnreadableInputError:
    return UnreadableInputError(
        where,
        en='not a document. Write {"id": "…", "text": "…"} on one line, "lang": "fr" or "en" '
        'where you know it, and "spans": [[start, end, "LABEL"], …] where it is marked.',
        fr='n’est pas un document. Écrivez {"id": "…", "text": "…"} sur une ligne, "lang": "fr" '
        'ou "en" si vous le savez, et "spans": [[début, fin, "ÉTIQUETTE"], …] s’il est annoté.',
    )
