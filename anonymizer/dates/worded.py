"""Dates with the month's name: 4 mai 2021, May 4th, 2021, mai 2021, juin 14, 05nov, in words."""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.dates import context
from anonymizer.dates.mention import Piece
from anonymizer.dates.months import MONTH, months
from anonymizer.dates.named import DAY_BEFORE, YEAR_AFTER, After, Name, name_of, year_after
from anonymizer.dates.raw import Raw, signs, year_of
from anonymizer.dates.spell import DAY_WORDS, ORDINAL_AFTER, spelled, value
from anonymizer.dates.unplaced import ACRONYMS, ORDINARY_EN, TITLED, month_alone
from anonymizer.phi import Lang

_SURE_SIGNS: Final = frozenset(
    {"", " ", "  ", "/", "-", "|", ".", " / ", " - ", " of ", " the ", " of the "}
)
_TAIL: Final = re.compile(
    r"([ ]?(?:-|to|and|through|&|,(?: and)?)[ ]?)([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z]|[.:/-][0-9])"
)
_HEAD: Final = re.compile(
    r"(?<![a-z0-9.,/'])(?<![a-z]-)([0-9]{1,2})[ ]?(er|ere|st|nd|rd|th)?"
    r"([ ]?(?:,|-|/|\bet\b|\band\b|\bou\b|\bor\b|\bau\b|\ba\b|\bto\b|&|\bpuis\b)[ ]?\n?"
    r"(?:(?:le|au|du|the|et|and)[ ])?)\Z"
)
_LISTS_DAYS: Final = re.compile(r"\b(?:of|on|les|des|dates?)[ ](?:[0-9]{1,2},[ ])*\Z")
_MORE_DAYS: Final = re.compile(rf"[ ](?:and|et)[ ][0-9]{{1,2}}[ ]{MONTH.pattern}", re.VERBOSE)
_DAY_AFTER: Final = re.compile(
    r"([ ]\n?(?:the )?)([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z]|[.:/][0-9]|,[0-9]{1,2}(?![0-9]))"
)
_DASHED_AFTER: Final = re.compile(r"([-/])([0-9]{1,2})\1((?:19|20)[0-9]{2})(?![0-9])")
_WHOLE_AFTER: Final = re.compile(r",[ ](?:19|20)[0-9]{2}(?![0-9])")  # "grade 3 May 26, 2015"
_SHORT_AFTER: Final = re.compile(r"(,?[ ]')([0-9]{2})(?![0-9])")
_YEAR_BEFORE: Final = re.compile(r"(?<![a-z0-9/.-])((?:19|20)[0-9]{2})([ /-])\Z")
_DAY_LAST: Final = re.compile(r"([ /-])([0-9]{1,2})(?![0-9a-z]|[.,:/-][0-9]|[ ][0-9])")
_PLURAL_AFTER: Final = re.compile(r"[ ](?:patients|cases|months|weeks|days|years|women|men|of)\b")
_MONTH_AND_DAY: Final = re.compile(
    rf"{MONTH.pattern}\.?[ ][0-9]{{1,2}}(?:st|nd|rd|th)?[ ]?-[ ]?\Z", re.VERBOSE
)
_GLUED: Final = re.compile(r"1er\Z")  # « 1eravril2016 »
_DAY_BEFORE_SLASH: Final = re.compile(r"[0-9](?:er|st|nd|rd|th)?/\Z")
_NO_NUMBER = (*(f"{digit} " for digit in range(10)), " en ", " de ", " d'", "depuis ", "fin ")
_LONGEST = 31


def worded(text: str, original: str, lang: Lang) -> Iterator[Raw]:
    """Yield the dates with a month's name, in no order; ``original`` tells capitals and accents."""
    for found in months(text):
        start = found.start()
        if start and text[start - 1].isalpha() and not _GLUED.search(text, start - 3, start):
            continue
        name = name_of(text, original, found, lang)
        titled = name.piece.case == "title" and TITLED.search(context.before(text, start))
        if titled and not YEAR_AFTER.match(text, name.end):
            continue  # Dr May
        if raw := _year_first(text, name) or _dashed(text, name):
            yield raw
            continue
        yield from _month_first(text, name) if _english_order(text, name) else _read(text, name)


def _year_first(text: str, name: Name) -> Raw | None:
    """Return 2016-Mar-03, "2016 March 3"."""
    year = _YEAR_BEFORE.search(context.before(text, name.start, 8))
    day = year and _DAY_LAST.match(text, name.end)
    if not year or not day or day[1] != year[2] or not 1 <= int(day[2]) <= _LONGEST:
        return None
    start = name.start - len(year[0])
    lead = Piece("year", "4"), signs(year[2]), name.piece, signs(day[1])
    pieces = (*lead, Piece("day", "2" if day[2][0] == "0" else "1"))
    return Raw(start, day.end(), pieces, int(year[1]), name.month, int(day[2]), pieces)


def _dashed(text: str, name: Name) -> Raw | None:
    """Return Mar-03-2016."""
    found = _DASHED_AFTER.match(text, name.end)
    if not found or not 1 <= int(found[2]) <= _LONGEST or text[name.start - 1].isdecimal():
        return None
    day = Piece("day", "2" if found[2][0] == "0" else "1")
    pieces = (name.piece, signs(found[1]), day, signs(found[1]), Piece("year", "4"))
    return Raw(name.start, found.end(), pieces, int(found[3]), name.month, int(found[2]), pieces)


def _english_order(text: str, name: Name) -> bool:
    if name.lang is Lang.FR:
        return False
    if name.piece.case != "lower" and ORDINAL_AFTER.match(text, name.end):
        return True
    day = _DAY_AFTER.match(text, name.end)
    word = name.piece.case == "lower" and name.bare in ORDINARY_EN
    return (
        day is not None
        and (not word or YEAR_AFTER.match(text, day.end()) is not None)
        and 1 <= int(day[2]) <= _LONGEST
        and not _PLURAL_AFTER.match(text, day.end())
        and (day[3] is not None or not context.UNIT_AFTER.match(text, day.end()))
        and (
            _WHOLE_AFTER.match(text, day.end()) is not None
            or _not_after_day(context.before(text, name.start))
        )
    )


def _not_after_day(left: str) -> bool:
    """Tell whether no day stands before a month, or one of another month: March 30-April 2."""
    return DAY_BEFORE.search(left) is None or _MONTH_AND_DAY.search(left) is not None


def _day_piece(digits: str, ordinal: str | None, lang: Lang) -> Piece:
    if ordinal in {"st", "nd", "rd", "th"}:
        return Piece("day", "st")
    if digits[0] == "0":
        return Piece("day", "2")
    if lang is Lang.FR and (digits != "1" or ordinal):
        return Piece("day", "er")
    return Piece("day", "1")


def _month_first(text: str, name: Name) -> Iterator[Raw]:
    """Yield « May 4th, 2021 » and each day of « May 4-6, 2021 »."""
    if words := ORDINAL_AFTER.match(text, name.end):
        yield _in_ordinal_words(text, name, words)
        return
    first = _DAY_AFTER.match(text, name.end)
    if first is None:
        return
    days = [first]
    while tail := _TAIL.match(text, days[-1].end()):
        if not 1 <= int(tail[2]) <= _LONGEST or context.UNIT_AFTER.match(text, tail.end()):
            break
        days.append(tail)
    end = days[-1].end()
    year = YEAR_AFTER.match(text, end) or _SHORT_AFTER.match(text, end)
    form = "2" if year and len(year[2]) == 2 else "4"  # noqa: PLR2004
    wide = (signs(year[1] if year else ", "), Piece("year", form))
    number = year_of(year[2]) if year else None
    for i, day in enumerate(days):
        last = year if day is days[-1] else None
        own = _day_piece(day[2], day[3], Lang.EN)
        lead = (name.piece, signs(day[1])) if i == 0 else ()
        full = (name.piece, signs(first[1]), own, *wide)
        yield Raw(
            name.start if i == 0 else day.start(2),
            last.end() if last else day.end(),
            (*lead, own, *(wide if last else ())),
            number if last else None,
            name.month,
            int(day[2]),
            full,
        )


def _in_ordinal_words(text: str, name: Name, words: re.Match[str]) -> Raw:
    """Return "May twenty-third, 2016"."""
    year = YEAR_AFTER.match(text, words.end())
    hyphens = "words-none" if " " in words[2] else "words"
    day = Piece("day", hyphens, lang=Lang.EN)
    wide = (signs(year[1] if year else ", "), Piece("year", "4"))
    full = (name.piece, signs(words[1]), day, *wide)
    end = year.end() if year else words.end()
    number = int(year[2]) if year else None
    said = value(words[2])
    return Raw(name.start, end, full if year else full[:3], number, name.month, said, full)


def _read(text: str, name: Name) -> Iterator[Raw]:
    after = year_after(text, name)
    left = context.before(text, name.start)
    spelt = (after.pieces or name.piece.form == "long") and not left.endswith(_NO_NUMBER)
    words = DAY_WORDS.search(left) if spelt else None
    spoken = value(words[1]) if words else None
    if words and spoken is not None and 1 <= spoken <= _LONGEST:
        start = name.start - len(left) + words.start(1)
        start += 4 if words[1].startswith("the ") else 0
        yield _with_day(name, start, spoken, _in_words(words[1], spoken, name), after)
        return
    found = DAY_BEFORE.search(left)
    if found and 1 <= int(found[1]) <= 99 and _is_day(left, found, name, after):  # noqa: PLR2004
        start = name.start - len(left) + found.start(1)
        lead = _day_piece(found[1], found[2], name.lang), signs(left[_after(found) :])
        raw = _with_day(name, start, int(found[1]), lead, after)
        if not context.public(text, start, raw.end):
            yield from _heads(text, raw)
        yield raw
    elif month := month_alone(text, name, after):
        yield month


def _after(found: re.Match[str]) -> int:
    return found.end(2) if found[2] else found.end(1)


def _is_day(left: str, found: re.Match[str], name: Name, after: After) -> bool:
    sign = left[_after(found) :]
    if int(found[1]) > _LONGEST and sign.strip(" "):
        return False
    if sign in {".", " - "} and after.pieces[:1] != (signs(sign),):
        return False
    cued = context.DAY_CUE.search(left[: found.start(1)]) is not None
    if sign not in _SURE_SIGNS and not cued:
        return False
    if int(found[1]) > _LONGEST:
        return context.DATE_LABEL.search(left[: found.start(1)]) is not None
    if left[: found.start(1)].endswith("/") and not _DAY_BEFORE_SLASH.search(
        left[: found.start(1)]
    ):
        return False
    acronym = name.piece.case == "upper" and name.bare in ACRONYMS and sign != ""
    dated = after.year is not None and (
        after.pieces[-1].form == "4" or (sign in {"-", "/"} and after.pieces[0].text == sign)
    )
    return cued or not acronym or dated


def _in_words(words: str, day: int, name: Name) -> tuple[Piece, Piece]:
    lang = name.lang
    plain = words.removeprefix("the ")
    ordinal = spelled(day, lang, ordinal=True) if lang is Lang.EN else ""
    form = "words-none" if "-" not in plain and "-" in (ordinal or spelled(day, lang)) else "words"
    return Piece("day", form, lang=lang), signs(" of " if lang is Lang.EN else " ")


def _with_day(name: Name, start: int, day: int, lead: tuple[Piece, Piece], after: After) -> Raw:
    pieces = (*lead, name.piece, *after.pieces)
    sign = lead[1].text if lead[1].text in {"/", "-", "|", "."} else " "
    full = pieces if after.pieces else (*pieces, signs(sign), Piece("year", "4"))
    confidence = 1.0 if after.pieces or lead[0].form != "words" else 0.9
    return Raw(start, after.end, pieces, after.year, name.month, day, full, confidence=confidence)


def _heads(text: str, found: Raw) -> Iterator[Raw]:
    """Yield the bare days of « 3, 10 et 17 mars 2015 », last first."""
    start = found.start
    joined = False
    more = _MORE_DAYS.match(text, found.end) is not None
    while head := _HEAD.search(context.before(text, start)):
        listed = more and _LISTS_DAYS.search(head.string[: head.start(1)])
        joined = joined or bool(listed) or head[3].strip() != ","
        if not joined or not 1 <= int(head[1]) <= _LONGEST:
            return
        length = head.end() - head.start(1)
        start -= length
        piece = _day_piece(head[1], head[2], found.pieces[2].lang or Lang.FR)
        end = start + _after(head) - head.start(1)
        yield Raw(
            start, end, (piece,), None, None, int(head[1]), (piece, *found.full[1:]), head=True
        )
