"""Divide clinical prose into sentences, and leave whole what only looks like the end of one.

« Dr. », « janv. 2020 », « 10 mg/j. en deux prises », « p. ex. », "i.e.", « J. Martin » and lists of
results stay whole; a heading, an item of a list and a row of a table stand alone. Where in doubt
two sentences stay together: a translator is not misled by that.
"""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.phi import Lang

from generator.translate.abbreviations import BEFORE_A_NAME, COUNTED, LEANING, STARTERS

__all__ = ["sentences"]

# what may end a sentence, what closes with it, and the space behind it
_END: Final = re.compile(
    r"(?P<stop>[.!?…]+)(?P<closing>[ \u00a0\u202f]?»|[)\]”’\"'*_])*(?P<gap>\s+)"
)
# a sentence begins: a capital, a number, « pT3 »; behind an opening quotation mark, bracket, sign
_NEXT: Final = re.compile(
    r"(?:[«“„‘\"'(\[*_][ \u00a0\u202f]?|[-–—•][ \t\u00a0]+)*"
    r"(?P<word>[^\W\d_]+)?(?P<number>[<>≤≥±+-]?[ ]?\d)?"
)
# the word that bears the full stop, inner stops and hyphens included: « p. ex », "i.e", « c.-à-d »
_LAST: Final = re.compile(
    r"(?:p\.[ \u00a0]?|et[ \u00a0](?=al\Z))?[^\W_][^\s,;:()\[\]«»“”\"'’/…*_]*\Z"
)
_BEFORE: Final = re.compile(r"([^\W\d_]+)['’]?[ \u00a0]+\Z")
_LABEL_IN_LIST: Final = re.compile(r"(?:[,;:(\n]|\A)\s*[^\W\d_]+\Z")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_LIST_NUMBER: Final = re.compile(r"\s*(?:[>*+-][ \t]+)*\d{1,3}")
_GENE: Final = re.compile(r"[a-z]{1,2}[A-Z0-9]")
_UNITS: Final = frozenset(("m", "mm", "ms"))  # in small letters; « M. », « MM. » are titles
_AMBIGUOUS: Final = frozenset(("ex", "jr", "nb", "ref", "réf", "sr"))  # they may end a sentence
_CITED: Final = frozenset(("etal",))
_REACH: Final = 40  # signs before a full stop that are looked at
_ASIDE: Final = 300  # the longest bracket that is kept whole

_BLANK: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_STRUCTURE: Final = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*+•▪‣–—][ \t]|\d{1,3}[.)][ \t]|>|\|)")
_TITLE: Final = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\|)")
_FULL_LINE: Final = 60  # signs from which a line was cut by its width, not by its author


def sentences(text: str, lang: Lang) -> tuple[str, ...]:
    """Return the sentences of a text, each with the space behind it; joined they are the text.

    >>> sentences("Vue par le Dr. Aubin. Va bien.", Lang.FR)
    ('Vue par le Dr. Aubin. ', 'Va bien.')
    """
    return tuple(part for block in _blocks(text) for part in _in_block(block, lang))


def _blocks(text: str) -> Iterator[str]:
    """Yield paragraphs, headings, items and rows, each with the line ends behind it."""
    start = 0
    for end in _line_ends(text):
        if end > start and text[start:end].strip():
            yield text[start:end]
            start = end
    if start < len(text):
        yield text[start:]


def _line_ends(text: str) -> Iterator[int]:
    """Yield where a line begins that does not go on with the one before it."""
    begin = 0
    at = text.find("\n")
    while at >= 0:
        blank = _BLANK.match(text, at)
        end = blank.end() if blank else at + 1
        line = text[begin:at]
        if blank or _stands_alone(line, text, end):
            yield end
        begin = end
        at = text.find("\n", end)


def _stands_alone(line: str, text: str, after: int) -> bool:
    if _TITLE.match(line) or _STRUCTURE.match(text, after) or line.rstrip().endswith(":"):
        return True
    following = text[after : after + _REACH].lstrip(" \t")
    return len(line) < _FULL_LINE and not following[:1].islower()


def _in_block(block: str, lang: Lang) -> Iterator[str]:
    start = 0
    for found in _END.finditer(block):
        if _ends(block, start, found, lang):
            yield block[start : found.end()]
            start = found.end()
    if start < len(block):
        yield block[start:]


def _ends(block: str, start: int, found: re.Match[str], lang: Lang) -> bool:
    """Tell whether a sentence that began at ``start`` ends where ``found`` stands."""
    following = _NEXT.match(block, found.end())
    if following is None or found.end() >= len(block):
        return False
    word, number = following["word"] or "", following["number"]
    gene = _GENE.match(block, following.start("word")) if word else None
    if not (word[:1].isupper() or (number and not word) or gene):
        return False
    if _in_aside(block, start, found.start()):
        return False
    if found["stop"] != ".":
        return block[found.start() - 1 : found.start()] != "("
    return not _leans(block, start, found.start(), word, lang)


def _leans(block: str, start: int, stop: int, word: str, lang: Lang) -> bool:
    """Tell whether the full stop at ``stop`` belongs to an abbreviation, an initial or a number."""
    left = block[max(start, stop - _REACH) : stop]
    if _LIST_NUMBER.fullmatch(block, start, stop):
        return True
    last = _LAST.search(left)
    if last is None:
        return False
    token = last[0].casefold().replace("\u00a0", "").replace(" ", "")
    begins = word.casefold() in STARTERS[lang]
    if token in LEANING[lang] and not (token in _UNITS and last[0].islower()):
        return token not in _AMBIGUOUS or not begins
    dotted = token in _CITED or _DOTTED.fullmatch(token) is not None
    if not word:
        return dotted or token in COUNTED[lang] or _LABEL_IN_LIST.search(left) is not None
    if dotted:
        return not begins
    return len(last[0]) == 1 and last[0].isupper() and not begins and _initial(left, lang)


def _initial(left: str, lang: Lang) -> bool:
    """Tell whether the capital that closes ``left`` is an initial, not « hépatite C »."""
    before = _BEFORE.search(left[:-1])
    if before is None:
        return True
    return before[1][0].isupper() or before[1].casefold() in BEFORE_A_NAME[lang]


def _in_aside(block: str, start: int, stop: int) -> bool:
    """Tell whether a bracket opened in this sentence is still open, and closes soon."""
    opened = block.rfind("(", start, stop)
    if opened < 0 or block.find(")", opened, stop) >= 0:
        return False
    closed = block.find(")", stop, opened + _ASIDE)
    return closed >= 0 and block.find("(", stop, closed) < 0
