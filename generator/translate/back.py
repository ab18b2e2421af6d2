"""Bring a translator's work back into the texts that it was made from.

A text comes back whole or not at all: half a translation is worse than none. What has no target
yet stays in the file; what was changed meanwhile is refused, sentence by sentence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from anonymizer.audit import Notice
from anonymizer.phi import Lang

from generator.case.terms import TextStatus
from generator.case.text import Text
from generator.translate.markup import kept
from generator.translate.segments import joined, segments
from generator.translate.work import STATES, Unit, Work, by_path, offered, other, saying, written


@dataclass(frozen=True, slots=True)
class Back:
    """What came back: the texts that change, why others do not, and which wait for a target."""

    texts: Mapping[str, Text] = field(repr=False)
    refused: tuple[Notice, ...]
    waiting: tuple[str, ...]
    same: int


def back(old: Mapping[str, Text], work: Work) -> Back:
    """Return what the work makes of the texts of a case, given by their paths.

    A text that the work leaves as it was, words and state, counts as the same.
    """
    new: dict[str, Text] = {}
    refused: list[Notice] = []
    waiting: list[str] = []
    same = 0
    for path, given in by_path(work.units).items():
        text = old.get(path, Text())
        if written(text, work.target) and _as_it_was(path, text, given, work.target):
            same += 1
            continue
        why = tuple(_refused(path, text, given, work.target))
        refused += why
        if why:
            continue
        if not all(unit.target.strip() for unit in given):
            waiting.append(path)
            continue
        made = _made(path, text, given, work.target)
        new |= {path: made} if made != text else {}
        same += made == text
    return Back(new, tuple(refused), tuple(waiting), same)


def _refused(path: str, text: Text, given: tuple[Unit, ...], target: Lang) -> Iterator[Notice]:
    """Yield why a text cannot come back: what changed in it, and signs that were lost."""
    if not written(text, other(target)):
        yield _gone(path)
        return
    told = {unit.source for unit in given}
    for place, source in _sources(path, text, given, target):
        if source not in told:
            yield _changed(place)
    for unit in given:
        if unit.id != path and unit.target.strip() and not kept(unit.source, unit.target):
            yield _signs_lost(unit.id)


def _sources(
    path: str, text: Text, given: tuple[Unit, ...], target: Lang
) -> Iterator[tuple[str, str]]:
    """Yield what a text asks to be translated now, divided as it was when it was given."""
    source = written(text, other(target))
    if given[0].id == path:
        yield path, source
        return
    for number, part in enumerate(segments(source, other(target)), start=1):
        yield f"{path}#{number}", part.text


def _made(path: str, text: Text, given: tuple[Unit, ...], target: Lang) -> Text:
    """Return the text with its translation; the least of the sentences' states is its own."""
    if given[0].id == path:
        done = given[0].target
    else:
        by_source = {unit.source: unit.target.strip() for unit in reversed(given)}
        by_place = {(unit.id, unit.source): unit.target.strip() for unit in given}
        done = joined(
            tuple(
                replace(part, text=by_place.get((f"{path}#{n}", part.text), by_source[part.text]))
                for n, part in enumerate(segments(written(text, other(target)), other(target)), 1)
            )
        )
    state = min((unit.state for unit in given), key=STATES.index)
    status = TextStatus.NEEDS_REVIEW if state is TextStatus.NEEDS_TRANSLATION else state
    return saying(text, target, done, status)


def _as_it_was(path: str, text: Text, given: tuple[Unit, ...], target: Lang) -> bool:
    def plain(units: Iterable[Unit]) -> list[Unit]:
        return [replace(unit, origin="") for unit in units]

    return plain(offered(path, text, target)) == plain(given)


def _changed(where: str) -> Notice:
    """Return the refusal of a sentence that is not what was translated."""
    return Notice(
        "source-changed",
        where,
        en="the source changed since it was exported, so its text keeps what it had. Export "
        "again with `--memory` and this file: the other sentences are filled in.",
        fr="la source a changé depuis l’export, son texte garde donc ce qu’il avait. Exportez à"
        " nouveau avec `--memory` et ce fichier : les autres phrases seront remplies.",
    )


def _gone(where: str) -> Notice:
    """Return the refusal of a text that the case does not have."""
    return Notice(
        "text-gone",
        where,
        en="the case has no such text, or nothing in the source language. Was it another case, "
        "or was the text moved? Export again with `--memory` and this file.",
        fr="le cas n’a pas ce texte, ou rien dans la langue source. Est-ce un autre cas, ou le "
        "texte a-t-il été déplacé ? Exportez à nouveau avec `--memory` et ce fichier.",
    )


def _signs_lost(where: str) -> Notice:
    """Return the refusal of a sentence whose signs are not those of its source."""
    return Notice(
        "signs-lost",
        where,
        en="the translation lacks or adds a sign of its source (emphasis, link, table cell, "
        "line). Put it back as in the source.",
        fr="il manque à la traduction un signe de sa source (mise en valeur, lien, cellule, "
        "ligne), ou elle en ajoute un. Rétablissez-le comme dans la source.",
    )
