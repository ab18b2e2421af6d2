"""Score what detection found against a gold standard: precision, recall, leak, over-redaction.

A token is a maximal run of letters and digits; a span takes every token it touches. A leak is a
letter or digit of a gold span that no span covers, whatever the label. Definitions as in
Chambon et al. 2023 (doi:10.1093/jamia/ocac219) and the i2b2 2014 challenge, labels left out of
the totals.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

_TOKEN = re.compile(r"[^\W_]+")
TOTAL = "TOTAL"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A labelled half-open range of code points of a text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold marks and the marks that detection set."""

    id: str
    text: str = field(repr=False)
    gold: tuple[Mark, ...]
    found: tuple[Mark, ...]

    def __post_init__(self) -> None:
        """Refuse a mark that lies outside the text or holds nothing."""
        if any(not 0 <= m.start < m.end <= len(self.text) for m in (*self.gold, *self.found)):
            raise ValueError("mark: start and end must be 0 <= start < end <= length of the text")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one label, or of all; ratios are None where there is nothing to divide by."""

    label: str
    spans: int  # of gold
    leaking: int  # gold spans with an uncovered letter or digit
    signs: int  # letters and digits of gold
    leaked: int  # of them uncovered
    tokens: int  # of gold
    recalled: int  # of them taken
    taken: int  # tokens that detection gave this label
    right: int  # of them inside any gold span

    @property
    def precision(self) -> float | None:
        """Return the share of the tokens taken that some gold span holds."""
        return _ratio(self.right, self.taken)

    @property
    def recall(self) -> float | None:
        """Return the share of the gold tokens that were taken, under any label."""
        return _ratio(self.recalled, self.tokens)

    @property
    def leak(self) -> float | None:
        """Return the share of gold letters and digits that no span covers."""
        return _ratio(self.leaked, self.signs)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a gold span leaks, or where something was taken outside gold."""

    id: str
    start: int
    end: int
    label: str
    signs: int  # letters and digits leaked, or taken


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores of a set of documents."""

    documents: int
    with_gold: int
    leaking: int  # documents with a leaked letter or digit
    outside: int  # tokens outside gold
    over: int  # of them taken
    total: Score
    labels: tuple[Score, ...]
    leaks: tuple[Place, ...]  # the longest first
    taken: tuple[Place, ...]

    @property
    def documents_leaking(self) -> float | None:
        """Return the share of documents with gold that leak anything."""
        return _ratio(self.leaking, self.with_gold)

    @property
    def over_redaction(self) -> float | None:
        """Return the share of tokens outside gold that were taken."""
        return _ratio(self.over, self.outside)


def evaluate(documents: Iterable[Document]) -> Evaluation:
    """Return the scores of ``documents``, label by label and in all."""
    looks = tuple(map(_look, documents))
    labels = sorted({m.label for look in looks for m in (*look.gold, *look.found)})
    return Evaluation(
        documents=len(looks),
        with_gold=sum(bool(look.gold) for look in looks),
        leaking=sum(any(p.signs for p in look.leaks) for look in looks),
        outside=sum(len(look.tokens) - len(look.in_gold) for look in looks),
        over=sum(len(look.in_found - look.in_gold) for look in looks),
        total=_score(looks, None),
        labels=tuple(_score(looks, label) for label in labels),
        leaks=_worst(chain.from_iterable(look.leaks for look in looks)),
        taken=_worst(chain.from_iterable(map(_over, looks))),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """One document as tokens, with those that gold and detection hold."""

    id: str
    text: str = field(repr=False)
    tokens: tuple[tuple[int, int], ...]
    gold: tuple[Mark, ...]
    found: tuple[Mark, ...]
    in_gold: frozenset[int]
    in_found: frozenset[int]
    leaks: tuple[Place, ...]


def _look(document: Document) -> _Look:
    text = document.text
    tokens = tuple(token.span() for token in _TOKEN.finditer(text))
    gold = tuple(m for m in document.gold if _signs(text, m.start, m.end))
    covered = frozenset(i for m in document.found for i in range(m.start, m.end))
    leaks = (
        Place(
            document.id,
            m.start,
            m.end,
            m.label,
            sum(text[i].isalnum() and i not in covered for i in range(m.start, m.end)),
        )
        for m in gold
    )
    return _Look(
        document.id,
        text,
        tokens,
        gold,
        document.found,
        _touched(tokens, gold),
        _touched(tokens, document.found),
        tuple(leaks),
    )


def _touched(tokens: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> frozenset[int]:
    """Return the positions of the tokens that some mark touches."""
    held = frozenset(i for m in marks for i in range(m.start, m.end))
    return frozenset(
        n for n, (start, end) in enumerate(tokens) if any(i in held for i in range(start, end))
    )


def _signs(text: str, start: int, end: int) -> int:
    return sum(char.isalnum() for char in text[start:end])


def _score(looks: Sequence[_Look], label: str | None) -> Score:
    """Return the score of one label, of all together for None."""
    spans = leaking = signs = leaked = tokens = recalled = taken = right = 0
    for look in looks:
        gold = tuple(m for m in look.gold if label in (None, m.label))
        leaks = tuple(p for p in look.leaks if label in (None, p.label))
        of_gold = _touched(look.tokens, gold)
        of_found = _touched(look.tokens, (m for m in look.found if label in (None, m.label)))
        spans += len(gold)
        leaking += sum(p.signs > 0 for p in leaks)
        signs += sum(_signs(look.text, m.start, m.end) for m in gold)
        leaked += sum(p.signs for p in leaks)
        tokens += len(of_gold)
        recalled += len(of_gold & look.in_found)
        taken += len(of_found)
        right += len(of_found & look.in_gold)
    return Score(label or TOTAL, spans, leaking, signs, leaked, tokens, recalled, taken, right)


def _over(look: _Look) -> Iterator[Place]:
    for m in look.found:
        tokens = _touched(look.tokens, (m,)) - look.in_gold
        if tokens:
            signs = sum(end - start for start, end in (look.tokens[n] for n in tokens))
            yield Place(look.id, m.start, m.end, m.label, signs)


def _worst(places: Iterable[Place]) -> tuple[Place, ...]:
    kept = (place for place in places if place.signs)
    return tuple(sorted(kept, key=lambda p: (-p.signs, p.id, p.start)))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
