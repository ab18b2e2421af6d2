"""People as roles: « Mme Dupont est revue » → « La patiente est revue ».

The title goes with the name, and so does what only the name needed: « sa femme, Anne, » → « sa
femme », « née Martin ». A label, a cell or a signature gets the role in brackets.
"""

import re
from dataclasses import dataclass
from typing import Final

from anonymizer.generalise.apposition import apposed, aside, dropped, following, in_parentheses
from anonymizer.generalise.grammar import Article, Phrase
from anonymizer.generalise.nouns import KIN, NOUNS
from anonymizer.generalise.roles import Role
from anonymizer.generalise.site import Edit, Site, capital
from anonymizer.phi import Lang, Phi

_TITLE: Final = (
    r"(?:MM\.?|M\.|M(?=[ ])|M(?:r|R)s?\.?|M(?:me|ME)s?\.?|mme|mr|M(?:lle|LLE)s?\.?|mlle|Ms\.?|Miss"
    r"|[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|[Mm]essieurs|[Mm]esdames|Messrs\.?"
    r"|D(?:r|R)(?:e|E)?s?\.?|dr\.?|[Dd]octeure?s?|DOCTEUR|P(?:r|R)e?s?\.?|pr\.?"
    r"|[Pp]rof(?:s?\.|(?=[ ]))"
    r"|[Pp]rofesseure?s?|PROFESSEUR|[Dd]octors?|[Pp]rofessors?|Me\.?|[Mm]a[îi]tre|Sir|Dame|Lady"
    r"|Rev\.?|Reverend|Nurse|Sister(?=[ ])|Matron)(?:\(e?s?\))?"
)
_TITLES: Final = rf"(?P<titles>(?:{_TITLE}[ \u00a0\n]{{0,2}}(?:(?:le|la|et|and|&)[ ])?)*)"
_LEAD: Final = {
    Lang.FR: re.compile(
        rf"""(?<![\w'’-])
        (?:(?P<prep>(?i:de|du|des|à|au|aux|que))[ \u00a0\n]|(?P<elided>(?i:d|qu))['’][ ]?)?
        (?P<article>(?i:les?|la)[ \u00a0\n]|(?i:l)['’])?{_TITLES}\Z""",
        re.VERBOSE,
    ),
    Lang.EN: re.compile(
        rf"""(?<![\w'’-])(?P<prep>)(?P<elided>)(?P<article>(?:[Tt]he|[Aa]n?)[ ])?{_TITLES}\Z""",
        re.VERBOSE,
    ),
}
_COUPLE: Final = re.compile(
    r"\bM(?:r|\.|onsieur)?\.?[ ](?:et|and|&)[ ]M(?:me|rs|adame)\b", re.IGNORECASE
)
_CARE: Final = re.compile(r"\b(?:D[Rr]|[Dd]oct|DOCT|P[Rr]|[Pp]rof|PROF)")
_DEGREES: Final = re.compile(
    r"""(?:(?:,[ ]?|[ ]\(?)(?:MD|M\.D\.?|DO|D\.O\.|PhD|Ph\.D\.?|FRC\w+|MRC\w+|MBBS|MB|BCh|ChB|RN
    |R\.N\.|LPN|LCSW|NP|PA-C|DNP|MPH|MSc|BSc|PharmD|FACS|FACP)\)?(?![\w]))+""",
    re.VERBOSE,
)
_POSSESSIVE: Final = re.compile(r"(?P<mark>['’])(?P<s>s?)(?!\w)")
_VOCATIVE: Final = re.compile(
    r"(?<!\w)(?P<dear>[Cc]h[eè]re?s?|CH[EÈ]RE?|Dear|Bonjour|Hello|Hi)[ ]\Z"
)
_FULL: Final = {"dr": "Docteur", "pr": "Professeur", "prof": "Professor"}
_SIR: Final = {"mr": "Sir", "mrs": "Madam", "ms": "Madam", "miss": "Madam", "dr": "Doctor"}
_SHORT: Final = re.compile(r"(?:/|\bd/w|\bc/o|\b[Rr]ef|\bcc)[ ]?\Z")
_SWORN: Final = re.compile(r"soussignée?s?,?[ ]\Z|\bI,[ ]\Z", re.IGNORECASE)
_IS: Final = re.compile(r"(?<!\w)(?:est|is|was|était|sera)[ ]\Z")
_LOWER_WORD: Final = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_]+)[ ]\Z")
_LEADS = """
par avec chez pour et ou sans selon que dont où puis est car quand lorsque avant après depuis vers
contre entre comme mais ni or donc sur dans en sous malgré auprès remercie informe informer appeler
contacter voir revoir confié adresse adresser
"""
_LEADING: Final = frozenset(_LEADS.split())


def person(site: Site, role: Role, *, count: int = 1) -> Edit:
    """Return the edit that puts a role in the place of a name, its title and its article."""
    place = _placed(site, role)
    if place.settled:
        return place.settled
    start, end, category = place.start, place.end, role.category
    if place.alone:
        noun = _noun(role, site.lang)
        noun = _plural(noun, site.lang) if count > 1 else noun
        return site.edit(place.bare, end, f"[{noun}]", category)
    gone = None if place.preposition else dropped(site, start, end, role)
    said = gone or apposed(site, role, start, end, place.preposition)
    if said:
        return said
    if count > 1:
        phrase = Phrase(_plural(_noun(role, site.lang), site.lang), plural=True)
    else:
        phrase = _phrase(site, role, place.titles, start)
    return _said(site, place, phrase, category)


def coded(site: Site, role: Role) -> Edit:
    """Return the edit that puts a role and a letter in the place of a name: « l’oncologue A »."""
    place = _placed(site, role)
    noun = f"{_noun(role, site.lang)} {role.letter}"
    if place.settled:
        return place.settled
    if place.alone:
        return site.edit(place.bare, place.end, capital(noun), role.category)
    gone = None if place.preposition else dropped(site, place.start, place.end, role)
    if gone and not in_parentheses(site, place.start):
        return gone[0], f" {role.letter}"
    if site.lang is Lang.EN:
        return _said(site, place, Phrase(capital(noun), article=""), role.category)
    phrase = Phrase(noun, role.gender == "female", "" if gone else "the")
    return _said(site, place, phrase, role.category)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name with what goes with it: ``start`` with its article, ``bare`` with its titles alone.

    ``settled`` is the edit of a greeting or of a signature that says what its person is.
    """

    start: int
    bare: int
    end: int
    titles: str
    preposition: str
    alone: bool
    settled: Edit | None = None


def _placed(site: Site, role: Role) -> _Placed:
    lead = _LEAD[site.lang].search(site.before())
    start = site.start - (len(lead[0].lstrip("\n")) if lead else 0)
    titles = lead["titles"] if lead else ""
    bare = site.start - len(titles)
    degrees = _DEGREES.match(site.after())
    end = site.end + (degrees.end() if degrees else 0)
    end += aside(site, role, end)
    settled: Edit | None = None
    greeting = _VOCATIVE.search(site.before(bare))
    signed = role.category is Phi.CLINICIAN and site.signed(bare, end)
    if greeting and bare == start:
        settled = _greeted(site, role, greeting, titles, bare, end)
    elif signed and (kept := following().match(site.after(end))):
        settled = site.edit(bare, end + kept.end(), capital(kept["np"]), role.category)
    alone = signed or site.alone(bare, end)
    return _Placed(start, bare, end, titles, _preposition(lead) if lead else "", alone, settled)


def _said(site: Site, place: _Placed, phrase: Phrase, category: Phi) -> Edit:
    """Return the edit that puts a phrase in the place of a name, with the possessive it takes."""
    end, ending = place.end, ""
    possessive = _POSSESSIVE.match(site.after(end)) if site.lang is Lang.EN else None
    if possessive and not possessive["s"]:
        end, ending = end + 1, f"{possessive['mark']}s"
    new = phrase.said(site.lang, place.preposition, site.mark) + ending
    return site.edit(place.start, end, capital(new) if site.opens(place.start) else new, category)


def _preposition(lead: re.Match[str]) -> str:
    word = (lead["prep"] or lead["elided"] or "").lower()
    return {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "qu": "que"}.get(word, word)


def _noun(role: Role, lang: Lang) -> str:
    """Return what someone is called, without an article."""
    english = lang is Lang.EN
    female = role.gender == "female"
    match role.category:
        case Phi.PATIENT:
            return "patient" if english or not female else "patiente"
        case Phi.NAME if role.gender and role.civil:
            noun = ("woman" if female else "man") if english else ("femme" if female else "homme")
        case Phi.NAME:
            noun = "person" if english else "personne"
        case _ if role.noun:
            noun = role.noun.said(lang, role.gender)
        case _:
            noun = "relative" if english else "proche"
    return noun


def _plural(noun: str, lang: Lang) -> str:
    """Return a noun in the plural: médecins traitants, chefs de service, surgeons."""
    if lang is Lang.EN:
        return f"{noun}s"
    head, of, rest = noun.partition(" de ")
    return " ".join(f"{word}s" for word in head.split()) + of + rest


def _phrase(  # noqa: PLR0911 - one a role
    site: Site, role: Role, titles: str, start: int
) -> Phrase:
    noun = _noun(role, site.lang)
    feminine = role.gender == "female" or noun == "personne"
    if _COUPLE.search(titles):
        return Phrase("couple")
    match role.category:
        case Phi.PATIENT:
            return Phrase(noun, feminine)
        case Phi.RELATIVE if role.noun and role.noun is not KIN:
            return Phrase(noun, feminine, "his", owner=role.owner)
        case Phi.CLINICIAN if _IS.search(site.before(start)):
            colleague = NOUNS["colleague"].said(site.lang, role.gender)
            return Phrase(colleague, feminine, "a")
        case Phi.CLINICIAN if not role.rank or not _article(site, titles, start):
            return Phrase(noun, feminine, _article(site, titles, start))
        case Phi.CLINICIAN:
            return _another(site, role, noun, feminine=feminine)
        case _:
            return Phrase(noun, feminine, "a" if role.first else "this")


def _article(site: Site, titles: str, start: int) -> Article:
    """Return no article where notes have none: « avis Dr … », "d/w Dr …", « Je soussigné, »."""
    before = site.text[max(0, start - 40) : start]
    if _SHORT.search(before) or _SWORN.search(before):
        return ""
    led = _LOWER_WORD.search(before) if site.lang is Lang.FR and _CARE.search(titles) else None
    noted = led and led["word"].lower() not in _LEADING and site.text[start : start + 1].isupper()
    return "" if noted else "the"


def _another(site: Site, role: Role, noun: str, *, feminine: bool) -> Phrase:
    """Return « un autre médecin », and « l’autre médecin » where there are two of them."""
    again = not role.first and role.peers == 2  # noqa: PLR2004 - the one and the other
    if site.lang is Lang.EN:
        return Phrase(f"other {noun}") if again else Phrase(f"another {noun}", article="")
    return Phrase(f"autre {noun}", feminine, "the" if again else "a")


def _greeted(
    site: Site, role: Role, dear: re.Match[str], titles: str, start: int, end: int
) -> Edit:
    """Return a greeting without the name: « Cher Docteur », "Dear Sir"."""
    words = titles.split()
    if not words:
        noun = {Phi.PATIENT: "patient"}.get(role.category, "colleague")
        if site.lang is Lang.FR:
            female = dear["dear"].endswith("e")
            noun = "consœur" if female else "confrère"
            noun = noun if role.category is not Phi.PATIENT else _noun(role, site.lang)
        return site.edit(start, end, noun, role.category)
    bare = [word.rstrip(".") for word in words]
    if site.lang is Lang.EN:
        new = " ".join(_SIR.get(word.lower(), _FULL.get(word.lower(), word)) for word in bare)
    else:
        full = {"m": "Monsieur", "mme": "Madame", "mlle": "Mademoiselle"} | _FULL
        new = " ".join(full.get(word.lower(), word) for word in bare)
    return site.edit(start, end, new, role.category)
