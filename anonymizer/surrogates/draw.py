"""Draw surrogates: for each original, the first name of its keyed sequence that collides with none.

The sequence depends on the key, the project, the kind and the original alone, so that the same
person bears the same surrogate in every case, unless a value of the case forbids it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from anonymizer.errors import SurrogatesExhaustedError
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.likeness import one_error

_CONTAINED = 4  # letters from which a word within another is taken for a likeness
_PRIME = 2**127 - 1  # a Mersenne prime, over the 120 bits of a name's number


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """An original that needs a surrogate: its kind ("family", "city") and its folded form."""

    kind: str
    original: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a surrogate of this case may not be. Sets are for membership only."""

    key: Key
    project: str
    forbidden: Callable[[str], bool]  # of a folded word
    values: frozenset[str] = field(repr=False)  # folded words of the case
    letters: frozenset[str] = frozenset()  # initials that the case writes


@dataclass(frozen=True, slots=True)
class Drawn:
    """The surrogate of each original, and the kinds in which sameness across cases was lost."""

    names: Mapping[Wanted, str] = field(repr=False)
    collisions: tuple[str, ...] = ()

    def __getitem__(self, wanted: Wanted) -> str:
        """Return the surrogate of an original."""
        return self.names[wanted]


Pool = tuple[tuple[str, ...], ...]  # names in tiers: the second only when the first is used up


@dataclass(frozen=True, slots=True)
class _Case:
    """What a case forbids, each name judged once."""

    rules: Rules
    forbidden: Callable[[str], bool]
    alike: Callable[[str], bool]  # of a folded word: like a value of the case
    taken: frozenset[str] = field(repr=False)


def draw(
    wanted: Iterable[Wanted], pool: Callable[[Wanted], Pool], rules: Rules, used: Iterable[str] = ()
) -> Drawn:
    """Return a surrogate for each original, no two the same and none among ``used``.

    Originals are served in the order of their folded forms: that of the mentions decides nothing.
    Raises SurrogatesExhaustedError where every name of the pool collides.
    """
    names: dict[Wanted, str] = {}
    taken = {fold(name) for name in used}
    collisions: set[str] = set()
    forbidden = cache(rules.forbidden)
    alike = cache(lambda word: _like_a_value(word, rules.values))
    for each in sorted(set(wanted)):
        case = _Case(rules, forbidden, alike, frozenset(taken))
        name, first = _chosen(each, pool(each), case)
        names[each] = name
        taken.add(fold(name))
        if not first:
            collisions.add(each.kind)
    return Drawn(names, tuple(sorted(collisions)))


def _chosen(wanted: Wanted, pool: Pool, case: _Case) -> tuple[str, bool]:
    """Return the surrogate, and whether it is the one that every other case gives too.

    An initial that the case writes is avoided while that can be, and so is a likeness to a value
    of the case; a value itself always.
    """
    rules, own = case.rules, frozenset(wanted.original.replace("-", " ").split())
    order = ranked(wanted, pool, rules)

    @cache
    def fits(folded: str) -> bool:  # whatever the case
        words = folded.split("-")
        like = folded[:1] == wanted.original[:1] or any(_like_a_value(w, own) for w in words)
        return not like and not any(map(case.forbidden, words))

    first = next((name for name in _doubled(order) if fits(fold(name))), "")
    none: frozenset[str] = frozenset()
    is_value = rules.values.__contains__
    for letters, alike in ((rules.letters, case.alike), (none, case.alike), (none, is_value)):
        for name in _doubled(order):
            folded = fold(name)
            if folded[:1] in letters or folded in case.taken or any(map(alike, folded.split("-"))):
                continue
            if fits(folded):
                return name, name == first
    raise SurrogatesExhaustedError(
        wanted.kind,
        en="no invented name is left that is no value of this case. Divide the text.",
        fr="il ne reste aucun nom inventé qui ne soit une valeur de ce cas. Divisez le texte.",
    )


def ranked(wanted: Wanted, pool: Pool, rules: Rules) -> tuple[str, ...]:
    """Return the names of the pool, tier by tier, in the keyed order of this original.

    A name's rank is a linear hash whose two terms are HMAC-SHA256 of project, kind and original:
    a name that joins or leaves the pool moves no other one.
    """
    seed = rules.key.digest(rules.project, wanted.kind, wanted.original)
    factor, term = int.from_bytes(seed[:16], "big"), int.from_bytes(seed[16:], "big")
    tiers = (
        sorted(tier, key=lambda name: ((factor * _number(name) + term) % _PRIME, name))
        for tier in pool
    )
    return tuple(name for tier in tiers for name in tier)


def _doubled(order: tuple[str, ...]) -> Iterator[str]:
    """Yield each name, then double names, so that hardly any case uses them up."""
    yield from order
    for distance in range(1, len(order)):
        for first, second in zip(order, order[distance:], strict=False):
            yield f"{first}-{second}"


@cache
def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:15], "big")


def _like_a_value(word: str, values: frozenset[str]) -> bool:
    """Tell whether a word holds a value, is held by one, or is one typing error away."""
    return word in values or any(_alike(word, value) for value in values)


def _alike(word: str, value: str) -> bool:
    short, long = sorted((word, value), key=len)
    return len(short) >= _CONTAINED and (short in long or one_error(short, long))
