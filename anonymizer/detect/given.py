"""Find names that no title announces, by a given name or an initial beside a family name.

Layout: « Claire Kervadec », « KERVADEC Claire », « J. KERVADEC », and a usual given name alone
inside a sentence. Source: given and family names extracted from Faker (lexicon/README.md).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, read_name, spans
from anonymizer.detect.references import cited
from anonymizer.detect.titles import role
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    INITIALS,
    LETTER,
    UPPER,
    WORD,
    WORD_REST,
    folded,
    is_clinical,
    is_eponym,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import Lexicon, places, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_CAPITALISED = re.compile(  # its first letter first: what stands before it is looked at once
    rf"[{UPPER}](?<![{LETTER}\d_@].)(?:(?<=[dlDLuU][{APOSTROPHE}].)|(?<![{APOSTROPHE}{HYPHEN}.].))"
    rf"{WORD_REST}(?![{LETTER}{HYPHEN}\d])"
)
_INITIAL_FAMILY = re.compile(
    rf"[{UPPER}]\.(?:{INITIALS})?[{BLANK}]?[{UPPER}][{UPPER}'’{HYPHEN}]{{3,30}}(?![{LETTER}])"
)
_LIST_BEFORE = re.compile(r"(?:\A|[,;:\n(–|-] ?|\bpar |\bby )\Z")
_FAMILY_BEFORE = re.compile(
    rf"(?<![{LETTER}\d])(?P<family>{WORD}(?:[{BLANK}]{WORD}){{0,2}})(?P<comma>,?)[{BLANK}]+\Z"
)
_LOWER_AFTER = re.compile(
    rf"(?:[{BLANK}\n]|,[{BLANK}])[a-zà-ÿ]|[{APOSTROPHE}]s\b|[.,;:)](?:\s|\Z)|\s*\Z"
)
_INSIDE = re.compile(rf"[a-zà-ÿ,][{BLANK}\n]\Z|[dDnNlLuU][{APOSTROPHE}]\Z")
_SHORT_LINE = re.compile(r"[^\n]{0,28}(?:\n|\Z)")
_ENDS = re.compile(rf"[{BLANK}]*(?:[,(\n]|\Z|[FM]R?A?C|MD\b|BDS\b)")
_PLACE_BEFORE = re.compile(
    rf"(?:\b(?:rue|avenue|av|bd|boulevard|place|h[ôo]pital|clinique|chu|saint|sainte|st|ste"
    rf"|institut|centre|"
    rf"fondation|virus|street|hospital|lac|mont|port|fort|ville|universit[ée]|coll[èe]ge|lyc[ée]e)"
    rf"[{BLANK}.{HYPHEN}](?:de[ ]|du[ ]|d['’])?)\Z",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    rf"(?<![\w{APOSTROPHE}])[a-zà-ÿ][\w{APOSTROPHE}-]*,?[{BLANK}\n]\Z|[)\w],[{BLANK}\n]\Z"
)
_CAPITAL_AFTER = re.compile(rf"[{BLANK}-]?[{UPPER}\d]")
_WINDOW = 40
_SHORT_GIVEN = frozenset(
    (
        *(
            "lea",
            "eva",
            "zoe",
            "guy",
            "luc",
            "max",
            "tom",
            "ali",
            "leo",
            "ann",
            "amy",
            "ben",
            "dan",
        ),
        *("eve", "ian", "jim", "joe", "kim", "lee", "mia"),
    )
)
_SHORTEST = 4


def beside(passage: "Passage") -> Iterator[Span]:
    """Yield names told by a given name of the lexicon, and initials before capitals."""
    text = passage.text
    taken = 0
    given: dict[str, bool] = {}
    for found in _CAPITALISED.finditer(text):
        word = found[0]
        if word not in given:
            given[word] = _opens(word, folded(word))
        if not given[word] or found.start() < taken:
            continue
        pieces, confidence = _around(text, found.start(), found.end())
        if pieces:
            taken = pieces[-1].end
            category = role(text, pieces[0].start, taken)
            only = Part.GIVEN if len(pieces) == 1 else None
            yield from spans(pieces, category, confidence, only)
    for initial in _INITIAL_FAMILY.finditer(text):
        pieces = read_name(text, initial.start(), sure=False)
        if not _LIST_BEFORE.search(text[max(0, initial.start() - 4) : initial.start()]):
            continue
        if text.startswith("M. ", initial.start()) or cited(text, initial.end()):
            continue
        if len(pieces) > 1 and not any(is_heading(p.plain) or is_ordinary(p.plain) for p in pieces):
            yield from spans(pieces, Phi.NAME, 0.7)


def _opens(word: str, plain: str) -> bool:
    """Tell whether a word may be a given name; three capitals are an acronym more often."""
    if len(plain) < _SHORTEST and word.isupper() and plain not in _SHORT_GIVEN:
        return False
    if not (word.isupper() or word[1:].islower() or "-" in plain or "'" in plain):
        return False
    lettered = word[1:2] == "-" and word[2:].islower()  # X-ray
    named = is_given(plain) or ("-" in word and look(word) is Look.NAME)
    return named and not (lettered or is_heading(plain) or plain in words("drugs"))


def _around(text: str, start: int, end: int) -> tuple[tuple[Piece, ...], float]:
    """Return the words of the name around a given name, none where it is none, and how sure."""
    if _PLACE_BEFORE.search(text[max(0, start - _WINDOW) : start]):
        return (), 0
    plain = folded(text[start:end])
    usual = is_given(plain, usual=True) or "-" in plain
    inside = _INSIDE.search(text[max(0, start - 3) : start]) is not None
    weak = is_clinical(plain) or (is_ordinary(plain) and not (inside and usual))
    weak = weak or (plain in places() and not usual)
    before = _family_before(text, start, usual=usual)
    if before is not None:
        pieces = read_name(text, before, sure=True)
        if len(pieces) > 1 and pieces[-1].end >= end:
            return pieces, 0.8
    pieces = read_name(text, start, sure=True)
    closing = len(pieces) > 1 and _runs(text, start, pieces)
    if len(pieces) > 1 and (closing or _family_after(pieces, usual=usual, weak=weak)):
        if is_eponym(text, start, pieces[-1].end):
            return (), 0
        return pieces, 0.8 if usual else 0.65
    return _lonely(text, pieces, usual=usual, weak=weak)


def _runs(text: str, start: int, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether two words with a capital stand in the run of a sentence: « par Fleur Crohn »."""
    running = _RUNNING.search(text[max(0, start - _WINDOW) : start]) is not None
    eponym = f"{pieces[0].plain}-{pieces[-1].plain}" in words("eponyms")
    return running and not eponym and not _CAPITAL_AFTER.match(text, pieces[-1].end)


def _lonely(
    text: str, pieces: tuple[Piece, ...], *, usual: bool, weak: bool
) -> tuple[tuple[Piece, ...], float]:
    """Return the name where no family name of the lexicon stands beside it."""
    if not pieces or (weak and len(pieces) == 1):
        return (), 0
    start, end, plain = pieces[0].start, pieces[0].end, pieces[0].plain
    if len(pieces) > 1 and _on_a_line(text, start, pieces, weak=weak):
        return pieces, 0.65
    lonely = usual and not weak and not is_ordinary(plain) and plain not in places()
    if lonely and _alone(text, start, end, plain):
        return (Piece(start, end, plain, capitals=False),), 0.6
    return (), 0


def _family_before(text: str, start: int, *, usual: bool) -> int | None:
    """Return where a family name begins that stands right before a given name."""
    window = max(0, start - _WINDOW)
    found = _FAMILY_BEFORE.search(text[window:start].rpartition("\n")[2])
    if not found:
        return None
    line = max(window, text.rfind("\n", window, start) + 1)
    named = found["family"].split()
    kept = 0
    cued = _INSIDE.search(text[max(0, line + found.start("family") - 3) :][:3]) is not None
    for word in reversed(named):
        plain = folded(word)
        long = max(map(len, plain.split("-"))) >= _SHORTEST
        capitals = word.isupper() and (long or (kept > 0 and len(plain) > 1))
        lexical = is_family(plain) and (usual or capitals)
        alone = cued and usual and len(named) == 1 and len(plain) >= _SHORTEST
        unknown = (capitals or alone) and not is_ordinary(plain) and not is_clinical(plain)
        unknown = (unknown and plain not in places()) or (capitals and not _thing(plain))
        if (
            (is_heading(plain) and not is_family(plain))
            or not (lexical or unknown)
            or (found["comma"] and not capitals)
        ):
            break
        kept += 1
    if not kept:
        return None
    position = found.start("family")
    for word in named[: len(named) - kept]:
        position = found["family"].index(word, position - found.start("family")) + len(word)
        position += found.start("family")
    offset = line + position
    return offset + len(text[offset:start]) - len(text[offset:start].lstrip())


def _thing(plain: str) -> bool:
    """Tell whether capitals before a given name say a role, a ward or a drug."""
    kinds: tuple[Lexicon, ...] = ("titles", "roles", "kin", "specialties", "acronyms", "drugs")
    return plain in places() or any(plain in words(kind) for kind in kinds)


def _family_after(pieces: tuple[Piece, ...], *, usual: bool, weak: bool) -> bool:
    """Tell whether the words after a given name are a family name."""
    last = pieces[-1]
    if last.plain in words("eponyms") and not last.capitals and not usual:
        return False
    family = is_family(last.plain)
    if weak:
        long = last.capitals and len(last.plain) > _SHORTEST and not is_clinical(last.plain)
        return (family or long) and not is_ordinary(last.plain)
    if usual:
        return family or last.capitals or not is_ordinary(last.plain)
    return family and not is_ordinary(last.plain)


def _on_a_line(text: str, start: int, pieces: tuple[Piece, ...], *, weak: bool) -> bool:
    """Tell whether a name opens a short line of a list, as in a directory of telephones."""
    opens = start == 0 or text[start - 1] == "\n"
    last = pieces[-1]
    unusual = not weak and not is_ordinary(last.plain) and not is_clinical(last.plain)
    usual = is_given(pieces[0].plain, usual=True) and _ENDS.match(text, last.end) is not None
    return opens and (unusual or usual) and _SHORT_LINE.match(text, last.end) is not None


def _alone(text: str, start: int, end: int, plain: str) -> bool:
    """Tell whether a given name stands alone as a person inside a sentence."""
    word = text[start:end]
    if len(word) < _SHORTEST or word.isupper() or is_eponym(text, start, end):
        return False
    return not is_family(plain) and _LOWER_AFTER.match(text, end) is not None
