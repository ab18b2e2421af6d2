"""Find the values a record already holds, in every writing a text may give them.

Layout: an index of folded words; case, accents, hyphens, apostrophes, invisible signs and order
fall away; digits are compared without separators. Short and ordinary values (Petit, Li, Long, 92)
count in a name's or a number's place only. Source: the record's own fields (``anonymizer.known``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from anonymizer.detect.position import (
    Level,
    Token,
    named_here,
    numbered_here,
    postcode_here,
    town_here,
)
from anonymizer.detect.words import is_clinical, is_eponym, is_given, is_heading, is_ordinary
from anonymizer.detect.writings import (
    TOKEN,
    TYPO_NAME,
    Entry,
    deletions,
    digits,
    entries,
    entry,
    exact,
    may_be_misspelt,
    split,
)
from anonymizer.fold import fold, fold_with_offsets
from anonymizer.known import Known
from anonymizer.lexicon import in_dictionary
from anonymizer.likeness import one_error
from anonymizer.phi import PEOPLE, Part, Phi
from anonymizer.spans import Span

_DIGITS = re.compile(r"\+?\(?\d(?:[ .\-/()|\u00a0\u202f]{0,3}\d){4,30}")
_DEGREE = re.compile(r"[MDRB]\.[DONBS]\b")  # M.D. behind a name is no initial of it
_GAP = 4
_SURE = 0.65  # a name found with less is a guess, and guesses do not spread
_SPREADING = (*PEOPLE, Phi.CITY, Phi.HOSPITAL)
_LETTERS = 3  # fewer are initials, which tell nothing
_MONSIEUR = "m"  # before a family name it is a title far more often than an initial
_TRUNK = 4  # digits of a country code and a trunk 0 before a telephone number


@dataclass(frozen=True, slots=True)
class KnownIndex:
    """The values of one record, ready to be searched in any number of texts."""

    entries: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    typos: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    digits: tuple[tuple[str, Entry], ...] = field(repr=False)
    exact: tuple[tuple[str, Entry], ...] = field(repr=False)
    companions: frozenset[str] = field(repr=False)
    initials: frozenset[str] = field(repr=False)

    def find(self, text: str) -> Iterator[Span]:
        """Yield every place of ``text`` where a value stands."""
        plain, offsets = fold_with_offsets(text)
        tokens = tuple(
            Token(found[0], offsets[found.start()], offsets[found.end() - 1] + 1)
            for found in TOKEN.finditer(plain)
        )
        yield from self._words(text, tokens)
        yield from self._numbers(text)
        for value, one in self.exact:
            at = plain.find(value)
            while at >= 0:
                end = offsets[at + len(value) - 1] + 1
                yield Span(offsets[at], end, one.category, one.kind)
                at = plain.find(value, at + 1)

    def _words(self, text: str, tokens: tuple[Token, ...]) -> Iterator[Span]:
        if not self.entries:
            return
        for i, token in enumerate(tokens):
            known = self.entries.get(token.plain, ())
            if not known and self.typos and len(token.plain) >= TYPO_NAME - 1:
                known = self._misspelt(text, token)
            for one in known:
                last = i + len(one.words) - 1
                misspelt = one.words[0] != token.plain
                if not misspelt and not _matches(tokens, i, one):
                    continue
                if not self._counts(text, tokens, i, last, one):
                    continue
                sure = 0.8 if misspelt else 1.0
                yield Span(token.start, tokens[last].end, one.category, one.kind, sure, one.part)
                if one.part is Part.FAMILY:
                    yield from self._initials(text, tokens, i, last, one)
                break

    def _counts(self, text: str, tokens: tuple[Token, ...], i: int, last: int, one: Entry) -> bool:
        """Tell whether the surroundings say enough for a value to count."""
        start, end = tokens[i].start, tokens[last].end
        capital = text[start].isupper() or text[start].isdigit()
        match _level(one):
            case Level.STRONG:
                return True
            case Level.CAPITAL:
                return capital and not is_eponym(text, start, end)
            case Level.NAME:
                companions = self.companions.difference(one.words)
                return capital and named_here(
                    text, tokens, i, last, companions, given=one.part is Part.GIVEN
                )
            case Level.TOWN:
                return capital and town_here(text, start, end)
            case Level.POSTCODE:
                return postcode_here(text, start, end)
            case Level.NUMBER:
                return numbered_here(text, start)

    def _initials(
        self, text: str, tokens: tuple[Token, ...], i: int, last: int, one: Entry
    ) -> Iterator[Span]:
        """Yield the initial of the given name beside a family name."""
        for j in (i - 1, last + 1):
            if not 0 <= j < len(tokens):
                continue
            near = tokens[j]
            between = (
                text[near.end : tokens[i].start] if j < i else text[tokens[last].end : near.start]
            )
            if j < i and near.plain == _MONSIEUR:
                continue
            alone = len(near.plain) == 1 and near.plain in self.initials
            joined = between.strip(" \u00a0") in ({"", "."} if j < i else {"", ","})
            if (
                alone
                and text[near.start].isupper()
                and joined
                and not _DEGREE.match(text, near.start)
            ):
                yield Span(near.start, near.end, one.category, "", 0.9, Part.GIVEN)

    def _misspelt(self, text: str, token: Token) -> tuple[Entry, ...]:
        """Return the family names that one typing error away from a capitalised word."""
        plain = token.plain
        if not text[token.start].isupper() or is_ordinary(plain) or is_heading(plain):
            return ()
        if is_clinical(plain) or is_given(plain):
            return ()
        for variant in (plain, *deletions(plain)):
            for one in self.typos.get(variant, ()):
                if one_error(plain, one.words[0]):
                    return (one,)
        return ()

    def _numbers(self, text: str) -> Iterator[Span]:
        if not self.digits:
            return
        for run in _DIGITS.finditer(text):
            positions = [i for i in range(run.start(), run.end()) if text[i].isdigit()]
            signs = "".join(text[i] for i in positions)
            for value, one in self.digits:
                at = signs.find(value)
                if at < 0:
                    continue
                start = positions[at]
                if one.category is Phi.PHONE and at <= _TRUNK:
                    start = run.start() + (run[0].startswith("(") and ")" not in run[0])
                yield Span(start, positions[at + len(value) - 1] + 1, one.category, one.kind)


def _level(one: Entry) -> Level:
    """Return what the surroundings of a value must say; a common word is no name by itself."""
    family = one.part is Part.FAMILY and len(one.words) == 1
    common = family and one.level is Level.STRONG and in_dictionary(one.words[0])
    return Level.NAME if common else one.level


def _matches(tokens: tuple[Token, ...], i: int, entry: Entry) -> bool:
    if i + len(entry.words) > len(tokens):
        return False
    for step in range(1, len(entry.words)):
        token, before = tokens[i + step], tokens[i + step - 1]
        if token.plain != entry.words[step] or token.start - before.end > _GAP:
            return False
    return True


def index(known: Sequence[Known]) -> KnownIndex:
    """Return the index of a record's values; dates of birth are left to the dates.

    The order of ``known`` decides between two values written alike: the first wins.
    """
    values = [k for k in known if k.category is not Phi.BIRTH_DATE and k.value.strip()]
    found = list(chain.from_iterable(entries(k) for k in values))
    by_first: dict[str, list[Entry]] = {}
    for one in sorted(found, key=lambda e: -len(e.words)):
        bucket = by_first.setdefault(one.words[0], [])
        if all(one.words != other.words for other in bucket):
            bucket.append(one)
    typos: dict[str, list[Entry]] = {}
    for one in found:
        if may_be_misspelt(one):
            for variant in (one.words[0], *deletions(one.words[0])):
                typos.setdefault(variant, []).append(one)
    people = [k for k in values if k.category in PEOPLE]
    return KnownIndex(
        MappingProxyType({first: tuple(bucket) for first, bucket in by_first.items()}),
        MappingProxyType({variant: tuple(bucket) for variant, bucket in typos.items()}),
        tuple(chain.from_iterable(digits(k) for k in values)),
        tuple((fold(k.value.strip()), entry((), k, Level.STRONG)) for k in values if exact(k)),
        frozenset(word for k in people for word in split(k.value)),
        frozenset(word[0] for k in people if k.part is not Part.FAMILY for word in split(k.value)),
    )


def propagated(text: str, spans: Iterable[Span]) -> tuple[Known, ...]:
    """Return the names and places that ``spans`` found in ``text``, to be searched again."""
    sure = (s for s in spans if s.category in _SPREADING and s.confidence >= _SURE)
    return tuple(
        Known(text[s.start : s.end], s.category, "text", s.part, s.kind)
        for s in sure
        if _worth(text[s.start : s.end])
    )


def _worth(value: str) -> bool:
    return sum(char.isalpha() for char in value) >= _LETTERS and "." not in value
