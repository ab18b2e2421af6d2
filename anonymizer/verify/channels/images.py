"""Images: everything beside the pixels. Names burnt into the pixels are for the eye to find."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, UnidentifiedImageError

from anonymizer.errors import UnverifiableError
from anonymizer.verify.channels.plain import readable
from anonymizer.verify.findings import Opened, Part, Role, haystack

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = {b"IDAT", b"fdAT"}
_MOST = 16 * 2**20  # bytes that a compressed text may hold


def read_image(name: str, data: bytes) -> Opened:
    """Return the metadata, comments and trailing bytes of an image.

    Raises UnverifiableError where the image is damaged.
    """
    texts = _texts(name, data)
    if data.startswith(_PNG):
        pieces, end = _png(data)
        rest = data[end:]
        found = (piece for at, block in pieces for piece in _moved(at, readable(block)))
        parts = (Part("trailing bytes", f"byte {end}", "", rest),) if rest.strip(b"\0") else ()
        return Opened(haystack("image metadata", Role.LABEL, found), parts)
    return Opened(haystack("image metadata", Role.BYTES, (*readable(data), *texts)))


def _moved(at: int, pieces: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    return ((f"byte {at}", text) for _, text in pieces)


@contextmanager
def _whole_images_only() -> Iterator[None]:
    """Have Pillow refuse a truncated image, which WeasyPrint makes it accept everywhere."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _texts(name: str, data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the texts of an image that its format cuts into blocks, put together again."""
    try:
        with warnings.catch_warnings(), _whole_images_only():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as image:
                image.load()
                kept = tuple(image.info.values())
    except (
        OSError,
        SyntaxError,
        ValueError,
        struct.error,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ) as error:
        raise UnverifiableError(
            name,
            en="this image is damaged, so it cannot be verified. Make it again.",
            fr="cette image est endommagée et ne peut être vérifiée. Refaites-la.",
        ) from error
    raw = (each.encode() if isinstance(each, str) else each for each in kept)
    return tuple(piece for each in raw if isinstance(each, bytes) for piece in readable(each))


def _png(data: bytes) -> tuple[tuple[tuple[int, bytes], ...], int]:
    """Return each chunk that holds no pixels, compressed texts opened, and where the image ends."""
    at, found = len(_PNG), []
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12
        if kind not in _PIXELS:
            found += [(at, body), *((at, text) for text in _inflated(kind, body))]
        if kind == b"IEND":
            break
    return tuple(found), at


def _inflated(kind: bytes, body: bytes) -> Iterator[bytes]:
    if kind in {b"zTXt", b"iCCP"}:
        start = body.find(b"\0") + 2
    elif kind == b"iTXt" and body[body.find(b"\0") + 1 :][:1] == b"\1":
        start = body.find(b"\x78", body.find(b"\0"))
    else:
        return
    try:
        yield zlib.decompressobj().decompress(body[start:], _MOST)
    except zlib.error:
        return
