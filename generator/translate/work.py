"""A translator's work: the sentences of a de-identified case, each with its state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.terms import TextStatus
from generator.case.text import Text
from generator.errors import CaseFileError, RefusedPublicationError
from generator.translate.markup import UNWRITABLE
from generator.translate.segments import segments
from generator.translate.texts import texts

STATES: Final = (
    TextStatus.NEEDS_TRANSLATION,
    TextStatus.NEEDS_REVIEW,
    TextStatus.TRANSLATED,
    TextStatus.FINAL,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence to translate.

    ``id`` is the path of its text and its number there, or the path alone for a whole text;
    ``origin`` says, in the words of XLIFF 1.2, where a target came from that no person wrote.
    """

    id: str
    source: str = field(repr=False)
    target: str = field(default="", repr=False)
    state: TextStatus = TextStatus.NEEDS_TRANSLATION
    origin: str = ""

    @property
    def path(self) -> str:
        """Return the path of the text that the sentence stands in."""
        return self.id.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Work:
    """What a translator is given and gives back: from which language, into which, under a name."""

    source: Lang
    target: Lang
    name: str
    units: tuple[Unit, ...]


def other(lang: Lang) -> Lang:
    """Return the other of the two languages."""
    return Lang.EN if lang is Lang.FR else Lang.FR


def written(text: Text, lang: Lang) -> str:
    """Return what a text says in one language, nothing where it says nothing there."""
    return (text.fr if lang is Lang.FR else text.en) or ""


def saying(text: Text, lang: Lang, words: str, status: TextStatus) -> Text:
    """Return a text that says ``words`` in one language, in that state."""
    if lang is Lang.FR:
        return replace(text, fr=words, status=status)
    return replace(text, en=words, status=status)


def work(case: Case, target: Lang, name: str) -> Work:
    """Return the sentences of a de-identified case that are to be read in ``target``.

    A text with a translation whose sentences answer those of the source goes sentence by
    sentence, another one whole: so nothing of it is lost.

    Raises RefusedPublicationError for a case that still holds identities, CaseFileError for a
    sign that no XML file may hold.
    """
    if case.deidentified is None:
        raise RefusedPublicationError(
            "deidentified",
            en="a case with identities is not given to translators. De-identify it first.",
            fr="un cas identifiant n’est pas confié à des traducteurs. Dé-identifiez-le d’abord.",
        )
    units = tuple(
        unit for path, text in texts(case).items() for unit in offered(path, text, target)
    )
    for unit in units:
        if UNWRITABLE.search(unit.source) or UNWRITABLE.search(unit.target):
            raise CaseFileError(
                unit.path,
                en="holds a control character. Delete it.",
                fr="contient un caractère de contrôle. Supprimez-le.",
            )
    return Work(other(target), target, name, units)


def offered(path: str, text: Text, target: Lang) -> Iterator[Unit]:
    """Yield the units of one text; none where it holds no word of the source language."""
    source, done = written(text, other(target)), written(text, target)
    parts = segments(source, other(target))
    if not parts:
        return
    state = _state(text.status) if done else TextStatus.NEEDS_TRANSLATION
    made = segments(done, target)
    if done and [part.frame for part in parts] != [part.frame for part in made]:
        yield Unit(path, source, done, state)
        return
    for number, part in enumerate(parts):
        yield Unit(f"{path}#{number + 1}", part.text, made[number].text if done else "", state)


def _state(status: TextStatus) -> TextStatus:
    """Return the state of a translation that is there; one written by its author is final."""
    return TextStatus.FINAL if status is TextStatus.ORIGINAL else status


def by_path(units: tuple[Unit, ...]) -> Mapping[str, tuple[Unit, ...]]:
    """Return the units of each text, in order."""
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        found[unit.path] = (*found.get(unit.path, ()), unit)
    return found
