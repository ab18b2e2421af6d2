"""``casepress terms``: the user's own tables of terms, kept beside the key."""

import re
from pathlib import Path
from typing import Final

from generator import resources
from generator.cli import options
from generator.cli.words import printable, say, show, told
from generator.errors import WrongUsageError
from generator.language.added import kept
from generator.read.terms import terms
from generator.stage import Finished, unwritable, write

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}\Z")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")  # Windows' devices


def add(file: str, name: str | None) -> None:
    """Check a table and keep it, in place of the one that had its name."""
    given = options.path(file) or Path(file)
    path = _path(name or given.name.partition(".")[0].lower(), "--as")
    brought = terms(given)
    old = path.exists()
    write(path.parent, (Finished(path.name, kept(brought.rows), private=True),))
    resources.user_terms.cache_clear()
    left, number = brought.left_out, len(brought.rows)
    say(
        f"{path.stem}: {number} term(s){', in place of the former table' if old else ''}"
        f"{f'; {left} left out, not translated or not reviewed' if left else ''}.",
        f"{path.stem} : {number} terme(s){', à la place de la table précédente' if old else ''}"
        f"{f' ; {left} laissés de côté, non traduits ou non relus' if left else ''}.",
    )


def listed() -> None:
    """Print the name and number of terms of each table."""
    for table in resources.user_terms():
        number = table.data.count(b"\n") - 1
        show(f"{printable(table.name)}\t{told(f'{number} term(s)', f'{number} terme(s)')}")


def remove(name: str) -> None:
    """Remove the table of that name, whatever its state.

    Raises WrongUsageError where there is none.
    """
    path = _path(name, "NAME")
    try:
        path.unlink()
    except FileNotFoundError:
        raise WrongUsageError(
            "NAME",
            en="no such table. See: casepress terms list.",
            fr="cette table n’existe pas. Voyez : casepress terms list.",
        ) from None
    except OSError as error:
        raise unwritable(path, error) from None
    resources.user_terms.cache_clear()
    say(f"{name} removed.", f"{name} retirée.")


def _path(name: str, where: str) -> Path:
    if not _NAME.match(name) or _RESERVED.match(name):
        raise WrongUsageError(
            where,
            en="not a name for a table. Give 1 to 40 of a-z, 0-9, hyphen and underscore, such as "
            "hpo.",
            fr="ne peut nommer une table. Donnez de 1 à 40 signes parmi a-z, 0-9, tiret et tiret "
            "bas, comme hpo.",
        )
    return resources.terms_folder() / f"{name}.tsv"
