"""Templates, fonts and samples of the installation, and the tables of terms that the user added."""

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from generator.errors import MissingResourceError, UnreadableInputError
from generator.keyfile import default

_PACKAGE: Final = Path(__file__).resolve().parent
_WORDED: Final = (".html", ".j2")
_PLACES: Final = (_PACKAGE / "_data", _PACKAGE.parent)


@dataclass(frozen=True, slots=True)
class UserTable:
    """A table of terms of the user, as ``casepress terms add`` has written it."""

    path: Path
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Return the name under which it was added."""
        return self.path.stem

    def damaged(self, line: int) -> UnreadableInputError:
        """Return the refusal of a table that is no longer as it was added."""
        return UnreadableInputError(
            f"{self.path}:{line}",
            en=f"this table of terms is damaged. Add it again (casepress terms add FILE --as "
            f"{self.name}), or run: casepress terms remove {self.name}.",
            fr=f"cette table de termes est abîmée. Ajoutez-la à nouveau (casepress terms add "
            f"FILE --as {self.name}), ou lancez : casepress terms remove {self.name}.",
        )


def path(*parts: str) -> Path:
    """Return where a bundled file or folder stands: ``path("templates", "fonts")``.

    Raises MissingResourceError where the installation lacks it, or the name leaves the bundle.
    """
    if any(part in {"", ".", ".."} or "/" in part or "\\" in part for part in parts):
        raise _missing("/".join(parts))
    for place in _PLACES:
        found = place.joinpath(*parts)
        if found.exists():
            return found
    raise _missing("/".join(parts))


def data(*parts: str) -> bytes:
    """Return the bytes of a bundled file."""
    found = path(*parts)
    if not found.is_file():
        raise _missing("/".join(parts))
    return found.read_bytes()


def text(*parts: str) -> str:
    """Return the text of a bundled UTF-8 file."""
    return data(*parts).decode("utf-8")


@cache
def template_words() -> str:
    """Return all that templates may print of themselves: no word of it is a leak by being there."""
    found = sorted(path("templates").rglob("*"))
    return "\n".join(each.read_text("utf-8") for each in found if each.suffix in _WORDED)


def terms_folder() -> Path:
    """Return where the tables of terms of this user live, beside the key."""
    return default(os.environ).parent / "terms"


@cache
def user_terms() -> tuple[UserTable, ...]:
    """Return the tables of the user in the order of their names, read once a run.

    Raises UnreadableInputError where one cannot be read.
    """
    paths = sorted(terms_folder().glob("*.tsv"), key=lambda path: path.name)
    return tuple(UserTable(path, _kept(path)) for path in paths)


def _kept(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UserTable(path, b"").damaged(1) from None


def _missing(name: str) -> MissingResourceError:
    return MissingResourceError(
        name,
        en="not in this installation. Install casepress again.",
        fr="absent de cette installation. Réinstallez casepress.",
    )
