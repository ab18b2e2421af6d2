"""Suggest the sex and age of the patient from the sentence that introduces them.

« Le patient » and « la patiente » alone prove nothing: translated texts get them wrong more often
than not. A noun that says the sex (homme, femme, garçon…) beside an age does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from anonymizer.audit import Notice
from anonymizer.phi import Lang

from generator.case.people import Age
from generator.case.terms import AgeUnit, FactStatus, Sex
from generator.case.text import Source
from generator.read.suggestions.passage import Passage
from generator.read.words import groups

_WHERE: Final = 1_200  # characters: the patient is introduced in the first lines
_UNITS: Final = {
    "an": AgeUnit.YEARS,
    "ye": AgeUnit.YEARS,
    "yr": AgeUnit.YEARS,
    "mo": AgeUnit.MONTHS,
    "se": AgeUnit.WEEKS,
    "we": AgeUnit.WEEKS,
    "jo": AgeUnit.DAYS,
    "da": AgeUnit.DAYS,
}
_OLDEST: Final = {AgeUnit.YEARS: 120, AgeUnit.MONTHS: 240, AgeUnit.WEEKS: 500, AgeUnit.DAYS: 1000}
_SEXES: Final = {word: Sex(sex) for sex, known in groups("sex").items() for word in known}
_NOT_AN_AGE: Final = (
    r"(?![ \xa0]*(?:d[e'’][ ]?(?:évolution|tabagisme|suivi|diabète|traitement|vie)|auparavant|plus"
    r"|avant|après|depuis|environ avant|/|-?paquets?|paquet|ago|before|earlier|later|history|of))"
)
_FR_NOUN: Final = re.compile(
    rf"""
    (?<![\w’'-])(?:(?:jeune|vieil|vieille)[ ])?
    (?P<noun>homme|femme|monsieur|dame|garçonnet|garçon|fillette|fille|patiente?|enfant
      |nourrisson|nouveau-née?|malade|sujet|adolescente?|gestante|primipare)
    (?P<sexed>[ ]de[ ]sexe[ ](?:masculin|féminin))?
    (?:[ ](?!de[ ]\d|âgé|depuis|avec|ayant|qui|dont|chez|opéré|traité|suivi|fume)[a-zà-ÿœ-]+){{0,2}}
    (?P<sexed2>[ ]de[ ]sexe[ ](?:masculin|féminin))?
    ,?[ \xa0](?:(?:est|était)[ ])?(?:(?:d['’])?âgée?[ ](?:de[ ])?|de[ ])?
    (?P<value>\d{{1,3}})[ \xa0\u202f](?P<unit>ans?|mois|semaines?|jours?)\b{_NOT_AN_AGE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EN_NOUN: Final = re.compile(
    r"""
    \b(?P<value>\d{1,3})[ -](?P<unit>years?|yrs?|months?|weeks?|days?)[ -]old
    (?:,?[ ](?!with\b|who\b|had\b|presented\b|his\b|her\b)[a-z-]+){0,3}?
    [ ](?P<noun>man|woman|gentleman|lady|male|female|boy|girl|patient|infant|child|neonate|baby)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TITLED: Final = re.compile(
    rf"""
    (?<![\w’'-])(?P<noun>Monsieur|Madame|Mademoiselle|Mlle|Mme|M\.|Mrs|Mr|Ms|Miss)\.?[ \xa0]
    [A-ZÀ-ÖØ-ÞŒ][\w’'.-]*(?:[ ](?:[A-ZÀ-ÖØ-ÞŒ][\w’'.-]*|de|du|des|le|la|van|von)){{0,5}}
    (?:,?[ ](?:né|née|born)[ ][^.\n(]{{0,60}})?
    ,?[ \xa0]?\(?(?:(?:âgée?[ ]de|aged)[ ])?
    (?P<value>\d{{1,3}})[ \xa0\u202f-]
    (?P<unit>ans?|mois|semaines|years?(?:[ -]old)?|months?(?:[ -]old)?)\b{_NOT_AN_AGE}
    """,
    re.VERBOSE,
)
_EN_AFTER: Final = re.compile(
    rf"""
    \b(?P<noun>man|woman|gentleman|lady|male|female|boy|girl|patient)
    (?:[ ](?:was|is))?,?[ ](?:aged[ ]|of[ ])?(?:(?:a|an)[ ])?
    (?P<value>\d{{1,3}})(?:[ -](?P<unit>years?|yrs?|months?|weeks?)(?:[ -](?:old|of[ ]age))?)
    \b{_NOT_AN_AGE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEX_ALONE: Final = {
    Lang.FR: re.compile(
        r"\bpatiente?[ ]de[ ]sexe[ ](?P<sexed>masculin|féminin)\b"
        r"|(?:\A(?:une?[ ])?|\bpatiente?[ ](?:est|était)[ ]une?[ ]|\bil s['’]agit d['’]une?[ ])"
        r"(?P<noun>homme|femme)\b"
        r"|\bpatiente?[ \xa0]?:[ \xa0](?P<title>M\.|Mr|Monsieur|Mme|Madame|Mlle)(?![\w’'])",
        re.IGNORECASE,
    ),
    Lang.EN: re.compile(
        r"\b(?P<sexed>male|female)[ ]patient\b"
        r"|(?:\Aan?[ ]|\bpatient[ ](?:is|was)[ ]an?[ ])(?P<noun>man|woman)\b"
        r"|\bpatient:[ ](?P<title>Mrs|Mr|Ms|Miss)\b",
        re.IGNORECASE,
    ),
}
_SHAPES: Final = {Lang.FR: (_FR_NOUN, _TITLED), Lang.EN: (_EN_NOUN, _EN_AFTER, _TITLED)}
_KIN: Final = re.compile(
    r"""
    (?:\b(?:mère|père|frère|s(?:œ|oe)ur|fils|tante|oncle|cousine?|mari|époux|épouse|conjointe?
    |grand-mère|grand-père|sa|son|ses|leur|leurs|deux|trois|quatre|une[ ]de[ ]ses|un[ ]de[ ]ses
    |mother|father|brother|sister|son|daughter|husband|wife|his|her|their|two|three|donor|donneur
    |donneuse),?[ ](?:d['’]une?[ ]|une?[ ]|de[ ]|of[ ]an?[ ]|an?[ ])?)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FEMININE: Final = {
    Lang.FR: re.compile(
        r"\b(?:(?:la|cette|une|notre)[ ]patiente|enceinte|gestante|ménopaus|préménopaus|utérus"
        r"|utérine?|ovaires?|ovarien|gravide|grossesses?|G\d[PA]\d)",
        re.IGNORECASE,
    ),
    Lang.EN: re.compile(r"\b(?:she|her|pregnan|menopaus|uterus|ovar)", re.IGNORECASE),
}
_MASCULINE: Final = {
    Lang.FR: re.compile(
        r"\b(?:(?:le|ce|un|notre)[ ]patient|prostat|testicul|scrot|pénis)\b|\bprostat|\btesticul",
        re.IGNORECASE,
    ),
    Lang.EN: re.compile(r"\b(?:he|his|him|prostat|testic)", re.IGNORECASE),
}
_AGAINST: Final = {
    (Sex.MALE, Lang.FR): re.compile(
        r"\b(?:la|cette|notre|une|de[ ]la)[ ]patiente\b|(?<=[.\n] )Patiente\b", re.IGNORECASE
    ),
    (Sex.FEMALE, Lang.FR): re.compile(
        r"\b(?:le|ce|notre|un|du|au)[ ]patient\b|(?<=[.\n] )Patient\b", re.IGNORECASE
    ),
    (Sex.MALE, Lang.EN): re.compile(r"\b(?:she|her|herself|this woman)\b", re.IGNORECASE),
    (Sex.FEMALE, Lang.EN): re.compile(r"\b(?:he|his|him|himself|this man)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Person:
    """What the opening sentences say of the patient; each with the range it was read in."""

    sex: Sex = Sex.UNKNOWN
    sex_source: Source | None = None
    age: Age | None = None


def person(opening: Sequence[Passage], every: Sequence[Passage]) -> Person:
    """Return the sex and age that the opening says, nothing where it leaves them open."""
    introductions = [pair for passage in opening[:3] for pair in _introductions(passage)]
    if not introductions:
        return _sex_alone(opening)
    passage, found = introductions[0]
    sex = _sex(found)
    if sex is Sex.UNKNOWN and found["noun"].casefold() in {"patient", "patiente"}:
        sex = _grammatical(found["noun"], every)
    if any(_sex(other) not in {sex, Sex.UNKNOWN} for _, other in introductions[1:]):
        sex = Sex.UNKNOWN  # a man and a woman of some age: which one is the patient is not said
    source = passage.source(*found.span())
    age = _age(found, source)
    return Person(sex, source if sex is not Sex.UNKNOWN else None, age)


def contradictions(sex: Sex, passages: Sequence[Passage]) -> tuple[Notice, ...]:
    """Return a notice for each place whose grammar says the other sex; the text stays."""
    return tuple(
        Notice(
            "sex-contradiction",
            f"{passage.path}[{found.start()}:{found.end()}]",
            f"these words say another sex than `patient.sex` ({sex}). Correct whichever is wrong.",
            "ces mots disent un autre sexe que `patient.sex` "
            f"({sex}). Corrigez celui des deux qui est faux.",
        )
        for passage in passages
        for pattern in [_AGAINST.get((sex, passage.lang))]
        if pattern is not None
        for found in pattern.finditer(passage.text)
    )


def _introductions(passage: Passage) -> Iterator[tuple[Passage, re.Match[str]]]:
    shapes = _SHAPES[passage.lang]
    found = [m for shape in shapes for m in shape.finditer(passage.text, 0, _WHERE)]
    for match in sorted(found, key=lambda m: m.start()):
        if not _KIN.search(passage.text[max(0, match.start() - 40) : match.start()]):
            yield passage, match


def _sex(found: re.Match[str]) -> Sex:
    groups = found.groupdict()
    said = (groups.get("sexed") or groups.get("sexed2") or groups["noun"]).casefold().split()[-1]
    before = found.string[max(0, found.start() - 12) : found.end()].casefold()
    if "female" in before.split():
        return Sex.FEMALE
    if "male" in before.split():
        return Sex.MALE
    return _SEXES.get(said, Sex.UNKNOWN)


def _grammatical(noun: str, every: Sequence[Passage]) -> Sex:
    """Return the sex that « patient » or « patiente » says, unless anything speaks against it."""
    sex = Sex.FEMALE if noun.casefold().endswith("e") else Sex.MALE
    other = _MASCULINE if sex is Sex.FEMALE else _FEMININE
    same = _FEMININE if sex is Sex.FEMALE else _MASCULINE
    against = any(other[passage.lang].search(passage.text) for passage in every)
    support = any(same[passage.lang].search(passage.text) for passage in every)
    return sex if support and not against else Sex.UNKNOWN


def _sex_alone(opening: Sequence[Passage]) -> Person:
    for passage in opening[:3]:
        found = _SEX_ALONE[passage.lang].search(passage.text, 0, _WHERE)
        if found:
            said = (found["sexed"] or found["noun"] or found["title"]).casefold()
            return Person(_SEXES[said], passage.source(*found.span()))
    return Person()


def _age(found: re.Match[str], source: Source) -> Age | None:
    unit = _UNITS[found["unit"].casefold()[:2]]
    value = int(found["value"])
    if value > _OLDEST[unit]:
        return None
    return Age(value=value, unit=unit, status=FactStatus.SUGGESTED, source=source)
