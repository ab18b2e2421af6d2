"""XLIFF 1.2, which Weblate, OmegaT and other tools open.

Source: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element

from anonymizer.phi import Lang

from generator.case.terms import TextStatus
from generator.errors import UnreadableInputError
from generator.translate.markup import pieces
from generator.translate.work import STATES, Unit, Work
from generator.translate.xml import parse

_ESCAPED: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="{name}" source-language="{source}" target-language="{target}" \
datatype="plaintext">
<body>
"""
_TAIL: Final = "</body>\n</file>\n</xliff>\n"
_READ: Final = MappingProxyType(
    {
        **{str(state): state for state in STATES},
        "signed-off": TextStatus.FINAL,
    }
)


def write(work: Work) -> bytes:
    """Return the work as an XLIFF file: the same work, the same bytes."""
    head = _HEAD.format(name=_escaped(work.name), source=work.source, target=work.target)
    return "".join((head, *map(_written, work.units), _TAIL)).encode()


def _written(unit: Unit) -> str:
    approved = ' approved="yes"' if unit.state is TextStatus.FINAL else ""
    origin = f' state-qualifier="{_escaped(unit.origin)}"' if unit.origin else ""
    return (
        f'<trans-unit id="{_escaped(unit.id)}" xml:space="preserve"{approved}>\n'
        f"<source>{_inline(unit.source, unit.source)}</source>\n"
        f'<target state="{unit.state}"{origin}>{_inline(unit.target, unit.source)}</target>\n'
        "</trans-unit>\n"
    )


def _inline(text: str, source: str) -> str:
    """Return a sentence as XML, its signs as placeholders with the numbers of the source's."""
    numbers: dict[str, list[int]] = {}
    for number, sign in enumerate((piece for piece, is_sign in pieces(source) if is_sign), 1):
        numbers.setdefault(sign, []).append(number)
    made, seen, free = [], Counter[str](), sum(map(len, numbers.values()))
    for piece, is_sign in pieces(text):
        if not is_sign:
            made.append(_escaped(piece))
            continue
        own = numbers.get(piece, [])[seen[piece] : seen[piece] + 1]
        seen[piece] += 1
        free += not own
        made.append(f'<ph id="{own[0] if own else free}">{_escaped(piece)}</ph>')
    return "".join(made)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED).replace("\r", "&#13;")


def read(data: bytes, where: str) -> Work:
    """Return the work that an XLIFF file holds.

    A target without a state that XLIFF and a case share needs review, unless it is approved.

    Raises UnreadableInputError for what is no XLIFF 1.2 between French and English.
    """
    root = parse(data, where)
    files = [each for each in root if each.tag == "file"]
    pairs = {(_lang(each, "source-language"), _lang(each, "target-language")) for each in files}
    found = pairs.pop() if len(pairs) == 1 else (None, None)
    source, target = found
    if root.tag != "xliff" or source is None or target is None or source is target:
        raise UnreadableInputError(
            where,
            en="not an XLIFF 1.2 file from French into English or from English into French. Give "
            "the file that `casepress translate export` wrote.",
            fr="ce n’est pas un fichier XLIFF 1.2 du français vers l’anglais ou de l’anglais vers "
            "le français. Donnez le fichier écrit par `casepress translate export`.",
        )
    units = tuple(unit for file in files for unit in _units(file))
    return Work(source, target, files[0].get("original", ""), units)


def _lang(file: Element, attribute: str) -> Lang | None:
    said = file.get(attribute, "").replace("_", "-").partition("-")[0].casefold()
    return next((lang for lang in Lang if lang == said), None)


def _units(file: Element) -> Iterator[Unit]:
    for each in file.iter("trans-unit"):
        source, target = each.find("source"), each.find("target")
        if source is None:
            continue
        said = "" if target is None else "".join(target.itertext())
        state = "" if target is None else target.get("state", "")
        origin = "" if target is None else target.get("state-qualifier", "")
        approved = each.get("approved") == "yes"
        yield Unit(
            each.get("id", ""),
            "".join(source.itertext()),
            said,
            _state(state, approved=approved, is_filled=bool(said.strip())),
            origin,
        )


def _state(said: str, *, approved: bool, is_filled: bool) -> TextStatus:
    if not is_filled:
        return TextStatus.NEEDS_TRANSLATION
    state = _READ.get(said, TextStatus.TRANSLATED if approved else TextStatus.NEEDS_REVIEW)
    return TextStatus.FINAL if approved and state is TextStatus.TRANSLATED else state
