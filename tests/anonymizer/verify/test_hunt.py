import gzip
import importlib.util
import io
import json
from base64 import b64encode
from pathlib import Path

import pikepdf
import pytest

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "hunt.py"
spec = importlib.util.spec_from_file_location("hunt", SCRIPT)
hunt = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hunt)
NAME = "Élodie Vaubernier"


def pdf():
    document, out = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.docinfo["/Title"] = NAME
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"vue : ELODIE VAUBERNIER"),
        ("a.html", "<p>Élodie <b>Vau</b>bernier</p>".encode()),
        ("a.html", b"<p>&Eacute;lodie&nbsp;Vaubernier</p>"),
        ("a.json", json.dumps({"a": NAME}).encode()),
        ("a.txt", b64encode(b"--" + NAME.encode())),
        ("a.txt", NAME.encode().hex().encode()),
        ("elodievaubernier.txt", b"ok"),
        ("a.gz", gzip.compress(NAME.encode(), mtime=0)),
        ("a.pdf", pdf()),
    ],
)
def test_the_hunt_finds_a_planted_string_and_never_prints_it(name, data, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_bytes(data)
    (tmp_path / "planted.json").write_text(json.dumps(["absent", NAME]), encoding="utf-8")
    code = hunt.main(["hunt", str(tmp_path / "out"), str(tmp_path / "planted.json")])
    printed = capsys.readouterr().out
    assert code == 3
    assert printed.startswith("string 1\tfile 1\t")
    assert "aubernier" not in printed.lower()


def test_the_hunt_is_silent_where_nothing_was_planted(tmp_path, capsys):
    (tmp_path / "planted.json").write_text(json.dumps([NAME]), encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>Examen normal.</p>")
    assert hunt.main(["hunt", str(tmp_path / "a.html"), str(tmp_path / "planted.json")]) == 0
    assert capsys.readouterr().out == ""


def test_the_hunt_imports_nothing_of_the_project():
    source = SCRIPT.read_text(encoding="utf-8")
    assert "import anonymizer" not in source
    assert "from anonymizer" not in source
    assert "from generator" not in source
