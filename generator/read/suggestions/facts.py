"""Suggest performance status, and the diagnosis with its stage and grade where plainly stated."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.case.clinical import Diagnosis, Grade, Performance, Stage
from generator.case.terms import Certainty, FactStatus, SectionKind
from generator.read.suggestions.passage import Passage, holds_no_identifier, term

_PERFORMANCE: Final = re.compile(
    r"""
    \b(?P<scale>Karnofsky|KPS|IK|ECOG(?:[ -]PS)?|ECOG/OMS|PS|OMS|WHO[ ]PS)
    (?:[ ](?:performance[ ]status|status|score|PS|index|scale))?
    [ \xa0\u202f]*(?:[:=(]|à|de|était[ ](?:de|à)|est[ ](?:de|à)|of|at|is|was)?[ \xa0\u202f]*
    (?P<value>\d{1,3}(?:[ ]?[-–][ ]?\d{1,3})?)[ \xa0\u202f]*(?P<unit>%)?
    (?![\d.,]*\d|[ ]?(?:/|mg|g\b|cm|mm|ans|mois|classification))
    """,
    re.VERBOSE,
)
_HUNDRED: Final = ("Karnofsky", "KPS", "IK")
_STAGE: Final = re.compile(
    r"""\b[Ss](?:tade|tage)(?:[ ](?:clinique|pathologique|clinical|pathological|FIGO|TNM|AJCC))*
    [ ](?P<value>(?:IV|III|II|I|[0-4])(?:[ -]?[A-D][1-3]?|[a-d][1-3]?)?)
    (?![\w'’]|[.,]\d|[ ]?[-–/][ ]?[IV\d])""",
    re.VERBOSE,
)
_TNM: Final = re.compile(
    r"\b(?:[cpyrma]{0,3}T(?:is|x|X|\d)[a-e]?(?:-\d[a-e]?)?(?:\(m\))?[ ,]{0,2}"
    r"(?:[cp]?N(?:x|X|\d)[a-c]?(?:\(\d+/\d+\))?(?:[ ,]{0,2}[cp]?M(?:x|X|\d)[a-d]?)?))(?!\w)"
)
_GRADE: Final = re.compile(
    r"\bgrade(?:[ ](?:histologique|nucléaire|histological|nuclear))?[ ]"
    r"(?P<value>(?:IV|III|II|I|[1-4])(?:[ ]?[-–][ ]?(?:IV|III|II|I|[1-4]))?)(?![\w.])",
    re.IGNORECASE,
)
_TOXIC: Final = re.compile(r"toxic|mucosit|mucit|neutrop|anémie|anaemia|diarrh|nausée|emesis")
_UNSURE: Final = re.compile(
    r"""\b(?:suspicion|suspect\w*|probables?|probablement|possibles?|éventuel\w*|hypothèse|peut-être
    |compatibles?|évoca\w+|évoqu\w+|suggestif|suggér\w+|exclu\w*|écart\w+|sans|pas|aucune?|non
    |versus|vs|différentiel\w*|likely|probable|possible|possibly|suggestive|consistent|rule[ds]?
    |excluded|no|not|without|differential|query|voir|section|décrit\w*)\b|\?|[À(]?[ÀA] décrire""",
    re.VERBOSE | re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"""\b(?:a|ont|est|sont|était|étaient|été|avait|montre\w*|montré\w*|confirm\w+|révél\w+|diagnosti
    qu\w+|consider\w*|considér\w+|conclu\w*|présent\w+|pu|doit|il|elle|nous|on|has|have|was|were|is
    |are|showed|shows|revealed|confirmed|we|he|she|the[ ]patient)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_DIAGNOSIS: Final = re.compile(
    r"""(?:stade|stage|grade|ki-?67|matériel|selon|initiale?|actuel|résection|exérèse|biops\w+
    |\w+ectomie|EGFR|HER|mutation|traitement|enceinte|pregnan\w+|compte[ ]tenu|progression[ ]vers
    |according|resection|excision|\w+ectomy|treatment|given|based)\b|[^\n(]{2,24}[ ]:""",
    re.VERBOSE | re.IGNORECASE,
)
_BULLET: Final = re.compile(r"^(?:\\?[-+*•–]|\d{1,2}\\?[.)])[ ]+")
_TAIL: Final = re.compile(r"(?:[\s,;:(–-]|\bde|\bof|\bd['’]|\bwith|\ben|\bau)+$", re.IGNORECASE)
_LABEL: Final = (4, 160)  # characters
_MOST: Final = 6


def performances(passages: Sequence[Passage]) -> tuple[Performance, ...]:
    """Return each Karnofsky or ECOG status that a section states with its value."""
    found = {
        (passage.path, match["scale"], match["value"]): (passage, match)
        for passage in passages
        for match in reversed(tuple(_PERFORMANCE.finditer(passage.text)))
        if _plausible(match["scale"], match["value"])
    }
    first = sorted(found.values(), key=lambda pair: (pair[0].path, pair[1].start()))
    return tuple(
        Performance(
            status=FactStatus.SUGGESTED,
            source=passage.source(match.start(), match.start() + len(match.group().rstrip())),
            scale=match["scale"],
            value=match["value"],
            unit=match["unit"],
        )
        for passage, match in first
    )


def _plausible(scale: str, value: str) -> bool:
    numbers = [int(number) for number in re.findall(r"\d+", value)]
    if scale in _HUNDRED:
        return all(number % 10 == 0 and 0 < number <= 100 for number in numbers)  # noqa: PLR2004
    return all(number <= 5 for number in numbers)  # noqa: PLR2004 - ECOG 5 is death


def diagnoses(passages: Sequence[Passage]) -> tuple[Diagnosis, ...]:
    """Return the diagnoses that the section of that name states in lines without a verb.

    A doubtful, negated or dated line makes none, nor does one that holds an identifier: a
    clinical term leaves exactly as it was written.
    """
    found: list[Diagnosis] = []
    for passage in passages:
        if passage.kind is SectionKind.DIAGNOSIS:
            found += _diagnoses(passage)
    return tuple(found[:_MOST])


def _diagnoses(passage: Passage) -> Iterator[Diagnosis]:
    for start, end in passage.sentences():
        bullet = _BULLET.match(passage.text[start:end])
        begin = start + (bullet.end() if bullet else 0)
        line = passage.text[begin:end].rstrip(" .;")
        if not _states(line, passage):
            return  # what follows explains, and is no list of diagnoses any more
        made = _diagnosis(passage, begin, line)
        if made:
            yield made


def _states(line: str, passage: Passage) -> bool:
    """Tell whether a line names a diagnosis and says nothing else."""
    shortest, longest = _LABEL
    if not shortest <= len(line) <= longest or "\n" in line or not line[0].isalpha():
        return False
    if _NO_DIAGNOSIS.match(line) or _VERB.search(line) or _UNSURE.search(line):
        return False
    return holds_no_identifier(line, passage.lang)


def _diagnosis(passage: Passage, begin: int, line: str) -> Diagnosis | None:
    stage = _STAGE.search(line)
    # the grade of a toxicity is another scale than that of a tumour
    grade = None if _TOXIC.search(line.casefold()) else _GRADE.search(line)
    tnm = _TNM.search(line) if stage else None  # a formula without a stage stays in the label
    parts = [found.start() for found in (stage, tnm, grade) if found]
    label = _TAIL.sub("", line[: min(parts)]) if parts else line
    shortest, _ = _LABEL
    if len(label) < shortest or label.count("(") != label.count(")"):
        label = line
    return Diagnosis(
        status=FactStatus.SUGGESTED,
        source=passage.source(begin, begin + len(line)),
        label=term(label, passage.lang),
        certainty=Certainty.CONFIRMED,
        stage=Stage(value=stage["value"], tnm=tnm.group() if tnm else None) if stage else None,
        grade=Grade(value=grade["value"]) if grade else None,
    )
