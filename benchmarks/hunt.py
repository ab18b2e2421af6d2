"""Hunt for planted strings in finished files, on its own: nothing of the project is imported.

    python benchmarks/hunt.py OUTPUTS PLANTED.json

OUTPUTS is a folder (or a file), PLANTED.json a list of strings. Each line printed says which
string (its number in the list), in which file, where and in which form; exit 3 if any is found,
0 if none, 2 for a file that cannot be read. The strings themselves are not printed.
"""

import base64
import gzip
import html
import io
import json
import re
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

FOUND = 3
WRONG = 2
ARGUMENTS = 3
SHORTEST = 4  # letters under which a string is looked for as a word only
DEEPEST = 5

TAGS = re.compile(r"<[^<>]*>")
BLOCKS = re.compile(r"</?(?:p|div|td|th|tr|li|h\d|br|section|table|dt|dd)\b[^<>]*>", re.IGNORECASE)
STREAMS = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
LINE_HYPHEN = re.compile("[-\u2010\u00ad\u0002\ufffe]\r?\n")
DATA_ADDRESS = re.compile(rb"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)")
ESCAPES = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6}) ?)")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
NOT_SIGNS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return text in small letters without accents or invisible signs."""
    apart = unicodedata.normalize("NFKD", INVISIBLE.sub("", text).casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return bare.replace("œ", "oe").replace("æ", "ae").replace("ø", "o")


def texts_of_bytes(data: bytes) -> Iterator[tuple[str, str]]:
    """Give the bytes read as each kind of text they may be."""
    yield "bytes", data.decode("utf-8", "ignore")
    yield "bytes, Latin-1", data.decode("latin-1")
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            yield f"bytes, {encoding}", data.decode(encoding, "ignore")
            yield f"bytes, {encoding}, moved", data[1:].decode(encoding, "ignore")


def texts_of_markup(source: str) -> Iterator[tuple[str, str]]:
    """Give markup as it stands, with entities undone, and without its tags."""
    yield "source", html.unescape(source)
    yield "text", html.unescape(TAGS.sub("", BLOCKS.sub(" ", source)))
    yield "percent undone", unquote(html.unescape(source))
    yield "escapes undone", ESCAPES.sub(unescaped, html.unescape(source))


def unescaped(match: re.Match[str]) -> str:
    """Return the sign that an escape of JSON, JavaScript or CSS stands for."""
    return chr(int(match[1] or match[2] or match[3], 16) % 0x110000)


def texts_of_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    """Give the pages as a reader copies them, every stream unpacked, and every object."""
    import pikepdf  # noqa: PLC0415 - only for PDF
    import pypdfium2  # noqa: PLC0415 - only for PDF

    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        text = document[number].get_textpage().get_text_range()
        yield f"page {number + 1}", text
        yield f"page {number + 1}, lines joined", LINE_HYPHEN.sub("", text)
    for number, match in enumerate(STREAMS.finditer(data), start=1):
        try:
            body = zlib.decompressobj().decompress(match[1])
        except zlib.error:
            body = match[1]
        yield from ((f"stream {number}, {kind}", text) for kind, text in texts_of_bytes(body))
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PdfError as error:
        raise ValueError("damaged PDF") from error
    with pdf:
        for number, each in enumerate(pdf.objects, start=1):
            if isinstance(each, pikepdf.Object):
                yield f"object {number}", " ".join(strings(each))
        for name, attached in pdf.attachments.items():
            yield "attachment name", name
            yield from texts_of_file("attachment", attached.get_file().read_bytes(), 1)


def strings(each: object) -> Iterator[str]:
    """Give the strings and names that one object of a PDF holds."""
    import pikepdf  # noqa: PLC0415 - only for PDF

    if isinstance(each, pikepdf.Stream):
        yield from strings(each.stream_dict)
    elif isinstance(each, pikepdf.Dictionary):
        for key, value in each.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from strings(value)
    elif isinstance(each, pikepdf.Array):
        for value in each:
            if not getattr(value, "is_indirect", False):
                yield from strings(value)
    elif isinstance(each, (pikepdf.String, pikepdf.Name)):
        yield str(each)


def texts_of_png(data: bytes) -> Iterator[tuple[str, str]]:
    """Give the compressed texts of a PNG."""
    for match in re.finditer(rb"zTXt|iTXt|iCCP", data):
        for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data[match.end() : match.end() + 200]):
            try:
                body = zlib.decompressobj().decompress(data[match.end() + start.start() :], 2**20)
            except zlib.error:
                continue
            yield from texts_of_bytes(body)


def texts_of_file(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Give every text of a file and of the files inside it."""
    yield "file name", name
    yield from texts_of_bytes(data)
    if depth > DEEPEST:
        return
    if data.startswith(b"%PDF-"):
        yield from texts_of_pdf(data)
    elif data.startswith(b"\x1f\x8b"):
        yield from texts_of_file(name.removesuffix(".gz"), gzip.decompress(data), depth + 1)
    elif zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            for number, member in enumerate(bundle.infolist(), start=1):
                for kind, text in texts_of_file(member.filename, bundle.read(member), depth + 1):
                    yield f"member {number}, {kind}", text
    elif data.startswith(b"\x89PNG"):
        yield from texts_of_png(data)
    elif b"<" in data[:200] or data[:1] in b"{[":
        yield from texts_of_markup(data.decode("utf-8", "replace"))
    for match in DATA_ADDRESS.finditer(data):
        body = base64.b64decode(match[1] + b"=" * (-len(match[1]) % 4))
        yield from ((f"data:, {kind}", text) for kind, text in texts_of_file("", body, depth + 1))


def forms(planted: str) -> Iterator[tuple[str, str, bool]]:
    """Give each form of a string: its name, the string, and whether its letters are exact."""
    yield "plain", plain(planted), False
    yield "spaces removed", NOT_SIGNS.sub("", plain(planted)), False
    writings = {planted, planted.upper(), planted.lower(), unicodedata.normalize("NFD", planted)}
    for written in sorted(writings):
        raw = written.encode()
        for cut in range(3):
            coded = base64.b64encode(b"\0" * cut + raw).decode().rstrip("=")
            core = coded[-(-cut * 8 // 6) : len(coded) - 1]
            yield "base64", core, True
            yield "base64 for addresses", core.replace("+", "-").replace("/", "_"), True
        yield "hexadecimal", raw.hex(), False
        yield "hexadecimal, UTF-16", written.encode("utf-16-be").hex(), False
        yield "percent", quote(written, safe="").lower(), False
        yield "JSON", json.dumps(written)[1:-1].lower(), False


def holds(text: str, lowered: str, squashed: str, form: tuple[str, str, bool]) -> bool:
    """Tell whether a text holds one form of a string."""
    name, wanted, exact = form
    if exact:
        return len(wanted) > SHORTEST and wanted in text
    if name == "plain" and len(wanted) <= SHORTEST:
        return bool(re.search(rf"(?<![^\W_]){re.escape(wanted)}(?![^\W_])", lowered))
    if name == "spaces removed":
        return len(wanted) > SHORTEST + 1 and wanted in squashed
    return len(wanted) > SHORTEST - 1 and (wanted in lowered or wanted in text.lower())


def hunt(folder: Path, planted: list[str]) -> Iterator[tuple[int, str, str, str]]:
    """Give each find: number of the string, file, place and form."""
    wanted = [(number, tuple(dict.fromkeys(forms(text)))) for number, text in enumerate(planted)]
    files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file())
    for number, file in enumerate(files, start=1):
        for place, text in texts_of_file(file.name, file.read_bytes()):
            lowered = plain(text)
            squashed = NOT_SIGNS.sub("", lowered)
            for index, every in wanted:
                for form in every:
                    if holds(text, lowered, squashed, form):
                        yield index, f"file {number}", place, form[0]


def main(arguments: list[str]) -> int:
    """Run the hunt and return the exit code."""
    if len(arguments) != ARGUMENTS:
        print(__doc__, file=sys.stderr)
        return WRONG
    planted = json.loads(Path(arguments[2]).read_text(encoding="utf-8"))
    try:
        found = sorted(set(hunt(Path(arguments[1]), planted)))
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile) as error:
        print(f"a file cannot be read: {type(error).__name__}", file=sys.stderr)
        return WRONG
    for index, file, place, form in found:
        print(f"string {index}\t{file}\t{place}\t{form}")
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
