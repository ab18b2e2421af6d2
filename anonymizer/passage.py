"""A passage: one free text of a record, with its language and the dates read in it."""

from dataclasses import dataclass, field

from anonymizer.dates.read import Mention, read
from anonymizer.phi import Lang


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be searched. ``path`` says where in the record it stands, "" for a bare text."""

    text: str = field(repr=False)
    lang: Lang
    path: str = ""
    mentions: tuple[Mention, ...] = field(default=(), repr=False)


def passage(text: str, lang: Lang, path: str = "") -> Passage:
    """Return ``text`` as a passage, its dates read once for every later stage."""
    return Passage(text, lang, path, read(text, lang))
