"""Find names where a letter greets and where it signs: « Mon cher Thibault, », "Yours sincerely".

Layout: a greeting, its words of courtesy and a name up to a comma or the end of the line; a
closing formula and, behind it or in the lines below, a short line that begins with a name. Source:
French and English letters.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.reading import lone, opened, spans
from anonymizer.detect.words import BLANK, HYPHEN, WORD, folded, is_heading
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_GREETED = rf"""[{BLANK}]*(?:(?:[Mm]on|[Mm]a|[Mm]es|My)[ ])?(?:(?:[Tt]r[èe]s|[Bb]ien)[ ])?
    (?:[Cc]h(?:er|[èe]re)s?|CH(?:ER|[ÈE]RE)S?|[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Bb]onjour|[Bb]onsoir
    |[Ss]alut|[Cc]oucou)
    (?:[ ](?:amie?s?|confr[èe]res?|cons(?:œ|oe)urs?|coll[èe]gues?|there|et[ ]ami|Ami|Confr[èe]re
      |Coll[èe]gue|Cons(?:œ|oe)ur))*[ ]
    (?P<named>[^\n,:;.!—–]{{2,60}})(?=[,:;.!—–]|\n|\Z)"""
_OPENING = re.compile(_GREETED, re.VERBOSE)
_GREETING = re.compile(rf"\n{_GREETED}", re.VERBOSE)
_CLOSING = re.compile(
    rf"""\b(?:
    cordialement|confraternellement|amicalement|amiti[ée]s?|salutations|sentiments|d[ée]vou[ée]e?
    |respectueusement|sinc[èe]rement|affectueusement|[àa][ ](?:toi|vous)
    |t['’]embrasse|bises?|[àa][ ]bient[ôo]t|dict[ée]e?|
    (?:yours|your)[ ](?:sincerely|faithfully|truly|ever|aye)|sincerely|faithfully|regards|rgds
    |best[ ]wishes|wishes|cheers|many[ ]thanks|with[ ]thanks|thanks|thank[ ]you|respectfully
    |best|ta|warmly|cordially|dictated[^\n]{{0,30}}|signed|sign[ée]e?
    )[{BLANK}]*(?:[,.:!–—-][{BLANK}]*(?P<same>[^\n]{{0,60}})|(?=\n|\Z))""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_LINE = re.compile(r"^[^\n]{2,160}$", re.MULTILINE)  # closing formulas stand on one
_LINE = re.compile(rf"\n[{BLANK}]*(?P<line>[^\n]*)")
_FAREWELL = re.compile(  # in any language: « Ngā mihi, » and, below, a name alone
    rf"\n\n[^\n,.:;\d]{{2,28}},\n[{BLANK}]*(?P<name>{WORD}(?:[ ]{WORD})?)"
    rf"(?=[{BLANK}]*(?:\n\n|\s*\Z))"
)
_END = re.compile(rf"[{BLANK}]*(?:[,;(–—|/{HYPHEN}]|\Z)")
_AND = re.compile(rf"[{BLANK}](?:et|and|&)[{BLANK}]")
_FIRST = re.compile(r"[^\W_]+")
_BELOW = 4  # lines under a closing formula in which the name stands


def signatures(passage: "Passage") -> Iterator[Span]:
    """Yield the names that a letter greets and those that sign it."""
    text = passage.text
    opening = _OPENING.match(text)
    for found in chain((opening,) if opening else (), _GREETING.finditer(text)):
        yield from _greeted(text, *found.span("named"))
    for found in _FAREWELL.finditer(text):
        if not any(folded(word) in words("roles") for word in found["name"].split()):
            yield Span(*found.span("name"), Phi.CLINICIAN, "", 0.8)
    for line in _SHORT_LINE.finditer(text):
        if closing := _CLOSING.search(text, *line.span()):
            if closing["same"]:
                yield from _signed(text, *closing.span("same"))
            yield from _below(text, line.end())


def _greeted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names between a greeting and its comma; both of « Priyanka and Scott »."""
    pieces = opened(text, start)
    while pieces and pieces[-1].end <= end:
        yield from spans(pieces, Phi.NAME, 0.8, lone(pieces))
        joined = _AND.match(text, pieces[-1].end, end)
        pieces = opened(text, joined.end()) if joined else ()


def _signed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the name that opens a line, where nothing but a role or a number follows it."""
    pieces = opened(text, start)
    if not pieces or not _END.match(text[pieces[-1].end : end]):
        return ()
    return tuple(spans(pieces, Phi.CLINICIAN, 0.8, lone(pieces)))


def _below(text: str, at: int) -> Iterator[Span]:
    """Yield the name on the first lines under a closing formula, titles and roles passed over."""
    for _ in range(_BELOW):
        line = _LINE.match(text, at)
        if not line:
            return
        at = line.end()
        if not line["line"]:
            continue
        signed = _signed(text, *line.span("line"))
        yield from signed
        if len(signed) > 1 or not (signed or _says_a_role(line["line"])):
            return


def _says_a_role(line: str) -> bool:
    """Tell whether a line under a closing formula only says a title or a role."""
    first = _FIRST.search(line)
    plain = folded(first[0]) if first else ""
    return is_heading(plain) or plain in words("titles")
