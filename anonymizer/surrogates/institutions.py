"""Surrogates of hospitals and addresses: the kind stays, the name is invented.

« CHU de Rennes » moves with Rennes; « Hôpital Saint-Louis » becomes « Hôpital Delmas »; « 12, rue
des Lilas » becomes « 47, rue Delmas ».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from anonymizer.cities import city_key
from anonymizer.elision import apostrophe
from anonymizer.fold import fold
from anonymizer.kinds import WORDS
from anonymizer.lexicon import places
from anonymizer.phi import Lang
from anonymizer.surrogates.draw import Drawn, Wanted
from anonymizer.surrogates.people import shaped
from anonymizer.surrogates.places import Places

HOSPITAL = "hospital"
STREET = "street"
_LINK_WORDS = "de du des d la le les l of the and et for pour a au aux en in at to sur"
_LINKS = frozenset(_LINK_WORDS.split())
_ACRONYM = 5  # letters and hyphens: HEGP, AP-HP
_SEAT_WORDS = "chu chru chr ch ghu gh ghr chic chi chg chs chd hospices hcl"
_SEATED = frozenset(_SEAT_WORDS.split())
_TOKEN = re.compile(r"[^\s,;:()/–—'’-]+(?:[-'’][^\s,;:()/–—'’-]+)*['’]?")
_ELIDED = re.compile(r"\A(?P<link>[dl]['’])(?=\w)", re.IGNORECASE)
_BEFORE_CITY = re.compile(r"(?:\b(?:de|d|of|in|at|a)\s*['’]?\s*|,\s*)\Z")
_ARTICLE = re.compile(r"\s*\b(?:(?:de\s+)?(?:la|les|l['’])|du|des|de)\s*\Z", re.IGNORECASE)

_STREETS = (
    "rue|avenue|av\\.?|boulevard|bd\\.?|bvd|place|pl\\.?|chemin|allées?|all\\.?|impasse|imp\\.?|route"
    "|rte|quai|cours|square|passage|ruelle|sentier|voie|villa|cité|résidence|rés\\.?|lotissement"
    "|hameau|faubourg|esplanade|promenade|rond-point|traverse|venelle|montée|lieu-dit|street|road"
    "|lane|avenue|drive|close|way|court|crescent|gardens|terrace|grove|hill|mews|st\\.?|rd\\.?"
)
_WORD = re.compile(r"\w+")
_STREET = re.compile(rf"(?<!\w)(?:{_STREETS})(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"\A\s*(?P<digits>\d{1,5})(?P<rest>\s*(?:bis|ter|[A-D])?\b\s*,?\s*)")
_CODE_CITY = re.compile(
    r"(?P<between>[\s,–-]+)(?P<code>(?:F-)?\d{2}\s?\d{3})(?P<gap>\s+)(?P<city>[^\d,;()]{2,60}?)\s*\Z"
)
_TRAILING_TOWN = re.compile(r"(?P<between>\s*,\s*)(?P<city>[^\d,;()]{2,60}?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a hospital's name that are neither a kind nor a link: a town or a name."""

    start: int
    end: int
    key: str = field(repr=False)
    town: bool


def runs(text: str, known: frozenset[str]) -> tuple[Run, ...]:
    """Return the naming words of a hospital, those of towns told apart.

    ``known`` holds the towns of the case. Lower-case words count only where nothing else names it.
    """
    tokens = tuple(_named(text))
    proper = [t for t in tokens if not text[t[0]].islower()] or list(tokens)
    groups: list[tuple[int, int]] = []
    for start, end in proper:
        if groups and not text[groups[-1][1] : start].strip(" \u00a0-"):
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    found = [_run(text, start, end, known) for start, end in groups]
    return tuple(_linked(text, found))


def _linked(text: str, found: list[Run]) -> Iterator[Run]:
    """Yield the runs, names that link words alone part as one: « Val d'Ouest »."""
    waiting: Run | None = None
    for run in found:
        if waiting and not waiting.town and not run.town:
            between = _WORD.findall(fold(text[waiting.end : run.start]))
            if set(between) <= _LINKS and "," not in text[waiting.end : run.start]:
                key = city_key(text[waiting.start : run.end])
                waiting = Run(waiting.start, run.end, key, town=False)
                continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _named(text: str) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(text):
        elided = _ELIDED.match(token[0])
        start = token.start() + (elided.end() if elided else 0)
        words = re.split(r"[-'’]", fold(text[start : token.end()]))
        if not all(word in WORDS or word in _LINKS or not word for word in words):
            yield start, token.end()


def _run(text: str, start: int, end: int, known: frozenset[str]) -> Run:
    key = city_key(text[start:end])
    before = fold(text[:start])
    first = next(iter(_WORD.findall(before)), "")
    seated = first in _SEATED and not re.search(r"\b(?:la|les|du|des|l')\s*\Z", before)
    generic = bool(re.search(r"(?:universitaire|hospitalier|university|regional)\w*\s", before))
    alone = not before.strip() and not text[end:].strip() and key in places()
    town = (
        alone
        or key in known
        or bool(
            (seated or generic or "," in before or re.search(r"civils|hopitaux", before))
            and (_BEFORE_CITY.search(before) or seated)
        )
        or (_BEFORE_CITY.search(before) is not None and key in places())
    )
    return Run(start, end, key, town)


def hospital(text: str, known: frozenset[str], drawn: Drawn, where: Places) -> str:
    """Return the hospital with its kind kept and its names replaced; one of no name stays."""
    parts: list[str] = []
    end = 0
    for run in runs(text, known):
        between, source = text[end : run.start], text[run.start : run.end]
        if run.town:
            parts += [between, where.city(source)]
        else:
            name = drawn[Wanted(HOSPITAL, run.key)]
            acronym = source.isupper() and len(source) <= _ACRONYM
            parts += [_without_article(between), name if acronym else shaped(name, source)]
        end = run.end
    return _elided("".join(parts)) + text[end:]


def _without_article(between: str) -> str:
    """Return what stands before an invented name: « Hôpital de la » → « Hôpital »."""
    article = _ARTICLE.search(between)
    if not article:
        return between
    kept = between[: article.start()]
    return f"{kept} " if kept.strip() else kept


_ELISION = re.compile(r"\b(?P<d>d)['’](?=[^aeiouyhàâéèêëîïôœ])", re.IGNORECASE)
_NO_ELISION = re.compile(r"\b(?P<d>d)e\s+(?=[aeiouàâéèêëîïôœ])", re.IGNORECASE)


def _elided(text: str) -> str:
    """Return « CHU d'Angers » and « CHU de Vierzon » as their names ask."""
    full = "E " if text.isupper() else "e "
    return _NO_ELISION.sub(rf"\g<d>{apostrophe(text)}", _ELISION.sub(rf"\g<d>{full}", text))


def address(text: str, known: frozenset[str], drawn: Drawn, where: Places) -> str:
    """Return an address of the same kind: number, street type, invented name, surrogate town."""
    head, tail = _parted(text, known)
    name = drawn[Wanted(STREET, street_key(text, known))]
    street = _street(head, name.upper() if head.isupper() else name, where)
    if not tail:
        return street
    ending = code_and_city(tail)
    if not ending:
        town = tail.lstrip(" ,\u00a0\n\t")
        return f"{street}{tail[: len(tail) - len(town)]}{where.city(town)}"
    code, city = where.postcode(ending["code"]), where.city(ending["city"])
    return f"{street}{ending['between']}{code}{ending['gap']}{city}"


def code_and_city(text: str) -> re.Match[str] | None:
    """Return the postcode and town that end an address."""
    return _CODE_CITY.search(text)


def street_key(text: str, known: frozenset[str]) -> str:
    """Return the form under which two writings of an address without its town are equal."""
    head, _ = _parted(text, known)
    words = _WORD.findall(fold(head))
    return " ".join(word for word in words if not word.isdigit()) or fold(text)


def _parted(text: str, known: frozenset[str]) -> tuple[str, str]:
    """Return the street and the end that names the town, "" where none does."""
    ending = code_and_city(text)
    if not ending:
        ending = _TRAILING_TOWN.search(text)
        if not ending or city_key(ending["city"]) not in known:
            return text, ""
    return text[: ending.start()], text[ending.start() :]


def _street(head: str, name: str, where: Places) -> str:
    rules = where.rules
    new = rules.key.number(rules.project, STREET, *_WORD.findall(fold(head))) % 89 + 1
    digits = _NUMBER.match(head)
    lead = f"{new} "
    if digits:
        new += new == int(digits["digits"])
        lead = f"{new}{', ' if ',' in digits['rest'] else ' '}"
    rest = head[digits.end() if digits else 0 :].strip()
    kind = _STREET.search(rest)
    if not kind:
        return f"{lead}rue {name}" if where.lang is Lang.FR else f"{lead}{name} Street"
    lead = lead if digits else ""
    last = kind.end() == len(rest) and kind.start() > 0  # 12 Acacia Avenue
    return f"{lead}{name} {kind[0]}" if last else f"{lead}{kind[0]} {name}"
