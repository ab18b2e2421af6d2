"""Put replacements into a text and repair the words that lean on them.

French: « d'avril » → « de mai », « de Marc » → « d'Antoine », « l'IGR » → « le [hôpital] »,
« au Mans » → « à Dinan ». English: "an Irish" → "a French". All else stays byte for byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from anonymizer.elision import Join, apostrophe, leaning
from anonymizer.phi import Lang
from anonymizer.spans import Span


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text with its replacements, and where each stands in it, in the order given."""

    text: str = field(repr=False)
    ranges: tuple[tuple[int, int], ...]


def replace(text: str, replacements: Sequence[tuple[Span, str]], lang: Lang) -> str:
    """Return ``text`` with each span replaced and elisions and articles repaired before it.

    >>> from anonymizer.phi import Phi
    >>> replace("dossier d'Antoine", [(Span(10, 17, Phi.PATIENT), "Marc")], Lang.FR)
    'dossier de Marc'
    """
    return replaced(text, replacements, lang).text


def replaced(text: str, replacements: Sequence[tuple[Span, str]], lang: Lang) -> Replaced:
    """Return the new text and the range ``[start, end)`` that each replacement takes in it.

    Raises ValueError where spans overlap or end past the text.
    """
    order = sorted(range(len(replacements)), key=lambda i: replacements[i][0].start)
    parts: list[str] = []
    ranges = [(0, 0)] * len(replacements)
    length = end = 0
    mark = apostrophe(text)
    for i in order:
        span, new = replacements[i]
        if span.start < end or span.end > len(text):
            raise ValueError("replace: spans overlap, or end past the text")
        old = text[span.start : span.end]
        before = leaning(Join(text[end : span.start], old, new, span.category, mark), lang)
        parts += (before, new)
        ranges[i] = (length + len(before), length + len(before) + len(new))
        length, end = ranges[i][1], span.end
    return Replaced("".join(parts) + text[end:], tuple(ranges))
