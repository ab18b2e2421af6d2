"""Read JSON with every number as the text it was written as."""

import json
import re
from collections.abc import Iterator
from typing import Final

from generator.errors import CaseFileError
from generator.read.tree import (
    DEPTH,
    NODES,
    Path,
    Plain,
    Tree,
    not_a_record,
    refusal,
    too_deep,
    too_many,
    twice,
)

_TOKEN: Final = re.compile(
    r"""
    "(?:[^"\\\x00-\x1f]|\\.)*+"     # a text
    | [][{},:]                      # a sign
    | [^][{},:"\s]+                 # a number or a word
    | \S                            # a quote that nothing closes
    """,
    re.VERBOSE,
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|NaN|-?Infinity")
_WORDS: Final[dict[str, Plain]] = {"true": True, "false": False, "null": None}
_END: Final = ""


def parse(text: str, where: str) -> Tree:
    """Return what a JSON case file holds; numbers and NaN stay text, as they were written.

    Raises CaseFileError with the line for broken JSON, duplicate keys, and what is nested past
    50 levels.
    """
    reader = _Reader(text, where)
    plain = reader.value(reader.next(), ())
    if not isinstance(plain, dict):
        raise not_a_record(where)
    if reader.next() != _END:
        raise reader.broken()
    return Tree(plain, reader.lines)


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    line, last = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", last, token.start())
        last = token.start()
        yield token.group(), line
    yield _END, line


class _Reader:
    """Builds texts, lists and records from the signs of one file."""

    def __init__(self, text: str, where: str) -> None:
        self.tokens = _tokens(text)
        self.where = where
        self.line = 1
        self.seen = 0
        self.lines: dict[Path, int] = {}

    def next(self) -> str:
        """Return the next sign, text, number or word; "" past the end."""
        sign, self.line = next(self.tokens, (_END, self.line))
        self.seen += 1
        if self.seen > 4 * NODES:
            raise too_many(self.where, self.line)
        return sign

    def broken(self) -> CaseFileError:
        """Return the error for JSON that cannot be read at this line."""
        return refusal(
            self.where,
            self.line,
            en="not readable as JSON here or just above. Check commas, colons, quotes and "
            "brackets.",
            fr="illisible en JSON ici ou juste au-dessus. Vérifiez virgules, deux-points, "
            "guillemets et crochets.",
        )

    def value(self, sign: str, path: Path) -> Plain:
        """Return the value that begins with ``sign``."""
        self.lines.setdefault(path, self.line)
        if sign in {"{", "["} and len(path) >= DEPTH:
            raise too_deep(self.where, self.line)
        if sign == "{":
            return self._record(path)
        if sign == "[":
            return self._list(path)
        if sign.startswith('"'):
            return self._text(sign)
        if sign in _WORDS:
            return _WORDS[sign]
        if _NUMBER.fullmatch(sign):
            return sign
        raise self.broken()

    def _text(self, sign: str) -> str:
        try:
            text = str(json.loads(sign))
        except ValueError:
            raise self.broken() from None
        if _SURROGATE.search(text):
            raise refusal(
                self.where,
                self.line,
                en="half a character (a lone \\ud… escape). Write the character itself.",
                fr="un demi-caractère (un \\ud… isolé). Écrivez le caractère lui-même.",
            )
        return text

    def _list(self, path: Path) -> Plain:
        found: list[Plain] = []
        sign = self.next()
        while sign != "]":
            found.append(self.value(sign, (*path, len(found))))
            sign = self._after("]")
        return found

    def _record(self, path: Path) -> Plain:
        found: dict[str, Plain] = {}
        sign = self.next()
        while sign != "}":
            if not sign.startswith('"'):
                raise self.broken()
            key = self._text(sign)
            if key in found:
                raise twice(self.where, self.line)
            self.lines[*path, key] = self.line
            if self.next() != ":":
                raise self.broken()
            found[key] = self.value(self.next(), (*path, key))
            sign = self._after("}")
        return found

    def _after(self, end: str) -> str:
        sign = self.next()
        if sign == end:
            return sign
        if sign != ",":
            raise self.broken()
        sign = self.next()
        if sign == end:  # a comma with nothing after it
            raise self.broken()
        return sign
