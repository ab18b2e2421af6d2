"""Write a case as YAML or JSON, from which reading gives the same case."""

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any, Final

from anonymizer.dates.partial import PartialDate

from generator.case.model import Case

Written = str | int | bool | list["Written"] | dict[str, "Written"] | None

# words that no reader of YAML takes for a number, a date, a truth value or a sign of its own
_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w(),/;’.%+=~-]|[ ](?![ #])|'(?=\w))*(?<![ ,])")
_MEANT: Final = frozenset(
    ("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf")
)
_ISO_DATE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_UNPRINTABLE: Final = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_WIDTH: Final = 88


def dump_yaml(case: Case) -> str:
    """Return the case as YAML: keys in the model's order, what has its default left out."""
    plain = written(case)
    return "\n".join(_record(plain, "")) + "\n" if plain else "{}\n"


def dump_json(case: Case) -> str:
    """Return the case as JSON: keys in the model's order, what has its default left out."""
    return json.dumps(written(case), ensure_ascii=False, indent=2) + "\n"


def written(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record of the model
    """Return the keys and values that a file needs to give this record again."""
    pairs = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: _plain(value) for field, value in pairs if value != _default(field)}


def _default(field: Field[Any]) -> Any:  # noqa: ANN401 - any value of the model
    return field.default if field.default is not MISSING else MISSING


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    if isinstance(value, PartialDate):
        return str(value)
    if is_dataclass(value):
        return written(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def _record(record: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _under(f"{indent}{key}:", value, indent)


def _under(head: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - any value
    if isinstance(value, dict) and value:
        yield head
        yield from _record(value, indent + "  ")
    elif isinstance(value, list) and value:
        yield head
        yield from _list(value, indent + "  ")
    else:
        yield from _scalar(f"{head} ", value, indent + "  ")


def _list(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict) and value:
            first, *rest = _record(value, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _scalar(f"{indent}- ", value, indent + "  ")


def _scalar(head: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - any value
    if isinstance(value, bool):
        yield f"{head}{str(value).lower()}"
    elif isinstance(value, int | dict | list):
        yield f"{head}{value if isinstance(value, int) else json.dumps(value)}"
    elif _in_block(value) and "\n" in value:
        end = value[len(value.rstrip("\n")) :]
        sign = {"": "|-", "\n": "|"}.get(end, "|+")
        yield f"{head}{sign}"
        body = value if end else f"{value}\n"
        yield from (f"{indent}{line}" if line else "" for line in body.split("\n")[:-1])
    elif _in_block(value) and len(value) > _WIDTH and "  " not in value:
        yield f"{head}>-"
        yield from (f"{indent}{line}" for line in _folded(value))
    else:
        yield f"{head}{_on_one_line(value)}"


def _in_block(text: str) -> bool:
    """Tell whether ``text`` may stand as it is under its key."""
    return bool(text.strip("\n ")) and text[0] not in " \n" and not _UNPRINTABLE.search(text)


def _folded(text: str) -> list[str]:
    if text.endswith(" "):
        return [text]
    return textwrap.wrap(
        text,
        _WIDTH,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )


def _on_one_line(text: str) -> str:
    if _ISO_DATE.fullmatch(text) or (_PLAIN.fullmatch(text) and text.casefold() not in _MEANT):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda sign: _escaped(sign.group()), quoted)


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}"
