"""The lists of words that detect: large enough, folded, free of each other where it matters."""

from typing import get_args

import pytest

from anonymizer.fold import fold
from anonymizer.lexicon import Lexicon, communes, phrases, places, words


@pytest.mark.parametrize("name", get_args(Lexicon))
def test_every_entry_is_folded(name):
    assert all(entry == fold(entry) for entry in words(name))


@pytest.mark.parametrize(
    ("name", "least"),
    [("eponyms", 250), ("drugs", 600), ("professions", 200), ("given_names", 5000)],
)
def test_a_list_is_as_large_as_it_must_be(name, least):
    assert len(words(name)) >= least


def test_communes_have_a_postcode_of_five_digits():
    assert len(communes()) >= 400
    assert all(len(code) == 5 and code.isdigit() for code, _ in communes())


def test_a_place_is_known_with_and_without_its_hyphens():
    assert {"boulogne-billancourt", "boulogne billancourt"} <= places()


def test_the_longest_phrase_comes_first():
    lengths = [len(entry) for entry in phrases("professions")]
    assert lengths == sorted(lengths, reverse=True)
