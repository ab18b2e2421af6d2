"""PDF: the text of each page as read, and every object, stream, string and name beneath it."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

from anonymizer.errors import UnverifiableError
from anonymizer.verify.channels.pdf_objects import Kind, stream, strings
from anonymizer.verify.channels.plain import readable
from anonymizer.verify.findings import Haystack, Opened, Part, Role, haystack

_BROKEN = re.compile(r"(?<=[^\W\d])[-‐\u00ad\x02\ufffe]\r?\n(?=[^\W\d])(?![A-ZÀ-Þ])")
_BREAK_SIGN = "\ufffe"  # stands where pypdfium2 has rejoined a word that a line break parted
_BROKEN_KEPT = re.compile(r"(?<=\w)[-‐\u00ad\x02\ufffe]\r?\n(?=\w)")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_REVISIONS = 2  # a linearised file bears two marks, and so does a file saved over an earlier one
_MOST = 64 * 2**20  # bytes, unpacked


def read_pdf(name: str, data: bytes) -> Opened:
    """Return everything that a PDF holds, visible or not, and its attachments.

    Raises UnverifiableError where it is damaged or locked.
    """
    found, streams, parts = _objects(name, data)
    return Opened(
        (
            *haystack("text", Role.PAGE, _pages(name, data), "\n\n"),
            *(h for (kind, role), each in found.items() for h in haystack(kind, role, each)),
            *streams,
            *haystack("bytes", Role.BYTES, readable(_STREAM.sub(b"", data))),
            *haystack("earlier revision", Role.BYTES, _earlier(data)),
        ),
        parts,
    )


def _pages(name: str, data: bytes) -> tuple[tuple[str, str], ...]:
    import pypdfium2  # noqa: PLC0415 - heavy, and only a PDF needs it

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return tuple(
                (f"page {n}", _rejoined(page.get_textpage().get_text_range()))
                for n, page in enumerate(document, start=1)
            )
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise _refusal(name) from error


def _rejoined(text: str) -> str:
    """Return the text of a page without the hyphens that line breaks made."""
    return _BROKEN_KEPT.sub("-", _BROKEN.sub("", text)).replace(_BREAK_SIGN, "")


def _objects(
    name: str, data: bytes
) -> tuple[dict[Kind, list[tuple[str, str]]], list[Haystack], tuple[Part, ...]]:
    import pikepdf  # noqa: PLC0415 - heavy, and only a PDF needs it

    found: dict[Kind, list[tuple[str, str]]] = {}
    streams: list[Haystack] = []
    parts: list[Part] = []
    met: set[tuple[Kind, str]] = set()
    letters: dict[str, str] = {}  # drawing repeats itself: each piece is read once
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            info = pdf.trailer.get("/Info")
            docinfo = getattr(info, "objgen", (0, 0))
            for each in pdf.objects:
                place = f"object {each.objgen[0]}" if hasattr(each, "objgen") else "object"
                for kind, text in strings(each, docinfo=docinfo == getattr(each, "objgen", None)):
                    if (kind, text) not in met:
                        met.add((kind, text))
                        found.setdefault(kind, []).append((place, text))
                if isinstance(each, pikepdf.Stream):
                    opened, pieces = stream(each, place)
                    streams += opened.haystacks
                    parts += opened.parts
                    for at, text in pieces:
                        letters.setdefault(text, at)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise _refusal(name) from error
    streams += haystack("stream", Role.BYTES, ((at, text) for text, at in letters.items()))
    return found, streams, tuple(parts)


def _earlier(data: bytes) -> Iterator[tuple[str, str]]:
    """Give the letters of every stream in a file saved more than once: what was deleted remains."""
    if data.count(b"startxref") < _REVISIONS:
        return
    for match in _STREAM.finditer(data):
        try:
            body = zlib.decompressobj().decompress(match[1], _MOST)
        except zlib.error:
            body = match[1]
        for at, text in readable(body):
            yield f"stream at byte {match.start()}, {at}", text


def _refusal(name: str) -> UnverifiableError:
    return UnverifiableError(
        name,
        en="this PDF is damaged or locked, so it cannot be verified. Make it again.",
        fr="ce PDF est endommagé ou verrouillé et ne peut être vérifié. Refaites-le.",
    )
