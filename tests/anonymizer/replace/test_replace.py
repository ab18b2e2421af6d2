import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.elision import elides
from anonymizer.phi import Lang, Phi
from anonymizer.replace import replace, replaced
from anonymizer.spans import Span

CORPUS = Path(__file__).parents[2] / "corpus" / "elision.md"
BRACES = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


def sentences():
    lang, category = Lang.FR, Phi.PATIENT
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            lang, category = Lang(line.split()[1]), Phi(line.split()[2])
        elif line.startswith("- "):
            tagged, _, expected = line[2:].partition(" → ")
            old = BRACES.search(tagged)
            span = Span(old.start(), old.start() + len(old[1]), category)
            yield pytest.param(
                BRACES.sub(r"\1", tagged), span, old[2], lang, expected, id=f"{lang}: {expected}"
            )


@pytest.mark.parametrize(("text", "span", "new", "lang", "expected"), list(sentences()))
def test_a_replacement_repairs_the_word_that_leans_on_it(text, span, new, lang, expected):
    assert replace(text, [(span, new)], lang) == expected


@pytest.mark.parametrize("word", ["avril", "Élise", "œuvre", "Hélène", "HORTENSE", "Yves", "Ève"])
def test_french_elides_before_a_vowel_and_a_silent_h(word):
    assert elides(word)


@pytest.mark.parametrize(
    "word", ["mai", "Hugo", "Yann", "Ouattara", "onze", "[nom]", "11", "", "Y"]
)
def test_french_does_not_elide_before_a_consonant_a_pause_or_a_label(word):
    assert not elides(word)


def test_two_replacements_side_by_side_each_have_their_range():
    text = "de Marc Dubois, né"
    spans = [(Span(3, 7, Phi.PATIENT), "Antoine"), (Span(8, 14, Phi.PATIENT), "Rolland")]
    done = replaced(text, spans, Lang.FR)
    assert done.text == "d'Antoine Rolland, né"
    assert [done.text[a:b] for a, b in done.ranges] == ["Antoine", "Rolland"]


def test_ranges_are_given_in_the_order_of_the_replacements():
    text = "Marc et Luc"
    spans = [(Span(8, 11, Phi.PATIENT), "Paul"), (Span(0, 4, Phi.PATIENT), "Ève")]
    done = replaced(text, spans, Lang.FR)
    assert [done.text[a:b] for a, b in done.ranges] == ["Paul", "Ève"]


def test_the_apostrophe_is_that_of_the_text():
    span = Span(14, 18, Phi.PATIENT)
    assert replace("l’avis, et de Marc", [(span, "Ève")], Lang.FR) == "l’avis, et d’Ève"
    assert replace("l'avis, et de Marc", [(span, "Ève")], Lang.FR) == "l'avis, et d'Ève"


def test_overlapping_spans_are_refused_without_showing_the_text():
    spans = [(Span(0, 4, Phi.PATIENT), "x"), (Span(2, 6, Phi.PATIENT), "y")]
    with pytest.raises(ValueError, match="overlap") as refused:
        replace("Marcelle", spans, Lang.FR)
    assert "Marc" not in str(refused.value)


def test_a_span_past_the_end_is_refused():
    with pytest.raises(ValueError, match="past the text"):
        replace("Marc", [(Span(2, 9, Phi.PATIENT), "x")], Lang.FR)


@given(st.text(max_size=40), st.sampled_from(Lang))
def test_no_replacement_gives_the_text_back(text, lang):
    assert replace(text, [], lang) == text


PIECES = st.lists(
    st.tuples(
        st.sampled_from(
            ["", "le dossier de ", "d'", " que ", "; au ", "An ", "the ", "\nl’", "7 "]
        ),
        st.sampled_from(["Marc", "Antoine", "avril", "Hugo", "CHU"]),
        st.sampled_from(["Luc", "Ève", "mai", "un hôpital", "a ward", "[nom]", "été"]),
        st.sampled_from([Phi.PATIENT, Phi.DATE, Phi.CITY, Phi.HOSPITAL]),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(PIECES, st.sampled_from(Lang), st.text(max_size=5))
def test_each_replacement_stands_at_its_range_and_the_rest_is_kept(pieces, lang, tail):
    text, spans = "", []
    for before, old, new, category in pieces:
        text += before
        spans.append((Span(len(text), len(text) + len(old), category), new))
        text += old
    text += tail
    done = replaced(text, spans, lang)
    assert [done.text[a:b] for a, b in done.ranges] == [new for _, new in spans]
    assert done.text.endswith(tail)
    repaired = ("de ", "d'", "que ", "au ", "an ", "the ", "l’")
    ends = [0, *(b for _, b in done.ranges)]
    for (before, *_), (start, _), end in zip(pieces, done.ranges, ends, strict=False):
        if not before.lower().endswith(repaired):
            assert done.text[end:start] == before
