"""Scores of detection: what leaks, what was taken for nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.evaluation import Document, Mark, evaluate

TEXT = "Dr Aubrevoie, 12 mai"  # Aubrevoie [3, 12), 12 mai [14, 20)
GOLD = (Mark(3, 12, "CLINICIAN"), Mark(14, 20, "DATE"))


def scores(*found: Mark, gold: tuple[Mark, ...] = GOLD):
    return evaluate([Document("a", TEXT, gold, found)])


def test_what_is_found_whole_leaks_nothing():
    found = scores(*GOLD)
    assert (found.total.precision, found.total.recall, found.total.leak) == (1, 1, 0)
    assert (found.leaking, found.documents_leaking, found.over_redaction) == (0, 0, 0)
    assert not found.leaks
    assert not found.taken


def test_half_a_name_leaks_its_other_half():
    found = scores(Mark(3, 7, "NAME"), GOLD[1])
    assert (found.total.leaking, found.total.leaked, found.total.signs) == (1, 5, 14)
    assert found.total.recall == 1  # the token was touched
    assert [(p.start, p.end, p.label, p.signs) for p in found.leaks] == [(3, 12, "CLINICIAN", 5)]


def test_a_label_may_differ_and_nothing_leaks():
    found = scores(Mark(3, 12, "PATIENT"), GOLD[1])
    assert found.total.leak == 0
    by_label = {score.label: score for score in found.labels}
    assert by_label["CLINICIAN"].recall == 1
    assert by_label["CLINICIAN"].precision is None
    assert by_label["PATIENT"].precision == 1


def test_a_word_taken_outside_gold_is_over_redaction():
    found = scores(Mark(0, 12, "NAME"), GOLD[1])
    assert (found.over, found.outside, found.over_redaction) == (1, 1, 1)
    assert [(p.start, p.end, p.signs) for p in found.taken] == [(0, 12, 2)]


def test_ratios_of_nothing_are_none():
    found = evaluate([Document("a", "", (), ())])
    assert (found.total.precision, found.documents_leaking, found.over_redaction) == (None,) * 3


def test_a_mark_outside_its_text_is_refused():
    with pytest.raises(ValueError, match="mark"):
        Document("a", "Dr", (Mark(0, 3, "NAME"),), ())


@st.composite
def documents(draw):
    text = draw(st.text("ab 1,é\n", min_size=1, max_size=30))
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 8), st.sampled_from("AB"))
    marks = st.lists(ranges.map(lambda r: Mark(r[0], min(len(text), r[0] + r[1]), r[2])))
    return Document("x", text, tuple(draw(marks)), tuple(draw(marks)))


@given(st.lists(documents(), max_size=3))
def test_shares_lie_between_nothing_and_all_and_gold_against_itself_is_perfect(some):
    found = evaluate(some)
    for score in (*found.labels, found.total):
        for share in (score.precision, score.recall, score.leak):
            assert share is None or 0 <= share <= 1
    perfect = evaluate([Document(d.id, d.text, d.gold, d.gold) for d in some])
    assert (perfect.total.leaked, perfect.over, perfect.leaking) == (0, 0, 0)
