"""Every tagged sentence of the corpus: what is a date, what it means, and what is none."""

import re
from datetime import date
from pathlib import Path

import pytest

from anonymizer.dates.clean import clean
from anonymizer.dates.misread import mended
from anonymizer.dates.months import MONTH
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read
from anonymizer.dates.shift import Dated, choose, shifted
from anonymizer.dates.write import write, years_to_write
from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize_text
from anonymizer.policy import PolicyName

CORPUS = Path(__file__).parents[2] / "corpus"
KEY = Key(bytes(range(32)))
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


def renamed(mention, written):
    """Tell whether a feast is written as its month: « Noël 2015 » as « décembre 2015 »."""
    long = any(piece.form == "long" for piece in mention.layout.pieces)
    return long and not MONTH.search(clean(written)[0])


def misread(same, written):
    """Tell whether a date differs only by digits that were misread: l2/O3/2O16."""
    reading = mended(f"le {clean(written)[0]}")
    return reading == f"le {clean(same)[0]}" != f"le {clean(written)[0]}"


def check(line, lang):
    text, marks = untagged(line)
    mentions = read(text, lang)
    assert [(m.start, m.end, m.birth) for m in mentions] == [mark[:3] for mark in marks]
    for mention, (*_, meaning) in zip(mentions, marks, strict=True):
        if meaning is not None:
            assert (str(mention.date) if mention.date else "?") == meaning
        written = text[mention.start : mention.end]
        if mention.date is not None and not in_words(mention) and not renamed(mention, written):
            same = write(mention, mention.moving)
            assert same == written or misread(same, written)


@pytest.mark.parametrize("line", sentences("dates_fr.md"))
def test_a_french_sentence_holds_the_dates_it_marks(line):
    check(line, Lang.FR)


@pytest.mark.parametrize("line", sentences("dates_en.md"))
def test_an_english_sentence_holds_the_dates_it_marks(line):
    check(line, Lang.EN)


@pytest.mark.parametrize("policy", PolicyName)
@pytest.mark.parametrize(("name", "lang"), [("dates_fr.md", Lang.FR), ("dates_en.md", Lang.EN)])
def test_every_sentence_passes_under_every_policy(name, lang, policy):
    for line in LINE.findall((CORPUS / name).read_text(encoding="utf-8")):
        text, _ = untagged(line)
        done = anonymize_text(
            text, lang=lang, policy=policy, key=KEY, patient="case", today=date(2026, 1, 1)
        )
        assert done.record


def moved(text, mentions, shift):
    """Return a text with its dates moved, and what each of them then says."""
    full = years_to_write(mentions, shift)
    said = []
    for mention in reversed(mentions):
        if mention.moving is not None:
            new = shifted(mention.moving, shift)
            written = write(mention, new, with_year=mention.start in full)
            text = text[: mention.start] + written + text[mention.end :]
            said.append(new)
    return text, said


@pytest.mark.parametrize("days", [-300, -49, 37, 203])
@pytest.mark.parametrize(("name", "lang"), [("dates_fr.md", Lang.FR), ("dates_en.md", Lang.EN)])
def test_a_moved_sentence_holds_no_date_but_the_moved_ones(name, lang, days):
    for line in LINE.findall((CORPUS / name).read_text(encoding="utf-8")):
        text, _ = untagged(line)
        mentions = [m for m in read(text, lang) if not m.birth]
        dates = [
            Dated(m.moving, m.group, year_written=m.year_written, tied=m.tied)
            for m in mentions
            if m.moving is not None
        ]
        result, said = moved(text, mentions, choose(dates, KEY, "case", date(2035, 1, 1), days))
        for mention in read(result, lang):
            if mention.date and mention.date.month and not mention.birth:
                day_or_month = PartialDate(None, mention.date.month, mention.date.day)
                assert any(new.within(day_or_month) for new in said), result
