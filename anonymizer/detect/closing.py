"""Tell where a name ends: a sign, a gap, « et », a verb, a degree behind it.

Layout: what stands right behind a word. Source: French and English letters.
"""

import re

from anonymizer.detect.words import BLANK

_DEGREE = re.compile(
    r"(?:MD|DO|RN|NP|LPN|CN[MP]|CRNA|PhD|AuD|PharmD|MB\w*|BDS|DDS|PA-C|F[RA]\w{2,5}|MRC\w*)\Z"
)
_CLOSED = re.compile(  # what stands right behind a name: signs, a wide gap, « et »
    rf"['’]s\b|[{BLANK}]*(?:[,;.()/|\[\]–—+-]|\r?\n|\Z)|[{BLANK}]{{2}}|[{BLANK}](?:et|and|&)[{BLANK}]"
)
_SENTENCE_GOES_ON = re.compile(
    rf"[{BLANK}](?!(?:d[eu]s?|of|[àa]|en|for|l[ae]s?|aux?|pour|in|with|sur|sous)\b)[a-zà-ÿ]"
)


def closed(text: str, end: int) -> bool:
    """Tell whether a sign, a gap or « et » stands at ``end``, behind a name."""
    return _CLOSED.match(text, end) is not None


def stands(text: str, end: int) -> bool:
    """Tell whether a name ends at ``end``: closed, or a sentence goes on, not with « de »."""
    return closed(text, end) or _SENTENCE_GOES_ON.match(text, end) is not None


def is_degree(word: str) -> bool:
    """Tell whether a word behind a name is a degree: MD, M.D., FRCS."""
    return _DEGREE.match(word.replace(".", "")) is not None
