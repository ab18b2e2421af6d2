import json
import re

from generator.cli.starter import STARTER
from generator.read.files import read_case


def test_init_writes_a_private_case_that_reads_and_checks(casepress, tmp_path):
    out = tmp_path / "case.yaml"
    assert casepress("init", "-o", out).code == 0
    assert out.read_text("utf-8") == STARTER
    assert out.stat().st_mode & 0o777 == 0o600
    assert read_case(out).slug == "my-case"


def test_init_never_writes_over_a_file(casepress, tmp_path):
    out = tmp_path / "case.yaml"
    out.write_text("mine")
    told = casepress("init", "-o", out)
    assert told.code == 1
    assert "exists already" in told.err
    assert out.read_text() == "mine"


def test_init_without_output_prints_the_case(casepress):
    assert casepress("init").out == STARTER


def test_every_commented_line_of_the_starter_is_right_once_uncommented(tmp_path):
    head, _, body = STARTER.partition("id: ")
    assert head.startswith("# ")
    body = re.sub(r"(?m)^( *)# ", r"\1", f"id: {body}")
    path = tmp_path / "case.yaml"
    path.write_text(body, encoding="utf-8")
    case = read_case(path)
    assert case.labs[0].value == "92"
    assert case.figures[0].review is not None
    assert case.patient.address is not None
    assert case.patient.address.country == "France"


def test_the_starter_builds_as_it_stands(casepress, tmp_path):
    case = tmp_path / "case.yaml"
    assert casepress("init", "-o", case).code == 0
    told = casepress("build", case, "--format", "html", "--out", tmp_path / "out")
    assert told.code == 0, told.err


def test_the_schema_forbids_unknown_keys_and_knows_the_vocabularies(casepress):
    schema = json.loads(casepress("schema").out)
    assert schema["additionalProperties"] is False
    assert "narrative" in schema["properties"]
    assert schema["$defs"]["Sex"]["enum"] == ["female", "male", "other", "unknown"]


def test_a_key_is_made_once_and_its_secret_is_never_printed(casepress, own_home):
    path = own_home / "data" / "casepress" / "key"
    first, second = casepress("key"), casepress("key")
    assert (first.code, first.out) == (second.code, second.out) == (0, f"{path}\n")
    assert path.stat().st_mode & 0o777 == 0o600
    secret = path.read_text().split()[1]
    assert secret not in first.out + first.err + second.out + second.err
    assert "a new key was made" in first.err
    assert second.err == ""


def test_a_key_can_be_made_elsewhere_and_used_from_there(casepress, tmp_path, own_home):
    path = tmp_path / "team" / "key"
    assert casepress("key", "--key-file", path).code == 0
    (tmp_path / "note.txt").write_text("Vue le 4 mai 2021 pour une toux, sans fièvre.")
    assert casepress("anonymize", tmp_path / "note.txt", "--key-file", path).code == 0
    assert not (own_home / "data").exists()


def test_a_key_that_is_open_to_others_is_pointed_out(casepress, tmp_path):
    path = tmp_path / "key"
    casepress("key", "--key-file", path)
    path.chmod(0o644)
    told = casepress("key", "--key-file", path)
    assert (told.code, told.out) == (1, "")
    assert "chmod 600" in told.err


def test_an_imported_narrative_is_a_private_case_file_of_suggestions(casepress, tmp_path):
    note, out = tmp_path / "note.txt", tmp_path / "case.yaml"
    note.write_text("Homme de 54 ans, vu le 4 mai 2021 pour une toux.", encoding="utf-8")
    told = casepress("import", note, "-o", out)
    assert told.code == 0, told.err
    assert out.stat().st_mode & 0o777 == 0o600
    case = read_case(out)
    assert case.patient.sex_status == "suggested"
    assert casepress("import", note).out == out.read_text("utf-8")


def test_a_narrative_is_imported_as_json_where_the_output_says_so(casepress, tmp_path):
    note, out = tmp_path / "note.txt", tmp_path / "case.json"
    note.write_text("Homme de 54 ans, vu le 4 mai 2021 pour une toux.", encoding="utf-8")
    assert casepress("import", note, "-o", out).code == 0
    assert json.loads(out.read_text("utf-8"))["patient"]["sex"] == "male"
