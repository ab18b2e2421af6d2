"""Stages, classes and grades, whose numerals are Roman in one text and Arabic in the other."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.fact import Fact, Kind

_NAME: Final = re.compile(
    r"\b(?:sta[dg]es?|grades?|class(?:es?)?|types?|phases?|segments?|nyha|group(?:es?|s)?|niveaux?"
    r"|levels?|fact(?:eu|o)rs?|clark|bismuth|figo|asa|zones?|oms|who|nerfs?|nerves?) "
)
_RANK: Final = re.compile(
    r"""
    (?:(?:NYHA|FIGO|OMS|WHO|AJCC)[ ])?\(?
    (?P<one>[IVX]{1,4}|[0-9])(?P<letter>[A-Da-d]|[ ][A-D])?(?!\w)
    (?:(?:[ ]?[-/,][ ]?|[ ](?:et|ou|and|or|a|to)[ ])
      (?P<two>[IVX]{1,4}|[0-9])(?P<also>[A-Da-d])?(?!\w))?
    """,
    re.VERBOSE,
)
_ROMAN: Final = re.compile(r"(?<![\w-])(?:I{2,3}|VI{1,3}|IX|XI{1,2})(?!\w)")
_TNM: Final = re.compile(
    r"\b(?:y?[cp]|[cpyr])?T(?:is|[0-4X])[a-d]?[ ]?N[0-3X][a-c]?(?:[ ]?M[01X][a-c]?)?"
)
_DEGREE: Final = re.compile(r"\b(?:(haut|bas|high|low)[ -]grade)\b", re.IGNORECASE)
_DEGREES: Final = {"haut": "high", "bas": "low"}
_SIGNS: Final = {"I": 1, "V": 5, "X": 10}


def ranked(text: str) -> Iterator[Fact]:
    """Yield Roman numerals as numbers, letters of stages, TNM prefixes, high and low grades."""
    spans: list[int] = []
    for name in _NAME.finditer(text.lower()):
        found = _RANK.match(text, name.end())
        if found is None:
            continue
        for numeral, letter in (("one", "letter"), ("two", "also")):
            if found[numeral] and not found[numeral].isdigit():
                spans.append(found.start(numeral))
                yield _numeral(found, numeral, sure=True)
            if found[letter]:
                value = f"stage {found[letter].strip().lower()}"
                yield Fact(Kind.STAGE, (value,), *found.span(letter))
    for found in _ROMAN.finditer(text):
        if found.start() not in spans:
            yield _numeral(found, 0, sure=False)
    for found in _TNM.finditer(text):
        letters = "".join(char for char in found[0] if char.isalpha())
        yield Fact(Kind.STAGE, (letters,), *found.span())
    for found in _DEGREE.finditer(text):
        degree = found[1].lower()
        yield Fact(Kind.GRADE, (_DEGREES.get(degree, degree),), *found.span())


def _numeral(found: re.Match[str], group: str | int, *, sure: bool) -> Fact:
    return Fact(Kind.STAGE, (str(_arabic(found[group])),), *found.span(group), sure)


def _arabic(roman: str) -> int:
    """Return the number that a Roman numeral says.

    >>> _arabic("IV"), _arabic("XII")
    (4, 12)
    """
    numbers = [_SIGNS[sign] for sign in roman]
    pairs = zip(numbers, (*numbers[1:], 0), strict=True)
    return sum(-one if one < after else one for one, after in pairs)
