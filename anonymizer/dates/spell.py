"""Numbers of dates in words: days and years, in French and English."""

import re
from types import MappingProxyType
from typing import Final, Literal

from anonymizer.dates.months import without_accents
from anonymizer.phi import Lang

_FR_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_FR_TENS = ("", "dix", "vingt", "trente", "quarante", "cinquante", "soixante")
_EN_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINAL = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_EN_ORDINALS = MappingProxyType({w: i for i, w in enumerate(_EN_ORDINAL) if i} | {"thirtieth": 30})
_VALUES = MappingProxyType(
    {without_accents(word): i for i, word in enumerate(_FR_SMALL) if i}
    | {word: i for i, word in enumerate(_EN_SMALL) if i}
    | {word: i * 10 for i, word in enumerate(_FR_TENS) if i}
    | {word: i * 10 for i, word in enumerate(_EN_TENS) if i > 1}
    | {"une": 1, "premier": 1, "six": 6, "dix": 10}
    | dict(_EN_ORDINALS)
)
_SILENT = frozenset({"et", "and", "of"})
_THOUSAND = frozenset({"mille", "mil", "mile", "thousand"})
_HUNDRED = frozenset({"cent", "hundred"})
_CENTURIES = frozenset({18, 19, 20, 21})

_WORDS = sorted((*_VALUES, *_THOUSAND, *_HUNDRED), key=lambda word: (-len(word), word))
_NUMBER = rf"(?:{'|'.join(_WORDS)})s{{0,2}}(?![a-z])"
# Up to three number words that end where a month begins, and up to nine that follow it.
DAY_WORDS: Final = re.compile(
    rf"(?<![a-z-])((?:the )?{_NUMBER}(?:[ -](?:et[ -])?{_NUMBER}){{0,3}})(?: of)?[ ]?\n?[ ]?\Z"
)
ORDINAL_AFTER: Final = re.compile(
    rf"([ ](?:the[ ])?)((?:(?:twenty|thirty)[ -])?(?:{'|'.join(sorted(_EN_ORDINALS))}))(?![a-z-])"
)
YEAR_WORDS: Final = re.compile(
    rf"{_NUMBER}(?:[ ]?[- \n][ ]?(?:(?:et|and)[ -])?(?:{_NUMBER}|\d{{1,2}}(?!\d))){{0,8}}"
)
YEAR_IN_WORDS: Final = re.compile(
    r"(?:deux[ -]mil|mil(?:le)?[ -]neuf|two[ -]thousand|nineteen[ -](?:hundred|[a-z]+ty))"
)
Hyphens = Literal["none", "tens", "all"]


def value(words: str) -> int | None:
    """Return the number that words of the reading form say, None where they say none.

    >>> value("mille neuf cent soixante-dix-huit"), value("nineteen eighty-five")
    (1978, 1985)
    """
    total = current = 0
    for word in re.split(r"[\s-]+", words.strip()):
        if word in _SILENT or word == "the":
            continue
        said = _said(word)
        if said is None:
            return None
        if said == 1000:  # noqa: PLR2004 - a thousand closes what stands before it
            total, current = max(1, current) * 1000, 0
        elif said == 100:  # noqa: PLR2004 - a hundred multiplies what stands before it
            current = max(1, current) * 100
        elif said == 20 and current % 100 == 4:  # noqa: PLR2004 - quatre-vingt
            current += 76
        elif total == 0 and current in _CENTURIES and said >= 10:  # noqa: PLR2004
            total, current = current * 100, said
        else:
            current += said
    return total + current


def _said(word: str) -> int | None:
    for form in (word, word[:-1], word[:-2]):
        if form in _THOUSAND:
            return 1000
        if form in _HUNDRED:
            return 100
        if form in _VALUES and (form == word or word.endswith("s")):
            return _VALUES[form]
    return int(word) if word.isdecimal() else None


def spelled(number: int, lang: Lang, hyphens: Hyphens = "tens", *, ordinal: bool = False) -> str:
    """Return a day (1-31), an age or a year in words.

    >>> spelled(1978, Lang.FR), spelled(1, Lang.FR, ordinal=True), spelled(2021, Lang.EN)
    ('mille neuf cent soixante-dix-huit', 'premier', 'two thousand and twenty-one')
    """
    if lang is Lang.EN:
        words = _en_day(number) if ordinal else _en_year(number)
    elif ordinal and number == 1:
        words = "premier"
    else:
        words = _fr(number)
    if hyphens == "all":
        return words.replace(" ", "-")
    return words.replace("-", " ") if hyphens == "none" else words


def _fr(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, small = divmod(rest, 100)
    words = []
    if thousands:
        words.append("mille" if thousands == 1 else f"{_fr_small(thousands)} mille")
    if hundreds:
        words.append("cent" if hundreds == 1 else f"{_fr_small(hundreds)} cent")
    if small:
        words.append(_fr_small(small))
    return " ".join(words)


def _fr_small(number: int) -> str:
    if number < 17:  # noqa: PLR2004 - words of their own up to seize
        return _FR_SMALL[number]
    tens, unit = divmod(number, 10)
    if number >= 80:  # noqa: PLR2004 - quatre-vingts
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{_fr_small(number - 80)}"  # noqa: PLR2004
    if tens == 7:  # noqa: PLR2004 - soixante-dix
        return "soixante et onze" if unit == 1 else f"soixante-{_fr_small(10 + unit)}"
    if unit == 1 and tens > 1:
        return f"{_FR_TENS[tens]} et un"
    return f"{_FR_TENS[tens]}-{_FR_SMALL[unit]}" if unit else _FR_TENS[tens]


def _en_small(number: int) -> str:
    if number < len(_EN_SMALL):
        return _EN_SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{_EN_TENS[tens]}-{_EN_SMALL[unit]}" if unit else _EN_TENS[tens]


def _en_day(number: int) -> str:
    if number < len(_EN_ORDINAL):
        return _EN_ORDINAL[number]
    if number == 30:  # noqa: PLR2004
        return "thirtieth"
    return f"{_EN_TENS[number // 10]}-{_EN_ORDINAL[number % 10]}"


def _en_year(number: int) -> str:
    century, rest = divmod(number, 100)
    if not century:
        return _en_small(rest)
    if 2000 <= number < 2010:  # noqa: PLR2004
        return f"two thousand and {_EN_SMALL[rest]}" if rest else "two thousand"
    if century == 20:  # noqa: PLR2004
        return f"two thousand and {_en_small(rest)}"
    if rest < 10:  # noqa: PLR2004
        return f"{_en_small(century)} hundred" + (f" and {_en_small(rest)}" if rest else "")
    return f"{_en_small(century)} {_en_small(rest)}"
