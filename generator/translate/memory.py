"""Earlier translations, from TMX 1.4 or XLIFF files, for sentences that come again.

Source: https://www.gala-global.org/tmx-14b
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

from anonymizer.detect import detect
from anonymizer.passage import passage
from anonymizer.phi import QUASI, Lang, Phi

from generator.case.terms import TextStatus
from generator.errors import UnreadableInputError
from generator.language.numbers import decimal
from generator.translate import xliff
from generator.translate.markup import kept
from generator.translate.work import Unit, Work, other
from generator.translate.xml import parse

EXACT: Final = "exact-match"
ADAPTED: Final = "fuzzy-match"
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
# thousands or decimals, an ordinal: their form depends on more than the digits
_UNSURE: Final = re.compile(r"\d[.,]\d{3}(?!\d)|\d(?:st|nd|rd|th|e|er|re|ère|ème)\b")
_DONE: Final = (TextStatus.TRANSLATED, TextStatus.FINAL)


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence with its translation, and whether a person approved it."""

    source: str = field(repr=False)
    target: str = field(repr=False)
    approved: bool


def remembered(data: bytes, where: str, source: Lang) -> tuple[Segment, ...]:
    """Return what a TMX or XLIFF file says of sentences in ``source``.

    Raises UnreadableInputError.
    """
    if not where.casefold().endswith(".tmx"):
        work = xliff.read(data, where)
        return tuple(_of(unit) for unit in work.units if unit.target and work.source is source)
    root = parse(data, where, doctype="tmx")
    if root.tag != "tmx":
        raise UnreadableInputError(
            where,
            en="not a TMX file. Give a .tmx file, or an XLIFF file that was translated.",
            fr="ce n’est pas un fichier TMX. Donnez un fichier .tmx, ou un fichier XLIFF traduit.",
        )
    return tuple(segment for unit in root.iter("tu") for segment in _told(unit, source))


def _of(unit: Unit) -> Segment:
    return Segment(unit.source, unit.target, unit.state in _DONE)


def _told(unit: Element, source: Lang) -> Iterator[Segment]:
    said: dict[str, str] = {}
    for each in unit.iter("tuv"):
        lang = each.get("lang", "").replace("_", "-").partition("-")[0].casefold()
        text = each.find("seg")
        if text is not None:
            said.setdefault(lang, "".join(text.itertext()))
    ours, theirs = said.get(source, ""), said.get(other(source), "")
    if ours.strip() and theirs.strip():
        yield Segment(ours, theirs, approved=True)


def filled(work: Work, memory: Iterable[Segment]) -> Work:
    """Return the work with what the memory knows in the place of targets that are missing.

    The same sentence gets its translation, to be reviewed where nobody approved it or where two
    differ; one that differs by numbers alone gets it with its own numbers, to be reviewed.
    Neither ever brings in a name or number of somebody else.
    """
    exact: dict[str, list[Segment]] = {}
    shaped: dict[str, list[Segment]] = {}
    for segment in memory:
        if segment.target.strip() and kept(segment.source, segment.target):
            exact.setdefault(segment.source.strip(), []).append(segment)
            shaped.setdefault(_NUMBER.sub("0", segment.source.strip()), []).append(segment)
    units = tuple(
        unit
        if unit.target.strip()
        else _same(unit, exact, work.target) or _alike(unit, shaped, work) or unit
        for unit in work.units
    )
    return replace(work, units=units)


def _same(unit: Unit, exact: Mapping[str, list[Segment]], target: Lang) -> Unit | None:
    found = sorted(exact.get(unit.source.strip(), ()), key=lambda each: not each.approved)
    if not found or not _names_no_other(unit.source, found[0].target, target):
        return None
    approved = tuple(each for each in found if each.approved)
    agreed = len({each.target.strip() for each in approved}) == 1
    state = TextStatus.TRANSLATED if agreed else TextStatus.NEEDS_REVIEW
    return replace(unit, target=found[0].target.strip(), state=state, origin=EXACT)


def _alike(unit: Unit, shaped: Mapping[str, list[Segment]], work: Work) -> Unit | None:
    for each in shaped.get(_NUMBER.sub("0", unit.source.strip()), ()):
        if not each.approved or _identifies(unit.source, work.source):
            continue
        target = renumbered(each, unit.source, work.source)
        if target and not _identifies(each.target, work.target):
            state = TextStatus.NEEDS_REVIEW
            return replace(unit, target=target, state=state, origin=ADAPTED)
    return None


def renumbered(known: Segment, source: str, lang: Lang) -> str:
    """Return the translation of a sentence that differs by numbers, "" where they do not pair.

    >>> renumbered(Segment("Taille 2,60 cm.", "Size 2.60 cm.", True), "Taille 3,1 cm.", Lang.FR)
    'Size 3.1 cm.'
    """
    was, now = _NUMBER.findall(known.source), _NUMBER.findall(source)
    told = [_plain(each) for each in _NUMBER.findall(known.target)]
    if sorted(told) != sorted(map(_plain, was)) or _UNSURE.search(f"{source}\n{known.target}"):
        return ""
    pairs = dict(zip(map(_plain, was), now, strict=True))
    if any(pairs[_plain(old)] != new for old, new in zip(was, now, strict=True)):
        return ""  # one number that became two: which of them stands where is not known
    return _NUMBER.sub(lambda found: decimal(pairs[_plain(found[0])], other(lang)), known.target)


def _plain(number: str) -> str:
    return number.replace(",", ".")


def _identifies(text: str, lang: Lang) -> bool:
    read = passage(text, lang)
    return bool(read.mentions) or any(s.category not in QUASI for s in detect(read))


def _names_no_other(source: str, target: str, lang: Lang) -> bool:
    """Tell whether every name and number of a person in ``target`` stands in ``source`` too."""
    read = passage(target, lang)
    return all(
        target[span.start : span.end].casefold() in source.casefold()
        for span in detect(read)
        if span.category not in (*QUASI, Phi.DATE, Phi.BIRTH_DATE, Phi.AGE)
    )
