"""Find the sentences of two languages that say the same thing, in their order.

After Gale and Church (1993): sentences that correspond are of like length; here they also state
the same facts. One sentence may stand for up to three, or for none.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import inf, log
from typing import Final

from anonymizer.phi import Lang

from generator.check.fact import Fact, Kind
from generator.translate.sentences import sentences

_ANCHORS: Final[Mapping[Kind, Kind]] = {
    **{
        kind: kind for kind in (Kind.NUMBER, Kind.UNIT, Kind.DATE, Kind.SIDE, Kind.DRUG, Kind.GRADE)
    },
    Kind.STAGE: Kind.NUMBER,  # « stade 4 » is "stage IV"
}
_BEADS: Final = (
    (1, 1, 0.0),
    (1, 2, 0.7),
    (2, 1, 0.7),
    (1, 3, 1.4),
    (3, 1, 1.4),
    (2, 2, 2.6),  # dearer than one fact that changed its sentence: that has to be seen
    (1, 0, 2.0),
    (0, 1, 2.0),
)
_FACT: Final = 0.6  # what a fact that only one side states costs
_STRANGERS: Final = 2.4  # what sentences that state nothing alike cost, at the most
_GIVEN_UP: Final = 4.0
_FAR: Final = (inf, 0, 0)
_LIKE: Final = 0.6  # a third longer
_TELLING: Final = 2  # facts by which a sentence is known again
_ASTRAY: Final = 8  # sentences that one text may run ahead of the other
_LEAST: Final = 15  # characters: of short sentences the length says little


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at ``[start, end)`` of its text, or several, and the facts it states."""

    start: int
    end: int
    facts: tuple[Fact, ...] = field(repr=False)
    anchors: tuple[str, ...] = field(repr=False)


Pair = tuple[Sentence, Sentence]


def divided(text: str, lang: Lang, facts: Sequence[Fact]) -> tuple[Sentence, ...]:
    """Return the sentences of a text with the facts that stand in each."""
    starts = [0]
    for part in sentences(text, lang):
        starts.append(starts[-1] + len(part))
    found: list[list[Fact]] = [[] for _ in starts[1:]]
    for fact in facts:
        found[bisect_right(starts, fact.start) - 1].append(fact)
    return tuple(
        _sentence(start, start + len(text[start:end].rstrip()), tuple(own))
        for start, end, own in zip(starts, starts[1:], found, strict=False)
    )


def _sentence(start: int, end: int, facts: tuple[Fact, ...]) -> Sentence:
    sure = (each for each in facts if each.sure and each.kind in _ANCHORS)
    anchors = tuple(sorted(f"{_ANCHORS[each.kind]} {each.values[0]}" for each in sure))
    return Sentence(start, end, facts, anchors)


def aligned(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Return the pairs of sentences that correspond; one of a pair may be empty."""
    pairs: list[Pair] = []
    i = j = 0
    for here, there in (*_landmarks(ours, theirs), (len(ours), len(theirs))):
        left, right = ours[i:here], theirs[j:there]
        for a, b, m, n in _path(left, right):
            pairs.append((_joined(ours, i + a, i + a + m), _joined(theirs, j + b, j + b + n)))
        pairs += zip(ours[here : here + 1], theirs[there : there + 1], strict=True)
        i, j = here + 1, there + 1
    return tuple(pairs)


def _landmarks(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of like length that alone state the same facts in each text."""
    left, right = (Counter(each.anchors for each in side) for side in (ours, theirs))
    places = {each.anchors: place for place, each in enumerate(theirs)}
    last = -1
    for i, one in enumerate(ours):
        if len(one.anchors) < _TELLING or left[one.anchors] > 1 or right[one.anchors] != 1:
            continue
        j = places[one.anchors]
        near = last < j and abs(j - i * len(theirs) / len(ours)) < _ASTRAY
        if near and _uneven((one,), (theirs[j],)) < _LIKE:
            yield i, j
            last = j


def _path(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> list[tuple[int, int, int, int]]:
    """Return the cheapest way through both texts: where each pair begins, how many it takes.

    Ways that cost far more than the best one to the same sentence are given up.
    """
    if len(ours) == len(theirs) <= 1:
        return [(0, 0, 1, 1)] * len(ours)
    rows: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(len(ours) + 1)]
    rows[0][0] = (0.0, 0, 0)
    for i, row in enumerate(rows):
        for j in range(len(theirs) + 1):
            if j not in row:
                continue
            if i < len(ours) and row[j][0] > min(row.values())[0] + _GIVEN_UP:
                continue
            for m, n, dear in _BEADS:
                if i + m > len(ours) or j + n > len(theirs):
                    continue
                cost = row[j][0] + dear + _cost(ours[i : i + m], theirs[j : j + n])
                if cost < rows[i + m].get(j + n, _FAR)[0]:
                    rows[i + m][j + n] = (cost, m, n)
    i, j = len(ours), len(theirs)
    path = []
    while i or j:
        _, m, n = rows[i][j]
        i, j = i - m, j - n
        path.append((i, j, m, n))
    return path[::-1]


def _cost(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """Return what it costs to take sentences for the same: other lengths, other facts."""
    if not ours or not theirs:
        return 0.0
    length = _uneven(ours, theirs)
    if length > _GIVEN_UP:
        return length + _GIVEN_UP
    one, other = (tuple(chain.from_iterable(s.anchors for s in side)) for side in (ours, theirs))
    if one == other:
        return length
    apart = Counter(one)
    apart.subtract(other)
    return length + min(_STRANGERS, _FACT * sum(map(abs, apart.values())))


def _uneven(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    left, right = (side[-1].end - side[0].start + _LEAST for side in (ours, theirs))
    return 2 * abs(log(left / right))


def _joined(side: Sequence[Sentence], start: int, end: int) -> Sentence:
    """Return sentences as one; none where the range is empty, at the place where it would stand."""
    if end - start == 1:
        return side[start]
    if start == end:
        place = side[start - 1].end if start else 0
        return Sentence(place, place, (), ())
    facts = tuple(fact for each in side[start:end] for fact in each.facts)
    return _sentence(side[start].start, side[end - 1].end, facts)
