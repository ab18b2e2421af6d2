"""Needle and weak value: one writing of a value that is looked for."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from anonymizer.phi import Phi

LONG_WORD: Final = 5  # letters
LONG_NUMBER: Final = 6  # digits


class Form(StrEnum):
    """How a needle may be written, which decides what stands between its letters."""

    WORD = "word"
    PHRASE = "phrase"
    NUMBER = "number"
    INITIALED = "initialed"  # J. Petit: the capitals count
    DISGUISED = "disguised"  # backwards, or thirteen letters on


@dataclass(frozen=True, slots=True, order=True)
class Needle:
    """A strong value: its letters and digits alone, folded."""

    text: str = field(repr=False)
    form: Form
    category: Phi
    written: str = field(default="", repr=False)  # a word with its accents, in small letters


@dataclass(frozen=True, slots=True, order=True)
class Weak:
    """A value that is also a common word or number."""

    word: str = field(repr=False)
    category: Phi
