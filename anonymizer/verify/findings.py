"""What verification looks through, and what it says of a leak: never the value itself."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from anonymizer.phi import Phi

APART = "\n" * 8  # nothing is matched across two pieces


class Role(StrEnum):
    """What a reader sees of a haystack; a weak value is judged by it."""

    PROSE = "prose"  # running text
    PAGE = "page"  # running text as laid out: neighbouring cells of a table run together
    LABEL = "label"  # titles, metadata, alternative texts, comments
    LINK = "link"  # addresses of links
    NAME = "name"  # file names
    CODE = "code"  # markup, styles, scripts: only strong values are looked for
    BYTES = "bytes"  # letters among bytes: likewise, and a stray sign may touch a value
    DECODED = "decoded"  # what an encoding in a text hid: likewise


READ = frozenset({Role.PROSE, Role.PAGE})
UNREAD = frozenset({Role.CODE, Role.BYTES, Role.DECODED})  # not read as a text would be


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Where an original value, or one that nobody issued, stands in a finished file.

    ``artefact`` is the file's name, or ``#2`` where the name itself gives a value away; ``place``
    is a page, line, object number or offset. Neither ever holds text of the file.
    """

    artefact: str
    channel: str
    place: str
    category: Phi
    rule: str


@dataclass(frozen=True, slots=True)
class Haystack:
    """The text of one channel, in pieces that keep their places."""

    channel: str
    role: Role
    text: str = field(repr=False)
    starts: tuple[int, ...]
    places: tuple[str, ...]

    def place(self, offset: int) -> str:
        """Return where ``offset`` stands: its piece and the offset in it.

        >>> haystack("text", Role.PROSE, [("page 2", "Bonjour")])[0].place(3)
        'page 2, offset 3'
        """
        i = bisect_right(self.starts, offset) - 1
        return f"{self.places[i]}, offset {offset - self.starts[i]}".removeprefix(", ")


def haystack(
    channel: str, role: Role, pieces: Iterable[tuple[str, str]], apart: str = APART
) -> tuple[Haystack, ...]:
    """Return one haystack of (place, text) pieces, none where every text is blank."""
    filled = tuple((place, text) for place, text in pieces if text and not text.isspace())
    if not filled:
        return ()
    starts = tuple(_starts((text for _, text in filled), len(apart)))
    text = apart.join(text for _, text in filled)
    return (Haystack(channel, role, text, starts, tuple(place for place, _ in filled)),)


def _starts(texts: Iterable[str], apart: int) -> Iterator[int]:
    start = 0
    for text in texts:
        yield start
        start += len(text) + apart


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a file: an attachment, a member of an archive, a data: address."""

    channel: str
    place: str
    name: str = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: texts to search, and files to open in their turn."""

    haystacks: tuple[Haystack, ...] = ()
    parts: tuple[Part, ...] = ()
