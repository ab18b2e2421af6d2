"""Find the names of people: the sum of what titles, labels, phrases and given names announce.

Layout: see ``titles``, ``labels``, ``announced``, ``dictated``, ``appositions``, ``given``,
``turns``. Source: as there.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.announced import announced
from anonymizer.detect.appositions import appositions
from anonymizer.detect.dictated import dictated
from anonymizer.detect.given import beside
from anonymizer.detect.labels import inverted, labelled, writers
from anonymizer.detect.titles import titled
from anonymizer.detect.turns import turns
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage


def names(passage: "Passage") -> Iterator[Span]:
    """Yield every name of a person that its surroundings announce."""
    yield from titled(passage)
    yield from labelled(passage)
    yield from writers(passage)
    yield from inverted(passage)
    yield from announced(passage)
    yield from dictated(passage)
    yield from appositions(passage)
    yield from beside(passage)
    yield from turns(passage)
