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
from anonymizer.detect.dates import detect as dates
from anonymizer.detect.devices import devices
from anonymizer.detect.hospitals import hospitals
from anonymizer.detect.hospitals_en import hospitals_en
from anonymizer.detect.houses import houses
from anonymizer.detect.known import KnownIndex, index, propagated
from anonymizer.detect.looks import Look, look
from anonymizer.detect.mails import mails
from anonymizer.detect.monograms import Person, monograms, named
from anonymizer.detect.names import names as people
from anonymizer.detect.nationals import nationals
from anonymizer.detect.network import addresses
from anonymizer.detect.nir import nirs
from anonymizer.detect.numbers import bare_numbers
from anonymizer.detect.phones import phones
from anonymizer.detect.postcodes import postcodes
from anonymizer.detect.quasi import nationalities, professions, trials
from anonymizer.detect.regions import regions
from anonymizer.detect.registers import labelled_numbers
from anonymizer.detect.signatures import signatures
from anonymizer.detect.streets import streets
from anonymizer.detect.streets_en import streets_en
from anonymizer.detect.tagger import guesses
from anonymizer.detect.towns import towns
from anonymizer.detect.words import Detector
from anonymizer.passage import Passage
from anonymizer.phi import PEOPLE, QUASI
from anonymizer.spans import Span, beyond, merge, outside

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

_AGAIN = 0.75  # how sure a name is that was announced elsewhere in the same text
_INITIALS_BEFORE = re.compile(r"(?<![^\W\d_.-])(?:[A-ZÀ-Þ]\.[ -]?){1,3}\Z")
_INITIAL_AFTER = re.compile(r" [A-ZÀ-Þ]\.(?![^\W\d_])")
_PARTICLES_BEFORE = re.compile(  # those that are no word of French or English
    r"(?<![^\W_])(?:(?:v[ao]n|der|den|ter|dos|das|ap|ibn|bin|zu[rm]?|af) ){1,3}\Z"
)
_COMPANY = 12  # signs in which initials or particles stand before a name
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
    among_names = _names_people(real)
    guessed = [_guessed(each, among_names=among_names) for each in passages]
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
        _settled(each.text, (*sure, *_again(each.text, again, persons)), more, spans)
        for each, sure, more, spans in zip(passages, real, guessed, found, strict=True)
    )


def _detected(passage: Passage, names: KnownIndex | None) -> tuple[Span, ...]:
    own = names.find(passage.text) if names is not None else ()
    return (*(span for _, detector in DETECTORS for span in detector(passage)), *own)


def _names_people(real: Sequence[Sequence[Span]]) -> bool:
    """Tell whether something sure names people: else a guess must be surer."""
    sure = sum(s.category in PEOPLE and s.confidence >= _SURE for spans in real for s in spans)
    return sure >= _SOME


def _guessed(passage: Passage, *, among_names: bool) -> tuple[Span, ...]:
    least = _ENOUGH_AMONG_NAMES if among_names else _ENOUGH
    return merge(s for s in guesses(passage, wide=among_names) if s.confidence >= least)


def _spreading(text: str, guessed: Iterable[Span]) -> Iterator[Span]:
    """Yield the guesses that no dictionary knows: elsewhere a common word is a common word."""
    return (s for s in guessed if look(text[s.start : s.end]) > Look.BOTH)


def _again(text: str, met: KnownIndex | None, persons: Sequence[Person]) -> Iterator[Span]:
    if met is not None:
        yield from (replace(span, confidence=_AGAIN) for span in met.find(text))
    yield from monograms(text, persons)


def _settled(
    text: str, real: Sequence[Span], guessed: Sequence[Span], found: Sequence[Span]
) -> tuple[Span, ...]:
    """Return what is sure, what guesses add to it, and the quasi-identifiers left.

    A guess that a quasi-identifier explains (Virginia, Portuguese) adds nothing.
    """
    sure = merge(real)
    quasi = tuple(span for span in found if span.category in QUASI)
    added = (
        _beside(text, guess, sure)
        for guess in outside(beyond(guessed, sure), quasi)
        if sum(char.isalpha() for char in text[guess.start : guess.end]) >= _LETTERS
    )
    taken = merge(_with_company(text, span) for span in merge((*sure, *added)))
    return tuple(sorted((*taken, *merge(outside(quasi, taken)))))


def _with_company(text: str, span: Span) -> Span:
    """Return a person's name with the initials and particles that touch it.

    « J.-Marc », "S. Gillespie", "von Hagenow". « M. » alone is Monsieur, and stays.
    """
    if span.category not in PEOPLE:
        return span
    particles = _PARTICLES_BEFORE.search(text, max(0, span.start - _COMPANY), span.start)
    start = particles.start() if particles else span.start
    before = _INITIALS_BEFORE.search(text, max(0, start - _COMPANY), start)
    start = before.start() if before and before[0].strip() != "M." else start
    after = _INITIAL_AFTER.match(text, span.end)
    return replace(span, start=start, end=after.end() if after else span.end)


def _beside(text: str, guess: Span, sure: Sequence[Span]) -> Span:
    """Return a guess at a person, of the category of the name that stands right beside it."""
    if guess.category not in PEOPLE:
        return guess
    for span in sure:
        between = text[min(span.end, guess.end) : max(span.start, guess.start)]
        if span.category in PEOPLE and len(between) < _NEAR and not between.strip(" ,-\u00a0"):
            return replace(guess, category=span.category)
    return guess
