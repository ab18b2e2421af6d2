"""Drawings as SVG within the page: shapes that grey keeps apart, words that stay where they are.

Nothing in it is fetched, run or named: no script, no link, no style sheet. Numbers are points at
the width of an A4 page between its margins.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from generator.language.locales import Locale
from generator.render.chart_frame import DASH, GAP, WIDE, Frame, stacked
from generator.render.chart_shapes import (
    BAND,
    BOLD,
    GRID,
    MARK,
    QUIET,
    RADIUS,
    bar,
    block,
    dot,
    element,
    line,
    rounded,
    sign,
    uprights,
)
from generator.render.chart_text import LEAD, SIZE, clean, width, wrapped
from generator.report.chart import Chart, Curve, Lane, Spot, Tick
from generator.report.model import Words

_ASIDE: Final = 138.0  # room for labels that stand beside their lane
_SHORT: Final = 2  # lines of such a label
_ROW: Final = 22.0  # from one row of marks to the next
_PLOT: Final = 96.0  # height of a curve
_FONTS: Final = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"


def drawn(chart: Chart, langs: Sequence[Locale]) -> Markup:
    """Return a drawing as one SVG element, named and told in words to those who cannot see it."""
    frame = _frame(chart)
    body: list[str] = []
    y = GAP
    for lane in chart.lanes:
        made, y = _lane(lane, frame, y)
        body += made
    for curve in chart.curves:
        made, y = _curve(curve, frame, y)
        body += made
    made, bottom = _axis(frame, y)
    title, desc = _told(chart, "title", chart.title), _told(chart, "desc", chart.told)
    opening = element(
        "svg",
        "",
        xmlns="http://www.w3.org/2000/svg",
        class_="drawing",
        role="img",
        aria_labelledby=" ".join(title),
        aria_describedby=" ".join(desc),
        lang=langs[0].value,
        viewBox=f"0 0 {WIDE:g} {bottom:g}",
        font_family=_FONTS,
        font_size=SIZE,
    )
    start, end = opening.split("><")
    whole = "\n".join((f"{start}>", *title.values(), *desc.values(), *body, *made, f"<{end}"))
    return Markup(whole)  # noqa: S704 - each text in it is escaped


def _told(chart: Chart, tag: str, words: Words) -> dict[str, str]:
    """Return what tells a drawing to those who cannot see it, each language under its name."""
    named = {f"{chart.name}-{tag}-{one.lang}": one for one in words}
    return {
        name: element(tag, clean(one.text), id=name, lang=one.lang.value)
        for name, one in named.items()
    }


def _frame(chart: Chart) -> Frame:
    spots = [spot for lane in chart.lanes for spot in lane.spots]
    aside = _ASIDE if _stand_aside(chart.lanes) else 0.0
    left = aside + GAP + DASH * any(not spot.stretch.opens for spot in spots)
    if chart.curves:
        left = max(width(tick.label) for each in chart.curves for tick in each.ticks) + 2 * GAP
    right = max((width(spot.key) + 3 * GAP for spot in spots), default=GAP)
    ends = DASH * any(not spot.stretch.ends for spot in spots)
    return Frame(left, WIDE - right - ends, chart.axis, aside)


def _stand_aside(lanes: Sequence[Lane]) -> bool:
    """Tell whether labels stand beside their lanes: short ones do, without details."""
    said = [one.text for lane in lanes for one in lane.label]
    short = all(len(wrapped(text, _ASIDE)) <= _SHORT for text in said)
    return bool(said) and short and not any(lane.detail for lane in lanes)


def _lane(lane: Lane, frame: Frame, y: float) -> tuple[list[str], float]:
    """Return a lane that begins at ``y``, and where it ends."""
    label = _label(lane.label, lane.detail, y, frame.aside or WIDE)
    under = y + LEAD * len(label) + GAP
    top = y if frame.aside or not label else under
    rows = stacked([frame.extent(spot) for spot in lane.spots])
    below = top + _ROW * (max(rows, default=0) + 1)
    end = max(below, under if label else 0) + GAP / 2
    foot = end if frame.aside else below
    grid = uprights([frame.x(tick.at) for tick in frame.axis.ticks], top, foot, GRID)
    marks = [
        piece
        for spot, row in zip(lane.spots, rows, strict=True)
        for piece in _spot(spot, frame, top + _ROW * (row + 0.5))
    ]
    return [*label, grid, *marks, line((0, end), (WIDE, end), GRID, 0.5)], end


def _label(label: Words, detail: Words, top: float, room: float, left: float = 0) -> list[str]:
    """Return a label and what follows it, line by line and language by language."""
    made: list[str] = []
    for number in range(max(len(label), len(detail))):
        for words, bold in ((label, True), (detail, False)):
            for said in words[number : number + 1]:
                at = (left, top + LEAD * len(made))
                made += block(said, at, room, quiet=number > 0, bold=bold)
    return made


def _spot(spot: Spot, frame: Frame, y: float) -> Iterator[str]:
    """Give the mark of a date, its middle at ``y``, and its key."""
    stretch = spot.stretch
    left, right = frame.ends(stretch)
    if not stretch.opens:
        yield line((left - DASH, y), (left, y), MARK, 2, "2 3")
    if not stretch.ends:
        yield line((right, y), (right + DASH, y), MARK, 2, "2 3")
    if stretch.first == stretch.last:
        yield dot((left + right) / 2, y, hollow=spot.computed)
    elif stretch.sure != (stretch.first, stretch.last):
        yield bar((left, right), y, BAND)
    if stretch.sure:
        yield bar((frame.x(stretch.sure[0]), frame.x(stretch.sure[1])), y, MARK)
    if spot.key:
        yield sign(right + DASH * (not stretch.ends) + GAP / 2, y, spot.key, weight=BOLD)


def _curve(curve: Curve, frame: Frame, y: float) -> tuple[list[str], float]:
    """Return a curve under its label, and where it ends."""
    label = _label(curve.label, (), y, WIDE)
    top = y + LEAD * len(label) + 2 * GAP
    low, high = curve.ticks[0].at, curve.ticks[-1].at

    def up(value: float) -> float:
        return top + _PLOT * (high - value) / (high - low)

    scale = [
        piece
        for tick in curve.ticks
        for piece in (
            line((frame.left - GAP / 2, up(tick.at)), (frame.left, up(tick.at)), QUIET, 0.75),
            sign(frame.left - GAP, up(tick.at), tick.label, "end", fill=QUIET),
        )
    ]
    places = [(sum(frame.ends(each.stretch)) / 2, up(each.value), each) for each in curve.points]
    path = " ".join(f"{rounded(x)},{rounded(at)}" for x, at, _ in places)
    marks = [
        dot(x, at, hollow=point.bound)
        if point.stretch.first == point.stretch.last
        else bar(frame.ends(point.stretch), at, "#fff" if point.bound else BAND, RADIUS)
        for x, at, point in places
    ]
    limits = [
        line((frame.left, up(limit)), (frame.right, up(limit)), QUIET, 0.75, "4 3")
        for limit in (curve.low, curve.high)
        if limit is not None
    ]
    band = []
    if limits:
        upper, lower = (
            up(high if curve.high is None else curve.high),
            up(low if curve.low is None else curve.low),
        )
        across = (frame.left, frame.right)
        band = [bar(across, (upper + lower) / 2, BAND, lower - upper, "none"), *limits]
    side = line((frame.left, top), (frame.left, top + _PLOT), QUIET, 0.75)
    joined = element("polyline", points=path, fill="none", stroke=MARK, stroke_width=1.25)
    return [*label, *band, *scale, side, joined, *marks], top + _PLOT + 2 * GAP


def _axis(frame: Frame, y: float) -> tuple[list[str], float]:
    """Return the axis of time below all that it measures, and where it ends."""
    axis = frame.axis
    made = [line((frame.left, y), (frame.right, y), QUIET, 1)]
    made += [
        uprights(sorted(frame.x(tick.at) for tick in ticks), y, y + deep, QUIET)
        for ticks, deep in ((axis.parts, GAP / 2), (axis.ticks, GAP))
        if ticks
    ]
    y += GAP + SIZE / 2
    space = _narrowest(axis.parts, frame)
    if space > SIZE and any(part.label for part in axis.parts):
        made += [
            sign(frame.x(part.at) + space / 2, y, part.label, "middle", fill=QUIET)
            for part in axis.parts
        ]
        y += LEAD
    made += [sign(middle, y, label, "middle") for middle, label in _names(frame)]
    y += SIZE / 2
    title = _label((), axis.title, y, WIDE - frame.left, frame.left)
    return [*made, *title], y + LEAD * len(title) + GAP


def _names(frame: Frame) -> list[tuple[float, str]]:
    """Return the labels of an axis with their middles: as many as there is room for, evenly."""
    places = []
    for tick in frame.axis.ticks:
        half = width(tick.label) / 2
        places.append((min(max(frame.x(tick.at), half), WIDE - half), tick.label))
    zero = next((number for number, (_, label) in enumerate(places) if label == "0"), 0)
    thinned = (places[zero % step :: step] for step in range(2, len(places) + 1))
    return next((kept for kept in (places, places[1:], *thinned) if _are_apart(kept)), places[:1])


def _are_apart(places: Sequence[tuple[float, str]]) -> bool:
    return all(
        other - one > (width(before) + width(after)) / 2 + GAP
        for (one, before), (other, after) in pairwise(places)
    )


def _narrowest(parts: Sequence[Tick], frame: Frame) -> float:
    """Return the least space between two parts of an axis."""
    places = sorted(frame.x(part.at) for part in parts)
    return min((after - before for before, after in pairwise(places)), default=_ROW)
