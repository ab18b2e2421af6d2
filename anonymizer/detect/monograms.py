"""Find people by their initials alone, where the text names who bears them: « E.K. », "T.d.A.".

Layout: two to four letters with their points, each the first of a word of one person's name; an
abbreviation of the lexicon (I.V., M.D., E.C.G.) is none. Source: notes that name a person once and
go on by initials, or are signed so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from anonymizer.detect.words import BLANK, HYPHEN, LETTER, UPPER, folded
from anonymizer.lexicon import words
from anonymizer.phi import PEOPLE, Phi
from anonymizer.spans import Span

_MONOGRAM = re.compile(
    rf"(?<![{LETTER}\d.{HYPHEN}])[{UPPER}]\.(?:[{BLANK}{HYPHEN}]?[{UPPER}a-z]\.){{1,3}}(?![{LETTER}])"
)
_WORD = re.compile(rf"[{LETTER}]+")
_NEAR = 2  # signs between two parts of one name: « KERVADEC, Claire »
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a text names: the first letters of the words of the name, and the category."""

    letters: frozenset[str]
    category: Phi


def named(text: str, spans: Sequence[Span]) -> Iterator[Person]:
    """Yield who ``spans`` name by two words or more."""
    parts = sorted(span for span in spans if span.category in PEOPLE)
    breaks = [i for i, (a, b) in enumerate(pairwise(parts), 1) if b.start - a.end > _NEAR]
    for first, end in pairwise((0, *breaks, len(parts))):
        for name in (parts[first:end],) if first < end else ():
            written = _WORD.findall(text[name[0].start : name[-1].end])
            if len(written) > 1:
                letters = frozenset(folded(word[0]) for word in written)
                yield Person(letters, name[0].category)


def monograms(text: str, persons: Sequence[Person]) -> Iterator[Span]:
    """Yield the initials of ``persons`` that stand alone in a text."""
    for found in _MONOGRAM.finditer(text) if persons else ():
        letters = folded("".join(_WORD.findall(found[0])))
        if any(letters in words(name) for name in ("acronyms", "titles", "pointed")):
            continue
        whose = next((p.category for p in persons if p.letters.issuperset(letters)), None)
        if whose:
            yield Span(*found.span(), whose, "", _SURE)
