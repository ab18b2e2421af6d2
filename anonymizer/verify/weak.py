"""Weak values: Petit, Li, 92. The place where one stands decides whether it is a leak.

A leak in a name position (after a title or an initial), in a link, a file name or alone in a
label; elsewhere where its neighbours and its capital show that it is none of the words that the
kept passages and templates hold.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from anonymizer.phi import PEOPLE, Phi
from anonymizer.verify.findings import UNREAD, Role, haystack
from anonymizer.verify.search import Straw
from anonymizer.verify.sought import Weak
from anonymizer.verify.words import GENERIC, Ordinary, normal

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_FILE_WORDS = GENERIC | {"case", "cas", "fr", "html", "pdf", "json", "audit", "bilingual", "report"}
_TITLED = re.compile(
    r"""(?<![^\W\d_]) (?: Drs?|Prs?|Prof|Profs|MM?|Mmes?|Mlle|Mr|Mrs|Ms|Miss|Sir|Lady
        |(?:[Dd]octeure?|[Pp]rofesseure?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Dd]octor
        |[Pp]rofessor|DR|PR|PROF|MME|MR|MRS|MONSIEUR|MADAME|DOCTEUR) )
        \.? \s{1,3} (?:[A-ZÀ-Þ]\.[\s-]{0,2}){0,3} \Z
    |(?<![^\W_]) (?:[A-ZÀ-Þ]\.[\s-]{0,2}){1,3} \Z""",
    re.VERBOSE,
)
_TITLED_SMALL = re.compile(
    r"(?<![^\W_])(?:[Dd]r|[Pp]rof|[Mm]me|[Mm]lle|[Mm]r|[Mm]rs|[Mm]onsieur|[Mm]adame|[Dd]octeur)"
    r"\.?\s{1,3}\Z"
)
_INITIAL_AFTER = re.compile(r"(?:,?[ \u00a0][A-ZÀ-Þ]\.)(?=[\s,;)]|-[A-ZÀ-Þ]\.)")
_AGE_AFTER = re.compile(r"[\s-]{0,2}(?:ans\b|annees|years?\b|yrs?\b|y/?o\b|y\.o)")
_AGE_BEFORE = re.compile(r"(?:agee?s? de|aged|age d'|age of|age\s?:)\s{1,2}\Z")
_SENTENCE = re.compile(r"(?:\A|[.!?:;•·–—|/(\n\r\t>-])[\s\"'«“‘*_#\d]*\Z")
_PARTED = "\n\n"  # stands at least between two pieces
_LOOK = 40  # signs read on either side


@dataclass(frozen=True, slots=True, order=True)
class Context:
    """Where a word stands: its neighbours, and whether it is written with one capital."""

    left: str = field(repr=False)
    right: str = field(repr=False)
    proper: bool = False


ANYWHERE = Context("", "")
Contexts = Mapping[str, frozenset[Context]]


@dataclass(frozen=True, slots=True)
class Judge:
    """What decides on weak values: the values, where their words may stand, the lexicon."""

    values: Mapping[str, Weak] = field(repr=False)
    expected: Contexts = field(repr=False)
    ordinary: Ordinary


def judge(
    values: Iterable[Weak], kept: Iterable[str], template_words: str, ordinary: Ordinary
) -> Judge:
    """Return the judge of ``values``, its expectations drawn from the texts as published."""
    table = {each.word: each for each in values}
    expected: dict[str, set[Context]] = {word: set() for word in table}
    for text in (*kept, template_words):
        for word, context in _contexts(text, table):
            expected[word].add(context)
    for word in set(_TOKEN.findall(normal(template_words))) & set(table):
        expected[word].add(ANYWHERE)
    return Judge(table, {word: frozenset(each) for word, each in expected.items()}, ordinary)


def _contexts(text: str, wanted: Mapping[str, Weak]) -> Iterator[tuple[str, Context]]:
    straw = Straw(haystack("kept", Role.PROSE, [("", text)])[0]) if text.strip() else None
    if straw is None or not wanted.keys() & set(_TOKEN.findall(straw.folded)):
        return
    for word, left, right, start in _neighbours(_TOKEN.finditer(straw.folded), wanted):
        yield word, Context(left, right, _proper(straw, start, start + len(word)))


def _proper(straw: Straw, start: int, end: int) -> bool:
    """Tell whether a word inside a sentence is written as a name is: Petit, not petit nor PETIT."""
    if not straw.raw(start).isupper() or not straw.raw(end - 1).islower():
        return False
    at = straw.offsets[start]
    return not _SENTENCE.search(straw.hay.text[max(0, at - _LOOK) : at])


def _neighbours(
    tokens: Iterable[re.Match[str]], wanted: Mapping[str, Weak]
) -> Iterator[tuple[str, str, str, int]]:
    """Give each wanted word, the words left and right of it, and where it begins."""
    before, here, start = "", "", 0
    for token in tokens:
        if here in wanted:
            yield here, before, token[0], start
        before, here, start = here, token[0], token.start()
    if here in wanted:
        yield here, before, "", start


def found(straw: Straw, by: Judge) -> Iterator[tuple[int, Weak, str]]:
    """Give each weak value that stands where only an identifier does, and the rule it breaks."""
    if straw.hay.role in UNREAD or not by.values:
        return
    if not by.values.keys() & set(_TOKEN.findall(straw.folded)):
        return
    for word, left, right, start in _neighbours(_TOKEN.finditer(straw.folded), by.values):
        rule = _rule(straw, by, (word, left, right), start)
        if rule and not straw.excused(start, start + len(word), word):
            yield straw.offsets[start], by.values[word], rule


def _rule(straw: Straw, by: Judge, seen: tuple[str, str, str], start: int) -> str:
    word, left, right = seen
    end = start + len(word)
    value, proper = by.values[word], _proper(straw, start, end)
    explained = any(_explains(each, left, right, proper=proper) for each in by.expected[word])
    if straw.hay.role in {Role.LINK, Role.NAME}:
        return "" if explained or word in _FILE_WORDS or _short_number(word) else "address"
    if value.category is Phi.AGE:
        aged = _AGE_AFTER.match(straw.folded, end) or _AGE_BEFORE.search(
            straw.folded[max(0, start - _LOOK) : start]
        )
        return "age" if aged and not explained else ""
    is_person = value.category in PEOPLE
    if is_person and _name_position(straw, start, end):
        return "name position"
    if is_person and straw.hay.role is Role.LABEL and _alone(straw, start, end):
        return "" if ANYWHERE in by.expected[word] or word.isdigit() else "label"
    if not straw.raw(start).isupper() and (by.ordinary(word) or (is_person and word.isdigit())):
        return ""
    return "" if explained or _short_number(word) else "weak value"


def _explains(known: Context, left: str, right: str, *, proper: bool) -> bool:
    """Tell whether a word that was kept explains one that stands between these neighbours."""
    if known == ANYWHERE:
        return True
    same = (bool(known.left) and known.left == left, bool(known.right) and known.right == right)
    return all(same) or (any(same) and known.proper >= proper)


def _alone(straw: Straw, start: int, end: int) -> bool:
    """Tell whether a value is all that a label says."""
    before = straw.hay.text[: straw.offsets[start]][-len(_PARTED) :]
    after = straw.hay.text[straw.offsets[end - 1] + 1 :][: len(_PARTED)]
    return before in {"", _PARTED} and after in {"", _PARTED}


def _short_number(word: str) -> bool:
    return word.isdigit() and len(word) < len("123")


def _name_position(straw: Straw, start: int, end: int) -> bool:
    text, at = straw.hay.text, straw.offsets[start]
    before = text[max(0, at - _LOOK) : at]
    if not text[at].isupper():
        return bool(_TITLED_SMALL.search(before))
    return bool(_TITLED.search(before) or _INITIAL_AFTER.match(text, straw.offsets[end]))
