"""The reading form of a text: small letters without accents, plain spaces, hyphens, apostrophes.

Unlike ``anonymizer.fold`` it keeps line ends and one character for each character, so that what
is found in it stands at the same offset in the text. Signs that nobody sees are left out, and
only then are offsets given.
"""

import re
import unicodedata
from functools import cache

_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_PLAIN = bytes(set(range(128)) - set(b"\t\r\x0b\x0c\x1c\x1d\x1e\x1f`"))
_HYPHENS = "-‐‑‒–—−﹣－"
_APOSTROPHES = "'’‘ʼ`´′‛＇"


@cache
def _cleaned(char: str) -> str:
    if char == "\n":
        return char
    if char.isspace():
        return " "
    if char in _HYPHENS:
        return "-"
    if char in _APOSTROPHES:
        return "'"
    if not char.isalnum():
        return char
    apart = unicodedata.normalize("NFKD", char.lower())
    return apart[0] if char.isalpha() or char.isdecimal() else char


def _kinds(text: str) -> list[str]:
    """Return, once each, the characters that more than small letters tells from plain ones."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return sorted(set(rest.decode("utf-8", "surrogatepass")))


def _plain(text: str) -> str:
    """Return ``text`` with each of its characters cleaned: of each kind all at once."""
    low = text.lower()
    if len(low) != len(text):
        return "".join(map(_cleaned, text))
    for char in _kinds(low):
        low = low.replace(char, _cleaned(char))
    return low


def clean(text: str) -> tuple[str, tuple[int, ...] | None]:
    r"""Return the reading form, and where each of its characters stands (None: at the same place).

    >>> clean("Février\u00a02015")
    ('fevrier 2015', None)
    """
    if not any(map(_UNSEEN.match, _kinds(text))):
        return _plain(text), None
    kept = tuple(i for i, char in enumerate(text) if not _UNSEEN.match(char))
    return _plain("".join(text[i] for i in kept)), kept
