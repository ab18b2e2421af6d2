from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.phi import NOT_A_SPAN, Phi
from anonymizer.spans import Span, covered, merge, outside, overlap

CATEGORIES = [phi for phi in Phi if phi not in NOT_A_SPAN]
SPANS = st.lists(
    st.builds(
        lambda start, length, category, confidence: Span(
            start, start + length, category, confidence=confidence
        ),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(CATEGORIES),
        st.sampled_from([0.3, 0.8, 1.0]),
    ),
    max_size=12,
)


@given(SPANS)
def test_merging_uncovers_nothing_and_covers_nothing_more(spans):
    assert covered(merge(spans)) == covered(spans)


@given(SPANS)
def test_merged_spans_are_in_order_and_do_not_overlap(spans):
    merged = merge(spans)
    assert all(a.end <= b.start for a, b in pairwise(merged))


@given(SPANS)
def test_merging_twice_is_merging_once(spans):
    assert merge(merge(spans)) == merge(spans)


@given(SPANS, st.randoms(use_true_random=False))
def test_the_order_of_finding_does_not_matter(spans, random):
    shuffled = list(spans)
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(spans)


def test_the_longest_find_gives_the_category():
    name, email = Span(4, 10, Phi.NAME), Span(4, 30, Phi.EMAIL)
    assert merge([name, email]) == (email,)


def test_of_two_equally_long_the_surer_gives_the_category():
    city, name = Span(0, 6, Phi.CITY, confidence=0.5), Span(0, 6, Phi.NAME, confidence=0.9)
    assert merge([city, name]) == (name,)


def test_neighbours_stay_two():
    given, family = Span(0, 5, Phi.NAME), Span(5, 9, Phi.NAME)
    assert merge([given, family]) == (given, family)
    assert not overlap(given, family)


@given(SPANS, SPANS)
def test_what_lies_outside_shares_nothing_with_what_is_taken(spans, taken):
    assert not covered(outside(spans, taken)) & covered(taken)


@pytest.mark.parametrize(
    ("start", "end", "category", "confidence"),
    [
        (3, 3, Phi.NAME, 1.0),
        (-1, 2, Phi.NAME, 1.0),
        (0, 2, Phi.NARRATIVE, 1.0),
        (0, 2, Phi.NAME, 0.0),
    ],
)
def test_a_span_that_cannot_be_is_refused(start, end, category, confidence):
    with pytest.raises(ValueError, match="span"):
        Span(start, end, category, confidence=confidence)
