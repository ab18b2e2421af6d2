"""From Markdown to sanitised HTML that loses no character of a clinical text.

A narrative was seldom written as Markdown: ``5*10*9/L`` must keep its asterisks, ``2014. Début``
its number, ``K < 3`` its sign, four spaces at a line start are no program. So only what is
unmistakably Markdown is read as such; raw HTML is shown as text; the result passes nh3.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from generator.errors import PassageTooLargeError
from generator.language.locales import Locale
from generator.language.typography import displayed, displayed_html
from generator.report.plain import guarded

if TYPE_CHECKING:
    from markdown import Markdown

LARGEST: Final = 200_000  # code points of one passage; python-markdown is not linear
DEEPEST: Final = 50  # brackets or quotation marks, one in another
LONGEST: Final = 60  # letters of a word, past which it may break anywhere
_STEP: Final = 30

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")
# a sign that Markdown may read, anywhere or at the start of a line
_SIGNS: Final = re.compile(r"[*_\[<>|\\#&•▪‣]|^[ \t]*(?:[-+]|\d+[.)])[ \t]", re.MULTILINE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_BRACKETS: Final = re.compile(r"[\[(<]|[\])>]|\n")
_QUOTES: Final = re.compile(rf"^(?:[ \t]*>){{{DEEPEST},}}", re.MULTILINE)
_RUN: Final = re.compile(r"([*_`~!#])\1{7,}")
_INDENT: Final = re.compile(rf"^ {{{4 * DEEPEST},}}", re.MULTILINE)
_LONG: Final = re.compile(rf"[^\s<>&]{{{LONGEST},}}")
_BLOCK: Final = re.compile(r"<(/?)(?:p|h[1-6]|ul|ol|blockquote|pre|table|hr)\b[^>]*>")
_TAGS: Final = frozenset(
    (
        *("p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote"),
        *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    )
)
_ATTRIBUTES: Final = {"a": {"href"}, "ol": {"start"}}
_HEADINGS: Final = {"h1": "h3", "h2": "h4", "h3": "h5"}
_HEADING: Final = re.compile(r"(</?)(h[1-3])>")


def rich(text: str, lang: Locale, where: str) -> tuple[Markup, ...]:
    """Return the paragraphs, lists and tables of a passage, each as sanitised HTML.

    Raises PassageTooLargeError past LARGEST; what is nested past DEEPEST is shown as plain text.
    """
    if len(text) > LARGEST:
        raise PassageTooLargeError(
            where,
            en=f"longer than {LARGEST} characters. Divide it into several sections.",
            fr=f"plus de {LARGEST} caractères. Divisez-le en plusieurs sections.",
        )
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not clean:
        return ()
    if not _SIGNS.search(clean) or _too_deep(clean):
        return tuple(_plain(part, lang) for part in _PARAGRAPHS.split(clean))
    return _blocks(_sanitised(_markdown().reset().convert(guarded(clean))), lang)


def _plain(text: str, lang: Locale) -> Markup:
    words = displayed(" ".join(text.split("\n")), lang)
    return Markup(f"<p>{_breakable(str(escape(words)))}</p>")  # noqa: S704 - escaped just before


def _too_deep(text: str) -> bool:
    if _QUOTES.search(text) or _RUN.search(text) or _INDENT.search(text):
        return True
    depth = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign == "\n":
            depth = max(0, depth - 1)  # an unclosed « < » of one line does not weigh on the next
        else:
            depth = depth + 1 if sign in "[(<" else max(0, depth - 1)
        if depth > DEEPEST:
            return True
    return False


@cache
def _markdown() -> "Markdown":
    from markdown import Markdown  # noqa: PLC0415 - heavy

    made = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    for block in ("code", "setextheader", "reference", "hr"):
        made.parser.blockprocessors.deregister(block)
    made.preprocessors.deregister("html_block")
    for pattern in (
        "html",
        "automail",
        "backtick",
        "image_link",
        "image_reference",
        "short_image_ref",
    ):
        made.inlinePatterns.deregister(pattern)
    for pattern in ("reference", "short_reference"):
        made.inlinePatterns.deregister(pattern)
    return made


def _sanitised(html: str) -> str:
    import nh3  # noqa: PLC0415 - heavy

    html = _HEADING.sub(lambda found: f"{found[1]}{_HEADINGS[found[2]]}>", html)
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=dict(_ATTRIBUTES),
        url_schemes={"https"},
        link_rel="noreferrer noopener",
    )
    return clean.replace("<th>", '<th scope="col">')


def _blocks(html: str, lang: Locale) -> tuple[Markup, ...]:
    depth, start, found = 0, 0, []
    for tag in _BLOCK.finditer(html):
        depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(html[start : tag.end()].strip())
            start = tag.end()
    shown = (_breakable(displayed_html(block, lang)) for block in found)
    return tuple(Markup(_boxed(block)) for block in shown)  # noqa: S704 - sanitised by nh3


def _boxed(block: str) -> str:
    return f'<div class="scroll">{block}</div>' if block.startswith("<table") else block


def _breakable(html: str) -> str:
    """Let an over-long word break at the end of a line, outside tags."""
    if not _LONG.search(html):
        return html
    pieces = re.split(r"(<[^>]*>)", html)
    return "".join(
        piece if number % 2 else _LONG.sub(lambda found: _parts(found[0]), piece)
        for number, piece in enumerate(pieces)
    )


def _parts(word: str) -> str:
    return "<wbr>".join(word[i : i + _STEP] for i in range(0, len(word), _STEP))
