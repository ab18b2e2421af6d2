import shutil

import pytest

CASE = """\
id: local-17
slug: fievre
language: fr
index_event: 2021-05-04
patient: {given: Hyacinthe, family: Quatrefeuilles, sex: female}
narrative:
  - kind: history
    text: {fr: Mme Quatrefeuilles a été vue le 4 mai 2021 pour une fièvre.}
"""


@pytest.fixture
def published(casepress, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    told = casepress("build", case, "--format", "html", "--lang", "fr", "--out", tmp_path / "out")
    assert told.code == 0, told.err
    return case, tmp_path / "out"


def test_what_was_just_published_holds_no_original_value(casepress, published):
    case, out = published
    told = casepress("verify", out, "--against", case)
    assert (told.code, told.out) == (0, ""), told


def test_an_original_value_is_found_and_shown_only_on_demand(casepress, published):
    case, out = published
    page = out / "fievre.fr.html"
    page.write_text(page.read_text("utf-8") + "<p>Quatrefeuilles</p>", encoding="utf-8")
    told = casepress("verify", out, "--against", case)
    assert told.code == 3
    assert "fievre.fr.html: text, line" in told.out
    assert "PATIENT, original value" in told.out
    assert "Quatrefeuilles" not in told.out + told.err
    shown = casepress("verify", out, "--against", case, "--show-text")
    assert shown.code == 3
    assert "Quatrefeuilles" in shown.out


def test_a_file_whose_own_name_is_a_leak_is_called_by_its_number(casepress, published):
    case, out = published
    shutil.copy(out / "fievre.fr.html", out / "zz-quatrefeuilles.html")
    told = casepress("verify", out, "--against", case)
    assert told.code == 3
    assert "#3: file name" in told.out
    assert "uatrefeuilles" not in told.out + told.err


def test_the_key_is_not_needed(casepress, published, own_home):
    case, out = published
    shutil.rmtree(own_home / "data")
    told = casepress("verify", out, "--against", case)
    assert (told.code, told.out, told.err) == (0, "", ""), told


def test_another_profile_holds_no_original_value_either(casepress, published, tmp_path):
    case, _ = published
    out = tmp_path / "journal"
    args = ("--profile", "journal", "--format", "html", "--out", out)
    told = casepress("build", case, *args)
    assert told.code == 0, told.err
    told = casepress("verify", out, "--against", case)
    assert (told.code, told.out) == (0, ""), told


def test_an_original_day_is_found_in_any_document(casepress, published, tmp_path):
    case, _ = published
    note = tmp_path / "note.txt"
    note.write_text("Relu par M. Autre : fièvre le 04/05/2021, revue le 3 juin 2021.", "utf-8")
    told = casepress("verify", note, "--against", case)
    assert told.code == 3
    assert told.out.count("day of the source") == 1
    assert len(told.out.splitlines()) == 1


def test_a_file_that_cannot_be_opened_is_no_clean_bill(casepress, published):
    case, out = published
    (out / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    told = casepress("verify", out, "--against", case)
    assert told.code == 3
    assert "broken.pdf" in told.err
