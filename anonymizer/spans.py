"""Spans: where in a text an identifier stands, and how overlapping finds become one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from anonymizer.phi import NOT_A_SPAN, Part, Phi


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range ``[start, end)`` of code points of the original text.

    It covers the identifier alone, not its title (Dr) or label (IPP :), and never holds the text.
    ``kind`` is the register of an ID or the nature of another category's find; ``part`` says
    which part of a person's name stands there, None for a whole name or none.
    """

    start: int
    end: int
    category: Phi
    kind: str = ""
    confidence: float = 1.0
    part: Part | None = None

    def __post_init__(self) -> None:
        """Refuse an empty span, one outside the text, and categories that are no identifier."""
        if not 0 <= self.start < self.end:
            raise ValueError("span: start and end must be 0 <= start < end")
        if self.category in NOT_A_SPAN:
            raise ValueError("span: the category must be one of an identifier")
        if not 0 < self.confidence <= 1:
            raise ValueError("span: confidence must be in (0, 1]")

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return spans by place; one that says no part of a name before one that does."""
    return sorted(
        spans, key=lambda s: (s.start, s.end, s.category, s.kind, s.confidence, s.part or "")
    )


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a code point."""
    return a.start < b.end and b.start < a.end


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, none overlapping, that cover exactly what ``spans`` cover.

    Overlapping spans become one over their union, of the category of the longest of them (then
    the most confident, then the first): a name left in is worse than a word taken out.

    >>> merge([Span(0, 4, Phi.NAME), Span(2, 9, Phi.EMAIL), Span(12, 14, Phi.CITY)])[0].end
    9
    """
    merged: list[Span] = []
    strongest: Span | None = None
    for span in sorted(spans, key=lambda s: (s.start, -s.end, -s.confidence, s.category)):
        if strongest is None or span.start >= merged[-1].end:
            merged.append(span)
            strongest = span
            continue
        if (len(span), span.confidence) > (len(strongest), strongest.confidence):
            strongest = span
        merged[-1] = replace(strongest, start=merged[-1].start, end=max(merged[-1].end, span.end))
    return tuple(merged)


def outside(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of ``spans`` that share nothing with ``taken``, in order."""
    blocks = tuple(taken)
    return tuple(in_order(s for s in spans if not any(overlap(s, block) for block in blocks)))


def beyond(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """Yield what ``taken`` leaves of ``spans``, in order.

    >>> [(s.start, s.end) for s in beyond([Span(0, 9, Phi.NAME)], [Span(2, 4, Phi.DATE)])]
    [(0, 2), (4, 9)]
    """
    blocks = in_order(taken)
    for span in in_order(spans):
        start = span.start
        for block in blocks:
            if block.end <= start or block.start >= span.end:
                continue
            if block.start > start:
                yield replace(span, start=start, end=block.start)
            start = block.end
        if start < span.end:
            yield replace(span, start=start)


def covered(spans: Iterable[Span]) -> frozenset[int]:
    """Return every code point position that some span covers."""
    return frozenset(i for span in spans for i in range(span.start, span.end))
