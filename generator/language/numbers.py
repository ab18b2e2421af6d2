"""Numbers as each language writes them; their digits never change."""

import re
from decimal import Decimal
from typing import Final

from anonymizer.phi import Lang

from generator.language.locales import Locale
from generator.language.units import NARROW

# One decimal mark. Three digits after it may be thousands in the other language ("1,234").
_DECIMAL: Final = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d{1,2}|\d{4,})(?![\d.,])")
_MARKS: Final = {Lang.FR: ",", Lang.EN: "."}
_GROUPED: Final = 10_000  # from here on, thousands stand apart


def decimal(value: str, lang: Lang | Locale) -> str:
    """Return a measured value with the decimal mark of ``lang``; its digits never change.

    The mark changes only where it cannot be a separator of thousands: ``1,234`` stays.

    >>> decimal("2,60", Lang.EN), decimal("2.60", Lang.FR), decimal("1,234", Lang.FR)
    ('2.60', '2,60', '1,234')
    """
    if not _DECIMAL.fullmatch(value):
        return value
    return _DECIMAL.sub(rf"\g<whole>{_MARKS[Locale(lang).lang]}\g<part>", value)


def computed(number: Decimal, lang: Lang | Locale) -> str:
    """Return a number that the program computed, its thousands apart from ten thousand on.

    >>> computed(Decimal("33076.5"), Locale.EN_US), computed(Decimal("9.50"), Lang.FR)
    ('33,076.5', '9,50')
    """
    whole, mark, part = f"{number:f}".partition(".")
    if number >= _GROUPED:
        parted = "," if lang == Locale.EN_US else NARROW  # AMA; the space of the BIPM elsewhere
        whole = f"{int(whole):,}".replace(",", parted)
    return f"{whole}{mark and _MARKS[Locale(lang).lang]}{part}"
