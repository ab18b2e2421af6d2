"""French and English typography of what is displayed; digits and words never change.

French sets a narrow no-break space before ``; ! ?``, a no-break space before ``:`` and inside
« guillemets » (Imprimerie nationale). Only spaces that are there become no-break ones.
"""

import re
from typing import Final

from anonymizer.phi import Lang

from generator.language.units import NARROW, NO_BREAK

_SPACED: Final = re.compile(r"[:;!?«»]")
_BEFORE_HIGH: Final = re.compile(r"[ \u00a0\u202f]+(?=[;!?])")
_BEFORE_COLON: Final = re.compile(r"[ \u00a0\u202f]+(?=:)")
_AFTER_OPENING: Final = re.compile(r"(?<=«)[ \u00a0\u202f]+")
_BEFORE_CLOSING: Final = re.compile(r"[ \u00a0\u202f]+(?=»)")
# between letters only: 5'-nucléotidase, 3' and 10' stay as they are
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
# a tag, or a link or code with what it holds: never touched
_NOT_TEXT: Final = re.compile(r"(<a\b.*?</a>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)


def displayed(text: str, lang: Lang) -> str:
    r"""Return a plain text with the spaces and apostrophes of its language.

    >>> displayed("Biochimie : l'urée", Lang.FR)
    'Biochimie\xa0: l’urée'
    """
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if lang is Lang.EN or not _SPACED.search(text):
        return text
    text = _BEFORE_HIGH.sub(NARROW, text)
    for space in (_BEFORE_COLON, _AFTER_OPENING, _BEFORE_CLOSING):
        text = space.sub(NO_BREAK, text)
    return text


def displayed_html(html: str, lang: Lang) -> str:
    """Return sanitised HTML with the typography of its language, links and code left alone."""
    pieces = _NOT_TEXT.split(html)
    return "".join(
        piece if number % 2 else displayed(piece, lang) for number, piece in enumerate(pieces)
    )
