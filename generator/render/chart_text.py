"""Words of a drawing: how wide they are at most, and on how many lines they stand.

The widths are those of Source Sans 3 Semibold, or of Arial Bold where that is wider, so that a
text keeps its place whatever font the reader has.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

SIZE: Final = 14.0  # points at the width of the page: seven at half size
LEAD: Final = 17.0  # from line to line
_LINES: Final = 3  # of one text; the table has the rest
_LONGEST: Final = 600  # signs, more than three lines hold
_WIDTHS: Final = {
    "ijlI|.,:;'’!·‘\u00a0 ": 333,
    "frt()[]{}/-°": 400,
    '“”"': 490,
    "W@%—…": 1020,
    "mM": 900,
    "wABCDEFGHJKLNOPQRSTUVXYZ&": 780,
    "0123456789abcdeghknopqsuvxyz–−+<>=±≈≤≥": 611,
}  # signs -> thousandths of the size
_WIDTH: Final = {sign: width for signs, width in _WIDTHS.items() for sign in signs}
_REGULAR: Final = 0.95  # of what is bold
_LATIN, _OTHER = 920, 1300  # a letter of the Latin alphabet that is not listed; any other sign
_LATIN_END: Final = "\u0250"
_UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


def clean(text: str) -> str:
    """Return a text on one line, without signs that cannot be seen."""
    return _UNSEEN.sub(" ", text.replace("\u202f", "\N{NO-BREAK SPACE}")).strip()


def width(text: str, *, bold: bool = True) -> float:
    """Return the most that a text may take, in points.

    >>> width("INR") < width("albumine")
    True
    """
    return SIZE * sum(map(_wide, text)) / 1000 * (1 if bold else _REGULAR)


def _wide(sign: str) -> int:
    known = _WIDTH.get(sign) or _WIDTH.get(normalize("NFD", sign)[0])
    return known or (_LATIN if sign < _LATIN_END else _OTHER)


def wrapped(text: str, room: float, *, bold: bool = True) -> tuple[str, ...]:
    """Return a text in three lines at most, none wider than ``room``; more ends in « … »."""
    room = room if bold else room / _REGULAR
    lines, line = [], ""
    for word in clean(text)[:_LONGEST].split(" "):
        for piece in _pieces(word, room):
            joined = f"{line} {piece}" if line else piece
            if line and width(joined) > room:
                lines.append(line)
                line = piece
            else:
                line = joined
    lines += [line] if line else []
    if len(lines) <= _LINES:
        return tuple(lines)
    return (*lines[: _LINES - 1], _cut(lines[_LINES - 1], room))


def _pieces(word: str, room: float) -> Iterator[str]:
    """Give a word, in pieces where it is wider than ``room``."""
    start = 0
    for end in range(2, len(word) + 1):
        if width(word[start:end]) > room:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def _cut(line: str, room: float) -> str:
    while line and width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"
