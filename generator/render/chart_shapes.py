"""The shapes of a drawing as SVG: dark, light or hollow, so that grey keeps them apart.

Each text in them is escaped, each number rounded in the same way. A shape stands with its middle
at ``y``, a text on it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import escape

from generator.render.chart_text import LEAD, SIZE, wrapped
from generator.report.model import Said

INK, QUIET, MARK, GRID, BAND = "#1d2327", "#4d5860", "#0b4a5e", "#c9d1d6", "#e3e8ea"
BOLD: Final = 600
RADIUS: Final = 4.5
BAR: Final = 10.0  # thickness


def element(tag: str, text: str | None = None, **given: str | float | None) -> str:
    """Return one element; ``_`` in the name of an attribute stands for ``-``."""
    attributes = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(rounded(value))}"'
        for name, value in given.items()
        if value is not None
    )
    return f"<{tag}{attributes}/>" if text is None else f"<{tag}{attributes}>{escape(text)}</{tag}>"


def rounded(value: str | float) -> str:
    """Return points to the tenth, without closing zeros.

    >>> rounded(12.50), rounded(-0.01), rounded("start")
    ('12.5', '0', 'start')
    """
    return value if isinstance(value, str) else f"{round(value, 1) + 0:g}"


def line(start: tuple[float, float], end: tuple[float, float], stroke: str, thick: float,
         dash: str | None = None) -> str:  # fmt: skip
    """Return a line from one place to another."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=stroke,
                   stroke_width=thick, stroke_dasharray=dash)  # fmt: skip


def uprights(places: Iterable[float], top: float, bottom: float, stroke: str) -> str:
    """Return fine upright lines from ``top`` to ``bottom``."""
    path = "".join(f"M{rounded(x)} {rounded(top)}V{rounded(bottom)}" for x in places)
    return element("path", d=path, stroke=stroke, stroke_width=0.75)


def dot(x: float, y: float, *, hollow: bool) -> str:
    """Return the mark of a known day."""
    fill = "#fff" if hollow else MARK
    return element("circle", cx=x, cy=y, r=RADIUS, fill=fill, stroke=MARK, stroke_width=1.5)


def bar(ends: tuple[float, float], y: float, fill: str, thick: float = BAR,
        stroke: str = MARK) -> str:  # fmt: skip
    """Return a bar from one end to the other."""
    left, right = ends
    return element("rect", x=left, y=y - thick / 2, width=max(right - left, 0), height=thick,
                   fill=fill, stroke=stroke, stroke_width=1.25)  # fmt: skip


def sign(x: float, y: float, text: str, anchor: str | None = None, *, fill: str = INK,
         weight: int | None = None) -> str:  # fmt: skip
    """Return a short text of no language, such as a key or a number, its middle at ``y``."""
    return element("text", text, x=x, y=y + SIZE * 0.35, text_anchor=anchor, fill=fill,
                   font_weight=weight)  # fmt: skip


def block(
    said: Said, at: tuple[float, float], room: float, *, quiet: bool, bold: bool
) -> Iterator[str]:
    """Give a text line by line below ``at``; a second language is quieter than the first."""
    left, top = at
    for number, text in enumerate(wrapped(said.text, room, bold=bold), start=1):
        yield element("text", text, x=left, y=top + LEAD * number, fill=QUIET if quiet else INK,
                      font_weight=BOLD if bold else None, lang=said.lang.value)  # fmt: skip
