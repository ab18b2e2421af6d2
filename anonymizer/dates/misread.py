"""Letters that a scan or a hurried hand put for digits: l2/O3/2O16, 3 mars 2O16, Ier janvier."""

import re
from typing import Final

from anonymizer.dates.digits import runs
from anonymizer.dates.months import MONTH

_MIXED: Final = re.compile(r"[0-9](?:(?<=[oliz][0-9])|(?=[oliz](?:[0-9oliz]|(?![a-z]))))")
_RUN: Final = re.compile(
    r"(?<![a-z0-9])[0-9oliz]{1,4}"
    r"(?:[ ]?[./|-][ ]?[0-9oliz]{1,4}|[ ][0-9oliz]{2,4}){0,2}(?![a-z0-9])"
)
_LETTERS: Final = frozenset("oliz")
_DIGITS: Final = str.maketrans("oliz", "0112")
_LONGEST_NAME = 12  # signs that a month's name and the sign after it take
_WHOLE: Final = re.compile(
    r"[0-9]{1,2}[ ]?([./|-])[ ]?[0-9]{1,2}[ ]?\1[ ]?(?:(?:19|20)[0-9]{2}|[0-9]{2})"
    r"|[0-9]{1,2}[ ][0-9]{2}[ ](?:19|20)[0-9]{2}|[0-9]{1,2}[/.-](?:19|20)[0-9]{2}"
)
_DAY: Final = re.compile(r"[0-3]?[0-9]")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_BEFORE_MONTH: Final = re.compile(rf"(?:er|ere)?[ ./-]?{MONTH.pattern}", re.VERBOSE)
_AFTER_MONTH: Final = re.compile(
    rf"(?:(?<![a-z]){MONTH.pattern}[ ./-]|\b(?:en|in|depuis|since|annee|from|to)[ ])\Z", re.VERBOSE
)
_FIRST: Final = re.compile(rf"(?<![a-z0-9])[il](?=er[ ]{MONTH.pattern})", re.VERBOSE)


def mended(text: str) -> str:
    """Return the reading form of a text with the misread digits of its dates as digits.

    >>> mended("vu le l2/o3/2o16, puis le ier mars 2o17, 1 l d'eau")
    "vu le 12/03/2016, puis le 1er mars 2017, 1 l d'eau"
    """
    if " ier " in text or " ler " in text:
        text = _FIRST.sub("1", text)
    beside = [
        start
        for start, end in runs(text)
        if text[start - 1 : start] in _LETTERS or text[end : end + 1] in _LETTERS
    ]
    for begin in sorted({text.rfind("\n", 0, start) + 1 for start in beside}):
        line = text[begin:].partition("\n")[0]
        if _MIXED.search(line):
            text = text[:begin] + _RUN.sub(_as_digits, line) + text[begin + len(line) :]
    return text


def _as_digits(run: re.Match[str]) -> str:
    written = run[0]
    digits = written.translate(_DIGITS)
    few = 2 * sum(map(str.isdecimal, written)) < sum(map(str.isdecimal, digits))
    return written if digits == written or few or not _dated(run, digits) else digits


def _dated(run: re.Match[str], digits: str) -> bool:
    """Tell whether digits make a whole date, or a day or a year beside a month's name."""
    if _WHOLE.fullmatch(digits):
        return _YEAR.match(digits, len(digits) - 4) is not None or run[0][-2:].isdecimal()
    if _DAY.fullmatch(digits):
        return _BEFORE_MONTH.match(run.string, run.end()) is not None
    left = run.string[max(0, run.start() - _LONGEST_NAME) : run.start()]
    return bool(_YEAR.fullmatch(digits) and _AFTER_MONTH.search(left))
