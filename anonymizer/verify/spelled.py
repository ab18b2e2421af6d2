"""Numbers in French and English words, letters alone: « deuxmilleseize », "twentysixteen"."""

from typing import Final

from anonymizer.dates.months import without_accents
from anonymizer.dates.spell import spelled
from anonymizer.phi import Lang

_CENTURY: Final = 100
_MILLENNIUM: Final = 2000


def _letters(words: str) -> str:
    return without_accents(words).replace(" ", "").replace("-", "")


def french(number: int) -> str:
    """Return a number from 1 to 99 in French.

    >>> french(92), french(71), french(21)
    ('quatrevingtdouze', 'soixanteetonze', 'vingtetun')
    """
    return _letters(spelled(number, Lang.FR))


def english(number: int) -> str:
    """Return a number from 1 to 99 in English.

    >>> english(92)
    'ninetytwo'
    """
    return _letters(spelled(number, Lang.EN))


def ordinal(number: int) -> str:
    """Return the place of a day in its month in English.

    >>> ordinal(12), ordinal(21), ordinal(30)
    ('twelfth', 'twentyfirst', 'thirtieth')
    """
    return _letters(spelled(number, Lang.EN, ordinal=True))


def years(year: int) -> tuple[str, ...]:
    """Return the writings of a year in words, in both languages.

    >>> years(2016)
    ('deuxmilleseize', 'twothousandsixteen', 'twothousandandsixteen', 'twentysixteen')
    """
    century, rest = divmod(year, _CENTURY)
    if year >= _MILLENNIUM:
        french_heads: tuple[str, ...] = ("deuxmille",)
        english_heads: tuple[str, ...] = ("twothousand", "twothousandand")
        rest_of_thousand = year - _MILLENNIUM
    else:
        hundreds = french(century - 10) if century > 11 else ""  # noqa: PLR2004 - mille cent
        french_heads = tuple(f"{m}{hundreds}cent" for m in ("mille", "mil"))
        french_heads += (f"{french(century)}cent",)
        english_heads = (f"{english(century)}hundred", f"{english(century)}hundredand")
        rest_of_thousand = rest
    small = rest_of_thousand < _CENTURY
    return (
        *(f"{head}{french(rest) if rest else ''}" for head in french_heads if small),
        *(f"{head}{english(rest) if rest else ''}" for head in english_heads if small),
        *((english(century) + english(rest),) if rest >= 10 else ()),  # noqa: PLR2004 - two figures
    )
