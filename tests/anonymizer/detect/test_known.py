"""Values of a record are found in its narratives, in every writing, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.detect import index
from anonymizer.known import Known
from anonymizer.phi import Lang, Part, Phi
from anonymizer.spans import merge

CORPUS = Path(__file__).parents[2] / "corpus"
RECORDS = {
    Lang.FR: (
        Known("Élise", Phi.PATIENT, "patient", Part.GIVEN),
        Known("Kervadec", Phi.PATIENT, "patient", Part.FAMILY),
        Known("Petit", Phi.PATIENT, "patient", Part.FAMILY),
        Known("Yann", Phi.CLINICIAN, "clinicians[0]", Part.GIVEN),
        Known("Li", Phi.CLINICIAN, "clinicians[0]", Part.FAMILY),
        Known("01 99 00 12 34", Phi.PHONE, "patient"),
        Known("8012939402", Phi.ID, "patient", kind="ipp"),
        Known("92", Phi.ID, "patient"),
        Known("Rennes", Phi.CITY, "patient"),
        Known("35000", Phi.POSTCODE, "patient"),
    ),
    Lang.EN: (
        Known("Robert", Phi.PATIENT, "patient", Part.GIVEN),
        Known("Ravenhurst", Phi.PATIENT, "patient", Part.FAMILY),
        Known("Grace", Phi.RELATIVE, "relatives[0]", Part.GIVEN),
        Known("Long", Phi.RELATIVE, "relatives[0]", Part.FAMILY),
        Known("r.raven@example.org", Phi.EMAIL, "patient"),
    ),
}
KERVADEC = index(RECORDS[Lang.FR])


def taken(text):
    return [text[s.start : s.end] for s in merge(KERVADEC.find(text))]


@pytest.mark.parametrize("lang", tuple(Lang))
def test_known_values_are_taken_exactly_as_the_corpus_tags_them(lang, read, joined, tagged_lines):
    known = index(RECORDS[lang])
    for tagged in tagged_lines(CORPUS / f"known_{lang}.md"):
        text, wanted = read(tagged)
        found = [(s.start, s.end, str(s.category)) for s in merge(known.find(text))]
        assert joined(text, found) == joined(text, wanted), tagged


def test_accents_apart_and_invisible_signs_hide_no_name():
    assert taken("E\u0301lise a dormi") == ["E\u0301lise"]
    assert taken("vue par Ker\u200bvadec") == ["Ker\u200bvadec"]
    assert taken("KER\u00adVADEC") == ["KER\u00adVADEC"]


def test_a_compound_name_is_found_with_hyphen_blank_or_nothing_between():
    known = index([Known("Le Goff-Martinel", Phi.PATIENT, "patient", Part.FAMILY)])
    for text in ("Le Goff Martinel", "LE GOFF-MARTINEL", "legoffmartinel", "Le\u00a0Goff‑Martinel"):
        assert [text[s.start : s.end] for s in merge(known.find(text))] == [text]


def test_initials_beside_a_family_name_go_with_it():
    assert taken("E. Kervadec") == ["E", "Kervadec"]


def test_a_birth_date_is_left_to_the_dates():
    assert not list(index([Known("1962-03-04", Phi.BIRTH_DATE, "patient")]).find("1962-03-04"))


def test_two_typing_errors_are_another_name():
    assert taken("La famille Kerbatec") == []


def test_an_index_never_shows_its_values():
    assert "ervadec" not in repr(KERVADEC)


def test_a_whole_name_in_one_field_is_found_in_either_order():
    known = index([Known("Anne Tournevel", Phi.CLINICIAN, "clinicians[0]")])
    (span,) = merge(known.find("TOURNEVEL Anne"))
    assert (span.start, span.end) == (0, 14)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abé .,\n-0129'’KERVADECkervadec", max_size=80))
def test_any_text_around_a_rare_name_leaves_it_found(around):
    text = f"{around} Kervadec {around}"
    start = len(around) + 1
    spans = tuple(KERVADEC.find(text))
    assert any(s.start <= start and start + 8 <= s.end for s in spans)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_search(text):
    assert all(0 <= s.start < s.end <= len(text) for s in KERVADEC.find(text))
