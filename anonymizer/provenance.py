"""Provenance: what was taken out of a case and what stands in its place.

The pipeline writes it, verification reads it: every finished file is held against it.
"""

from dataclasses import dataclass, field

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import NOT_A_SPAN, Lang, Part, Phi


@dataclass(frozen=True, slots=True)
class Original:
    """One value of the source that was replaced or removed; kept values are never listed.

    ``kind`` is the register of an ID; ``part`` says which part of a person's name it is, None
    for a whole name or none. Raises ValueError for a category that is no identifier.
    """

    value: str = field(repr=False)
    category: Phi
    part: Part | None = None
    kind: str = ""
    lang: Lang | None = None

    def __post_init__(self) -> None:
        """Refuse a category that never is an identifier."""
        if self.category in NOT_A_SPAN:
            raise ValueError("original: the category must be one of an identifier")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the finished files may hold, and what they must not.

    ``issued``: surrogates, and declared authors' names and contacts. ``dates``: every date that
    an output may show (shifted, public, the template's own). ``original_dates``: the days of the
    source. ``kept``: texts as published (passages after replacement, clinical terms), from
    which the expected places of ordinary words are known.
    """

    originals: tuple[Original, ...] = field(default=(), repr=False)
    issued: tuple[str, ...] = field(default=(), repr=False)
    dates: tuple[PartialDate, ...] = field(default=(), repr=False)
    original_dates: tuple[PartialDate, ...] = field(default=(), repr=False)
    kept: tuple[str, ...] = field(default=(), repr=False)
