"""Tell French from English by the small words that only one of them uses."""

import re
from typing import Final

from anonymizer.phi import Lang

from generator.errors import UnknownLanguageError
from generator.read.words import groups

_FRENCH: Final = frozenset(groups("language")["fr"])
_ENGLISH: Final = frozenset(groups("language")["en"])
_WORD: Final = re.compile(r"[^\W\d_]+(?:'(?=\w))?")
_ENOUGH: Final = 1_000  # words: the opening pages settle the question
_CLEARLY: Final = 2
_LEAST: Final = 2


def language(text: str) -> Lang | None:
    """Return the language that most small words of ``text`` belong to, None where neither wins.

    >>> language("Homme de 54 ans, sans antécédent.")
    <Lang.FR: 'fr'>
    """
    opening = text[: _ENOUGH * 6].casefold().replace("’", "'")
    words = _WORD.findall(opening)[:_ENOUGH]
    french = sum(map(_FRENCH.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, words))
    if french >= max(_LEAST, _CLEARLY * english):
        return Lang.FR
    return Lang.EN if english >= max(_LEAST, _CLEARLY * french) else None


def told(text: str, where: str) -> Lang:
    """Return the language of ``text``.

    Raises UnknownLanguageError where it can't be told.
    """
    found = language(text)
    if found is None:
        raise UnknownLanguageError(
            where,
            en="neither clearly French nor clearly English. Say which with --lang fr or --lang en.",
            fr="ni clairement en français ni clairement en anglais. "
            "Indiquez la langue avec --lang fr ou --lang en.",
        )
    return found
