import pytest

from anonymizer.phi import Lang

from generator.cli.notes import files, patient_of, rows, text
from generator.errors import UnreadableInputError


def test_files_come_in_order_and_folders_sorted_without_what_is_hidden(tmp_path):
    for name in ("b.txt", "a.md", "c.pdf", ".hidden.txt", "d/z.jsonl", "d/y.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    named = tmp_path / "c.pdf"
    found, left = files((named, tmp_path))
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "c.pdf",
        "a.md",
        "b.txt",
        "d/y.txt",
        "d/z.jsonl",
    ]
    assert left == 1


def test_the_text_of_a_file_loses_its_mark_and_keeps_its_line_ends(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffVu à\r\nBrest\r".encode())
    assert text(path) == "Vu à\r\nBrest\r"
    path.write_bytes("Vu à Brest".encode("latin-1"))
    assert text(path) == "Vu à Brest"


def test_a_text_keeps_its_offset_when_another_system_saves_it():
    assert patient_of("a\r\nb") == patient_of("a\nb") != patient_of("a b")


def test_rows_carry_their_id_language_and_patient(tmp_path):
    path = tmp_path / "notes.jsonl"
    path.write_text(
        '\ufeff{"id": "a", "text": "x", "lang": "en", "more": [1]}\n\n'
        '{"id": 7, "text": "", "patient": "p"}\r\n{"id": "c", "text": "y", "patient": 3}',
        encoding="utf-8",
    )
    read = [(row.id, row.text, row.lang, row.patient) for row in rows(path)]
    assert read == [("a", "x", Lang.EN, "a"), (7, "", None, "p"), ("c", "y", None, "3")]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        "null",
        '{"id": "a"}',
        '{"text": "a"}',
        '{"id": null, "text": "a"}',
        '{"id": true, "text": "a"}',
        '{"id": "a", "text": 3}',
        '{"id": "a", "text": "x", "lang": "de"}',
        '{"id": "a", "text": "x", "lang": ["fr"]}',
        '{"id": "a", "text": "x", "patient": {}}',
        '{"id": "a", "text": "\\ud800"}',
        "[" * 100_000,
        "\ufffe",
    ],
)
def test_a_line_that_is_no_document_is_named_by_its_number_alone(tmp_path, line):
    path = tmp_path / "notes.jsonl"
    path.write_text('{"id": "first", "text": "fine"}\n' + line, encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=r"notes\.jsonl:2: not a document") as refused:
        list(rows(path))
    assert "first" not in str(refused.value)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "notes.jsonl"
    path.write_bytes(b'{"id": "a", "text": "' + b"a" * 5_000_000)
    with pytest.raises(UnreadableInputError, match=r"notes\.jsonl:1: a line of more than 4 MB"):
        list(rows(path))
