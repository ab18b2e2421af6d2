"""Where the digits and the written years of a text stand: read once, for every scan after."""

import re
from functools import lru_cache
from typing import Final

_RUN: Final = re.compile(r"[0-9]+")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?![.,][0-9])|'[0-9]{2}(?![a-z'])")
_SHORT, _WHOLE = 2, 4  # digits of a year


@lru_cache(2)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each run of digits stands.

    >>> runs("le 12, en 2015")
    ((3, 5), (10, 14))
    """
    return tuple(found.span() for found in _RUN.finditer(text))


@lru_cache(2)
def written_years(text: str) -> tuple[re.Match[str], ...]:
    """Return the years in four digits, or in two after an apostrophe: 2015, '15.

    >>> [found[0] for found in written_years("en 2015, l'été '09, 1950,5 g")]
    ['2015', "'09"]
    """
    asked = (
        start - (end - start == _SHORT)
        for start, end in runs(text)
        if end - start == _WHOLE or (end - start == _SHORT and text[start - 1 : start] == "'")
    )
    return tuple(found for start in asked if (found := _YEAR.match(text, start)))
