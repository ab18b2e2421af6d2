"""Read YAML as a person writes a case: every scalar is text, nothing is referred to or typed."""

from collections.abc import Iterator
from typing import Any, Final

import yaml

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

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ABSENT: Final = ("", "~", "null")
_STARTS: Final = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def parse(text: str, where: str) -> Tree:
    """Return what a YAML case file holds.

    Aliases, anchors, tags, merge keys, duplicate keys and a second document are refused, as is
    what is nested past 50 levels. An empty value, ``~`` and ``null`` say that there is none.

    Raises CaseFileError with the line.
    """
    reader = _Reader(_events(text, where), where)
    plain = reader.document()
    if not isinstance(plain, dict):
        raise not_a_record(where)
    return Tree(plain, reader.lines)


def _events(text: str, where: str) -> Iterator[Any]:
    depth, seen = 0, 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            seen += 1
            depth += isinstance(event, _STARTS) - isinstance(event, _ENDS)
            if depth > DEPTH:
                raise too_deep(where, line)
            if seen > NODES:
                raise too_many(where, line)
            _refuse_references(event, where, line)
            yield event
    except yaml.YAMLError as error:
        raise _unreadable(error, text, where) from None


def _refuse_references(event: Any, where: str, line: int) -> None:  # noqa: ANN401 - any event
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise refusal(
            where,
            line,
            en="a text that begins with * or & stands for another one in YAML. "
            "Put it between quotes, or write the value out.",
            fr="un texte qui commence par * ou & renvoie à un autre en YAML. "
            "Mettez-le entre guillemets droits, ou écrivez la valeur en entier.",
        )
    if getattr(event, "tag", None):
        raise refusal(
            where,
            line,
            en="a text that begins with ! is a type in YAML. Put it between quotes.",
            fr="un texte qui commence par ! est un type en YAML. "
            "Mettez-le entre guillemets droits.",
        )


def _unreadable(error: yaml.YAMLError, text: str, where: str) -> CaseFileError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else _control_line(error, text)
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    if row.startswith("\t") or row.lstrip(" ").startswith("\t"):
        return refusal(
            where,
            line,
            en="begins with a tab. Indent with spaces, two for each level.",
            fr="commence par une tabulation. Indentez par des espaces, deux par niveau.",
        )
    if mark is None:
        return refusal(
            where,
            line,
            en="holds a control character. Delete it.",
            fr="contient un caractère de contrôle. Supprimez-le.",
        )
    return refusal(
        where,
        line,
        en="not readable as YAML here or just above. Indent by two spaces a level, and put a text "
        "that holds `: ` or ` #`, or begins with a sign, between double quotes.",
        fr="illisible en YAML ici ou juste au-dessus. Indentez de deux espaces par niveau, et "
        "mettez entre guillemets droits un texte qui contient « : » ou « # », ou qui commence par "
        "un signe.",
    )


def _control_line(error: yaml.YAMLError, text: str) -> int:
    position = getattr(error, "position", 0)
    return text.count("\n", 0, position if isinstance(position, int) and position > 0 else 0) + 1


class _Reader:
    """Builds texts, lists and records from the events of one document."""

    def __init__(self, events: Iterator[Any], where: str) -> None:
        self.events = events
        self.where = where
        self.lines: dict[Path, int] = {}

    def document(self) -> Plain:
        """Return the only document of the file."""
        next(self.events)  # the stream starts
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise not_a_record(self.where)
        plain = self._node(next(self.events), ())
        next(self.events)  # the document ends
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise refusal(
                self.where,
                after.start_mark.line + 1,
                en="a second document begins here. Write one case a file.",
                fr="un second document commence ici. Écrivez un cas par fichier.",
            )
        return plain

    def _node(self, event: Any, path: Path) -> Plain:  # noqa: ANN401 - any event
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.MappingStartEvent):
            return self._record(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return None if not event.style and event.value in _ABSENT else str(event.value)

    def _list(self, path: Path) -> Plain:
        found: list[Plain] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*path, len(found))))
        return found

    def _record(self, path: Path) -> Plain:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._key(event, line)
            if key in found:
                raise twice(self.where, line)
            self.lines[*path, key] = line
            found[key] = self._node(next(self.events), (*path, key))
        return found

    def _key(self, event: Any, line: int) -> str:  # noqa: ANN401 - any event
        if not isinstance(event, yaml.ScalarEvent) or (event.value == "<<" and not event.style):
            raise refusal(
                self.where,
                line,
                en="a key is expected here: one plain word before a colon.",
                fr="une clé est attendue ici : un simple mot devant deux-points.",
            )
        return str(event.value)
