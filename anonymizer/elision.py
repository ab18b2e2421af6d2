"""Elision and agreement of the word before a replacement, in French and in English.

Each rule takes a ``Join`` and returns the text before the replacement repaired, or None where it
has nothing to say; the first that speaks decides.

Sources: Grevisse & Goosse, Le bon usage, 16th edition, § 45 to 50 (élision, h aspiré); the Chicago
Manual of Style, 17th edition, 7.33 (a and an).
"""

import re
from dataclasses import dataclass, field
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang, Phi

_ELIDED = re.compile(
    r"(?<![^\W\d_])(?P<word>d|l|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ][^\S\n]?\Z", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?<!\w)(?P<word>de|le|la|que|jusque|lorsque|puisque|quoique)[^\S\n]+\Z", re.IGNORECASE
)
_CONTRACTED = re.compile(r"(?<!\w)(?P<word>du|des|aux?)[^\S\n]+\Z", re.IGNORECASE)
_TO_THE = re.compile(
    r"(?<!\w)(?P<word>à|de)[^\S\n]+(?:l['’ʼ][^\S\n]?|(?:la|le|les)[^\S\n]+)\Z", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?<!\w)(?:l['’ʼ][^\S\n]?|(?:les?|la)[^\S\n]+)\Z", re.IGNORECASE)
_A_AN = re.compile(r"(?<!\w)(?P<word>an?)(?P<gap>[^\S\n]+)\Z", re.IGNORECASE)

_KIND_OF = re.compile(
    r"(?<!\w)(?P<kind>h[ôo]pital|(?:poly)?clinique|centre hospitalier|CHU|CH|EHPAD|maternité"
    r"|institut|fondation|résidence|laboratoire|cabinet|maison de (?:retraite|santé))[ \u00a0]"
    r"(?:de la |de l['’ʼ]|du |des |la |les |l['’ʼ])\Z",
    re.IGNORECASE,
)
_FULL = {"d": "de", "l": "le", "qu": "que"}
_SHORT = {"de": "d", "le": "l", "la": "l", "que": "qu"}
_PLAIN = {"du": "de", "des": "de", "au": "à", "aux": "à"}
_MERGED = {"à": "au", "de": "du"}
_FEMININE = ("clinique", "polyclinique", "maternite", "fondation", "ville", "date", "personne")
_SEASONS = ("printemps", "ete", "automne", "hiver")
_VOWELS = ("a", "e", "i", "o", "u")
_SEMIVOWEL = re.compile(r"ou[aeiy]|y[aeiou]|io[aeu]")
# h is silent in these; before every other name in h there is a pause
_SILENT_H = (
    "helen heloise henri henriett hermin hermion herve hilair hippolyt honor horac hortens hubert "
    "huguett hugues hector hotel hopita hospi hiver heure homm habit herault heric hyeres"
)
_SILENT = tuple(_SILENT_H.split())
_PAUSE = ("onze", "onzieme", "oui", "un ", "une ")
_SAID_AN = ("hour", "honest", "honour", "honor", "heir")
_SAID_A = re.compile(r"eu|on(?:e|ce)\b|uk(?:\b|r)|u[bg]|us[aei]|ut[ei]|ur[aeiou]|uni(?!n|m)")
_EIGHTY = re.compile(r"8|1[18](?!\d)")


@dataclass(frozen=True, slots=True)
class Join:
    """The place where a replacement meets the text before it; ``mark`` is the text's apostrophe."""

    before: str = field(repr=False)
    old: str = field(repr=False)
    new: str = field(repr=False)
    category: Phi
    mark: str


def leaning(join: Join, lang: Lang) -> str:
    """Return the text before a replacement with the word that leans on it repaired."""
    if not join.before or not join.new:
        return join.before
    rules = _FRENCH if lang is Lang.FR else _ENGLISH
    return next((text for rule in rules if (text := rule(join)) is not None), join.before)


def elides(word: str) -> bool:
    """Tell whether French elides before a word: a vowel or a silent h, never a bracket.

    >>> [elides(w) for w in ("avril", "Élise", "Hélène", "Hugo", "Yves", "Yann", "11", "[nom]")]
    [True, True, True, False, True, False, False, False]
    """
    folded = fold(word)
    if folded.startswith(_PAUSE) or _SEMIVOWEL.match(folded):
        return False
    if folded.startswith("y"):
        return len(folded) > 1 and folded[1].isalpha()
    return folded.startswith((*_VOWELS, *_SILENT))


def apostrophe(text: str) -> str:
    """Return the apostrophe that a text uses most, the straight one where it uses none."""
    return "’" if text.count("’") > text.count("'") else "'"


def _like(word: str, model: str) -> str:
    """Return a word in the capitals of another."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word


def _cut(join: Join, found: re.Match[str], instead: str) -> str:
    return f"{join.before[: found.start()]}{instead}"


def _town(join: Join) -> str | None:
    """Turn « au Mans » into « à Dinan », « du Havre » into « d'Épernay »: no new town has one."""
    if join.category is not Phi.CITY:
        return None
    article = _ARTICLE.search(join.before)
    if article:
        return _cut(join, article, "")
    found = _CONTRACTED.search(join.before)
    if not found:
        return None
    plain = _like(_PLAIN[found["word"].lower()], found["word"])
    if plain.lower() == "de" and elides(join.new):
        return _cut(join, found, f"{plain[0]}{join.mark}")
    return _cut(join, found, f"{plain} ")


def _place(join: Join) -> str | None:
    """Turn « la clinique de l'Anjou » into « la clinique Delmas »: no new name has an article."""
    if join.category is not Phi.HOSPITAL or not join.new[:1].isupper():
        return None
    found = _KIND_OF.search(join.before)
    return _cut(join, found, f"{found['kind']} ") if found else None


def _season(join: Join) -> str | None:
    """Turn « au printemps » into « à l'automne »; the way back is that of every « à l' »."""
    found = _CONTRACTED.search(join.before) if fold(join.new).startswith(_SEASONS) else None
    if not found or found["word"].lower() not in {"au", "du"} or not elides(join.new):
        return None
    plain = _like(_PLAIN[found["word"].lower()], found["word"])
    return _cut(join, found, f"{plain} l{join.mark}")


def _elided(join: Join) -> str | None:
    """Turn « d'avril » into « de mai », « à l'IGR » into « au Delmas »; « l'[hôpital] » stays."""
    found = _ELIDED.search(join.before)
    bare = join.new.lstrip("[")
    if not found or elides(join.new) or (found["word"].lower() == "l" and elides(bare)):
        return None
    word = found["word"]
    full = _FULL.get(word.lower(), f"{word.lower()}e")
    if word.lower() == "l" and fold(bare).startswith(_FEMININE):
        full = "la"
    merged = _TO_THE.search(join.before) if full == "le" else None
    if merged:
        return _cut(join, merged, f"{_like(_MERGED[merged['word'].lower()], merged['word'])} ")
    letters = [char for char in join.new if char.isalpha()]
    loud = word.isupper() and (len(word) > 1 or (len(letters) > 1 and join.new.isupper()))
    return _cut(join, found, f"{full.upper() if loud else _like(full, word)} ")


def _whole(join: Join) -> str | None:
    """Turn « de Marc » into « d'Antoine », « que Marc » into « qu'Élise »."""
    found = _WHOLE.search(join.before)
    if not found or not elides(join.new) or elides(join.old):
        return None
    word = found["word"].lower()
    return _cut(join, found, f"{_like(_SHORT.get(word, word[:-1]), found['word'])}{join.mark}")


def _a_or_an(join: Join) -> str | None:
    """Say a or an as the new word asks; the A of "vitamin A" is no article."""
    found = _A_AN.search(join.before)
    if (
        not found
        or found["word"].lower() != said_an(join.old)
        or said_an(join.new) == said_an(join.old)
    ):
        return None
    if found["word"].isupper() and not _opens(join.before[: found.start()]):
        return None
    return _cut(join, found, f"{_like(said_an(join.new), found['word'])}{found['gap']}")


def _opens(lead: str) -> bool:
    """Tell whether a sentence begins after ``lead``."""
    bare = lead.rstrip(' \t\u00a0"“(*_')
    return not bare or bare[-1] in ".!?:;\n•-"


def said_an(word: str) -> str:
    """Return the article, a or an, with which a word is said.

    >>> said_an("hospital"), said_an("hour"), said_an("oncologist"), said_an("university")
    ('a', 'an', 'an', 'a')
    """
    folded = fold(word).lstrip("[(\"' ")
    if folded[:1].isdigit():
        return "an" if _EIGHTY.match(folded) else "a"
    if folded.startswith(_SAID_AN):
        return "an"
    return "an" if folded.startswith(_VOWELS) and not _SAID_A.match(folded) else "a"


_FRENCH: Final = (_place, _town, _season, _elided, _whole)
_ENGLISH: Final = (_a_or_an,)
