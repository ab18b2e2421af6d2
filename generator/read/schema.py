"""The case model for other programs (JSON Schema) and for people (a file to fill in)."""

import inspect
import json
import pkgutil
from typing import Any, Final, get_args, get_origin

from anonymizer.phi import Lang
from anonymizer.record import table

from generator.case.model import Case
from generator.read.asked import hints, is_record, plain_type
from generator.read.fit import adapter

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> str:
    """Return the JSON Schema of a case file, each leaf with its category as ``x-phi``.

    Draft 2020-12. A file may write numbers as numbers or as text; text keeps closing zeros.
    """
    made = adapter().json_schema()
    for cls in _records(Case):
        name = cls.__name__
        holder = made if cls is Case else made["$defs"][name]
        holder["description"] = inspect.cleandoc(cls.__doc__ or name)
        phi = table(cls)
        for field, described in holder["properties"].items():
            category = phi.get(field, phi.get(f"{field}[]"))
            if category is not None:
                described["x-phi"] = str(category)
                _as_number_too(described)
    ordered = {"$schema": _DIALECT, **made, "title": "casepress case"}
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"


def template(lang: Lang) -> str:
    """Return a commented case file to fill in, in French or English.

    A line that begins with a hash and two spaces is an example: without its hash it is part of
    the case.
    """
    return (pkgutil.get_data(__name__, f"template.{lang}.yaml") or b"").decode("utf-8")


def _as_number_too(described: dict[str, Any]) -> None:
    """Let a text be written as a number, as people write 01000, 2.60 or 2021."""
    for option in (described, described.get("items", {}), *described.get("anyOf", ())):
        if option.get("type") == "string":
            option["type"] = ["string", "number"]


def _records(cls: type) -> tuple[type, ...]:
    """Return ``cls`` and every record class below it, each once, in the order of the fields."""
    found: dict[type, None] = {cls: None}
    for hint in hints(cls).values():
        below = plain_type(hint)
        while get_origin(below) is tuple:
            below = plain_type(get_args(below)[0])
        if is_record(below) and below not in found:
            found |= dict.fromkeys(_records(below))
    return tuple(found)
