"""Find French national health numbers (NIR), in every writing.

Layout: sex (1, 2; provisional 3, 4, 7, 8), year (2), month (01-12, 20-99 where unknown), department
(2, also 2A and 2B), commune (3), order (3): 13 signs, then a key of 2 that may be lost or stand
apart (« clé 45 »). Any grouping; O stands for 0 (OCR); a wrong key spares nothing. Source: INSEE.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import digit_runs
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_GAP = r"[ .\u00a0\u202f|-]?"
_KEY = r"(?:[ \u00a0/|(–-]{0,3}(?:(?i:cl(?:[ée]|ef))[ ]?:?[ ]?)?\d\d\)?)?"
_NIR = re.compile(
    rf"""(?<![\w.,+-])(?<!\d[ ])[1-478]{_GAP}[\dO]{{2}}{_GAP}(?:[0O][1-9]|1[0-2O]|[2-9][\dO]){_GAP}
    (?:[\dO]{{2}}|2[ABab]){_GAP}[\dO]{{3}}{_GAP}[\dO]{{3}}{_KEY}(?!\d)(?![.,]\d)""",
    re.VERBOSE,
)
_APART = re.compile(
    r"""(?<![\w.,+-])(?<!\d[ ])[1-478](?:[ ]\d){2}[ ](?:0[ ][1-9]|1[ ][0-2]|[2-9][ ]\d)
    (?:[ ]\d[ ]\d|[ ]2[ ][ABab])(?:[ ]\d){6}(?:[ ]\d[ ]\d)?(?![ ]?\d)""",
    re.VERBOSE,
)


def nirs(passage: "Passage") -> Iterator[Span]:
    """Yield French national health numbers."""
    text = passage.text
    for start, end in digit_runs(text):
        for pattern in (_NIR, _APART):
            for found in pattern.finditer(text, start, end):
                yield Span(found.start(), found.end(), Phi.ID, IdKind.NIR, 0.95)
