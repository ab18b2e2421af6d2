"""A finding: something a case lacks, or in which it contradicts itself."""

from dataclasses import dataclass
from enum import StrEnum

from anonymizer.phi import Lang

from generator.language.typography import displayed


class Level(StrEnum):
    """Whether a finding stands in the way of a publication."""

    FAIL = "fail"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, by a named rule, where, and one sentence a language; never a value."""

    rule: str  # "care-2013:8d", "sex-contradiction"
    level: Level
    path: str
    en: str
    fr: str

    def told(self, lang: Lang) -> str:
        """Return the finding in ``lang``, as one line to print."""
        sentence = f"{self.path} : {self.fr}" if lang is Lang.FR else f"{self.path}: {self.en}"
        return displayed(sentence, lang)


def fail(rule: str, path: str, *, en: str, fr: str) -> Finding:
    """Return a finding that has to be corrected before publication."""
    return Finding(rule, Level.FAIL, path, en, fr)


def warn(rule: str, path: str, *, en: str, fr: str) -> Finding:
    """Return a finding that the author has to look at."""
    return Finding(rule, Level.WARN, path, en, fr)
