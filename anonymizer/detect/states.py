"""Find the state, province or territory that stands right before a postcode of digits.

Layout: two letters (AL, NSW) or the name in full (Pennsylvania, Uttar Pradesh). Four digits follow
a state in Australia alone. Source: USPS Publication 28; India Post; AusPost.
"""

import re

from anonymizer.detect.gazetteer import STATES
from anonymizer.detect.words import WORD, folded
from anonymizer.lexicon import words

_AUSTRALIAN = frozenset(
    (
        *("NSW", "VIC", "QLD", "TAS", "ACT", "SA", "WA", "NT", "Victoria", "Queensland"),
        *("New South Wales", "Tasmania", "South Australia", "Western Australia"),
        "Northern Territory",
    )
)
# No region in other texts.
STATES_TOO = frozenset(("georgia", "virginia", "washington", "new york"))
_REGION_BEFORE = re.compile(rf"(?<![\w-])(?P<state>{WORD}(?:[ ]{WORD}){{0,2}})[ ]{{1,3}}\Z")
_YEAR, _WIDEST = 4, 32


def state_before(text: str, start: int, digits: int) -> tuple[int, int] | None:
    """Return where the state stands that a ZIP, six digits in India or four in Australia follow."""
    found = _REGION_BEFORE.search(text, max(0, start - _WIDEST), start)
    while found:
        name = found["state"]
        australian = name in _AUSTRALIAN
        if australian or (digits != _YEAR and _is_state(name)):
            return found.span("state")
        found = _REGION_BEFORE.search(text, found.start() + 1, start)
    return None


def _is_state(name: str) -> bool:
    """Tell whether a name is a state's, in letters (AL) or in full."""
    plain = folded(name)
    return name in STATES or plain in words("regions") or plain in STATES_TOO
