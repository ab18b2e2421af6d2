"""Find names, towns and institutions by how letters announce them: a small linear tagger.

Layout: each word that may be part of a name gets the tag of highest score (person, town,
institution or none), the score being the sum of the weights of its features; one of them is that
no dictionary and no lexicon knows the word. The margin over "none" tells how sure it is. Source:
averaged perceptron (Collins 2002, doi:10.3115/1118693.1118694), trained on invented letters by
benchmarks/train_tagger.py; the weights are in tagger.json.
"""

import json
import pkgutil
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING

from anonymizer.detect.features import Word, candidates, features
from anonymizer.detect.looks import Look, is_term, look
from anonymizer.detect.reading import Piece, lone, spans
from anonymizer.detect.surroundings import (
    after_article,
    opens_a_clause,
    opens_a_noun_phrase,
    small_elsewhere,
)
from anonymizer.detect.titles import role
from anonymizer.detect.words import (
    BLANK,
    folded,
    is_capitals,
    is_eponym,
    is_given,
    opens_eponym,
)
from anonymizer.lexicon import in_dictionary
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_Sure = tuple[Word, float]
TAGS = ("O", "P", "C", "H")  # none, person, town, institution
NONE, PERSON = TAGS[:2]
_PLACES = {"C": Phi.CITY, "H": Phi.HOSPITAL}
_JOINED = re.compile(
    rf"(?:[{BLANK}-]?|,?[{BLANK}]|[{BLANK}](?:(?:d[eiao]s?|du|la|le|van|von|der|den|ter|el|al|ben"
    rf"|bin|y|i|ap|ould)[{BLANK}]){{1,2}}|[{BLANK}]d['’])\Z"
)
_ACRONYM = 3  # letters in capitals that stand alone
# how sure a guess must be where the words may be something else, in a text that names people
_INITIALS = 0.9  # initials alone
_OPENING = 0.9  # a common word that opens a clause, as any word does with a capital
_THING = 0.95  # an eponym, a drug, a gene; a word with an article, or in small letters elsewhere
_KNOWN = 0.75  # any of these words, if it is a name elsewhere
_NEVER = 2.0


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of each feature, in the order of TAGS, and how margins become confidence.

    ``curves`` holds offset and slope of a logistic curve for each look of a word: a common word
    must announce itself louder than one that no dictionary knows.
    """

    weights: Mapping[str, tuple[float, ...]] = field(repr=False)
    curves: Mapping[Look, tuple[float, float]]

    def scores(self, found: tuple[str, ...]) -> list[float]:
        """Return the score of each tag."""
        rows = [self.weights[each] for each in found if each in self.weights]
        return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(TAGS)

    def confidence(self, margin: float, told: Look) -> float:
        """Return how often a margin was right on letters that training had not seen."""
        offset, slope = self.curves[told]
        return 1 / (1 + exp(-(offset + slope * margin)))


@cache
def _model() -> Model:
    data = json.loads(pkgutil.get_data(__name__, "tagger.json") or b"{}")
    weights = {name: tuple(row) for name, row in data["weights"].items()}
    return Model(weights, {Look(int(n)): tuple(curve) for n, curve in data["curves"].items()})


def tagged(words: Iterable[Word], model: Model) -> Iterator[tuple[Word, str, float]]:
    """Yield (word, tag, margin over none) for each of ``words`` that is one of a name, in order."""
    last, tag = -1, NONE
    for word in words:
        scores = model.scores(features(word, tag if word.before == last else NONE))
        best = max(range(len(TAGS)), key=scores.__getitem__)
        last, tag = word.start, TAGS[best]
        if best:
            yield word, tag, scores[best] - scores[0]


def guesses(
    passage: "Passage", least: float, *, wide: bool = True, known: Collection[str] = frozenset()
) -> Iterator[Span]:
    """Yield the names of people, towns and institutions of which the tagger is sure enough.

    ``wide`` is for a text that names people, ``known`` are the words of their sure names: see
    ``features.candidates``.
    """
    text = passage.text
    model = _model()
    found: dict[str, list[_Sure]] = {tag: [] for tag in TAGS}
    for word, tag, margin in tagged(candidates(text, wide=wide, known=known), model):
        sure = model.confidence(margin, look(text[word.start : word.end]))
        found[tag].append((word, sure))
    for tag in TAGS[1:]:
        for run in _runs(text, found[tag]):
            pieces = tuple(_piece(text, word) for word, _ in run)
            sure = max(sure for _, sure in run)
            again = any(word.known for word, _ in run)
            if sure >= least and sure >= _least(text, pieces, wide=wide, known=again):
                yield from _spans(text, pieces, tag, sure)


def _spans(text: str, pieces: tuple[Piece, ...], tag: str, sure: float) -> Iterator[Span]:
    start, end = pieces[0].start, pieces[-1].end
    if tag != PERSON:
        unknown = max(look(text[p.start : p.end]) for p in pieces) > Look.BOTH
        if unknown and not (opens_a_clause(text, start) or pieces[0].capitals):
            yield Span(start, end, _PLACES[tag], "", sure)
    elif all(piece.initials for piece in pieces):
        yield Span(start, end, role(text, start, end), "", sure)
    else:
        yield from spans(pieces, role(text, start, end), sure, lone(pieces))


def _least(text: str, pieces: tuple[Piece, ...], *, wide: bool, known: bool) -> float:
    """Return how sure a guess must be, for what else its words may be: a thing, an acronym."""
    main = [p for p in pieces if not p.initials]
    if not main:
        written = "." in text[pieces[0].start : pieces[-1].end]
        return _INITIALS if wide and written and len(pieces) > 1 else _NEVER
    named = any(look(text[p.start : p.end]) is Look.NAME for p in main)
    small = [p for p in main if not named and small_elsewhere(text, p)]
    if small and not (wide and all(in_dictionary(p.plain) for p in small)):
        return _NEVER
    if len(pieces) > 1 and len(small) < len(main):
        named_after = opens_eponym(text, pieces[0].start) >= pieces[-1].end
        return (_THING if known else _NEVER) if named_after else 0.0
    doubt = _THING if small else _doubt(text, main[0])
    if not wide and doubt:
        return _NEVER
    return _KNOWN if known and doubt < _NEVER else doubt


def _doubt(text: str, word: Piece) -> float:
    """Return how sure a guess at one word must be in a text that names people."""
    if is_eponym(text, word.start, word.end):
        return _NEVER
    if is_term(word.plain) or after_article(text, word.start) or opens_a_noun_phrase(text, word):
        return _THING
    acronym = word.capitals and len(word.plain) <= _ACRONYM
    common = look(text[word.start : word.end]) <= Look.BOTH and opens_a_clause(text, word.start)
    return _OPENING if acronym or common else 0.0


def _runs(text: str, found: list[_Sure]) -> Iterator[list[_Sure]]:
    """Yield the tagged words that stand together as one name."""
    run = found[:1]
    for (left, _), right in pairwise(found):
        initial = left.end - left.start == 1
        between = text[left.end : right[0].start]
        listed = "," in between and not is_given(folded(text[right[0].start : right[0].end]))
        if listed or not _JOINED.match(between.removeprefix(".") if initial else between):
            yield run
            run = []
        run.append(right)
    if run:
        yield run


def _piece(text: str, word: Word) -> Piece:
    initial = word.end - word.start == 1
    end = word.end + (initial and text[word.end : word.end + 1] == ".")
    written = text[word.start : word.end]
    return Piece(word.start, end, folded(written), is_capitals(written), initials=initial)
