"""Feasts and other named days: Noël 2015, à la rentrée 2014, Easter 2016, since Christmas.

Moved, they are no feast any more, so each is written as the month in which it lies, with the
preposition that a month asks for: « à la Toussaint 2016 » becomes « en octobre 2016 ».
Source of Easter: Meeus, Astronomical Algorithms, 2nd edition, chapter 8 (Gregorian calendar).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from types import MappingProxyType
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.digits import written_years
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import cased
from anonymizer.dates.raw import Raw, signs, year_of
from anonymizer.phi import Lang

_Told = tuple[int, int | None] | int
# Reading form of a name -> its month and day, or the days between Easter and it.
_FR: dict[str, _Told] = {
    r"noel": (12, 25),
    r"(?:la )?saint[ -]sylvestre|reveillon": (12, 31),
    r"fin d'annee": (12, None),
    r"nouvel an|(?:jour|premier) de l'an": (1, 1),
    r"epiphanie": (1, 6),
    r"chandeleur": (2, 2),
    r"saint[ -]valentin": (2, 14),
    r"mardi[ -]gras": -47,
    r"mercredi des cendres": -46,
    r"vendredi saint": -2,
    r"paques": 0,
    r"fete du travail": (5, 1),
    r"ascension": 39,
    r"pentecote": 49,
    r"fete nationale": (7, 14),
    r"assomption": (8, 15),
    r"rentree(?: scolaire| universitaire| des classes)?": (9, None),
    r"toussaint": (11, 1),
    r"armistice": (11, 11),
}
_EN: dict[str, _Told] = {
    r"(?:christmas|xmas)(?: day| eve)?": (12, 25),
    r"boxing day": (12, 26),
    r"new year'?s eve": (12, 31),
    r"new year(?:'?s)?(?: day)?": (1, 1),
    r"(?:st\.? |saint )?valentine'?s day": (2, 14),
    r"st\.? patrick'?s day": (3, 17),
    r"(?:st\.? |saint )stephen'?s day": (12, 26),
    r"martin luther king day|mlk day": (1, None),
    r"australia day": (1, 26),
    r"mardi gras(?: day)?": -47,
    r"ash wednesday": -46,
    r"maundy thursday": -3,
    r"good friday": -2,
    r"anzac day": (4, 25),
    r"victoria day": (5, None),
    r"flag day": (6, 14),
    r"canada day": (7, 1),
    r"columbus day": (10, None),
    r"veterans'? day": (11, 11),
    r"easter(?: sunday| monday| day)?": 0,
    r"memorial day": (5, None),
    r"whitsun|pentecost": 49,
    r"independence day": (7, 4),
    r"labou?r day": (9, None),
    r"hallowe'?en": (10, 31),
    r"bonfire night": (11, 5),
    r"remembrance (?:day|sunday)": (11, 11),
    r"thanksgiving(?: day)?": (11, None),
}
_DAYS: Final[MappingProxyType[Lang, tuple[_Told, ...]]] = MappingProxyType(
    {Lang.FR: tuple(_FR.values()), Lang.EN: tuple(_EN.values())}
)
_AT_FR = r"(jusqu'a|au moment de|lors de|aux?|a|pendant|durant)"
_AT_EN = r"(at|on|over|during|in)"
_AROUND_FR = (
    r"((?:le |la |l'|les )?(?:jour|lundi|veille|lendemain|soir|nuit|matin|reveillon|fete|vacance"
    r"|conge|periode|semaine|week-end)s? d(?:e |'|u ))?(?:la |l'|le |les )?"
)
_AROUND_EN = r"((?:the )?(?:day|night|week|weekend) (?:before|after|of) )?(?:the )?"
_AFTER = r"(?: holidays?| break| vacation| period| week| time| weekend)?"


def _pattern(lang: Lang) -> str:
    at, around, names = (_AT_FR, _AROUND_FR, _FR) if lang is Lang.FR else (_AT_EN, _AROUND_EN, _EN)
    either = "|".join(f"({name})" for name in names)
    return rf"(?<![a-z])(?:{at}[ ])?(d[ue]s? )?{around}(?:{either}){_AFTER}"


_BEFORE_YEAR = r",?[ ](?:de |of |in )?\Z"
_ANY: Final = MappingProxyType(  # a quick look, before where the name begins is asked
    {
        lang: re.compile(f"(?:{'|'.join(names)}){_AFTER}{_BEFORE_YEAR}")
        for lang, names in ((Lang.FR, _FR), (Lang.EN, _EN))
    }
)
_NAMED: Final = MappingProxyType({lang: re.compile(_pattern(lang) + _BEFORE_YEAR) for lang in Lang})
_BARE: Final = MappingProxyType(
    {
        Lang.FR: ("noel", "paques", "pentecote", "toussaint", "nouvel an"),
        Lang.EN: ("christmas", "easter", "thanksgiving"),
    }
)
_BARE_CUE: Final = re.compile(
    r"\b(?:(?:depuis|avant|apres|des|vers|jusqu'a|a|au|since|before|after|until|by|at|over)[ ]"
    r"(?:la |l'|le )?|(?:jour|veille|lendemain|soir|fetes) de )\Z"
)
_OPENING: Final = re.compile(r"(?:\A|[.!?][ ]+|\n[ ]*[-*•·]?[ ]*)\Z")
_NAME_AFTER: Final = re.compile(r"[ -][A-Z]|['’]s?|[ ](?:disease|tree)")
_USUAL = 2011  # a year whose Easter falls late in April, Pentecost in June
_GOVERNED: Final = re.compile(
    r"\b(?:depuis|avant|apres|des|vers|pour|since|before|after|until|till|by|around|from)[ ]\Z"
)
_FIRST = 4  # groups: the preposition, « de », « la veille de », then one a name


def feasts(text: str, original: str, lang: Lang) -> Iterator[Raw]:
    """Yield the named days that a year follows, and the common ones after « à », « depuis »."""
    for found in written_years(text):
        start, end = found.span()
        if text[start - 1 : start] != " ":
            continue
        left = context.before(text, start)
        named = _ANY[lang].search(left) and _NAMED[lang].search(left)
        if named:
            short = text[start] == "'"
            wide = (signs("'"), Piece("year", "2")) if short else (Piece("year", "4"),)
            year = year_of(found[0].removeprefix("'"))
            yield _raw(original, named, start - len(left), end, (signs(" "), *wide), year, lang)
    yield from chain.from_iterable(_bare(text, original, name, lang) for name in _BARE[lang])


def _bare(text: str, original: str, name: str, lang: Lang) -> Iterator[Raw]:
    """Yield « à Noël », "since Christmas": a month that leaves its year to its neighbours."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        left = context.before(text, at)
        if _BARE_CUE.search(left) and not (
            text[end : end + 1].isalnum() or _NAME_AFTER.match(original, end)
        ):
            stretch = left + name
            named = _BARE_NAMED[lang].search(stretch)
            if named:
                yield _raw(original, named, at - len(left), end, (), None, lang)
        at = text.find(name, end)


_BARE_NAMED: Final = MappingProxyType({lang: re.compile(_pattern(lang) + r"\Z") for lang in Lang})


def _raw(
    original: str,
    named: re.Match[str],
    offset: int,
    end: int,
    wide: tuple[Piece, ...],
    year: int | None,
    lang: Lang,
) -> Raw:
    start = offset + named.start()
    number = next(i for i, name in enumerate(named.groups()[_FIRST - 1 :]) if name)
    month, day = _placed(_DAYS[lang][number], year)
    lead = _lead(named, lang)
    opens = _OPENING.search(original[max(0, start - 8) : start]) is not None
    title = opens or (named.start() < named.start(number + _FIRST) and original[start].isupper())
    capital = lang is Lang.EN or (title and not lead)
    name = Piece("month", "long", case="title" if capital else "lower", lang=lang)
    words = (signs(cased(lead, "title") if title else lead), name) if lead else (name,)
    if named[2]:
        words = (Piece("text", "of", text=original[start]), *words)
    full = (*words, *(wide or (signs(" "), Piece("year", "4"))))
    return Raw(
        start,
        end,
        (*words, *wide),
        year,
        month,
        full=full,
        near=None if day is None else (month, day),
        reworded=True,
        confidence=1.0 if year else 0.8,
    )


def _lead(named: re.Match[str], lang: Lang) -> str:
    """Return the preposition before the month, nothing where another one stands outside."""
    if named[1] and named[1].startswith("jusqu"):
        return "jusqu'en "
    governed = named[2] or _GOVERNED.search(named.string, 0, named.start())
    if not named[1] and (governed or not named[3]):
        return ""
    return "in " if lang is Lang.EN else "en "


def _placed(told: _Told, year: int | None) -> tuple[int, int | None]:
    """Return month and day of a feast; that which moves with Easter has no day without a year."""
    if not isinstance(told, int):
        return told
    day = _easter(year or _USUAL) + timedelta(days=told)
    return day.month, day.day if year else None


def _easter(year: int) -> date:
    """Return Easter Sunday.

    >>> _easter(2016), _easter(2019)
    (datetime.date(2016, 3, 27), datetime.date(2019, 4, 21))
    """
    century, rest = divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
