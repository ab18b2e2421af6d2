"""A date as far as a source says it: year, year and month, whole day, or day and month."""

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LEAP_YEAR = 2000  # a 29 February without a year is a possible date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, month and day, any of which a source may leave out (but never all).

    A day stands only with its month. ``str`` gives ISO 8601, ``--05-04`` where no year is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar holds; the message never shows the date."""
        if self.day is not None and self.month is None:
            raise ValueError("date: a day needs its month")
        if self.year is None and self.month is None:
            raise ValueError("date: no part is given")
        try:
            date(self.year or _LEAP_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            raise ValueError("date: no such day in the calendar") from None

    def __str__(self) -> str:
        """Return the ISO 8601 form."""
        year = f"{self.year:04d}" if self.year is not None else "-"
        rest = (f"-{part:02d}" for part in (self.month, self.day) if part is not None)
        return year + "".join(rest)

    @property
    def whole(self) -> date | None:
        """Return the calendar day, None unless year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def within(self, wider: "PartialDate") -> bool:
        """Tell whether every part that ``wider`` says is the same here."""
        return all(
            theirs is None or theirs == ours
            for ours, theirs in zip(
                (self.year, self.month, self.day),
                (wider.year, wider.month, wider.day),
                strict=True,
            )
        )


def parse_iso(text: str) -> PartialDate:
    """Read ``2021``, ``2021-05`` or ``2021-05-04``.

    >>> parse_iso("2021-05")
    PartialDate(year=2021, month=5, day=None)

    Raises ValueError, which never shows the text.
    """
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError("date: write 2021-05-04, 2021-05 or 2021")
    return PartialDate(*(int(part) if part else None for part in found.groups()))
