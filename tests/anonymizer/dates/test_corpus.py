"""Every tagged sentence of the corpus: what is a date, what it means, and what is none."""

import re
from pathlib import Path

import pytest

from anonymizer.dates.read import read
from anonymizer.dates.write import write
from anonymizer.phi import Lang

CORPUS = Path(__file__).parents[2] / "corpus"
TAG = re.compile(r"<(date|birth)(?:=([^>]*))?>(.*?)</\1>", re.DOTALL)
LINE = re.compile(r"^- (.*(?:\n  .*)*)", re.MULTILINE)


def sentences(name):
    return [
        pytest.param(line, id=f"{name}-{number}")
        for number, line in enumerate(
            LINE.findall((CORPUS / name).read_text(encoding="utf-8")), start=1
        )
    ]


def untagged(line):
    text, marks, last = "", [], 0
    line = line.replace("\n  ", "\n")
    for found in TAG.finditer(line):
        text += line[last : found.start()]
        marks.append((len(text), len(text) + len(found[3]), found[1] == "birth", found[2]))
        text += found[3]
        last = found.end()
    return text + line[last:], marks


def in_words(mention):
    return any(piece.form.startswith("words") for piece in mention.layout.pieces)


def check(line, lang):
    text, marks = untagged(line)
    mentions = read(text, lang)
    assert [(m.start, m.end, m.birth) for m in mentions] == [mark[:3] for mark in marks]
    for mention, (*_, meaning) in zip(mentions, marks, strict=True):
        if meaning is not None:
            assert (str(mention.date) if mention.date else "?") == meaning
        if mention.date is not None and not in_words(mention):
            assert write(mention, mention.date) == text[mention.start : mention.end]


@pytest.mark.parametrize("line", sentences("dates_fr.md"))
def test_a_french_sentence_holds_the_dates_it_marks(line):
    check(line, Lang.FR)


@pytest.mark.parametrize("line", sentences("dates_en.md"))
def test_an_english_sentence_holds_the_dates_it_marks(line):
    check(line, Lang.EN)
