"""Fail closed: one original value in any channel, or any doubt, and nothing at all is written."""

import base64
import io
import json
import os
import re
import secrets
import signal
import struct
import subprocess
import sys
import textwrap
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

import generator.publish as publishing
from generator.cli.shell import run

NAME = "Quatrefeuilles"
DAY = "6 mars 2019"
VALUES = ("quatrefeuill", "hyacinthe", "0639981752", "06 39 98 17 52", "6 mars 2019", "2019-03-06")
CASE = """\
id: local-17
slug: fievre
language: fr
index_event: 2019-03-06
title: {fr: Une fièvre prolongée, en: A prolonged fever}
patient:
  given: Hyacinthe
  family: Quatrefeuilles
  sex: female
  phones: [06 39 98 17 52]
  emails: [hyacinthe@quatrefeuilles.example]
narrative:
  - kind: history
    text:
      fr: Mme Quatrefeuilles, jointe au 06 39 98 17 52, a été vue le 6 mars 2019 pour une fièvre.
      en: Mrs Quatrefeuilles, reached on 06 39 98 17 52, was seen on 6 March 2019 for a fever.
"""
Files = dict[str, bytes]
HTML, PDF = "fievre.fr.html", "fievre.fr.pdf"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """Give each test a home without a key; the one that is made is the same in all tests."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(secrets, "token_bytes", lambda size: b"\7" * size)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fievre.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path / "home"


@pytest.fixture(scope="module")
def honest() -> Files:
    """Hold what is rendered from the case: the same key gives the same files."""
    return {}


@pytest.fixture
def rendered(honest, tmp_path, monkeypatch) -> Files:
    if not honest:
        render = publishing._rendered  # noqa: SLF001 - the step that is tampered with
        with monkeypatch.context() as patch:
            patch.setattr(publishing, "_rendered", lambda *args: honest.update(render(*args)) or {})
            assert run(["build", "fievre.yaml", "--lang", "fr", "--out", "first"]) == 0
        (tmp_path / "home" / "casepress" / "key").unlink()
    return honest


@pytest.fixture
def refused(rendered, tmp_path, capsys, monkeypatch) -> Callable[..., None]:
    """Publish tampered files, which must be refused as a leak."""

    def publish(tamper: Callable[[Files], Files]) -> None:
        monkeypatch.setattr(publishing, "_rendered", lambda *_: tamper(dict(rendered)))
        expect_nothing(tmp_path, capsys, 3)

    return publish


def expect_nothing(folder: Path, capsys, code: int, *args: str) -> str:
    """Build, and expect a refusal in one sentence that shows no value, and an untouched disk."""
    capsys.readouterr()
    assert run(["build", *(args or ("fievre.yaml",)), "--lang", "fr", "--out", "out"]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("casepress: ")
    assert told.err.count("\n") == 1
    assert "internal error" not in told.err
    assert "Traceback" not in told.err
    assert [value for value in VALUES if value in told.err.casefold()] == []
    assert not (folder / "out").exists()
    assert not (folder / "home" / "casepress" / "key").exists()
    return told.err


def in_html(old: bytes, new: str) -> Callable[[Files], Files]:
    def tamper(files: Files) -> Files:
        assert old in files[HTML]
        return files | {HTML: files[HTML].replace(old, new.encode() + old, 1)}

    return tamper


def data_address(kind: str, data: bytes) -> str:
    return f'<img alt="" src="data:{kind};base64,{base64.b64encode(data).decode()}">'


def png(**texts: str) -> bytes:
    made, info = io.BytesIO(), PngImagePlugin.PngInfo()
    for key, text in texts.items():
        info.add_text(key, text, zip=True)
    Image.new("L", (8, 8), 200).save(made, "PNG", pnginfo=info)
    return made.getvalue()


def jpeg(**options: object) -> bytes:
    made = io.BytesIO()
    Image.new("L", (8, 8), 200).save(made, "JPEG", **options)
    return made.getvalue()


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x013B] = NAME  # Artist
    return made


SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{NAME}</desc></svg>'
IN_HTML = {
    "text": (b"</main>", f"<p>{NAME}</p>"),
    "text in capitals": (b"</main>", f"<p>{NAME.upper()}</p>"),
    "text with entities": (b"</main>", "<p>&#81;uatre&#x66;euilles</p>"),
    "text parted by tags": (b"</main>", "<p>Quatre<b>feuilles</b></p>"),
    "text parted by a soft hyphen": (b"</main>", "<p>Quatre\N{SOFT HYPHEN}feuilles</p>"),
    "hidden text": (b"</main>", f'<p hidden style="display:none">{NAME}</p>'),
    "title attribute": (b"</main>", f'<p title="{NAME}">a</p>'),
    "data attribute": (b"</main>", f'<p data-who="{NAME}">a</p>'),
    "alternative text": (b"</main>", f'<img alt="{NAME}">'),
    "comment": (b"</main>", f"<!-- {NAME} -->"),
    "metadata": (b"</head>", f'<meta name="author" content="{NAME}">'),
    "style": (b"</head>", f"<style>/* {NAME} */</style>"),
    "script": (b"</head>", f'<script>var who = "{NAME}"</script>'),
    "link": (b"</main>", '<a href="https://a.example/%51uatrefeuilles">a</a>'),
    "SVG in the page": (b"</main>", f"<svg><text>{NAME}</text></svg>"),
    "SVG in an address": (b"</main>", data_address("image/svg+xml", SVG.encode())),
    "metadata of a PNG": (b"</main>", data_address("image/png", png(Author=NAME))),
    "comment of a JPEG": (b"</main>", data_address("image/jpeg", jpeg(comment=NAME.encode()))),
    "EXIF of a JPEG": (b"</main>", data_address("image/jpeg", jpeg(exif=exif()))),
    "bytes after a JPEG": (b"</main>", data_address("image/jpeg", jpeg() + NAME.encode())),
    "base64": (b"</main>", f"<p>{base64.b64encode(NAME.encode()).decode()}</p>"),
    "phone with other separators": (b"</main>", "<p>06.39.98.17.52</p>"),
    "phone from abroad": (b"</main>", "<p>+33 6 39 98 17 52</p>"),
    "e-mail address": (b"</main>", "<a href='mailto:hyacinthe@quatrefeuilles.example'>a</a>"),
    "day date": (b"</main>", f"<p>Vue le {DAY}.</p>"),
    "day date in figures": (b"</main>", "<p>Vue le 06.03.2019.</p>"),
    "day date in an attribute": (b"</main>", '<time datetime="2019-03-06">jour 0</time>'),
    "a titled name that nobody issued": (b"</main>", "<p>Vue par le Dr Vorbasquin.</p>"),
    "a phone that nobody issued": (b"</main>", "<p>Joindre le 06 39 98 44 71.</p>"),
    "the code of the owner": (b"</main>", "<p>local-17</p>"),
}


@pytest.mark.parametrize("channel", IN_HTML)
def test_a_value_in_a_channel_of_html_is_a_leak(channel, refused):
    refused(in_html(*IN_HTML[channel]))


def in_pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[Files], Files]:
    def tamper(files: Files) -> Files:
        made = io.BytesIO()
        with pikepdf.open(io.BytesIO(files[PDF])) as document:
            change(document)
            document.save(made)
        return files | {PDF: made.getvalue()}

    return tamper


def text_of(operators: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        name = page.add_resource(font, pikepdf.Name.Font)
        content = f"BT {name} 12 Tf 60 60 Td {operators} ET"
        page.contents_add(document.make_stream(content.encode()))

    return change


def metadata(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = NAME


def xmp(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as record:
        record["dc:description"] = NAME


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["note.txt"] = NAME.encode()


def attachment_name(document: pikepdf.Pdf) -> None:
    document.attachments[f"{NAME}.txt"] = b"a"


def bookmark(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def link(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://a.example/{NAME.lower()}")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action
    )
    document.pages[0].Annots = document.make_indirect([document.make_indirect(note)])


def own_key(document: pikepdf.Pdf) -> None:
    document.Root["/PieceInfo"] = pikepdf.Dictionary({"/App": pikepdf.String(NAME)})


IN_PDF = {
    "text": text_of(f"({NAME}) Tj"),
    "text in two pieces": text_of("[(Quatre) -5 (feuilles)] TJ"),
    "invisible text": text_of(f"3 Tr ({NAME}) Tj"),
    "a day": text_of("(Vue le 06/03/2019) Tj"),
    "metadata": metadata,
    "XMP": xmp,
    "an attachment": attachment,
    "the name of an attachment": attachment_name,
    "a bookmark": bookmark,
    "a link": link,
    "an object of its own": own_key,
}


@pytest.mark.parametrize("channel", IN_PDF)
def test_a_value_in_a_channel_of_pdf_is_a_leak(channel, refused):
    refused(in_pdf(IN_PDF[channel]))


def test_a_value_behind_the_end_of_a_pdf_is_a_leak(refused):
    refused(lambda files: files | {PDF: files[PDF] + f"\n% {NAME}\n".encode()})


def test_a_value_in_the_name_of_a_file_is_a_leak(refused):
    refused(lambda files: files | {f"{NAME.lower()}.fr.html": files[HTML]})


@pytest.mark.parametrize("value", [NAME, "2019-03-06", NAME.encode().hex(), "06 39 98 17 52"])
def test_a_value_in_the_audit_is_a_leak(value, rendered, tmp_path, capsys, monkeypatch):
    audit = publishing.audit_file

    def leaking(*args: object) -> bytes:
        return json.dumps(json.loads(audit(*args)) | {"note": value}).encode()

    monkeypatch.setattr(publishing, "_rendered", lambda *_: dict(rendered))
    monkeypatch.setattr(publishing, "audit_file", leaking)
    expect_nothing(tmp_path, capsys, 3)


def test_the_same_files_untouched_are_published(rendered, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "_rendered", lambda *_: dict(rendered))
    assert run(["build", "fievre.yaml", "--lang", "fr", "--out", "out"]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "fievre.audit.json",
        HTML,
        PDF,
    ]
    assert (tmp_path / "home" / "casepress" / "key").exists()


DAMAGED = {
    "a PDF cut in half": lambda files: files | {PDF: files[PDF][: len(files[PDF]) // 2]},
    "a PDF that is none": lambda files: files | {PDF: b"%PDF-1.7\nnothing"},
    "a locked PDF": lambda files: files | {PDF: locked(files[PDF])},
    "a picture cut in half": in_html(b"</main>", data_address("image/png", png()[:40])),
}


def locked(data: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_file_that_verification_cannot_open_is_refused(damage, refused):
    refused(DAMAGED[damage])


@pytest.mark.parametrize("error", [ValueError, OSError])
def test_an_error_inside_verification_is_a_refusal_as_grave_as_a_leak(
    error, rendered, tmp_path, capsys, monkeypatch
):
    import anonymizer.verify  # noqa: PLC0415 - patched here

    def broken(*_: object) -> None:
        raise error(NAME)

    monkeypatch.setattr(publishing, "_rendered", lambda *_: dict(rendered))
    monkeypatch.setattr(anonymizer.verify, "verify", broken)
    assert run(["build", "fievre.yaml", "--lang", "fr", "--out", "out"]) == 3
    assert NAME not in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "home" / "casepress" / "key").exists()


def header(width: int, height: int) -> bytes:
    """Return a PNG whose header promises many pixels and whose data holds none."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


XLINK = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BOMB = "".join(f'<g id="g{n + 1}">' + f'<use xlink:href="#g{n}"/>' * 10 + "</g>" for n in range(8))
PICTURES = {
    "400 megapixels": header(20_000, 20_000),
    "a header alone": header(4, 4),
    "empty": b"",
    "text": NAME.encode(),
    "a bomb of uses": f'<svg {XLINK}><rect id="g0" width="1" height="1"/>{BOMB}</svg>'.encode(),
    "entities": b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;',
}
FIGURE = """\
figures:
  - file: picture.img
    caption: {fr: Un dessin., en: A drawing.}
    alt: {fr: Un dessin., en: A drawing.}
    review: {burnt_in: none, date: 2019-06-01}
"""


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_that_cannot_be_drawn_is_refused(kind, tmp_path, capsys):
    (tmp_path / "picture.img").write_bytes(PICTURES[kind])
    (tmp_path / "fievre.yaml").write_text(CASE + FIGURE, encoding="utf-8")
    told = expect_nothing(tmp_path, capsys, 1, "fievre.yaml", "--format", "html")
    assert "figures[0]" in told


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/a.png", "other.png"])
def test_a_drawing_that_names_another_file_never_brings_it_in(address, tmp_path, capsys):
    (tmp_path / "other.png").write_bytes(png(Author=NAME))
    size = 'width="9" height="9"'
    drawing = f'<svg {XLINK} {size}><image xlink:href="{address}" {size}/></svg>'
    (tmp_path / "picture.img").write_text(drawing)
    (tmp_path / "fievre.yaml").write_text(CASE + FIGURE, encoding="utf-8")
    code = run(["build", "fievre.yaml", "--lang", "fr", "--format", "html", "--out", "out"])
    told = capsys.readouterr().err
    assert code in {0, 1}
    assert "internal error" not in told
    for path in (tmp_path / "out").glob("*"):
        assert b"root:" not in path.read_bytes()
        assert not re.search(rb'(?:src|href)="(?!data:|#)', path.read_bytes())


def telling(words: str) -> str:
    return f"Vu M. {NAME} le {DAY} pour une fièvre, sans autre plainte.\n\n{words}\n"


HEAVY = {
    "brackets": telling("[" * 50_000),
    "a word of 20 kB": telling("a" * 20_000),
    "quotes in quotes": telling(">" * 5_000 + " a"),
    "lists in lists": telling("\n".join(" " * 2 * n + "- a" for n in range(100))),
    "a table of 5,000 rows": telling("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 5_000),
    "a table of 2,000 columns": telling("|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n"),
    "stars": telling("*" * 20_000 + "a" + "_" * 20_000),
    "tags in tags": telling("<div>" * 3_000 + "a"),
    "entities": telling("&amp;" * 8_000),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_text_made_to_be_heavy_is_published_or_refused_in_one_sentence(kind, tmp_path, capsys):
    (tmp_path / "note.md").write_text(HEAVY[kind], encoding="utf-8")
    code = run(["build", "note.md", "--lang", "fr", "--format", "html", "--out", "out"])
    told = capsys.readouterr()
    assert code in {0, 1}, told.err
    assert "internal error" not in told.err
    assert [value for value in VALUES if value in (told.out + told.err).casefold()] == []
    written = list((tmp_path / "out").glob("*"))
    assert (code == 0) == bool(written)
    for path in written:
        assert NAME.casefold() not in path.read_text("utf-8").casefold()


def deep(levels: int) -> bytes:
    return b"narrative: " + b"[" * levels + b"]" * levels + b"\n"


INPUTS = {
    "empty.yaml": b"",
    "blank.txt": b"\n \n",
    "binary.txt": bytes(range(256)) * 40,
    "nul.txt": f"Vu M. {NAME}\0 le {DAY}.".encode(),
    "broken.yaml": f"patient: [{NAME}\n".encode(),
    "bomb.yaml": b"a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n",
    "deep.yaml": deep(5_000),
    "deep.json": b"[" * 100_000,
    "long.yaml": f"slug: {'a' * 1_900_000}\n".encode(),
    "huge.txt": f"Vu M. {NAME}. ".encode() * 4_000_000,
    "number.json": b'{"index_event": ' + b"9" * 10_000 + b"}",
    "twice.json": f'{{"slug": "a", "slug": "{NAME}"}}'.encode(),
    "colour.png": png(),
}


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_that_is_no_case_is_refused_in_one_sentence(name, tmp_path, capsys):
    (tmp_path / name).write_bytes(INPUTS[name])
    assert name in expect_nothing(tmp_path, capsys, 1, name)


def test_an_input_that_is_no_file_is_refused_in_one_sentence(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.yaml").mkdir()
    for name in ("pipe.yaml", "loop.txt", "folder.yaml", "missing.yaml", "missing/note.txt"):
        assert name in expect_nothing(tmp_path, capsys, 1, name)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="Linux only")  # noqa: PTH112
def test_an_output_folder_that_nobody_may_write_is_refused(capsys):
    assert run(["build", "fievre.yaml", "--format", "html", "--out", "/proc/casepress"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "/proc/casepress" in told.err
    assert [value for value in VALUES if value in told.err.casefold()] == []


def test_an_output_that_is_a_file_is_refused_and_stays(tmp_path, capsys):
    (tmp_path / "file").write_text("kept")
    assert run(["build", "fievre.yaml", "--out", "file"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "kept"


KILLED = """
    import importlib, os, signal, sys
    from generator.cli.shell import run
    room, name, after = sys.argv[1], sys.argv[2], int(sys.argv[3])
    module = importlib.import_module(room)
    owner, _, last = name.rpartition(".")
    owner = getattr(module, owner) if owner else module
    honest, calls = getattr(owner, last), []
    def killed(*args, **options):
        if len(calls) == after:
            os.kill(os.getpid(), signal.SIGKILL)
        calls.append(1)
        return honest(*args, **options)
    setattr(owner, last, killed)
    sys.exit(run(["build", "fievre.yaml", "--format", "html", "--out", "out", "--key-file", "key"]))
"""
POINTS = {
    "while it renders": ("generator.publish", "_rendered", 0),
    "before it verifies": ("generator.publish", "_leaks", 0),
    "while the second file is saved": ("generator.stage", "_save", 1),
    "between two names": ("generator.stage", "Path.replace", 2),
}


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_build_leaves_no_half_written_file(point, tmp_path):
    room, name, after = POINTS[point]
    (tmp_path / "key").write_text(f"casepress-key-1 {'07' * 32}\n")
    (tmp_path / "key").chmod(0o600)
    script = [sys.executable, "-c", textwrap.dedent(KILLED), room, name]
    ended = subprocess.run([*script, str(after)], check=False, timeout=30)  # noqa: S603 - our own
    assert ended.returncode == -signal.SIGKILL
    left = {p.name: p.read_bytes() for p in (tmp_path / "out").glob("[!.]*")}
    args = ["build", "fievre.yaml", "--format", "html", "--out", "out", "--key-file", "key"]
    assert run(args) == 0
    whole = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    assert len(whole) == 4  # the stage of the killed run is gone too
    assert [name for name, data in left.items() if whole[name] != data] == []
    assert "fievre.audit.json" not in left
