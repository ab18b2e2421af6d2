import json

import pytest

NOTE = "Vue le 4 mai 2021 par le Dr Quatrefeuilles, à l’hôpital, pour une maladie de Crohn.\r\n"


def test_offsets_are_code_points_of_the_text_without_mark_and_spans_do_not_overlap(
    casepress, tmp_path
):
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xef\xbb\xbf" + NOTE.encode())
    told = casepress("scan", path, "--json")
    found = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == 0
    seen = {(NOTE[f["start"] : f["end"]], f["category"]) for f in found}
    assert {("4 mai 2021", "DATE"), ("Quatrefeuilles", "CLINICIAN")} <= seen
    assert not any("Crohn" in text for text, _ in seen)
    ends = [f["end"] for f in found]
    assert all(end <= f["start"] for end, f in zip(ends, found[1:], strict=False))
    keys = ["path", "start", "end", "category", "kind", "confidence", "treatment"]
    assert all(list(f) == keys for f in found)


def test_text_is_shown_only_on_demand(casepress, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(NOTE)
    for options in ((), ("--json",)):
        assert "Quatrefeuilles" not in casepress("scan", path, *options).out
        assert "Quatrefeuilles" in casepress("scan", path, "--show-text", *options).out


def test_a_jsonl_file_gives_the_spans_of_each_document(casepress, tmp_path):
    path = tmp_path / "notes.jsonl"
    rows = (
        {"id": "a", "text": NOTE},
        {"id": 2, "text": ""},
        {"id": "c", "text": "Vu.", "lang": "fr"},
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = casepress("scan", path)
    found = [json.loads(line) for line in told.out.splitlines()]
    assert [row["id"] for row in found] == ["a", 2, "c"]
    assert [7, 17, "DATE"] in found[0]["spans"]
    assert found[1:] == [{"id": 2, "spans": []}, {"id": "c", "spans": []}]


def test_what_the_policy_keeps_is_listed_with_all_alone(casepress, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Patient de nationalité portugaise, vu le 4 mai 2021, sans antécédent.")
    usual, every = (casepress("scan", path, *more).out for more in ((), ("--all",)))
    assert "NATIONALITY" not in usual
    assert "NATIONALITY" in every
    assert set(usual.splitlines()) < set(every.splitlines())


def test_one_unreadable_file_and_nothing_is_printed(casepress, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    told = casepress("scan", tmp_path)
    assert (told.code, told.out) == (1, "")
    assert "b.txt: not a text file" in told.err


def test_a_text_of_unknown_language_is_refused_and_a_given_language_is_obeyed(casepress, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("RAS")
    told = casepress("scan", path)
    assert (told.code, told.out) == (1, "")
    assert "--lang fr or --lang en" in told.err
    assert casepress("scan", path, "--lang", "fr").code == 0


def test_files_of_other_kinds_in_a_folder_are_counted(casepress, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "b.docx").write_text("x")
    told = casepress("scan", tmp_path)
    assert told.code == 0
    assert "1 file(s) of other kinds" in told.err


@pytest.mark.parametrize("lang", ["de", "FR", ""])
def test_another_language_is_wrong_usage(casepress, tmp_path, lang):
    told = casepress("scan", tmp_path, "--lang", lang)
    assert told.code == (2 if lang else 0)
