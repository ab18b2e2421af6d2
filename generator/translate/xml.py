"""Read XML that somebody else wrote: no document type of its own, no entity, nothing fetched."""

from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from generator.errors import UnreadableInputError

_DEEPEST: Final = 100


def parse(data: bytes, where: str, *, doctype: str = "") -> Element:
    """Return the root of an XML file, namespaces left out of the names of its elements.

    ``doctype`` names the one document type that may be referred to; it is never opened. What
    declares or uses an entity is refused, and so is what is nested past all use.

    Raises UnreadableInputError, with the line.
    """
    reader = _Reader(where, doctype)
    try:
        reader.expat.Parse(data, True)  # noqa: FBT003 - expat takes it so
    except (expat.ExpatError, ValueError, LookupError):
        raise _broken(reader.line) from None
    return reader.builder.close()


class _Reader:
    """Builds the tree from what expat tells, and refuses what a translation does not need."""

    def __init__(self, where: str, doctype: str) -> None:
        self.where, self.doctype, self.depth = where, doctype, 0
        self.builder = TreeBuilder()
        self.expat = expat.ParserCreate(namespace_separator="}")
        self.expat.StartDoctypeDeclHandler = self.declared
        self.expat.EntityDeclHandler = self.expat.SkippedEntityHandler = self.entity
        self.expat.StartElementHandler, self.expat.EndElementHandler = self.start, self.end
        self.expat.CharacterDataHandler = self.builder.data

    @property
    def line(self) -> str:
        """Return the file and the line that is being read."""
        return f"{self.where}:{self.expat.CurrentLineNumber}"

    def declared(self, name: str, _system: object, _public: object, has_subset: int) -> None:
        """Take note of a document type: refused unless it is the known one, bare."""
        if has_subset or name != self.doctype:
            raise _declares(self.line)

    def entity(self, *_: object) -> None:
        """Refuse an entity."""
        raise _declares(self.line)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _broken(self.line)
        self.builder.start(_plain(tag), {_plain(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Close an element."""
        self.depth -= 1
        self.builder.end(_plain(tag))


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _declares(where: str) -> UnreadableInputError:
    return UnreadableInputError(
        where,
        en="declares or uses a document type or an entity, which no translation needs. Save it "
        "again from your tool, or ask for another copy.",
        fr="déclare ou utilise un type de document ou une entité, inutiles à une traduction. "
        "Enregistrez-le à nouveau depuis votre outil, ou demandez une autre copie.",
    )


def _broken(where: str) -> UnreadableInputError:
    return UnreadableInputError(
        where,
        en="not readable as XML. Take the file as your translation tool saved it.",
        fr="illisible en XML. Prenez le fichier tel que votre outil de traduction l’a enregistré.",
    )
