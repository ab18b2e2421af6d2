"""Terms and units that a report cannot say in both languages: asked, never guessed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from anonymizer.phi import Lang, Phi
from anonymizer.record import leaves

from generator.case.model import Case
from generator.check.finding import Finding, warn
from generator.check.vocabulary import measures, plain
from generator.language import units
from generator.language.terms import choices, translated

_OTHER: Final = {Lang.FR: Lang.EN, Lang.EN: Lang.FR}
_NAMED: Final = {Lang.FR: ("French", "français"), Lang.EN: ("English", "anglais")}
_WRITINGS: Final = (".fr", ".en")
# what a unit is counted in: 24 (h), 100 (mL), 1,73 (m²), ×10⁹
_NUMBER: Final = re.compile(r"\Ax?(?:10(?:[\^*]\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|1[.,]73|1000?|\d\d?)?")
_MERCURY: Final = re.compile(r"mm (?:de )?Hg")
_BETWEEN: Final = re.compile(r"[\s/·×]+|-1(?:\.|$)|\.(?!\d)")


def unknown(case: Case) -> Iterator[Finding]:
    """Yield each term of one language that no table holds: it is printed as it was written."""
    for path, said in _terms(case):
        (lang, term), *more = said.items()
        other = _OTHER[lang]
        if not (more or translated(term, lang, other) or choices(term, lang)):
            en, fr = _NAMED[other]
            yield warn(
                "term-unknown",
                f"{path}.{lang}",
                en=f"no table holds this term: the {en} report shows it as written, with a mark. "
                f"Write its `{other}` too.",
                fr=f"aucune table ne contient ce terme : le rapport {fr} le montre tel quel, avec "
                f"une marque. Écrivez aussi son `{other}`.",
            )


def ambiguous(case: Case) -> Iterator[Finding]:
    """Yield each abbreviation that may mean several things, unless the other language says which.

    « U » is urea or BUN, 2.14 times apart: until it is answered, nothing is converted.
    """
    for path, said in _terms(case):
        several = {lang: choices(term, lang) for lang, term in said.items()}
        for lang in several if all(several.values()) else ():
            listed = "; ".join(several[lang])
            yield warn(
                "term-ambiguous",
                f"{path}.{lang}",
                en=f"may mean: {listed}. Write which: until then it is neither translated nor "
                "converted.",
                fr=f"peut signifier : {listed.replace('; ', ' ; ')}. Écrivez lequel : d’ici là, il "
                "n’est ni traduit ni converti.",
            )


def measured(case: Case) -> Iterator[Finding]:
    """Yield each unit that is not known, or written otherwise than the tables know it."""
    for leaf in leaves(case):
        if leaf.path.endswith(".unit") and type(leaf.value) is str and not _known(leaf.value):
            yield warn(
                "unit-unknown",
                leaf.path,
                en="not a unit that the program knows: both reports show it as written, and "
                "nothing is converted. Check how it is written.",
                fr="unité inconnue du programme : les deux rapports la montrent telle quelle, et "
                "rien n’est converti. Vérifiez son écriture.",
            )


def _terms(case: Case) -> Iterator[tuple[str, Mapping[Lang, str]]]:
    """Yield each clinical term of a case, at its path, as written in each language."""
    found: dict[str, dict[Lang, str]] = {}
    for leaf in leaves(case):
        if leaf.slot.phi is Phi.NONE and leaf.path.endswith(_WRITINGS) and leaf.value.strip():
            found.setdefault(leaf.parent, {})[Lang(leaf.path[-2:])] = leaf.value
    yield from found.items()


def _known(unit: str) -> bool:
    return all(map(_piece, _BETWEEN.split(_MERCURY.sub("mmHg", unit))))


def _piece(piece: str) -> bool:
    rest = _NUMBER.sub("", piece)
    names = {rest, plain(rest), plain(rest).lower()}
    known = any(names & measures(lang).keys() for lang in Lang)
    return not rest or known or units.translatable(rest)
