"""Tell the authors and publishers of a published reference from people of the text.

Layout: a list of names with bare or pointed initials ("Grimwade D, Larson RA", « A. K. FIELDING,
R. FOÀ »), in a paragraph that goes on as a reference does: et al, year and semicolon, edition, doi;
a house that publishes (Verlag, Press). Source: Vancouver and French styles of references.
"""

import re
from collections.abc import Iterable, Iterator

from anonymizer.detect.words import UPPER
from anonymizer.phi import PEOPLE, Phi
from anonymizer.spans import Span

_CITATION = re.compile(
    r"et al|(?<![\d/.-])(?:19|20)\d\d(?: [A-Z][a-z]{2})? ?;|\bdoi\b"
    r"|\b(?:edition|édition|Verlag|Eds?\.)"
    r"|(?:Med|Surg|Oncol|J|Blood|Lancet|N Engl)\.? (?:19|20)\d\d",
    re.IGNORECASE,
)
_VOLUME = re.compile(  # « 2001;97:1 », "et al. Blood 2016", « 2010, vol. 24 »
    r"(?<![\d/.-])(?:19|20)\d\d(?: [A-Z][a-z]{2})?(?: \d\d?)? ?; ?\d"
    r"|\bet al\.?[ ,(]{1,3}[^.;\n]{0,40}(?:19|20)\d\d|\bdoi\b|(?:19|20)\d\d, vol\b"
)
_AUTHOR = re.compile(
    rf"[{UPPER}][\w'’-]+,? (?:[{UPPER}]{{1,3}}\.?|(?:[{UPPER}]\.[ -]?){{1,3}})(?=[,.;&]|\s)"
    rf"|(?:[{UPPER}]\.[ -]?)+[{UPPER}]{{3,}}"
)
_PUBLISHER = re.compile(
    rf"(?:[{UPPER}][\w&-]+[ ]){{1,4}}(?:Verlag|Press|Publish(?:ers?|ing)|GmbH|Éditeurs?)"
    r"(?:[ ](?:AG|GmbH|Inc|Ltd|SA|KG|&|Co))*"
)
_REFERENCE = 400  # signs in which a reference ends
_NEAR = 60
_LIST, _FEW = 3, 2  # authors on both sides that make a list; before a volume fewer do


def cited(text: str, end: int, citation: re.Pattern[str] = _CITATION) -> bool:
    """Tell whether the paragraph goes on as a published reference does."""
    paragraph = text.find("\n\n", end)
    stop = min(end + _REFERENCE, paragraph if paragraph >= 0 else len(text))
    return citation.search(text, end, stop) is not None


def author(text: str, start: int, end: int) -> bool:
    """Tell whether the name at ``[start, end)`` stands in the list of authors of a reference."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    authors = [found.span() for found in _AUTHOR.finditer(text, first, last)]
    if len(authors) < _FEW or not any(a < end and start < b for a, b in authors):
        return False
    if len(authors) < _LIST:
        return cited(text, end, _VOLUME)
    return cited(text, end) or _CITATION.search(text, first, last) is not None


def of_the_text(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield ``spans`` but for the authors and publishers of published references."""
    for span in spans:
        named = span.category in PEOPLE or span.category is Phi.HOSPITAL
        if named and (author(text, span.start, span.end) or _publishes(text, span)):
            continue
        yield span


def _publishes(text: str, span: Span) -> bool:
    """Tell whether a name is of a house that publishes: « UniMed Science Verlag AG »."""
    start = max(0, span.start - _NEAR)
    return any(
        found.start() <= span.start and span.end <= found.end()
        for found in _PUBLISHER.finditer(text, start, min(len(text), span.end + _NEAR))
    )
