"""Dates as distances within a sentence: « le 12 mars » → « à J12 », "in March" → "around month 2".

A table, a label or a bare date gets the compact form: « J12 », « ≈ M+2 ».
"""

import re
from dataclasses import dataclass
from typing import Final

from anonymizer.dates.relative import NO_BREAK, Distance
from anonymizer.generalise.site import Edit, Site, capital, closing
from anonymizer.labels import label
from anonymizer.phi import Lang, Phi

_WEEKDAY: Final = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?[ ])?"
)
_FRENCH: Final = re.compile(
    rf"""(?<![\w'’-])
    (?:(?P<outer>à[ ]partir|à[ ]compter|en[ ]date|à[ ]la[ ]date|depuis|dès|avant|après|vers|pour
       |jusqu['’]?(?=[aàe])|jusque|entre|et|ou|courant|pendant|durant|au[ ]cours)[ ]?)?
    (?:(?P<word>du|des|au|aux|les?|en|ce|de|à)[ ]|(?P<elided>d|l)['’][ ]?)?
    (?P<part>(?:(?:tout[ ])?(?:début|fin|milieu|courant)[ ](?:(?:du|de|d['’])[ ]?)?|mi[- ]
       |(?:l['’])?(?:mois|année|années|courant|semaine|quinzaine|nuit|journée|matinée
       |soirée)[ ](?:d['’]|de|du|des)?[ ]?
       |années?[ ])*)
    {_WEEKDAY}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    rf"""(?<![\w'’-])
    (?:(?P<prep>on|in|since|until|till|from|to|by|before|after|around|about|during|of|between|and
       |through|for|at|circa|through)[ ])?
    (?P<the>the[ ])?
    (?P<part>(?:(?:early|mid|late)[ -]|(?:beginning|start|end|middle|month|year|week|night|morning
       |evening)[ ]of[ ]
       (?:the[ ])?)*)
    {_WEEKDAY}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_OF: Final = ("du", "des", "de", "d")
_TO: Final = re.compile(r"[ ](?:au|à|jusqu['’]au|jusqu['’]en)[ ](?:le[ ])?")
_LETTERHEAD: Final = re.compile(r"(?:(?:\A|\n)[^\n]{0,48}|Fait à [^\n,]{2,30}),[ ](?:le[ ])?\Z")
_LINE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_BORN_FR: Final = re.compile(
    r"(?P<open>,[ ]|[ ]?\()?(?<![\w-])n[ée](?:e|\(e\))?[ ](?:le|en)[ ]\Z", re.IGNORECASE
)
_BORN_EN: Final = re.compile(
    r"(?P<open>,[ ]|[ ]?\()?(?<![\w-])born[ ](?:on[ ]|in[ ])?(?:the[ ])?\Z",
    re.IGNORECASE,
)
_BORN_ON: Final = re.compile(r"(?<!\w)(?:le|en|on|in)[ ](?:the[ ])?\Z", re.IGNORECASE)
_PLACE_NEXT: Final = re.compile(r"[ ](?:à|a|au|en|in|at)[ ]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a date is said after: the words that govern it, and whether a range is open."""

    outer: str
    word: str
    part: str
    start: int


def day(site: Site, far: Distance | None, *, opened: bool = False, closes: bool = False) -> Edit:
    """Return the edit that puts a distance in the place of a date and of the words before it.

    ``opened`` says that the date before it began a range, ``closes`` that the next one ends one.
    None, for a date without a distance, gives words or a label that say so.
    """
    return (_french if site.lang is Lang.FR else _english)(site, far, opened=opened, closes=closes)


def range_follows(text: str, start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` between two dates makes them a range."""
    return bool(_TO.fullmatch(text[start:end]))


def _lead(site: Site) -> Said:
    found = _FRENCH.search(site.before())
    if not found:
        return Said("", "", "", site.start)
    start = site.start - len(found[0])
    word = (found["word"] or found["elided"] or "").lower()
    return Said((found["outer"] or "").lower(), word, found["part"] or "", start)


def _french(site: Site, far: Distance | None, *, opened: bool, closes: bool) -> Edit:
    said = _lead(site)
    if far is None:
        return _unplaced_fr(site, said)
    compact = far.bare(site.lang) if far.unit == "day" else f"≈{NO_BREAK}{far.bare(site.lang)}"
    letterhead = _LETTERHEAD.search(site.text[max(0, site.start - 60) : site.start])
    if letterhead and _LINE_END.match(site.text, site.end):
        start = said.start if said.word == "le" and not said.outer else site.start
        return site.edit(start, site.end, compact, Phi.DATE)
    if site.alone(said.start, site.end):
        return site.edit(said.start, site.end, compact, Phi.DATE)
    if not said.outer and not said.word and not said.part.strip():
        return site.edit(said.start, site.end, compact, Phi.DATE)
    if far.unit == "day":
        new = _day_fr(said, far, site, opened=opened, closes=closes)
    else:
        new = _about_fr(said, far, site, opened=opened, closes=closes)
    return site.edit(said.start, site.end, _as(new, site, said.start), Phi.DATE)


def _as(new: str, site: Site, start: int) -> str:
    """Return ``new`` with the capital of what stood at ``start``."""
    return capital(new) if site.text[start : start + 1].isupper() else new


def _day_fr(  # noqa: PLR0911 - one a preposition
    said: Said, far: Distance, site: Site, *, opened: bool, closes: bool
) -> str:
    name = far.bare(site.lang)
    if said.word == "du" and closes and not said.outer:
        return f"du {name}"
    if said.word == "au" and opened and not said.outer:
        return f"au {name}"
    if said.outer.startswith("jusqu"):
        return f"jusqu{site.mark}à {name}"
    if said.outer.startswith(("à ", "en date", "au cours")):
        return f"{said.outer} de {name}"
    if said.outer in {"et", "ou"}:
        return f"{said.outer} {'de ' if said.word in {'du', 'de', 'd'} else ''}{name}"
    if said.outer:
        return f"{said.outer} {name}"
    if said.word in _OF:
        return f"de {name}"
    return f"à {name}"


def _about_fr(  # noqa: PLR0911 - one a preposition
    said: Said, far: Distance, site: Site, *, opened: bool, closes: bool
) -> str:
    """Return a month or year, said to be about: « vers M+2 », « depuis M+2 environ »."""
    name = far.bare(site.lang)
    if far.number == 0 and not opened and not closes:
        return _same_fr(said, far, site)
    about = name if closes else f"{name} environ"
    of = said.word in _OF
    if opened and said.word in {"à", "au"}:
        return f"à {about}"
    if said.outer.startswith("jusqu"):
        return f"jusque vers {name}"
    if said.outer.startswith(("à ", "en date", "au cours")):
        return f"{said.outer} de {about}"
    if said.outer in {"et", "ou"} and not of and (said.word or said.part.strip()):
        return f"{said.outer} vers {name}"
    if said.outer in {"entre", "et", "ou"}:
        about = name if said.outer == "entre" else about
        return f"{said.outer} {'de ' if of else ''}{about}"
    if said.outer in {"vers", "courant", "pendant", "durant"}:
        return f"vers {name}"
    if said.outer:
        return f"{said.outer} {about}"
    return f"de {about}" if of else f"vers {name}"


def _same_fr(said: Said, far: Distance, site: Site) -> str:
    """Return the month or year of day 0: « le mois de J0 », « depuis l’année de J0 »."""
    month = far.unit == "month"
    the = "le mois de J0" if month else f"l{site.mark}année de J0"
    of = "du mois de J0" if month else f"de l{site.mark}année de J0"
    to = "au mois de J0" if month else f"à l{site.mark}année de J0"
    if said.outer.startswith("jusqu"):
        return f"jusqu{site.mark}{to}"
    if said.outer.startswith(("à ", "en date", "au cours")):
        return f"{said.outer} {of}"
    if said.outer == "courant":
        return the
    if said.outer:
        return f"{said.outer} {of if said.word in {'du', 'de', 'd'} else the}"
    return of if said.word in _OF else the


def _unplaced_fr(site: Site, said: Said) -> Edit:
    plain = said.word in {"le", "en"} and not said.outer and not site.alone(site.start, site.end)
    if not plain or site.alone(said.start, site.end):
        return site.edit(site.start, site.end, label(Phi.DATE, "", site.lang), Phi.DATE)
    new = _as("à une date non publiée", site, said.start)
    return site.edit(said.start, site.end, new, Phi.DATE)


def _english(site: Site, far: Distance | None, *, opened: bool, closes: bool) -> Edit:
    found = _ENGLISH.search(site.before())
    prep = (found["prep"] or "").lower() if found else ""
    start = site.start - (len(found[0]) if found else 0)
    if far is None:
        if prep not in {"on", "in"}:
            return site.edit(site.start, site.end, label(Phi.DATE, "", site.lang), Phi.DATE)
        return site.edit(start, site.end, _as("on an unpublished date", site, start), Phi.DATE)
    name = far.bare(site.lang)
    part = bool(found and found["part"])
    if far.unit == "day":
        the = bool(found and found["the"])
        swallowed = part or _ORDINAL.match(site.old) or not the
        head = f"{prep} " if prep else ""
        new = f"{head}{name}" if swallowed else f"{head}the {name}"
        return site.edit(start, site.end, _as(new, site, start), Phi.DATE)
    if not prep:
        at = site.start if found and found["the"] and not part else start
        return site.edit(at, site.end, f"≈{NO_BREAK}{name}", Phi.DATE)
    if far.number == 0 and not opened and not closes:
        around = f"the {far.unit} of Day{NO_BREAK}0"
        kept = "in" if prep in {"in", "during", "around", "about", "circa", "at", "on"} else prep
    else:
        around = name if prep == "to" or (prep == "and" and opened) else f"around {name}"
        kept = "" if prep in {"in", "during", "around", "about", "circa", "at", "on"} else prep
    return site.edit(start, site.end, _as(f"{kept} {around}".strip(), site, start), Phi.DATE)


def birth(site: Site) -> Edit:
    """Return the edit that takes a birth date out of a sentence, or puts a label in its field."""
    found = (_BORN_FR if site.lang is Lang.FR else _BORN_EN).search(site.before())
    after = site.after()
    if not found or site.alone(site.start, site.end):
        removed = label(Phi.BIRTH_DATE, "", site.lang)
        return site.edit(site.start, site.end, removed, Phi.BIRTH_DATE)
    start = site.start - len(found[0])
    opening = found["open"] or ""
    if "(" in opening and after.startswith(")"):
        return site.edit(start, site.end + 1, "", Phi.BIRTH_DATE)
    if "," in opening and re.match(r"[,.;)\n]|\Z", after):
        return site.edit(start, site.end + closing(after), "", Phi.BIRTH_DATE)
    word = _BORN_ON.search(site.before())
    if word is None:
        removed = label(Phi.BIRTH_DATE, "", site.lang)
        return site.edit(site.start, site.end, removed, Phi.BIRTH_DATE)
    begin = site.start - len(word[0])
    if _PLACE_NEXT.match(after):
        return site.edit(begin - (site.text[begin - 1] == " "), site.end, "", Phi.BIRTH_DATE)
    french = site.lang is Lang.FR
    new = "à une date non publiée" if french else "on an unpublished date"
    return site.edit(begin, site.end, new, Phi.BIRTH_DATE)
