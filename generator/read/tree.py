"""What a case file holds before the model reads it: texts, lists and records, each with its line.

YAML and JSON both become this; every scalar stays text, so that 01000, 2.60 and NO are what they
were. ``true``, ``false`` and ``null`` of JSON keep their meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.errors import CaseFileError

DEPTH: Final = 50
NODES: Final = 100_000

Plain = str | bool | None | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of a case file, and the line on which each of its places stands."""

    plain: Plain = field(repr=False)
    lines: Mapping[Path, int] = field(repr=False)

    def line(self, path: Path) -> int:
        """Return the line of ``path``, or of the nearest place around it."""
        for end in range(len(path), -1, -1):
            found = self.lines.get(path[:end])
            if found is not None:
                return found
        return 1


def refusal(where: str, line: int, *, en: str, fr: str) -> CaseFileError:
    """Return the error for one line of a case file."""
    return CaseFileError(f"{where}:{line}", en=en, fr=fr)


def too_deep(where: str, line: int) -> CaseFileError:
    """Return the error for records nested past any case."""
    return refusal(
        where,
        line,
        en=f"nested more than {DEPTH} deep. Take the brackets or the indentation away.",
        fr=f"imbriqué sur plus de {DEPTH} niveaux. Retirez les crochets ou l’indentation en trop.",
    )


def too_many(where: str, line: int) -> CaseFileError:
    """Return the error for more entries than any case holds."""
    return refusal(
        where,
        line,
        en=f"more than {NODES} entries. A case is one patient: divide the file.",
        fr=f"plus de {NODES} entrées. Un cas est un seul patient : divisez le fichier.",
    )


def twice(where: str, line: int) -> CaseFileError:
    """Return the error for a key written a second time in one record."""
    return refusal(
        where,
        line,
        en="this key stands twice in one record. Keep one of the two.",
        fr="cette clé figure deux fois dans le même enregistrement. N’en gardez qu’une.",
    )


def not_a_record(where: str) -> CaseFileError:
    """Return the error for a file that holds no keys at all."""
    return refusal(
        where,
        1,
        en="not a case: keys such as `patient:` are expected. Start from `casepress init`.",
        fr="ce n’est pas un cas : on attend des clés telles que `patient:`. "
        "Partez de `casepress init`.",
    )
