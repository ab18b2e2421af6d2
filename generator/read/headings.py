"""Know the headings of a clinical narrative, in the many ways they are written.

A heading is a line of known words, whatever their capitals, accents, article, number or colon:
« L’ÉVOLUTION : » is « Évolution ». The first word that says what follows decides the kind; the
others only qualify it. In a text whose headings bear colons, so do the words before the first
colon of a line (« Antécédents : HTA »).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anonymizer.fold import fold

from generator.case.terms import SectionKind
from generator.read.words import groups

_WORDS: Final = groups("headings")
STANDARD: Final = frozenset(_WORDS["standard"])
_KINDS: Final = {word: kind for kind in SectionKind for word in _WORDS[kind]}
_KNOWN: Final = frozenset((*_KINDS, *_WORDS["qualifying"]))
_WIDTH: Final = 80
_MOST_WORDS: Final = 8
_MARKS: Final = re.compile(r"^[ \t\xa0>#*_\"“”«]+|[ \t\xa0\u202f:.#*_\"“”»\-–—]+$")
_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)\-–] *")
_ARTICLE: Final = re.compile(r"(?:les? |la |l'|the )")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINT: Final = re.compile(r"[ ',&/()-]*")
_INLINE: Final = re.compile(r"[ \t>#*_\"“«]*([^:\n]{2,60}?)[ \xa0\u202f]*:[*_]*[ \xa0]*(?=\S)")
_BULLETS: Final = ("- ", "• ", "+ ", "* ", "– ")
_SENTENCE: Final = 3  # words: a full stop after more of them ends a sentence, not a heading
_NEVER_INLINE: Final = frozenset(_WORDS["never_inline"])
_OVERVIEW: Final = ("resume", "summary")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found in a line: its kind, its words, and where in the line the text begins."""

    kind: SectionKind
    words: str
    rest: int
    colon: bool

    @property
    def standard(self) -> bool:
        """Tell whether these are the usual words for this kind of section."""
        return bare(self.words) in STANDARD


def bare(words: str) -> str:
    """Return a heading without case, accents, article, number, marks and colon.

    >>> bare("2. L’ÉVOLUTION :")
    'evolution'
    """
    plain = " ".join(fold(_MARKS.sub("", words)).split())
    return _ARTICLE.sub("", _NUMBER.sub("", plain, count=1), count=1).strip()


def alone(line: str) -> Heading | None:
    """Return the heading that fills ``line``, None where the line is anything else."""
    if not 1 < len(line) <= _WIDTH or line.lstrip().startswith(_BULLETS):
        return None
    plain = bare(line)
    stopped = line.rstrip().endswith(".") and len(plain.split()) > _SENTENCE
    kind = None if stopped else _kind(plain)
    if kind is None:
        return None
    return Heading(kind, _MARKS.sub("", line), len(line), line.rstrip(" *_").endswith(":"))


def inline(line: str) -> Heading | None:
    """Return the heading before the first colon of ``line``, with text after it."""
    found = _INLINE.match(line)
    if not found or line.lstrip().startswith(_BULLETS):
        return None
    plain = bare(found[1])
    kind = None if plain in _NEVER_INLINE else _kind(plain)
    return (
        None if kind is None else Heading(kind, _MARKS.sub("", found[1]), found.end(), colon=True)
    )


@lru_cache(maxsize=4096)
def _kind(plain: str) -> SectionKind | None:
    words = _WORD.findall(plain)
    if not 0 < len(words) <= _MOST_WORDS or _JOINT.sub("", _WORD.sub("", plain)):
        return None
    naming = [word for word in words if word in _KINDS]
    if not naming or not _KNOWN.issuperset(words):
        return None
    if naming[0] in _OVERVIEW and len(naming) > 1:
        naming = naming[1:]  # « Résumé des examens complémentaires »
    return _qualified(_KINDS[naming[0]], naming[0], frozenset(words))


def _qualified(kind: SectionKind, first: str, words: frozenset[str]) -> SectionKind:
    """Return the kind that the other words of a heading make of its first."""
    if "evolutif" in words:
        return SectionKind.OUTCOME
    if kind is SectionKind.TREATMENT and words.intersection(_WORDS["of_home"]):
        return SectionKind.HISTORY  # « Traitement habituel »
    if kind not in {SectionKind.EXAMINATION, SectionKind.INVESTIGATIONS}:
        return kind
    if words.intersection(_WORDS["of_tests"]):
        return SectionKind.INVESTIGATIONS
    of_body = first.startswith(("exam", "explor", "finding"))
    if of_body and words.intersection(_WORDS["of_body"]):
        return SectionKind.EXAMINATION
    return kind
