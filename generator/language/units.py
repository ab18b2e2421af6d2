"""Units, and quantities whose number and unit stay on one line.

The unit of measure itself is never altered: only words of time (``/jour``) and the French
abbreviation of the international unit (``UI``) are translated.
"""

import re
from types import MappingProxyType
from typing import Final

from anonymizer.phi import Lang

from generator.language.locales import Locale

NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_SPACED_PER_CENT: Final = (Locale.FR, Locale.FR_CA)  # Swiss French sets it close: 15%

_ENGLISH: Final = MappingProxyType(
    {
        "j": "day",
        "jour": "day",
        "jours": "days",
        "sem": "week",
        "semaine": "week",
        "semaines": "weeks",
        "mois": "month",
        "an": "year",
        "ans": "years",
        "UI": "IU",
        "mUI": "mIU",
        "µUI": "µIU",
        "kUI": "kIU",
        "MUI": "MIU",
        "cp": "tab",
        "comprimé": "tablet",
        "comprimés": "tablets",
        "goutte": "drop",
        "gouttes": "drops",
        "gélule": "capsule",
        "gélules": "capsules",
        "bouffée": "puff",
        "bouffées": "puffs",
        "cellules": "cells",
        "champ": "field",
        "UFC": "CFU",
        "paquets-années": "pack-years",
        "paquet-années": "pack-years",
    }
)
_FRENCH: Final = MappingProxyType(
    {
        "d": "j",
        "day": "jour",
        "days": "jours",
        "week": "semaine",
        "weeks": "semaines",
        "month": "mois",
        "months": "mois",
        "year": "an",
        "years": "ans",
        "IU": "UI",
        "mIU": "mUI",
        "µIU": "µUI",
        "kIU": "kUI",
        "MIU": "MUI",
        "tablet": "comprimé",
        "tablets": "comprimés",
        "drop": "goutte",
        "drops": "gouttes",
        "capsule": "gélule",
        "capsules": "gélules",
        "puff": "bouffée",
        "puffs": "bouffées",
        "cells": "cellules",
        "field": "champ",
        "CFU": "UFC",
        "pack-years": "paquets-années",
    }
)
# the same word in both languages
_COMMON: Final = (
    *("ampoule", "ampoules", "copies", "dose", "doses"),
    *("log", "log10", "points", "sachet", "sachets"),
)
_WORD: Final = re.compile(r"[^\s/.·×]+")
# a thousandth or a million of a unit: 10⁹-fold apart, so that a reader has to check
_AMBIGUOUS: Final = re.compile(r"(?:^|[\s/])(?:mU|MU)(?:$|[\s/])")


def unit(written: str, lang: Lang | Locale) -> str:
    """Return a unit with its words of time in ``lang``; the measure itself stays.

    >>> unit("mg/jour", Lang.EN), unit("UI/L", Lang.EN), unit("mU/j", Lang.FR)
    ('mg/day', 'IU/L', 'mU/j')
    """
    words = _ENGLISH if Locale(lang).lang is Lang.EN else _FRENCH
    return _WORD.sub(lambda found: words.get(found[0], found[0]), written)


def ambiguous(written: str) -> bool:
    """Tell whether a unit is one that is mistaken for another (mU, MU)."""
    return _AMBIGUOUS.search(written) is not None


def translatable(word: str) -> bool:
    """Tell whether a word of a unit is known in both languages."""
    return word in _ENGLISH or word in _FRENCH or word in _COMMON


def quantity(number: str, written: str | None, lang: Lang | Locale) -> str:
    r"""Return a number and its unit, which never part at the end of a line.

    >>> quantity("70", "%", Lang.EN), quantity("10", "mg/jour", Lang.EN)
    ('70%', '10\xa0mg/day')
    """
    if not written:
        return number
    if written == "%" and lang not in _SPACED_PER_CENT:
        return f"{number}%"
    space = NARROW if Locale(lang).lang is Lang.FR else NO_BREAK
    return f"{number}{space}{unit(written, lang)}"
