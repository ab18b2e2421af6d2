"""Detection: every identifier of a passage, by detectors in order, known values and guesses.

One kind of identifier is one module; a detector takes a passage and yields spans. There is no
registry: DETECTORS below is the whole list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from anonymizer.detect.ages import ages
from anonymizer.detect.calibration import calibrated
from anonymizer.detect.codes import codes
from anonymizer.detect.company import together
from anonymizer.detect.dates import detect as dates
from anonymizer.detect.devices import devices
from anonymizer.detect.hospitals import hospitals
from anonymizer.detect.hospitals_en import hospitals_en
from anonymizer.detect.houses import houses
from anonymizer.detect.known import KnownIndex, index, propagated
from anonymizer.detect.looks import Look, look
from anonymizer.detect.mails import mails
from anonymizer.detect.monograms import Person, named
from anonymizer.detect.names import names as people
from anonymizer.detect.nationals import nationals
from anonymizer.detect.network import addresses
from anonymizer.detect.nir import nirs
from anonymizer.detect.numbers import bare_numbers
from anonymizer.detect.phones import phones
from anonymizer.detect.postcodes import postcodes
from anonymizer.detect.quasi import nationalities, professions, trials
from anonymizer.detect.references import of_the_text
from anonymizer.detect.regions import regions
from anonymizer.detect.registers import labelled_numbers
from anonymizer.detect.signatures import signatures
from anonymizer.detect.streets import streets
from anonymizer.detect.streets_en import streets_en
from anonymizer.detect.tagger import guesses
from anonymizer.detect.towns import towns
from anonymizer.detect.words import Detector, folded
from anonymizer.passage import Passage
from anonymizer.phi import PEOPLE, QUASI
from anonymizer.spans import Span, beyond, in_order, merge, outside

__all__ = ["DETECTORS", "Detector", "KnownIndex", "detect", "detect_all", "index"]

DETECTORS: tuple[tuple[str, Detector], ...] = (
    ("dates", dates),
    ("mails", mails),
    ("addresses", addresses),
    ("nirs", nirs),
    ("nationals", nationals),
    ("devices", devices),
    ("labelled_numbers", labelled_numbers),
    ("phones", phones),
    ("bare_numbers", bare_numbers),
    ("codes", codes),
    ("streets", streets),
    ("streets_en", streets_en),
    ("postcodes", postcodes),
    ("hospitals", hospitals),
    ("hospitals_en", hospitals_en),
    ("houses", houses),
    ("towns", towns),
    ("people", people),
    ("signatures", signatures),
    ("ages", ages),
    ("trials", trials),
    ("professions", professions),
    ("nationalities", nationalities),
    ("regions", regions),
)

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_AGAIN = 0.75  # how sure a name is that was announced elsewhere in the same text
_SURE = 0.85  # of a name that a title or a label announces
_SOME = 2  # such names make a text one that names people
_ENOUGH_AMONG_NAMES = 0.6  # the least confidence of a guess in such a text
_ENOUGH = 0.93  # the same in a text that names nobody for sure, as a published case
_LETTERS = 2  # of a guess that other finds leave, fewer are initials or remains
_NEAR = 3  # signs between two parts of one person's name, as in « KERVADEC, Claire »


def detect(passage: Passage, names: KnownIndex | None = None) -> tuple[Span, ...]:
    """Return every identifier of a passage in order, none overlapping, confidence as measured."""
    return tuple(map(calibrated, detect_all((passage,), names)[0]))


def detect_all(
    passages: Sequence[Passage], names: KnownIndex | None = None
) -> tuple[tuple[Span, ...], ...]:
    """Return, for each passage of a record, its identifiers in order, none overlapping.

    ``names`` is the index of the record's own values. A name or place met once is searched again
    in every passage, bare and in capitals. A guess tells only what nothing else covers. A
    quasi-identifier never swallows an identifier, and never spreads. Confidence is what each
    detector states.
    """
    found = [_detected(each, names) for each in passages]
    real = [tuple(s for s in spans if s.category not in QUASI) for spans in found]
    told = tuple(told_names(p.text, s) for p, s in zip(passages, real, strict=True))
    among_names = sum(map(len, told)) >= _SOME
    known = frozenset(chain.from_iterable(chain.from_iterable(told)))
    guessed = [_guessed(each, known, among_names=among_names) for each in passages]
    met = tuple(
        chain.from_iterable(
            propagated(p.text, merge((*sure, *_spreading(p.text, beyond(more, sure)))))
            for p, sure, more in zip(passages, real, guessed, strict=True)
        )
    )
    again = index(tuple(dict.fromkeys(met))) if met else None
    persons = tuple(
        person
        for each, spans in zip(passages, real, strict=True)
        for person in named(each.text, spans)
    )
    return tuple(
        _settled(each, (*sure, *_again(each.text, again)), more, spans, persons)
        for each, sure, more, spans in zip(passages, real, guessed, found, strict=True)
    )


def _detected(passage: Passage, names: KnownIndex | None) -> tuple[Span, ...]:
    own = names.find(passage.text) if names is not None else ()
    found = (span for _, detector in DETECTORS for span in detector(passage))
    return (*of_the_text(passage.text, found), *own)


def told_names(text: str, spans: Iterable[Span]) -> tuple[tuple[str, ...], ...]:
    """Return the folded words of each name of a person that something sure tells."""
    return tuple(
        tuple(map(folded, _WORD.findall(text[s.start : s.end])))
        for s in spans
        if s.category in PEOPLE and s.confidence >= _SURE
    )


def _guessed(passage: Passage, known: frozenset[str], *, among_names: bool) -> tuple[Span, ...]:
    least = _ENOUGH_AMONG_NAMES if among_names else _ENOUGH
    found = guesses(passage, least, wide=among_names, known=known)
    return merge(of_the_text(passage.text, found))


def _spreading(text: str, guessed: Iterable[Span]) -> Iterator[Span]:
    """Yield the guesses that no dictionary knows: elsewhere a common word is a common word."""
    return (s for s in guessed if look(text[s.start : s.end]) > Look.BOTH)


def _again(text: str, met: KnownIndex | None) -> Iterator[Span]:
    if met is not None:
        yield from (replace(span, confidence=_AGAIN) for span in met.find(text))


def _settled(
    passage: Passage,
    real: Sequence[Span],
    guessed: Sequence[Span],
    found: Sequence[Span],
    persons: Sequence[Person],
) -> tuple[Span, ...]:
    """Return what is sure, what guesses add to it, and the quasi-identifiers left.

    A guess that a quasi-identifier explains (Virginia, Portuguese) adds nothing.
    """
    text, sure = passage.text, merge(real)
    quasi = tuple(span for span in found if span.category in QUASI)
    added = (
        _beside(text, guess, sure)
        for guess in outside(beyond(guessed, sure), quasi)
        if sum(char.isalpha() for char in text[guess.start : guess.end]) >= _LETTERS
    )
    taken = merge(together(passage, merge((*sure, *added)), persons))
    return tuple(in_order((*taken, *merge(outside(quasi, taken)))))


def _beside(text: str, guess: Span, sure: Sequence[Span]) -> Span:
    """Return a guess at a person, of the category of the name that stands right beside it."""
    if guess.category not in PEOPLE:
        return guess
    for span in sure:
        between = text[min(span.end, guess.end) : max(span.start, guess.start)]
        if span.category in PEOPLE and len(between) < _NEAR and not between.strip(" ,-\u00a0"):
            return replace(guess, category=span.category)
    return guess
