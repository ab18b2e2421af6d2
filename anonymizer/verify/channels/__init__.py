"""Channels: open a finished file, by its name and its first bytes, down to the innermost part."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from anonymizer.errors import UnverifiableError
from anonymizer.verify.channels.archives import read_gzip, read_zip
from anonymizer.verify.channels.images import read_image
from anonymizer.verify.channels.markup import read_markup
from anonymizer.verify.channels.pdf import read_pdf
from anonymizer.verify.channels.plain import decode, read_json, read_text, readable
from anonymizer.verify.findings import Haystack, Opened, Part, Role, haystack
from anonymizer.verify.words import vocabulary

__all__ = ["haystacks"]

_DEEPEST = 6
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
)
_SUFFIXES = {
    **dict.fromkeys(vocabulary("pdf"), "pdf"),
    **dict.fromkeys(vocabulary("png jpg jpeg gif tif tiff webp"), "image"),
    **dict.fromkeys(vocabulary("zip docx odt epub xlsx ods pptx mbz"), "zip"),
    **dict.fromkeys(vocabulary("gz tgz"), "gzip"),
    **dict.fromkeys(vocabulary("html htm xhtml svg xml"), "markup"),
    **dict.fromkeys(vocabulary("json jsonl ndjson"), "json"),
    **dict.fromkeys(vocabulary("txt md yaml yml csv tsv css js gift tex"), "text"),
}
_READERS: Final[Mapping[str, Callable[[str, bytes], Opened]]] = MappingProxyType(
    {
        "pdf": read_pdf,
        "image": read_image,
        "zip": read_zip,
        "gzip": read_gzip,
        "markup": lambda _, data: read_markup(data),
        "json": lambda _, data: read_json(data),
    }
)
_BINARY = frozenset({"pdf", "image", "zip", "gzip"})
_PDF_HEADER = 1024  # bytes within which readers accept %PDF-


def haystacks(name: str, data: bytes, shown: str) -> Iterator[Haystack]:
    """Give every text of a file, those of the files inside it too; ``shown`` names it in errors.

    Raises UnverifiableError for a file that cannot be opened or is not what its name says.
    """
    yield from _below(Part("", "", name, data), shown, 0)


def _below(part: Part, shown: str, depth: int) -> Iterator[Haystack]:
    if depth > _DEEPEST:
        raise UnverifiableError(
            shown,
            en="files are nested too deeply to be verified. Make it again with fewer levels.",
            fr="les fichiers sont imbriqués trop profondément pour être vérifiés. Refaites-le avec "
            "moins de niveaux.",
        )
    opened = _open(part, shown)
    for hay in opened.haystacks:
        channel = f"{part.channel}: {hay.channel}" if part.channel else hay.channel
        places = tuple(", ".join(filter(None, (part.place, place))) for place in hay.places)
        yield replace(hay, channel=channel, places=places)
    for inner in opened.parts:
        channel = f"{part.channel}: {inner.channel}" if part.channel else inner.channel
        place = ", ".join(filter(None, (part.place, inner.place)))
        yield from _below(replace(inner, channel=channel, place=place), shown, depth + 1)


def _open(part: Part, shown: str) -> Opened:
    kind = _kind(part.name, part.data, shown)
    if kind in _READERS:
        return _READERS[kind](shown, part.data)
    text = read_text(part.data)
    stray = haystack("bytes", Role.BYTES, readable(part.data))
    return text if kind == "text" else Opened((*text.haystacks, *stray))


def _kind(name: str, data: bytes, shown: str) -> str:
    said = _SUFFIXES.get(name.rpartition(".")[2].lower(), "")
    seen = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if not seen and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        seen = "image"
    if not seen and b"%PDF-" in data[:_PDF_HEADER] and said in {"", "pdf"}:
        seen = "pdf"
    if said in _BINARY and seen != said:
        raise UnverifiableError(
            shown,
            en="the file is not what its name says, so it cannot be verified. Make it again.",
            fr="le fichier n’est pas ce que dit son nom et ne peut être vérifié. Refaites-le.",
        )
    return seen or said or _guess(data)


def _guess(data: bytes) -> str:
    head = decode(data[:256]).lstrip("\ufeff \t\r\n")[:1]
    return {"<": "markup", "{": "json", "[": "json"}.get(head, "")
