"""Places in wider words: « au CHU de Rennes » → « dans un centre hospitalier universitaire »."""

import re
from typing import Final

from anonymizer.areas import Area, of_code, of_town
from anonymizer.elision import elides
from anonymizer.generalise.grammar import Phrase
from anonymizer.generalise.site import Edit, Site, capital
from anonymizer.kinds import kind
from anonymizer.labels import label
from anonymizer.phi import Lang, Phi

_KIND_BEFORE: Final = re.compile(
    r"""(?<![\w-])(?P<kind>(?:h[ôo]pita(?:l|ux)|C\.?H\.?(?:R\.?)?U\.?|CH[RICGS]?|CHIC|GHT?|HIA|CLCC
    |centre[ ](?:hospitalier|m[ée]dical)|groupe[ ]hospitalier|(?:poly)?clinique|EHPAD|institut
    |fondation|maternit[ée]|maison[ ]de[ ](?:retraite|sant[ée]|repos)|laboratoire
    |cabinet(?:[ ]m[ée]dical)?|pharmacie|hospices[ ]civils|sanatorium|centre)
    (?:[ ](?:universitaires?|r[ée]gional|g[ée]n[ée]ral|intercommunal|priv[ée]|militaire|local))*)
    [ \u00a0](?:«[ ]?)?(?:de[ ]la[ ]|de[ ]l['’]|des?[ ]|du[ ]|d['’]|la[ ]|les[ ]|l['’])?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_KIND_BEFORE_EN: Final = re.compile(
    r"""(?<![\w-])(?P<kind>(?:(?:University|General|Royal|Teaching|District|Memorial
    |Children['’]s)[ ])*
    (?:Hospital|Infirmary|Clinic|Medical[ ]Cent(?:re|er)|Cancer[ ]Cent(?:re|er)))
    (?:[ ](?:of|in|at))?,?[ ]\Z""",
    re.VERBOSE,
)
_LEAD_FR: Final = re.compile(
    r"""(?<![\w'’-])
    (?:(?P<prep>de|du|des|à|au|aux|sur|en|habite|quitte)[ \u00a0\n]|(?P<elided>d)['’])?
    (?:(?:les?|la|un|une)[ \u00a0\n]|l['’])?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAD_EN: Final = re.compile(r"(?<![\w'’-])(?P<article>the[ ])?\Z", re.IGNORECASE)
_CEDEX: Final = re.compile(r"[ ]cedex(?:[ ]\d{1,2})?(?!\w)", re.IGNORECASE)
_TOWN_FR: Final = Phrase("ville", feminine=True, article="a")
_TOWN_EN: Final = Phrase("town", article="a")
_OF: Final = ("de", "du", "des", "d")
_AT: Final = ("à", "au", "aux")
_LETTER: Final = re.compile(r",[ ](?:le[ ])?\d{1,2}(?:er)?[ /.-][^\n]{2,20}(?:\n|\Z)")
_TOWN_ARTICLE: Final = re.compile(r"(?<!\w)(?P<word>au|du|le|la|aux|des|les)[ ]\Z", re.IGNORECASE)
_ARTICLES: Final = {"au": "le", "du": "le", "aux": "les", "des": "les"}
_ASIDE: Final = re.compile(r"(?:,|\(|[ ][–—-])[ ]?\Z")  # « (cardiologie, CHU de Rennes) »
_LINE: Final = re.compile(r"(?:\A|\n)[ \t]*\Z")


def hospital(site: Site) -> Edit:
    """Return the edit that puts the kind of a hospital in the place of its name."""
    before = _kind_before(site)
    start = site.start - (len(site.before()) - before.start("kind")) if before else site.start
    name = site.text[start : site.end]
    said = kind(name)
    noun = Phrase(said.fr, said.feminine, "a")
    noun = Phrase(said.en, article="a") if site.lang is Lang.EN else noun
    if site.alone(start, site.end):
        return site.edit(start, site.end, capital(noun.noun), Phi.HOSPITAL)
    if _ASIDE.search(site.before(start)):
        return site.edit(start, site.end, noun.noun, Phi.HOSPITAL)
    lead = (_LEAD_EN if site.lang is Lang.EN else _LEAD_FR).search(site.before(start))
    begin = start - (len(lead[0]) if lead else 0)
    if site.lang is Lang.EN:
        new = noun.english()
    else:
        word = ((lead["prep"] or lead["elided"] or "") if lead else "").lower()
        new = noun.french({"": "", **dict.fromkeys(_OF, "de")}.get(word, _within(word)), site.mark)
    return site.edit(begin, site.end, capital(new) if site.opens(begin) else new, Phi.HOSPITAL)


def _within(word: str) -> str:
    return "dans" if word in _AT else word


def is_hospital(site: Site) -> bool:
    """Tell whether a town names a hospital: « CHU de Rennes », "University Hospital Galway"."""
    return bool(_kind_before(site))


def _kind_before(site: Site) -> re.Match[str] | None:
    english = _KIND_BEFORE_EN.search(site.before()) if site.lang is Lang.EN else None
    return english or _KIND_BEFORE.search(site.before())


def town(site: Site, code: str = "") -> Edit:
    """Return the edit that puts the region or country in the place of a town.

    ``code`` is the postcode that stands before it. A town of which neither is known becomes « une
    ville », "a town".
    """
    if is_hospital(site):
        return hospital(site)
    cedex = _CEDEX.match(site.after())
    end = site.end + (cedex.end() if cedex else 0)
    area = of_code(code) or of_town(site.old) or _with_article(site)
    if site.lang is Lang.EN:
        new = area.en if area else _TOWN_EN.english()
        alone = site.alone(site.start, end)
        new = new if area or not alone else label(Phi.CITY, "", site.lang)
        lead = _LEAD_EN.search(site.before())
        return site.edit(site.start - (len(lead[0]) if lead else 0), end, new, Phi.CITY)
    letterhead = _LETTER.match(site.text, end) and _LINE.search(site.text[: site.start][-80:])
    if letterhead or site.alone(site.start, end):
        new = area.fr if area else label(Phi.CITY, "", site.lang)
        return site.edit(site.start, end, new, Phi.CITY)
    lead = _LEAD_FR.search(site.before())
    start = site.start - (len(lead[0]) if lead else 0)
    word = (lead["prep"] or lead["elided"] or "").lower() if lead else ""
    new = _said(area, word, site.mark)
    return site.edit(start, end, capital(new) if site.opens(start) else new, Phi.CITY)


def _with_article(site: Site) -> Area | None:
    """Return the area of a town that bears an article: au Mans, de La Rochelle, aux Abymes."""
    found = _TOWN_ARTICLE.search(site.before())
    if not found:
        return None
    word = found["word"].lower()
    return of_town(f"{_ARTICLES.get(word, word)} {site.old}")


def _said(area: Area | None, word: str, mark: str) -> str:
    """Return an area after a French word: « en Bretagne », « de Bretagne », « une ville »."""
    if area is None:
        return _TOWN_FR.french("de" if word in _OF else _within(word), mark)
    at = f"{area.at} {area.fr}"
    of = f"d{mark}{area.fr}" if area.of == "d'" else f"{area.of} {area.fr}"
    if word in _AT or word == "en":
        return at
    if word in _OF:
        return of
    if word in {"habite", "quitte"}:
        return f"{word} {at}" if word == "habite" else f"{word} {_named(area, mark)}"
    return f"{word} {_named(area, mark)}".strip()


def _named(area: Area, mark: str) -> str:
    """Return an area with its article: la Bretagne, le Grand Est, les Pays de la Loire."""
    if area.at == "à":
        return area.fr
    if area.of == "des":
        return f"les {area.fr}"
    if elides(area.fr):
        return f"l{mark}{area.fr}"
    return f"{'le' if area.of == 'du' else 'la'} {area.fr}"
