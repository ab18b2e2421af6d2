"""E-mail addresses at example.org, named after the surrogate of the person they name.

example.org is reserved by RFC 2606 and delivers to nobody.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from anonymizer.coreference import Mentioned, Person
from anonymizer.fold import fold
from anonymizer.phi import Phi
from anonymizer.surrogates.people import People

DOMAIN = "example.org"
_SEPARATORS = ("", ".", "-", "_")
_TAIL = re.compile(r"[\d.+_-]*\Z")
_PLAIN = re.compile(r"[^a-z0-9]")
_SHORT = 3  # letters of a name below which it is no sign of a person within a longer word


def addresses(mentions: Sequence[Mentioned], everyone: People) -> dict[str, str]:
    """Return for each folded address another at example.org, no two the same."""
    given: dict[str, str] = {}
    for original in sorted({fold(m.text).strip() for m in mentions if m.category is Phi.EMAIL}):
        local = _local(original.partition("@")[0], everyone)
        numbered = (local if n == 1 else f"{local}{n}" for n in range(1, len(given) + 3))
        taken = (*given.values(), original)
        given[original] = next(f"{n}@{DOMAIN}" for n in numbered if f"{n}@{DOMAIN}" not in taken)
    return given


def _local(written: str, everyone: People) -> str:
    stem = _TAIL.sub("", written)
    found = (new for old, new in _every_form(everyone) if old == stem)
    rules = everyone.rules
    neutral = f"contact.{rules.key.digest(rules.project, 'mail', written).hex()[:6]}"
    return next(chain(found, _within(stem, everyone), (neutral,)))


def _within(stem: str, everyone: People) -> Iterator[str]:
    """Yield the family names that stand within a word: dr-dupont, dupont.secretariat."""
    for person in everyone.persons:
        for key in _keys(person.families):
            if len(key) >= _SHORT and _joined(key) in _joined(stem):
                yield _joined(fold(everyone.family_of(key)))


def _keys(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if not key.endswith("."))


def _joined(name: str) -> str:
    return _PLAIN.sub("", name)


def _every_form(everyone: People) -> Iterator[tuple[str, str]]:
    """Yield what addresses name: a person's names, then names that no mention brings together."""
    named = [(_families(p, everyone), _given(p, everyone)) for p in everyone.persons]
    for family, given in named:
        yield from _forms(family, given)
    families = [pair for family, _ in named for pair in family]
    for _, given in named:
        yield from _forms(families, given)


_Pairs = list[tuple[str, str]]


def _families(person: Person, everyone: People) -> _Pairs:
    pairs = [(key, everyone.family_of(key)) for key in _keys(person.families)]
    return _compounds([(_joined(key), _joined(fold(new))) for key, new in pairs])


def _given(person: Person, everyone: People) -> _Pairs:
    pairs = [(key, everyone.given_of(person, key)) for key in person.given]
    whole = _compounds([(_joined(key), _joined(fold(new))) for key, new in pairs])
    short = [(key[:1], fold(new)[:1]) for key, new in pairs]
    if len(short) > 1:  # jp.dupont
        short.append(("".join(a for a, _ in short), "".join(b for _, b in short)))
    return whole + short


def _compounds(parts: _Pairs) -> _Pairs:
    """Return the parts of a compound name, together before each alone."""
    if len(parts) < 2:  # noqa: PLR2004 - a compound has two
        return parts
    whole = [(sep.join(a for a, _ in parts), sep.join(b for _, b in parts)) for sep in ("", "-")]
    return whole + parts


def _forms(families: _Pairs, given: _Pairs) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a name stands in an address, each with its surrogate."""
    for sep in _SEPARATORS:
        for family, new in families:
            for name, other in given:
                yield f"{name}{sep}{family}", f"{other}{sep}{new}"
                yield f"{family}{sep}{name}", f"{new}{sep}{other}"
    yield from families
    yield from ((name, other) for name, other in given if len(name) >= _SHORT)
