"""Find regions, departements, counties, states and countries.

Layout: a name of the lexicons with a capital (« Finistère », "West Midlands"), « County » or "Co."
and a name, "upstate" and a name. A name that is an ordinary word too (« la Manche », « Lot ») needs
« dans le » before it; what is named after a place (« poivre de Cayenne », "Brazil nut") is none.
Source: Unicode CLDR; INSEE; ONS; lexicon/regions, lexicon/countries.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from anonymizer.detect import anchors
from anonymizer.detect.words import BLANK, WORD, folded, scan
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_ORDINARY = frozenset(
    (
        *(
            "centre",
            "maine",
            "kent",
            "orange",
            "man",
            "nord",
            "lot",
            "ain",
            "somme",
            "orne",
            "cher",
        ),
        *("aube", "creuse", "manche", "marne", "indre", "landes", "loire", "eure", "vienne", "var"),
        *("allier", "drome", "gard", "oise", "rhone", "tarn", "aude", "jura", "jersey", "chad"),
        *(
            "china",
            "turkey",
            "georgia",
            "virginia",
            "montana",
            "nevada",
            "devon",
            "essex",
            "surrey",
        ),
        *("savoie", "doubs", "isere", "meuse", "guinea", "cavan", "fife", "perche", "artois"),
    )
)
_DEPARTMENT_BEFORE = re.compile(
    r"(?:\b(?:dans|habite|quitt[ée]|rejoint)[ ](?:la[ ]|le[ ]|l['’]|les[ ])"
    r"|d[ée]partement[ ](?:de[ ]la[ ]|du[ ]|des[ ]|de[ ]l['’]|de[ ]|d['’])"
    r"|\b(?:in|from|to|of|en|au|visited|via)[ ]|[,(][ ])\Z"
)
_THING_BEFORE = re.compile(
    r"\b(?:poivre|piment|moutarde|jambon|vin|vert|bleu|bois|noix|chou|lentille|sauce)s?[ ]d(?:e[ ]"
    r"|u[ ]|['’])\Z",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"[ -](?:pigs?|nuts?|sandwich|flu|measles|ink|plates?|worms?|score|scale|criteria|virus|index"
    r"|classification|syndrome|fever)\b"
)
_COUNTY = re.compile(
    rf"(?<!\w)(?:(?P<whole>County[ ](?!Hospital|Council|Court|Road|General"
    rf"|Medical)(?:of[ ])?{WORD})"
    rf"|Co\.[ ](?P<name>{WORD})|(?P<last>{WORD}[ ]County)(?![ ][A-Z]))"
)
_STATE = re.compile(
    rf"(?<!\w)(?:[Uu]pstate|[Dd]ownstate|[Ss]tate[ ]of)[ ](?P<name>{WORD}(?:[ ]{WORD})?)"
)
_RUN = re.compile(rf"{WORD}(?:[{BLANK}-](?:de[ ]la[ ]|du[ ]|de[ ]|of[ ])?{WORD}){{0,3}}")
_TEXTS = 8  # of one record, that two detectors read
_VOCABULARY = 65_536  # words whose reading is kept from one text to the next


def regions(passage: "Passage") -> Iterator[Span]:
    """Yield regions and countries of the lexicons, written with a capital, and counties."""
    text = passage.text
    for start, end in named_regions(text):
        name = folded(text[start:end])
        if _is_region(text, start, end, name):
            category = Phi.COUNTRY if name in words("countries") else Phi.REGION
            yield Span(start, end, category, "", 0.7)
    for found in scan(_COUNTY, text, "ounty ", "Co. "):
        yield Span(*found.span(found.lastgroup or 0), Phi.REGION, "", 0.8)
    for found in scan(_STATE, text, "state "):
        yield Span(*found.span("name"), Phi.REGION, "", 0.8)


@lru_cache(_TEXTS)
def named_regions(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the longest names of regions and countries stand, things named so too."""
    found = (
        (start, _end_of_name(text, start))
        for start, word in anchors.capitals(text)
        if _opens_region(word) and not text[start - 1 : start].isalnum()
    )
    return tuple((start, end) for start, end in found if end)


def _end_of_name(text: str, start: int) -> int:
    """Return where the longest name that opens at ``start`` ends, 0 for none."""
    found = _RUN.match(text, start)
    run = found[0] if found else ""
    inner = [m.start() for m in re.finditer(r"[ \u00a0-]", run)]
    for end in (len(run), *reversed(inner)):
        name = folded(run[:end])
        country = name in words("countries") and run[:end] != run[:end].upper()
        if country or name in words("regions"):
            return start + end
    return 0


def _is_region(text: str, start: int, end: int, name: str) -> bool:
    """Tell a region from a thing named after it, and from the ordinary word that it is too."""
    if _THING_AFTER.match(text, end):
        return False
    if name in _ORDINARY:
        return _DEPARTMENT_BEFORE.search(text[max(0, start - 24) : start]) is not None
    return not _THING_BEFORE.search(text[max(0, start - 16) : start])


@lru_cache(_VOCABULARY)
def _opens_region(word: str) -> bool:
    return re.split(r"[-']", folded(word))[0] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    names = words("countries") | words("regions")
    return frozenset(re.split(r"[ '-]", name)[0] for name in names)
