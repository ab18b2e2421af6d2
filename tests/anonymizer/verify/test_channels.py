import gzip
import io
import json
import zipfile
from base64 import b64encode

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from anonymizer.phi import Part, Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify

NAME = "Vaubernier"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
PAGE = (
    "<!DOCTYPE html><html lang=fr><head>{head}</head>"
    "<body><p>Examen normal.</p>{body}</body></html>"
)


def page(body="", head=""):
    return PAGE.format(head=head, body=body).encode()


def png(text="", kind="tEXt"):
    info, out = PngImagePlugin.PngInfo(), io.BytesIO()
    match kind:
        case "tEXt":
            info.add_text("Author", text)
        case "zTXt":
            info.add_text("Author", text, zip=True)
        case "iTXt":
            info.add_itxt("Author", text, zip=True)
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def image(kind, **options):
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind, **options)
    return out.getvalue()


def exif(text, tag=0x013B):
    tags = Image.Exif()
    tags[tag] = text
    return tags.tobytes()


def archive(name, members, comment=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for member, data in members.items():
            bundle.writestr(member, data)
        bundle.comment = comment
    return {name: out.getvalue()}


def pdf(change=None, **options):
    document, out = pikepdf.new(), io.BytesIO()
    document.add_blank_page(page_size=(200, 200))
    if change:
        change(document)
    document.save(out, **options)
    return out.getvalue()


def docinfo(document):
    document.docinfo["/Author"] = NAME


def xmp(document):
    with document.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:title"] = f"Cas de {NAME}"


def attachment(document):
    document.attachments["suite.txt"] = f"Vue pour {NAME}.".encode()


def attachment_name(document):
    document.attachments[f"{NAME}.txt"] = b"Examen normal."


def attached_pdf(document):
    document.attachments["suite.pdf"] = pdf(docinfo)


def bookmark(document):
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Cas {NAME}", 0))


def annotation(document):
    document.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=NAME)]
    )


def link(document):
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://site.example/{NAME.lower()}")
    document.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)]
    )


def name_object(document):
    document.Root.PieceInfo = pikepdf.Dictionary({f"/{NAME}": 1})


def private_stream(document):
    document.Root.PieceInfo = document.make_stream(f"notes sur {NAME}".encode())


def utf16_stream(document):
    document.Root.PieceInfo = document.make_stream(b"\x00\x01" + NAME.encode("utf-16-be"))


def actual_text(document):
    marked = f"/Span <</ActualText <FEFF{NAME.encode('utf-16-be').hex().upper()}>>> BDC EMC"
    document.pages[0].Contents = document.make_stream(marked.encode())


def shown_text(document):
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    drawn = f"BT /F1 12 Tf 9 100 Td [({NAME[:3]}) -20 ({NAME[3:]})] TJ ET"
    document.pages[0].Contents = document.make_stream(drawn.encode())


def jpeg_inside(document):
    stream = document.make_stream(image("JPEG", comment=NAME.encode()))
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width = stream.Height = 8
    stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    stream.Filter = pikepdf.Name.DCTDecode
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I1=stream))


def behind_pixels(document):
    stream = document.make_stream(bytes(8 * 8 * 3) + NAME.encode())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width = stream.Height = stream.BitsPerComponent = 8
    stream.ColorSpace = pikepdf.Name.DeviceRGB
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I1=stream))


def rewritten():
    """A file whose first revision held the name in a stream, replaced by a later one."""
    first = pdf(private_stream)
    number = first[: first.index(b"/Length")].rpartition(b" 0 obj")[0].rpartition(b"\n")[2]
    at = len(first) + 1
    start = first.rpartition(b"startxref\n")[2].split(b"\n")[0]
    update = b"\n" + number + b" 0 obj\nnull\nendobj\n"
    table = len(first) + len(update)
    trailer = first.rpartition(b"trailer <<")[2].partition(b">>\nstartxref")[0]
    update += b"xref\n%s 1\n%010d 00000 n \ntrailer <<%s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        number, at, trailer, start, table,
    )  # fmt: skip
    return first + update


PLANTED = {
    "html text": {"a.html": page(f"<p>Vue : {NAME}</p>")},
    "html text across tags": {"a.html": page("<p>Vau<b>ber</b><span>nier</span></p>")},
    "html text, a word break": {"a.html": page("<p>Vau<wbr>ber&shy;nier</p>")},
    "html entities": {"a.html": page("<p>&#86;aubern&#x69;er</p>")},
    "html attribute": {"a.html": page(f'<p class="x-{NAME}">ok</p>')},
    "html attribute name": {"a.html": page(f"<p {NAME}=1>ok</p>")},
    "html alt": {"a.html": page(f'<img alt="Scanner de {NAME}" src="data:,">')},
    "html link": {"a.html": page(f'<a href="mailto:e{NAME}@x.example">ok</a>')},
    "html link in percent": {"a.html": page('<a href="/%56aubernier">ok</a>')},
    "html comment": {"a.html": page(f"<!-- {NAME} -->")},
    "html comment left open": {"a.html": page(f"<!-- {NAME}")},
    "html title": {"a.html": page(head=f"<title>Cas {NAME}</title>")},
    "html meta": {"a.html": page(head=f'<meta name=author content="{NAME}">')},
    "html style": {"a.html": page(head=f'<style>p::after{{content:"{NAME}"}}</style>')},
    "html style, escaped": {"a.html": page(head='<style>p{content:"\\56 aubernier"}</style>')},
    "html script": {"a.html": page(f"<script>var x='{NAME}'</script>")},
    "html script, escaped": {"a.html": page("<script>x='\\u0056aubern\\x69er'</script>")},
    "html template": {"a.html": page(f"<template><i>{NAME}</i></template>")},
    "html declaration": {"a.html": f"<!DOCTYPE {NAME}>".encode() + page()},
    "html in UTF-16": {"a.html": page(NAME).decode().encode("utf-16")},
    "data: text": {"a.html": page(f'<img src="data:text/plain,{NAME}">')},
    "data: svg": {
        "a.html": page(
            '<img src="data:image/svg+xml;base64,'
            + b64encode(SVG.format(f"<desc>{NAME}</desc>").encode()).decode()
            + '">'
        )
    },
    "data: png": {
        "a.html": page(f'<img src="data:image/png;base64,{b64encode(png(NAME)).decode()}">')
    },
    "data: in a style": {
        "a.html": page(
            head=f"<style>p{{background:url(data:image/png;base64,"
            f"{b64encode(png(NAME, 'zTXt')).decode()})}}</style>"
        )
    },
    "svg text": {"a.svg": SVG.format("<text>Vau<tspan>bernier</tspan></text>")},
    "svg title": {"a.svg": SVG.format(f"<title>{NAME}</title>")},
    "svg metadata": {"a.svg": SVG.format(f"<metadata><dc>{NAME}</dc></metadata>")},
    "svg attribute": {"a.svg": SVG.format(f'<g id="{NAME}"/>')},
    "svg embedded image": {
        "a.svg": SVG.format(
            f'<image xlink:href="data:image/png;base64,{b64encode(png(NAME)).decode()}"/>'
        )
    },
    "xml text": {"a.xml": f"<a><b>{NAME}</b></a>"},
    "xml cdata": {"a.xml": f"<a><![CDATA[{NAME}]]></a>"},
    "xml entity": {"a.xml": f'<!DOCTYPE a [<!ENTITY n "{NAME}">]><a>&n;</a>'},
    "xml instruction": {"a.xml": f"<a><?who {NAME}?></a>"},
    "json value": {"a.json": json.dumps({"k": [1, {"n": NAME}]})},
    "json key": {"a.json": json.dumps({NAME: 1})},
    "json twin key": {"a.json": f'{{"k":"{NAME}","k":"ok"}}'},
    "json escapes": {"a.json": '{"k":"\\u0056aubernier"}'},
    "json lines": {"a.jsonl": '{"id":"1","text":"ok"}\n{"id":"2","text":"Vau\\u00adbernier"}\n'},
    "markdown": {"a.md": f"# Cas\n\n**{NAME}**"},
    "yaml": {"a.yaml": f"patient:\n  family: {NAME}\n"},
    "csv": {"a.csv": f"id;nom\n1;{NAME}\n"},
    "bytes of no known kind": {"a.bin": b"\x00\x01\x02" + NAME.encode() + b"\xff\xfe\x00"},
    "bytes in UTF-16": {"a.bin": b"\x01\x02\x03" + NAME.encode("utf-16-le")},
    "file name": {f"{NAME.lower()}.fr.txt": b"Examen normal."},
    "zip member": archive("a.zip", {"x/y.txt": f"Vue : {NAME}"}),
    "zip member name": archive("a.zip", {f"{NAME}.txt": "ok"}),
    "zip comment": archive("a.zip", {"x.txt": "ok"}, NAME.encode()),
    "zip in zip": archive("a.zip", archive("b.zip", {"c.json": json.dumps([NAME])})),
    "docx runs": archive(
        "a.docx",
        {"word/document.xml": "<w:p><w:r><w:t>Vau</w:t></w:r><w:r><w:t>bernier</w:t></w:r></w:p>"},
    ),
    "odt spans": archive(
        "a.odt", {"content.xml": "<text:p>Vau<text:span>bernier</text:span></text:p>"}
    ),
    "docx properties": archive("a.docx", {"docProps/core.xml": f"<dc:creator>{NAME}</dc:creator>"}),
    "pdf in zip": archive("a.zip", {"x.pdf": pdf(docinfo)}),
    "gzip": {"a.json.gz": gzip.compress(json.dumps({"k": NAME}).encode(), mtime=0)},
    "png text": {"a.png": png(NAME)},
    "png compressed text": {"a.png": png(NAME, "zTXt")},
    "png international text": {"a.png": png(NAME, "iTXt")},
    "png exif": {"a.png": image("PNG", exif=exif(NAME))},
    "png trailing bytes": {"a.png": png() + NAME.encode()},
    "png trailing archive": {"a.png": png() + archive("x", {"y.txt": NAME})["x"]},
    "jpeg exif": {"a.jpg": image("JPEG", exif=exif(NAME))},
    "jpeg exif in UTF-16": {
        "a.jpg": image("JPEG", exif=exif(NAME.encode("utf-16-le"), 0x9C9D))
    },
    "jpeg comment": {"a.jpg": image("JPEG", comment=NAME.encode())},
    "jpeg xmp": {"a.jpg": image("JPEG", xmp=f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode())},
    "jpeg trailing bytes": {"a.jpg": image("JPEG") + NAME.encode()},
    "webp exif": {"a.webp": image("WEBP", exif=exif(NAME))},
    "webp xmp": {"a.webp": image("WEBP", xmp=f"<x>{NAME}</x>".encode())},
    "tiff tag": {"a.tiff": image("TIFF", description=f"Scanner de {NAME}")},
    "gif comment": {"a.gif": image("GIF", comment=NAME.encode())},
    "pdf text": {"a.pdf": pdf(shown_text)},
    "pdf document information": {"a.pdf": pdf(docinfo)},
    "pdf xmp": {"a.pdf": pdf(xmp)},
    "pdf attachment": {"a.pdf": pdf(attachment)},
    "pdf attachment name": {"a.pdf": pdf(attachment_name)},
    "pdf attached to a pdf": {"a.pdf": pdf(attached_pdf)},
    "pdf bookmark": {"a.pdf": pdf(bookmark)},
    "pdf annotation": {"a.pdf": pdf(annotation)},
    "pdf link": {"a.pdf": pdf(link)},
    "pdf name": {"a.pdf": pdf(name_object)},
    "pdf stream": {"a.pdf": pdf(private_stream, compress_streams=True)},
    "pdf stream in UTF-16": {"a.pdf": pdf(utf16_stream)},
    "pdf replacement text": {"a.pdf": pdf(actual_text)},
    "pdf image": {"a.pdf": pdf(jpeg_inside)},
    "pdf image, behind its pixels": {"a.pdf": pdf(behind_pixels)},
    "pdf object stream": {
        "a.pdf": pdf(docinfo, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    },
    "pdf earlier revision": {"a.pdf": rewritten()},
    "pdf bytes after the end": {"a.pdf": pdf() + b"% " + NAME.encode()},
}  # fmt: skip
EMPTY = {
    "html": {"a.html": page("<p>Score de Karnofsky : 80 %.</p>", "<style>p{margin:2%}</style>")},
    "svg": {"a.svg": SVG.format('<path d="M12 34 56 78 99 123"/>')},
    "png": {"a.png": png("Score")},
    "jpeg": {"a.jpg": image("JPEG", quality=50)},
    "webp": {"a.webp": image("WEBP")},
    "tiff": {"a.tif": image("TIFF")},
    "gif": {"a.gif": image("GIF")},
    "zip": archive("a.zip", {"a.txt": "Examen normal."}),
    "pdf": {"a.pdf": pdf()},
    "pdf with an attachment": {
        "a.pdf": pdf(lambda d: d.attachments.__setitem__("suite.txt", b"Examen normal."))
    },
    "json": {"a.json": json.dumps({"sha256": "ab" * 32, "n": 12345678})},
    "nothing": {"a.bin": b""},
}


@pytest.mark.parametrize("channel", PLANTED)
def test_a_name_planted_in_a_channel_is_found(channel, leaks):
    assert leaks(PLANTED[channel])


@pytest.mark.parametrize("channel", EMPTY)
def test_a_file_that_holds_no_value_is_clean(channel, leaks):
    assert leaks(EMPTY[channel]) == ()


@pytest.mark.parametrize("channel", PLANTED)
def test_what_is_told_of_a_leak_never_holds_the_value(channel, leaks):
    told = repr(leaks(PLANTED[channel])).lower()
    assert NAME.lower() not in told
    assert NAME[3:].lower() not in told


def test_a_leak_says_its_file_channel_and_place(leaks):
    (leak,) = leaks({"a.html": page(f"\n<p>Vue : {NAME}</p>")})
    assert (leak.artefact, leak.channel, leak.place) == ("a.html", "text", "line 2, offset 6")


def test_a_file_whose_name_leaks_is_told_by_its_number(leaks):
    found = leaks({"ok.txt": b"ok", f"{NAME}.txt": f"Vue : {NAME}".encode()})
    assert {leak.artefact for leak in found} == {"#2"}
    assert {leak.channel for leak in found} == {"file name", "text"}


@pytest.mark.parametrize("name", ["Pages", "Block", "Begin", "Count"])
def test_a_name_that_is_a_word_of_the_format_leaks_where_it_is_read_only(name):
    given = Provenance((Original(name, Phi.PATIENT, Part.FAMILY),))
    files = {
        "a.pdf": pdf(lambda document: document.docinfo.__setitem__("/Title", "Cas")),
        "a.html": page(head="<style>p{display:block}</style>"),
    }
    assert verify(files, given, is_ordinary=frozenset().__contains__) == ()
    for files in ({"a.html": page(f"<p>Vue : {name}</p>")}, {"a.txt": f"Vue : {name}".encode()}):
        assert verify(files, given, is_ordinary=frozenset().__contains__)
