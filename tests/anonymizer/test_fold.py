import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.fold import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("ÉLISE", "élise"),
        ("Élise", unicodedata.normalize("NFD", "Élise")),
        ("Le Goff", "Le\u00a0Goff"),
        ("Le Goff", "Le\u202fGoff"),
        ("Kervadec", "Ker\u00advadec"),
        ("Kervadec", "Ker\u200bvadec"),
        ("Jean-Pierre", "Jean\u2011Pierre"),
        ("O'Brien", "O’Brien"),
        ("Lebœuf", "Leboeuf"),
        ("ﬁn", "fin"),
        ("Strauß", "STRAUSS"),
    ],
)
def test_two_writings_of_one_word_are_equal(written, same):
    assert fold(written) == fold(same)


@pytest.mark.parametrize(("one", "other"), [("10 mg", "100 mg"), ("Li", "Ly"), ("4,3", "4.3")])
def test_what_means_something_else_stays_apart(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_folded_sign_knows_where_it_came_from(text):
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
