"""Find e-mail addresses, plain, disguised and damaged.

Layout: local part, @, domain; « (at) », « [at] », « (arobase) » or « at … dot » for the signs;
blanks around @ and points, and a lost point in the domain (OCR). Source: RFC 5321.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import vocabulary
from anonymizer.detect.words import scan
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_TLD = r"(?:fr|com|org|net|eu|be|ch|ca|uk|ie|us|de|es|it|pt|edu|gov|info|health|care|in|au)"
_LOCAL = r"(?<![\w.+%-])(?:[\w+%-]{1,30}[ ]\.[ ])?[\w.+%'’-]{1,64}"
_EMAIL = re.compile(
    rf"""{_LOCAL}
    (?:[ ]?(?:＠|[(\[][ ]?(?:at|AT|arobase|[aA]robas|chez|@)[ ]?[)\]])[ ]?|@[ ]?|[ ]@[ ]
    |[ ]@(?=[\w-]+(?:\.[\w-]+)*\.{_TLD}\b))
    (?:[\w-]{{1,63}}(?:[ ]?\.[ ]?[\w-]{{1,63}}){{0,4}}[ ]?\.[ ]?{_TLD}\b
    |[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,4}}\.[A-Za-z]{{2,24}}|{_TLD}\b
    |(?<![ ])(?=[\d-]*[^\W\d])[\w-]{{4,63}}(?=[\s,;)]))""",
    re.VERBOSE,
)
_SPELT = re.compile(
    r"""(?<![\w.+%-])[\w.+%-]{2,64}[ ](?:at|AT|arobase|arobas|AROBASE)[ ]
    [\w-]{1,63}(?:(?:[ ](?:dot|DOT|point|POINT)[ ]|\.)[\w-]{1,63}){0,3}
    [ ](?:dot|DOT|point|POINT)[ ](?:fr|com|org|net|eu|be|ch|ca|uk|ie|edu|gov)\b""",
    re.VERBOSE,
)
_DISGUISED = re.compile(r"[(\[] ?(?:at|AT|[aA]robase?s?|chez) ?[)\]]")
_AT = frozenset(("at", "arobase", "arobas", "chez"))
_DOT = frozenset(("dot", "point"))
_SPELT_SIGNS = (" dot ", " DOT ", " point ", " POINT ")


def mails(passage: "Passage") -> Iterator[Span]:
    """Yield e-mail addresses, those disguised or with a lost point in the domain too."""
    text, used = passage.text, vocabulary(passage.text)
    signed = "@" in text or "＠" in text
    if signed or (not used.isdisjoint(_AT) and _DISGUISED.search(text)):
        for found in _EMAIL.finditer(text):
            yield Span(found.start(), found.end(), Phi.EMAIL, "", 0.95)
    for found in () if used.isdisjoint(_DOT) else scan(_SPELT, text, *_SPELT_SIGNS):
        yield Span(found.start(), found.end(), Phi.EMAIL, "", 0.9)
