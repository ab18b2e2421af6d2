"""Templates, fonts and samples: read from the installed package, else from the checkout."""

from functools import cache
from pathlib import Path
from typing import Final

from generator.errors import MissingResourceError

_PACKAGE: Final = Path(__file__).resolve().parent
_WORDED: Final = (".html", ".j2")
_PLACES: Final = (_PACKAGE / "_data", _PACKAGE.parent)


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


def _missing(name: str) -> MissingResourceError:
    return MissingResourceError(
        name,
        en="not in this installation. Install casepress again.",
        fr="absent de cette installation. Réinstallez casepress.",
    )
