"""A site: the place of an identifier in its text, and what stands around it."""

import re
from dataclasses import dataclass, field
from typing import Final

from anonymizer.phi import Lang, Phi
from anonymizer.spans import Span

Edit = tuple[Span, str]

_WINDOW: Final = 120
_LABEL_BEFORE: Final = re.compile(
    r"(?:^|[\n|\t(;]|[ ]{2,}|\.[ ])[^\n|:;.(]{0,48}[^\s:][ \u00a0\u202f]?:[ \u00a0\t]*\Z"
)
_ENDS: Final = re.compile(
    r"""[ \u00a0]*(?:\Z|[\n|\t]|[ ]{2}|\(|[,;/)–—](?!\w)|-[ ]
    |\w[\w ]{0,20}[ \u00a0]?:|DDN|DOB|n[ée]e?\b|born\b|\d)""",
    re.VERBOSE,
)
_LINE_BEFORE: Final = re.compile(r"(?:^|[\n|])[ \t\u00a0]*(?:[-•*][ \t]+)?\Z")
_LINE_AFTER: Final = re.compile(r"[ \t\u00a0]*(?:[|\n]|\Z)")
_SIGNED: Final = re.compile(r",[ ][^\n.]{0,60}(?:\n|\Z)")
_NEXT: Final = re.compile(r"(?:\)?[ ]?[,;/&–-][ ]?|[ ](?:et|and)[ ]|[ \t]*\n[ \t]*)\Z")
_CLOSED: Final = re.compile(r"(?:\A|[.!?…:]|\n[ \t]*\n)[\s\"“«(*_•–-]*\Z")
_HEADING: Final = re.compile(r"(?:\A|\n)[ \t]*(?P<line>[^\n]{0,39}[^\s,;-])[ \t]*\n[\s*_•–-]*\Z")
_LABELLED_LINE: Final = re.compile(r"(?:\A|\n|[ ]{2})[^\n:]{1,48}:[ \u00a0][^\n]*\n[ \t]*\Z")
_CLOSING: Final = re.compile(
    r"(?:sincerely|faithfully|regards|wishes|truly|cordialement|confraternellement|amitiés|amicalement"
    r"|salutations|respectueusement|dévoué)(?:[ ][^\n,.]{0,24})?[,.]?\s*\Z",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(r"[^\n]{3,60}[ ][–—-][ ]\Z")
_DETAIL: Final = re.compile(
    r",[ ](?:\d|[^\W\d_]+,|n[ée]e?\b|âgée?\b|aged\b|born\b|qui\b|who\b|dont\b|whose\b|ancien|an?\b"
    r"|retired|retraité"
    r"|domicili|demeurant|living|habitant|mariée?|married|c[ée]libataire|single|veu[fv]|adressée?\b"
    r"|sans\b|without\b|avec\b|with\b|aux?\b|à\b)",
    re.IGNORECASE,
)
_SMALL_END: Final = re.compile(
    r"(?<!\w)(?:de|du|des|d['’]|le|la|les|l['’]|à|au|aux|et|ou|par|pour|avec|chez|en|sur|que|the|a"
    r"|an|of|and|or|by|to|with|in|on|at|for|from|that)\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Site:
    """An identifier at ``[start, end)``; nothing before ``floor`` or from ``ceiling`` may change.

    ``listed`` says that the identifier before it stood in a label, not in a sentence.
    """

    text: str = field(repr=False)
    start: int
    end: int
    floor: int
    ceiling: int
    lang: Lang
    mark: str
    listed: bool = False

    @property
    def old(self) -> str:
        """Return the identifier as written."""
        return self.text[self.start : self.end]

    def before(self, at: int | None = None) -> str:
        """Return what may change before ``at``, the identifier's start unless given."""
        end = self.start if at is None else at
        return self.text[max(self.floor, end - _WINDOW) : end]

    def after(self, at: int | None = None) -> str:
        """Return what may change after ``at``, the identifier's end unless given."""
        start = self.end if at is None else at
        return self.text[start : min(self.ceiling, start + _WINDOW)]

    def edit(self, start: int, end: int, new: str, category: Phi) -> Edit:
        """Return the edit that puts ``new`` at ``[start, end)``, cut where it may not change."""
        return Span(max(start, self.floor), end, category), new

    def opens(self, at: int) -> bool:
        """Tell whether a sentence begins at ``at``."""
        before = self.text[max(0, at - _WINDOW) : at]
        if _CLOSED.search(before):
            return ":" not in before.rstrip(' \u00a0"“«(*_\n')[-1:]
        heading = _HEADING.search(before)
        if heading is None:
            return bool(_LABELLED_LINE.search(before))
        return not _SMALL_END.search(heading["line"])

    def alone(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` is a whole line or cell, or the value of a label."""
        before = self.text[max(0, start - _WINDOW) : start]
        after = self.text[end : end + _WINDOW]
        if _LINE_BEFORE.search(before):
            return bool(_LINE_AFTER.match(after))
        if _LINE_AFTER.match(after) and (_DASHED.search(before) or _CLOSING.search(before)):
            return True
        if self.listed and _NEXT.fullmatch(self.text[self.floor : start]):
            return bool(_ENDS.match(after) or _NEXT.match(after))
        return bool(_LABEL_BEFORE.search(before) and _ENDS.match(after))

    def signed(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` opens a line of a signature: a name and what it is."""
        before = self.text[max(0, start - _WINDOW) : start]
        return bool(_LINE_BEFORE.search(before) and _SIGNED.match(self.text, end))


def closing(after: str) -> bool:
    """Tell whether a comma closes what was taken out, and goes with it.

    It stays before another detail: « , née le …, 54 ans, est revue » → « , 54 ans, est revue ».
    """
    return after.startswith(",") and not _DETAIL.match(after)


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter.

    >>> capital("l’oncologue"), capital("à J12")
    ('L’oncologue', 'À J12')
    """
    return text[:1].upper() + text[1:]
