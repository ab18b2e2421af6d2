"""Small PDF files, each with one text in one of its channels."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

import pikepdf

Change = Callable[[pikepdf.Pdf, str], object]

IDENTITY = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    + b"".join(
        b"100 beginbfrange\n%sendbfrange\n"
        % b"".join(b"<%04X> <%04X> <%04X>\n" % (h * 256, h * 256 + 255, h * 256) for h in rows)
        for rows in (range(100), range(100, 200))
    )
    + b"56 beginbfrange\n"
    + b"".join(
        b"<%04X> <%04X> <%04X>\n" % (h * 256, h * 256 + 255, h * 256) for h in range(200, 256)
    )
    + b"endbfrange\nendcmap end end"
)


def pdf(change: Callable[[pikepdf.Pdf], object]) -> dict[str, bytes]:
    """Return a PDF of one blank page, changed."""
    document, out = pikepdf.new(), io.BytesIO()
    document.add_blank_page(page_size=(600, 600))
    change(document)
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return {"a.fr.pdf": out.getvalue()}


def _shown(document: pikepdf.Pdf, text: str) -> None:
    """Put a text onto the page, in a font whose codes are those of Unicode."""
    below = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name.Own,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name.Own, Flags=4,
            FontBBox=[0, 0, 1000, 1000], ItalicAngle=0, Ascent=800, Descent=-200, StemV=80,
        ),
        DW=600,
    )  # fmt: skip
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name.Own,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[document.make_indirect(below)],
        ToUnicode=document.make_stream(IDENTITY),
    )
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    lines = text.replace("\r\n", "\n").split("\n")
    codes = (line.encode("utf-16-be").hex() for line in lines)
    shown = " ".join(f"<{code}> Tj 0 -14 Td" for code in codes)
    page.Contents = document.make_stream(f"BT /F1 8 Tf 9 500 Td {shown} ET".encode())


def _noted(document: pikepdf.Pdf, **entries: object) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **entries)
    document.pages[0].Annots = document.make_indirect([document.make_indirect(note)])


def _linked(document: pikepdf.Pdf, text: str) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://a.example/{quote(text)}")
    _noted(document, Subtype=pikepdf.Name.Link, A=action)


def _bookmarked(document: pikepdf.Pdf, text: str) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _described(document: pikepdf.Pdf, text: str) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:title"] = "".join(char for char in text if char >= " " or char in "\t\n")


def _replaced(document: pikepdf.Pdf, text: str) -> None:
    marked = f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC EMC"
    document.pages[0].Contents = document.make_stream(marked.encode())


def _form(document: pikepdf.Pdf, text: str) -> None:
    box = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="champ", V=text, Rect=[0, 0, 9, 9])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(box)])


def _layer(document: pikepdf.Pdf, text: str) -> None:
    group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=text))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=[group])


def _script(document: pikepdf.Pdf, text: str) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=document.make_stream(f"var a = '{text}'".encode())
    )


def _named(document: pikepdf.Pdf, text: str) -> None:
    document.Root.Dests = pikepdf.Dictionary({"/" + text.replace("\0", ""): [0]})


SEEN: Mapping[str, Change] = MappingProxyType(
    {
        "PDF text": _shown,
        "PDF information": lambda pdf, text: pdf.docinfo.__setitem__("/Author", text),
        "PDF XMP": _described,
        "PDF attachment": lambda pdf, text: pdf.attachments.__setitem__("a.txt", text.encode()),
        "PDF attachment name": lambda pdf, t: pdf.attachments.__setitem__(f"{t}.txt", b"a"),
        "PDF bookmark": _bookmarked,
        "PDF annotation": lambda pdf, t: _noted(pdf, Subtype=pikepdf.Name.Text, Contents=t),
        "PDF link": _linked,
        "PDF form field": _form,
    }
)
UNSEEN: Mapping[str, Change] = MappingProxyType(
    {
        "PDF text for copying": _replaced,
        "PDF layer": _layer,
        "PDF script": _script,
        "PDF name": _named,
        "PDF stream": lambda pdf, t: pdf.Root.__setattr__(
            "PieceInfo", pdf.make_stream(f"q {t} Q".encode())
        ),
    }
)  # fmt: skip
