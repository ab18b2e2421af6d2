"""The report: the one view model of a publication.

Everything a page shows stands here, worded in each of its languages; a renderer lays it out and
adds no word of its own. No case, no date, no code is left beyond this point. No ``repr`` holds a
word of the case.

A text that is the same in both languages, or exists in one alone, is said once.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Union

from markupsafe import Markup

from generator.language.locales import Locale

if TYPE_CHECKING:
    from generator.report.chart import Chart


class Layout(StrEnum):
    """In which language a publication is written; BILINGUAL is side by side."""

    FR = "fr"
    EN = "en"
    BILINGUAL = "bilingual"


class Profile(StrEnum):
    """What a publication is for."""

    REPORT = "report"
    JOURNAL = "journal"
    TEACHING = "teaching"
    SHARING = "sharing"


class MarkCode(StrEnum):
    """What a reader has to know about a passage, a fact or a term."""

    SUGGESTED = "suggested"
    REVIEW = "review"
    NOT_TRANSLATED = "not_translated"
    AS_WRITTEN = "as_written"
    COMPUTED = "computed"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Mark:
    """A visible badge: what it says and what that means."""

    code: MarkCode
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Said:
    """One or more lines of plain text in one language, with the marks that follow them."""

    lang: Locale
    lines: tuple[str, ...] = field(repr=False)
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """Return the lines as one text."""
        return " ".join(self.lines)


Words = tuple[Said, ...]  # one text, in each language of the report, its source first


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of sanitised HTML in one language, with the marks of the whole passage."""

    lang: Locale
    html: tuple[Markup, ...] = field(repr=False)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, row by row: what stands in one row says the same in each language."""

    kind: ClassVar[str] = "prose"
    parallel: ClassVar[bool] = True
    rows: tuple[tuple[Passage, ...], ...]
    heading: Words = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short statements, under a label of its own where it has one."""

    kind: ClassVar[str] = "listing"
    parallel: ClassVar[bool] = True
    items: tuple[Words, ...]
    label: Words = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table said once for all languages; the first cell of each row names it.

    ``columns`` is empty for a table of facts, whose rows are a label and a value.
    """

    kind: ClassVar[str] = "table"
    parallel: ClassVar[bool] = False
    name: str
    caption: Words
    columns: tuple[tuple[str, Words], ...]  # the name of the column, and its heading
    rows: tuple[tuple[Words, ...], ...]
    marks: tuple[Words, ...] = ()  # badges of the whole table


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: ``asset`` is its key among the assets, ``name`` the neutral name it is given."""

    asset: str = field(repr=False)
    name: str
    number: Words
    caption: Words
    alt: Words


@dataclass(frozen=True, slots=True)
class Figures:
    """Pictures in order."""

    kind: ClassVar[str] = "figures"
    parallel: ClassVar[bool] = False
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited publication, exactly as written, with the URL of its DOI."""

    text: str = field(repr=False)
    url: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class References:
    """The cited publications in order, said once."""

    kind: ClassVar[str] = "references"
    parallel: ClassVar[bool] = False
    references: tuple[Reference, ...]


Block = Union[Prose, Listing, Table, Figures, References, "Chart"]  # a Chart holds Words


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its name, which is its anchor, its heading, and what stands under it."""

    name: str
    heading: Words
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Author:
    """An author as the byline prints them."""

    name: str = field(repr=False)
    affiliation: str | None = field(default=None, repr=False)
    orcid: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Title, abstract and keywords in the language that a publication is not written in."""

    title: Words
    abstract: Section | None
    keywords: Words
    keywords_heading: Words


@dataclass(frozen=True, slots=True)
class Twin:
    """The same publication in the other language: what it is called there, and its file.

    ``stem`` is the name of the file without its suffix, which is that of the file it is named in.
    """

    version: Said
    stem: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words around the text: page numbers, the way to the contents, the key of the marks."""

    page: str
    of: str
    skip: str
    legend: Words
    corresponding: Words


@dataclass(frozen=True, slots=True)
class Report:
    """One publication, ready to be laid out.

    ``langs`` holds the languages it is written in, that of the case first; ``notices`` stand on
    each page; ``legend`` explains the marks that occur; ``counterpart`` is what journals print in
    the other language, ``twin`` names the same publication there.
    """

    layout: Layout
    profile: Profile
    langs: tuple[Locale, ...]
    title: Words
    short_title: str = field(repr=False)
    kicker: Words
    notices: tuple[Words, ...]
    authors: tuple[Author, ...]
    keywords: Words
    keywords_heading: Words
    abstract: Section | None
    counterpart: Counterpart | None
    sections: tuple[Section, ...]
    legend: tuple[tuple[Mark, ...], ...]
    furniture: Furniture
    twin: Twin | None
