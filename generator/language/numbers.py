"""Numbers as each language writes them; their digits never change."""

import re
from typing import Final

from anonymizer.phi import Lang

# One decimal mark. Three digits after it may be thousands in the other language ("1,234").
_DECIMAL: Final = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d{1,2}|\d{4,})(?![\d.,])")
_MARKS: Final = {Lang.FR: ",", Lang.EN: "."}


def decimal(value: str, lang: Lang) -> str:
    """Return a measured value with the decimal mark of ``lang``; its digits never change.

    The mark changes only where it cannot be a separator of thousands: ``1,234`` stays.

    >>> decimal("2,60", Lang.EN), decimal("2.60", Lang.FR), decimal("1,234", Lang.FR)
    ('2.60', '2,60', '1,234')
    """
    if not _DECIMAL.fullmatch(value):
        return value
    return _DECIMAL.sub(rf"\g<whole>{_MARKS[lang]}\g<part>", value)
