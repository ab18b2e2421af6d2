"""Divide a narrative into its sections."""

from dataclasses import dataclass, field
from typing import Final

from generator.case.terms import SectionKind
from generator.read.headings import Heading, alone, inline
from generator.read.plain_text import markdown, page_width, without_stray_quotes

_BARE_ENOUGH: Final = 2  # headings without a colon: then a colon inside a line opens no section


@dataclass(frozen=True, slots=True)
class Part:
    """One section as read: its kind, its heading where the author chose other words, its text."""

    kind: SectionKind
    heading: str = field(repr=False)
    text: str = field(repr=False)


def sections(text: str, *, is_markdown: bool) -> tuple[Part, ...]:
    """Return the sections of a narrative in their order; one of kind "other" without headings.

    A heading that is repeated opens another section. A heading with nothing under it is left
    out: its words say only that nothing was written.
    """
    lines = without_stray_quotes(text.split("\n"))
    width = 0 if is_markdown else page_width(lines)
    parts = (
        Part(found.kind, "" if found.standard else found.words, _text(body, width, is_markdown))
        for found, body in _divided(lines)
    )
    return tuple(part for part in parts if part.text)


def _text(lines: list[str], width: int, is_markdown: bool) -> str:  # noqa: FBT001 - one caller
    if is_markdown:
        return "\n".join(line.rstrip() if not line.strip() else line for line in lines).strip("\n")
    return markdown(lines, width)


_NONE: Final = Heading(SectionKind.OTHER, "", 0, colon=False)


def _divided(lines: list[str]) -> list[tuple[Heading, list[str]]]:
    whole = [alone(line) for line in lines]
    bare = sum(found is not None and not found.colon for found in whole)
    parts: list[tuple[Heading, list[str]]] = [(_NONE, [])]
    for line, found in zip(lines, whole, strict=True):
        heading = found or (inline(line) if bare < _BARE_ENOUGH else None)
        if heading is None:
            parts[-1][1].append(line)
        elif found:
            parts.append((heading, []))
        else:
            parts.append((heading, [line[heading.rest :]]))
    return parts
