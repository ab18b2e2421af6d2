"""Numbers as each language writes them; their digits never change."""

import re
from typing import Final

from anonymizer.phi import Lang

# One decimal mark. Three digits after it may be thousands in the other language ("1,234").
_DECIMAL: Final = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d{1,2}|\d{4,})(?![\d.,])")
_MARKS: Final = {Lang.FR: ",", Lang.EN: "."}


def decimal(value: str, lang: Lang, source: Lang) -> str:
    """Return a measured value: as written in the language of its source, translated in the other.

    The translation changes the decimal mark alone, and only where it cannot be a separator of
    thousands: ``2,60`` gives ``2.60`` in English, ``1,234`` stays.

    >>> decimal("2,60", Lang.EN, Lang.FR), decimal("2.85", Lang.FR, Lang.FR)
    ('2.60', '2.85')
    """
    if lang is source or not _DECIMAL.fullmatch(value):
        return value
    return _DECIMAL.sub(rf"\g<whole>{_MARKS[lang]}\g<part>", value)
