"""Find the names of English-language hospitals, practices, homes, laboratories and wards.

Layout: one keyword (Hospital, Clinic, Trust, Surgery) found by its word; the name is read leftwards
over capitals and « of, and, & », then rightwards (of a town, for a purpose, NHS Trust, Campus). A
keyword that only common words announce (the Pain Clinic, Internal Medicine) names no place: weak
ones need a proper name. Source: NHS ODS; AHA; HSE; lexicon/hospitals.txt, towns.txt.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capitals
from anonymizer.detect.gazetteer import is_town, town_beside
from anonymizer.detect.hospital_names_en import (
    Word,
    are_people,
    has_proper,
    is_body,
    is_general,
    is_person,
    is_practice,
    leftwards,
    rightwards,
    stranger_after,
)
from anonymizer.detect.hospital_words_en import (
    AT_AN_END,
    BRANDS,
    COMPOUNDS,
    IN_CELLS,
    KEYWORDS,
    LENDS_NAME,
    ONLY_IN_PAIRS,
    OPENING_A_NAME,
    PAIRS,
    PREFIXES,
    RESIDENCE,
    SAME,
    STREET_AFTER,
    STRONG,
    SURNAMES,
)
from anonymizer.detect.measures import of_a_scale
from anonymizer.detect.practices import practices
from anonymizer.detect.words import (
    LETTER,
    WORD,
    folded,
    is_clinical,
    is_given,
    is_heading,
    is_ordinary,
    scan,
)
from anonymizer.lexicon import towns, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_APOSTROPHES = re.compile(r"['’]")
_JOINED = re.compile(rf"[{LETTER}\d@_-]")
_SMALL_KEYWORD = re.compile(
    r"[hips](?<=[\w.] .)(?:(?<=h)osp(?:ital|ice)|(?<=i)nfirmary|(?<=p)harmacy|(?<=s)chool)\b"
    r"(?![ -]?\d| n)"
)
_SMALL_HOME = re.compile(r" (?:nursing|care|residential|rest|retirement) home\b")
_SAINT = re.compile(
    r"\b(?:at|to|from|in|of)[ ](?P<name>St\.?[ ][A-Z][a-z]+(?:['’]s|s['’](?:s)?))"
    r"(?![ ](?:wort|dance|fire|disease))"
)
_AFTER_PREFIX = re.compile(
    r"(?:['’]r)?[ ](?:of[ ]|OF[ ])?(?:the[ ])?"
    rf"(?P<name>{WORD}(?:[ ](?:(?:and|of)[ ])?{WORD}){{0,3}})"
)
_CELL_BEFORE = re.compile(r"(?:\A|[\n,(:–|]|\b(?:at|from|to|in|the|The|GP))[ ]*\Z")
_CELL_AFTER = re.compile(r"[ ]?(?:[\n,.;:)|–]|\Z)")
_BY_ITS_STREET = re.compile(
    rf"\b(?:at|from)[ ](?P<name>(?:{WORD}[ ]){{2,3}}(?:Street|Avenue|Road|Lane))(?![ ]?[A-Z])"
)
_COMPANY = re.compile(r"\b(?:LLP|LLC|PLLC|P\.?C\.|P\.?A\.|Inc|Ltd)")
_SAID_BEFORE = re.compile(
    r"(?:\b(?:[Aa]t|from|to|by|of|reached) (?:the )?"
    r"|\bGP |\bThe |\b(?:Dr|Drs|GP)\b[^\n]{3,36}[,|\n] ?)\Z"
)
_WINDOW = 48
_VOCABULARY = 65_536  # words whose reading is kept from one text to the next
_LONG = 4
_SHORTEST = 3


def hospitals_en(passage: "Passage") -> Iterator[Span]:
    """Yield the names of English-language hospitals, practices, homes and wards."""
    text = passage.text
    for start, word in capitals(text):
        keyword = _keyword(word)
        end = start + len(keyword)
        if not keyword or (start and _JOINED.match(text, start - 1)):
            continue
        if keyword in PREFIXES:
            yield from _prefixed(text, start, end)
        if keyword not in PREFIXES or keyword == "university":
            yield from _named(text, start, end, keyword)
    yield from _unlike(text)
    yield from practices(text)


@lru_cache(_VOCABULARY)
def _keyword(word: str) -> str:
    """Return the keyword that a word is, what an apostrophe joins left out, "" for none."""
    keyword = _APOSTROPHES.split(word, maxsplit=1)[0].lower()
    return keyword if keyword in KEYWORDS or keyword.endswith(COMPOUNDS) else ""


def _unlike(text: str) -> Iterator[Span]:
    """Yield what no capital keyword tells: « St Anne's », keywords in small letters, homes."""
    for found in scan(_SMALL_KEYWORD, text, "hosp", "infirmary", "pharmacy", "school"):
        yield from _named(text, found.start(), found.end(), "")
    for found in scan(_SMALL_HOME, text, " home"):
        name = leftwards(text, found.start())
        if any(not is_general(word.plain) for word in name):
            yield _span(name[0].start, found.start())
    for found in scan(_SAINT, text, "St ", "St."):
        yield _span(*found.span("name"))
    for found in scan(_BY_ITS_STREET, text, " Street", " Avenue", " Road", " Lane"):
        yield _span(*found.span("name"))
    for found in scan(RESIDENCE, text, " in ", " to ", " at ", " of ", " from "):
        plain = folded(found["name"]).removeprefix("the ")
        if not (is_town(found["name"]) or plain in words("countries") or plain in words("regions")):
            yield _span(*found.span("name"))


def _prefixed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what « University of X », « NHS X » name."""
    found = _AFTER_PREFIX.match(text, end)
    university = text[start:end].lower() == "university"
    if not found or university != (" of " in text[end : found.start("name")].lower()):
        return
    name = folded(found["name"]).split()
    if is_heading(name[0]) or is_general(name[0]) or LENDS_NAME.match(text, found.end()):
        return
    if university or has_proper(name) or text[start:end].lower() in BRANDS:
        yield _span(start, found.end())


def _span(start: int, end: int) -> Span:
    return Span(start, end, Phi.HOSPITAL, "", 0.9)


def _named(text: str, start: int, end: int, keyword: str) -> Iterator[Span]:
    """Yield the name that a keyword at ``[start, end)`` ends, or opens: « Hospital of X »."""
    name = leftwards(text, start)
    before = name[-1].plain if name else ""
    keyword = "clinic" if keyword.endswith(COMPOUNDS) else SAME.get(keyword, keyword)
    paired = before in PAIRS.get(keyword, ())
    if keyword in ONLY_IN_PAIRS and not paired:
        return
    if keyword in AT_AN_END and not _CELL_AFTER.match(text, end) and not _said_at(text, name, end):
        return
    if is_body(text, name, end) or STREET_AFTER.match(text, end):
        return
    if keyword in SURNAMES and name and is_given(name[0].plain):
        return
    goes_on = keyword == "center" and bool(name) and text.startswith((" for ", " FOR "), end)
    strong = paired or keyword in STRONG or goes_on
    named = _is_named(text, name, end, keyword, strong=strong)
    last = rightwards(text, end, strong=strong or named)
    if last == end and before == "university":
        last = stranger_after(text, end)
    first = name[0].start if name else start
    opening = keyword in OPENING_A_NAME or before == "public" or paired or goes_on
    opens = last > end and (opening or _COMPANY.search(text, end, last))
    if not (named or opens or _heads(text, first, end, before)):
        return
    if of_a_scale(text, first) or LENDS_NAME.match(text, last):
        return
    yield _span(_with_article(text, first, last), last)
    yield from town_beside(text, last)


def _is_named(text: str, name: Sequence[Word], end: int, keyword: str, *, strong: bool) -> bool:
    """Tell whether the words before a keyword are a name, as much as the keyword asks."""
    own = [word.plain for word in name if not is_general(word.plain)]
    if keyword in words("specialties") and is_person(name):
        return False
    national = bool(name) and name[0].plain == "national" and len(name) >= _LONG
    royal = len(name) > 1 and name[0].plain == "royal"
    if national or royal or has_proper([word.plain for word in name]):
        return True
    match keyword:
        case "ward":
            named = any(not is_ordinary(plain) for plain in own)
        case "surgery":
            practice = len(own) > 1 and not all(map(is_clinical, own))
            practice = practice or any(not is_ordinary(plain) for plain in own)
            named = practice and _is_said(text, name)
        case "drugs":
            named = are_people(name)
        case "imaging":
            named = bool(own) and (_is_said(text, name) or not text[: name[0].start].strip())
        case _ if keyword in IN_CELLS and not strong:
            named = _in_a_cell(text, name, end)
        case _:
            named = strong and bool(own)
    return named or (keyword in words("services") and is_practice(text, name, end))


def _is_said(text: str, name: Sequence[Word]) -> bool:
    """Tell whether « at », « The » or a doctor stands before a name."""
    start = name[0].start if name else 0
    return bool(name) and _SAID_BEFORE.search(text, max(0, start - _WINDOW), start) is not None


def _said_at(text: str, name: Sequence[Word], end: int) -> bool:
    """Tell whether « at » and a proper name stand before: « at Whitworth Park Surgery »."""
    return is_practice(text, name, end) or (
        _is_said(text, name) and has_proper([word.plain for word in name])
    )


def _in_a_cell(text: str, name: Sequence[Word], end: int) -> bool:
    """Tell whether a name that common words make fills a cell, a line or an item of a list."""
    own = (w.plain for w in name if len(w.plain) >= _SHORTEST and not is_general(w.plain))
    if all(is_ordinary(plain) and plain not in towns() for plain in own):
        return False
    before = _CELL_BEFORE.search(text, max(0, name[0].start - 8), name[0].start)
    return before is not None and _CELL_AFTER.match(text, end) is not None


def _heads(text: str, start: int, end: int, before: str) -> bool:
    """Tell whether « University Hospital » heads a letter, alone on its line or before a street."""
    line = text[start - 1 : start] in {"", "\n"} and text[end : end + 1] in {",", "\n"}
    return line and before == "university"


def _with_article(text: str, first: int, last: int) -> int:
    """Return where the article of « The Bramble Hospital » starts, if it is of the name."""
    before = text[max(0, first - 4) : first]
    if before not in {"The ", "THE "}:
        return first
    opening = text[max(0, first - 6) : first - 4]
    alone = not opening or opening.endswith("\n")
    if alone or opening.rstrip().endswith((".", ":", "!", "?")):
        return first - 4 if alone and text[last : last + 1] in {"", "\n", ","} else first
    return first - 4
