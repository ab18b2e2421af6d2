"""Each tagged sentence of tests/corpus: what is tagged is found, and nothing else is."""

from itertools import pairwise
from pathlib import Path

import pytest

from anonymizer.detect import detect
from anonymizer.passage import Passage
from anonymizer.phi import QUASI, Lang

CORPUS = Path(__file__).parents[2] / "corpus"
KINDS = ("names", "contacts", "numbers", "places", "ages", "quasi")
FILES = tuple((kind, lang) for kind in KINDS for lang in Lang)


@pytest.mark.parametrize(("kind", "lang"), FILES)
def test_a_sentence_of_the_corpus_is_taken_exactly_as_it_is_tagged(
    kind, lang, tagged_lines, read, joined
):
    wrong = []
    for tagged in tagged_lines(CORPUS / f"{kind}_{lang}.md"):
        text, wanted = read(tagged)
        spans = detect(Passage(text, lang))
        if kind != "quasi":
            spans = [s for s in spans if s.category not in QUASI]
        found = [(s.start, s.end, str(s.category)) for s in spans]
        if joined(text, found) != joined(text, wanted):
            wrong.append((tagged, found))
    assert not wrong


@pytest.mark.parametrize(("kind", "lang"), FILES)
def test_spans_never_overlap_and_stay_inside_the_text(kind, lang, tagged_lines, read):
    text = "\n".join(read(tagged)[0] for tagged in tagged_lines(CORPUS / f"{kind}_{lang}.md"))
    spans = detect(Passage(text, lang))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.end <= len(text) for s in spans)
