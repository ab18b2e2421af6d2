"""Dates in words, at the precision that is known."""

from typing import Final

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang

from generator.language.locales import Locale
from generator.language.units import NO_BREAK

_MONTHS: Final = {
    Lang.FR: (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    Lang.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_LAST = 9999  # after every year: where a date without a year is sorted


def written(when: PartialDate, lang: Lang | Locale) -> str:
    r"""Return a date in words; only the first of a month is an ordinal in French.

    The American one stays on one line: behind a comma, a year alone would be another date.

    >>> written(PartialDate(2016, 2, 1), Lang.FR), written(PartialDate(2016, 3), Lang.EN)
    ('1er février 2016', 'March 2016')
    >>> written(PartialDate(2016, 2, 1), Locale.EN_US)
    'February\xa01,\xa02016'
    """
    language = Locale(lang).lang
    month = _MONTHS[language][when.month - 1] if when.month else None
    if lang == Locale.EN_US and when.day:
        year = f",{NO_BREAK}{when.year}" if when.year else ""
        return f"{month}{NO_BREAK}{when.day}{year}"
    day = "1er" if when.day == 1 and language is Lang.FR else when.day
    return " ".join(str(part) for part in (day, month, when.year) if part is not None)


def order(when: PartialDate) -> tuple[int, int, int]:
    """Return what sorts dates of several precisions: a month stands before its days."""
    return (when.year or _LAST, when.month or 0, when.day or 0)
