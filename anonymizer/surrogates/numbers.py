"""Numbers that cannot exist: telephones of fiction ranges, NIR with order number 000.

Sources: ARCEP, decision 2009-0637 of 23 July 2009 and its sequel of 2023 (numbers for audiovisual
works); Ofcom, Telephone numbers for use in TV and radio drama programmes; NANPA, 555 line numbers;
ComReg, National Numbering Conventions (020 91X XXXX for drama).
"""

import re
from collections.abc import Iterator
from itertools import count, islice

from anonymizer.coreference import Mentioned
from anonymizer.key import Key
from anonymizer.labels import label
from anonymizer.phi import IdKind, Lang, Phi

_TRIES = 2000
_NATIONAL = 9
_PLAIN = re.compile(r"\+?[\d\s.\-\u2010-\u2015()/\u00a0\u202f_]+")
_FRENCH = re.compile(r"(?P<trunk>(?:\+|00)33(?:0)?|0)(?P<rest>[1-9]\d{8})")
_BRITISH = re.compile(r"(?P<trunk>(?:\+|00)44(?:0)?|0)(?P<rest>[1-9]\d{9})")
_IRISH = re.compile(r"(?P<trunk>(?:\+|00)353(?:0)?|0)(?P<rest>[1-9]\d{7,8})")
_PAIRS = re.compile(r"(?:0|\+33)[^\d]{0,4}\d(?:[ .-]?\d\d){4}")
_AMERICAN = re.compile(r"(?P<trunk>(?:\+|00)?1)?(?P<rest>[2-9]\d{2}[2-9]\d{6})")
_COUNTRIES = (("fr", _FRENCH), ("gb", _BRITISH), ("us", _AMERICAN), ("ie", _IRISH))
_ENGLISH_FIRST = (*_COUNTRIES[1:], _COUNTRIES[0])
_FICTION = {
    "2": "261 91",
    "3": "353 01",
    "4": "465 71",
    "5": "536 49",
    "6": "639 98",
    "7": "639 98",
}
_PARISIAN = "199 00"  # for 01, and for 08 and 09, which have no range of fiction
_AREAS = ("202", "303", "312", "404", "415", "503", "617", "713")
_NIR = re.compile(r"[1-478]\d{4}(?:\d\d|2[ab])\d{6}(?:\d{2})?", re.IGNORECASE)
_NIR_BODY = 13


def phones(mentions: tuple[Mentioned, ...], key: Key, project: str) -> dict[str, str]:
    """Return for each number, as ``subscriber`` names it, one of a fiction range in full digits."""
    numbers = sorted({subscriber(m.text, m.lang) for m in mentions} - {""})
    given: dict[str, str] = {}
    for number in numbers:
        tried = islice(_fictions(number, key, project), _TRIES)
        free = (n for n in tried if n not in given.values() and n not in numbers)
        given[number] = next(free, "")
    return given


def subscriber(text: str, lang: Lang) -> str:
    """Return country and national digits of a telephone number, "" where they are not plain.

    >>> subscriber("+33 (0)6 12 34 56 78", Lang.EN), subscriber("poste 4512", Lang.FR)
    ('fr612345678', '')
    """
    found = _parsed(text, lang)
    return f"{found[0]}{found[1]['rest']}" if found else ""


def _parsed(text: str, lang: Lang) -> tuple[str, re.Match[str]] | None:
    if not _PLAIN.fullmatch(text.strip()):
        return None
    signs = re.sub(r"[^\d+]", "", text)
    french = lang is Lang.FR or bool(_PAIRS.fullmatch(text.strip()))
    for country, shape in _COUNTRIES if french else _ENGLISH_FIRST:
        found = shape.fullmatch(signs)
        if found:
            return country, found
    return None


def _fictions(number: str, key: Key, project: str) -> Iterator[str]:
    country, rest = number[:2], number[2:]
    for nth in count():
        drawn = key.number(project, "phone", number, str(nth))
        match country:
            case "fr":
                prefix = _FICTION.get(rest[0], _PARISIAN).replace(" ", "")
                yield f"fr{prefix}{drawn % 10_000:04d}"
            case "gb" if rest[0] == "7":
                yield f"gb7700900{drawn % 1000:03d}"
            case "gb":
                yield f"gb2079460{drawn % 1000:03d}"
            case "ie":
                yield f"ie2091{drawn % 100_000:05d}"
            case _:
                yield f"us{_AREAS[drawn // 100 % len(_AREAS)]}55501{drawn % 100:02d}"


def phone(mention: Mentioned, given: dict[str, str]) -> str:
    """Return the fiction number in the layout of the one written, a label for other countries."""
    found = _parsed(mention.text, mention.lang)
    new = given.get(subscriber(mention.text, mention.lang), "")[2:]
    if not found or not new:
        return label(Phi.PHONE, mention.kind, mention.lang)
    shape = found[1]
    trunk = re.sub(r"\D", "", shape["trunk"] or "")
    return relaid(mention.text, trunk + new)


def relaid(text: str, signs: str) -> str:
    """Return ``text`` with its letters and digits replaced, in order, by ``signs``."""
    rest = iter(signs)
    return "".join(next(rest, "") if char.isalnum() else char for char in text)


def nir(mention: Mentioned, key: Key, project: str) -> str:
    """Return a NIR with order number 000, which nobody has; a label for what is no NIR.

    Sex, birth and place are drawn anew; department 99 is that of births abroad. The two signs of
    control, where written, are those of the new number.
    """
    signs = "".join(char for char in mention.text if char.isalnum())
    if not _NIR.fullmatch(signs):
        return label(Phi.ID, mention.kind or IdKind.NIR, mention.lang)
    drawn = key.number(project, "nir", signs.upper())
    year, month, commune = drawn % 100, drawn // 100 % 12 + 1, drawn // 1200 % 900 + 100
    body = f"{drawn // 1_080_000 % 2 + 1}{year:02d}{month:02d}99{commune}000"
    control = f"{97 - int(body) % 97:02d}" if len(signs) > _NIR_BODY else ""
    return relaid(mention.text, body + control)
