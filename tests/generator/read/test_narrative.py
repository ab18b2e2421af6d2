"""Narratives keep their words: encodings, line ends, stray quotes, signs of Markdown."""

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator.case.terms import FactStatus, SectionKind, Sex
from generator.errors import UnknownLanguageError, UnreadableInputError
from generator.read.files import load, read_case, read_narrative, reading
from generator.read.narrative import narrative
from generator.read.plain_text import escaped
from generator.read.plain_text import markdown as as_markdown
from generator.read.write import dump_yaml

STORY = "Anamnèse\nHomme de 54 ans, né à l’été, opéré du cœur.\n"


def printed(text: str) -> str:
    """Return what a reader of the report sees of a Markdown text."""
    html = markdown.markdown(text, extensions=["tables"])
    plain = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_narrative_is_read_rightly_whatever_its_encoding_and_line_ends(
    tmp_path: Path, encoding: str, ends: str
):
    path = tmp_path / "note.txt"
    path.write_bytes(STORY.replace("\n", ends).encode(encoding))
    case = read_narrative(path)
    assert [section.kind for section in case.narrative] == [SectionKind.HISTORY]
    assert case.narrative[0].text.fr == "Homme de 54 ans, né à l’été, opéré du cœur."


def test_one_broken_byte_does_not_spoil_the_accents_of_the_rest(tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_bytes("Homme âgé, opéré à l’".encode() + b"\xe9t\xe9." + " Été né.".encode())
    assert read_narrative(path).narrative[0].text.fr == "Homme âgé, opéré à l’été. Été né."


def test_capitals_before_a_no_break_space_survive_latin_1(tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_bytes("Le patient est DÉCÉDÉ\xa0: le cœur\x85".encode("cp1252", "replace"))
    assert "DÉCÉDÉ\xa0: le c" in read_narrative(path).narrative[0].text.fr


@pytest.mark.parametrize("content", [b"", b" \r\n", b"\x00\x01", b"PK\x03\x04 docx"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "note.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError):
        load(path)


def test_a_narrative_of_no_clear_language_is_refused_unless_told(tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_text("Na 133, K 4,1", encoding="utf-8")
    with pytest.raises(UnknownLanguageError):
        load(path)
    assert load(path, Lang.EN).narrative[0].text.en == "Na 133, K 4,1"


def test_the_text_of_a_section_stays_word_for_word():
    case = narrative("Traitement\nDose de 1 000 mg/m2, 2.60 et 2,60 ; « ok ».\n", "n", Lang.FR).case
    assert case.narrative[0].text.fr == "Dose de 1 000 mg/m2, 2.60 et 2,60 ; « ok »."


def test_a_page_break_is_a_line_end_and_no_heading_is_missed_behind_it():
    case = narrative("Anamnèse\nHomme de 4 ans.\n\fDiagnostic\nAngine.\n", "n", Lang.FR).case
    assert [section.kind for section in case.narrative] == ["history", "diagnosis"]


def test_a_quote_that_opens_a_line_and_closes_nowhere_goes_and_others_stay():
    text = '"Pas de fièvre.\nIl a dit "oui".\n"Cité en entier."\n"Début de citation\nfin".\n'
    lines = narrative(text, "n", Lang.FR).case.narrative[0].text.fr.split("\n\n")
    assert lines == [
        "Pas de fièvre.",
        'Il a dit "oui".',
        '"Cité en entier."',
        '"Début de citation',
        'fin".',
    ]


def test_a_heading_of_other_words_is_kept_and_a_usual_one_is_not():
    text = "Antécédents oncologiques\nAucun cancer.\nDIAGNOSTIC\nAngine.\n"
    first, second = narrative(text, "n", Lang.FR).case.narrative
    assert first.heading.fr == "Antécédents oncologiques"
    assert second.heading is None


def test_a_heading_with_nothing_under_it_is_left_out():
    case = narrative("Anamnèse\nMotif de consultation\nToux.\nDiagnostic\n", "n", Lang.FR).case
    assert [section.heading.fr for section in case.narrative] == ["Motif de consultation"]


def test_lines_that_a_page_divided_stay_one_paragraph():
    text = (
        "Anamnèse\n"
        "Cet homme de 54 ans est venu consulter parce qu’il avait une douleur au\n"
        "genou gauche depuis trois mois, sans traumatisme, et une raideur le matin\n"
        "qui durait plus d’une heure.\n"
        "Il fumait.\n"
    )
    told = narrative(text, "n", Lang.FR).case.narrative[0].text.fr
    assert told.count("\n\n") == 1
    assert told.endswith("d’une heure.\n\nIl fumait.")


@pytest.mark.parametrize(
    "line",
    [
        "1. Repos",
        "12. 10. 2014 : chute",
        "- Repos",
        "+ signe",
        "# 3 lésions",
        "> 5 cm",
        "---",
        "===",
        "*Pas de mutation*",
        "HLA-B*27 et DRB1*04",
        "_souligné_ et jean_dupont",
        "`code`",
        "[texte](lien)",
        "[1]: note",
        "a\\*b",
        "<b>gras</b>",
        "Cr <1,2 et >0,5",
        "AT&amp;T &lt;",
        "| a | b |",
        "t(4;11)(q21;q23)",
        "![image](x.png)",
        "C:\\dossier\\_x",
    ],
)
def test_signs_of_markdown_print_as_they_were_written(line: str):
    assert printed(escaped(line)).strip() == line


@given(st.text(alphabet="ab1 .*_`[]()<>#&;!+-=\\|é", max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_line_prints_as_it_was_written(line: str):
    assert " ".join(printed(escaped(line)).split()) == " ".join(line.split())


@given(st.lists(st.sampled_from(["1. un", "- deux", "===", "---", "trois", "", "# x"]), max_size=6))
def test_any_lines_print_as_they_were_written(lines: list[str]):
    told = " ".join(printed(as_markdown(lines, 0)).split())
    assert told == " ".join(" ".join(lines).split())


def test_an_e_mail_address_is_not_broken_by_escaping():
    assert escaped("<jean_dupont@exemple.org>") == "&lt;jean_dupont@exemple.org>"


def test_a_markdown_file_keeps_its_markdown_and_its_headings(tmp_path: Path):
    path = tmp_path / "note.md"
    path.write_text("## Anamnèse\n\n- **Homme** de 54 ans\n- fumeur\n", encoding="utf-8")
    (section,) = read_narrative(path).narrative
    assert (section.kind, section.text.fr) == ("history", "- **Homme** de 54 ans\n- fumeur")


def test_suggestions_are_marked_with_their_source_and_survive_the_case_file(tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_text("Anamnèse\nHomme de 54 ans, vu aux urgences le 04/05/2021.\n", encoding="utf-8")
    found = reading(path)
    patient = found.case.patient
    assert (patient.sex, patient.sex_status) == (Sex.MALE, FactStatus.SUGGESTED)
    assert (patient.sex_source.start, patient.sex_source.end) == (0, 15)
    assert found.case.events[0].status is FactStatus.SUGGESTED
    copy = tmp_path / "cas.yaml"
    copy.write_text(dump_yaml(found.case), encoding="utf-8")
    assert read_case(copy) == found.case


def test_an_unknown_sex_is_confirmed_by_nobody_and_told():
    found = narrative("Le patient va bien, il est sorti.", "n", Lang.FR)
    assert found.case.patient.sex is Sex.UNKNOWN
    assert [notice.code for notice in found.notices] == ["sex-unknown"]


def test_no_notice_shows_a_word_of_the_text():
    text = "Homme de 54 ans.\nLa patiente Zéphirine est sortie."
    for notice in narrative(text, "n", Lang.FR).notices:
        for lang in Lang:
            assert "Zéphirine" not in notice.told(lang)
            assert "patiente" not in notice.told(lang)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_failure(text: str):
    found = narrative(text, "n", Lang.FR)
    for event in found.case.events:
        number = int(event.source.passage.split("[")[1].split("]")[0])
        told = found.case.narrative[number].text.fr[event.source.start : event.source.end]
        assert event.text.fr == told


def test_the_vital_status_is_never_guessed():
    text = "Évolution\nLe patient est sorti 14 jours après le traitement, sans récidive.\n"
    assert narrative(text, "n", Lang.FR).case.outcome is None


def test_what_is_excluded_or_absent_becomes_no_diagnosis():
    text = (
        "Tests complémentaires\nOcclusion sans signe de perforation. L'échographie a exclu une "
        "valvulopathie.\nDiagnostic\nOcclusion sans perforation.\n"
    )
    assert narrative(text, "n", Lang.FR).case.diagnoses == ()


def test_suggestions_of_one_kind_are_bounded_and_the_bound_is_told():
    text = "Évolution\n" + "Scanner le 04/05/2021. " * 310
    found = narrative(text, "n", Lang.FR)
    assert len(found.case.events) == 300
    assert "many-suggestions" in [notice.code for notice in found.notices]
