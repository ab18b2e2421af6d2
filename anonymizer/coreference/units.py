"""The units of a written name: words with their particles, and initials.

« Jean-Pierre LE GOFF » has three units: Jean, Pierre, LE GOFF. « J.-P. » has two initials.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from anonymizer.fold import fold

_TITLES = """
dr dre pr prof docteur docteure doctor professeur professeure professor mme mmes mlle mr mrs ms
miss monsieur madame mademoiselle me maitre sir lady dit dite alias et and jr sr phd md frcs
"""
_BORN = "nee ne epouse ep epse veuve vve born"
BORN = frozenset(_BORN.split())
TITLES = BORN.union(_TITLES.split())
# Particles that stay in the key: Le Goff is nobody's Goff.
_STAY = "le la les el ibn ould ait bou mac mc saint sainte st ste"
_BOUND = frozenset(_STAY.split())
# Particles that a text may leave out: M. de Villiers is M. Villiers.
_FALL = "de du des d da do dos das di del della der den van von zu ten ter"
_LOOSE = frozenset(_FALL.split())

_TOKEN = re.compile(
    r"""
    (?P<dotted> (?:[^\W\d_]\.-?){1,6} (?:[^\W\d_](?!\w))? )   # J.  J.K.  J.-P.  J.K
    | (?P<word> [^\s,;:/()\[\]{}<>&|_.]+ )
    """,
    re.VERBOSE,
)
_COMPONENT = re.compile(r"[^-\u2010\u2011]+")
_LETTER = re.compile(r"[^\W\d_]")
_POSSESSIVE = re.compile(r"['\u2019\u02bc](?:[sS])?\Z")
_LOOSE_ELIDED = re.compile(r"(?:d|dell)'(?=\w)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A range of the cleaned name and the key under which other writings are equal to it."""

    start: int
    end: int
    key: str = field(repr=False)
    initial: bool = False
    particle: bool = False
    hyphen: bool = False  # joined to the unit before it


def clean(text: str) -> str:
    """Return the name composed (NFC) and without invisible signs."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if unicodedata.category(c) != "Cf")


def units(name: str) -> tuple[Unit, ...]:
    """Return the units of a cleaned name in order, a possessive ending left out."""
    ending = _POSSESSIVE.search(name)
    return tuple(_joined(name, tuple(_pieces(name[: ending.start()] if ending else name))))


def _pieces(name: str) -> Iterator[Unit]:
    for token in _TOKEN.finditer(name):
        if token["dotted"]:
            for letter in _LETTER.finditer(name, *token.span()):
                yield Unit(*letter.span(), fold(letter[0]), initial=True)
            continue
        for nth, part in enumerate(_COMPONENT.finditer(name, *token.span())):
            key = fold(part[0]).strip("' ")
            lone = len(part[0]) == 1 and part[0].isalpha()
            if key:
                yield Unit(*part.span(), key, initial=lone, hyphen=nth > 0)


def _joined(name: str, pieces: tuple[Unit, ...]) -> Iterator[Unit]:
    """Attach each particle to the word that it precedes on the same side of a comma."""
    waiting: Unit | None = None
    for nth, piece in enumerate(pieces):
        here = piece
        if waiting is not None:
            prefix = f"{waiting.key} " if waiting.key else ""
            here = replace(
                piece,
                start=waiting.start,
                key=f"{prefix}{piece.key}",
                particle=True,
                hyphen=waiting.hyphen,
            )
        follower = pieces[nth + 1] if nth + 1 < len(pieces) else None
        if follower and _leads(name, piece, follower):
            kept = "" if piece.key in _LOOSE else piece.key
            before = waiting.key if waiting else ""
            waiting = replace(here, key=" ".join(k for k in (before, kept) if k))
            continue
        waiting = None
        yield replace(here, key=_LOOSE_ELIDED.sub("", here.key, count=1))


def _leads(name: str, piece: Unit, follower: Unit) -> bool:
    known = piece.key in _BOUND or piece.key in _LOOSE
    between = name[piece.end : follower.start].strip(" \u00a0\u202f-'’.\u2010\u2011")
    return known and not piece.initial and not follower.initial and not between
