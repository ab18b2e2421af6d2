"""Encodings: what a text hides in base64, hexadecimal, percent signs, entities or escapes."""

import re
import sys
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from itertools import accumulate
from urllib.parse import unquote

from anonymizer.verify.channels.plain import letters
from anonymizer.verify.findings import APART, Haystack, Role, haystack

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-7]{3})"
    r"|([0-9A-Fa-f]{2,6})[ ]?)"
)
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_QUOTED_RUN = re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")
_MARK = re.compile(r"%[0-9A-Fa-f]{2}|&[#\w]{2,31};|\\[ux0-9]|=[0-9A-F]{2}")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{56,}\r?\n){0,9999}[A-Za-z0-9+/_-]{6,}")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:0x)?((?:[0-9A-Fa-f]{2}){4,})(?![0-9A-Za-z])")
_HEX_APART = re.compile(
    r"""(?<![0-9A-Za-z]) (?:(?:0x|\\x)?[0-9A-Fa-f]{2}[\ :,-]{1,2}){3,}
        (?:0x|\\x)?[0-9A-Fa-f]{2} (?![0-9A-Za-z])""",
    re.VERBOSE,
)
_HEX_PAIR = re.compile(r"(?:0x|\\x)?([0-9A-Fa-f]{2})")
_URL_SAFE = str.maketrans("-_", "+/")
_BETWEEN = b"\n\n\n"
_BETWEEN_64 = b64encode(_BETWEEN).decode()
_DEEPEST = 2
_LONG = 12  # signs from which what was decoded may be an encoding itself


def decoded(hay: Haystack, depth: int = 0) -> Iterator[Haystack]:
    """Give what each encoding in a haystack hides, and what is hidden in that."""
    role = Role.CODE if hay.role in {Role.CODE, Role.BYTES} else Role.DECODED
    marked = hay.text
    if hay.role is Role.BYTES:  # chance makes a sign of some encoding in any font
        marked = APART.join(run for run in marked.split(APART) if _MARK.search(run))
    for name, text in _whole(marked):
        if text != marked:
            yield from haystack(f"{hay.channel} ({name})", role, [("decoded", text)])
    for name, runs in (("base64", _base64(hay.text)), ("hexadecimal", _hexadecimal(hay.text))):
        pieces = ((hay.place(at), text) for at, text in runs)
        every = tuple(pieces)
        yield from haystack(f"{hay.channel} ({name})", Role.DECODED, every)
        long = (piece for piece in every if len(piece[1]) >= _LONG and depth < _DEEPEST)
        for inner in haystack(f"{hay.channel} ({name})", Role.DECODED, long):
            yield from decoded(inner, depth + 1)


def _whole(text: str) -> Iterator[tuple[str, str]]:
    """Give the text with each encoding that it bears undone, and with all of them undone."""
    every = text
    if "&" in text and _ENTITY.search(text):
        every = unescape(unescape(every))
        yield "entities", every
    if "%" in text and _PERCENT.search(text):
        yield "percent", unquote(text, errors="replace")
        yield "percent, Latin-1", unquote(text, encoding="latin-1")
        every = unquote(every, errors="replace")
    if "\\" in text and _ESCAPE.search(text):
        yield "escapes", _unescaped(text)
        every = _unescaped(every)
    if "=" in text and _QUOTED.search(text):
        yield "quoted-printable", _QUOTED_RUN.sub(_unquoted, text)
    yield "several encodings", every


def _unescaped(text: str) -> str:
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
    met = {run[0]: run.start() for run in _BASE64.finditer(text)}  # most words come again
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
