"""What the command line says on standard error, in the language of the user's locale."""

import os
import re
import sys
from collections.abc import Mapping
from typing import Final

from anonymizer.phi import Lang

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX: the first that is set decides


def spoken(environ: Mapping[str, str]) -> Lang:
    """Return French where the locale is French, else English.

    >>> spoken({"LC_ALL": "", "LANG": "fr_FR.UTF-8"})
    <Lang.FR: 'fr'>
    """
    locale = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return Lang.FR if locale.lower().startswith("fr") else Lang.EN


def here() -> Lang:
    """Return the language in which this process speaks to its user."""
    return spoken(os.environ)


_HIGH: Final = re.compile(r" (?=[:»])|(?<=«) ")
_TIGHT: Final = re.compile(r" (?=[;!?])")


def spaced(sentence: str) -> str:
    """Return a French sentence with the no-break spaces that its punctuation asks.

    >>> spaced("Ligne 3 : vide ; « id » manque.") == (
    ...     "Ligne 3\N{NO-BREAK SPACE}: vide\N{NARROW NO-BREAK SPACE}; "
    ...     "«\N{NO-BREAK SPACE}id\N{NO-BREAK SPACE}» manque."
    ... )
    True
    """
    return _TIGHT.sub("\N{NARROW NO-BREAK SPACE}", _HIGH.sub("\N{NO-BREAK SPACE}", sentence))


def told(en: str, fr: str) -> str:
    """Return the sentence of the user's language."""
    return spaced(fr) if here() is Lang.FR else en


def say(en: str, fr: str) -> None:
    """Print a sentence on standard error; data alone goes to standard output."""
    complain(told(en, fr))


def complain(sentence: str) -> None:
    """Print ``sentence`` on standard error after the name of the program."""
    line = told(f"casepress: {sentence}", f"casepress : {sentence}")
    print(printable(line), file=sys.stderr)  # noqa: T201 - the shell speaks


def printable(text: str) -> str:
    """Return ``text`` as a terminal may show it: without control signs or broken characters.

    >>> printable("a" + chr(27) + "[31mb") == "a" + chr(0xFFFD) + "[31mb"
    True
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(
        c if c.isprintable() or c in "\n\N{NO-BREAK SPACE}\u202f" else "\ufffd" for c in whole
    )


def show(line: str) -> None:
    """Print a line of data on standard output."""
    sys.stdout.write(f"{line}\n")
