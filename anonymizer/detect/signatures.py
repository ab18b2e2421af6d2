"""Find names where a letter greets and where it signs: « Mon cher Thibault, », "Yours sincerely".

Layout: a greeting, its words of courtesy and a name up to a comma or the end of the line; a
closing formula and, in the lines below, a short line that begins with a name. Source: French and
English letters.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, spans
from anonymizer.detect.words import (
    BLANK,
    HYPHEN,
    INITIALS,
    LETTER,
    WORD,
    folded,
    is_capitals,
    is_family,
    is_given,
    is_heading,
)
from anonymizer.lexicon import in_dictionary, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_GREETING = re.compile(
    rf"""(?:\A|\n)[{BLANK}]*(?:(?:[Mm]on|[Mm]a|[Mm]es|My)[ ])?(?:(?:[Tt]r[èe]s|[Bb]ien)[ ])?
    (?:[Cc]h(?:er|[èe]re)s?|CH(?:ER|[ÈE]RE)S?|[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Bb]onjour|[Bb]onsoir
    |[Ss]alut|[Cc]oucou)
    (?:[ ](?:amie?s?|confr[èe]res?|cons(?:œ|oe)urs?|coll[èe]gues?|there|et[ ]ami|Ami|Confr[èe]re
      |Coll[èe]gue|Cons(?:œ|oe)ur))*[ ]
    (?P<named>[^\n,:;.!—–]{{2,60}})(?=[,:;.!—–]|\n|\Z)""",
    re.VERBOSE,
)
_CLOSING = re.compile(
    rf"""\b(?:
    cordialement|confraternellement|amicalement|amiti[ée]s?|salutations|sentiments|d[ée]vou[ée]e?
    |respectueusement|sinc[èe]rement|affectueusement|[àa][ ](?:toi|vous)
    |t['’]embrasse|bises?|[àa][ ]bient[ôo]t|complice|dict[ée]e?|
    (?:yours|your)[ ](?:sincerely|faithfully|truly|ever|aye)|sincerely|faithfully|regards|rgds
    |best[ ]wishes|wishes|cheers|many[ ]thanks|with[ ]thanks|thanks|thank[ ]you|respectfully
    |[Bb]est|[Tt]a|diolch|warmly|cordially|dictated[^\n]{{0,30}}|signed|sign[ée]e?
    )[{BLANK}]*(?:[,.:!–—-][{BLANK}]*(?P<same>[^\n]{{0,60}})|(?=\n|\Z))""",
    re.VERBOSE | re.IGNORECASE,
)
_PIECE = re.compile(
    rf"(?P<initials>(?<![{LETTER}\d]){INITIALS})"
    rf"|(?P<particle>(?:d[eiua]s?|la|van|von|der|den|el|al|ben|le|ap|ab|y|i)(?=[{BLANK}][^\W\d_a-z]))"
    rf"|(?P<word>{WORD})"
)
_SHORT_LINE = re.compile(r"^[^\n]{2,160}$", re.MULTILINE)  # closing formulas stand on one
_SMALL = re.compile(
    rf"(?P<initials>\b\B)?(?P<particle>\b\B)?(?P<word>[a-zß-öø-ÿ][{LETTER}{HYPHEN}]{{2,30}})"
)
_GAP = re.compile(rf"[{BLANK}]{{1,2}}(?=[{LETTER}])")
_LINE = re.compile(rf"\n[{BLANK}]*(?P<line>[^\n]*)")
_END = re.compile(rf"[{BLANK}]*(?:[,;(–—|/{HYPHEN}]|\Z)")
_BELOW = 4  # lines under a closing formula in which the name stands
_MOST = 5
_COURTESY = frozenset(
    (
        *(
            "confrere",
            "consoeur",
            "collegue",
            "collegues",
            "ami",
            "amie",
            "amis",
            "amies",
            "docteur",
            "professeur",
        ),
        *(
            "doctor",
            "colleague",
            "colleagues",
            "sir",
            "madam",
            "madame",
            "monsieur",
            "mademoiselle",
        ),
        *("all", "both", "team", "everyone", "parents", "family", "tous", "toutes", "equipe", "dr"),
        *("maitre", "prof", "professor", "friend", "friends", "nurse", "sister", "matron"),
        *("mr", "mrs", "ms", "miss", "mme", "mlle", "m", "pr", "drs", "messieurs", "mesdames"),
    )
)
_ROLES = frozenset(("consultant", "senior", "medecin", "chef", "service", "chirurgien", "interne"))


def signatures(passage: "Passage") -> Iterator[Span]:
    """Yield the names that a letter greets and those that sign it."""
    text = passage.text
    for found in _GREETING.finditer(text):
        yield from _greeted(text, *found.span("named"))
    for line in _SHORT_LINE.finditer(text):
        if closing := _CLOSING.search(text, *line.span()):
            if closing["same"]:
                yield from _line_signed(text, *closing.span("same"))
            yield from _signed(text, line.end())


def _greeted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names between a greeting and its comma; both of « Priyanka and Scott »."""
    at = start
    while at < end:
        pieces = _read(text, at, end)
        if pieces:
            yield from _spans(pieces, Phi.NAME, 0.8)
        found = re.compile(rf"[{BLANK}&]+").search(text, pieces[-1].end if pieces else at, end)
        if not found:
            return
        at = found.end()


def _line_signed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the name that opens a line, where nothing but a role or a number follows it."""
    pieces = _read(text, start, end)
    if not pieces or not _END.match(text[pieces[-1].end : end]):
        return ()
    return tuple(_spans(pieces, Phi.CLINICIAN, 0.8))


def _signed(text: str, at: int) -> Iterator[Span]:
    """Yield the name on the first line under a closing formula that begins with one."""
    left = _BELOW
    while left and (line := _LINE.match(text, at)):
        left -= 1
        at = line.end()
        start, end = line.span("line")
        if start == end:
            continue
        signed = _line_signed(text, start, end)
        yield from signed
        if len(signed) > 1:
            return
        if not signed and not _title_line(text[start:end]):
            return


def _title_line(line: str) -> bool:
    """Tell whether a line under a closing formula only says a title or a role."""
    first = folded(re.split(r"[ .,]", line.strip())[0])
    return first in _COURTESY or is_heading(first)


def _read(text: str, at: int, end: int) -> tuple[Piece, ...]:
    """Return the words of the name that begins at ``at``; none where a word is no name's."""
    pieces: list[Piece] = []
    while at < end and len(pieces) < _MOST and (found := _piece(text, at, end)):
        plain = folded(found[0])
        if found["word"] and (plain in _COURTESY or plain in _ROLES or plain in words("titles")):
            break
        if found["word"] and not (_nameable(found[0]) or _month_before_name(text, found)):
            break
        flags = bool(found["initials"]), bool(found["particle"])
        capitals = bool(found["word"]) and is_capitals(found[0])
        pieces.append(Piece(*found.span(), plain, capitals, *flags))
        at = found.end()
        gap = _GAP.match(text, at, end)
        if not gap and not (found["initials"] and text[at - 1] == "."):
            break
        at = gap.end() if gap else at
    while pieces and pieces[-1].particle:
        pieces.pop()
    return () if all(p.initials or p.particle for p in pieces) else tuple(pieces)


def _piece(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the next word of a name; small letters count where the lexicon knows the name."""
    if found := _PIECE.match(text, at, end):
        return found
    small = _SMALL.match(text, at, end)
    if small and (is_given(plain := folded(small[0]), usual=True) or is_family(plain)):
        return small
    return None


def _month_before_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a month is a given name: another name follows it (April Castellanos)."""
    gap = _GAP.match(text, found.end())
    after = gap and _PIECE.match(text, gap.end())
    return bool(after and after["word"] and look(after["word"]) is not Look.OTHER)


def _nameable(word: str) -> bool:
    """Tell whether a word may be a name where one is due: anything but a word of titles."""
    plain = folded(word)
    if look(word) is not Look.OTHER:
        return True
    return not (is_heading(plain) or in_dictionary(plain) or plain in words("specialties"))


def _spans(pieces: tuple[Piece, ...], category: Phi, sure: float) -> Iterator[Span]:
    lone = len(pieces) == 1 and is_given(pieces[0].plain)
    yield from spans(pieces, category, sure, Part.GIVEN if lone else None)
