import json

TEXT = "Vu par le Dr Quatrefeuilles le 4 mai 2021, de nationalité portugaise."
GOLD = [[13, 27, "CLINICIAN"], [31, 41, "DATE"], [58, 68, "NATIONALITY"]]


def written(tmp_path, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_each_label_has_its_line_and_the_total_says_what_leaks(casepress, tmp_path):
    gold = written(tmp_path, {"id": "a", "lang": "fr", "text": TEXT, "spans": GOLD})
    told = casepress("evaluate", gold)
    assert told.code == 0
    total = next(line for line in told.out.splitlines() if line.startswith("TOTAL"))
    assert total.split() == ["TOTAL", "2", "100.0", "100.0", "0.0", "0"]
    assert "NATIONALITY" in told.out.partition("Reported")[2]


def test_a_missed_span_is_listed_and_its_text_shown_only_on_demand(casepress, tmp_path):
    marked = [*GOLD, [0, 2, "NAME"]]
    gold = written(tmp_path, {"id": "a", "lang": "fr", "text": TEXT, "spans": marked})
    quiet, open_ = (casepress("evaluate", gold, *more).out for more in ((), ("--show-text",)))
    assert "a:0-2  NAME  2" in quiet
    assert "Quatrefeuilles" not in quiet
    assert "[Vu]" in open_


def test_programs_get_one_object(casepress, tmp_path):
    gold = written(tmp_path, {"id": "a", "lang": "fr", "text": TEXT, "spans": GOLD})
    told = casepress("evaluate", gold, "--json")
    found = json.loads(told.out)
    assert found["total"]["leak"] == 0
    assert [score["label"] for score in found["kept"]] == ["NATIONALITY"]


def test_a_document_without_marks_is_refused_with_its_line(casepress, tmp_path):
    gold = written(tmp_path, {"id": "a", "text": TEXT, "spans": []}, {"id": "b", "text": TEXT})
    told = casepress("evaluate", gold, "--lang", "fr")
    assert (told.code, told.out) == (1, "")
    assert "gold.jsonl:2" in told.err
    assert '"spans"' in told.err


def test_a_mark_outside_its_text_is_refused(casepress, tmp_path):
    gold = written(tmp_path, {"id": "a", "text": "Vu.", "spans": [[0, 9, "NAME"]]})
    told = casepress("evaluate", gold, "--lang", "fr")
    assert (told.code, told.out) == (1, "")


def test_how_many_places_to_list_is_a_whole_number(casepress, tmp_path):
    gold = written(tmp_path, {"id": "a", "text": TEXT, "spans": GOLD})
    assert casepress("evaluate", gold, "--worst", "many").code == 2
