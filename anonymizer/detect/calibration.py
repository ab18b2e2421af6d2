"""Turn what a detector states of its confidence into how often it was right.

Layout: a table category → stated tenth → share of right finds on the gold letters that taught
nothing; written by benchmarks/confidence.py, with one right and one wrong find added to each cell
(Laplace); a cell of fewer than 20 finds says nothing, and what was stated stays. Source:
tests/corpus/letters/*_c.md.
"""

import json
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from anonymizer.spans import Span


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    table: Mapping[str, Mapping[str, float]] = json.loads(
        pkgutil.get_data(__name__, "confidence.json") or b"{}"
    )
    return table


def tenth(confidence: float) -> str:
    """Return the cell of a stated confidence: "0.9" for 0.85 to 0.95."""
    return f"{confidence:.1f}"


def calibrated(span: Span) -> Span:
    """Return a span with the measured confidence; a certain one, and one never met, stay."""
    if span.confidence >= 1:
        return span
    measured = _table().get(span.category, {}).get(tenth(span.confidence))
    return replace(span, confidence=measured) if measured else span
