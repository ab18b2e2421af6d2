"""Find long numbers that nothing announces: no measure of medicine is written so.

Layout: 7 digits or more at a stretch, digits one by one, groups of up to three adding to 12-15, or
digits, letters and digits (16H1234, 23-SP-64264), three groups alone in brackets (819-51-02). A
unit after it or a public catalogue's name before it spares a number. Source: letters of hospitals,
where labels are lost with the layout.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import digit_runs, numbers
from anonymizer.detect.measures import measured, public, stepped
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_SPACED = re.compile(r"(?<![\w.,+])\d(?:[ ]\d){6,40}(?![ ]?\d)(?!\w)(?![.,]\d)")
_GROUPED = re.compile(r"(?<![\w.,/+-])[1-8]\d?(?:[ ]\d{1,3}){4,7}(?![\d/])(?![.,]\d)(?![ ]?\d)")
_BARE = re.compile(
    r"(?<![\w.,/+@#-])(?:\d{8,20}|[1-9]\d{6}(?<!000)|\d{7,8}(?<!000)[A-Z])(?![\w/])(?![.,-]\d)"
)
_MIXED = re.compile(
    r"[0-9](?<![\w.,/+-][0-9])\d{1,3}(?:[A-Z]{1,4}\d{3,10}|[A-Z]\d{4}[A-Z]|[A-Z]-\d{5,6}|-[A-Z]{1,3}-\d{4,6})(?![\w/-])"
)
_FILED = re.compile(  # 2024-0031187 under its year, 881/06/2024 before its month: no day is 881
    r"(?<![\w.,/+-])(?:20\d\d[-/]\d{5,9}|(?:3[2-9]|[4-9]\d|\d{3,4})/\d{1,2}/20\d\d)(?![\w/-])"
)
_ZERO = re.compile(  # no measure opens with a zero, no day 0[1-9] with the month 77
    r"(?<![\w.,/+-])0(?:(?![1-9][0-3]\d)\d{5}|\d{3}[ ]\d{3}(?:[ ]\d{3})?)(?![\w/]|[ .,-]\d)"
)
_BRACKETED = re.compile(r"\((?P<value>\d{3}-\d\d-\d\d(?:\d\d)?|\d{3}-\d{3}-\d{3})\)")
_LEAST_RUN = 9
_FEW_DIGITS = frozenset((2, 3, 4))
_STROKES = frozenset("/-")
_OPENED, _LONGEST_TAIL = 6, 16


def bare_numbers(passage: "Passage") -> Iterator[Span]:
    """Yield long runs of digits without a unit."""
    text = passage.text
    everywhere = [(pattern, start, end, 0.6) for pattern, start, end in _opened(text)]
    for start, end in digit_runs(text):
        everywhere += [
            (_SPACED, start, end, 0.7),
            (_GROUPED, start, end, 0.5),
            (_BARE, start, end, 0.7),
            (_ZERO, start, end, 0.7),
        ]
    for pattern, start, end, confidence in everywhere:
        for found in pattern.finditer(text, start, end):
            told = pattern is not _FILED and public(text, found.start())
            if told or measured(text, found.end()):
                continue
            if pattern is _GROUPED and sum(c.isdigit() for c in found[0]) not in (12, 13, 14, 15):
                continue
            if pattern is _SPACED:
                yield from _between_dates(passage, found)
                continue
            yield Span(found.start(), found.end(), Phi.ID, IdKind.OTHER, confidence)
    for found in _BRACKETED.finditer(text):
        if not stepped(found["value"]):
            yield Span(*found.span("value"), Phi.ID, IdKind.OTHER, 0.6)


def _opened(text: str) -> Iterator[tuple[re.Pattern[str], int, int]]:
    """Yield where digits stand that letters or a year follow, or that a zero opens."""
    for start, end in numbers(text):
        lettered = text[end : end + 2].removeprefix("-")
        if end - start in _FEW_DIGITS and "A" <= lettered[:1] <= "Z":
            yield _MIXED, start, end + _LONGEST_TAIL
        elif end - start in _FEW_DIGITS and text[end : end + 1] in _STROKES:
            yield _FILED, start, end + _LONGEST_TAIL
        elif end - start == _OPENED and text[start] == "0":
            yield _ZERO, start, end + 1


def _between_dates(passage: "Passage", run: re.Match[str]) -> Iterator[Span]:
    """Yield what a run of spaced digits holds besides the dates read in it."""
    inside = [m for m in passage.mentions if m.start < run.end() and run.start() < m.end]
    start = run.start()
    for edge, following in ((m.start, m.end) for m in inside):
        if edge - start >= _LEAST_RUN:
            yield Span(start, edge - 1, Phi.ID, IdKind.OTHER, 0.7)
        start = max(start, following + 1)
    if run.end() - start >= _LEAST_RUN:
        yield Span(start, run.end(), Phi.ID, IdKind.OTHER, 0.7)
