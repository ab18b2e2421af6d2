"""What stands beside a name and says who it is: it stays, and the name goes.

« sa femme, Anne, » → « sa femme », "Mr Long, consultant surgeon," → "the consultant surgeon".
"""

import re
from functools import cache
from typing import Final

from anonymizer.fold import fold
from anonymizer.generalise.grammar import Phrase
from anonymizer.generalise.nouns import NOUNS, alternatives
from anonymizer.generalise.roles import Role
from anonymizer.generalise.site import Edit, Site, capital, closing
from anonymizer.phi import Phi

_CALLED: Final = re.compile(
    r",?[ ](?:prénommée?|nommée?|appelée?|dénommée?|du nom de|named|called)[ ]\Z", re.IGNORECASE
)
_OPEN: Final = re.compile(r"[ ]?\(\Z")
_LOWER_WORD: Final = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_]+)[ ]\Z")
_THEIRS: Final = (
    r"(?:the[ ]patient['’]s|the|our|a|an|his|her|their|my|your|le|la|l['’]|notre|votre|son|sa|ses"
    r"|leur|mon|ma)"
)
_ARTICLES: Final = ("the", "our", "a", "an", "le", "la", "l'", "l’", "notre", "votre", "your")


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<lead>(?:\A|[^\w'’-])(?P<det>[^\W\d_]+(?:['’]|[ ]))?)
        (?P<noun>(?:{alternatives()}|patiente?|malade|enfant|bébé|nourrisson|nouveau-né|fillette
        |garçon|child|baby|infant|girl|boy)s?)
        (?:[ ](?:du|de[ ]la|de[ ]l['’]|of[ ]the)[ ]?(?:patiente?|malade|enfant|child)(?=,)
        |[ ](?:de[ ]|d['’]|of[ ])(?:M(?:\.|me|rs?|lle|s)\.?[ ])?(?-i:[A-ZÀ-Þ])[\w'’-]+
        (?:[ ](?-i:[A-ZÀ-Þ])[\w'’-]+)?(?=,))?
        (?:[ ](?:traitante?|référente?|hospitalier|hospitalière))?
        (?P<sep>[ ]?[,(][ ]?|[ ])\Z""",
        re.VERBOSE | re.IGNORECASE,
    )


def dropped(site: Site, start: int, end: int, role: Role) -> Edit | None:
    """Return the edit that leaves the noun alone: « sa femme, Anne, » → « sa femme »."""
    before = site.text[max(0, start - 120) : start]
    called = _CALLED.search(site.before(start))
    if called:
        closed = called[0].startswith(",") and site.after(end).startswith(",")
        return site.edit(start - len(called[0]), end + closed, "", role.category)
    found = _noun_before().search(before)
    opened = _OPEN.search(site.before(start))
    after = site.after(end)
    if opened and (found or role.category is Phi.CLINICIAN) and after.startswith(")"):
        return site.edit(start - len(opened[0]), end + 1, "", role.category)
    if not found:
        return None
    sep = found["sep"]
    if "(" in sep:
        return None
    if "," in sep:
        return site.edit(start - len(sep), end + closing(after), "", role.category)
    return site.edit(start - len(sep), end, "", role.category)


@cache
def _noun_aside() -> re.Pattern[str]:
    return re.compile(
        rf"[ ]\((?:{_THEIRS}[ ])?(?:[^\W\d_]+[ ])?(?P<noun>{alternatives()})\)", re.IGNORECASE
    )


def aside(site: Site, role: Role, end: int) -> int:
    """Return the length of the parentheses that say the noun of a name: "Anne (his wife)"."""
    found = _noun_aside().match(site.after(end))
    if not found or role.category is Phi.PATIENT or NOUNS.get(fold(found["noun"])) != role.noun:
        return 0
    return found.end()


def in_parentheses(site: Site, start: int) -> bool:
    """Tell whether parentheses open before ``start``."""
    return bool(_OPEN.search(site.before(start)))


@cache
def following() -> re.Pattern[str]:
    """Return the pattern of a noun phrase after a name and a comma."""
    return re.compile(
        rf"""(?:,[ ])(?P<det>{_THEIRS}[ ]?(?<!\w))?(?P<np>(?:(?:consultant|senior|lead|attending
        |locum|specialist|trainee|orthopaedic|vascular|colorectal|general|plastic|cardiac|breast
        |paediatric|médecin)[ ]){{0,2}}
        (?P<noun>{alternatives()})(?:[ ][^\W\d_]+){{0,3}}?)
        (?:(?P<close>,)(?=[ ])|(?=[.;)\n]|[ ]\(|\Z
        |[ ](?:à|au|aux|chez|dans|en|du|de|d['’]|in|at|from|of)(?!\w)))""",
        re.VERBOSE | re.IGNORECASE,
    )


def apposed(site: Site, role: Role, start: int, end: int, preposition: str) -> Edit | None:
    """Return the edit that leaves what follows: "Mr Long, consultant surgeon," → "the …"."""
    if role.category not in {Phi.CLINICIAN, Phi.RELATIVE}:
        return None
    found = following().match(site.after(end))
    if not found:
        return None
    det = (found["det"] or "").strip().lower()
    feminine = role.gender == "female"
    if det in _ARTICLES or not det:
        new = Phrase(found["np"], feminine).said(site.lang, preposition, site.mark)
    else:
        new = f"{preposition} {found['det']}{found['np']}".strip()
    new = capital(new) if site.opens(start) else new
    return site.edit(start, end + found.end(), new, role.category)
