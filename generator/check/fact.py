"""A fact as one sentence states it, and what two languages state differently."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a fact is about; findings are named after it."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    SIDE = "side"
    NEGATION = "negation"
    STAGE = "stage"
    GRADE = "grade"
    DRUG = "drug"
    DOSE = "dose"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact at ``[start, end)``: what it means in no language, the likeliest reading first.

    One that is not ``sure`` answers a fact of the other language, and is never missed itself:
    « un » is a number or an article.
    """

    kind: Kind
    values: tuple[str, ...] = field(repr=False)
    start: int
    end: int
    sure: bool = True


_KIN: Final = {Kind.STAGE: Kind.NUMBER}  # « stade 4 » is "stage IV"


def unmatched(ours: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """Return the sure facts of each side that no fact of the other side answers.

    Each fact answers one other: sure ones that mean the same first, then those that may.
    """
    left = _less([each for each in ours if each.sure], [each for each in theirs if each.sure])
    right = _less([each for each in theirs if each.sure], [each for each in ours if each.sure])
    if not left and not right:
        return (), ()
    spare = [each for each in theirs if not each.sure]
    own = [each for each in ours if not each.sure]
    rest = []
    for fact in left:
        answer = next((each for each in (*right, *spare) if _meet(fact, each)), None)
        if answer is None:
            rest.append(fact)
        else:
            (right if answer.sure else spare).remove(answer)
    return tuple(rest), tuple(_unanswered(right, own))


def _less(ours: Iterable[Fact], theirs: Iterable[Fact]) -> list[Fact]:
    there = Counter((_KIN.get(each.kind, each.kind), each.values[0]) for each in theirs)
    rest = []
    for fact in ours:
        key = _KIN.get(fact.kind, fact.kind), fact.values[0]
        if there[key]:
            there[key] -= 1
        else:
            rest.append(fact)
    return rest


def _unanswered(facts: Iterable[Fact], spare: list[Fact]) -> Iterable[Fact]:
    for fact in facts:
        answer = next((each for each in spare if _meet(fact, each)), None)
        if answer is None:
            yield fact
        else:
            spare.remove(answer)


def _meet(one: Fact, other: Fact) -> bool:
    """Tell whether two facts may mean the same; a date without its year meets any year."""
    if _KIN.get(one.kind, one.kind) is not _KIN.get(other.kind, other.kind):
        return False
    return any(_same(ours, theirs) for ours in one.values for theirs in other.values)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    bare, whole = (one, other) if one.startswith("--") else (other, one)
    return bare.startswith("--") and whole.endswith(bare[1:])
