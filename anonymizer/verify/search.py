"""Strong values: any writing of them, anywhere, is a leak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from anonymizer.verify.findings import READ, Haystack, Role
from anonymizer.verify.needle import Form, Needle
from anonymizer.verify.words import GENERIC, TITLES, Ordinary, joined, normal, normal_with_offsets

_GAP = r"[\W_]{0,4}"
_NUMBER_GAP = r"[\s.\-/_():·]{0,3}"
_HYPHENATED = re.compile(r"\s?[-_]\s{0,3}|[\x02\ufffe]\s{0,3}")
_SURE = 9  # letters from which a phrase needs no boundaries
_CLEAR = 8  # letters from which the words of a phrase may run together
_LABELS = GENERIC | TITLES | {"patient", "case", "cas", "name", "nom", "mail"}
_TELLING = 7  # separators, so eight digits: from here no column of a table agrees by chance
_SOLID = frozenset({Role.CODE, Role.BYTES})  # numbers stand there without separators
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
            for match in _spread(text, _GAP).finditer(self.folded)
        )


def found(
    straw: Straw, wanted: tuple[Needle, ...], ordinary: Ordinary
) -> Iterator[tuple[int, Needle]]:
    """Give each place where a strong value stands: offset in the text and the needle."""
    squashed = straw.squashed
    for needle in wanted:
        if needle.text not in squashed:
            continue
        gap = _NUMBER_GAP if needle.form is Form.NUMBER else _GAP
        if needle.form is Form.NUMBER and straw.hay.role in _SOLID:
            gap = ""
        for match in _spread(needle.text, gap).finditer(straw.folded):
            if _stands(straw, match, needle, ordinary) and not straw.excused(
                *match.span(), needle.text
            ):
                yield straw.offsets[match.start()], needle


def _spread(text: str, gap: str) -> re.Pattern[str]:
    return re.compile(f"({gap})".join(re.escape(char) for char in text))


def _stands(straw: Straw, match: re.Match[str], needle: Needle, ordinary: Ordinary) -> bool:
    match needle.form:
        case Form.NUMBER:
            return _number_stands(straw, match)
        case Form.INITIALED:
            return _bounded(straw, match) and _capitals(straw, match)
        case Form.PHRASE:
            return _phrase_stands(straw, match, needle)
        case Form.WORD:
            return _word_stands(straw, match, needle, ordinary)


def _number_stands(straw: Straw, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = straw.folded[max(0, start - 2) : start], straw.folded[end : end + 2]
    if before[-1:].isdigit() or after[:1].isdigit():
        return False
    broken = straw.hay.text.count("\n", straw.offsets[start], straw.offsets[end - 1])
    in_code = straw.hay.role in _SOLID
    decimal = re.search(r"\d[.,]$", before) or re.match(r"[.,]\d", after)
    return (broken <= 1 or len(match.groups()) >= _TELLING) and not (
        in_code and (decimal or before[-1:].isalpha())
    )


def _capitals(straw: Straw, match: re.Match[str]) -> bool:
    """Tell whether every word of « J. Petit » begins with a capital and stands apart."""
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
        return not gaps and _companions(straw, match)
    if not gaps or len(gaps) == len(match.groups()):
        return True
    if all(_HYPHENATED.fullmatch(gap) for gap in gaps):
        return True
    last = max(i for i, gap in enumerate(match.groups(), start=1) if gap)
    tail = straw.folded[match.end(last) : match.end()]
    return len(gaps) == 1 and straw.raw(match.end(last)).isupper() and not ordinary(tail)


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
