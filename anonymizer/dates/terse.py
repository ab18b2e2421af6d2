"""Days of a month without a year in notes: « Extubé 15/09 », "OGD 3/4 22:40", "CT 11/29".

Two numbers and a stroke are as often a score, a fraction or a pressure. What no score can be (a
padded number, a range, a clock time after it) is a date by itself; a text that holds one writes
others so, and then its shape, the months already named and the word before it decide.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.events import CLOCK, closed, event, happened
from anonymizer.dates.order import order
from anonymizer.dates.raw import Raw
from anonymizer.dates.scores import improper, large, unscored
from anonymizer.phi import Lang

_LAST_MONTH = 12
_REACH = 28
_LASTING = (7, 12)  # 5/7 and 3/12 are days and months in British notes
_WEEK = 7
_QUARTERS = 4  # 1/2, 2/3, 3/4 are parts of a whole
_BETWEEN_TWO: Final = re.compile(r"\b(?:between|entre)[ ](?:le[ ])?\Z")
_AND = frozenset((" and ", " et ", " et le "))
_OPENS_LINE: Final = re.compile(r"(?:\A|\n)[ ]*[-*•·|]?[ ]*\Z")
_LINE_TITLE: Final = re.compile(r"[ ]?[a-z]{0,12}[ ]?:|[ ]-[ ]")
_DOTTED: Final = re.compile(r"\.[ ](?:[:,;]|[0-2]?[0-9][ ]?[h:][0-9])")  # « 15.04. 08h10 »


def terse(text: str, raws: Sequence[Raw], sure: Sequence[bool], lang: Lang) -> Iterator[int]:
    """Yield the places of the days without a year that stand as dates, by what the text tells."""
    open_to = {i for i, r in enumerate(raws) if not sure[i] and r.weak and r.day and r.month}
    asked = tuple(unscored(text, raws, open_to)) if open_to else ()
    if not asked:
        return
    plain = {i for i in asked if _plain(text, raws, i, lang)}
    certain = [raw for i, raw in enumerate(raws) if sure[i] or i in plain]
    known = [raw for raw in certain if raw.numeric]
    month_first = lang is Lang.EN and (
        _month_first([*known, *(raws[i] for i in asked)]) or order(text, certain) == "month"
    )
    written = _Written(
        {sign for raw in known for sign in _sign(raw)},
        days=any(raw.year is None for raw in known)
        or len({(raws[i].day, raws[i].month) for i in asked if large(raws[i])}) > 1,
        numbers={raw.day if month_first else raw.month for raw in known},
        known=tuple(
            (r.day, r.month) if month_first and r.numeric else (r.month, r.day)
            for r in certain
            if not context.born(text, r.start, r.end)
        ),
        month_first=month_first,
    )
    for i in asked:
        lasting = lang is Lang.EN and not month_first and raws[i].month in _LASTING
        if i in plain or _likely(text, raws[i], written, lasting=lasting):
            yield i


@dataclass(frozen=True, slots=True)
class _Written:
    """How a text writes the days that are certain: their signs, without a year, in which months."""

    signs: Container[str]
    days: bool
    numbers: Container[int | None]  # the months in digits
    known: tuple[tuple[int | None, int | None], ...]  # months, in digits or by name, and days
    month_first: bool


def _likely(text: str, raw: Raw, written: _Written, *, lasting: bool) -> bool:
    """Tell whether two numbers are written as the other days of a text, and told or made so.

    ``lasting`` ones may say how long something took: only a day of the same week tells them apart.
    """
    left = context.before(text, raw.start, _REACH)
    ended = closed(text, raw.end)
    occurred = ended and not _part(raw) and (happened(left) or event(left))
    if lasting:
        return occurred and _within_a_week(raw, written)
    if occurred and _beside(_month(raw, written), {month for month, _ in written.known}):
        return _sign(raw) == "/" or "." in written.signs
    alike = _sign(raw) in written.signs or (written.days and _sign(raw) == "/")
    shaped = _shaped(raw, written) and (written.days or ended)
    return alike and (shaped or _told(text, raw))


def _sign(raw: Raw) -> str:
    return "".join(piece.text for piece in raw.pieces).strip()


def _part(raw: Raw) -> bool:
    """Tell whether two numbers are rather a part of a whole: 1/2, 2/3, 3/4."""
    return raw.pieces[0].form != "2" and (raw.day or 0) < (raw.month or 0) <= _QUARTERS


def _month(raw: Raw, written: _Written) -> int:
    return (raw.day if written.month_first else raw.month) or 0


def _beside(month: int, months: Container[int | None]) -> bool:
    """Tell whether a month is one of others, or the next or the last before."""
    turns = ((month + apart - 1) % _LAST_MONTH + 1 for apart in (-1, 0, 1))
    return month <= _LAST_MONTH and any(turn in months for turn in turns)


def _within_a_week(raw: Raw, written: _Written) -> bool:
    return any(
        month == raw.month and day and abs(day - (raw.day or 0)) < _WEEK
        for month, day in written.known
    )


def _shaped(raw: Raw, written: _Written) -> bool:
    """Tell whether two numbers are no part of a whole: 10/4 or 11/25 beside such months."""
    if _sign(raw) != "/" or ((raw.month or 0) > _LAST_MONTH and not written.month_first):
        return False
    near = _beside(_month(raw, written), written.numbers)
    return near + large(raw) + improper(raw) > 1  # two of three will do


def _month_first(raws: Sequence[Raw]) -> bool:
    """Tell whether an English text writes more months than days before the stroke."""
    later = sum((raw.month or 0) > _LAST_MONTH for raw in raws)
    return later > sum((raw.day or 0) > _LAST_MONTH for raw in raws)


def _plain(text: str, raws: Sequence[Raw], i: int, lang: Lang) -> bool:
    """Tell whether a shape can be nothing but a date, whatever its text writes."""
    raw = raws[i]
    zero = "0" in {text[raw.start], text[raw.end - 2]}
    if _sign(raw) == ".":
        return zero and _told(text, raw)
    if zero or CLOCK.match(text, raw.end):
        return True
    if not large(raw):
        return _ranged(text, raws, i)
    lasting = lang is Lang.EN and raw.month in _LASTING
    listed = improper(raw) and not lasting and closed(text, raw.end)
    left = context.before(text, raw.start, _REACH)
    return listed or event(left, past=True) or _ranged(text, raws, i)


def _ranged(text: str, raws: Sequence[Raw], i: int) -> bool:
    """Tell whether a day is joined to another: 11/22-11/26, "between 28/2 and 1/4"."""
    beside = pairwise(raws[max(0, i - 1) : i + 2])
    return any(a.numeric and b.numeric and _joined(text, a, b) for a, b in beside)


def _joined(text: str, first: Raw, second: Raw) -> bool:
    gap = text[first.end : second.start]
    between = gap in _AND and _BETWEEN_TWO.search(context.before(text, first.start))
    paired = between or gap.strip(" ") == "-"
    return bool(paired) and any(large(raw) or improper(raw) for raw in (first, second))


def _told(text: str, raw: Raw) -> bool:
    """Tell whether an event or the head of a line asks for a date, and nothing counted follows."""
    left = context.before(text, raw.start, _REACH)
    if event(left, past=large(raw)):
        dotted = _sign(raw) == "." and _DOTTED.match(text, raw.end)
        return bool(dotted) or closed(text, raw.end, sure=True)
    return bool(_OPENS_LINE.search(left) and _LINE_TITLE.match(text, raw.end))
