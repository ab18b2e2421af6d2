"""Take a file in: bounded, regular, text; its line ends and byte order mark out of the way."""

import codecs
import re
import stat
from pathlib import Path
from typing import Final

from generator.errors import UnreadableInputError

CASE_BYTES: Final = 2_000_000
NARRATIVE_BYTES: Final = 2_000_000
_LINE_END = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+|\xc2[\xa0-\xbf]")
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN: Final = "casepress-latin"


def content(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file of at most ``limit`` bytes.

    Raises UnreadableInputError for what is missing, no regular file, closed to the user, larger
    or empty.
    """
    where = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableInputError(
                where,
                en="not a file. Name a case file or a narrative.",
                fr="n’est pas un fichier. Indiquez un fichier de cas ou un récit.",
            )
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableInputError(
            where,
            en="no such file. Check the name and the folder.",
            fr="fichier introuvable. Vérifiez le nom et le dossier.",
        ) from None
    except (OSError, ValueError):
        raise UnreadableInputError(
            where,
            en="cannot be opened. Check that you may read it.",
            fr="ne peut être ouvert. Vérifiez que vous avez le droit de le lire.",
        ) from None
    return _checked(data, where, limit)


def _checked(data: bytes, where: str, limit: int) -> bytes:
    if len(data) > limit:
        raise UnreadableInputError(
            where,
            en=f"larger than {limit // 1_000_000} MB. A case is one patient: divide the file.",
            fr=f"dépasse {limit // 1_000_000} Mo. Un cas est un seul patient : divisez le fichier.",
        )
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        raise UnreadableInputError(
            where,
            en="empty. Write a case in it, or start from `casepress init`.",
            fr="vide. Écrivez-y un cas, ou partez de `casepress init`.",
        )
    return data


def strict(data: bytes, where: str) -> str:
    """Return the text of a UTF-8 file without its byte order mark.

    Raises UnreadableInputError, with the line, where the bytes are no UTF-8.
    """
    text_bytes = data.removeprefix(codecs.BOM_UTF8)
    _refuse_binary(text_bytes, where)
    try:
        return text_bytes.decode("utf-8")
    except UnicodeDecodeError as error:
        line = text_bytes.count(b"\n", 0, error.start) + 1
        raise UnreadableInputError(
            f"{where}:{line}",
            en="not UTF-8. Save the file with the encoding UTF-8.",
            fr="n’est pas en UTF-8. Enregistrez le fichier avec l’encodage UTF-8.",
        ) from None


def lenient(data: bytes, where: str) -> str:
    """Return the text of a narrative in UTF-8, UTF-16 with its mark, or Windows-1252 (Latin-1).

    Where UTF-8 is broken in fewer places than it holds, only the broken bytes are read as
    Windows-1252, so that no accent of the rest is spoiled.
    """
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise _binary(where) from None
    text_bytes = data.removeprefix(codecs.BOM_UTF8)
    _refuse_binary(text_bytes, where)
    try:
        return text_bytes.decode("utf-8")
    except UnicodeDecodeError:
        mixed = text_bytes.decode("utf-8", _LATIN)
    good = len(_MULTIBYTE.findall(text_bytes))
    bad = sum(byte > 0x7F for byte in text_bytes) - 2 * good  # noqa: PLR2004 - above ASCII
    return mixed if good > bad else "".join(_latin(byte) for byte in text_bytes)


def lines_ended(text: str) -> str:
    """Return ``text`` with every line end, page break included, as one line feed."""
    return _LINE_END.sub("\n", text)


def _refuse_binary(data: bytes, where: str) -> None:
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise _binary(where)


def _binary(where: str) -> UnreadableInputError:
    return UnreadableInputError(
        where,
        en="not a text file. Save the case as YAML, JSON or plain text.",
        fr="n’est pas un fichier texte. Enregistrez le cas en YAML, en JSON ou en texte brut.",
    )


def _latin(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)  # the five bytes that Windows-1252 leaves undefined


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return "".join(_latin(byte) for byte in broken), error.end


codecs.register_error(_LATIN, _as_latin)
