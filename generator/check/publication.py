"""What stands between a case and its publication: pictures, translations, suggestions, consent."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from anonymizer.phi import Phi
from anonymizer.record import leaves

from generator.case.model import Case
from generator.case.people import Age
from generator.case.publication import Consent
from generator.case.terms import (
    AgeUnit,
    BurntIn,
    CaseStatus,
    ConsentGiver,
    ConsentState,
    FactStatus,
    TextStatus,
    VitalStatus,
)
from generator.check.finding import Finding, fail, warn

_ADULT: Final = 18  # years
_UNREVIEWED: Final = (TextStatus.NEEDS_TRANSLATION, TextStatus.NEEDS_REVIEW)


def figures(case: Case) -> Iterator[Finding]:
    """Yield each figure that stands twice, or whose pixels nobody reviewed for names."""
    files = Counter(figure.file for figure in case.figures)
    seen: set[str] = set()
    for number, figure in enumerate(case.figures):
        path = f"figures[{number}]"
        if files[figure.file] > 1 and figure.file in seen:
            yield fail(
                "figure-twice",
                f"{path}.file",
                en="the same picture stands twice. Remove one of the figures.",
                fr="la même image figure deux fois. Retirez l’une des figures.",
            )
        seen.add(figure.file)
        if figure.review is None or figure.review.burnt_in is BurntIn.PRESENT:
            yield fail(
                "figure-review",
                f"{path}.review",
                en="look at the picture for names in its pixels, remove them, and record who "
                "looked, when, and what was found.",
                fr="cherchez des noms incrustés dans l’image, retirez-les, et indiquez qui a "
                "regardé, quand, et ce qui a été trouvé.",
            )


def translations(case: Case) -> Iterator[Finding]:
    """Yield each part of the case with texts in one language only, or not reviewed."""
    present = {leaf.path for leaf in leaves(case) if leaf.slot.phi is Phi.NARRATIVE}
    missing = Counter(
        (path.partition("[")[0].partition(".")[0], other)
        for path in sorted(present)
        for lang, other in (("fr", "en"), ("en", "fr"))
        if path.endswith(f".{lang}") and f"{path[:-2]}{other}" not in present
    )
    for (part, lang), number in sorted(missing.items()):
        yield warn(
            "translation-missing",
            part,
            en=f"texts without `{lang}`: {number}. The report shows them untranslated.",
            fr=f"textes sans `{lang}` : {number}. Le rapport les montre non traduits.",
        )
    for leaf in leaves(case):
        if leaf.value in _UNREVIEWED:
            yield warn(
                "translation-unreviewed",
                leaf.path,
                en="the translation was not reviewed. Read it, then write `translated`.",
                fr="la traduction n’a pas été relue. Relisez-la, puis écrivez `translated`.",
            )


def suggestions(case: Case) -> Iterator[Finding]:
    """Yield each part of the case with facts read from a text that nobody confirmed."""
    found = Counter(
        leaf.path.partition("[")[0].partition(".")[0]
        for leaf in leaves(case)
        if leaf.value is FactStatus.SUGGESTED
    )
    told = fail if case.status is CaseStatus.FINAL else warn
    for part, number in sorted(found.items()):
        yield told(
            "suggested",
            part,
            en=f"facts that the program read and nobody confirmed: {number}. Check each against "
            "the text, then write `confirmed`, or delete it.",
            fr=f"faits lus par le programme, que personne n’a confirmés : {number}. Comparez "
            "chacun au texte, puis écrivez `confirmed`, ou supprimez-le.",
        )


def consent(case: Case) -> Iterator[Finding]:
    """Yield what consent still lacks; an invented case needs none."""
    if case.synthetic:
        return
    given = [one for one in case.consents if _valid(one)]
    told = fail if case.status is CaseStatus.FINAL else warn
    if not given:
        yield told(
            "consent-missing",
            "consents",
            en="no consent in force. Record who gave it, when, for which use and languages.",
            fr="aucun consentement en vigueur. Indiquez qui l’a donné, quand, pour quel usage et "
            "quelles langues.",
        )
    elif case.figures and not any(one.images for one in given):
        yield told(
            "consent-images",
            "consents",
            en="no consent covers images. Ask for it, or take the figures out.",
            fr="aucun consentement ne couvre les images. Demandez-le, ou retirez les figures.",
        )
    for number, one in enumerate(case.consents):
        if _valid(one) and one.giver is ConsentGiver.PATIENT and _cannot(case):
            yield warn(
                "consent-giver",
                f"consents[{number}].giver",
                en="a minor or deceased patient: a guardian or the next of kin gives consent.",
                fr="patient mineur ou décédé : le consentement revient au représentant légal ou "
                "aux proches.",
            )


def _valid(one: Consent) -> bool:
    return one.state is ConsentState.GIVEN and one.withdrawn is None


def _cannot(case: Case) -> bool:
    dead = case.outcome is not None and case.outcome.vital_status is VitalStatus.DEAD
    return dead or _minor(case.patient.age)


def _minor(age: Age | None) -> bool:
    return age is not None and (age.unit is not AgeUnit.YEARS or age.value < _ADULT)
