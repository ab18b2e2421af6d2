"""Open a user's file: a case file in YAML or JSON, or a narrative.

The suffix decides how it is read.
"""

from pathlib import Path
from typing import Final

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.errors import UnreadableInputError
from generator.read import json, yaml
from generator.read.bounds import CASE_BYTES, NARRATIVE_BYTES, content, lenient, strict
from generator.read.fit import fit
from generator.read.narrative import Reading, narrative

__all__ = ["Reading", "is_case_file", "load", "read_case", "read_narrative", "reading"]

_CASE_FILES: Final = (".yaml", ".yml", ".json")
_NARRATIVES: Final = (".txt", ".md", ".text", ".markdown")
_MARKDOWN: Final = (".md", ".markdown")


def load(path: Path, lang: Lang | None = None) -> Case:
    """Return the case that a file holds, be it a case file or a narrative.

    The suffix decides; ``lang`` is that of a narrative, found in its text where None.

    Raises UnreadableInputError, CaseFileError, UnknownLanguageError.
    """
    return read_case(path) if is_case_file(path) else read_narrative(path, lang)


def is_case_file(path: Path) -> bool:
    """Tell whether the suffix of ``path`` is that of a case file.

    Raises UnreadableInputError where it is neither that nor a narrative's.
    """
    suffix = path.suffix.casefold()
    if suffix in _CASE_FILES:
        return True
    if suffix in _NARRATIVES or not suffix:
        return False
    raise UnreadableInputError(
        str(path),
        en="not a kind of file that is read here. Give a .yaml or .json case, or a .txt or .md "
        "narrative.",
        fr="ce type de fichier n’est pas lu ici. Donnez un cas .yaml ou .json, ou un récit .txt "
        "ou .md.",
    )


def read_case(path: Path) -> Case:
    """Return the case of a YAML or JSON file.

    Raises UnreadableInputError, CaseFileError.
    """
    where = str(path)
    text = strict(content(path, CASE_BYTES), where)
    parse = json.parse if path.suffix.casefold() == ".json" else yaml.parse
    return fit(parse(text, where), where)


def read_narrative(path: Path, lang: Lang | None = None) -> Case:
    """Return the case that a narrative tells, its facts as suggestions.

    Raises UnreadableInputError, UnknownLanguageError.
    """
    return reading(path, lang).case


def reading(path: Path, lang: Lang | None = None) -> Reading:
    """Return what ``read_narrative`` does, with the notices for the reader.

    Raises UnreadableInputError, UnknownLanguageError.
    """
    where = str(path)
    text = lenient(content(path, NARRATIVE_BYTES), where)
    return narrative(text, where, lang, is_markdown=path.suffix.casefold() in _MARKDOWN)
