"""Ages in wider words: « 94 ans » → « 90 ans ou plus », « âgée de 54 ans » → « de 50 à 54 ans ».

Only the patient's age of the day is banded: never one under 18, in weeks or months, a relative's,
or the age at which something happened. Source: HIPAA, 45 CFR 164.514(b)(2)(i)(C).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anonymizer.generalise.site import Edit, Site
from anonymizer.phi import PEOPLE, Lang, Phi
from anonymizer.policy import OLDEST
from anonymizer.spans import Span

ADULT: Final = "adult"  # kind of a span whose age gets a band
_YEARS: Final = re.compile(r"(?P<gap>[ \u00a0])ans\b")
_ARTICLE: Final = re.compile(
    r"(?<!\w)(?P<word>une?|le|la|l['’]|cette|cet|ce|an?|the|this)[ ]?\Z", re.IGNORECASE
)
_FROM: Final = OLDEST + 1
_TOLD: Final = re.compile(rf"{_FROM}(?:\+|[ \u00a0]ans ou plus| or over)")  # by an earlier pass
_MAJORITY: Final = 18
_BAND: Final = 5
_AGE: Final = r"(?P<age>1[89]|[2-8]\d)"
_SOMEONE: Final = (
    r"(?:homme|femme|patiente?|dame|monsieur|madame|sujet|malade|personne|retraitée?|man|woman|lady"
    r"|gentleman|patient)"
)
# who does something: « une enseignante », « éleveur laitier », « ancien mécanicien »
_DOER: Final = (
    r"(?:(?<!\w)(?:une?|cet|cette|ce)[ ]|,[ ])(?:ancienn?e?[ ])?"
    r"[^\W\d_]{2,}(?:ienne|ien|euse|trice|iste|ière|ier|ante?|[dgstv]eur)(?:[ ][^\W\d_]+){0,2}[ ]"
)
_FRENCH: Final = re.compile(
    rf"""(?:(?<!\w){_SOMEONE}(?:[ ][^\W\d_]+){{0,2}}(?:,[ ]|[ ])(?:âgée?[ ])?(?:de[ ])?
    |{_DOER}(?:âgée?[ ])?de[ ]|(?<!\w)âgée?[ ]de[ ]|(?<!\w)[ÂâAa]ge[ ]?:[ ]){_AGE}[ \u00a0]ans\b
    (?![ ](?:d['’]|de[ ]suivi|de[ ]traitement|auparavant|plus[ ]tard))
    |(?:(?<!\w)(?:il|elle|qui)[ ]a[ ]|(?<!\bans)(?<!\d),[ ]){_AGE.replace("age", "told")}
    [ \u00a0]ans(?=[,;.)]|[ ]et\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    rf"""(?<![\w-])(?<!\d[.,]){_AGE}(?:[- ]years?[- ]old\b|[- ]?y(?:/?o|\.o\.|r[ ]old)(?!\w))
    |(?<!\w)(?:aged|age:)[ ]{_AGE.replace("age", "aged")}\b(?![.,]?\d|[ ]?(?:months
    |weeks|to\b))
    |(?<!\w)(?:he|she)[ ]is[ ]{_AGE.replace("age", "told")}(?=[,;.](?!\d)|[ ]and\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(
    rf"(?:,[ ]|[ ]\(){_AGE}(?:[ \u00a0]ans\b)?(?=[,).]|[ ]ans\b)(?!,\d)"
)
_AFTER_JOB: Final = re.compile(rf",?[ ](?:âgée?[ ])?de[ ]{_AGE}(?=[ \u00a0]ans\b)")
_KIN: Final = re.compile(
    r"""(?<!\w)(?:p[èe]re|m[èe]re|fr[èe]re|s(?:œ|oe)ur|tante|oncle|mari|[ée]poux|[ée]pouse|fils|fille|enfants?
    |grands?-(?:m[èe]re|p[èe]re|parents)|cousine?|ni[èe]ce|neveu|conjointe?|parente?s?|jumeaux
    |mother|father|brother|sister|aunt|uncle|grand(?:mother|father)|husband|wife|sons?|daughters?|niece
    |nephew|partner|twin|mum|dad)s?(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.;!?]\s|\n")
_CLAUSE: Final = 80


def adults(text: str, lang: Lang, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the ages of adults that a text gives as those of its patient, by their numbers.

    ``spans`` are what was found in it: an age may stand after the patient's name alone.
    """
    taken = tuple(spans)
    found = [
        m.span(m.lastgroup or 0)
        for m in (_FRENCH if lang is Lang.FR else _ENGLISH).finditer(text)
        if not _of_kin(text, m)
    ]
    for job in taken:
        after = _AFTER_JOB.match(text, job.end) if job.category is Phi.PROFESSION else None
        if after and not _of_kin(text, after):
            found.append(after.span("age"))
    for name in taken:
        after = _AFTER_NAME.match(text, name.end) if name.category in PEOPLE else None
        whose = name.category in {Phi.PATIENT, Phi.NAME}
        if after and whose and not _of_kin(text, after):
            found.append(after.span("age"))
    for start, end in sorted(set(found)):
        if not any(s.start < end and start < s.end for s in taken):
            yield Span(start, end, Phi.AGE, ADULT)


def _of_kin(text: str, found: re.Match[str]) -> bool:
    """Tell whether a relative is spoken of in the sentence, or named right after the age."""
    before = _SENTENCE.split(text[max(0, found.start() - _CLAUSE) : found.end()])[-1]
    after = text[found.end() : found.end() + 24]
    return bool(_KIN.search(before) or _KIN.match(after.lstrip(" -")))


def banded(site: Site) -> Edit:
    """Return the edit that puts five years in the place of an age.

    Those of an adult begin at 18: « 18 à 19 ans ».
    """
    age = int(site.old)
    first = max(_MAJORITY, age // _BAND * _BAND)
    last = age // _BAND * _BAND + _BAND - 1
    if site.lang is Lang.FR:
        return site.edit(site.start, site.end, f"{first} à {last}", Phi.AGE)
    hyphen = "- to " if re.match(r"-years?-old", site.after()) else " to "
    aged = "aged " if re.search(r"(?:,[ ]|[ ]\()\Z", site.before()) and hyphen == " to " else ""
    return site.edit(site.start, site.end, f"{aged}{first}{hyphen}{last}", Phi.AGE)


def oldest(site: Site) -> Edit:
    """Return the edit that puts « 90 ans ou plus », "90+" in the place of an age."""
    french = site.lang is Lang.FR
    if site.old[:1].isalpha() and "cente" in site.old.lower():
        return _centenarian(site, french=french)
    if _TOLD.match(f"{site.old}{site.text[site.end : site.end + 16]}"):
        return site.edit(site.start, site.end, site.old, Phi.AGE)
    years = _YEARS.match(site.after()) if french else None
    if years:
        new = f"{_FROM}{years['gap']}ans ou plus"
        return site.edit(site.start, site.end + years.end(), new, Phi.AGE)
    return site.edit(site.start, site.end, f"{_FROM}+", Phi.AGE)


def _centenarian(site: Site, *, french: bool) -> Edit:
    article = _ARTICLE.search(site.before())
    if french and article:
        word = {"un": "une", "le": "la", "ce": "cette", "cet": "cette"}.get(article["word"].lower())
        lead = word or article["word"]
        lead = "la" if lead.lower().startswith("l") else lead
        lead = lead.capitalize() if article["word"][:1].isupper() else lead
        start = site.start - len(article[0])
        return site.edit(start, site.end, f"{lead} personne de {_FROM} ans ou plus", Phi.AGE)
    if french:
        return site.edit(site.start, site.end, f"de {_FROM} ans ou plus", Phi.AGE)
    new = f"person aged {_FROM} or over" if article else f"aged {_FROM} or over"
    return site.edit(site.start, site.end, new, Phi.AGE)
