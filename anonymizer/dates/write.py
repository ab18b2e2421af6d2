"""Write a date back in the form in which it was written."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from anonymizer.dates.mention import Layout, Mention, Piece
from anonymizer.dates.months import ROMAN, WRITTEN, cased, without_accents
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.periods import said
from anonymizer.dates.shift import Shift, shifted
from anonymizer.dates.spell import Hyphens, spelled
from anonymizer.phi import Lang

__all__ = ["write", "years_to_write"]

_HYPHENS: Final[MappingProxyType[str, Hyphens]] = MappingProxyType(
    {"words": "tens", "words-none": "none", "words-all": "all"}
)
_TEENS = range(11, 14)
_MONTHS = 12
_VOWELS = (4, 8, 10)


def write(mention: Mention, new: PartialDate, *, with_year: bool = False) -> str:
    """Return ``new`` in the form of ``mention``; ``with_year`` adds what it left to its neighbours.

    Separators, padding, two or four digits, capitals, 1er and language stay. Raises ValueError
    where ``new`` lacks a part that the form needs; the message never shows the date.
    """
    layout = mention.layout
    pieces = layout.full if with_year else layout.pieces
    if new.year and new.month == _MONTHS and any(piece.form == "season" for piece in pieces):
        new = PartialDate(new.year + 1, 1)  # the winter of a year is that of its January
    if new.year is None:
        pieces = _without_year(pieces)
    text = "".join(_said(piece, new) for piece in pieces)
    return _spread(text, layout) if layout.gap else text


def _without_year(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    place = next((i for i, piece in enumerate(pieces) if piece.part == "year"), None)
    if place is None:
        return pieces
    return pieces[: place - 1] + pieces[place + 1 :] if place else pieces[2:]


def _spread(text: str, layout: Layout) -> str:
    return layout.gap.join(char for char in text if char != layout.gap)


def _said(piece: Piece, new: PartialDate) -> str:
    if piece.part == "text":
        return _of(new, piece) if piece.form == "of" else piece.text
    number = {"day": new.day, "month": new.month, "year": new.year}[piece.part]
    if number is None:
        raise ValueError("date: the form has a part that the date does not")
    if piece.form in _HYPHENS:
        words = spelled(
            number, piece.lang or Lang.FR, _HYPHENS[piece.form], ordinal=piece.part == "day"
        )
        return cased(words, piece.case)
    match piece.part:
        case "day":
            return _day(number, piece)
        case "month":
            return _month(number, piece)
        case _ if piece.form.startswith("pair"):
            return _pair(new, number, piece)
        case _:
            return _year(number, piece)


def _of(new: PartialDate, piece: Piece) -> str:
    """Return « de » or « d’ » before a month that is said « avril », « août » or « octobre »."""
    said = "d’" if new.month in _VOWELS else "de "
    return said.capitalize() if piece.text.isupper() else said


def _day(day: int, piece: Piece) -> str:
    if piece.form.startswith("er"):
        return f"1{cased('er', piece.case)}" if day == 1 else f"{day:0{piece.form[2:] or 1}d}"
    if piece.form == "st":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in _TEENS else 0, "th")
        return f"{day}{cased(ending, piece.case)}"
    return f"{day:0{piece.form}d}"


def _month(month: int, piece: Piece) -> str:
    if piece.form in {"1", "2"}:
        return f"{month:0{piece.form}d}"
    if piece.form == "roman":
        return cased(ROMAN[month - 1], piece.case)
    if piece.form in {"season", "quarter", "half"}:
        return said(month, piece)
    lang = piece.lang or Lang.FR
    name = WRITTEN[lang, piece.form][month - 1]
    shortened = name != WRITTEN[lang, "long"][month - 1]
    if piece.plain:
        name = without_accents(name)
    return cased(name, piece.case) + ("." if piece.dot and shortened else "")


def _pair(new: PartialDate, year: int, piece: Piece) -> str:
    """Return the two years of a winter, the one year of another season."""
    if (new.month or 0) % _MONTHS > 2:  # noqa: PLR2004 - winter ends with February
        return f"{year:04d}"
    last = f"{year % 100:02d}" if piece.form == "pair2" else f"{year:04d}"
    return f"{year - 1:04d}{piece.text}{last}"


def _year(year: int, piece: Piece) -> str:
    if piece.form == "decade":
        return f"{(year + 5) // 10 * 10:04d}"
    if piece.form == "decade2":
        return f"{(year + 5) // 10 * 10 % 100:02d}"
    return f"{year % 100:02d}" if piece.form == "2" else f"{year:04d}"


def years_to_write(mentions: Sequence[Mention], shift: Shift) -> tuple[int, ...]:
    """Return the starts of the mentions that have to be written ``with_year`` once shifted.

    A mention that leaves its year (or month) to a neighbour needs its own as soon as the distance
    to that neighbour's is no longer what a reader took from the original: « novembre et décembre
    2015 » moved by a month becomes « décembre 2015 et janvier 2016 ». So do the dates beside one
    that gets another year, or a reader would give them that year.
    """
    groups: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.group >= 0 and mention.date is not None:
            groups.setdefault(mention.group, []).append(mention)
    return tuple(sorted(start for group in groups.values() for start in _told(group, shift)))


def _told(group: Sequence[Mention], shift: Shift) -> frozenset[int]:
    told = frozenset(_apart(group, shift))
    years = {m.start: moved.year for m in group if (moved := _moved(m, shift)) is not None}
    bare = {m.start for m in group if not m.year_written and m.layout.has("month")}
    neighbours = (*pairwise(sorted(years)), *((b, a) for a, b in pairwise(sorted(years))))
    while more := {
        start
        for start, beside in neighbours
        if start in bare - told and beside in told and years[start] != years[beside]
    }:
        told |= more
    return told


def _apart(group: Sequence[Mention], shift: Shift) -> Iterable[int]:
    years = [m for m in group if m.year_written]
    months = [m for m in group if m.layout.has("month")]
    told: Mention | None = None
    for mention in group:
        if not mention.layout.has("month") and mention.layout.has("day"):
            hosts, unit = [m for m in months if m is not mention], 1
        elif mention.year_written:
            continue
        elif _stands(mention, shift):
            yield mention.start  # « en mai » would be as it was
            continue
        else:
            hosts, unit = years, 12
        if hosts:
            host = min(hosts, key=lambda m: (abs(m.start - mention.start), m.start))
            if _gap(mention, host, shift, unit) and not (
                unit == 1 and _follows(mention, told, host, shift)
            ):
                told = mention
                yield mention.start


def _follows(day: Mention, told: Mention | None, host: Mention, shift: Shift) -> bool:
    """Tell whether a day stands after one of its month that gets it written."""
    return (
        told is not None
        and host.start < told.start
        and _distance(_moved(day, shift), _moved(told, shift), 1) == 0
    )


def _stands(mention: Mention, shift: Shift) -> bool:
    old, new = mention.date, _moved(mention, shift)
    return old is not None and new is not None and (old.month, old.day) == (new.month, new.day)


def _gap(mention: Mention, host: Mention, shift: Shift, unit: int) -> bool:
    before = _distance(mention.date, host.date, unit)
    return before != _distance(_moved(mention, shift), _moved(host, shift), unit)


def _moved(mention: Mention, shift: Shift) -> PartialDate | None:
    return mention.moving and shifted(mention.moving, shift)


def _distance(ours: PartialDate | None, theirs: PartialDate | None, unit: int) -> int | None:
    if ours is None or theirs is None:
        return None
    if ours.year is None or theirs.year is None:
        return ((ours.month or 1) - (theirs.month or 1)) % 12 // unit
    if unit == 1:
        return (ours.year - theirs.year) * 12 + (ours.month or 1) - (theirs.month or 1)
    return ours.year - theirs.year
