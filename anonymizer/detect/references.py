"""Tell the authors of a published reference from people of the text.

Layout: a list of names with bare or pointed initials ("Grimwade D, Larson RA", « A. K. FIELDING,
R. FOÀ »), in a paragraph that goes on as a reference does: et al, year and semicolon, edition, doi.
Source: Vancouver and French styles of references.
"""

import re

from anonymizer.detect.words import UPPER

_CITATION = re.compile(
    r"et al|(?:19|20)\d\d(?: [A-Z][a-z]{2})? ?;|\b(?:edition|édition|Verlag|Eds?\.)|\bdoi\b"
    r"|(?:Med|Surg|Oncol|J|Blood|Lancet|N Engl)\.? (?:19|20)\d\d",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    rf"[{UPPER}][\w'’-]+,? [{UPPER}]{{1,3}}\.?(?=[,.;]|\s)|(?:[{UPPER}]\.[ -]?)+[{UPPER}]{{3,}}"
)
_REFERENCE = 400  # signs in which a reference ends
_NEAR = 60
_LIST = 3  # authors on both sides that make a list


def cited(text: str, end: int) -> bool:
    """Tell whether the paragraph goes on as a published reference does."""
    paragraph = text.find("\n\n", end)
    stop = min(end + _REFERENCE, paragraph if paragraph >= 0 else len(text))
    return _CITATION.search(text, end, stop) is not None


def author(text: str, start: int, end: int) -> bool:
    """Tell whether the name at ``[start, end)`` stands in the list of authors of a reference."""
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return len(_AUTHOR.findall(around)) >= _LIST and (
        cited(text, end) or _CITATION.search(around) is not None
    )
