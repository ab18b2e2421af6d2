"""Walk a record by its annotations: every leaf with its path and PHI category.

A record is a tree of frozen dataclasses and tuples. Each leaf is annotated with exactly one
``Phi`` (``Annotated[str, Phi.PATIENT]``), which stands before ``| None`` where it may be absent.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from anonymizer.dates.partial import PartialDate
from anonymizer.errors import UnclassifiedFieldError
from anonymizer.phi import Lang, Part, Phi

SCALARS = (str, int, bool, Enum, PartialDate)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slot:
    """What the annotations of a leaf say: its category, name part and language."""

    phi: Phi
    part: Part | None = None
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a record at its path, such as ``labs[2].date``."""

    path: str
    slot: Slot
    value: Any = field(repr=False)
    optional: bool = False
    kind: str = ""  # the register, for an ID

    @property
    def parent(self) -> str:
        """Return the path of the record that holds this leaf."""
        return self.path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class _Scalar:
    slot: Slot
    optional: bool


@dataclass(frozen=True, slots=True)
class _Many:
    of: "_Shape"


@dataclass(frozen=True, slots=True)
class _Record:
    cls: type


_Shape = _Scalar | _Many | _Record


def _unclassified(where: str, en: str, fr: str) -> UnclassifiedFieldError:
    return UnclassifiedFieldError(where, en=en, fr=fr)


def _shape(where: str, hint: Any, meta: tuple[Any, ...] = (), *, optional: bool = False) -> _Shape:
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return _shape(where, inner, (*meta, *more), optional=optional)
    if get_origin(hint) in {Union, types.UnionType}:
        rest = [arg for arg in get_args(hint) if arg is not type(None)]
        if len(rest) != 1:
            raise _unclassified(
                where,
                "a union of several types cannot be walked. Give it one type.",
                "une union de plusieurs types ne peut être parcourue. Donnez-lui un seul type.",
            )
        return _shape(where, rest[0], meta, optional=True)
    if get_origin(hint) is tuple and get_args(hint)[1:] == (Ellipsis,):
        return _Many(_shape(where, get_args(hint)[0], meta))
    if is_dataclass(hint) and isinstance(hint, type) and hint is not PartialDate:
        return _Record(hint)
    if isinstance(hint, type) and issubclass(hint, SCALARS):
        return _Scalar(_slot(where, meta), optional)
    raise _unclassified(
        where,
        "this type cannot be walked. Use text, a number, a date, an enum, a tuple or a record.",
        "ce type ne peut être parcouru. Utilisez un texte, un nombre, une date, une énumération, "
        "un tuple ou un enregistrement.",
    )


def _slot(where: str, meta: tuple[Any, ...]) -> Slot:
    categories = [m for m in meta if isinstance(m, Phi)]
    if len(categories) != 1:
        raise _unclassified(
            where,
            f"the field bears {len(categories)} PHI categories. Annotate it with exactly one.",
            f"le champ porte {len(categories)} catégories. Annotez-le avec une seule.",
        )
    part = next((m for m in meta if isinstance(m, Part)), None)
    lang = next((m for m in meta if isinstance(m, Lang)), None)
    return Slot(categories[0], part, lang)


@cache
def _shapes(cls: type) -> Mapping[str, _Shape]:
    hints = get_type_hints(cls, include_extras=True)
    return {f.name: _shape(f"{cls.__name__}.{f.name}", hints[f.name]) for f in fields(cls)}


def table(cls: type, prefix: str = "") -> dict[str, Phi]:
    """Return the category of every leaf of a record class: ``{"labs[].date": Phi.DATE, …}``.

    Raises UnclassifiedFieldError at the first leaf without exactly one category.
    """
    found: dict[str, Phi] = {}
    for name, shape in _shapes(cls).items():
        path = f"{prefix}{name}"
        while isinstance(shape, _Many):
            path, shape = f"{path}[]", shape.of  # noqa: PLW2901 - unwrap the lists
        if isinstance(shape, _Record):
            found |= table(shape.cls, f"{path}.")
        else:
            found[path] = shape.slot.phi
    return found


def leaves(record: object) -> tuple[Leaf, ...]:
    """Return every leaf that is present, in the order of the fields.

    Raises UnclassifiedFieldError before anything is read from an unclassified record.
    """
    table(type(record))
    return tuple(_leaves(record, ""))


def _leaves(record: object, prefix: str) -> Iterator[Leaf]:
    kind = str(getattr(record, "kind", ""))
    for name, shape in _shapes(type(record)).items():  # type: ignore[arg-type]
        yield from _below(getattr(record, name), shape, f"{prefix}{name}", kind)


def _below(value: Any, shape: _Shape, path: str, kind: str) -> Iterator[Leaf]:
    if value is None:
        return
    match shape:
        case _Scalar():
            own = kind if shape.slot.phi is Phi.ID else ""
            yield Leaf(path, shape.slot, value, shape.optional, own)
        case _Many():
            for i, each in enumerate(value):
                yield from _below(each, shape.of, f"{path}[{i}]", kind)
        case _Record():
            yield from _leaves(value, f"{path}.")


def rebuild(record: T, values: Mapping[str, Any]) -> T:
    """Return a copy in which the leaf at each path of ``values`` holds the value given there.

    >>> from dataclasses import make_dataclass
    >>> R = make_dataclass("R", [("town", Annotated[str, Phi.CITY])], frozen=True)
    >>> rebuild(R("Rennes"), {"town": "Dinan"})
    R(town='Dinan')
    """
    return _rebuilt(record, "", values)


def _rebuilt(record: T, prefix: str, values: Mapping[str, Any]) -> T:
    changed = {
        name: _rebuilt_value(getattr(record, name), shape, f"{prefix}{name}", values)
        for name, shape in _shapes(type(record)).items()  # type: ignore[arg-type]
    }
    return replace(record, **changed)  # type: ignore[type-var]  # fields() has held: a dataclass


def _rebuilt_value(value: Any, shape: _Shape, path: str, values: Mapping[str, Any]) -> Any:
    if value is None:
        return None
    match shape:
        case _Scalar():
            return values.get(path, value)
        case _Many():
            return tuple(
                _rebuilt_value(each, shape.of, f"{path}[{i}]", values)
                for i, each in enumerate(value)
            )
        case _Record():
            return _rebuilt(value, f"{path}.", values)
