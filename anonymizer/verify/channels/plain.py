"""Plain text, JSON, and whatever can be read in bytes of no known kind."""

import codecs
import json
import re
from collections.abc import Iterator

from anonymizer.verify.findings import Opened, Role, haystack

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Runs of letters in UTF-8 or Latin-1, and in UTF-16 of either order: every block that holds
# Latin letters, those that imitate them, or signs that part them without being seen.
_RUN = re.compile(
    rb"""(?: [\t\x20-\x7e] | [\xc2-\xdf][\x80-\xbf] | [\xe1\xe2\xef][\x80-\xbf]{2}
         | \xe0[\xa0-\xbf][\x80-\xbf] | \xf0\x9d[\x80-\xbf]{2}
         | \r?\n(?=[\x20-\x7e\xc2-\xef]) | [\xc0-\xff](?=[\x20-\x7e]) ){4,}""",
    re.VERBOSE,
)
_HIGH = rb"\x01-\x04\x06\x09\x1d\x1e\x20\x24\xa7\xd8\xdc-\xdf\xfe\xff"
_RUN_LITTLE = re.compile(rb"(?:[\t\r\n\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][%b]){4,}" % _HIGH)
_RUN_BIG = re.compile(rb"(?:\x00[\t\r\n\x20-\x7e\xa0-\xff]|[%b][\x00-\xff]){4,}" % _HIGH)


def decode(data: bytes) -> str:
    """Return bytes as text: by their mark, else as UTF-8, UTF-16 (zeros alternate) or Latin-1."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:64]:
        even, odd = data[:64:2].count(0), data[1:64:2].count(0)
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def readable(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the runs of letters in bytes, each with the offset where it begins."""
    return tuple(
        (f"byte {start}", text) for start, text in sorted(letters(data)) if not text.isspace()
    )


def letters(data: bytes) -> Iterator[tuple[int, str]]:
    """Give the runs of letters in bytes and the offset of each."""
    for run in _RUN.finditer(data):
        try:
            yield run.start(), run[0].decode("utf-8")
        except UnicodeDecodeError:
            yield run.start(), run[0].decode("latin-1")
    if b"\0" in data:
        for pattern, encoding in ((_RUN_LITTLE, "utf-16-le"), (_RUN_BIG, "utf-16-be")):
            for run in pattern.finditer(data):
                yield run.start(), run[0].decode(encoding, "replace")


def read_text(data: bytes) -> Opened:
    """Return the lines of a text; bytes that are no text are also searched as bytes."""
    text = decode(data)
    lines = ((f"line {n}", line) for n, line in enumerate(text.split("\n"), start=1))
    stray = readable(data) if "\0" in text or "\ufffd" in text or not _is_utf8(data) else ()
    return Opened(
        (*haystack("text", Role.PROSE, lines, "\n"), *haystack("bytes", Role.BYTES, stray))
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read_json(data: bytes) -> Opened:
    """Return the keys and texts of JSON, lines of JSON too, and its source as it stands."""
    source = decode(data)
    pieces = tuple(_json_pieces(source))
    return Opened(
        (
            *haystack("json", Role.LABEL, pieces),
            *haystack("source", Role.CODE if pieces else Role.PROSE, [("", source)]),
        )
    )


def _json_pieces(source: str) -> Iterator[tuple[str, str]]:
    try:
        yield from _strings(json.loads(source, object_pairs_hook=_Pairs), "")
    except (ValueError, RecursionError):
        for n, line in enumerate(source.split("\n"), start=1):
            try:
                yield from _strings(json.loads(line, object_pairs_hook=_Pairs), f"line {n} ")
            except (ValueError, RecursionError):
                continue


class _Pairs(tuple[tuple[str, object], ...]):
    """The members of a JSON object, twins included."""

    __slots__ = ()


def _strings(value: object, pointer: str) -> Iterator[tuple[str, str]]:
    """Give each text with a pointer made of positions, never of keys: a key may be a name."""
    match value:
        case str():
            yield pointer or "/", value
        case _Pairs():
            for i, (key, each) in enumerate(value):
                yield f"{pointer}/{i} key", key
                yield from _strings(each, f"{pointer}/{i}")
        case list():
            for i, each in enumerate(value):
                yield from _strings(each, f"{pointer}/{i}")
