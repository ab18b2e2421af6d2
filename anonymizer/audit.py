"""What was done to a case, without any of its values: what a reader of the audit may know."""

from collections import Counter
from dataclasses import dataclass

from anonymizer.phi import Lang, Phi
from anonymizer.policy import PolicyName, Treatment


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: a code, where (a path and offsets, never a value), one sentence a language."""

    code: str
    where: str
    en: str
    fr: str

    def told(self, lang: Lang) -> str:
        """Return the notice in ``lang``, as one line to print."""
        sentence, colon = (self.fr, " : ") if lang is Lang.FR else (self.en, ": ")
        return f"{self.where}{colon}{sentence}" if self.where else sentence


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One identifier: its category, where it stood and how it was treated.

    ``start`` and ``end`` are code points of the original passage; both -1 where the identifier
    filled a field of its own.
    """

    path: str
    start: int
    end: int
    category: Phi
    treatment: Treatment


@dataclass(frozen=True, slots=True)
class Audit:
    """All that was treated under one policy, and what the user has to know about it."""

    policy: PolicyName
    entries: tuple[Entry, ...]
    notices: tuple[Notice, ...] = ()

    def counts(self) -> tuple[tuple[Phi, Treatment, int], ...]:
        """Return how many identifiers of each category got each treatment, sorted."""
        found = Counter((e.category, e.treatment) for e in self.entries)
        return tuple((*pair, number) for pair, number in sorted(found.items()))
