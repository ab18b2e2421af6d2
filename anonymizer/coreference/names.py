"""Read a written name: which of its words are given names, which are the family's.

What says so, strongest first: the field that holds it, a comma (family first), « née », what other
mentions of the case say, CAPITALS beside other words (family), a particle (family), the given-name
lexicon, and last the usual order, given name first.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from anonymizer.coreference.mention import Mentioned
from anonymizer.coreference.units import BORN, TITLES, Unit, clean, units
from anonymizer.phi import Part, Phi

IsGiven = Callable[[str], bool]

_BLOCK = 3  # letters: « JPM » may be initials, « JEAN » may not
_PAIR = 2
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of a name and what it is; ``part`` is None for a title, which stays."""

    start: int
    end: int
    key: str = field(repr=False)
    part: Part | None
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A cleaned name and its pieces in order."""

    text: str = field(repr=False)
    pieces: tuple[Piece, ...]

    def keys(self, part: Part, *, initial: bool = False) -> tuple[str, ...]:
        """Return the keys of the words, or of the initials, that are of ``part``."""
        return tuple(p.key for p in self.pieces if p.part is part and p.initial is initial)


@dataclass(frozen=True, slots=True)
class _Book:
    """What is known of the words of a case; sets for membership only."""

    is_given: IsGiven
    given: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()

    def part(self, key: str) -> Part | None:
        """Return the part that other mentions of the case give the word, None if none or both."""
        if (key in self.given) == (key in self.family):
            return None
        return Part.GIVEN if key in self.given else Part.FAMILY


def read_as_written(mentions: Sequence[Mentioned], is_given: IsGiven) -> tuple[Name | None, ...]:
    """Return the name that each mention holds, None where no person is mentioned.

    ``is_given`` tells whether a folded word is a given name; typing errors stay. Fields of the
    record decide first, names of several words next, and single words last.
    """
    book = _Book(is_given)
    held = tuple(m for m in mentions if m.of_a_person and m.part)
    book = _learned(book, (_read(m, book) for m in held))
    whole = tuple(m for m in mentions if m.of_a_person and not m.part)
    several = (_read(m, book) for m in whole)
    book = _learned(book, (name for name in several if len(name.pieces) > 1))
    return tuple(_read(m, book) if m.of_a_person else None for m in mentions)


def _learned(book: _Book, names: Iterable[Name]) -> _Book:
    given, family = set(book.given), set(book.family)
    for name in names:
        given.update(set(name.keys(Part.GIVEN)) - book.family)
        family.update(set(name.keys(Part.FAMILY)) - book.given)
    return _Book(book.is_given, frozenset(given), frozenset(family))


def _read(mention: Mentioned, book: _Book) -> Name:
    text = clean(mention.text)
    found = units(text)
    titles = [unit.key in TITLES and not unit.initial for unit in found]
    if all(titles):  # a family that is called like a title
        titles = [False] * len(found)
    named = tuple(unit for unit, title in zip(found, titles, strict=True) if not title)
    named = _with_blocks(text, named, mention, book)
    parts = _parts(text, named, mention, book, _after_born(found))
    kept = (Piece(u.start, u.end, u.key, None) for u, t in zip(found, titles, strict=True) if t)
    pieces = (
        Piece(unit.start, unit.end, unit.key, part, unit.initial)
        for unit, part in zip(named, parts, strict=True)
    )
    return Name(text, tuple(sorted((*kept, *pieces), key=lambda p: p.start)))


def _after_born(found: tuple[Unit, ...]) -> int:
    """Return where the name of birth or of marriage begins, past the end if nowhere."""
    return next((u.end for u in found if u.key in BORN and u is not found[0]), 1 << 30)


def _with_blocks(
    text: str, found: tuple[Unit, ...], mention: Mentioned, book: _Book
) -> tuple[Unit, ...]:
    """Return the units with blocks of initials (JK, JP in « JP Martin ») as single letters."""
    split: list[Unit] = []
    for unit in found:
        if _is_block(text, unit, found, mention, book):
            letters = range(unit.start, unit.end)
            split += (Unit(i, i + 1, unit.key[i - unit.start], initial=True) for i in letters)
        else:
            split.append(unit)
    return tuple(split)


def _is_block(
    text: str, unit: Unit, found: tuple[Unit, ...], mention: Mentioned, book: _Book
) -> bool:
    written = text[unit.start : unit.end]
    shaped = written.isupper() and written.isalpha() and _PAIR <= len(written) <= _BLOCK
    if not shaped or len(unit.key) != len(written) or unit.hyphen or unit.particle:
        return False
    if book.part(unit.key) or mention.part is Part.FAMILY:
        return False
    if len(written) == _BLOCK and book.is_given(unit.key):  # LUC; but ED is E. D.
        return False
    others = [u for u in found if u is not unit and not u.initial]
    if not others:
        return mention.part is None and len(found) == 1
    given = any(book.is_given(u.key) for u in others)
    return _VOWELS.isdisjoint(unit.key) or (len(written) == _PAIR and not given)


def _parts(
    text: str, found: tuple[Unit, ...], mention: Mentioned, book: _Book, born: int
) -> list[Part]:
    words = _compounds(u for u in found if not u.initial)
    if mention.part and not _called(words, found, mention, book):
        return [mention.part] * len(found)
    if mention.part:
        return [Part.GIVEN] * len(found)
    if not words:
        last = len(found) - 1 if len(found) > 1 else -1
        return [Part.FAMILY if i == last else Part.GIVEN for i in range(len(found))]
    if len(words) == 1:
        only = _single(text, words[0], found, mention, book)
        other = Part.GIVEN if only is Part.FAMILY else Part.FAMILY
        return [other if u.initial else only for u in found]
    several = zip(words, _several(text, words, book, born), strict=True)
    of_word = {unit.start: part for word, part in several for unit in word}
    return [Part.GIVEN if u.initial else of_word[u.start] for u in found]


def _called(
    words: tuple["_Word", ...], found: tuple[Unit, ...], mention: Mentioned, book: _Book
) -> bool:
    """Tell whether a text calls a relative by a given name: "Wife: Anne"."""
    bare = not mention.owner and not mention.titled and len(words) == 1 == len(found)
    close = mention.category in {Phi.RELATIVE, Phi.NAME}
    return bare and close and mention.part is Part.FAMILY and _given(words[0], book)


_Word = tuple[Unit, ...]  # a word of the name, with the words that hyphens join to it


def _compounds(words: Iterable[Unit]) -> tuple[_Word, ...]:
    joined: list[_Word] = []
    for unit in words:
        if unit.hyphen and joined:
            joined[-1] = (*joined[-1], unit)
        else:
            joined.append((unit,))
    return tuple(joined)


def _given(word: _Word, book: _Book) -> bool:
    whole = "-".join(unit.key for unit in word)
    return book.is_given(whole) or all(book.is_given(unit.key) for unit in word)


def _known(word: _Word, book: _Book) -> Part | None:
    return next((part for unit in word if (part := book.part(unit.key))), None)


def _single(
    text: str, word: _Word, found: tuple[Unit, ...], mention: Mentioned, book: _Book
) -> Part:
    known = _known(word, book)
    if known:
        return known
    both = any(unit.particle or unit.key in book.family for unit in word)
    if both or not _given(word, book):
        return Part.FAMILY
    if len(found) > len(word):  # « Élise D. », « J. Martin », « MARTIN J. »
        first = found[0] is word[0] and not _capitals(text, word)
        return Part.GIVEN if first else Part.FAMILY
    titled = mention.category in {Phi.CLINICIAN, Phi.AUTHOR} or mention.titled
    return Part.FAMILY if titled else Part.GIVEN


def _several(text: str, words: tuple[_Word, ...], book: _Book, born: int) -> list[Part]:
    comma = text.find(",", words[0][-1].end, words[-1][0].start)
    capitals = [_capitals(text, word) for word in words]
    mixed = any(capitals) and not all(capitals)
    parts: list[Part | None] = []
    for word, capital in zip(words, capitals, strict=True):
        start = word[0].start
        if comma >= 0 or start >= born:
            parts.append(Part.GIVEN if comma < start < born else Part.FAMILY)
            continue
        by_form = (Part.FAMILY if capital else Part.GIVEN) if mixed else None
        particle = Part.FAMILY if any(unit.particle for unit in word) else None
        parts.append(_known(word, book) or particle or by_form)
    return _completed(words, parts, book)


def _capitals(text: str, word: _Word) -> bool:
    last = text[word[-1].start : word[-1].end].rsplit(maxsplit=1)[-1]
    return len(last) > 1 and last.isupper()


def _completed(words: tuple[_Word, ...], parts: list[Part | None], book: _Book) -> list[Part]:
    """Decide the words that nothing else decides: by lexicon, then by order."""
    open_ = [i for i, part in enumerate(parts) if part is None]
    chosen = [part or Part.FAMILY for part in parts]
    for i in open_:
        chosen[i] = Part.GIVEN if _given(words[i], book) else Part.FAMILY
    if open_ and Part.GIVEN not in chosen:
        chosen[open_[0]] = Part.GIVEN
    if open_ and Part.FAMILY not in chosen:
        chosen[open_[-1]] = Part.FAMILY
    return chosen
