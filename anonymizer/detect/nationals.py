"""Find the national numbers and bank numbers that their own layout tells, without a label.

Layout: SSN 123-45-6789; NHS 943 476 5919; OHIP 1234 567 890 AB; RAMQ ABCD 1234 5678; AHV
756.1234.5678.97; Belgium 60.03.15-123.45; IBAN (ISO 13616); BIC after its label (ISO 9362); cards
of 16 digits. Source: python-stdnum; SSA; NHS Data Dictionary; RAMQ; OFAS.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import digit_runs
from anonymizer.detect.measures import stepped
from anonymizer.detect.words import scan
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_BIC = re.compile(
    r"\b(?:BIC|SWIFT)(?:[ /-]?(?:SWIFT|BIC|[Cc]ode))?[ ]?:?[ ]?"
    r"(?P<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
)
_OHIP = re.compile(r"(?<![\w-])\d{4}[ -]\d{3}[ -]\d{3}[ -][A-Z]{2}(?!\w)")
_RAMQ = re.compile(r"(?<!\w)[A-Z]{4}(?:\d{8}|[ ]\d{4}[ ]\d{4})(?!\w|[ ]\d)")
_SSN = re.compile(r"(?<![\d-])\d{3}-\d\d-\d{4}(?![\d-])")
_SSN_END = re.compile(r"(?<!\w)(?:[xX]{3}|\*{3})-(?:[xX]{2}|\*\*)-\d{4}(?!\d)")
_NHS = re.compile(r"(?<![\w.,-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])")
_AHV = re.compile(r"(?<![\w.])756\.\d{4}\.\d{4}\.\d\d(?!\w)")
_BELGIAN = re.compile(r"(?<![\w.])\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d(?!\w)")
_CARD = re.compile(r"(?<![\w.,-])[3-8]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?![\w-])")
_LETTERED = (
    (_IBAN, IdKind.IBAN, 0.9),
    (_RAMQ, IdKind.NIR, 0.8),
)
_DIGITS = (
    (_SSN, IdKind.SSN, 0.95),
    (_NHS, IdKind.NHS, 0.7),
    (_AHV, IdKind.NIR, 0.95),
    (_BELGIAN, IdKind.NIR, 0.95),
    (_CARD, IdKind.ACCOUNT, 0.9),
    (_OHIP, IdKind.MRN, 0.9),
)
_DIGIT = re.compile(r"\d{2}")


def nationals(passage: "Passage") -> Iterator[Span]:
    """Yield national and bank numbers that their layout tells."""
    text = passage.text
    for start, end in digit_runs(text):
        low, high = max(0, start - 8), min(len(text), end + 24)
        for pattern, kind, sure in _LETTERED:
            for found in pattern.finditer(text, low, high):
                yield Span(found.start(), found.end(), Phi.ID, kind, sure)
        for pattern, kind, sure in _DIGITS:
            for found in pattern.finditer(text, start, end):
                if not stepped(found[0]):
                    yield Span(found.start(), found.end(), Phi.ID, kind, sure)
    for found in scan(_BIC, text, "BIC", "SWIFT"):
        yield Span(*found.span("value"), Phi.ID, IdKind.ACCOUNT, 0.9)
    for found in scan(_SSN_END, text, "xxx-", "XXX-", "***-"):
        yield Span(found.start(), found.end(), Phi.ID, IdKind.SSN, 0.9)
