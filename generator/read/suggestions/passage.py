"""A section of the narrative as suggestions read it, and how they say where they were read."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator.case.terms import SectionKind
from generator.case.text import Source, Term, Text

_END: Final = re.compile(
    r"""
    \n[ \t]*\n\s*                                            # a paragraph ends
    | (?<=[.!?…])["»)\]]*[ \xa0\n]+(?=["«(\[]?[A-ZÀ-ÖØ-ÞŒ0-9<>-])  # a sentence ends
    """,
    re.VERBOSE,
)
MOST: Final = 300  # suggestions of one kind: as many rows as a table of a report holds
_REACH: Final = 400  # characters: no sentence says anything of a word further off
_SHORTENED: Final = re.compile(
    r"(?:\b(?:dr|drs|pr|prof|mm?|mme|mlle|mr|mrs|ms|st|ste|no|vs|cf|env|approx|fig|réf|ref|tél|"
    r"tel|art|vol|ex|max|min|janv|févr?|avr|juil|sept?|oct|nov|déc|jan|feb|mar|apr|aug|dec|b|j)"
    r"|\b[a-z]\.[a-z]|(?:^|[\s(])(?:\d{1,2}\\?|[A-Z]))\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one section, with its path in the case and the ranges of its sentences."""

    path: str
    text: str = field(repr=False)
    lang: Lang
    kind: SectionKind
    starts: tuple[int, ...] = field(repr=False)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the half-open range of the sentence that holds ``position``."""
        number = bisect_right(self.starts, position) - 1
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        start = self.starts[number]
        return start, start + len(self.text[start:end].rstrip())

    def said(self, position: int) -> str:
        """Return the sentence around ``position``, folded, so far as it may bear on it."""
        start, end = self.sentence(position)
        return self.folded(max(start, position - _REACH), min(end, position + _REACH))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the sentences in their order."""
        return (self.sentence(start) for start in self.starts)

    def source(self, start: int, end: int) -> Source:
        """Return ``[start, end)`` of this passage as the source of a suggestion."""
        return Source(passage=self.path, start=start, end=end)

    def words(self, start: int, end: int) -> Text:
        """Return a range of this passage as text of its language."""
        return text(self.text[start:end], self.lang)

    def folded(self, start: int, end: int) -> str:
        """Return a range of this passage without case and accents, for comparing."""
        return fold(self.text[start:end])


def passage(path: str, text: str, lang: Lang, kind: SectionKind) -> Passage:
    """Return ``text`` divided into sentences.

    Shortened words (Dr., janv., p. ex.), numbers and initials end no sentence.
    """
    starts = [0]
    for found in _END.finditer(text):
        line = text[max(starts[-1], found.start() - 12) : found.start()]
        if "\n\n" in found.group().replace(" ", "") or not _SHORTENED.search(line):
            starts.append(found.end())
    return Passage(path, text, lang, kind, tuple(starts))


def holds_no_identifier(words: str, lang: Lang) -> bool:
    """Tell whether ``words`` may become a clinical term, which leaves exactly as it was written."""
    from anonymizer.detect import detect  # noqa: PLC0415 - heavy, and no case file needs it
    from anonymizer.passage import passage as searched  # noqa: PLC0415 - likewise

    return not detect(searched(words, lang))


def text(words: str, lang: Lang) -> Text:
    """Return ``words`` as free text of one language."""
    return Text(fr=words) if lang is Lang.FR else Text(en=words)


def term(words: str, lang: Lang) -> Term:
    """Return ``words`` as a clinical term of one language."""
    return Term(fr=words) if lang is Lang.FR else Term(en=words)
