"""Drawings of a case's own data as plain numbers and words: what lies where on an axis of time.

Numbers on the axis are days, counted from any day. A day is a point; a month or a year is a
stretch in which the day lies somewhere; nothing is drawn finer than it is known.
"""

from dataclasses import dataclass
from typing import ClassVar

from generator.report.model import Words


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis; one without a label is small."""

    at: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of time: ``parts`` are named by their first letter or not at all."""

    first: float
    last: float
    ticks: tuple[Tick, ...]
    parts: tuple[Tick, ...] = ()
    title: Words = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a date or a period lies: nowhere before ``first`` or after ``last``.

    ``first == last`` is a known day. ``sure`` is what a period covers whatever its days.
    ``opens`` and ``ends`` are False where the source does not say when it began or ended.
    """

    first: float
    last: float
    sure: tuple[float, float] | None = None
    opens: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """A dated event or treatment, under the key that the table gives it."""

    stretch: Stretch
    key: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """What is drawn side by side under one label."""

    label: Words
    detail: Words
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A measured value; ``bound`` where the source says less or more than it."""

    stretch: Stretch
    value: float
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """The values of one analyte in one unit; ``low`` and ``high`` are the laboratory's limits."""

    label: Words
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its title, how to read it, all that it shows in words, and what lies where."""

    kind: ClassVar[str] = "chart"
    parallel: ClassVar[bool] = False
    name: str
    title: Words
    note: Words
    told: Words
    axis: Axis
    lanes: tuple[Lane, ...] = ()
    curves: tuple[Curve, ...] = ()
