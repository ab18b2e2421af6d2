"""Dates of a passage, those of birth apart."""

from collections.abc import Iterable

from anonymizer.passage import Passage
from anonymizer.phi import Phi
from anonymizer.spans import Span


def detect(passage: Passage) -> Iterable[Span]:
    """Yield a span for each date read in the passage, without its weekday or label."""
    for mention in passage.mentions:
        category = Phi.BIRTH_DATE if mention.birth else Phi.DATE
        yield Span(mention.start, mention.end, category, confidence=mention.confidence)
