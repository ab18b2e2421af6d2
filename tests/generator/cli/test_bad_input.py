"""Bad input of any kind: one sentence, the right exit code, nothing written."""

import os

import pytest

SECRET = "Quatrefeuilles"  # noqa: S105 - stands for a value of a record

BAD = {
    "empty": b"",
    "blank": b" \n\n",
    "binary": bytes(range(256)) * 20,
    "nul": f"Vu M. {SECRET} \0 le 4 mai 2021.".encode(),
    "pdf": b"%PDF-1.7\n" + SECRET.encode(),
    "utf16": f"Vu M. {SECRET}".encode("utf-16-be"),
    "huge": f"Vu M. {SECRET} le 4 mai 2021. ".encode() * 1_700_000,
}
BROKEN_CASES = {
    "broken": f"patient: [{SECRET}\n".encode(),
    "bomb": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "twice": f"slug: a\nslug: {SECRET}\n".encode(),
    "tag": f"slug: !!python/name:os.{SECRET}\n".encode(),
    "unknown": f"patient: {{familly: {SECRET}}}\n".encode(),
    "list": f"- {SECRET}\n".encode(),
    "scalar": SECRET.encode(),
    "deep": b"[" * 20_000,
    "wrong": f"index_event: {SECRET}\n".encode(),
    "latin": "patient: {family: Quatrefeuillés}\n".encode("latin-1"),
}
TEXT_COMMANDS = (["scan"], ["anonymize"], ["import"], ["build", "--format", "html"])
CASE_COMMANDS = (["anonymize"], ["build", "--format", "html"], ["check"])


def refused(casepress, folder, args, code=1):
    out = folder / "out"
    output = {"build": ["--out", out], "anonymize": ["-o", out], "import": ["-o", out]}
    told = casepress(*args, *output.get(args[0], []))
    assert (told.code, told.out) == (code, ""), told
    assert told.err.startswith("casepress: ")
    assert "internal error" not in told.err
    assert SECRET not in told.err
    assert "Quatrefeuill" not in told.err
    assert not out.exists()
    return told


@pytest.mark.parametrize("args", TEXT_COMMANDS, ids=lambda args: args[0])
@pytest.mark.parametrize("kind", BAD)
def test_a_text_that_cannot_be_read_is_refused(kind, args, casepress, tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(BAD[kind])
    told = refused(casepress, tmp_path, [*args, path])
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("args", CASE_COMMANDS, ids=lambda args: args[0])
@pytest.mark.parametrize("kind", [*BAD, *BROKEN_CASES])
def test_a_case_that_cannot_be_read_is_refused(kind, args, casepress, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes((BAD | BROKEN_CASES)[kind])
    refused(casepress, tmp_path, [*args, path])


@pytest.mark.parametrize("args", [*TEXT_COMMANDS, ["check"]], ids=lambda args: args[0])
def test_what_is_no_file_is_refused(args, casepress, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.yaml").mkdir()
    names = ["pipe.txt", "loop.txt", "missing.txt", "missing/note.txt", "x" * 300 + ".txt"]
    for name in [*names, *(["folder.yaml"] if args != ["scan"] else [])]:
        told = refused(casepress, tmp_path, [*args, tmp_path / name])
        assert told.err.count("\n") == 1


def test_a_file_of_50_mb_is_refused_without_being_read_whole(casepress, tmp_path):
    for name in ("note.txt", "case.yaml"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(50_000_000_000)  # a hole: reading it whole would take minutes
        refused(casepress, tmp_path, ["build", path])


def test_an_output_that_cannot_be_written_is_refused_before_the_input_is_read(casepress, tmp_path):
    (tmp_path / "file").write_text("x")
    for args in (
        ["build", "missing.yaml", "--out", tmp_path / "file"],
        ["build", "missing.yaml", "--out", tmp_path / "file" / "below"],
        ["anonymize", "missing.txt", "-o", tmp_path],
        ["anonymize", "missing.txt", "-o", tmp_path / "file" / "x"],
        ["import", "missing.txt", "-o", tmp_path],
        ["init", "-o", tmp_path / "file"],
    ):
        told = casepress(*args)
        assert told.code == 1
        assert "missing" not in told.err
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize(
    "args",
    [
        ["build", "x.yaml", "--profile", "novel"],
        ["build", "x.yaml", "--lang", "de"],
        ["build", "x.yaml", "--format", "docx"],
        ["build", "x.yaml", "--policy", "none"],
        ["build", "x.yaml", "--shift-days", "0"],
        ["build", "x.yaml", "--patient", ""],
        ["anonymize", "x.txt", "--policy", "none"],
        ["anonymize", "x.txt", "--shift-days", "soon"],
        ["scan", "x.txt", "--lang", "both"],
        ["import", "x.txt", "--lang", "both"],
    ],
    ids=" ".join,
)
def test_an_option_that_means_nothing_is_wrong_usage(args, casepress, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(casepress, tmp_path, args, code=2)


def test_a_key_file_that_is_missing_is_refused(casepress, tmp_path):
    (tmp_path / "note.txt").write_text("Vu le 4 mai 2021 pour une douleur.")
    for args in (["anonymize", tmp_path / "note.txt"], ["build", tmp_path / "note.txt"]):
        told = casepress(*args, "--key-file", tmp_path / "key")
        assert told.code == 1
        assert "does not exist" in told.err
