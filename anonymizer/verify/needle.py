"""Needles: what is looked for in a finished file, expanded from the values taken out.

Strong needles are leaks wherever they stand: two words or more, a word of five letters that is
in no lexicon, six digits, an address of mail or web. Weak ones (Petit, Li, 92) are judged by
where they stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import permutations, product
from unicodedata import normalize

from anonymizer.phi import PEOPLE, IdKind, Part, Phi
from anonymizer.provenance import Original
from anonymizer.verify.figures import nir, number, phone, spelled_age, unread_day
from anonymizer.verify.sought import LONG_NUMBER, LONG_WORD, Form, Needle, Weak
from anonymizer.verify.words import (
    GENERIC,
    PARTICLES,
    TITLES,
    WORD,
    Ordinary,
    normal,
    squash,
    words,
)

_PERMUTED = 3  # names of up to three words are looked for in every order
_SEGMENT = re.compile(r"[,;\n/|()]+")
_SCHEME = re.compile(r"^(?:[a-z]+:)?//(?:www\.)?|^mailto:|^tel:|[#?].*$", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROT13 = str.maketrans(
    _LETTERS + _LETTERS.upper(),
    (_LETTERS[13:] + _LETTERS[:13]) + (_LETTERS[13:] + _LETTERS[:13]).upper(),
)


@dataclass(frozen=True, slots=True)
class Needles:
    """Everything looked for; ``initials`` are pairs of capitals of the patient."""

    strong: tuple[Needle, ...] = ()
    weak: tuple[Weak, ...] = ()
    initials: tuple[str, ...] = field(default=(), repr=False)


def needles(originals: Iterable[Original], ordinary: Ordinary) -> Needles:
    """Return what to look for, each once, in order of length, the longest first."""
    values = tuple(originals)
    found = {each for original in values for each in _of(original, ordinary)}
    strong = {needle for needle in found if isinstance(needle, Needle)}
    strong |= set(_joined(values, frozenset(needle.text for needle in strong)))
    strong |= set(_disguised(values, ordinary))
    taken = {needle.text for needle in strong}
    weak = {each for each in found if isinstance(each, Weak) and each.word not in taken}
    return Needles(
        tuple(sorted(strong, key=lambda n: (-len(n.text), n))),
        tuple(sorted(weak)),
        tuple(sorted({g[0] + f[0] for g, f in _names(values, (Phi.PATIENT,))})),
    )


def _of(original: Original, ordinary: Ordinary) -> Iterator[Needle | Weak]:
    value, category = original.value, original.category
    match category:
        case Phi.DATE | Phi.BIRTH_DATE:
            yield from unread_day(value, category)
        case Phi.PHONE:
            yield from phone(value)
        case Phi.ID | Phi.POSTCODE | Phi.AGE:
            yield from number(value, category)
            yield from spelled_age(value) if category is Phi.AGE else ()
            if original.kind in {IdKind.NIR, IdKind.INS, ""}:
                yield from nir(value)
        case Phi.EMAIL:
            yield Needle(squash(value), Form.PHRASE, category)
            yield from _phrase(words(value.partition("@")[0]), category, ordinary)
        case Phi.URL:
            yield Needle(squash(_SCHEME.sub("", value.strip())), Form.PHRASE, category)
        case _ if category in PEOPLE:
            yield from _person(value, category, ordinary)
        case _:
            yield from _place(value, category, ordinary)


def _disguised(values: tuple[Original, ...], ordinary: Ordinary) -> Iterator[Needle]:
    """Give each value as it reads backwards, and with each letter thirteen places on."""
    for original in values:
        if original.category not in {Phi.DATE, Phi.BIRTH_DATE, Phi.AGE}:
            own = (
                w for w in WORD.findall(original.value) if w.isalpha() and squash(w) not in GENERIC
            )
            for text in (original.value, *own):
                yield from _hidden(text, original.category, ordinary)
    for category in PEOPLE:
        for given, family in _names(values, (category,)):
            yield from _hidden(f"{given} {family}", category, ordinary)


def _hidden(text: str, category: Phi, ordinary: Ordinary) -> Iterator[Needle]:
    plain = squash(text)
    enough = LONG_NUMBER + 2 if plain.isdigit() else LONG_WORD + (" " not in text.strip())
    if len(plain) < enough or ordinary(plain):
        return
    for written in (text, normal(text)):
        for hidden in (squash(written[::-1]), squash(written.translate(_ROT13))):
            if hidden != plain and not ordinary(hidden):
                yield Needle(hidden, Form.DISGUISED, category)


def _person(value: str, category: Phi, ordinary: Ordinary) -> Iterator[Needle | Weak]:
    written = {normal(word): word for word in WORD.findall(normalize("NFC", value).lower())}
    every = tuple(word for word in words(value) if word not in TITLES)
    proper = tuple(word for word in every if word not in PARTICLES)
    for order in {*_orders(every), *_orders(proper)}:
        if len(order) > 1 and len("".join(order)) > len(order):
            yield Needle("".join(order), Form.PHRASE, category)
    for word in proper:
        for each in _word(word, category, ordinary):
            is_strong = isinstance(each, Needle)
            yield replace(each, written=written.get(word, "")) if is_strong else each


def _orders(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(parts) <= _PERMUTED:
        yield from permutations(parts)
    else:
        yield from (parts[i:] + parts[:i] for i in range(len(parts)))


def _word(word: str, category: Phi, ordinary: Ordinary) -> Iterator[Needle | Weak]:
    if len(word) >= LONG_WORD and word.isalpha() and not ordinary(word) and word not in GENERIC:
        yield Needle(word, Form.WORD, category)
    elif len(word) > 1 and word not in GENERIC:
        yield Weak(word, category)


def _place(value: str, category: Phi, ordinary: Ordinary) -> Iterator[Needle | Weak]:
    for segment in (value, *_SEGMENT.split(value)):
        every = words(segment)
        yield from _phrase(every, category, ordinary)
        named = tuple(word for word in every if not word.isdigit())
        if category is Phi.ADDRESS:
            yield from _phrase(named if len(named) > 1 else (), category, ordinary)
            yield from (Weak(w, category) for w in every if w.isdigit() and len(w) == LONG_WORD)
        proper = tuple(word for word in named if word not in GENERIC | PARTICLES | TITLES)
        if category in {Phi.HOSPITAL, Phi.CITY} and len(proper) > 1:
            yield from _phrase(proper, category, ordinary)
            own = (each for word in proper for each in _word(word, category, ordinary))
            yield from (n for n in own if isinstance(n, Needle) and category is Phi.HOSPITAL)
        elif category in {Phi.HOSPITAL, Phi.CITY}:
            yield from (each for word in proper for each in _word(word, category, ordinary))


def _phrase(parts: tuple[str, ...], category: Phi, ordinary: Ordinary) -> Iterator[Needle | Weak]:
    telling = [word for word in parts if word not in GENERIC | PARTICLES]
    if len(parts) > 1 and telling:
        yield Needle("".join(parts), Form.PHRASE, category)
    elif len(parts) == 1:
        yield from _word(parts[0], category, ordinary)


def _names(
    originals: Iterable[Original], among: tuple[Phi, ...] = PEOPLE
) -> Iterator[tuple[str, str]]:
    """Give each pair of a given name and a family name that one person may bear."""
    people = [each for each in originals if each.category in among]
    for category in sorted({each.category for each in people}):
        own = [each for each in people if each.category is category]
        givens = [e.value for e in own if e.part is Part.GIVEN]
        families = [e.value for e in own if e.part is Part.FAMILY]
        pairs = [*product(givens, families)]
        for each in own:
            whole = [w for w in each.value.split() if squash(w) not in TITLES]
            if each.part is None and len(whole) > 1:
                pairs.append((whole[0], " ".join(whole[1:])))
        yield from ((normal(g), normal(f)) for g, f in pairs if squash(g) and squash(f))


def _joined(originals: tuple[Original, ...], strong: frozenset[str]) -> Iterator[Needle]:
    """Give « jeanpetit », « J. Petit » and « Petit J.-P. » of each given and family name.

    Where a word of the family name is strong by itself, it is found in these without them.
    """
    for category in sorted({each.category for each in originals} & set(PEOPLE)):
        for given, family in _names(originals, (category,)):
            firsts, lasts = words(given), words(family)
            name = "".join(lasts)
            known = not strong.isdisjoint(lasts)
            for whole in {"".join(firsts), firsts[0]}:
                if len(whole) > 1 and len(name) > 1 and not (known and category is not Phi.PATIENT):
                    yield Needle(whole + name, Form.PHRASE, category)
                    yield Needle(name + whole, Form.PHRASE, category)
            for initials in {"".join(w[0] for w in firsts), firsts[0][0]}:
                if not known:
                    yield Needle(initials + name, Form.INITIALED, category)
                    yield Needle(name + initials, Form.INITIALED, category)
