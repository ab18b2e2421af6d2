"""Suggest the dated events of a narrative, each with the clause that tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from anonymizer.dates.mention import Mention
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read

from generator.case.clinical import Event
from generator.case.terms import EventKind, FactStatus
from generator.read.suggestions.passage import MOST, Passage
from generator.read.words import groups

_LONGEST: Final = 220  # characters of a clause; a longer sentence is cut at its commas
_SHORTEST: Final = 60
_WIDEST: Final = 400  # characters on either side of a date, where no comma divides the sentence
_FEWEST: Final = 8  # letters that a clause needs beside its date
_FEWEST_WITHOUT_CUE: Final = 25  # letters: « Nantes, le 8 juillet 2016 » dates a letter only
_SURE: Final = 0.5
_BREAK: Final = re.compile(r"[;:,(][ \xa0]|[ ](?=(?:puis|then)\b)|[ ](?=(?:et|and)[ ])")
_COMMA: Final = re.compile(r"[;,][ \xa0]")
_LISTED: Final = re.compile(r"[ ,]*(?:(?:et|and|ou|or|puis)[ ])?(?:le|la|en|du|the|on|in)?[ ]*")
_OPENS: Final = re.compile(
    r"""(?:il|elle|ils|elles|on|nous|les?|la|l['’]|une?|des|en|au|aux|cette|cet|ces?|son
    |sa|ses|mais|he|she|they|we|it|the|an?|in|on|his|her|but|[a-zà-ÿ]{3,}ant)\b(?![ ]\d)
    |[A-ZÀ-ÖØ-Þ]""",
    re.VERBOSE,
)
_NEGATED: Final = re.compile(r"\b(?:sans|aucune?|ni|no|without|pas d[e'])[ ]?(?:\w+ ){0,3}$")
_TO: Final = re.compile(
    r"[ \xa0]*(?:à|au|jusqu['’](?:en|au|à)|to|until|till|through|-|–)[ \xa0]*"
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di[ ]|dimanche[ ]|[A-Z][a-z]{2,5}day,?[ ])?"
)
_AND: Final = re.compile(r"[ ](?:et|and)[ ]")
_BETWEEN: Final = re.compile(r"(?:entre|between)(?:[ ](?:le|les))?[ ]$", re.IGNORECASE)
_EDGE: Final = re.compile(
    r"^(?:[\s,;:.()\"]|\\?[-+*][ ]|(?:et|and|puis|then)[ ])+|[\s,;:(\"]+$", re.IGNORECASE
)


def _stem(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


_KINDS: Final = tuple(groups("cues"))  # in order of weight
_CUE: Final = re.compile(
    r"\b(?:"
    + "|".join(
        f"(?P<{kind}>{'|'.join(_stem(word) for word in words)})"
        for kind, words in groups("cues").items()
    )
    + r")\b"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a passage, or the two ends of a period, with the range that they fill."""

    start: int
    end: int
    date: PartialDate
    until: PartialDate | None = None


def events(passages: Sequence[Passage]) -> tuple[Event, ...]:
    """Return one suggested event for each date that has a year, in the order of the text.

    A date of birth makes none, nor does a year that stands with no word of an event.
    """
    return tuple(islice((event for passage in passages for event in _events(passage)), MOST))


def _events(passage: Passage) -> Iterator[Event]:
    found = _periods(passage, [m for m in read(passage.text, passage.lang) if _usable(m)])
    for number, dated in enumerate(found):
        before = found[number - 1].end if number else 0
        after = found[number + 1].start if number + 1 < len(found) else len(passage.text)
        start, end = _clause(passage, dated, before, after)
        kind = _kind(passage, dated, start, end)
        told = sum(
            map(str.isalpha, passage.text[start : dated.start] + passage.text[dated.end : end])
        )
        vague = kind is EventKind.OTHER and (dated.date.month is None or told < _FEWEST_WITHOUT_CUE)
        if told < _FEWEST or vague:
            continue
        yield Event(
            status=FactStatus.SUGGESTED,
            source=passage.source(start, end),
            date=dated.date,
            end=dated.until,
            kind=kind,
            text=passage.words(start, end),
        )


def _usable(mention: Mention) -> bool:
    known = mention.date is not None and mention.date.year is not None
    return known and not mention.birth and mention.confidence >= _SURE


def _periods(passage: Passage, mentions: Sequence[Mention]) -> list[_Dated]:
    found: list[_Dated] = []
    for mention in mentions:
        if mention.date is None:
            continue
        last = found[-1] if found else None
        if last and last.until is None and _joined(passage.text, last, mention):
            found[-1] = _Dated(last.start, mention.end, last.date, mention.date)
        else:
            found.append(_Dated(mention.start, mention.end, mention.date))
    return found


def _joined(text: str, first: _Dated, second: Mention) -> bool:
    """Tell whether two dates are the ends of one period: « de mai à juin », « entre … et … »."""
    if second.date is None or str(first.date) >= str(second.date):
        return False
    between = text[first.end : second.start]
    if _TO.fullmatch(between):
        return True
    before = text[max(0, first.start - 12) : first.start]
    return bool(_AND.fullmatch(between.removesuffix("le ")) and _BETWEEN.search(before))


def _clause(passage: Passage, dated: _Dated, before: int, after: int) -> tuple[int, int]:
    """Return the range of the words that tell what happened on this date.

    The sentence, or where it is long or tells of several dates the part between two commas; one
    that would begin in the middle of a thought (« qui a été… ») begins further left. ``before``
    and ``after`` are where the neighbouring dates end and begin.
    """
    text = passage.text
    start, end = passage.sentence(dated.start)
    start, end = max(start, dated.start - _WIDEST), min(max(end, dated.end), dated.end + _WIDEST)
    if after < end:
        end = _cut(text, dated.end, after) or end
    left = start
    if before > start:
        left = _cut(text, before, dated.start) or start
    if end - left > _LONGEST:
        left, end = _narrowed(text, left, end, dated)
    return _trimmed(text, _begun(text, start, left, end), end, dated)


def _begun(text: str, start: int, left: int, end: int) -> int:
    """Return where a clause that now begins at ``left`` can begin and be understood."""
    openings = [left, *reversed([m.end() for m in _COMMA.finditer(text, start, left)]), start]
    possible = [place for place in openings if end - place <= _LONGEST + _SHORTEST]
    whole = (p for p in possible if p == start or _OPENS.match(text, _skipped(text, p)))
    return next(whole, left)


def _skipped(text: str, place: int) -> int:
    found = _EDGE.match(text, place)
    return found.end() if found and found.end() > place else place


def _cut(text: str, start: int, end: int) -> int | None:
    """Return where the last break between two dates stands, None where nothing parts them."""
    if _LISTED.fullmatch(text, start, end):
        return None
    breaks = [m.start() for m in _BREAK.finditer(text, start, end) if m.end() < end - 1]
    return breaks[-1] if breaks else None


def _narrowed(text: str, start: int, end: int, dated: _Dated) -> tuple[int, int]:
    commas = [start, *(m.end() for m in _COMMA.finditer(text, start, end)), end]
    left = max(i for i, comma in enumerate(commas[:-1]) if comma <= dated.start)
    right = min(i for i, comma in enumerate(commas) if comma >= dated.end)
    while commas[right] - commas[left] < _SHORTEST and right < len(commas) - 1:
        right += 1
    return commas[left], commas[right]


def _trimmed(text: str, start: int, end: int, dated: _Dated) -> tuple[int, int]:
    while (found := _EDGE.search(text[start:end])) and found.group():
        if found.start() == 0 and start + found.end() <= dated.start:
            start += found.end()
        elif found.end() == end - start and start + found.start() >= dated.end:
            end = start + found.start()
        else:
            break
    return start, end


def _kind(passage: Passage, dated: _Dated, start: int, end: int) -> EventKind:
    """Return the kind that the cue nearest to the date speaks of."""
    clause = passage.folded(start, end)
    at, until = dated.start - start, dated.end - start
    near = [
        (max(m.start() - until, at - m.end(), 0), _KINDS.index(m.lastgroup), m.lastgroup)
        for m in _CUE.finditer(clause)
        if m.lastgroup and not _NEGATED.search(clause, 0, m.start())
    ]
    if dated.until and any(kind == EventKind.TREATMENT for *_, kind in near):
        return EventKind.TREATMENT  # what lasts is a treatment more often than what ends it
    return EventKind(min(near)[2]) if near else EventKind.OTHER
