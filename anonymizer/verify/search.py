"""Strong values: any writing of them, anywhere, is a leak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from anonymizer.verify.findings import READ, UNREAD, Haystack, Role
from anonymizer.verify.sought import LONG_WORD, Form, Needle
from anonymizer.verify.words import (
    FORMATS,
    GENERIC,
    TITLES,
    WORD,
    Ordinary,
    joined,
    normal,
    normal_with_offsets,
)

_GAP = r"[\W_]{0,4}"
_WIDE_GAP = r"[\W_]{0,6}"
_NUMBER_GAP = r"[\s.\-/_():·,;|*•~+=]{0,3}"
_HYPHENATED = re.compile(r"\s?[-_]\s{0,3}|[\x02\ufffe]\s{0,3}")
_SURE = 9  # letters from which a phrase needs no boundaries
_CLEAR = 8  # letters from which the words of a phrase may run together
_LABELS = GENERIC | TITLES | {"patient", "case", "cas", "name", "nom", "mail"}
_SHORT_GAP = 3  # signs between two halves of a name: **, a no-break space, ·
_TELLING = 7  # separators, so eight digits: from here no column of a table agrees by chance
_SOLID = frozenset({Role.CODE, Role.BYTES})  # numbers of drawings stand there, parted by spaces
_GLUED = frozenset({Role.LINK, Role.NAME, Role.BYTES})
_PIECES = re.compile(r"[a-z]+|\d+")


@dataclass(frozen=True)  # no slots: cached properties need a dict
class Straw:
    """A haystack made ready for searching: folded once, its offsets kept."""

    hay: Haystack
    issued: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def squashed(self) -> str:
        """Return its letters and digits alone."""
        return joined(self.folded)

    @cached_property
    def folded(self) -> str:
        """Return its folded text."""
        return normal(self.hay.text)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Return, for each folded character, its offset in the text."""
        return normal_with_offsets(self.hay.text)[1]

    def raw(self, at: int) -> str:
        """Return the sign of the text that a folded position came from, "" outside."""
        return self.hay.text[self.offsets[at]] if 0 <= at < len(self.folded) else ""

    def excused(self, start: int, end: int, needle: str) -> bool:
        """Tell whether the folded range lies inside a surrogate or a declared name."""
        return any(
            match.start() <= start and end <= match.end()
            for text in self.issued
            if needle in text
            for match in spread(text, _GAP).finditer(self.folded)
        )


def found(
    straw: Straw, wanted: tuple[Needle, ...], ordinary: Ordinary
) -> Iterator[tuple[int, Needle]]:
    """Give each place where a strong value stands: offset in the text and the needle."""
    squashed = straw.squashed
    for needle in wanted:
        if needle.text not in squashed or (straw.hay.role in _SOLID and needle.text in FORMATS):
            continue
        for match in spread(needle.text, _gap(needle, straw.hay.role)).finditer(straw.folded):
            if _stands(straw, match, needle, ordinary) and not straw.excused(
                *match.span(), needle.text
            ):
                yield straw.offsets[match.start()], needle


def _gap(needle: Needle, role: Role) -> str:
    """Return what may stand between the signs; few digits stand solid among those of drawings."""
    if needle.form is not Form.NUMBER:
        return _GAP
    few = needle.text.isdigit() and len(needle.text) <= _TELLING
    return "" if role in _SOLID and few else _NUMBER_GAP if few else _WIDE_GAP


def spread(text: str, gap: str) -> re.Pattern[str]:
    """Return the pattern of ``text`` with ``gap`` between its signs, each gap a group."""
    return re.compile(f"({gap})".join(re.escape(char) for char in text))


def _stands(straw: Straw, match: re.Match[str], needle: Needle, ordinary: Ordinary) -> bool:
    match needle.form:
        case Form.NUMBER:
            return _number_stands(straw, match)
        case Form.DISGUISED:
            return _bounded(straw, match)
        case Form.INITIALED:
            return _bounded(straw, match) and _capitals(straw, match)
        case Form.PHRASE:
            return _phrase_stands(straw, match, needle)
        case Form.WORD:
            return _word_stands(straw, match, needle, ordinary)


def _number_stands(straw: Straw, match: re.Match[str]) -> bool:
    start, end = match.span()
    many = len(match.groups()) >= _TELLING
    if many and straw.hay.role is Role.BYTES:
        return True  # a stray sign may touch it
    before, after = straw.folded[max(0, start - 2) : start], straw.folded[end : end + 2]
    if before[-1:].isdigit() or after[:1].isdigit():
        return False
    if [gap for gap in match.groups() if gap] == [","]:
        return False  # 0,612345678
    in_code = straw.hay.role in _SOLID
    decimal = re.search(r"\d[.,]$", before) or re.match(r"[.,]\d", after)
    broken = straw.hay.text.count("\n", straw.offsets[start], straw.offsets[end - 1])
    return (broken <= 1 or many) and not (in_code and (decimal or before[-1:].isalpha()))


def _capitals(straw: Straw, match: re.Match[str]) -> bool:
    """Tell whether every word of « J. Petit » begins with a capital and stands apart."""
    if straw.hay.role in UNREAD and len(match.groups()) < LONG_WORD - 1:
        return False  # code and bytes are full of two or three letters
    apart = [i for i, gap in enumerate(match.groups()) if gap]
    if not apart:
        return straw.hay.role in {Role.LINK, Role.NAME}
    heads = [match.start(), *(match.end(i + 1) for i in apart)]
    return all(straw.raw(at).isupper() for at in heads)


def _phrase_stands(straw: Straw, match: re.Match[str], needle: Needle) -> bool:
    if len(needle.text) >= _SURE and straw.hay.role not in READ:
        return True
    if not _bounded(straw, match) and not _companions(straw, match):
        return False
    return len(needle.text) >= _CLEAR or any(match.groups()) or _humps(straw, match)


def _humps(straw: Straw, match: re.Match[str]) -> bool:
    return any(
        straw.raw(i - 1).islower() and straw.raw(i).isupper()
        for i in range(match.start() + 1, match.end())
    )


def _word_stands(straw: Straw, match: re.Match[str], needle: Needle, ordinary: Ordinary) -> bool:
    gaps = [gap for gap in match.groups() if gap]
    if needle.written and _accented(straw, match, needle.written):
        return False
    if not _bounded(straw, match):
        return not gaps and (_companions(straw, match) or _inflected(straw, match, ordinary))
    if not gaps or len(gaps) == len(match.groups()):
        return True
    if all(_HYPHENATED.fullmatch(gap) for gap in gaps):
        return True
    pieces = WORD.findall(match[0].replace("_", " "))
    if all(len(gap) <= _SHORT_GAP for gap in gaps) and not any(map(ordinary, pieces)):
        return "\n" not in straw.hay.text[straw.offsets[match.start()] : straw.offsets[match.end()]]
    last = max(i for i, gap in enumerate(match.groups(), start=1) if gap)
    return len(gaps) == 1 and straw.raw(match.end(last)).isupper() and not ordinary(pieces[-1])


def _inflected(straw: Straw, match: re.Match[str], ordinary: Ordinary) -> bool:
    """Tell whether a name bears a plural s, or a long one its initial: vauberniers, evaubernier."""
    start, end = match.span()
    if _boundary(straw, start) and straw.folded[end : end + 1] == "s":
        return _boundary(straw, end + 1) and not ordinary(straw.folded[start : end + 1])
    return (
        end - start >= _CLEAR - 1
        and _boundary(straw, start - 1)
        and _boundary(straw, end)
        and not ordinary(straw.folded[start - 1 : end])
    )


def _accented(straw: Straw, match: re.Match[str], written: str) -> bool:
    """Tell whether a small word bears accents that the name has not: marqués is not Marques."""
    raw = straw.hay.text[straw.offsets[match.start()] : straw.offsets[match.end() - 1] + 1]
    return (
        raw.islower()
        and len(raw) == len(written)
        and any(
            ours.isascii() and not theirs.isascii()
            for ours, theirs in zip(written, raw, strict=True)
        )
    )


def _bounded(straw: Straw, match: re.Match[str]) -> bool:
    start, end = match.span()
    return _boundary(straw, start) and _boundary(straw, end)


def _boundary(straw: Straw, at: int) -> bool:
    """Tell whether a word may begin or end here: « DupontMarie », « dupont75 », « d'Aubert »."""
    before, after = straw.raw(at - 1), straw.raw(at)
    if not before.isalnum() or not after.isalnum():
        return True
    if before.isdigit() != after.isdigit():
        return True
    if before.islower() and after.isupper():
        return True
    return straw.raw(at - 2).isupper() and before.isupper() and after.islower()


def _companions(straw: Straw, match: re.Match[str]) -> bool:
    """Tell whether a title, a number or one letter surrounds the value in an address: ``jdupont``.

    In a text nothing may: the eponym Caroli holds the given name Carol.
    """
    start, end = match.span()
    while start and straw.folded[start - 1].isalnum():
        start -= 1
    while end < len(straw.folded) and straw.folded[end].isalnum():
        end += 1
    if straw.hay.role not in _GLUED and straw.folded[end : end + 1] != "@":
        return False
    around = (straw.folded[start : match.start()], straw.folded[match.end() : end])
    return all(
        piece in _LABELS or piece.isdigit() or len(piece) == 1
        for side in around
        for piece in _PIECES.findall(side)
    )
