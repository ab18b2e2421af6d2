"""Archives (zip, docx, odt, epub, gzip): each member opened in its turn, within bounds."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from anonymizer.errors import UnverifiableError
from anonymizer.verify.channels.plain import decode, readable
from anonymizer.verify.findings import Opened, Part, Role, haystack

_MEMBERS = 5_000
_MOST = 256 * 2**20  # bytes, unpacked
_GZIP = 16 + zlib.MAX_WBITS


def read_zip(name: str, data: bytes) -> Opened:
    """Return the members of a zip archive, their names and its comments.

    Raises UnverifiableError where it is damaged, locked, or larger than is safe to unpack.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _MEMBERS or sum(info.file_size for info in infos) > _MOST:
                raise _refusal(name)
            parts = tuple(_member(archive, i, info) for i, info in enumerate(infos, start=1))
            comments = (archive.comment, *(info.comment + b"\n" + info.extra for info in infos))
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise _refusal(name) from error
    names = ((f"member {i}", info.filename) for i, info in enumerate(infos, start=1))
    return Opened(
        (
            *haystack("member name", Role.NAME, names),
            *haystack("archive comment", Role.LABEL, (("", decode(c)) for c in comments)),
            *haystack("bytes", Role.BYTES, readable(data)),
        ),
        parts,
    )


def _member(archive: ZipFile, number: int, info: ZipInfo) -> Part:
    return Part("member", f"member {number}", info.filename, archive.read(info))


def read_gzip(name: str, data: bytes) -> Opened:
    """Return what a gzip file holds, and its header.

    Raises UnverifiableError where it is damaged or larger than is safe to unpack.
    """
    opener = zlib.decompressobj(_GZIP)
    try:
        body = opener.decompress(data, _MOST)
    except zlib.error as error:
        raise _refusal(name) from error
    if not opener.eof:
        raise _refusal(name)
    rest = Part("trailing bytes", "after the end", "", opener.unused_data)
    return Opened(
        haystack("bytes", Role.BYTES, readable(data[:1024])),
        (Part("member", "member 1", name.removesuffix(".gz"), body), rest),
    )


def _refusal(name: str) -> UnverifiableError:
    return UnverifiableError(
        name,
        en="this archive is damaged, locked or too large, so it cannot be verified. Make it again.",
        fr="cette archive est endommagée, verrouillée ou trop grande et ne peut être vérifiée. "
        "Refaites-la.",
    )
