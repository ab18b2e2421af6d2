"""Numbers and units of a text, in a form that no language changes."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from anonymizer.dates.spell import value
from anonymizer.phi import Lang

from generator.check.fact import Fact, Kind
from generator.check.vocabulary import blanked, measures

_POWER: Final = re.compile(
    r"(?:[ ]?[x×·][ ]?|[ .]|\b)10(?:\^[ ]?(?P<caret>\d{1,2})|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\d)"
)
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PREFIX: Final = {"9": "G", "12": "T"}  # 10⁹/L is written G/L in French
_NUMBER: Final = re.compile(
    r"""
    (?:(?P<digits>\d+(?:[ ]\d{3}(?!\d))*(?:[.,]\d+)*)|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))
    (?P<vulgar>[ ]?[½¼¾])?
    (?P<million>[ ](?:million|milliard|billion|mille|thousand)s?\b)?
    | (?P<alone>[½¼¾])
    """,
    re.VERBOSE,
)
_TIMES: Final = {"million": 10**6, "milliard": 10**9, "billion": 10**9}
_VULGAR: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_ORDINAL: Final = re.compile(r"(?:er|re|ere|e|eme|nde?|st|nd|rd|th)s?\b")
_UNIT: Final = re.compile(
    r"[ ]?(?P<sign>%|‰|°[ ]?[CF]?|mm[ ](?:de[ ])?Hg|p(?:er|our)[ ]cent)(?!\w)"
    r"|[ ]?-?[ ]?(?P<word>p(?:aquets?|ack)-[a-z]+|[A-Za-zµ]+[23²³]?O?)(?![\w'])"
)
_PER: Final = re.compile(
    r"(?:[ ]?/[ ]?|\b(?:par|per|chaque|each|every|tous[ ]les|toutes[ ]les)[ ]"
    r"|\b(?:once|twice|thrice|times|mg|g|µg|mL|IU|doses?|units?|tablets?|hours?|drinks?"
    r"|cigarettes|kg)[ ]an?[ ])(?P<day>24[ ]?)?(?P<word>[A-Za-zµ]+[23²³]?)(?![\w'])"
)
_MINUS: Final = re.compile(
    r"(?:(?:^|[ (=:<>~])(?<!\d )-|(?<!au )(?<!ou )\b(?P<word>moins|minus) )\Z", re.IGNORECASE
)
_SIGN: Final = 10  # characters before a number that may make it negative
_POINTED: Final = re.compile(r"[1-9]\d?\d?\.\d{3}")  # a decimal, or thousands
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")
_FR_TEN = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)"
)
_FR_WORD = (
    rf"(?:quatre[ -]vingts?(?:[ -](?:dix[ -](?:sept|huit|neuf)|{_FR_TEN}|une?))?"
    r"|(?:vingt|trente|quarante|cinquante|soixante)"
    rf"(?:[ -](?:et[ -])?(?:dix[ -](?:sept|huit|neuf)|{_FR_TEN}|une?))?"
    rf"|dix[ -](?:sept|huit|neuf)|{_FR_TEN})"
)
_EN_UNIT = r"(?:two|three|four|five|six|seven|eight|nine)"
_EN_WORD = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_EN_UNIT}|one))?"
    rf"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_EN_UNIT})"
)
_WORDS: Final = {
    Lang.FR: re.compile(
        rf"\b(?:{_FR_WORD}(?:[ -](?:cents?|mille)\b(?:[ -]{_FR_WORD})?)*"
        rf"|(?<!pour[ ])(?:cent|mille)(?:[ -]{_FR_WORD})?)\b",
    ),
    Lang.EN: re.compile(
        rf"\b(?:{_EN_WORD}(?:[ -](?:hundred|thousand)\b(?:[ -](?:and[ -])?{_EN_WORD})?)*"
        rf"|(?:one[ ])?(?:hundred|thousand)(?:[ -](?:and[ -])?{_EN_WORD})?)\b",
    ),
}
_SYMBOL: Final = 4  # letters up to which capitals count: mU, MU
_NO_UNIT: Final = (Kind.UNIT, (), False)
_FORTNIGHT: Final = {"15": ("15", "2"), "8": ("8", "1")}  # « quinze jours », « huit jours »


def quantities(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the numbers of a plain text, their units, and what they are given per."""
    bare = text
    for found in _POWER.finditer(text):
        bare = blanked(bare, *found.span())
        power = found["caret"] or found["raised"].translate(_RAISED)
        yield Fact(Kind.UNIT, (_PREFIX.get(power, f"10^{power}"),), *found.span())
    for found in _NUMBER.finditer(bare):
        yield from _measured(bare, found, _values(bare, found, lang), lang)
    for found in _WORDS[lang].finditer(bare.lower()):
        said = value(found[0])
        if said is not None:
            yield from _measured(bare, found, ((str(said),),), lang)
    for found in _PER.finditer(bare):
        unit = measures(lang).get(found["word"])
        if unit is not None:
            day = found["day"] is not None and unit[1] == ("hour",)
            per = ("/day",) if day else tuple(f"/{each}" for each in unit[1])
            yield Fact(Kind.UNIT, per, *found.span("word"))


def _measured(
    text: str, found: re.Match[str], every: tuple[tuple[str, ...], ...], lang: Lang
) -> Iterator[Fact]:
    """Yield a number and the unit behind it, as numbers, unit and quantity."""
    start, end = found.span()
    if text[max(0, start - 1) : start] == "/" and text.startswith(("24 h", "24h", "24 H"), start):
        return  # « /24 h » is said by what it is given per
    unit = None if _ORDINAL.match(text, end) else _UNIT.match(text, end)
    names, sure = _unit(unit, lang) if unit else ((), False)
    if lang is Lang.FR and names == ("day",):
        every = tuple(_FORTNIGHT.get(values[0], values) for values in every)
        names = ("day", "week") if len(every[-1]) > 1 else names
    for values in every:
        yield Fact(Kind.NUMBER, values, start, end)
    if unit and names:
        yield Fact(Kind.UNIT, names, unit.start(), unit.end(), sure)
    if unit and names and sure and names[0][0] != "/":
        yield Fact(Kind.DOSE, (f"{every[-1][0]} {names[0]}",), start, unit.end())


def _unit(found: re.Match[str], lang: Lang) -> tuple[tuple[str, ...], bool]:
    """Return what the unit behind a number means; words may bear a capital, symbols mean it."""
    sign, word = found["sign"], found["word"]
    if sign:
        signs = {"°": "°C", "°C": "°C", "°F": "°F", "‰": "‰"}
        squeezed = sign.replace(" ", "")
        return ("mmHg" if squeezed.startswith("mm") else signs.get(squeezed, "%"),), True
    known = measures(lang)
    small = word.lower() if len(word) > _SYMBOL else word
    _, names, sure = known.get(word) or known.get(small) or _NO_UNIT
    return names, sure


def _values(text: str, found: re.Match[str], lang: Lang) -> tuple[tuple[str, ...], ...]:
    """Return what a written number may mean; several numbers where its signs only part them."""
    before = text[max(0, found.start() - _SIGN) : found.start()]
    if found[0].isdigit() and found[0].isascii() and not _MINUS.search(before):
        return ((str(int(found[0])),),)
    if found["alone"]:
        return ((_VULGAR[found["alone"]],),)
    if found["raised"]:
        return ((found["raised"].translate(_RAISED),),)
    read = _read(found["digits"], lang, listed=before.endswith("["))
    if len(read) > 1:
        return tuple((each,) for each in read)
    number = Decimal(read[0])
    if found["vulgar"]:
        number += Decimal(_VULGAR[found["vulgar"].strip()])
    several = [number]
    if found["million"]:
        several.append(number * _TIMES.get(found["million"].strip().rstrip("s"), 1000))
    elif lang is Lang.FR and _POINTED.fullmatch(found["digits"]):
        several.append(number * 1000)
    minus = _MINUS.search(before)
    if minus:
        several = [-number, *(several if minus["word"] else ())]
    return (tuple(map(_canonical, several)),)


def _read(written: str, lang: Lang, *, listed: bool) -> tuple[str, ...]:
    """Return the number that figures and marks say; several where they are a list or version.

    >>> _read("1,234", Lang.EN, listed=False), _read("2,60", Lang.FR, listed=False)
    (('1234',), ('2.6',))
    """
    if " " in written:
        if not _THOUSANDS.fullmatch(written):
            return tuple(chain.from_iterable(_read(p, lang, listed=False) for p in written.split()))
        written = written.replace(" ", "")
    if lang is Lang.EN and re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", written):
        written = written.replace(",", "")
    elif lang is Lang.FR and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?", written):
        written = written.replace(".", "")
    parts = re.split(r"[.,]", written)
    if len(parts) == 1 or (len(parts) == 2 and not listed):  # noqa: PLR2004 - one decimal mark
        return (_canonical(Decimal(".".join(parts))),)
    return tuple(_canonical(Decimal(part)) for part in parts)


def _canonical(number: Decimal) -> str:
    return f"{number.normalize():f}"
