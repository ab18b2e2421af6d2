"""Encodings: what a text hides in base64, hexadecimal, percent signs, entities or escapes."""

import re
import sys
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import accumulate
from typing import Final
from urllib.parse import unquote

from anonymizer.verify.channels.plain import letters
from anonymizer.verify.findings import Haystack, Role, haystack

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-7]{3})"
    r"|([0-9A-Fa-f]{2,6})[ ]?)"
)
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_QUOTED_RUN = re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")
_HIGH = "[\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"  # a byte as a letter
_MISREAD = re.compile(rf"[\xc2-\xdf]{_HIGH}|[\xe1\xe2\xef]{_HIGH}{{2}}")
_MARK = re.compile(
    r"%[0-9A-Fa-f]{2}|&[#\w]{2,31};|\\[ux0-9A-Fa-f]|=[0-9A-F]{2}|=\r?\n|" + _MISREAD.pattern
)
# Three Latin letters in base64, or two and a half in base64 of UTF-16: what may be a name has them.
_LETTERS = re.compile(
    r"[I-Za-f][C-HS-Xi-nyz0-3][ABEFIJMNQRUVYZcdghklopstwx014589][\w+/-]"
    r"|A[C-H][AEIMQUYcgkosw048]A"
)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{56,}\r?\n){0,9999}[A-Za-z0-9+/_-]{6,}")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:0x)?((?:[0-9A-Fa-f]{2}){4,})(?![0-9A-Za-z])")
_HEX_APART = re.compile(
    r"""(?<![0-9A-Za-z]) (?:(?:0x|\\x)?[0-9A-Fa-f]{2}[\ :,-]{1,2}){3,}
        (?:0x|\\x)?[0-9A-Fa-f]{2} (?![0-9A-Za-z])""",
    re.VERBOSE,
)
_HEX_PAIR = re.compile(r"(?:0x|\\x)?([0-9A-Fa-f]{2})")
_CODES = re.compile(r"(?<![\d.])(?:\d{2,5},\s?){4,}\d{2,5}(?!\d|\.\d)")
_WORD_END = re.compile(r"\S*\Z")
_WORD_START = re.compile(r"\S*")
_NUMBER = re.compile(r"\d+")
# UTF-8 read as Latin-1 or as Windows-1252: the bytes of one letter, as letters
_AS_BYTES = {ord(bytes([b]).decode("cp1252", "replace")): b for b in range(0x80, 0xA0)}
_URL_SAFE = str.maketrans("-_", "+/")
_BETWEEN = b"\n\n\n"
_BETWEEN_64 = b64encode(_BETWEEN).decode()
_DEEPEST = 2
_ADDRESSES = frozenset({Role.LABEL, Role.LINK, Role.NAME})  # read as they are undone
_NEAR = 40  # signs about a mark that are read with it
_NEAR_BYTES = 16
_LONG = 8  # signs from which what was decoded may be an encoding itself


def decoded(hay: Haystack, depth: int = 0) -> Iterator[Haystack]:
    """Give what each encoding in a haystack hides, and what is hidden in that."""
    role = Role.CODE if hay.role in {Role.CODE, Role.BYTES} else Role.DECODED
    own = hay.role if hay.role in _ADDRESSES else role
    yield from _runs(hay, depth)
    for marked in haystack(hay.channel, own, _marked(hay)):
        for name, text in _whole(marked.text, alone=hay.role is not Role.BYTES):
            bare = replace(marked, channel=f"{hay.channel} ({name})", text=text)
            yield bare
            if hay.role is not Role.BYTES:
                yield from _runs(bare, depth)


def _marked(hay: Haystack) -> Iterator[tuple[str, str]]:
    """Give each part of a text that bears marks of encodings, with the words near them."""
    near = _NEAR_BYTES if hay.role is Role.BYTES else _NEAR
    spans: list[tuple[int, int]] = []
    for mark in _MARK.finditer(hay.text):
        start, end = max(0, mark.start() - near), mark.end() + near
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
    for start, end in spans:
        head = _WORD_END.search(hay.text, max(0, start - near), start)
        tail = _WORD_START.match(hay.text, end, end + near)
        first, last = head.start() if head else start, tail.end() if tail else end
        yield hay.place(first), hay.text[first:last]


def _runs(hay: Haystack, depth: int) -> Iterator[Haystack]:
    """Give what runs of base64, hexadecimal or character codes hide, and what is hidden there."""
    for name, reader in _RUN_READERS:
        pieces = tuple((hay.place(at), text) for at, text in reader(hay.text))
        yield from haystack(f"{hay.channel} ({name})", Role.DECODED, pieces)
        long = (piece for piece in pieces if len(piece[1]) >= _LONG and depth < _DEEPEST)
        for inner in haystack(f"{hay.channel} ({name})", Role.DECODED, long):
            yield from decoded(inner, depth + 1)


def _whole(text: str, *, alone: bool) -> Iterator[tuple[str, str]]:
    """Give the text with all encodings undone twice, and with each ``alone`` undone.

    One may read for its own what another has written: ``?q=41`` holds no quoted-printable.
    """
    every = text
    for _, undo in (*_UNDONE, *_UNDONE):
        every = undo(every)
    forms = [("several encodings", every), ("several encodings", _quoted(every))]
    if alone:
        forms += ((name, undo(text)) for name, undo in (*_UNDONE, ("quoted-printable", _quoted)))
    yield from {bare: (name, bare) for name, bare in forms if bare != text}.values()


def _entities(text: str) -> str:
    return unescape(unescape(text)) if "&" in text and _ENTITY.search(text) else text


def _percent(text: str) -> str:
    return unquote(text, errors="replace") if "%" in text and _PERCENT.search(text) else text


def _percent_latin(text: str) -> str:
    return unquote(text, encoding="latin-1") if "%" in text and _PERCENT.search(text) else text


def _quoted(text: str) -> str:
    return _QUOTED_RUN.sub(_unquoted, text) if "=" in text and _QUOTED.search(text) else text


def _misread(text: str) -> str:
    return _MISREAD.sub(_reread, text)


def _reread(match: re.Match[str]) -> str:
    """Return the letter whose two or three bytes stand as letters: Ã© is é."""
    try:
        return match[0].translate(_AS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return match[0]


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_escaped, text.replace("\\\\", "\\"))


def _escaped(match: re.Match[str]) -> str:
    braced, four, two, octal, css = match.groups()
    code = int(octal, 8) if octal else int(braced or four or two or css, 16)
    return chr(code) if code <= sys.maxunicode else ""


def _unquoted(match: re.Match[str]) -> str:
    raw = bytes.fromhex(match[0].replace("=", "").replace("\r", "").replace("\n", ""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _base64(text: str) -> Iterator[tuple[int, str]]:
    """Give what runs of base64 say at each of the four places where a group may begin.

    All runs of a text are decoded at once, line ends between them: a report has many words.
    """
    every = ((run[0], run.start()) for run in _BASE64.finditer(text))
    met = {run: start for run, start in every if _LETTERS.search(run)}  # most words come again
    runs = [(start, "".join(run.split())) for run, start in met.items()]
    for skip in range(4):
        groups = [signs[skip:] + "A" * (-(len(signs) - skip) % 4) for _, signs in runs]
        ends = tuple(accumulate(len(group) * 3 // 4 + len(_BETWEEN) for group in groups))
        raw = b64decode("".join(group + _BETWEEN_64 for group in groups).translate(_URL_SAFE))
        for at, said in letters(raw):
            yield runs[bisect_right(ends, at)][0], said


def _hexadecimal(text: str) -> Iterator[tuple[int, str]]:
    runs = [(run.start(), run[1]) for run in _HEX.finditer(text)]
    runs += [(run.start(), "".join(_HEX_PAIR.findall(run[0]))) for run in _HEX_APART.finditer(text)]
    for start, digits in runs:
        yield from ((start, said) for _, said in letters(bytes.fromhex(digits)))


def _codes(text: str) -> Iterator[tuple[int, str]]:
    for run in _CODES.finditer(text):
        numbers = (int(number) for number in _NUMBER.findall(run[0]))
        yield run.start(), "".join(chr(n) for n in numbers if n <= sys.maxunicode)


_UNDONE: Final = (
    ("entities", _entities),
    ("percent", _percent),
    ("percent, Latin-1", _percent_latin),
    ("escapes", _unescaped),
    ("UTF-8 read as Latin-1", _misread),
)
_RUN_READERS: Final = (
    ("base64", _base64),
    ("hexadecimal", _hexadecimal),
    ("character codes", _codes),
)
