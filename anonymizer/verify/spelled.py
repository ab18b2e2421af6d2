"""Numbers in French and English words, letters alone: « deuxmilleseize », "twentysixteen"."""

from typing import Final

_FRENCH: Final = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dixsept",
    "dixhuit",
    "dixneuf",
]
_FRENCH_TENS: Final = (
    "dix vingt trente quarante cinquante soixante soixante quatrevingt quatrevingt"
)
_ENGLISH: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS: Final = [
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_ORDINAL: Final = {"one": "first", "two": "second", "three": "third", "five": "fifth",
                   "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_LOWEST_OF_TENS = 20
_CENTURY = 100
_MILLENNIUM = 2000


def french(number: int) -> str:
    """Return a number from 0 to 99 in French.

    >>> french(92), french(71), french(21)
    ('quatrevingtdouze', 'soixanteetonze', 'vingtetun')
    """
    if number < _LOWEST_OF_TENS:
        return _FRENCH[number]
    ten, rest = divmod(number, 10)
    rest += 10 if ten in {7, 9} else 0  # soixante-dix, quatre-vingt-dix
    head = _FRENCH_TENS.split()[ten - 1]
    if not rest:
        return f"{head}s" if ten == 8 else head  # noqa: PLR2004 - quatre-vingts
    joint = "et" if rest in {1, 11} and ten < 8 else ""  # noqa: PLR2004 - but quatre-vingt-un
    return f"{head}{joint}{_FRENCH[rest]}"


def english(number: int) -> str:
    """Return a number from 0 to 99 in English.

    >>> english(92)
    'ninetytwo'
    """
    if number < _LOWEST_OF_TENS:
        return _ENGLISH[number]
    ten, rest = divmod(number, 10)
    return _ENGLISH_TENS[ten - 2] + (_ENGLISH[rest] if rest else "")


def ordinal(number: int) -> str:
    """Return the place of a day in its month in English.

    >>> ordinal(12), ordinal(21), ordinal(30)
    ('twelfth', 'twentyfirst', 'thirtieth')
    """
    written = english(number)
    for cardinal, special in _ORDINAL.items():
        if written.endswith(cardinal) and number not in range(13, 20):
            return written.removesuffix(cardinal) + special
    return f"{written[:-1]}ieth" if written.endswith("y") else f"{written}th"


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
