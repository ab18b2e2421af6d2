"""Guard clinical text against being misread as Markdown: what is not markup is escaped."""

import re
from itertools import pairwise
from typing import Final

TALLEST: Final = 300  # rows of a Markdown table, past which it is divided
# CommonMark's punctuation around a delimiter: what may stand outside emphasis
_OUTSIDE: Final = frozenset(" \n\t\u00a0\u202f([{«\"'’-–—/,.;:!?)]}»…|")
_STARS: Final = re.compile(r"(?<!\\)\*+")
_UNDERLINES: Final = re.compile(r"(?<!\\)_+")
_NUMBERED: Final = re.compile(r"^((?:[ \t]*[>*+-])*[ \t]*)(\d+)(\.)(?=[ \t])", re.MULTILINE)
_SIGN_AT_START: Final = re.compile(r"^([ \t]*)([+#](?!#)|#+(?![# ]))", re.MULTILINE)
_HEADING: Final = re.compile(r"#{1,6} \S")
_MINUS: Final = re.compile(r"^([ \t]*)-(?=[ \t]*\d)")
_BULLET: Final = re.compile(r"[ \t]*[-*][ \t]+\S")
_DOT: Final = re.compile(r"^([ \t]*)[•▪‣][ \t]*(?=\S)", re.MULTILINE)
_NO_LINK: Final = re.compile(r"\[(?![^\[\]\n]*\]\(https://[^\s()]+\))")
_RULE: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|")


def guarded(text: str) -> str:
    r"""Return Markdown in which only unmistakable markup is left unescaped.

    >>> guarded("5*10*9/L chez un *patient*")
    '5\\*10\\*9/L chez un *patient*'
    """
    text = _tables_divided(_literal(text))
    text = _NO_LINK.sub(r"\\[", _DOT.sub(r"\1- ", text))
    text = _numbers_kept(_SIGN_AT_START.sub(_kept_sign, text))
    text = "\n\n".join(_bulleted(paragraph) for paragraph in text.split("\n\n"))
    return "\n\n".join(
        _emphasis(_emphasis(paragraph, _STARS), _UNDERLINES) for paragraph in text.split("\n\n")
    )


def _literal(text: str) -> str:
    """Keep backslashes and character references as they were typed."""
    return text.replace("\\", "\\\\").replace("&", "&amp;")


def _kept_sign(found: re.Match[str]) -> str:
    line = found.string[found.start(2) :]
    if found[2] == "#" and _HEADING.match(line):
        return found[0]
    return f"{found[1]}\\{found[2]}"


def _numbers_kept(text: str) -> str:
    """Escape numbers at line starts, unless they count 1, 2, 3… and are a list."""
    lists = [found for found in _NUMBERED.finditer(text)]  # noqa: C416 - named for the next line
    numbers = [int(found[2]) for found in lists]
    counts = numbers[:1] == [1] and all(b == a + 1 for a, b in pairwise(numbers))
    if counts and len(numbers) > 1 and not any(found[1] for found in lists):
        return text
    return _NUMBERED.sub(r"\1\2\\\3", text)


def _bulleted(paragraph: str) -> str:
    """Set a list apart from the line before it; a lone ``- 3`` is a number below zero."""
    lines = paragraph.split("\n")
    bullets = [bool(_BULLET.match(line)) for line in lines]
    if sum(bullets) == 1:
        lines = [_MINUS.sub(r"\1\\-", line) for line in lines]
    made = lines[:1]
    for (before, here), line in zip(pairwise(bullets), lines[1:], strict=True):
        made += ["", line] if here and not before else [line]
    return "\n".join(made)


def _emphasis(paragraph: str, delimiter: re.Pattern[str]) -> str:
    """Escape every delimiter of ``paragraph`` that does not open or close emphasis."""
    keep: set[int] = set()
    opened: re.Match[str] | None = None
    for found in delimiter.finditer(paragraph):
        before = paragraph[found.start() - 1 : found.start()] or " "
        after = paragraph[found.end() : found.end() + 1] or " "
        if before in _OUTSIDE and not after.isspace() and opened is None:
            opened = found
        elif (
            opened is not None
            and not before.isspace()
            and after in _OUTSIDE
            and found[0] == opened[0]
        ):
            keep |= {opened.start(), found.start()}
            opened = None
    pieces = []
    end = 0
    for found in delimiter.finditer(paragraph):
        sign = found[0] if found.start() in keep else "".join(f"\\{c}" for c in found[0])
        pieces += [paragraph[end : found.start()], _bullet(paragraph, found) or sign]
        end = found.end()
    return "".join((*pieces, paragraph[end:]))


def _bullet(paragraph: str, found: re.Match[str]) -> str | None:
    """Return the star of a list, which stands alone at the start of its line."""
    line = paragraph[paragraph.rfind("\n", 0, found.start()) + 1 : found.start()]
    alone = found[0] == "*" and paragraph[found.end() : found.end() + 1] == " "
    return "*" if alone and not line.strip() else None


def _tables_divided(text: str) -> str:
    """Give a Markdown table of more than TALLEST rows a new heading every TALLEST rows."""
    lines = text.split("\n")
    if len(lines) <= TALLEST:
        return text
    made: list[str] = []
    head: tuple[str, str] | None = None
    rows = 0
    for number, line in enumerate(lines):
        if _RULE.match(line) and number:
            head, rows = (lines[number - 1], line), 0
        elif head and "|" in line:
            rows += 1
            if rows > TALLEST:
                made += ["", *head]
                rows = 1
        else:
            head = None
        made.append(line)
    return "\n".join(made)
