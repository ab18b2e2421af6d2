"""Case files are read as written, or refused with the line, the path and the remedy."""

import re
from pathlib import Path

import pytest

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.terms import Sex
from generator.errors import CaseFileError, UnreadableInputError
from generator.read import json, yaml
from generator.read.files import load, read_case
from generator.read.fit import fit

VALUE = "Zéphirine"


def from_yaml(text: str) -> Case:
    return fit(yaml.parse(text, "cas.yaml"), "cas.yaml")


def from_json(text: str) -> Case:
    return fit(json.parse(text, "cas.json"), "cas.json")


def refused(text: str, read=from_yaml) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        read(text)
    for lang in Lang:
        assert VALUE not in caught.value.told(lang)
    return caught.value


@pytest.mark.parametrize(
    "written", ["01000", "0012345", "2.60", "NO", "1:30", "1e3", "0x1F", "yes"]
)
def test_a_scalar_stays_the_text_it_was_written_as(written: str):
    assert from_yaml(f"slug: {written}\n").slug == written


@pytest.mark.parametrize("written", ["2.60", "133", "1e3", "NaN"])
def test_a_number_of_json_stays_as_it_was_written(written: str):
    case = from_json(f'{{"labs": [{{"analyte": {{"fr": "Na"}}, "value": {written}}}]}}')
    assert case.labs[0].value == written


def test_counts_and_flags_are_read_where_the_model_asks_them():
    case = from_yaml("synthetic: true\npatient:\n  sex: male\n  age: {value: 54}\n")
    assert (case.synthetic, case.patient.age.value, case.patient.sex) == (True, 54, Sex.MALE)


def test_a_key_without_a_value_counts_as_not_written():
    assert from_yaml("slug:\nlabs:\npatient:\n  age: ~\ntitle: null\nid: 7\n") == Case(id="7")


def test_a_person_may_be_called_null_between_quotes():
    assert from_yaml('patient:\n  family: "null"\n').patient.family == "null"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: &x 1\n", 1, "quotes"),
        ("slug: x\nid: *x\n", 2, "quotes"),
        ("slug: !!python/object:os.system x\n", 1, "type"),
        ("<<: {slug: x}\n", 1, "key"),
        ("? [a, b]\n: c\n", 1, "key"),
        ("slug: a\nid: b\nslug: c\n", 3, "twice"),
        ("slug: a\n---\nslug: b\n", 2, "second document"),
        ("slug:\n\tid: b\n", 2, "tab"),
        ("slug: Zéphirine: b\n", 1, "YAML"),
        ("slug: 'Zéphirine\n", 2, "YAML"),
        ("slug: Zéphirine\x01\n", 1, "control"),
        ("- Zéphirine\n", 1, "not a case"),
        ("Zéphirine\n", 1, "not a case"),
        ("# rien\n", 1, "not a case"),
        ("[" * 60, 1, "nested"),
        ("- " * 60 + "a", 1, "nested"),
    ],
)
def test_yaml_that_is_no_plain_case_is_refused_at_its_line(text: str, line: int, word: str):
    error = refused(text)
    assert str(error).startswith(f"cas.yaml:{line}: ")
    assert word in str(error)


def test_an_alias_bomb_is_refused_at_once():
    bomb = "a: &a [x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "cas.yaml:1" in str(refused(bomb))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"slug": "Zéphirine",}', 1),
        ('{"slug" "Zéphirine"}', 1),
        ('{\n"slug": "Zéphirine', 2),
        ('{"slug": Zéphirine}', 1),
        ('{"slug": "a"} x', 1),
        ('{"slug": "a",\n"slug": "b"}', 2),
        ('["Zéphirine"]', 1),
        ('{"slug": "\\ud800"}', 1),
        ("[" * 100, 1),
        ('{"a":' * 100, 1),
        ("", 1),
    ],
)
def test_json_that_is_no_case_is_refused_at_its_line(text: str, line: int):
    assert str(refused(text, from_json)).startswith(f"cas.json:{line}: ")


def test_an_unknown_key_is_named_by_its_position_and_the_nearest_known_key():
    error = refused("labs:\n  - analyte: {fr: Na}\n    valeu: 2\n")
    assert str(error) == (
        "cas.yaml:3: labs[0]: key number 2 is not known here. Did you mean `value`?"
    )
    assert "Vouliez-vous dire `value`" in error.told(Lang.FR)


def test_an_unknown_key_that_may_be_a_name_is_never_shown():
    error = refused("patient:\n  Zéphirine: femme\n")
    assert "key number 1 is not known here. Known keys: `given`, `family`" in str(error)


@pytest.mark.parametrize(
    ("text", "where", "remedy"),
    [
        ("patient: {sex: Zéphirine}", "patient.sex", "`female`, `male`, `other`, `unknown`"),
        ("index_event: 4 mai 2021", "index_event", "2021-05-04, 2021-05 or 2021"),
        ("index_event: 2021-02-30", "index_event", "2021-05-04, 2021-05 or 2021"),
        ("patient: {age: {value: Zéphirine}}", "patient.age.value", "whole number"),
        ("synthetic: Zéphirine", "synthetic", "`true` or `false`"),
        ("title: Zéphirine", "title", "`fr:`"),
        ("labs: Zéphirine", "labs", "each beginning with `- `"),
        ("labs:\n - value: 1", "labs[0].analyte", "missing"),
        ("patient: Zéphirine", "patient", "record with keys: `given`"),
        ("lessons:\n -\n", "lessons[0]", "missing"),
    ],
)
def test_what_does_not_fit_says_where_and_what_to_write_instead(text, where, remedy):
    message = str(refused(text))
    assert re.match(rf"cas\.yaml:\d+: {re.escape(where)}: ", message)
    assert remedy in message


def test_all_errors_are_listed_one_a_line_up_to_twenty():
    text = "labs:\n" + "".join(" - {}\n" for _ in range(25))
    lines = str(refused(text)).splitlines()
    assert len(lines) == 21
    assert lines[0].startswith("cas.yaml:2: labs[0].analyte: missing")
    assert lines[-1] == "cas.yaml: and 5 more. Correct these first."


def test_a_json_error_names_the_line_of_its_key():
    error = refused('{\n"patient": {\n"sex": "Zéphirine"}}', from_json)
    assert str(error).startswith("cas.json:3: patient.sex: ")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n \n", "empty"),
        (b"slug: a\x00b", "not a text file"),
        (b"%PDF-1.7", "not a text file"),
        (b"slug: a\nid: caf\xe9\n", "not UTF-8"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_a_file_that_holds_no_text_of_a_case_is_refused(tmp_path: Path, content, word):
    path = tmp_path / "cas.yaml"
    path.write_bytes(content)
    with pytest.raises(UnreadableInputError, match=word):
        read_case(path)


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path):
    path = tmp_path / "cas.yaml"
    path.write_bytes(b"slug: a\nid: caf\xe9\n")
    with pytest.raises(UnreadableInputError) as caught:
        read_case(path)
    assert caught.value.where == f"{path}:2"


def test_a_folder_a_missing_file_and_another_kind_of_file_are_refused(tmp_path: Path):
    with pytest.raises(UnreadableInputError, match="no such file"):
        read_case(tmp_path / "absent.yaml")
    (tmp_path / "dossier.yaml").mkdir()
    with pytest.raises(UnreadableInputError, match="not a file"):
        read_case(tmp_path / "dossier.yaml")
    with pytest.raises(UnreadableInputError, match="not a kind of file"):
        load(tmp_path / "cas.docx")


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path):
    path = tmp_path / "cas.yml"
    path.write_bytes(
        b"\xef\xbb\xbfslug: cas-1\r\nintroduction:\r\n  fr: |-\r\n    un\r\n    deux\r\n"
    )
    case = load(path)
    assert (case.slug, case.introduction.fr) == ("cas-1", "un\ndeux")
