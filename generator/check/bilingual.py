"""Compare the two languages of a case fact by fact, sentence by sentence.

Numbers, units, dates and sides have to be the same in both: a difference stands in the way of a
bilingual publication. Negations, stages, drugs, doses and sex are asked, as are sentences that
one language lacks or that were not translated.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from anonymizer.phi import Phi
from anonymizer.record import leaves

from generator.case.model import Case
from generator.check.comparison import MISSING, UNTRANSLATED, compared
from generator.check.fact import Kind
from generator.check.finding import Finding, Level, fail, warn
from generator.errors import RefusedPublicationError

_BLOCKING: Final = (Kind.NUMBER, Kind.UNIT, Kind.DATE, Kind.SIDE)
_SHOWN: Final = 8  # places that one message lists
_TOLD: Final = MappingProxyType(
    {
        Kind.NUMBER: ("a number differs", "un nombre diffère"),
        Kind.UNIT: ("a unit differs", "une unité diffère"),
        Kind.DATE: ("a date differs", "une date diffère"),
        Kind.SIDE: ("left and right differ", "le côté diffère"),
        Kind.NEGATION: ("only one language denies", "une seule des langues nie"),
        Kind.STAGE: ("a stage or class differs", "un stade ou une classe diffère"),
        Kind.GRADE: ("a grade differs", "un grade diffère"),
        Kind.DRUG: ("a drug stands in one language only", "un médicament manque dans une langue"),
        Kind.DOSE: ("a dose belongs to something else", "une dose se rapporte à autre chose"),
        Kind.SEX: ("the sex differs", "le sexe diffère"),
        MISSING: ("a sentence stands in one language only", "une phrase manque dans une langue"),
        UNTRANSLATED: ("a sentence was not translated", "une phrase n’est pas traduite"),
    }
)


def bilingual(case: Case) -> Iterator[Finding]:
    """Yield what the two languages of each text and term state differently, with both places.

    A place is a path and the range of a sentence: ``abstract.fr[0:41], abstract.en[0:38]``.
    """
    for path, french, english in _texts(case):
        for each in compared(french, english):
            told = fail if each.about in _BLOCKING else warn
            en, fr = _TOLD[each.about]
            places = (("fr", each.french), ("en", each.english))
            yield told(
                f"bilingual-{each.about}",
                ", ".join(f"{path}.{lang}[{start}:{end}]" for lang, (start, end) in places),
                en=f"{en}. Compare both sentences.",
                fr=f"{fr}. Comparez les deux phrases.",
            )


def refuse(case: Case) -> None:
    """Refuse to print side by side what French and English state differently.

    Raises RefusedPublicationError, which says where, and shows no word.
    """
    found = [each for each in bilingual(case) if each.level is Level.FAIL]
    if found:
        places = "; ".join(f"{each.path} ({each.rule})" for each in found[:_SHOWN])
        raise RefusedPublicationError(
            places + ("; …" if len(found) > _SHOWN else ""),
            en="French and English state different facts, so nothing was written. Correct the "
            "sentences (casepress check lists them all), or publish one language: --lang fr.",
            fr="le français et l’anglais énoncent des faits différents, rien n’a donc été écrit. "
            "Corrigez les phrases (casepress check les liste toutes), ou publiez une seule "
            "langue : --lang fr.",
        )


def _texts(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield the path, French and English of every text and term that has both."""
    french: dict[str, str] = {}
    for leaf in leaves(case):
        if leaf.slot.phi not in {Phi.NARRATIVE, Phi.NONE}:
            continue
        path, _, lang = leaf.path.rpartition(".")
        if lang == "fr":
            french[path] = leaf.value
        elif lang == "en" and french.get(path, "").strip() and leaf.value.strip():
            yield path, french[path], leaf.value
