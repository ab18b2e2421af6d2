import json

CASE = """\
id: a
language: fr
patient: {given: Hyacinthe, family: Quatrefeuilles, sex: male}
encounters: [{kind: admission, start: 2021-05-04, end: 2021-05-02}]
narrative:
  - {kind: history, text: {fr: La patiente tousse.}}
"""


def test_a_case_that_contradicts_itself_is_exit_1_with_one_line_a_finding(casepress, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    told = casepress("check", path)
    assert told.code == 1
    assert "encounters[0]" in told.out
    assert "2021" not in told.out
    rows = [json.loads(line) for line in casepress("check", path, "--json").out.splitlines()]
    assert len(rows) == len(told.out.splitlines())
    assert {"fail", "warn"} == {row["level"] for row in rows}
    assert all(list(row) == ["rule", "level", "path", "en", "fr"] for row in rows)


def test_a_case_with_nothing_but_warnings_is_exit_0(casepress, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("language: fr\ntitle: {fr: Une toux}\n", encoding="utf-8")
    told = casepress("check", path)
    assert told.code == 0, told.out
    assert "to look at" in told.err
