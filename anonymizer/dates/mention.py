"""A date as it stands in a text: what it means, and the form in which it was written."""

from dataclasses import dataclass, field
from typing import Literal

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang

PartOf = Literal["text", "day", "month", "year"]
Case = Literal["lower", "title", "upper"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a written date: a part in some form, or the signs between two parts.

    Forms of a day: 1, 2 (digits at least), er, st (ordinal), words; of a month: 1, 2, roman, long,
    short, three (letters), season, quarter, half; of a year: 2, 4, decade, pair, words.
    """

    part: PartOf
    form: str = ""
    text: str = ""  # the signs between, the word in use (fall, e, nd); never a part of the date
    case: Case = "lower"
    lang: Lang | None = None
    dot: bool = False  # a shortened month bears a full stop
    plain: bool = False  # a month's accents were left out


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a date as written, and those it needs to stand by itself.

    ``full`` holds a year, and a month after a bare day, even where the text leaves them to its
    neighbours: « 20 » of « 20 et 25 juillet 2016 » stands by itself as « 20 juillet 2016 ».
    """

    pieces: tuple[Piece, ...]
    full: tuple[Piece, ...]
    gap: str = ""  # stands between any two digits: « 2 9 0 2 1 9 9 9 »

    def has(self, part: PartOf) -> bool:
        """Tell whether ``part`` was written."""
        return any(piece.part == part for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date of a text, at ``[start, end)``, without its weekday or preposition.

    ``date`` is what is meant, an inherited year filled in; None where something looks like a date
    but no calendar holds it or it cannot be decided. Mentions that share or inherit one written
    year (or month) bear one ``group``; -1 stands alone. ``near`` is the month about which a
    season or a quarter lies, the day of a feast: by it the date moves. ``tied`` is a date
    whose distance in years to another is told in words: « en juin de la même année ».
    """

    start: int
    end: int
    date: PartialDate | None = field(repr=False)
    year_written: bool
    group: int
    layout: Layout = field(repr=False)
    birth: bool
    confidence: float
    ambiguous: bool
    lang: Lang
    near: PartialDate | None = field(default=None, repr=False)
    tied: bool = False

    @property
    def moving(self) -> PartialDate | None:
        """Return the date by which it moves."""
        return self.near or self.date
