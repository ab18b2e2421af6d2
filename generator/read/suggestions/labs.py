"""Suggest laboratory results of the plainest shape: « Na 133 mmol/L ».

Analyte, value exactly as written, unit. Without one of the three there is no suggestion, and
nothing is filled in: no date, no range, no flag.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from generator.case.clinical import Lab
from generator.case.terms import Comparator, FactStatus, SectionKind
from generator.read.suggestions.passage import MOST, Passage, term
from generator.read.words import groups

_WORD: Final = 4  # letters: shorter names are known as they are written only
_NAMES: Final = "|".join(
    f"(?i:{re.escape(name)})" if name[:_WORD].islower() and len(name) >= _WORD else re.escape(name)
    for name in sorted(chain.from_iterable(groups("analytes").values()), key=lambda n: (-len(n), n))
)
_UNITS: Final = (
    r"(?:[mµμnpfk]?g|[mµμnp]?mol|[kmµμ]?(?:UI|IU|U|mU)|mEq|Eq|µkat)[ ]?/[ ]?"
    r"(?:[dmc]?[lL]|100[ ]?m[lL])"
    r"|(?:/|x[ ]?10[⁹^]?9?/)(?:mm3|mm³|µL|μL|[lL])|G/[lL]|fL|mm/h|%(?=[ .,;)]|$)"
)
_LAB: Final = re.compile(
    rf"""
    (?<![\w’'/.-])(?P<analyte>{_NAMES})
    (?:[ ]\((?P<other>[A-Za-z0-9-]{{2,6}})\))?
    [ \xa0\u202f]*(?:[:=]|(?:était[ ])?(?:de|à)|of|was|is)?[ \xa0\u202f]*
    (?P<comparator>[<>≤≥])?[ \xa0\u202f]?
    (?P<value>\d{{1,3}}(?:[ \xa0\u202f]\d{{3}})+(?![\d.,])|\d+(?:[.,]\d+)?)
    [ \xa0\u202f]?(?P<unit>{_UNITS})(?![\w/])
    """,
    re.VERBOSE,
)
_OTHER_SPECIMEN: Final = re.compile(
    r"\b(?:urin\w*|lcr|csf|cephalorach\w*|cerebrospinal|pleura\w*|ascit\w*|peritone\w*|liquide|fluid"
    r"|articulaire|24[ ]?h|selles|stools?|sediment|gazometrie|veineux|arteriel\w*|valeurs?"
    r"|reference)\b"
)
_REACH: Final = 400  # characters around a result in which its specimen may be said
_SECTIONS: Final = (SectionKind.INVESTIGATIONS, SectionKind.OTHER)


def labs(passages: Sequence[Passage]) -> tuple[Lab, ...]:
    """Return the results that investigations state with analyte, value and unit.

    A sentence that speaks of urine, of another fluid or of reference values makes none: whose
    value it gives cannot be told safely.
    """
    asked = (passage for passage in passages if passage.kind in _SECTIONS)
    return tuple(islice((lab for passage in asked for lab in _labs(passage)), MOST))


def _labs(passage: Passage) -> Iterator[Lab]:
    for found in _LAB.finditer(passage.text):
        start, end = passage.sentence(found.start())
        if _OTHER_SPECIMEN.search(_around(passage, found, start, end)):
            continue
        yield Lab(
            status=FactStatus.SUGGESTED,
            source=passage.source(*found.span()),
            analyte=term(found["analyte"], passage.lang),
            comparator=Comparator(found["comparator"]) if found["comparator"] else None,
            value=found["value"],
            unit=found["unit"],
        )


def _around(passage: Passage, found: re.Match[str], start: int, end: int) -> str:
    """Return the words that may say whose fluid a value is of: since the last stop or semicolon."""
    text = passage.text
    start, end = max(start, found.start() - _REACH), min(end, found.end() + _REACH)
    left = max(start, text.rfind(";", start, found.start()) + 1)
    right = text.find(",", found.end(), end)
    return passage.folded(left, end if right < 0 else right)
