"""The gold letters: what detection finds in each language, to the last letter and digit.

A change of these figures is part of the review; CASEPRESS_WRITE_GOLDEN=1 renews them. The letters
*_a to *_d taught the tagger of names, *_e to *_g did not; what leaks in *_g was never read.
"""

import importlib
import json
import os
import sys
from pathlib import Path

import pytest

from anonymizer.detect import detect
from anonymizer.evaluation import Document, Mark, evaluate
from anonymizer.passage import passage
from anonymizer.phi import QUASI, Lang

TOP = Path(__file__).parents[1]
LETTERS = sorted((TOP / "tests" / "corpus" / "letters").glob("*.md"))
SCORES = TOP / "tests" / "golden" / "letters.json"
KEPT = frozenset(phi.value for phi in QUASI)


@pytest.fixture(scope="module")
def letters():
    """Import the script that reads gold letters as it runs, and take it off the path again."""
    sys.path.insert(0, str(TOP / "benchmarks"))
    try:
        yield importlib.import_module("gold").letters
    finally:
        sys.path.remove(str(TOP / "benchmarks"))
        sys.modules.pop("gold", None)


def document(name, text, spans, lang):
    found = (s for s in detect(passage(text, lang)) if s.category not in QUASI)
    return Document(
        name,
        text,
        tuple(Mark(*span) for span in spans if span[2] not in KEPT),
        tuple(Mark(s.start, s.end, s.category.value) for s in found if s.kind != "relative"),
    )


def scores(path, letters):
    lang = Lang(path.name[:2])
    found = evaluate(document(*each, lang) for each in letters(path.read_text("utf-8")))
    return {
        "documents": found.documents,
        "documents leaking": found.leaking,
        "tokens outside gold": found.outside,
        "of them taken": found.over,
        "leaked": {s.label: f"{s.leaked}/{s.signs}" for s in (*found.labels, found.total)},
    }


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_gold_letters_score_as_they_did(path, letters):
    found = scores(path, letters)
    known = json.loads(SCORES.read_text("utf-8")) if SCORES.exists() else {}
    if os.environ.get("CASEPRESS_WRITE_GOLDEN"):
        known[path.stem] = found
        SCORES.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
    assert found == known[path.stem]


def test_each_language_has_a_hundred_and_fifty_letters_or_more(letters):
    for lang in Lang:
        files = (path for path in LETTERS if path.name.startswith(lang))
        assert sum(len(list(letters(path.read_text("utf-8")))) for path in files) >= 150


def test_a_gold_letter_whose_tags_do_not_match_is_refused(letters):
    with pytest.raises(ValueError, match="fr-x-001"):
        list(letters("=== fr-x-001 | a letter\n<DATE>3 mai</CITY>\n"))
