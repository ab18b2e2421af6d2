"""A text as what a translator works on, between what stays as it is: signs of lists, blanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from anonymizer.phi import Lang

from generator.translate.sentences import sentences

_LETTER: Final = re.compile(r"[^\W\d_]")
_LEAD: Final = re.compile(
    r"\s*(?:(?:#{1,6}(?=\s)|[-*+•▪‣–—](?=\s)|\d{1,3}[.)](?=\s)|>(?!\s*\d)|\|)\s*)*"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, and what stands around it and is never translated."""

    lead: str = field(repr=False)
    text: str = field(repr=False)
    trail: str = field(repr=False)

    @property
    def frame(self) -> tuple[str, str]:
        """Return what stands around the sentence."""
        return self.lead, self.trail


def segments(text: str, lang: Lang) -> tuple[Segment, ...]:
    r"""Return the sentences of a text that hold words; lead, text and trail joined are the text.

    >>> segments("- Toux.\n- 12 %\n", Lang.FR)[0].frame
    ('- ', '\n- 12 %\n')
    """
    found: list[Segment] = []
    before = ""
    for sentence in sentences(text, lang):
        if not _LETTER.search(sentence):
            before += sentence
            continue
        lead, inner, trail = _parts(sentence)
        found.append(Segment(before + lead, inner, trail))
        before = ""
    if before and found:
        last = found.pop()
        found.append(Segment(last.lead, last.text, last.trail + before))
    return tuple(found)


def _parts(sentence: str) -> tuple[str, str, str]:
    lead = _LEAD.match(sentence)
    start = lead.end() if lead else 0
    end = len(sentence.rstrip())
    if sentence.endswith("|", start, end):
        end = len(sentence[: end - 1].rstrip())
    return sentence[:start], sentence[start:end], sentence[end:]


def joined(parts: Sequence[Segment]) -> str:
    """Return the text that segments make."""
    return "".join(f"{part.lead}{part.text}{part.trail}" for part in parts)
