"""Dates as the benchmarks read and write them, with nothing of the anonymizer.

A text of dates is cut into literal signs and dates; a date knows its pieces as written and what
it means, its year or month taken from the next date where it has none. Shifted, the pieces are
filled again. Knows the plain forms only, in French and English.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

NAMES = (
    (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
    (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
)
SEASONS = ("hiver", "printemps", "été", "automne")
NUMBER = {name.lower(): i for names in NAMES for i, name in enumerate(names, start=1)}
NAME = rf"(?P<name>{'|'.join(sorted(NUMBER, key=len, reverse=True))})"
ENGLISH = rf"(?P<name>{'|'.join(sorted(NAMES[1], key=len, reverse=True))})"
SIGN = r"\s?[./|-]\s?"
DAY, MONTH, YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4}|\d\d)"
FORMS = (
    rf"{DAY}\s?(?P<sign>[./|-])\s?{MONTH}\s?(?P=sign)\s?{YEAR}(?!\d)",
    rf"(?P<year>\d{{4}})(?P<sign>[-/]){MONTH}(?P=sign){DAY}(?!\d)",
    rf"(?P<day>\d{{1,2}}(?:er|st|nd|rd|th)?)(?:[ /.-]| of ){NAME}(?:(?:[ /.-]|, ){YEAR})?(?!\d)",
    rf"{ENGLISH} (?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?:, (?P<year>\d{{4}}))?(?!\d)",
    rf"{NAME}(?:\s?[ /.-]\s?{YEAR})?(?!\d)",
    rf"{MONTH}{SIGN}(?P<year>\d{{4}})(?!\d)",
    rf"{DAY}{SIGN}{MONTH}(?!\d)",
    rf"(?P<season>{'|'.join(SEASONS)}) (?P<year>\d{{4}})",
    r"(?P<year>\d{4})(?!\d)",
    r"(?P<day>\d{1,2}(?:er)?)(?!\d)",
)
PATTERNS = tuple(re.compile(rf"(?<![\w]){form}", re.IGNORECASE) for form in FORMS)
JOINED = re.compile(r"\s?(?:-|–|,|et|au|à|and|to)\s(?:le\s|the\s)?|[-–]")
DAYS_A_MONTH, DAYS_A_YEAR = 30.4375, 365.25
PIVOT, CENTURY = 40, 100
SOME_YEARS = (2015, 2016)  # what a day without a year may lie in: a common one and a leap one


@dataclass(frozen=True, slots=True)
class Told:
    """A date of a text: where it stands, its pieces as written, what it means."""

    start: int
    end: int
    pieces: tuple[tuple[str, int, int], ...]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: bool = False


def read(text: str) -> list[Told]:
    """Return the dates of a text, years and months taken from the next where they are not said."""
    found: list[Told] = []
    place = 0
    while place < len(text):
        match = next((m for p in PATTERNS if (m := p.match(text, place))), None)
        if match:
            found.append(_told(match))
        place = match.end() if match else place + 1
    for i in reversed(range(len(found) - 1)):
        here, after = found[i], found[i + 1]
        month = here.month or (after.month if here.day else None)
        year = here.year if here.year or not month else after.year
        if year and not here.year and after.month and (month or 0) > after.month:
            year -= 1
        found[i] = replace(here, month=month, year=year)
    return found


def whole(text: str) -> list[Told]:
    """Return the dates of a text that is nothing but dates, none where something else stands."""
    dates = read(text)
    ends = [0, *(told.end for told in dates)]
    gaps = [text[end : told.start] for end, told in zip(ends, dates, strict=False)]
    joined = all(JOINED.fullmatch(gap) for gap in gaps[1:])
    bare = all(told.month is None and told.day for told in dates)
    return dates if joined and not bare and gaps[:1] == [""] and ends[-1] == len(text) else []


def _told(match: re.Match[str]) -> Told:
    named = {key: value for key, value in match.groupdict().items() if value and key != "sign"}
    pieces = sorted((match.start(key), match.end(key), key) for key in named)
    year = int(named["year"]) if "year" in named else None
    if year is not None and year < CENTURY:
        year += 2000 if year <= PIVOT else 1900
    season = named.get("season")
    month = SEASONS.index(season.lower()) * 3 + 1 if season else None
    month = NUMBER[named["name"].lower()] if "name" in named else month
    month = int(named["month"]) if "month" in named else month
    day = int(re.sub(r"\D", "", named["day"])) if "day" in named else None
    told = tuple((key, start, end) for start, end, key in pieces)
    return Told(match.start(), match.end(), told, year, month, day, season is not None)


def moved(told: Told, days: int) -> Iterator[Told]:
    """Give what a date may mean once shifted: several where its year is not known."""
    for year in (told.year,) if told.year else SOME_YEARS:
        if told.month is None:
            yield replace(told, year=year + round(days / DAYS_A_YEAR))
        elif told.day is None:
            months = round(days / DAYS_A_MONTH) or (1 if days > 0 else -1)
            over, month = divmod(year * 12 + told.month - 1 + months, 12)
            yield replace(told, year=over if told.year else None, month=month + 1)
        else:
            leap = told.month == 2 and told.day == 29 and not told.year  # noqa: PLR2004
            new = date(2016 if leap else year, told.month, told.day) + timedelta(days=days)
            yield replace(told, year=new.year if told.year else None, month=new.month, day=new.day)


def meaning(told: Told) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day; a season is what its quarter says."""
    if told.season and told.month:
        quarter = told.month % 12 // 3
        return (told.year or 0) + (told.month == 12), quarter * 3 + 1, None  # noqa: PLR2004
    return told.year, told.month, told.day


def filled(text: str, dates: list[Told], news: list[Told]) -> str:
    """Return a text with each date written as its new meaning, in its own form."""
    parts: list[str] = []
    place = 0
    for old, new in zip(dates, news, strict=True):
        for key, start, end in old.pieces:
            parts += (text[place:start], _piece(key, text[start:end], new, old, text))
            place = end
    return "".join(parts) + text[place:]


def _piece(key: str, written: str, new: Told, old: Told, text: str) -> str:
    year, month, day = meaning(new) if new.season else (new.year, new.month, new.day)
    match key:
        case "year":
            return f"{(year or 0) % CENTURY:02d}" if len(written) == len("15") else f"{year:04d}"
        case "season":
            return _cased(SEASONS[((month or 1) - 1) // 3], written)
        case "name":
            names = NAMES[0] if written.lower() in map(str.lower, NAMES[0]) else NAMES[1]
            return _cased(names[(month or 1) - 1], written)
        case "month":
            return f"{month:02d}" if _padded(written, old, "day", text) else str(month)
        case _:
            return _day(day or 1, written, old, text)


def _day(day: int, written: str, old: Told, text: str) -> str:
    if written.endswith(("st", "nd", "rd", "th")):
        ending = {1: "st", 2: "nd", 3: "rd"}.get(0 if 10 < day < 20 else day % 10, "th")  # noqa: PLR2004
        return f"{day}{ending}"
    if _beside(old, "month", text) is None and written[0] != "0":
        french = any(name in text.lower() for name in NAMES[0])
        return "1er" if day == 1 and french and written != "1" else str(day)
    return f"{day:02d}" if _padded(written, old, "month", text) else str(day)


def _padded(written: str, old: Told, other: str, text: str) -> bool:
    """Tell whether a number is written with two digits; of 10 to 31 the other number tells."""
    beside = _beside(old, other, text)
    return len(written) > 1 and (written[0] == "0" or beside is None or len(beside) > 1)


def _beside(old: Told, piece: str, text: str) -> str | None:
    return next((text[start:end] for key, start, end in old.pieces if key == piece), None)


def _cased(name: str, written: str) -> str:
    if written.isupper():
        return name.upper()
    return name[:1].upper() + name[1:] if written[:1].isupper() else name.lower()
