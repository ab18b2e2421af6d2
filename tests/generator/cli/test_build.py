import hashlib
import json

import pytest

CASE = """\
id: local-17
slug: {slug}
language: fr
index_event: 2021-05-04
title: {{fr: Une fièvre prolongée, en: A prolonged fever}}
patient: {{given: Hyacinthe, family: Quatrefeuilles, sex: female}}
narrative:
  - kind: history
    text:
      fr: Mme Quatrefeuilles a été vue le 4 mai 2021 pour une fièvre.
      en: Mrs Quatrefeuilles was seen on 4 May 2021 for a fever.
"""


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for slug in ("fievre", "toux"):
        (tmp_path / f"{slug}.yaml").write_text(CASE.format(slug=slug), encoding="utf-8")
    return tmp_path


def written(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_usual_build_writes_three_html_three_pdf_and_the_audit_into_out(casepress, folder):
    told = casepress("build", "fievre.yaml")
    names = [
        f"fievre.{lang}.{form}" for lang in ("fr", "en", "bilingual") for form in ("html", "pdf")
    ]
    assert told.code == 0, told.err
    assert written(folder / "out") == sorted([*names, "fievre.audit.json"])
    assert told.out.splitlines() == [f"out/{name}" for name in [*names, "fievre.audit.json"]]
    content = json.loads((folder / "out" / "fievre.audit.json").read_text("utf-8"))
    for file in content["files"]:
        data = (folder / "out" / file["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file["sha256"]


def test_language_and_format_choose_the_files(casepress, folder):
    told = casepress("build", "fievre.yaml", "--lang", "en", "--format", "html", "--out", "o")
    assert told.code == 0, told.err
    assert written(folder / "o") == ["fievre.audit.json", "fievre.en.html"]


def test_the_key_is_made_once_and_the_second_run_gives_the_same_bytes(casepress, folder, own_home):
    args = ("build", "fievre.yaml", "--format", "html", "--lang", "fr", "--out")
    assert casepress(*args, "a").code == 0
    key = own_home / "data" / "casepress" / "key"
    assert key.stat().st_mode & 0o777 == 0o600
    kept = key.read_bytes()
    assert casepress(*args, "b").code == 0
    assert key.read_bytes() == kept
    assert (folder / "a" / "fievre.fr.html").read_bytes() == (
        folder / "b" / "fievre.fr.html"
    ).read_bytes()


def test_a_case_that_fails_is_named_and_the_others_are_published(casepress, folder):
    (folder / "broken.yaml").write_text("patient: [", encoding="utf-8")
    args = ("fievre.yaml", "broken.yaml", "toux.yaml", "missing.yaml")
    told = casepress("build", *args, "--format", "html", "--lang", "fr")
    assert told.code == 1
    assert "broken.yaml" in told.err
    assert "missing.yaml: no such file" in told.err
    assert written(folder / "out") == [
        "fievre.audit.json",
        "fievre.fr.html",
        "toux.audit.json",
        "toux.fr.html",
    ]


def test_two_cases_with_one_public_name_are_refused_and_neither_is_written(casepress, folder):
    (folder / "again.yaml").write_text(CASE.format(slug="fievre"), encoding="utf-8")
    args = ("fievre.yaml", "toux.yaml", "again.yaml", "--format", "html", "--lang", "fr")
    told = casepress("build", *args)
    assert told.code == 1
    assert told.err.count("two cases of this run have the same public name") == 2
    assert written(folder / "out") == ["toux.audit.json", "toux.fr.html"]


def test_one_case_named_twice_is_published_once(casepress):
    told = casepress("build", "fievre.yaml", "fievre.yaml", "--format", "html", "--lang", "fr")
    assert told.code == 0, told.err
    assert len(told.out.splitlines()) == 2


def test_a_narrative_is_published_under_a_code_and_never_under_its_own_name(casepress, folder):
    (folder / "Quatrefeuilles.txt").write_text(
        "Patiente vue le 4 mai 2021 par le Dr Aubépin pour une fièvre, sans autre plainte.",
        encoding="utf-8",
    )
    told = casepress("build", "Quatrefeuilles.txt", "--format", "html", "--lang", "fr")
    assert told.code == 0, told.err
    (html,) = (folder / "out").glob("case-*.fr.html")
    assert "Quatrefeuilles" not in " ".join(written(folder / "out"))
    assert "4 mai 2021" not in html.read_text("utf-8")


def test_a_given_offset_is_obeyed_and_one_of_two_patients_codes_changes_it(casepress, folder):
    key = folder / "team.key"
    key.write_text(f"casepress-key-1 {'1f' * 32}\n", encoding="ascii")
    key.chmod(0o600)
    shown = {}
    for name, more in {
        "own": (),
        "other": ("--patient", "somebody"),
        "given": ("--shift-days", "-7"),
    }.items():
        args = ("--format", "html", "--lang", "fr", "--out", name, "--key-file", key, *more)
        assert casepress("build", "fievre.yaml", *args).code == 0
        shown[name] = (folder / name / "fievre.fr.html").read_text("utf-8")
    assert "27\u00a0avril 2021" in shown["given"]
    assert shown["own"] != shown["other"]


def test_a_case_that_was_de_identified_before_is_refused(casepress, folder):
    assert casepress("anonymize", "fievre.yaml", "-o", "safe.yaml").code == 0
    told = casepress("build", "safe.yaml", "--format", "html")
    assert told.code == 1
    assert "de-identified before" in told.err
    assert not (folder / "out").exists()


def test_what_happens_is_told_in_french_to_who_speaks_french(casepress, monkeypatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL")
    told = casepress("build", "missing.yaml")
    assert told.err.startswith("casepress\u00a0: missing.yaml\u00a0: fichier introuvable.")
