"""Where the digits and the written years of a text stand: read once, for every scan after."""

import re
from functools import lru_cache
from typing import Final

from anonymizer.dates.months import NAMES

_DIGIT, _OTHER = b"1", b" "
_KINDS: Final = bytes(b"1"[0] if chr(sign).isdecimal() else b" "[0] for sign in range(256))
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?![.,][0-9])|'[0-9]{2}(?![a-z'])")
_MONTHS = tuple(f"{name} " for name in (*NAMES, " en"))
_SHORT, _WHOLE = 2, 4  # digits of a year


@lru_cache(2)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each run of digits stands.

    >>> runs("le 12, en 2015")
    ((3, 5), (10, 14))
    """
    kinds = text.encode("ascii", "replace").translate(_KINDS) + _OTHER
    found: list[tuple[int, int]] = []
    start = kinds.find(_DIGIT)
    while start >= 0:
        end = kinds.find(_OTHER, start)
        found.append((start, end))
        start = kinds.find(_DIGIT, end)
    return tuple(found)


@lru_cache(2)
def written_years(text: str) -> tuple[re.Match[str], ...]:
    """Return the years after no month: in four digits, or two after an apostrophe: 2015, '15.

    >>> [found[0] for found in written_years("à noel 2015, l'été '09, mars 2016, 1950,5 g")]
    ['2015', "'09"]
    """
    asked = (
        start - (end - start == _SHORT)
        for start, end in runs(text)
        if end - start == _WHOLE or (end - start == _SHORT and text[start - 1 : start] == "'")
    )
    return tuple(
        found
        for start in asked
        if (found := _YEAR.match(text, start)) and not text.endswith(_MONTHS, 0, start)
    )
