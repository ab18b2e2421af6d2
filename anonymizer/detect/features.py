"""Say what a capitalised word and its neighbours look like, for the tagger.

Layout: the words that may be part of a name, each with the three tokens (words, digits, signs,
ends of lines) on either side; of these a few short features, most of the surroundings, so that
what is learned is how letters announce names and not which names they hold. Source: features of
linear taggers of names (Ratinov and Roth 2009, doi:10.3115/1596374.1596399).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

from anonymizer.detect.looks import Look, is_term, look, written_as_a_name
from anonymizer.detect.words import (
    APOSTROPHE,
    HYPHEN,
    UPPER,
    folded,
    is_family,
    is_given,
    is_heading,
)
from anonymizer.lexicon import in_dictionary, places, words

_LETTERS = r"[^\W\d_]"
_CAPITALISED = re.compile(
    # the capital first, what must not stand before it next: re then skips to capitals
    rf"[{UPPER}](?<![^\W_].)(?<![^\W_]-.){_LETTERS}*(?:[{HYPHEN}{APOSTROPHE}]{_LETTERS}+)*"
)
_TOKEN = re.compile(rf"{_LETTERS}+(?:[{HYPHEN}{APOSTROPHE}]{_LETTERS}+)*|\d+|\n+|[^\s\w]|_")
_NUMERAL = re.compile(r"(?=..)[IVX]+[a-ds]{0,2}\Z")  # stage IVa, segment III, Kudo IIIs
_LETTERED = re.compile(rf"[{UPPER}]-[a-z]")  # X-ray, A-line
_EDGE = "^"  # before the first token and after the last one
_LINE = "¶"
_AROUND = 60  # signs in which three tokens are looked for
_SIDE = 3
_LONG = 4
_SHORT = 2  # letters of an initial, and of Ng, Vo, Li
_DIGITS = 5
_NEAR = 3  # signs between two words of a name


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be part of a name, and the forms and sides of the tokens around it.

    A form is a folded word, "9" and how many digits, a sign or the end of a line; a side says how
    a word is written and what the lexicons say of it, else it is the form.
    """

    start: int
    end: int
    kind: str
    shape: str  # "X" capitals, "Xx" a capital first
    tail: str
    glued: bool  # nothing stands between it and the token before
    known: bool  # the same word names someone for sure elsewhere
    left: tuple[tuple[str, str], ...] = field(repr=False)  # form and side, the nearest first
    right: tuple[tuple[str, str], ...] = field(repr=False)
    before: int  # where the token before it begins, -1 for none


def candidates(
    text: str, *, wide: bool = True, known: Collection[str] = frozenset()
) -> Iterator[Word]:
    """Yield the words of a text that may be part of a name, with their surroundings.

    ``wide`` takes in common words with a capital: for texts that name people. ``known`` are the
    folded words of the names that something sure tells.
    """
    named = -_NEAR
    for found in _CAPITALISED.finditer(text):
        word = found[0]
        start, end = found.span()
        if word.endswith(("'s", "’s")):
            word, end = word[:-2], end - 2
        near = start - named < _NEAR
        if not word or _is_siglum(word):
            continue
        if _may_name(word) or (near and _may_follow(word)) or (wide and _may_be(word)):
            named = end
            yield _around(text, start, end, word, known)


@cache
def _is_siglum(word: str) -> bool:
    """Tell whether a word is written as the acronym that it is: ANCA and IgE, but Anca, a name."""
    return not word[1:].islower() and folded(word) in words("acronyms")


@cache
def _may_name(word: str) -> bool:
    """Tell whether a word may be part of a name: an initial, or one that no lexicon forbids."""
    plain = folded(word)
    if _NUMERAL.match(word) or (plain in words("titles") and not is_family(plain)):
        return False
    if len(word) == 1 or look(word) is not Look.OTHER:
        return True
    return word.isupper() and not (in_dictionary(plain) or is_term(plain) or is_heading(plain))


@cache
def _may_follow(word: str) -> bool:
    """Tell whether a common word may be a family name behind a given one (Blanche Court)."""
    plain = folded(word)
    forbidden = ("titles", "countries", "regions", "nationalities")
    named = not (is_term(plain) or is_heading(plain) or any(plain in words(n) for n in forbidden))
    return named and not _NUMERAL.match(word)


@cache
def _may_be(word: str) -> bool:
    """Tell whether a word may be part of a name where people are named: Mr Long, Dr Graves."""
    plain = folded(word)
    if _may_follow(word) and written_as_a_name(word, plain):
        return True
    named = is_family(plain) or is_given(plain) or plain in words("eponyms")
    known = named and not is_heading(plain) and not _LETTERED.match(word)
    return (known or len(word) <= _SHORT) and not (_NUMERAL.match(word) or plain in words("titles"))


def _around(text: str, start: int, end: int, word: str, known: Collection[str]) -> Word:
    window = max(0, start - _AROUND)
    behind = [(m.start() + window, m[0]) for m in _TOKEN.finditer(text[window:start])][-_SIDE:]
    behind.reverse()
    ahead = [
        m[0] for _, m in zip(range(_SIDE), _TOKEN.finditer(text, end, end + _AROUND), strict=False)
    ]
    edge = (_EDGE, _EDGE)
    left = tuple(_told(token) for _, token in behind)
    right = tuple(_told(token) for token in ahead)
    last = behind[0] if behind else (-1, "")
    return Word(
        start,
        end,
        _kind(word),
        _shape(word),
        f"{word[-2:].lower()}{min(len(word), _LONG)}",
        last[0] + len(last[1]) == start,
        len(word) > 1 and folded(word) in known,
        left + (edge,) * (_SIDE - len(left)),
        right + (edge,) * (_SIDE - len(right)),
        last[0],
    )


@cache
def _told(token: str) -> tuple[str, str]:
    """Return the form and the side of a token."""
    if token[0] == "\n":
        return _LINE, _LINE
    if token[0].isdigit():
        form = f"9{min(len(token), _DIGITS)}"
        return form, form
    if not token[0].isalpha():
        return token, token
    bare = token[:-2] if token.endswith(("'s", "’s")) else token
    return folded(bare), f"{_shape(bare)}{int(look(bare))}"


def _shape(word: str) -> str:
    if word.islower():
        return "x"
    if len(word) > 1 and word.isupper():
        return "X"
    return "Xx" if word[0].isupper() else "xX"


@cache
def _kind(word: str) -> str:
    """Return what the lexicons say of a word in a few letters, and how it is written."""
    plain = folded(word)
    said = (
        ("g", is_given(plain, usual=True)),
        ("G", is_given(plain)),
        ("f", is_family(plain)),
        ("d", in_dictionary(plain)),
        ("h", is_heading(plain)),
        ("o", plain in words("ordinary")),
        ("p", plain in places()),
        ("1", len(plain) == 1),
    )
    letters = "".join(letter for letter, holds in said if holds)
    return f"{int(look(word))}{letters}{_shape(word)}"


def features(word: Word, before: str) -> tuple[str, ...]:
    """Return the features of a word; ``before`` is the tag of the token before it.

    A feature is a letter that says what is looked at, and what stands there.
    """
    (l1, side), (l2, _), (l3, _) = word.left
    (r1, other), (r2, far), _ = word.right
    kind, shape = word.kind, word.shape
    rough = f"{kind[0]}{shape}"
    again = (f"K{kind}", f"K{side}|{other}", f"KL{l1}", f"KR{r1}", f"KQ{r1} {r2}")
    return (
        *(again if word.known else ()),
        f"k{kind}",
        f"s{shape}",
        f"b{before}|{kind}",
        f"l{l1}|{kind}",
        f"L{l1}",
        f"m{l2} {l1}",
        f"n{l3} {l2} {l1}",
        f"r{r1}|{kind}",
        f"R{r1}",
        f"q{r1} {r2}",
        f"c{side}|{kind}|{other}",
        f"d{side}|{shape}|{other}{far}",
        f"e{before}|{r1}",
        f"w{l1}|{shape}{int(word.glued)}|{r1}",
        f"x{l2}|{rough}",
        f"y{r2}|{rough}",
        f"z{word.tail}",
    )
