"""The program's own English words as American readers spell them; an author's never change."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from anonymizer.phi import Lang

from generator import resources
from generator.language.locales import Locale


def spelled(text: str, lang: Lang | Locale) -> str:
    """Return words of the program in the spelling of ``lang``; the tables are written in British.

    >>> spelled("Oedema and tumour of the caecum", Locale.EN_US)
    'Edema and tumor of the cecum'
    """
    if lang != Locale.EN_US:
        return text
    american = _american()
    return _british().sub(lambda found: _alike(american[found[0].lower()], found[0]), text)


def _alike(part: str, written: str) -> str:
    """Return a part of a word with the capitals of the one that it replaces."""
    if written.isupper():
        return part.upper()
    return part[0].upper() + part[1:] if written[0].isupper() else part


@cache
def _american() -> Mapping[str, str]:
    lines = resources.text("templates", "terms", "spelling.tsv").lower().splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return MappingProxyType(dict(rows))


@cache
def _british() -> re.Pattern[str]:
    longest_first = sorted(_american(), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.IGNORECASE)
