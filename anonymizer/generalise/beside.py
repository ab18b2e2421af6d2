"""What the words beside a name say of the person: « son médecin traitant, le Dr … », "…, surgeon".

A noun next to a name, before or after it, a label (Patient:), a specialty in parentheses.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from anonymizer.coreference import Mentioned
from anonymizer.fold import fold
from anonymizer.generalise.grammar import SELF
from anonymizer.generalise.nouns import NOUNS, Noun, alternatives
from anonymizer.lexicon import words
from anonymizer.phi import Phi

Place = tuple[str, int]
_WINDOW: Final = 100
_FEMALE: Final = re.compile(r"(?<!\w)(?:patiente|elle|femme|she|her|woman|lady|girl)(?!\w)")
_MALE: Final = re.compile(r"(?<!\w)(?:patient(?=[ ]est)|il|homme|he|his|man|boy)(?!\w)")
_I: Final = re.compile(r"(?<!\w)(?:je|j['’]|i|my|mon|ma|mes)(?!\w)")
_OTHERS: Final = re.compile(
    r"(?<!\w)(?:il|elle|he|she|patiente?s?|sa|son|ses|his|her|dear|cher|chère)(?!\w)"
)
_NURSE: Final = re.compile(r"(?<!\w)(?:Nurse|Sister|Matron)[ ]\Z")
_PATIENT: Final = re.compile(
    r"(?:\b(?:patiente?|pt|re|objet|concerne|concernant)[ ]?:[ ]|\b(?:patiente?|malade|pt),?[ ])"
    r"(?:(?:M\.|Mr\.?|Mme|Mrs\.?|Ms\.?|Miss|Mlle|Monsieur|Madame)[ ])?\Z",
    re.IGNORECASE,
)
_MR_OF_CARE: Final = re.compile(r"\b(?:by|under)[ ](?:Mr|Miss|Ms|Mrs)\.?[ ]\Z")
_SPECIALTY: Final = re.compile(r"[ ]\((?P<word>[^\W\d_]+)\)")


@dataclass(frozen=True, slots=True)
class Named:
    """One person's name in a passage: where, as what, and the noun that stands beside it."""

    place: Place
    mention: Mentioned
    noun: Noun | None = None
    said: Phi = Phi.NAME  # what the words beside it say, where detection does not
    labelled: bool = False  # it is the value of a label
    spoken: str = ""  # gender of which its passage speaks, or SELF


def named(place: Place, text: str, end: int, mention: Mentioned, spoken: str) -> Named:
    """Return a name of a passage with what its surroundings say; ``spoken`` is of the passage."""
    start = place[1]
    noun = beside(text, start, end)
    said = _said(text, start, end, noun, mention)
    labelled = text[max(0, start - 3) : start].rstrip().endswith(":")
    return Named(place, mention, noun, said, labelled=labelled, spoken=spoken)


def _said(text: str, start: int, end: int, noun: Noun | None, mention: Mentioned) -> Phi:
    """Return the category of a name: a noun beside it and its surroundings tell what is open."""
    before = text[max(0, start - _WINDOW) : start]
    if noun and noun.kin and mention.category in {Phi.PATIENT, Phi.NAME}:
        return Phi.RELATIVE
    if mention.category is not Phi.NAME:
        return mention.category
    if _PATIENT.search(before):
        return Phi.PATIENT
    specialty = _SPECIALTY.match(text, end)
    care = specialty and fold(specialty["word"]) in words("specialties")
    if noun or care or _MR_OF_CARE.search(before):
        return Phi.CLINICIAN
    return Phi.NAME


def cue(text: str) -> str:
    """Return the gender of which a text speaks more often, SELF where its patient speaks.

    >>> cue("Elle va bien."), cue("Avant ce traitement, je n’osais plus manger.")
    ('female', 'self')
    """
    low = text.lower()
    if _I.search(low) and not _OTHERS.search(low):
        return SELF
    female, male = len(_FEMALE.findall(low)), len(_MALE.findall(low))
    return "female" if female > male else "male" if male > female else ""


def beside(text: str, start: int, end: int) -> Noun | None:
    """Return the noun that says what the person named at ``[start, end)`` is."""
    lead = text[max(0, start - _WINDOW) : start]
    if _NURSE.search(lead):
        return NOUNS["nurse"]
    found = _before().search(lead) or _after().match(text, end)
    return NOUNS.get(fold(found["noun"])) if found else None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w-])(?P<noun>{alternatives()})(?:[ ](?:traitante?|référente?|hospitalier))?
        (?:[ ](?:du|de[ ]la|de[ ]l['’]|of[ ]the)[ ]?(?:patiente?|malade|enfant|child)
        |[ ](?:de[ ]|d['’]|of[ ])(?:M(?:\.|me|rs?|lle|s)\.?[ ])?(?-i:[A-ZÀ-Þ])[\w'’-]+
        (?:[ ](?-i:[A-ZÀ-Þ])[\w'’-]+)?(?=,))?
        (?:[ ]?[,(:][ ]?|[ ](?:(?:est|is|was|était|sera)[ ])?)(?:(?:le|la|l['’]|the)[ ]?)?
        (?:(?:M\.|Mr\.?|Mmes?|Mlle|Monsieur|Madame|Dr\.?|Docteure?|Pr\.?|Prof\.?|Professeure?
        |Professor|Doctor|Mrs\.?|Ms\.?|Miss|Sister|et|and|&)[ ]{{1,2}}){{0,3}}\Z""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:,?[ ]?\(?(?:MD|M\.D\.|PhD|FRC\w+|MRC\w+|MBBS)\)?\.?)*
        (?:[ ]?[,(–][ ]?|[ \t]*\n[ \t]*)
        (?:(?:the|our|a|an|his|her|le|la|l['’]|notre|son|sa|votre|your|my|mon|ma)[ ]?)?
        (?:(?:consultant|senior|lead|attending|chief|locum|specialist|trainee|orthopaedic|vascular
        |colorectal|general|plastic|cardiac|breast|paediatric)[ ]){{0,2}}
        (?P<noun>{alternatives()})(?![\w-]|[ \u00a0]?:)""",
        re.VERBOSE | re.IGNORECASE,
    )
