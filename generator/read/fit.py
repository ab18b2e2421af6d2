"""Fit what a file holds to the case model, and say in two languages where it does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

from generator.case.model import Case
from generator.errors import CaseFileError
from generator.read.asked import asked, at, below, is_record, listed, written
from generator.read.tree import Path, Plain, Tree

_SHOWN: Final = 20
_NEAR: Final = 0.6
_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that does not fit: its place, and a sentence in each language."""

    line: int
    path: str
    en: str
    fr: str


def fit(tree: Tree, where: str) -> Case:
    """Return the case that ``tree`` holds; a key without a value counts as not written.

    Raises CaseFileError with every place that does not fit (20 at most), one a line: the file,
    the line, the path, what is wrong and what to write instead, never the value.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    try:
        read: Case = adapter().validate_python(_present(tree.plain))
    except ValidationError as error:
        places = [e["loc"] for e in error.errors(include_url=False, include_input=False)]
    else:
        return read
    raise _refusal(_wrong(tree, iter(places)), where)


@cache
def adapter() -> Any:  # noqa: ANN401 - pydantic is imported at the edge only
    """Return pydantic's reader of cases."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(Case)


def _present(plain: Plain) -> Plain:
    if isinstance(plain, dict):
        return {key: _present(value) for key, value in plain.items() if value is not None}
    if isinstance(plain, list):
        return [_present(value) for value in plain]
    return plain


def _refusal(wrong: tuple[Wrong, ...], where: str) -> CaseFileError:
    if len(wrong) == 1:
        (one,) = wrong
        return CaseFileError(f"{where}:{one.line}: {one.path}", en=one.en, fr=one.fr)
    en = [f"{where}:{one.line}: {one.path}: {one.en}" for one in wrong[:_SHOWN]]
    fr = [f"{where}:{one.line}: {one.path} : {one.fr}" for one in wrong[:_SHOWN]]
    if len(wrong) > _SHOWN:
        en.append(f"{where}: and {len(wrong) - _SHOWN} more. Correct these first.")
        fr.append(f"{where} : et {len(wrong) - _SHOWN} de plus. Corrigez d’abord celles-ci.")
    return CaseFileError("", en="\n".join(en), fr="\n".join(fr))


def _wrong(tree: Tree, places: Iterator[tuple[str | int, ...]]) -> tuple[Wrong, ...]:
    known = dict.fromkeys(_known(place) for place in places)
    found = (_explained(tree, path, unknown=unknown) for path, unknown in known)
    return tuple(sorted(found, key=lambda one: (one.line, one.path)))


def _known(place: Path) -> tuple[Path, bool]:
    """Return the part of ``place`` that is a path of the model, and whether it ends unknown."""
    hint: Any = Case
    for depth, step in enumerate(place):
        deeper = below(hint, step)
        if deeper is None and is_record(hint) and depth == len(place) - 1:
            return place, True  # a key that the model does not know
        if deeper is None:  # a step of pydantic's own
            return place[:depth], False
        hint = deeper
    return place, False


def _explained(tree: Tree, path: Path, *, unknown: bool) -> Wrong:
    line = tree.line(path)
    if unknown:
        return Wrong(line, written(path[:-1]), *_unknown_key(tree, path))
    value = _value(tree.plain, path)
    en, fr = asked(at(path))
    if value is _ABSENT or value is None:
        return Wrong(line, written(path), f"missing. {en}", f"manquant. {fr}")
    return Wrong(line, written(path), f"does not fit. {en}", f"ne convient pas. {fr}")


def _unknown_key(tree: Tree, path: Path) -> tuple[str, str]:
    holder = _value(tree.plain, path[:-1])
    keys = list(holder) if isinstance(holder, Mapping) else []
    key = str(path[-1])
    number = keys.index(key) + 1 if key in keys else 1
    names = [field.name for field in fields(at(path[:-1]))]
    near = get_close_matches(key.casefold().replace("-", "_"), names, n=1, cutoff=_NEAR)
    if near:
        return (
            f"key number {number} is not known here. Did you mean `{near[0]}`?",
            f"la clé numéro {number} n’est pas connue ici. Vouliez-vous dire `{near[0]}` ?",
        )
    return (
        f"key number {number} is not known here. Known keys: {listed(names)}.",
        f"la clé numéro {number} n’est pas connue ici. Clés connues : {listed(names)}.",
    )


def _value(plain: Any, path: Path) -> Any:  # noqa: ANN401 - any place of a file
    for step in path:
        try:
            plain = plain[step]
        except (KeyError, IndexError, TypeError):
            return _ABSENT
    return plain
