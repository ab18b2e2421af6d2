"""Folding: the form in which two writings of one word are equal.

Case, accents, ligatures, compatibility forms, zero-width signs, soft hyphens and the many spaces,
hyphens and apostrophes fall away; digits and letters stay.
"""

import unicodedata

_APOSTROPHES = "'’‘ʼ`´′‛＇"
_HYPHENS = "-‐‑‒–—−﹣－"


def _folded(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if char == "\N{SOFT HYPHEN}" or unicodedata.category(char) == "Cf":
        return ""
    if char.isspace() or unicodedata.category(char) == "Zs":
        return " "
    apart = unicodedata.normalize("NFKD", char.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LIGATURES)
    # what comes out may fold again: a script capital A becomes A, then a
    return plain if plain == char else "".join(_folded(c) for c in plain)


_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)


class _Table(dict[int, str]):
    """A translation table that learns each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return ``text`` without case, accents, invisible signs and kinds of hyphen and space.

    >>> fold("ÉLISE Le–Gœff")
    'elise le-goeff'
    """
    return text.translate(_TABLE)


def fold_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text and, for each of its characters, the offset in ``text`` it came from.

    One more offset, the length of ``text``, closes the tuple, so that a folded range ``[i, j)``
    stands at ``[offsets[i], offsets[j - 1] + 1)`` in the original.
    """
    pieces = [_TABLE[ord(char)] for char in text]
    offsets = tuple(i for i, piece in enumerate(pieces) for _ in piece)
    return "".join(pieces), (*offsets, len(text))
