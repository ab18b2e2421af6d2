"""``casepress terms``: add, list and remove a table; a report, the doctor and the audit know it."""

import json
import stat
from hashlib import sha256

import pytest

from generator import resources
from generator.cli import doctor

CASE = """title: {en: A case}
language: fr
diagnoses: [{label: {fr: tanagélie}}]
"""


@pytest.fixture(autouse=True)
def read_anew():
    resources.user_terms.cache_clear()
    yield
    resources.user_terms.cache_clear()


@pytest.fixture
def folder(own_home):
    return own_home / "data" / "casepress" / "terms"


@pytest.fixture
def ward(tmp_path):
    path = tmp_path / "Ward.v2.tsv"
    path.write_text("en\tfr\ntanagelia\ttanagélie\n", encoding="utf-8")
    return path


def test_a_table_is_added_listed_replaced_and_removed(casepress, ward, folder):
    assert casepress("terms", "list").out == ""
    told = casepress("terms", "add", ward)
    assert (told.code, told.err) == (0, "casepress: ward: 1 term(s).\n")
    kept = folder / "ward.tsv"
    assert kept.read_text(encoding="utf-8") == "fr\ten\ntanagélie\ttanagelia\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert casepress("terms", "list").out == "ward\t1 term(s)\n"
    ward.write_text("fr\ten\na\tb\nc\td\n", encoding="utf-8")
    told = casepress("terms", "add", ward)
    assert told.err == "casepress: ward: 2 term(s), in place of the former table.\n"
    assert casepress("terms", "remove", "ward").code == 0
    assert casepress("terms", "list").out == ""
    told = casepress("terms", "remove", "ward")
    assert told.code == 2
    assert "casepress terms list" in told.err


def test_a_refused_table_leaves_the_former_one(casepress, ward, folder):
    casepress("terms", "add", ward, "--as", "x")
    before = (folder / "x.tsv").read_bytes()
    ward.write_text("fr\ten\na\t\n", encoding="utf-8")
    told = casepress("terms", "add", ward, "--as", "x")
    assert told.code == 1
    assert f"{ward}:2" in told.err
    assert (folder / "x.tsv").read_bytes() == before


@pytest.mark.parametrize("name", ["../key", "A", "", "nul", "a.b", "x" * 41])
def test_a_name_is_that_of_a_file_in_the_folder(casepress, ward, folder, name):
    assert casepress("terms", "remove", name).code == 2
    if name:
        assert casepress("terms", "add", ward, "--as", name).code == 2
    assert not folder.exists()


def test_a_french_user_is_told_in_french(casepress, ward, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "ward\u00a0: 1 terme(s)." in casepress("terms", "add", ward).err
    assert casepress("terms", "list").out == "ward\t1 terme(s)\n"


def test_a_term_of_the_user_is_no_longer_unknown(casepress, ward, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    assert "term-unknown" in casepress("check", case).out
    casepress("terms", "add", ward)
    assert "term-unknown" not in casepress("check", case).out


def test_the_report_prints_it_and_the_audit_names_its_table(casepress, ward, folder, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    casepress("terms", "add", ward)
    out = tmp_path / "out"
    told = casepress("build", case, "--lang", "en", "--format", "html", "--out", out)
    assert told.code == 0, told.err
    assert "tanagelia" in next(out.glob("*.en.html")).read_text(encoding="utf-8").casefold()
    audit = json.loads(next(out.glob("*.audit.json")).read_text(encoding="utf-8"))
    digest = sha256((folder / "ward.tsv").read_bytes()).hexdigest()
    assert audit["terms"] == [{"name": "ward", "sha256": digest}]


def test_a_damaged_table_is_said_by_the_doctor_and_can_be_removed(
    casepress, ward, folder, tmp_path, monkeypatch
):
    monkeypatch.setattr(doctor, "CHECKS", (doctor.terms,))
    assert "none added" in casepress("doctor").out
    casepress("terms", "add", ward)
    assert casepress("doctor").out == "ok     your terms: ward (1)\n"
    (folder / "ward.tsv").write_text("fr\ten\nx\n", encoding="utf-8")
    resources.user_terms.cache_clear()
    told = casepress("doctor")
    assert told.code == 1
    assert "ward.tsv:2" in told.out
    assert "terms remove ward" in told.out
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    assert "ward.tsv:2" in casepress("check", case).err
    assert casepress("terms", "remove", "ward").code == 0
    assert casepress("doctor").code == 0
