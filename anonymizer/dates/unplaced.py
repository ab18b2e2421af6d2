"""A month without its day: « en mai 2015 », « fin mars », and what only looks like one."""

import re
from dataclasses import replace
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.named import After, Name
from anonymizer.dates.raw import Raw, signs
from anonymizer.phi import Lang

_MONTH_CUE: Final = re.compile(
    r"""(?:\b(?:en|de|du|mois|debut|fin|mi|courant|depuis|jusqu'en|jusqu'a|des|avant|apres|vers|pour
    |entre|et|a|ou|in|since|until|till|by|of|early|late|mid|from|to|and|through|between|during|last
    |next|this|before|after|or|about|around
    |(?:planned|scheduled|booked|due|listed|expected|set)[ ]for)|\bd'|-)[ -]?\Z""",
    re.VERBOSE,
)
_SURE_CUE: Final = re.compile(
    r"""(?:\b(?:en|debut|fin|mi|depuis|jusqu'en|in|since|until|early|late|mid|mois[ ]de)|\bmois[ ]d'
    |-)[ ]?\Z""",
    re.VERBOSE,
)
_SHORT_CUE: Final = re.compile(
    r"\b(?:in|since|until|till)[ ](?:early[ ]|mid[ -]|late[ ])?\Z"
)  # "in Sept"
_EDGE_CUE: Final = re.compile(r"\b(?:debut|fin|mi|early|late|mid)[ -]\Z")  # « fin sept »
_TITLES = (
    r"\b(?:m|mme|mlle|mr|mrs|ms|miss|dr|pr|prof|monsieur|madame|docteur|soeur|prenom|nom)\b\.?[ ]"
)
_TITLE: Final = re.compile(rf"{_TITLES}(?:[a-z-]+[ ])?\Z")
TITLED: Final = re.compile(rf"{_TITLES}\Z")  # « Mme Avril », but « Dr Petit Avril 2015 »
_MARS_FIELD: Final = re.compile(r"champs?[ -]de[ -]\Z")
# Shortened months that, in capitals, are examinations and diseases: OCT, SEP, MAR.
ACRONYMS: Final = frozenset({"oct", "sep", "sept", "mar", "dec", "jan", "may", "mai", "nov", "avr"})
_FIRST_NAMES_FR: Final = frozenset({"avril", "juin", "mars"})
_WORDS_EN: Final = frozenset({"may", "march", "april", "june", "august"})
ORDINARY_EN: Final = frozenset({"may", "march", "august", "mar", "dec"})  # in small letters


def month_alone(text: str, name: Name, after: After) -> Raw | None:
    """Return the month as a date, None where it is a name, an acronym or another word."""
    left = context.before(text, name.start)
    sign = after.pieces[0].text if after.pieces and after.pieces[0].text in {"/", "-"} else " "
    full = (name.piece, *(after.pieces or (signs(sign), Piece("year", "4"))))
    pieces = (name.piece, *after.pieces)
    raw = Raw(name.start, after.end, pieces, after.year, name.month, None, full)
    if after.year is not None:
        joined = after.pieces[0].text != " " and after.pieces[1].form != "2"
        return raw if joined or not _doubtful(name) or _SURE_CUE.search(left) else None
    if left[-1:].isdecimal():
        return None
    if _stands_alone(name, left):
        return replace(raw, confidence=0.8)
    joining = name.piece.case == "title" and not _TITLE.search(left)  # « Apr-Jun 2015 »
    return replace(raw, weak=True, confidence=0.7) if joining else None


def _doubtful(name: Name) -> bool:
    """Tell whether a month before a year is rather an acronym, or a word in small letters."""
    if name.piece.case == "upper":
        acronyms = ACRONYMS - {"mai", "may"} if name.around is Lang.FR else {"oct"}
        return name.bare in acronyms and not name.piece.dot
    return name.lang is Lang.EN and name.piece.case == "lower" and name.piece.form != "long"


def _stands_alone(name: Name, left: str) -> bool:
    lower = name.piece.case == "lower"
    if name.piece.form != "long":
        cue = _SURE_CUE if name.piece.dot else _EDGE_CUE if lower else _SHORT_CUE
        return name.piece.case != "upper" and cue.search(left) is not None
    if _MARS_FIELD.search(left) or (_TITLE.search(left) and not lower):
        return False
    if _MONTH_CUE.search(left):
        return not (lower and name.lang is Lang.EN and name.bare in ORDINARY_EN)
    if name.lang is Lang.FR:
        return lower or name.bare not in _FIRST_NAMES_FR or left[-1:] in {"", "\n", "("}
    return name.bare not in (ORDINARY_EN if lower else _WORDS_EN)
