"""Signs inside a sentence that a translator moves but never changes: emphasis, links, cells."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

# what Markdown may read inside a line: stars, underlines, both ends of a link, a cell of a table
_SIGNS: Final = re.compile(r"(\*+|_+|\[(?=[^\[\]\n]*\]\(https?://)|\]\(https?://[^\s()]+\)|\|)")
# what XML 1.0 cannot hold, written or escaped
UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words and signs of a sentence in order, each with whether it is a sign.

    >>> [piece for piece, is_sign in pieces("très **net** ici") if is_sign]
    ['**', '**']
    """
    for number, piece in enumerate(_SIGNS.split(text)):
        if piece:
            yield piece, bool(number % 2)


def signs(text: str) -> Counter[str]:
    """Return how often each sign stands in a sentence."""
    return Counter(piece for piece, is_sign in pieces(text) if is_sign)


def kept(source: str, target: str) -> bool:
    """Tell whether a translation has the signs of its source, and no line more than it."""
    return signs(source) == signs(target) and source.count("\n") >= target.count("\n")
