"""What the case model asks at a place, as a type and as a sentence in each language."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from anonymizer.dates.partial import PartialDate

from generator.case.model import Case
from generator.case.text import Term, Text
from generator.read.tree import Path

_TWO_LANGUAGES: Final = (Text, Term)


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """Return the annotation of each field of a record, categories included."""
    return get_type_hints(cls, include_extras=True)


def plain_type(hint: Any) -> Any:  # noqa: ANN401 - an annotation
    """Return the type that an annotation asks, without its category and its ``| None``."""
    while get_origin(hint) in {Annotated, Union, types.UnionType}:
        kept = [arg for arg in get_args(hint) if arg is not type(None)]
        hint = kept[0]
    return hint


def below(hint: Any, step: str | int) -> Any:  # noqa: ANN401 - a type
    """Return the type that ``hint`` asks one step below, None where the model knows no such step.

    A step is a key of a record or a position in a list.
    """
    if isinstance(step, int):
        return plain_type(get_args(hint)[0]) if get_origin(hint) is tuple else None
    if not is_record(hint) or step not in hints(hint):
        return None
    return plain_type(hints(hint)[step])


def at(path: Path) -> Any:  # noqa: ANN401 - a type
    """Return the type that the case model asks at a path of its own."""
    hint: Any = Case
    for step in path:
        hint = below(hint, step)
    return hint


def is_record(hint: Any) -> bool:  # noqa: ANN401 - a type
    """Tell whether ``hint`` asks keys and values."""
    return is_dataclass(hint) and hint is not PartialDate


def written(path: Path) -> str:
    """Return a path as errors show it.

    >>> written(("labs", 2, "value"))
    'labs[2].value'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".") or "case"


def asked(hint: Any) -> tuple[str, str]:  # noqa: ANN401 - a type
    """Return what to write at a place of this type, in English and in French."""
    if get_origin(hint) is tuple:
        return (
            "Write a list: one value a line, each beginning with `- `.",
            "Écrivez une liste : une valeur par ligne, chacune précédée de `- `.",
        )
    if hint in _TWO_LANGUAGES:
        return (
            "Write `fr:` and the French words, `en:` and the English ones, or both.",
            "Écrivez `fr:` et les mots français, `en:` et les mots anglais, ou les deux.",
        )
    if is_record(hint):
        keys = listed(field.name for field in fields(hint))
        return f"Write a record with keys: {keys}.", f"Écrivez un enregistrement de clés : {keys}."
    return _asked_scalar(hint)


def _asked_scalar(hint: Any) -> tuple[str, str]:  # noqa: ANN401 - a type
    if hint is PartialDate:
        return (
            "Write a date of the calendar as 2021-05-04, 2021-05 or 2021.",
            "Écrivez une date du calendrier : 2021-05-04, 2021-05 ou 2021.",
        )
    if issubclass(hint, Enum):
        words = listed(str(member.value) for member in hint)
        return f"Write one of: {words}.", f"Écrivez l’un de ces mots : {words}."
    if hint is bool:
        return "Write `true` or `false`.", "Écrivez `true` ou `false`."
    if hint is int:
        return "Write a whole number.", "Écrivez un nombre entier."
    return "Write a text.", "Écrivez un texte."


def listed(words: Iterable[str]) -> str:
    """Return words of the model, each marked as code, in their own order."""
    return ", ".join(f"`{word}`" for word in words)
