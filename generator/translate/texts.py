"""The free texts of a case by their paths, and a case with other ones in their places."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.case.model import Case
from generator.case.text import Text


def texts(case: Case) -> dict[str, Text]:
    """Return every free text of a case by its path, such as ``narrative[0].text``, in order."""
    return dict(_below(case, ""))


def with_texts(case: Case, new: Mapping[str, Text]) -> Case:
    """Return the case with the text at each path of ``new`` in the place of its own."""
    made: Case = _rebuilt(case, "", new)
    return made


def _below(value: Any, path: str) -> Iterator[tuple[str, Text]]:  # noqa: ANN401 - any part
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _below(each, f"{path}[{number}]")
    elif _is_record(value):
        for field in fields(value):
            yield from _below(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))


def _rebuilt(value: Any, path: str, new: Mapping[str, Text]) -> Any:  # noqa: ANN401 - any part
    if isinstance(value, Text):
        return new.get(path, value)
    if isinstance(value, tuple):
        return tuple(_rebuilt(each, f"{path}[{i}]", new) for i, each in enumerate(value))
    if not _is_record(value):
        return value
    parts = {f.name: getattr(value, f.name) for f in fields(value)}
    changed = {
        name: _rebuilt(part, f"{path}.{name}".lstrip("."), new) for name, part in parts.items()
    }
    return replace(value, **changed)


def _is_record(value: Any) -> bool:  # noqa: ANN401 - any part
    return is_dataclass(value) and hasattr(type(value), "__pydantic_config__")
