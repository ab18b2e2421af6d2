"""The sentences of reports, as a native clinician of each language would sign them."""

import json
import re
from pathlib import Path

import pytest

from anonymizer.phi import Lang

from generator.language.words import words

SPACES = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
LINES = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def own(fact, lang):
    """Return a case fact in one of the two languages."""
    match fact:
        case list():
            return tuple(own(each, lang) for each in fact)
        case str():
            return fact.split("|")[-1 if lang is Lang.EN else 0]
    return fact


@pytest.mark.parametrize(("macro", "facts", "fr", "en"), ROWS)
def test_a_sentence_is_said_as_a_native_clinician_would(macro, facts, fr, en):
    said = [words(lang, macro, *own(json.loads(facts), lang)) for lang in (Lang.FR, Lang.EN)]
    assert [SPACES.sub(" ", each) for each in said] == [fr, en]


def test_no_sentence_is_asked_twice():
    assert len({row[:2] for row in ROWS}) == len(ROWS) >= 150
