"""The objects of a PDF: strings, names, and streams unpacked. Source: ISO 32000-2, 7.3."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from anonymizer.verify.channels.markup import read_markup
from anonymizer.verify.channels.plain import decode, readable
from anonymizer.verify.findings import Opened, Part, Role

if TYPE_CHECKING:
    from pikepdf import Object, Stream

# glyphs by their numbers, each with the number that moves the next one
_GLYPHS = re.compile(rb"<(?!FEFF|feff)[0-9A-Fa-f\s]*>(?:\s*-?[\d.]+)?")
_UTF16 = re.compile(rb"<(?:FEFF|feff)((?:[0-9A-Fa-f]{4})+)>")
_HAS_STRING = re.compile(rb"\(|<[0-9a-fA-F]")
_NAME = re.compile(r"/([^\s/<>()\[\]{}%]{2,})|\b\d{6,}\b")
_HEXED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Two numbers or more that draw, before their operator. Source: ISO 32000-2, annex A.
_NUMBERS = re.compile(
    rb"(?:(?:%(n)b){6}(?:cm|c|Tm)|(?:%(n)b){4}(?:re|v|y|k|K)|(?:%(n)b){3}(?:rg|RG|scn?|SCN?)"
    rb"|(?:%(n)b){2}(?:m|l|Td|TD))(?![\w\x80-\xff])" % {b"n": rb"-?\.?\d[\d.]*\s+"}
)
_IMAGES = {"/DCTDecode", "/JPXDecode"}

_COLOURS: Final = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
_KEYS: Final = {
    "/URI": ("link", Role.LINK),
    "/F": ("attachment name", Role.NAME),
    "/UF": ("attachment name", Role.NAME),
    "/Desc": ("attachment name", Role.LABEL),
    "/Contents": ("annotation", Role.LABEL),
    "/T": ("annotation", Role.LABEL),
    "/TU": ("annotation", Role.LABEL),
    "/V": ("annotation", Role.LABEL),
    "/Alt": ("alternative text", Role.LABEL),
    "/ActualText": ("alternative text", Role.LABEL),
    "/E": ("alternative text", Role.LABEL),
    "/Title": ("bookmark", Role.LABEL),
}
_OTHER: Final = ("object", Role.CODE)
_DOCINFO: Final = ("document information", Role.LABEL)

Kind = tuple[str, Role]


def strings(each: "Object | float | None", *, docinfo: bool) -> Iterator[tuple[Kind, str]]:
    """Give the strings and names that one object holds itself, and the channel of each."""
    import pikepdf  # noqa: PLC0415 - heavy, and only a PDF needs it

    own = each.stream_dict if isinstance(each, pikepdf.Stream) else each
    if not isinstance(own, pikepdf.Object):  # a number or a truth value
        yield _OTHER, str(own)
        return
    written = own.unparse(resolved=True)
    yield _OTHER, " ".join(_name(found[0]) for found in _NAME.finditer(written.decode("latin-1")))
    if _HAS_STRING.search(written):
        yield from _walk(own, "", docinfo=docinfo)


def _name(written: str) -> str:
    """Return a name or number as it reads: « #C3#89 » is É. Source: ISO 32000-2, 7.3.5."""
    if "#" not in written:
        return written
    raw = _HEXED.sub(lambda sign: bytes.fromhex(sign[1].decode()), written.encode("latin-1"))
    return decode(raw)


def _walk(value: object, key: str, *, docinfo: bool) -> Iterator[tuple[Kind, str]]:
    import pikepdf  # noqa: PLC0415 - heavy, and only a PDF needs it

    match value:
        case pikepdf.String():
            yield (_DOCINFO if docinfo else _KEYS.get(key, _OTHER)), str(value)
        case pikepdf.Dictionary():
            for inner, each in value.items():
                if not _apart(each):
                    yield from _walk(each, inner, docinfo=docinfo)
        case pikepdf.Array():
            for each in value:
                if not _apart(each):
                    yield from _walk(each, key, docinfo=docinfo)


def _apart(value: object) -> bool:
    """Tell whether a value is an object of its own, met elsewhere in the file."""
    return bool(getattr(value, "is_indirect", False))


def stream(each: "Stream", place: str) -> tuple[Opened, tuple[tuple[str, str], ...]]:
    """Return what a stream holds: metadata and files opened, and the letters of any other."""
    import pikepdf  # noqa: PLC0415 - heavy, and only a PDF needs it

    own = each.stream_dict
    try:
        data = each.read_bytes()
    except pikepdf.PdfError:
        data = each.read_raw_bytes()
        if _filters(own) & _IMAGES:
            return Opened(parts=(Part("image", place, "", data),)), ()
    if own.get("/Type") == "/EmbeddedFile":
        return Opened(parts=(Part("attachment", place, "", data),)), ()
    if data.lstrip()[:1] == b"<" and own.get("/Type") == "/Metadata":
        return read_markup(data, f"XMP, {place}: "), ()
    if own.get("/Type") == "/XRef":
        return Opened(), ()
    is_image = own.get("/Subtype") == "/Image"
    pieces = readable(data[_pixels(own) :]) if is_image else _content(data)
    return Opened(), tuple((f"{place}, {at}", text) for at, text in pieces)


def _pixels(own: "Object") -> int:
    """Return how many bytes of an image are its pixels, 0 where that cannot be told.

    What follows them is read. Rows end at whole bytes. Source: ISO 32000-2, 8.9.3.
    """
    colours = _COLOURS.get(str(own.get("/ColorSpace")), 0)
    bits = int(own.get("/Width", 0)) * colours * int(own.get("/BitsPerComponent", 0))
    return -(-bits // 8) * int(own.get("/Height", 0))


def _filters(own: "Object") -> set[str]:
    import pikepdf  # noqa: PLC0415 - heavy, and only a PDF needs it

    named = own.get("/Filter")
    return {str(each) for each in named} if isinstance(named, pikepdf.Array) else {str(named)}


def _content(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the readable pieces of a content stream: no glyph numbers, no drawing."""
    titles = (
        ("", bytes.fromhex(m[1].decode("ascii")).decode("utf-16-be", "replace"))
        for m in _UTF16.finditer(data)
    )
    return (*titles, *readable(_NUMBERS.sub(b" ", _GLYPHS.sub(b"<>", data))))
