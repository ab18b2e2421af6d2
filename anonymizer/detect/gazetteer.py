"""Towns as they are written, and what the lexicons know of a name: a town, a telling one, where.

Layout: one to four words with a capital, « Fontenay s/s Bois », « St Etienne », « Le Havre »,
"Newcastle upon Tyne", CEDEX and its number. Of the 40,000 towns of the large table many are words
or family names too (Sens, Long, Rice): such a name tells nothing alone.
Source: lexicon/communes, lexicon/cities, lexicon/towns; INSEE; OS Open Names; GeoNames.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from anonymizer.cities import city_key
from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import in_dictionary, places, towns, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

CEDEX = r"(?:[ ](?:CEDEX|Cedex|cedex)(?:[ ]\d{1,2}(?!\d))?)"
TOWN = (
    rf"(?:\b(?:[Ll]a|[Ll]e|[Ll]es|LA|LE|LES|[Ll]['’]|S[Tt]e?\.?)[ \n]?{WORD}"
    rf"|[{UPPER}][{LETTER}]*(?:[{APOSTROPHE}{HYPHEN}][{LETTER}]+)*)"
    rf"(?:[{BLANK}\n](?:s/s?|sur|SUR|sous|SOUS|en|EN|lès|les|LES|de|DE|du|DU|la|LA|le|LE|aux|upon"
    rf"|d['’])(?=[ \n])(?:[ \n](?:la|LA|le|LE))?[ \n]{WORD}"
    rf"|[{BLANK}{HYPHEN}]{WORD}){{0,3}}{CEDEX}?"
)
TOWN_HERE = re.compile(TOWN)
_BESIDE = re.compile(rf"(?:,[ ]|[ ]?\n)(?P<town>{TOWN}?)(?=[ ]?(?:[\n(|.;,–-]|\Z))")
WORD_TOO = frozenset(
    (
        *("nice", "sens", "lens", "die", "bath", "reading", "sandwich", "mobile", "orange"),
        *("angle", "vif", "corps", "plan", "bray", "rugby", "hull", "deal", "ware", "battle"),
        "wells",
    )
)
STATES = frozenset(
    re.findall(
        r"\w+",
        "AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE"
        " NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY ON QC BC AB NS NB MB SK NL"
        " PE NSW VIC QLD TAS ACT SA NT",
    )
)
_ARTICLES = frozenset(("le", "la", "les", "the"))
_SAINT = re.compile(r"\bst(e?)\b\.?[ -]?")
_CEDEX_END = re.compile(r" cedex( \d{1,2})?\Z")
_SIGLUM = 4
_VOCABULARY = 65_536  # names whose reading is kept from one text to the next
_SHORTEST = 5  # of a word that tells alone


def _spelt(name: str) -> str:
    """Return a town's name folded, written out: « St Etienne », « X s/s Bois »."""
    plain = _CEDEX_END.sub("", folded(name).replace("\n", " "))
    full = plain.replace("s/s ", "sous ").replace("s/ ", "sur ")
    return _SAINT.sub(lambda found: f"saint{found[1]}-", full)


@lru_cache(_VOCABULARY)
def is_place(name: str) -> bool:
    """Tell whether a town is one that the lexicons know well, abbreviated or not.

    >>> is_place("St-Etienne"), is_place("Kerbrumeux")
    (True, False)
    """
    full = _spelt(name)
    return full in places() or full.replace("-", " ") in places()


@lru_cache(_VOCABULARY)
def is_town(name: str) -> bool:
    """Tell whether any lexicon knows a town of this name, be it an ordinary word too.

    >>> is_town("Payerne"), is_town("Kerbrumeux")
    (True, False)
    """
    return is_place(name) or bool(country_of(name))


@lru_cache(_VOCABULARY)
def tells(name: str) -> bool:
    """Tell whether a town's name is no ordinary word, no person's and no disease's.

    >>> tells("Payerne"), tells("Rice"), tells("Long Beach")
    (True, False, True)
    """
    if is_place(name):
        return folded(name) not in WORD_TOO
    plain = folded(name)
    if not is_town(name) or plain in words("regions") or plain in words("countries"):
        return False
    parts = [part for part in re.split(r"[ \n-]", plain) if part not in _ARTICLES]
    if any(is_clinical(part) or is_heading(part) for part in parts):
        return False
    if len(parts) > 1:
        return not all(is_given(part) or is_family(part) for part in parts)
    plain = parts[0]
    known = in_dictionary(plain) or plain in words("ordinary")
    return len(plain) >= _SHORTEST and not (known or is_given(plain) or is_family(plain))


@lru_cache(_VOCABULARY)
def country_of(name: str) -> str:
    """Return the two letters of the country of a town of the large table, "" for none.

    >>> country_of("Payerne"), country_of("Bruxelles")
    ('CH', 'BE')
    """
    spelt = _spelt(name).replace("-", " ")
    return (towns().get(spelt) or towns().get(city_key(spelt), ""))[:2]


def town_beside(text: str, at: int) -> Iterator[Span]:
    """Yield the town that stands right after an institution which ends at ``at``, or under it."""
    found = _BESIDE.match(text, at)
    if found and is_town(found["town"]) and not is_heading(folded(found["town"])):
        yield Span(*found.span("town"), Phi.CITY, "", 0.8)


def kept(town: re.Match[str], group: int | str = 0) -> int:
    """Return the end of a town after a cue, 0 where the words are no town."""
    name = town[group]
    if folded(name) in words("regions"):
        return town.end(group) if is_place(name) else 0
    first, last = folded(re.split(r"[ \n]", name)[0]), name.rpartition(" ")[2]
    if last in STATES and not name.isupper() and last != name:
        return town.end(group) - len(last) - 1
    if is_place(name) or is_place(first) or (is_town(name) and not is_clinical(folded(name))):
        return town.end(group)
    rest = [folded(word) for word in re.split(r"[ \n]", name)[1:] if word[:1].isupper()]
    told = any(not (is_heading(word) or is_ordinary(word) or is_clinical(word)) for word in rest)
    if (is_heading(first.partition("-")[0]) or is_ordinary(first) or is_clinical(first)) and (
        not told or first == "the"
    ):
        return 0
    if first in words("countries") or folded(name) in words("countries"):
        return 0
    acronym = name.isupper() and len(name) < _SIGLUM
    return 0 if acronym else town.end(group)
