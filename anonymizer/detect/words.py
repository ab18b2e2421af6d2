"""Words as names are written: capitals, accents (joined or apart), hyphens, apostrophes, initials.

Layout: a word is a capital and letters, parts joined by a hyphen or an apostrophe (Jean-Claude,
O'Brien, N'Diaye); initials are single capitals (J., J.-L., P-A.); particles are small words that a
name goes on over (de, van, El). Source: the lexicons, and the writings met in hospital letters.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from anonymizer.detect.namesakes import noun_after, noun_before
from anonymizer.fold import fold
from anonymizer.lexicon import Lexicon, phrases, words

if TYPE_CHECKING:
    from anonymizer.passage import Passage
    from anonymizer.spans import Span

Detector = Callable[["Passage"], Iterable["Span"]]

UPPER = "A-ZÀ-ÖØ-ÞĂĄĆČĎĐĒĘĚĞĪİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŸŹŻŽȘȚ"
LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f\u200b-\u200d\u00ad"
APOSTROPHE = "'’ʼ‘"
HYPHEN = r"\-‐‑"
BLANK = " \\t\u00a0\u202f"
WORD_REST = rf"[{LETTER}]{{0,40}}(?:[{APOSTROPHE}{HYPHEN}][{LETTER}]{{1,40}}){{0,5}}"
WORD = rf"[{UPPER}]{WORD_REST}"
INITIALS = (
    rf"[{UPPER}](?:(?:\.[{HYPHEN}]?|[{HYPHEN}])[{UPPER}]){{0,2}}"
    rf"(?:\.|(?![{LETTER}{APOSTROPHE}{HYPHEN}\d]))"
)
BEFORE = rf"(?<![{LETTER}\d{APOSTROPHE}{HYPHEN}_@.])"

CALENDAR = frozenset(  # words of the calendar that are names of people after a title
    (
        *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre"),
        *("sept", "octobre", "novembre", "decembre", "march", "april", "may", "june", "august"),
        *("lundi", "samedi", "dimanche", "friday", "noel", "paques", "day", "week", "summer"),
    )
)
_DIGIT_RUN = re.compile(r"[0-9O](?:[ .\u00a0\u202f()|/–+-]{0,4}[0-9ABO]){6,60}")
_MARGIN = 12
_FIRST_WORD = re.compile(r"[^a-z0-9]")
_LONGEST = 40


def is_heading(folded: str) -> bool:
    """Tell whether a word opens headings, sentences or labels: no name reads on over it."""
    return folded in words("headings") or folded in words("specialties")


def is_given(folded: str, *, usual: bool = False) -> bool:
    """Tell whether a word, or each part of a hyphenated one, is a given name."""
    names = words("given_common" if usual else "given_names")
    if folded in names:
        return True
    parts = folded.split("-")
    return len(parts) > 1 and all(len(part) == 1 or part in names for part in parts)


def is_family(folded: str) -> bool:
    """Tell whether a word is in the lexicon of family names."""
    return folded in words("family_names")


def is_clinical(folded: str) -> bool:
    """Tell whether a word is a drug, gene, species or eponym, or has the ending of one."""
    return (
        folded in words("drugs")
        or folded in words("species")
        or folded in words("devices")
        or folded in words("acronyms")
        or folded in words("eponyms")
        or (not _is_name(folded) and MEDICAL_ENDING.search(folded) is not None)
    )


MEDICAL_ENDING = re.compile(
    r"""(?:mab|nib|mib|zumab|ciclib|parib|platine?|taxel|rubicine?|mycine?|cilline?|statine?|sartan|
    prazole|azole|vir|logie|logique|logy|scopie|scopy|ectomie|ectomy|stomie|stomy|graphie|graphy|
    ite|itis|ose|osis|ome|oma|omes|emie|emia|emique|pathie|pathy|plastie|plasty|tomie|tomy|
    algie|algia|rragie|rrhage|penie|penia|urie|uria|tions?|sions?|ement|ements|ique|iques|ence|
    ances?|ite|ites|ivite|alite|aire|aires|elle|elles|able|ables|euse|ities|ing|ness|ical
    |ally)\Z""",
    re.VERBOSE,
)


def is_ordinary(folded: str) -> bool:
    """Tell whether a word is an ordinary one, or ends as clinical nouns do."""
    if folded in words("ordinary"):
        return True
    return not _is_name(folded) and MEDICAL_ENDING.search(folded) is not None


def _is_name(folded: str) -> bool:
    return folded in words("given_common") or folded in words("family_names")


def is_capitals(word: str) -> bool:
    """Tell whether a word of two letters or more is written all in capitals."""
    return len(word) > 1 and word.isupper()


def is_eponym(text: str, start: int, end: int) -> bool:
    """Tell whether the word at ``[start, end)`` names a disease, sign or score and not a person.

    >>> is_eponym("une maladie de Hodgkin", 15, 22)
    True
    """
    if noun_after(text, end) or opens_eponym(text, start) >= end:
        return True
    plain = folded(text[start:end])
    known = plain in words("eponyms") or not is_given(plain, usual=True)
    return known and noun_before(text, start)  # but « le test de Claire »


def opens_eponym(text: str, start: int) -> int:
    """Return where an eponym of two words or more that begins at ``start`` ends, 0 for none.

    >>> opens_eponym("signe de Marcus Gunn", 9)
    20
    """
    end = phrase_at("eponyms", text, start)
    return end if " " in text[start:end] else 0


@cache
def starting(name: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return the entries of a lexicon by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for entry in phrases(name):
        found.setdefault(_FIRST_WORD.split(entry)[0], []).append(entry)
    return MappingProxyType({first: tuple(entries) for first, entries in found.items()})


def phrase_at(name: Lexicon, text: str, start: int) -> int:
    """Return where the longest entry of a lexicon that stands at ``start`` ends, 0 for none."""
    first = _FIRST_WORD.split(fold(text[start : start + _LONGEST]))[0]
    for entry in starting(name).get(first, ()):
        end = start + len(entry)
        after = text[end : end + 1]
        if fold(text[start:end]) == entry and not (after.isalnum() or after == "-"):
            return end
    return 0


def scan(pattern: re.Pattern[str], text: str, *hints: str) -> Iterator[re.Match[str]]:
    """Return the finds of ``pattern``; a text with none of ``hints`` in it is not read through."""
    return pattern.finditer(text) if any(hint in text for hint in hints) else iter(())


def digit_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of runs of seven digits or more, where numbers of people stand."""
    for run in _DIGIT_RUN.finditer(text):
        yield max(0, run.start() - _MARGIN), min(len(text), run.end() + _MARGIN)


def lowered(text: str) -> str:
    """Return ``text`` in small letters, code point for code point: patterns run faster on it."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def folded(text: str) -> str:
    """Return a word folded, a possessive ``'s`` taken off."""
    plain = fold(text)
    return plain.removesuffix("'s")
