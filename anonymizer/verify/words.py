"""Words as verification compares them: folded, look-alikes made Latin, separators gone."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from anonymizer.fold import fold
from anonymizer.kinds import WORDS as KINDS
from anonymizer.lexicon import Lexicon, places
from anonymizer.lexicon import words as lexicon

_LISTS: Final[tuple[Lexicon, ...]] = (
    "acronyms",
    "countries",
    "devices",
    "drugs",
    "eponyms",
    "headings",
    "nationalities",
    "ordinary",
    "professions",
    "regions",
    "specialties",
    "species",
    "streets",
    "titles",
    "trades",
)
Ordinary = Callable[[str], bool]  # tells whether a folded word is one of the language or a place

WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[\W_]+")
# Letters of other scripts that look like Latin ones. Source: Unicode TR 39, confusables.
_ALIKE: Final = dict(
    zip(
        "авеіјкмнорстухѕԁһӏԛԝүѵАВЕІЈКМНОРСТУХЅҮՕօոѕᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"
        "αεικνορτυχγηωϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿıɑɡɩ",
        "abeijkmhopctyxsdhlqwyvabeijkmhopctyxsyoonsabcdeghijklmnoprstuvwyz"
        "aeikvoptuxynwcjabezhikmnoptyxcjiagi",
        strict=True,
    )
)
_BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters and signs without ink
_SILENT: Final = frozenset({"Mn", "Me", "Cf"})  # marks on other signs, and signs that show nothing
_BREAK: Final = "\x02"  # stands where a PDF has hyphenated a word


class _Table(dict[int, str]):
    """A translation table that learns each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(char: str) -> str:
    """Return a character as verification compares it: a letter, a digit, a sign or nothing."""
    kind = unicodedata.category(char)
    if kind in _SILENT or char in _BLANK:
        return ""
    if kind == "Cc" and not char.isspace() and char != _BREAK:
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    apart = unicodedata.normalize("NFKD", char)
    return "".join(_ALIKE[c] if c in _ALIKE else fold(c).translate(_SMALL) for c in apart)


_SMALL: Final = str.maketrans(_ALIKE)
_TABLE: Final = _Table()


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of ``text``, parted by spaces, as a set."""
    return frozenset(text.split())


PARTICLES = vocabulary("de du des d la le les l von van der den zu dos da di el al ben bin of")
TITLES = vocabulary(
    "dr pr prof m mm mme mlle mr mrs ms miss me monsieur madame mademoiselle docteur docteure "
    "doctor professeur professeure professor sir lady"
)
GENERIC = KINDS | vocabulary(
    "ahu a et and the aux au en sur sous central services consultation consultations medicale "
    "universite urgences emergency secretariat contact accueil info"
)

FORMATS = vocabulary(  # words of HTML, CSS, PDF and XMP that may also be names
    "adobe aller alpha annot arial artifact author begin blank block border caption columns "
    "contents count courier cover filter front georgia gothic header helvetica indexed infinite "
    "inherit label lang length level limits lower margin matrix matte media middle names optima "
    "outlines pages parent pattern producer range ridge roman rotate sienna silver solid start "
    "style summary symbol target times upper values verdana weight wheat width widths window"
)


def normal(text: str) -> str:
    """Return ``text`` folded, look-alikes as the Latin letters and digits that they imitate.

    >>> normal("Vаubernier ٠٦")  # its first a is Cyrillic
    'vaubernier 06'
    """
    return text.translate(_TABLE)


def normal_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the same as ``normal`` with the offset in ``text`` of each character.

    One more offset, the length of ``text``, closes the tuple.
    """
    pieces = [_TABLE[ord(char)] for char in text]
    offsets = tuple(i for i, piece in enumerate(pieces) for _ in piece)
    return "".join(pieces), (*offsets, len(text))


def squash(text: str) -> str:
    """Return the letters and digits of ``text`` alone.

    >>> squash("Jean-Pierre  LE GOFF")
    'jeanpierrelegoff'
    """
    return joined(normal(text))


def joined(folded: str) -> str:
    """Return the letters and digits of a text folded already."""
    return _SEPARATORS.sub("", folded)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of ``text`` in order."""
    return tuple(WORD.findall(normal(text)))


@cache
def ordinary() -> Ordinary:
    """Return the test of the shipped lexicon: a word, an eponym, a drug or a place."""
    entries = places().union(*(lexicon(name) for name in _LISTS))
    return frozenset(word for entry in entries for word in words(entry)).__contains__
