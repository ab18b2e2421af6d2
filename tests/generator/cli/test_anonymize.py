import json
import re

import pytest

NOTE = "Mme Quatrefeuilles a été vue le 4 mai 2021 par le Dr Aubépin, à jeun.\r\nElle va bien.\r\n"


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8", newline="")
    return path


def test_a_text_stays_a_text_with_its_line_ends(casepress, note, tmp_path):
    out = tmp_path / "safe.txt"
    told = casepress("anonymize", note, "-o", out)
    assert (told.code, told.out) == (0, ""), told.err
    safe = out.read_bytes().decode()
    assert safe.count("\r\n") == 2
    assert safe.endswith("à jeun.\r\nElle va bien.\r\n")
    assert not re.search("Quatrefeuilles|Aubépin|4 mai 2021", safe)


def test_without_an_output_the_text_goes_to_standard_output_alone(casepress, note):
    told = casepress("anonymize", note)
    assert told.code == 0
    assert "Elle va bien." in told.out
    assert "Quatrefeuilles" not in told.out + told.err


def test_redaction_is_idempotent(casepress, note, tmp_path):
    once, twice = tmp_path / "once.txt", tmp_path / "twice.txt"
    assert casepress("anonymize", note, "--policy", "redact", "-o", once).code == 0
    again = casepress("anonymize", once, "--policy", "redact", "--lang", "fr", "-o", twice)
    assert again.code == 0, again.err
    assert twice.read_bytes() == once.read_bytes()


def test_a_case_stays_a_case_marked_as_de_identified(casepress, tmp_path):
    case, safe = tmp_path / "case.yaml", tmp_path / "safe.yaml"
    case.write_text(
        "id: local-17\nlanguage: fr\nindex_event: 2021-05-04\n"
        "patient: {given: Hyacinthe, family: Quatrefeuilles, sex: female}\n"
        "narrative:\n  - kind: history\n    text: {fr: Mme Quatrefeuilles va bien.}\n",
        encoding="utf-8",
    )
    told = casepress("anonymize", case, "-o", safe)
    assert told.code == 0, told.err
    text = safe.read_text("utf-8")
    assert "deidentified:\n  policy: pseudonymise\n" in text
    assert not re.search("Quatrefeuilles|Hyacinthe|local-17|2021-05-04", text)
    again = casepress("anonymize", safe, "-o", tmp_path / "again.yaml")
    assert again.code == 1
    assert "de-identified before" in again.err
    assert not (tmp_path / "again.yaml").exists()


def test_a_jsonl_file_stays_one_and_one_patient_keeps_one_offset(casepress, tmp_path):
    path, out = tmp_path / "notes.jsonl", tmp_path / "safe.jsonl"
    rows = [
        {"id": "a", "text": "Vue le 4 mai 2021 pour une toux.", "patient": "p", "lang": "fr"},
        {"id": "b", "text": "Vue le 11 mai 2021 pour une toux.", "patient": "p", "lang": "fr"},
        {"id": 3, "text": " ", "patient": "q"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = casepress("anonymize", path, "-o", out)
    assert told.code == 0, told.err
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [list(row) for row in found] == [["id", "text"]] * 3
    assert found[2] == {"id": 3, "text": " "}
    assert "4 mai 2021" not in found[0]["text"]


def test_the_offset_of_a_row_is_its_patients_then_its_own_and_an_option_overrides_both(
    casepress, tmp_path
):
    text = "Vue le 4 mai 2021 pour une toux."
    rows = [{"id": "a", "text": text, "patient": "p"}, {"id": "p", "text": text}]
    path = tmp_path / "notes.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    first, second = map(json.loads, casepress("anonymize", path).out.splitlines())
    assert first["text"] != text
    key = tmp_path / "note.txt"
    key.write_text(text)
    alone = casepress("anonymize", key, "--patient", "p").out
    assert first["text"] == second["text"] == alone


def test_one_row_that_cannot_be_read_and_nothing_is_written(casepress, tmp_path):
    path, out = tmp_path / "notes.jsonl", tmp_path / "safe.jsonl"
    path.write_text('{"id": "a", "text": "Vue le 4 mai 2021 pour une toux."}\n{"id": 3}\n')
    told = casepress("anonymize", path, "-o", out)
    assert told.code == 1
    assert "notes.jsonl:2: not a document" in told.err
    assert not out.exists()


def test_no_key_is_made_by_a_run_that_is_refused(casepress, tmp_path, own_home):
    (tmp_path / "note.txt").write_text("RAS")
    assert casepress("anonymize", tmp_path / "note.txt").code == 1
    assert not (own_home / "data").exists()
