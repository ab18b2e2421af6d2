"""HTML, SVG and other XML: text across tags, attributes, comments, styles, scripts, data: files."""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

from anonymizer.verify.channels.plain import decode
from anonymizer.verify.findings import Opened, Part, Role, haystack
from anonymizer.verify.words import vocabulary

_DATA = re.compile(
    r"data:(?P<mime>[\w/+.-]{0,80})(?P<options>(?:;[\w=.-]{1,60}){0,4}),(?P<body>[^\"'\s)<>]*)",
    re.IGNORECASE,
)
_INLINE = vocabulary(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb "
    "ruby s samp small span strong sub sup text:span time tspan textpath tt u var wbr"
)
_WORD_BLOCKS = frozenset({"w:p", "w:br", "w:cr", "w:tab", "w:tc", "w:tr", "w:tbl"})
_LABELLED = frozenset({"title", "desc", "metadata"})
_CODED = frozenset({"script", "style"})
_LINKS = vocabulary(
    "action background cite codebase data formaction href icon longdesc ping poster profile src "
    "srcset usemap xlink:href xml:base"
)
_LABELS = vocabulary(
    "abbr alt content datetime download label name placeholder summary title value"
)
_EXTENSIONS = {"svg": "svg", "svg+xml": "svg", "html": "html", "xml": "xml", "json": "json"}
# Comments, scripts and tags between two signs, but no cell or paragraph: one word to a reader.
_PARTED = re.compile(
    r"""(?<=[^\s<>]) (?: <!--.*?--> | <(script|style)\b.*?</\1\s*> | <[!?][^<>]*>
        | </?(?!(?:body|dd|div|dl|dt|h\d|head|header|html|li|main|ol|p|section|t[dhr]|tbody|thead
          |table|title|ul)\b)[A-Za-z][^<>]*> )+ (?=[^\s<>])""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")


class _Reader(HTMLParser):
    """Gathers what a document holds; lenient, so that broken markup hides nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.prose: list[tuple[str, str]] = []
        self.labels: list[tuple[str, str]] = []
        self.code: list[tuple[str, str]] = []
        self.comments: list[tuple[str, str]] = []
        self.attributes: dict[Role, list[tuple[str, str]]] = {}
        self._within: list[str] = []
        self._run: list[str] = []
        self._line = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._boundary(tag)
        if tag in _LABELLED | _CODED:
            self._within.append(tag)
        for name, value in attrs:
            role = _attribute_role(name)
            if value:
                self.attributes.setdefault(role, []).append((self._place(), value))
            if role is Role.CODE:
                self.attributes.setdefault(role, []).append((self._place(), name))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._boundary(tag)
        if tag in self._within:
            while self._within.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        innermost = self._within[-1] if self._within else ""
        if innermost in _CODED:
            self.code.append((self._place(), data))
        elif innermost:
            self.labels.append((self._place(), data))
        else:
            if not self._run:
                self._line = self.getpos()[0]
            self._run.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append((self._place(), data))

    def handle_decl(self, decl: str) -> None:
        self.comments.append((self._place(), decl))

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    def handle_pi(self, data: str) -> None:
        self.code.append((self._place(), data))

    def finish(self) -> None:
        self.close()
        self._boundary("")

    def _place(self) -> str:
        line, column = self.getpos()
        return f"line {line}, column {column}"

    def _boundary(self, tag: str) -> None:
        own = "-" in tag or (tag.startswith("w:") and tag not in _WORD_BLOCKS)
        inline = own or tag in _INLINE or tag in _CODED
        if not inline and self._run:
            text = _SPACES.sub(" ", "".join(self._run))
            self.prose.append((f"line {self._line}", text.strip(" ")))
            self._run = []


def _attribute_role(name: str) -> Role:
    if name in _LINKS:
        return Role.LINK
    if name in _LABELS or name.startswith(("aria-", "data-", "xmp", "dc:", "pdf:")):
        return Role.LABEL
    return Role.CODE


def read_markup(data: bytes, kind: str = "") -> Opened:
    """Return every text of a document; ``kind`` precedes the names of its channels."""
    source = decode(data)
    parts = tuple(_data_files(source))
    bare = _DATA.sub("data:", source)
    reader = _Reader()
    try:
        reader.feed(bare)
        reader.finish()
    except AssertionError:  # html.parser on marked sections it does not know: the source remains
        reader.prose.append(("", bare))
    return Opened(
        (
            *haystack(f"{kind}text", Role.PROSE, reader.prose, "\n\n"),
            *haystack(f"{kind}title", Role.LABEL, reader.labels, "\n\n"),
            *haystack(f"{kind}comment", Role.LABEL, reader.comments),
            *haystack(f"{kind}script or style", Role.CODE, reader.code),
            *(
                hay
                for role, pieces in reader.attributes.items()
                for hay in haystack(f"{kind}attribute", role, pieces)
            ),
            *haystack(f"{kind}source", Role.CODE, [("", bare)]),
            *haystack(f"{kind}source", Role.CODE, _joined(bare)),
        ),
        parts,
    )


def _joined(source: str) -> tuple[tuple[str, str], ...]:
    """Return the source without the tags that part words, entities undone."""
    joined = _PARTED.sub("", source)
    return (("", unescape(joined)),) if joined != source else ()


def _data_files(source: str) -> tuple[Part, ...]:
    return tuple(
        Part("data address", f"offset {match.start()}", f"data.{_extension(match)}", _body(match))
        for match in _DATA.finditer(source)
    )


def _extension(match: re.Match[str]) -> str:
    return _EXTENSIONS.get(match["mime"].rpartition("/")[2].lower(), "")


def _body(match: re.Match[str]) -> bytes:
    raw = unquote_to_bytes(unescape(match["body"]))
    if "base64" not in match["options"].lower():
        return raw
    try:
        return b64decode(raw + b"=" * (-len(raw) % 4))
    except Base64Error:
        return raw
