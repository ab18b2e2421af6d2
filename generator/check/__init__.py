"""Check a case before it is published: that it is complete, and does not contradict itself."""

from itertools import chain

from generator.case.model import Case
from generator.check import dates, publication, terms, wording
from generator.check.bilingual import bilingual
from generator.check.care import RULES, completeness
from generator.check.finding import Finding, Level

__all__ = ["RULES", "Finding", "Level", "check"]


def check(case: Case) -> tuple[Finding, ...]:
    """Return what the author has to correct (fail), then what to look at (warn).

    Contradictions of dates, age, sex and figures; suggestions, translations and consent that are
    missing; doubtful words; terms that one language alone can say; what French and English state
    differently; then completeness by CARE 2013. No finding shows a value.
    """
    found = chain(
        dates.order(case),
        dates.birth(case),
        dates.news(case),
        publication.figures(case),
        publication.suggestions(case),
        publication.consent(case),
        wording.grammar(case),
        wording.units(case),
        terms.unknown(case),
        terms.ambiguous(case),
        terms.measured(case),
        wording.need(case),
        wording.profession(case),
        publication.translations(case),
        bilingual(case),
        completeness(case),
    )
    return tuple(sorted(found, key=lambda each: each.level is not Level.FAIL))
