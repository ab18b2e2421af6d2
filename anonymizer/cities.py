"""The form under which two writings of a town are equal: accents, Cedex, districts, exonyms."""

import re

from anonymizer.fold import fold

_SAINTS = {"st": "saint", "ste": "sainte"}
_EXONYMS = {  # the other language's name of a town
    "londres": "london",
    "edimbourg": "edinburgh",
    "douvres": "dover",
    "cantorbery": "canterbury",
    "bruxelles": "brussels",
    "anvers": "antwerp",
    "gand": "ghent",
    "geneve": "geneva",
    "bale": "basel",
    "lyons": "lyon",
    "marseilles": "marseille",
    "barcelone": "barcelona",
    "lisbonne": "lisbon",
    "alger": "algiers",
}
CEDEX = re.compile(r"(?P<cedex>\s+cedex)(?:\s+\d{1,2})?\Z", re.IGNORECASE)
_DISTRICT = re.compile(
    r"""
    [\s,]+ \(? (?: \d{1,2} \s? (?:er|e|ère|ème|eme|nd|th|st|rd)? | [IVX]{1,5} (?:e|ème)? )
    (?: \s+ arr(?:ondissement|t|\.)?)? \)? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def city_key(text: str) -> str:
    """Return the form under which two writings of a town are equal.

    >>> city_key("St-Malo Cedex 9"), city_key("PARIS 14e")
    ('saint malo', 'paris')
    """
    bare = CEDEX.sub("", text.strip())
    bare = _DISTRICT.sub("", bare)
    words = re.sub(r"[^\w]+", " ", fold(bare)).split()
    key = " ".join(_SAINTS.get(word, word) for word in words) or fold(text)
    return _EXONYMS.get(key, key)
