"""Detection: every identifier of a passage, by detectors in order, known values, names met.

One kind of identifier is one module; a detector takes a passage and yields spans. There is no
registry: DETECTORS below is the whole list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from anonymizer.detect.ages import ages
from anonymizer.detect.contacts import addresses, mails, phones
from anonymizer.detect.dates import detect as dates
from anonymizer.detect.hospitals import hospitals
from anonymizer.detect.known import KnownIndex, index, propagated
from anonymizer.detect.names import names as people
from anonymizer.detect.numbers import bare_numbers, labelled_numbers, shaped_numbers
from anonymizer.detect.quasi import nationalities, professions, regions, trials
from anonymizer.detect.streets import streets
from anonymizer.detect.towns import postcodes, towns
from anonymizer.detect.words import Detector
from anonymizer.passage import Passage
from anonymizer.phi import QUASI
from anonymizer.spans import Span, merge, outside

__all__ = ["DETECTORS", "Detector", "KnownIndex", "detect", "detect_all", "index"]

DETECTORS: tuple[tuple[str, Detector], ...] = (
    ("dates", dates),
    ("mails", mails),
    ("addresses", addresses),
    ("shaped_numbers", shaped_numbers),
    ("labelled_numbers", labelled_numbers),
    ("phones", phones),
    ("bare_numbers", bare_numbers),
    ("streets", streets),
    ("postcodes", postcodes),
    ("hospitals", hospitals),
    ("towns", towns),
    ("people", people),
    ("ages", ages),
    ("trials", trials),
    ("professions", professions),
    ("nationalities", nationalities),
    ("regions", regions),
)


_AGAIN = 0.75  # how sure a name is that was announced elsewhere in the same text


def detect(passage: Passage, names: KnownIndex | None = None) -> tuple[Span, ...]:
    """Return every identifier of a passage in order, none overlapping; see ``detect_all``."""
    return detect_all((passage,), names)[0]


def detect_all(
    passages: Sequence[Passage], names: KnownIndex | None = None
) -> tuple[tuple[Span, ...], ...]:
    """Return, for each passage of a record, its identifiers in order, none overlapping.

    ``names`` is the index of the record's own values. A name or place met once is searched again
    in every passage, bare and in capitals. A quasi-identifier never swallows an identifier, and
    never spreads.
    """
    found = [_detected(each, names) for each in passages]
    real = [tuple(s for s in spans if s.category not in QUASI) for spans in found]
    pairs = zip(passages, real, strict=True)
    met = tuple(chain.from_iterable(propagated(p.text, merge(spans)) for p, spans in pairs))
    again = index(tuple(dict.fromkeys(met))) if met else None
    return tuple(
        _settled((*sure, *_again(each.text, again)), spans)
        for each, sure, spans in zip(passages, real, found, strict=True)
    )


def _detected(passage: Passage, names: KnownIndex | None) -> tuple[Span, ...]:
    own = names.find(passage.text) if names is not None else ()
    return (*(span for _, detector in DETECTORS for span in detector(passage)), *own)


def _again(text: str, met: KnownIndex | None) -> Iterator[Span]:
    if met is not None:
        yield from (replace(span, confidence=_AGAIN) for span in met.find(text))


def _settled(real: Sequence[Span], found: Sequence[Span]) -> tuple[Span, ...]:
    taken = merge(real)
    quasi = (span for span in found if span.category in QUASI)
    return tuple(sorted((*taken, *merge(outside(quasi, taken)))))
