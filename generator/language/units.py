"""Units, and quantities whose number and unit stay on one line.

The unit of measure itself is never altered: only words of time (``/jour``) and the French
abbreviation of the international unit (``UI``) are translated.
"""

import re
from types import MappingProxyType
from typing import Final

from anonymizer.phi import Lang

NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"

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
        "gouttes": "drops",
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
        "drops": "gouttes",
        "pack-years": "paquets-années",
    }
)
_WORD: Final = re.compile(r"[^\s/.·×]+")
# a thousandth or a million of a unit: 10⁹-fold apart, so that a reader has to check
_AMBIGUOUS: Final = re.compile(r"(?:^|[\s/])(?:mU|MU)(?:$|[\s/])")


def unit(written: str, lang: Lang) -> str:
    """Return a unit with its words of time in ``lang``; the measure itself stays.

    >>> unit("mg/jour", Lang.EN), unit("UI/L", Lang.EN), unit("mU/j", Lang.FR)
    ('mg/day', 'IU/L', 'mU/j')
    """
    words = _ENGLISH if lang is Lang.EN else _FRENCH
    return _WORD.sub(lambda found: words.get(found[0], found[0]), written)


def ambiguous(written: str) -> bool:
    """Tell whether a unit is one that is mistaken for another (mU, MU)."""
    return _AMBIGUOUS.search(written) is not None


def quantity(number: str, written: str | None, lang: Lang) -> str:
    r"""Return a number and its unit, which never part at the end of a line.

    >>> quantity("70", "%", Lang.EN), quantity("10", "mg/jour", Lang.EN)
    ('70%', '10\xa0mg/day')
    """
    if not written:
        return number
    space = NARROW if lang is Lang.FR else "" if written == "%" else NO_BREAK
    return f"{number}{space}{unit(written, lang)}"
