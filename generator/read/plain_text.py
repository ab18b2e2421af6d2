"""Make Markdown of plain text, so that a report prints the text as it was written.

Signs that Markdown would take for formatting are escaped, and each line that its author ended
becomes a paragraph of its own; lines that only a page width divided stay one paragraph. Nothing
else changes: letters, numbers and signs are what they were.
"""

import itertools
import re
from typing import Final

_QUOTED: Final = re.compile(r'[ \t]*"[ \t]*')
_CODE_INDENT: Final = re.compile(r"^(?: {4,}|[ ]{0,3}\t)[ \t]*")
_ALWAYS: Final = re.compile(r"[*`]")
_BACKSLASH: Final = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")
_UNDERSCORE: Final = re.compile(r"(?<!\w)_|_(?!\w)")
_LINK: Final = re.compile(r"\][ ]?[(\[:]")
_TAG: Final = re.compile(r"<(?=[a-zA-Z/!?]|[^> \n]{0,200}[@:])")
_ENTITY: Final = re.compile(r"&(?=#|\w+;)")
_OPENING: Final = re.compile(
    r"""^(?P<indent>[ ]{0,3})
    (?:
        (?P<sign>[#>]|[-+](?=[ \t]|$)|[-=](?=[-= ]*$))   # heading, quotation, list, rule
      | (?P<date>(?=\d{1,2}\.[ ]\d{1,2}\.[ ]\d{2,4}))    # a date that looks like a list
      | (?P<number>\d{1,9})(?=\.[ \t])                    # numbered list
    )""",
    re.VERBOSE,
)
_LEAST_WIDTH, _MOST_WIDTH = 60, 100
_QUOTATION: Final = 100  # lines: a quotation that goes on longer was never closed
_ENDS: Final = (".", ":", ";", "!", "?")


def escaped(text: str) -> str:
    r"""Return one line of plain text with the signs of Markdown escaped.

    >>> escaped("1. HLA-B*27, Cr <1,2")
    '1\\\\. HLA-B\\\\*27, Cr <1,2'
    """
    line = _CODE_INDENT.sub("", text.rstrip(" \t"))
    line = _BACKSLASH.sub(r"\\\\", line)
    line = _ALWAYS.sub(r"\\\g<0>", line)
    line = _UNDERSCORE.sub(r"\\_", line)
    line = line.replace("[", r"\[") if _LINK.search(line) else line
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    return _OPENING.sub(_opening, line)


def _opening(found: re.Match[str]) -> str:
    if found["date"] is not None:
        return f"{found['indent']}\N{NO-BREAK SPACE}"  # nothing may come between its parts
    if found["number"]:
        return f"{found['indent']}{found['number']}\\"
    escape = "" if found["sign"] == "=" else "\\"  # Markdown knows no escaped =
    return f"{found['indent']}{escape}{found['sign']}"


def markdown(lines: list[str], width: int) -> str:
    """Return the Markdown of ``lines``, ``width`` being that of the page that they were set to.

    ``width`` 0 says that lines end where their author ended them.
    """
    pieces: list[str] = []
    for number, line in enumerate(lines):
        pieces.append(escaped(line))
        if number + 1 < len(lines):
            after = lines[number + 1]
            apart = line.strip() and after.strip() and not _goes_on(line, after, width)
            pieces.append("\n\n" if apart else "\n")
    return "".join(pieces).strip("\n")


def page_width(lines: list[str]) -> int:
    """Return the width at which a page broke the lines of a text, 0 where none did."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    if not _LEAST_WIDTH <= longest <= _MOST_WIDTH:
        return 0
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    broken = sum(_goes_on(a, b, longest) and not a.rstrip().endswith(_ENDS) for a, b in pairs)
    return longest if 3 * broken >= len(pairs) and broken > 1 else 0


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell whether the first word of ``after`` was only put there for want of room."""
    if not width or _OPENING.match(after) or after.startswith((" ", "\t", "•", "*", "–")):
        return False
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def without_stray_quotes(lines: list[str]) -> list[str]:
    """Return the lines without a quotation mark that opens a line and closes nowhere.

    Tables saved as text leave such marks; a quotation that goes on over several lines keeps its
    own.
    """
    return [
        _QUOTED.sub("", line, count=1) if _stray(lines, number) else line
        for number, line in enumerate(lines)
    ]


def _stray(lines: list[str], number: int) -> bool:
    line = lines[number].lstrip(" \t")
    if not line.startswith('"') or line.count('"') % 2 == 0:
        return False
    for after in range(number + 1, min(len(lines), number + 1 + _QUOTATION)):
        later = lines[after]
        if not later.strip() or later.lstrip(" \t").startswith('"'):
            return True
        if later.count('"') % 2:
            return False
    return True
