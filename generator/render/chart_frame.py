"""Where the marks of a drawing stand: time from left to right, and rows in which none touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.render.chart_shapes import RADIUS
from generator.render.chart_text import width
from generator.report.chart import Axis, Spot, Stretch

WIDE: Final = 476.0  # points
GAP: Final = 6.0
_SLIMMEST: Final = 3.0  # bar that is still seen
DASH: Final = 18.0  # length of dashes where a start or an end is not known


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a drawing in which time runs; ``aside`` is what labels take to the left of it."""

    left: float
    right: float
    axis: Axis
    aside: float = 0

    def x(self, at: float) -> float:
        """Return where a moment stands."""
        share = (at - self.axis.first) / ((self.axis.last - self.axis.first) or 1)
        return self.left + share * (self.right - self.left)

    def ends(self, stretch: Stretch) -> tuple[float, float]:
        """Return where a stretch begins and ends; a day is as wide as its dot."""
        left, right = self.x(stretch.first), self.x(stretch.last)
        least = 2 * RADIUS if stretch.first == stretch.last else _SLIMMEST
        short = max(least - (right - left), 0) / 2
        return left - short, right + short

    def extent(self, spot: Spot) -> tuple[float, float]:
        """Return what a mark and its key take from left to right."""
        left, right = self.ends(spot.stretch)
        key = width(spot.key) + GAP if spot.key else 0.0
        opens, ends = spot.stretch.opens, spot.stretch.ends
        return left - DASH * (not opens), right + DASH * (not ends) + key + GAP


def stacked(extents: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """Return a row for each extent, so that in no row two of them touch.

    >>> stacked([(0, 10), (5, 20), (12, 30)])
    (0, 1, 0)
    """
    ends: list[float] = []
    rows = dict.fromkeys(range(len(extents)), 0)
    for number in sorted(rows, key=lambda each: extents[each]):
        left, right = extents[number]
        row = next((row for row, end in enumerate(ends) if end < left), len(ends))
        ends[row : row + 1] = [right]
        rows[number] = row
    return tuple(rows.values())
