import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator.translate.segments import joined, segments
from generator.translate.sentences import sentences

CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = st.sampled_from(
    [
        *("Dr", "janv", "p. ex", "i.e", "mg/j", "M", "C", "Le", "La", "the", "et", "12", "2,5"),
        *(".", "!", "?", "…", " ", "\n", "\n\n", "# ", "- ", "1. ", "| ", "(", ")", "«\u00a0"),
        *("\u00a0»", "**", "\t", "\r\n", "\u202f", ":", "é", "Ä"),
    ]
)


def lines(lang):
    text = (CORPUS / f"sentences_{lang}.md").read_text("utf-8")
    return re.findall(r"^- (.*)$", text, re.MULTILINE)


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang in Lang for line in lines(lang)])
def test_a_sentence_ends_where_the_corpus_says(lang, line):
    expected = [re.sub("⏎ ?", "\n", part) for part in line.split("¶ ")]
    assert list(sentences("".join(expected), lang)) == expected


@given(st.lists(WORDS, max_size=60).map("".join), st.sampled_from(Lang))
def test_sentences_joined_are_the_text(text, lang):
    assert "".join(sentences(text, lang)) == text
    assert "" not in sentences(text, lang)


@given(st.text(max_size=80), st.sampled_from(Lang))
def test_any_text_at_all_comes_back_from_its_sentences(text, lang):
    assert "".join(sentences(text, lang)) == text


@given(st.lists(WORDS, max_size=60).map("".join), st.sampled_from(Lang))
def test_segments_joined_are_the_text_and_hold_words(text, lang):
    parts = segments(text, lang)
    assert joined(parts) == (text if parts else "")
    assert all(part.text == part.text.strip() and part.text for part in parts)


def test_signs_of_lists_headings_and_tables_are_left_out_of_what_is_translated():
    text = "# Titre\n\n> - Toux.\n- 12 %\n\n| a | b |\n|---|---|\n| 1 | c |\n> 3 cm de long"
    parts = [part.text for part in segments(text, Lang.FR)]
    assert parts == ["Titre", "Toux.", "a | b", "1 | c", "> 3 cm de long"]


def test_a_text_without_words_has_nothing_to_translate():
    assert segments(" 12,5 %\n- 3\n", Lang.FR) == ()


@pytest.mark.parametrize("block", ["Vue par le Dr. Aubin. ", "( ", "M. ", "a\n", ". ", "(a. B "])
def test_a_long_text_is_divided_in_no_time(block):
    text = block * (200_000 // len(block))
    start = time.perf_counter()
    assert "".join(sentences(text, Lang.FR)) == text
    assert time.perf_counter() - start < 5
