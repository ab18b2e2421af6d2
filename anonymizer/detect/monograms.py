"""Find people by their initials alone, where the text names who bears them: « E.K. », "T.d.A.".

Layout: two letters or more with their points, each the first of a word of one person's name; an
abbreviation of the lexicon (I.V., M.D., E.C.G.) only as all the initials of a name and where a
person stands (a subject, the end of a line). Letters without points stand behind a subject's
number or before « = » and the name; letters set apart spell a name. Source: notes that name a
person once and go on by initials, or are signed so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from anonymizer.detect.initials import initials, is_siglum
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    scan,
)
from anonymizer.lexicon import words
from anonymizer.passage import Passage
from anonymizer.phi import PEOPLE, Lang, Part, Phi
from anonymizer.spans import Span, in_order

_POINTED = rf"[{UPPER}](?<![{LETTER}\d.{HYPHEN}].)\.(?:[{BLANK}{HYPHEN}]?[{UPPER}a-z]\.){{1,6}}"
_MONOGRAM = re.compile(rf"{_POINTED}(?![{LETTER}])")
_NICKNAME = re.compile(  # Maureen "M.B." Colquhoun
    rf"(?P<given>{WORD})[{BLANK}][\"“«][{BLANK}]?(?P<initials>{_POINTED})[{BLANK}]?[\"”»][{BLANK}]"
    rf"(?P<family>(?:[a-z]{{1,3}}[{BLANK}{APOSTROPHE}])*{WORD})"
)
_SUBJECT = re.compile(  # « Sujet 6059-62 / IB / », "SUBJECT 114-766 (HD)"
    rf"[Ss](?:ujet|ubject|UBJECT|UJET)[{BLANK}][\w-]{{4,16}}[{BLANK}](?:/[{BLANK}]|\()"
    r"(?P<initials>[A-Z][A-Za-z]{0,3}[A-Z])(?=[)]|[ ]/)"
)
_LABELLED = re.compile(  # « initiales N-A-K », "Initials: R-G"
    r"[Ii](?<!\w.)(?:nitiale?s|NITIALE?S)[ ]?:?[ ](?P<initials>[A-Z][A-Z.-]{1,5})(?![\w-])"
)
_SIGNED = re.compile(r"\n\n(?P<initials>[A-Z]{2,3})(?=[ ]*(?:\n\n|\s*\Z))")  # alone on a line
_TITLE_BEFORE = re.compile(r"\b(?:M|M[rs]|Mrs|Miss|Mme|Mlle|Dr|Pr)\.? {1,3}\Z")
_SHORTENED = re.compile(  # « M. K. ; », "Mr B. was"
    rf"[DMP](?<!\w.)(?:\.|r\.?|me|lle|rs\.?|s\.?)[{BLANK}](?P<initial>[{UPPER}])\.(?![{LETTER}])"
    rf"(?![{BLANK}]?[{UPPER}])"
)
_EQUAL = re.compile(r"(?P<initials>[A-Z](?<!\w.)[A-Za-z]{0,3}[A-Z])(?=[ ]=[ ][A-Z])")
_SPACED = re.compile(  # « M ' B A R E K », without « M. » before it
    rf"[{UPPER}](?<![{LETTER}\d].)(?<!M(?=\.))"
    rf"(?:(?:[ ]?[{APOSTROPHE}{HYPHEN}.])?[ ]{{1,3}}[{UPPER}](?!\w)){{1,40}}"
)
_INITIALLED = re.compile(  # "J. May" behind who did it, a label or a title
    rf"[{UPPER}](?<!\w.)\.(?:[ {HYPHEN}]?[{UPPER}a-z]\.){{0,2}}[ ](?P<word>{WORD})"
)
_ANNOUNCED_BEFORE = re.compile(
    r"(?:\b(?:par|by|under|per|selon|signée?|Dr|Pr|M[rs]|Mrs|Mme|Mlle)\.?|[A-Za-zé] ?:|\|) \Z|\(\Z"
)
_WORD = re.compile(rf"[{LETTER}]+")
_PLACED_BEFORE = re.compile(r"(?:\A|\n|[.:,;!?–—-][ ]|[\"“«(])[ ]?\Z")
_VERB_AFTER = re.compile(
    rf"['’]s\b|[{BLANK}](?:a|avait|est|était|has|had|is|was|will|reports|denies)\b"
)
_CLOSED_AFTER = re.compile(rf"[{BLANK}]*(?:\n|\Z|[\"”»)/])")
_NEAR = 2  # signs between two parts of one name: « KERVADEC, Claire »
_FIELDS = 40  # the same between « Nom : » and « Prénom : »
_MOST = 8  # words of a name; more are a list
_WINDOW = 16
_PARTICLE = 3  # letters, in small ones
_TWO = 2  # letters that sign the last line, whatever else they mean
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a text names: the folded words of the name in order, and the category."""

    words: tuple[str, ...] = field(repr=False)
    category: Phi

    def bears(self, letters: str) -> bool:
        """Tell whether each letter is the first of a word of the name."""
        return {word[0] for word in self.words}.issuperset(letters)

    def spelt(self, letters: str) -> bool:
        """Tell whether letters are the initials of the whole name, particles in or out."""
        whole = {word[0] for word in self.words}
        long = {word[0] for word in self.words if len(word) > _PARTICLE}
        return self.bears(letters) and (set(letters) == whole or long.issubset(letters))

    def holds(self, letters: str) -> bool:
        """Tell whether letters spell some words of the name that follow one another."""
        cuts = combinations(range(len(self.words) + 1), 2)
        return any("".join(self.words[a:b]) == letters for a, b in cuts)


def named(text: str, spans: Sequence[Span]) -> Iterator[Person]:
    """Yield who ``spans`` name by two words or more."""
    parts = in_order(span for span in spans if span.category in PEOPLE)
    breaks = [i for i, (a, b) in enumerate(pairwise(parts), 1) if _apart(a, b)]
    for first, end in pairwise((0, *breaks, len(parts))):
        written = [w for s in parts[first:end] for w in _WORD.findall(text[s.start : s.end])]
        if 1 < len(written) <= _MOST:
            yield Person(tuple(map(folded, written)), parts[first].category)
    for found in _nicknamed(text):
        yield Person(tuple(map(folded, _WORD.findall(_bare(found)))), Phi.PATIENT)


def _apart(a: Span, b: Span) -> bool:
    """Tell whether two names are of two people: far apart, and not a patient's two fields."""
    fields = a.category is b.category is Phi.PATIENT and {a.part, b.part} == set(Part)
    return b.start - a.end > (_FIELDS if fields else _NEAR)


def _bare(found: re.Match[str]) -> str:
    return f"{found['given']} {found['family']}"


def _nicknamed(text: str) -> Iterator[re.Match[str]]:
    """Yield the names that bear their own initials in quotes."""
    for found in scan(_NICKNAME, text, '."', ".”", ".»", ". »", ".\u00a0»"):
        first, *_, last = _WORD.findall(found["initials"])
        if (first, last) == (found["given"][0], _WORD.findall(found["family"])[-1][0]):
            yield found


def monograms(passage: Passage, persons: Sequence[Person]) -> Iterator[Span]:
    """Yield the initials of ``persons`` that stand alone, and what letters set apart spell."""
    text = passage.text
    for found in scan(_SUBJECT, text, "ujet ", "ubject ", "UJET ", "UBJECT "):
        yield Span(*found.span("initials"), Phi.PATIENT, "", _SURE)
    for found in scan(_LABELLED, text, "nitial", "NITIAL"):
        yield Span(*found.span("initials"), Phi.PATIENT, "", _SURE)
    yield from _initialled(passage)
    signs = tuple(initials(text, among_people=bool(persons)))
    yield from signs
    yield from _signed(text, signs)
    yield from _spaced(text, persons)
    if not persons:
        return
    for found in _nicknamed(text):
        yield Span(*found.span(), Phi.PATIENT, "", _SURE)
    for found in _MONOGRAM.finditer(text):
        letters = folded("".join(_WORD.findall(found[0])))
        yield from _of(persons, found, letters, placed=_placed(text, *found.span()))
    heads = {word[0] for person in persons for word in person.words}
    for found in scan(_SHORTENED, text, "M", "Dr ", "Dr. ", "Pr "):
        if folded(found["initial"]) in heads:
            yield Span(*found.span("initial"), Phi.NAME, "", _SURE)
    for found in scan(_EQUAL, text, " = "):
        yield from _of(persons, found, folded(found[0]), placed=True)


def _signed(text: str, signs: Sequence[Span]) -> Iterator[Span]:
    """Yield the letters that sign a note, alone on a line, and wherever they close or open one."""
    last = text.rstrip()
    for letters in dict.fromkeys(found["initials"] for found in _SIGNED.finditer(text)):
        ends = len(letters) == _TWO and last.endswith(letters)
        if ends or not is_siglum(letters):
            for found in re.finditer(rf"(?<=\s){letters}(?=[ ]*(?:\n|\Z))", text):
                yield Span(*found.span(), Phi.CLINICIAN, "", _SURE)
    for letters in dict.fromkeys(text[span.start : span.end] for span in signs):
        if letters.isalpha() and letters.isupper():
            for found in re.finditer(rf"(?<=[a-z]/){letters}\b|(?<=\n){letters}(?= ?:)", text):
                yield Span(*found.span(), Phi.CLINICIAN, "", _SURE)


def _spaced(text: str, persons: Sequence[Person]) -> Iterator[Span]:
    """Yield letters set apart that spell someone's name, or that a title announces."""
    for found in _SPACED.finditer(text):
        letters = folded("".join(_WORD.findall(found[0])))
        whose = next((person.category for person in persons if person.holds(letters)), None)
        if whose or _TITLE_BEFORE.search(text, max(0, found.start() - _WINDOW), found.start()):
            yield Span(*found.span(), whose or Phi.NAME, "", _SURE)


def _initialled(passage: Passage) -> Iterator[Span]:
    """Yield an initial and any word behind who did it, a label or a title: "by J. May"."""
    text = passage.text
    for found in _INITIALLED.finditer(text):
        word, start = folded(found["word"]), found.start()
        thing = word in words("species") or word in words("drugs")
        civil = passage.lang is Lang.FR and found[0].startswith("M. ")
        if not (thing or civil) and _ANNOUNCED_BEFORE.search(text, max(0, start - _WINDOW), start):
            yield Span(*found.span(), Phi.NAME, "", _SURE)


def _of(
    persons: Sequence[Person], found: re.Match[str], letters: str, *, placed: bool
) -> Iterator[Span]:
    """Yield initials that some person explains; an abbreviation where a whole name stands."""
    usual = any(letters in words(name) for name in ("acronyms", "titles", "pointed"))
    for person in persons:
        if (person.spelt(letters) and placed) if usual else person.bears(letters):
            yield Span(*found.span(), person.category, "", _SURE)
            return
    if not usual and _VERB_AFTER.match(found.string, found.end()) and placed:
        yield Span(*found.span(), Phi.NAME, "", _SURE)


def _placed(text: str, start: int, end: int) -> bool:
    """Tell whether initials stand where a person does: a subject, a signature, in quotes."""
    before = _PLACED_BEFORE.search(text, max(0, start - _WINDOW), start)
    if not before:
        return False
    degree = "," in before[0]
    return bool(_VERB_AFTER.match(text, end) or (not degree and _CLOSED_AFTER.match(text, end)))
