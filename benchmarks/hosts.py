"""Small finished files of every kind, each with one text in one of its channels."""

import gzip
import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

import hosts_pdf
from PIL import Image, PngImagePlugin, TiffImagePlugin

Host = Callable[[str], dict[str, bytes]]

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><title>{title}</title>{head}</head>'
    "<body><main><p>Examen normal.</p>{body}</main></body></html>"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/>{}</svg>'


def _page(body: str = "", head: str = "", title: str = "Cas") -> dict[str, bytes]:
    return {"a.fr.html": PAGE.format(body=body, head=head, title=title).encode()}


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;").replace("<", "&lt;")


def _data(mime: str, body: bytes) -> str:
    return f'<img src="data:{mime};base64,{b64encode(body).decode()}" alt="">'


def _packed(name: str, members: Mapping[str, bytes], comment: bytes = b"") -> dict[str, bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for member, data in members.items():
            bundle.writestr(member, data)
        bundle.comment = comment
    return {name: out.getvalue()}


def _png(text: str) -> bytes:
    info, out = PngImagePlugin.PngInfo(), io.BytesIO()
    info.add_itxt("Comment", text, zip=True)
    Image.new("L", (2, 2)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def _image(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("L", (2, 2)).save(out, kind, **options)
    return out.getvalue()


def _exif(text: str, encoding: str = "utf-8", tag: int = 0x013B) -> bytes:
    tags = Image.Exif()
    tags[tag] = text.encode(encoding)
    return tags.tobytes()


def _tags(text: str) -> TiffImagePlugin.ImageFileDirectory_v2:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags.tagtype[270] = TiffImagePlugin.TiffTags.BYTE
    tags[270] = text.encode()
    return tags


def _icc(text: str) -> bytes:
    """Return what stands for a colour profile: its description holds the text."""
    body = b"\0" * 36 + b"acsp" + b"\0" * 88 + b"desc" + text.encode("utf-16-be")
    return (len(body) + 4).to_bytes(4, "big") + body


def _pdfs(changes: Mapping[str, hosts_pdf.Change]) -> dict[str, Host]:
    """Return the host that makes a PDF by each change."""
    return {
        name: lambda text, change=change: hosts_pdf.pdf(lambda pdf: change(pdf, text))
        for name, change in changes.items()
    }


MARKUP: Mapping[str, Host] = MappingProxyType(
    {
        "HTML text": lambda t: _page(f"<p>Suite : {t}.</p>"),
        "HTML table": lambda t: _page(f"<table><tr><td>1</td><td>{t}</td><td>2</td></tr></table>"),
        "HTML hidden text": lambda t: _page(f"<p hidden>{t}</p>"),
        "SVG text": lambda t: {"a.svg": SVG.format(f"<text>{t}</text>").encode()},
        "SVG in HTML": lambda t: _page(SVG.format(f"<text>{t}</text>")),
        "XML text": lambda t: {"a.xml": f"<a><b>{t}</b></a>".encode()},
    }
)
SEEN: Mapping[str, Host] = MappingProxyType(
    {
        "HTML title": lambda t: _page(title=t),
        "HTML meta": lambda t: _page(head=f'<meta name="author" content="{_quoted(t)}">'),
        "HTML alt": lambda t: _page(f'<img alt="{_quoted(t)}" src="data:,">'),
        "HTML title attribute": lambda t: _page(f'<abbr title="{_quoted(t)}">a</abbr>'),
        "HTML data attribute": lambda t: _page(f'<p data-id="{_quoted(t)}">a</p>'),
        "HTML comment": lambda t: _page(f"<!-- {t.replace('--', '- -')} -->"),
        "SVG title": lambda t: {"a.svg": SVG.format(f"<title>{_quoted(t)}</title>").encode()},
        "SVG desc in a data: address": lambda t: _page(
            _data("image/svg+xml", SVG.format(f"<desc>{_quoted(t)}</desc>").encode())
        ),
        "text in a data: address": lambda t: _page(f'<img src="data:text/plain,{quote(t)}">'),
        "JSON value": lambda t: {"a.json": json.dumps({"k": [1, {"v": t}]}).encode()},
        "JSON key": lambda t: {"a.json": json.dumps({t: 1}, ensure_ascii=False).encode()},
        "JSON lines": lambda t: {"a.jsonl": f'{{"id": 1}}\n{json.dumps({"t": t})}\n'.encode()},
        "plain text": lambda t: {"a.fr.txt": f"Suite : {t}.\nFin.\n".encode()},
        "text in UTF-16": lambda t: {"a.txt": f"Suite : {t}.\n".encode("utf-16")},
        "Markdown": lambda t: {"a.md": f"# Cas\n\n**{t}**\n".encode()},
        "CSV": lambda t: {"a.csv": f'id;nom\n1;"{t}"\n'.encode()},
        "TSV": lambda t: {"a.tsv": f"1\t{t}\t2\n".encode()},
        "member of a zip": lambda t: _packed("a.zip", {"x/b.txt": t.encode()}),
        "zip in a zip": lambda t: _packed(
            "a.zip", _packed("b.zip", {"c.json": json.dumps([t]).encode()})
        ),
        "docx": lambda t: _packed(
            "a.docx",
            {"word/document.xml": f"<w:p><w:r><w:t>{_quoted(t)}</w:t></w:r></w:p>".encode()},
        ),
        "gzip": lambda t: {"a.json.gz": gzip.compress(json.dumps([t]).encode(), mtime=0)},
        "PNG text": lambda t: {"a.png": _png(t)},
        **_pdfs(hosts_pdf.SEEN),
    }
)
UNSEEN: Mapping[str, Host] = MappingProxyType(
    {
        "HTML class": lambda t: _page(f'<p class="{_quoted(t)}">a</p>'),
        "HTML style attribute": lambda t: _page(f"<p style=\"--a:'{_quoted(t)}'\">a</p>"),
        "CSS": lambda t: _page(head=f'<style>p::after {{content: "{t}"}}</style>'),
        "CSS comment": lambda t: _page(head=f"<style>/* {t} */</style>"),
        "script": lambda t: _page(f"<script>var a = '{t}'</script>"),
        "EXIF": lambda t: {"a.jpg": _image("JPEG", exif=_exif(t))},
        "EXIF in UTF-16": lambda t: {"a.jpg": _image("JPEG", exif=_exif(t, "utf-16-le", 0x9C9D))},
        "JPEG comment": lambda t: {"a.jpg": _image("JPEG", comment=t.encode())},
        "JPEG XMP": lambda t: {"a.jpg": _image("JPEG", xmp=f"<x>{t}</x>".encode())},
        "TIFF tag": lambda t: {"a.tif": _image("TIFF", tiffinfo=_tags(t))},
        "WebP XMP": lambda t: {"a.webp": _image("WEBP", xmp=f"<x>{t}</x>".encode())},
        "GIF comment": lambda t: {"a.gif": _image("GIF", comment=t.encode())},
        "colour profile": lambda t: {"a.png": _image("PNG", icc_profile=_icc(t))},
        "after a picture": lambda t: {"a.jpg": _image("JPEG") + f"\n{t}\n".encode()},
        "after the end of a PDF": lambda t: {
            name: data + f"\n% {t}\n".encode()
            for name, data in hosts_pdf.pdf(lambda _: None).items()
        },
        "comment of a zip": lambda t: _packed("a.zip", {"a.txt": b"a"}, t.encode()),
        "bytes of no known kind": lambda t: {"a.bin": b"\0\1\2" + t.encode() + b"\xff\xfe\0"},
        "bytes in UTF-16": lambda t: {"a.bin": b"\1\2\3" + t.encode("utf-16-le") + b"\0"},
        **_pdfs(hosts_pdf.UNSEEN),
    }
)
NAMES: Mapping[str, Host] = MappingProxyType(
    {
        "link": lambda t: _page(f'<a href="https://a.example/{_quoted(t)}">a</a>'),
        "link, in percent": lambda t: _page(f'<a href="https://a.example/p/{quote(t)}">a</a>'),
        "file name": lambda t: {f"{t}.fr.txt": b"Examen normal."},
        "name of a member of a zip": lambda t: _packed("a.zip", {f"{t}.txt": b"a"}),
    }
)
