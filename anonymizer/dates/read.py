"""Read the dates of a text as they are written, in French or English.

scan (digits, names, words) → those that stand in each other's place go → those without evidence
go → day or month first → years that a neighbour says → Mention.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from anonymizer.dates import context
from anonymizer.dates.clean import clean
from anonymizer.dates.feasts import feasts
from anonymizer.dates.inherit import inherit, years_apart
from anonymizer.dates.lone import with_lone
from anonymizer.dates.loose import loose
from anonymizer.dates.mention import Layout, Mention, Piece
from anonymizer.dates.misread import mended
from anonymizer.dates.numeric import numeric
from anonymizer.dates.order import order, ordered
from anonymizer.dates.periods import periods
from anonymizer.dates.raw import Raw, partial
from anonymizer.dates.terse import terse
from anonymizer.dates.worded import worded
from anonymizer.dates.years import years
from anonymizer.phi import Lang

__all__ = ["Layout", "Mention", "Piece", "read"]


def read(text: str, lang: Lang) -> tuple[Mention, ...]:
    """Return the dates of ``text`` in order, none overlapping; each date of a range is its own.

    Durations, dosing days, measures, scores and public years (WHO 2016) are no dates.
    """
    cleaned, places = clean(text)
    reading = mended(cleaned)
    original = text if places is None else "".join(text[i] for i in places)
    named = tuple(worded(reading, original, lang))
    scans = (
        loose(reading, lang),
        years(reading, lang),
        periods(reading, original),
        feasts(reading, original, lang),
        named,
        numeric(reading, lang, {raw.end for raw in named if raw.year_written}),
    )
    raws = _evident(reading, _apart(chain.from_iterable(scans)), lang)
    doubtful: set[int] = set()
    if lang is Lang.EN:
        first = order(reading, raws)
        pairs = [ordered(raw, first) for raw in raws]
        raws = tuple(raw for raw, _ in pairs)
        doubtful = {raw.start for raw, doubt in pairs if doubt}
    raws = with_lone(reading, raws, lang, doubtful)
    births = [context.born(reading, raw.start, raw.end) for raw in raws]
    filled, groups = inherit(reading, raws, births)
    found = tuple(
        _mention(
            _as_written(raw, reading, original),
            group,
            lang,
            birth=birth,
            ambiguous=raw.start in doubtful,
            tied=years_apart(reading, raw) is not None,
        )
        for raw, group, birth in zip(filled, groups, births, strict=True)
    )
    return found if places is None else tuple(_placed(m, places) for m in found)


def _apart(raws: Iterable[Raw]) -> tuple[Raw, ...]:
    """Return the shapes in order; of overlapping ones the longer, heads and weak ones last."""
    taken: dict[int, Raw] = {}
    starts: list[int] = []
    for raw in sorted(raws, key=lambda r: (r.head, r.weak, r.start - r.end, r.start)):
        place = bisect_right(starts, raw.start)
        before = place == 0 or taken[starts[place - 1]].end <= raw.start
        if before and (place == len(starts) or raw.end <= starts[place]):
            starts.insert(place, raw.start)
            taken[raw.start] = raw
    return tuple(taken[start] for start in starts)


def _evident(text: str, raws: Sequence[Raw], lang: Lang) -> tuple[Raw, ...]:
    """Return what the context makes a date; a weak shape joined to a date is one too."""
    sure = [not r.weak and not _public(text, r) for r in raws]
    for i in tuple(terse(text, raws, sure, lang)):
        sure[i] = True
    for step in (1, -1):
        places = range(len(raws)) if step > 0 else reversed(range(len(raws)))
        for i in places:
            j = i - step
            if sure[i] or not raws[i].weak or not 0 <= j < len(raws) or not sure[j]:
                continue
            sure[i] = _joins(text, raws[min(i, j)], raws[max(i, j)], raws[i])
    return tuple(r for r, good in zip(raws, sure, strict=True) if good)


def _public(text: str, raw: Raw) -> bool:
    return context.public(text, raw.start, raw.end, year_alone=raw.month is None)


def _joins(text: str, first: Raw, second: Raw, weak: Raw) -> bool:
    if not context.linked(text, first.end, second.start):
        return False
    quantity = context.UNIT_AFTER.match(text, weak.end) or (
        # « LDH le 25/8, 1/9 et 8/9 »: what is measured was said of the first
        (weak is first or weak.month is None) and context.measured(text, weak.start, weak.end)
    )
    if quantity or _timed(text, first, second) or _public(text, weak):
        return False
    return weak.month is None or first.numeric == second.numeric


def _timed(text: str, first: Raw, second: Raw) -> bool:
    """Tell whether a time follows a day: "18/11/24 10.15", "25/12/21 2140"."""
    alone = text[first.end : second.start].isspace() and first.numeric
    return alone and first.pieces[1:2] != second.pieces[1:2]


def _as_written(raw: Raw, reading: str, original: str) -> Raw:
    """Return a shape whose signs between the parts are those of the text: spaces, dashes."""
    here = slice(raw.start, raw.end)
    if raw.reworded or (original[here].isascii() and "\t" not in original[here]):
        return raw
    pieces: list[Piece] = []
    place = raw.start
    for piece in raw.pieces:
        if piece.part == "text" and piece.text:
            place = max(reading.find(piece.text, place, raw.end), raw.start)
            end = place + len(piece.text)
            pieces.append(replace(piece, text=original[place:end]))
            place = end
        else:
            pieces.append(piece)
            place += piece.part != "text"
    rest = raw.full[len(pieces) :] if raw.full[: len(pieces)] == raw.pieces else None
    full = raw.full if rest is None else (*pieces, *rest)
    return replace(raw, pieces=tuple(pieces), full=full)


def _mention(
    raw: Raw, group: int, lang: Lang, *, birth: bool, ambiguous: bool, tied: bool
) -> Mention:
    near = partial(raw.year, *raw.near) if raw.near else None
    return Mention(
        raw.start,
        raw.end,
        None if ambiguous else raw.date,
        raw.year_written,
        group,
        Layout(raw.pieces, raw.full or raw.pieces, raw.gap),
        birth,
        raw.confidence,
        ambiguous,
        lang,
        near,
        tied,
    )


def _placed(mention: Mention, places: Sequence[int]) -> Mention:
    return replace(mention, start=places[mention.start], end=places[mention.end - 1] + 1)
