"""What the scans hand on: something shaped like a date, before it is decided what it means."""

from calendar import monthrange
from dataclasses import dataclass, field

from anonymizer.dates.mention import Piece
from anonymizer.dates.partial import PartialDate

OLDEST, NEWEST = 1000, 2999  # years: outside them a number was mistyped beyond repair
_PIVOT = 40  # two-digit years up to it are of this century
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Raw:
    """A date shape in the reading form of a text.

    ``weak`` shapes are dates only where the context says so; ``numeric`` ones have a day and a
    month that English writes in either order; ``head`` leaves its month to the next one,
    a lone day has that of the one before that begins at ``host``. ``near`` is the month about which
    a season or a quarter lies, the month and day of a feast: by it the date moves. ``reworded``
    shapes are written back in other words than they stand in (Noël 2015).
    """

    start: int
    end: int
    pieces: tuple[Piece, ...] = field(repr=False)
    year: int | None = field(default=None, repr=False)
    month: int | None = field(default=None, repr=False)
    day: int | None = field(default=None, repr=False)
    full: tuple[Piece, ...] = field(default=(), repr=False)
    gap: str = ""
    weak: bool = False
    numeric: bool = False
    head: bool = False
    host: int | None = None
    near: tuple[int, int | None] | None = field(default=None, repr=False)
    reworded: bool = False
    confidence: float = 1.0

    @property
    def year_written(self) -> bool:
        """Tell whether a year stands in it."""
        return any(piece.part == "year" for piece in self.pieces)

    @property
    def date(self) -> PartialDate | None:
        """Return what it means, None where no calendar holds it."""
        if self.year is not None and not OLDEST <= self.year <= NEWEST:
            return None
        return partial(self.year, self.month, self.day)


def partial(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """Return the date, None where no calendar holds it."""
    if (year is None and month is None) or (day is not None and month is None):
        return None
    return PartialDate(year, month, day) if valid(year, month, day) else None


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Tell whether a calendar holds these parts."""
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004
        return False
    return day is None or 1 <= day <= monthrange(year or _LEAP, month or 1)[1]


def year_of(digits: str) -> int:
    """Return the year that two or four digits say.

    >>> year_of("15"), year_of("78"), year_of("2015")
    (2015, 1978, 2015)
    """
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year <= _PIVOT else 1900)


def signs(text: str) -> Piece:
    """Return the piece of the signs between two parts."""
    return Piece("text", text=text)
