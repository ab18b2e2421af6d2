"""Find the numbers that a label announces: patient, stay, sample, insurance, device, document.

Layout: label, sign, value (« N° IPP : 8012939402 », "MRN 48-29-13"). A label that means nothing
else suffices; a common noun (dossier, examen, lot) needs a sign (n°, #, :) or a value that only a
register writes. Source: ANS (RPPS, ADELI, FINESS, INS); NHS Data Dictionary; HIPAA 164.514(b)(2).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import numbers
from anonymizer.detect.measures import measured
from anonymizer.detect.register_labels import LABELS, Need
from anonymizer.fold import fold
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_LONGEST = max(map(len, LABELS))
_SIGNS = frozenset(("#", "°", "º", "n", "nos", "no", "num", "numero", "number", "numbers", "code"))
_COLONS = frozenset((":", "=", "|"))
_FILLERS = frozenset(
    (
        *("est", "is", "le", "the", "de", "du", "d", "la", "l", "patient", "patiente", "(", ")"),
        *("provisoire", "ending", "in", "xxx", "xx", "ipp", "nda", "id", "nhs", "securite"),
        *("sociale", "pere", "mere", "enfant", "beneficiaire", "a", "completer", "mdph"),
    )
)
_NO_PREFIX = (
    _SIGNS | _FILLERS | {word for label in LABELS for word in label if len(word) > 1}
)  # capitals before digits that are of the label
_BEFORE_A_NUMBER = _SIGNS | _COLONS | _FILLERS | {label[-1] for label in LABELS}
_LINKS = frozenset(("de", "d", "du", "des", "la", "l", "le", "of", "the", "aux"))
_MOST_FILLERS = 7

_DIGITS = re.compile(r"\d[\w./:-]*")
_GLUED_LABEL = re.compile(r"(?:[^\W\d_]*º|(?P<word>[^\W\d]+)[:./]|[.:/-])+(?=\w)")
_NAME = re.compile(r"[A-Z][a-z]{2,}/")
_PREFIX = re.compile(r"(?<![\w./-])(?P<letters>[A-Z]{1,5})(?:/[A-Z]{1,4})?[ ]\Z")
_VALUE = re.compile(
    r"[A-Z]{2}(?:[ ]\d\d){3}[ ][A-D]\b"
    r"|[A-Z]{1,3}\d{1,5}(?:[ ]\d{2,6}){1,3}(?![\w%]|[.,/:-]\d)"
    r"|[A-Z]{1,4}-\d{2,5}[ ]\d{3,6}(?![\w%]|[.,/:-]\d)"
    r"|(?:[A-Z]{1,5}(?:/[A-Z]{1,4})?[ ](?=[A-Z]?\d))?"
    r"(?:\d{1,15}(?:[ \u00a0]\d{1,10}(?![\w%]|[.,/:-]\d)){1,9}"
    r"|[^\W_]+(?:[./:-]+[^\W_]+)*)"
)
_OWNER = re.compile(r"(?<=[\w.°] )[A-Z]{2,6}(?=[ ]?:[ ]?\Z)")  # « Réf. IML : », "Lab HUS:"
_TOKEN = re.compile(r"[a-z]+|\d+|[#°º:=|()]")
_ENDED = frozenset(",)\n")  # after a short number that goes on no further
_BLANK, _APART = frozenset(" \u00a0"), frozenset(" \n\t(")
_WINDOW, _NEAR, _WIDEST, _LONG = 64, 40, 14, 7
_DAY = re.compile(
    r"(?:[0-3]?\d[./-][01]?\d|[01]?\d[./-][0-3]?\d)[./-](?:(?:1[89]|20|21)\d\d|\d\d)"
    r"|(?:19|20)\d\d[./-][01]?\d(?:[./-][0-3]?\d)?|[01]?\d[./-](?:19|20)\d\d"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TYPIST = re.compile(r"(?<=\d)/[a-z]{2,3}\Z")
_TIME = re.compile(r"\d{1,2}[h:]\d\d")
_RANGE = re.compile(
    r"(?P<low>[1-9]\d{0,2}|0|1[89]\d\d|20\d\d)(?:\.\d+)?[-/](?P<high>[1-9]\d{0,3})(?:\.\d+)?"
)
_VITAL = re.compile(r"[A-Z][A-Za-z]{0,4}[ ]\d{1,3}(?:/\d{1,3})?")  # « Examen : PA 152/94 »
_NUMBERED = re.compile(r"[A-Z]{2,5}[ ]\d\d/\d{3,5}")  # « USP 23/177 »: its year, then its number
_FILED = re.compile(r"[A-Z]{2,5}[ ]\d{5}|[A-Z]-\d{3}[ ]\d{3}")  # "folder UDH 44718"
_DECIMAL = re.compile(r"\d+[.,]\d+")
_INITIALLED = re.compile(r"\d{3,5}(?:/[A-Z]{2,4}){2}")  # « n° 612/AMC/VT »
_SERIAL = re.compile(r"(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{7,}")
_SURE = (0.9, 0.9, 0.7)  # of a number, by what its label needs
_FEWEST, _FEWEST_AFTER_COLON, _FEWEST_ALONE, _FEWEST_APART, _FEWEST_OF_PATIENT = 3, 4, 6, 8, 5


@dataclass(frozen=True, slots=True)
class _Label:
    """The label found before a value: its register, what it needs, and the signs between."""

    kind: IdKind
    need: Need
    signed: bool
    colon: bool


def labelled_numbers(passage: "Passage") -> Iterator[Span]:
    """Yield the numbers that a label announces, a line break between them or not."""
    text, last, read = passage.text, 0, 0
    for at, stop in numbers(text):
        if at < read or (stop - at < _FEWEST and _is_short(text, at, stop)):
            continue
        found = _DIGITS.match(text, at)
        if found is None or _is_small(text, found):
            continue
        read = found.end()
        plain = found[0].rstrip(".:/-")
        if found.start() < last or _DAY.fullmatch(plain) or _TIME.fullmatch(plain):
            continue
        for start, label_end in _starts(text, found.start()):
            value = _value(text, start)
            digits = sum(map(str.isdigit, value))
            enough = digits >= _FEWEST or _SERIAL.fullmatch(value)
            label = _label(text, label_end) if enough else None
            if label and _counts(label, value, digits) and not measured(text, start + len(value)):
                last = start + len(value)
                yield Span(start, last, Phi.ID, label.kind, _SURE[label.need])
                break


def _is_short(text: str, at: int, stop: int) -> bool:
    """Tell whether one or two digits stand alone and go on no further."""
    sign = text[stop : stop + 1]
    if text[at - 1].isalnum() or not (not sign or sign in _ENDED or sign in _BLANK):
        return False
    following = text[stop + 1 : stop + 2]
    return sign not in _BLANK or not (following.isdigit() or following == "(")


def _is_small(text: str, found: re.Match[str]) -> bool:
    """Tell whether a whole word has too few digits for a number: « 12h », « 5mg »."""
    end = found.end()
    whole = text[found.start() - 1 : found.start()] in _APART and text[end : end + 1] not in _BLANK
    return whole and end - found.start() < _LONG and sum(map(str.isdigit, found[0])) < _FEWEST


def is_label(word: str) -> bool:
    """Tell whether a word announces numbers, and so is no part of one."""
    return (fold(word),) in LABELS


def _starts(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where a value may begin, and where its label ends: a secretary's name is between."""
    digit = at
    while at and (text[at - 1].isalnum() or text[at - 1] in "./:-_"):
        at -= 1
    glued = _GLUED_LABEL.match(text, at, digit + 1)
    if glued and (not glued["word"] or is_label(glued["word"]) or fold(glued["word"]) in _SIGNS):
        at = glued.end()
    signed = _NAME.match(text, at, digit)
    capital = text[at - 2 : at - 1].isupper()
    prefix = _PREFIX.search(text, max(0, at - _WIDEST), at) if capital else None
    if prefix and fold(prefix["letters"]) not in _NO_PREFIX:
        yield prefix.start(), prefix.start()
    yield (signed.end() if signed else at), at


def _value(text: str, start: int) -> str:
    """Return the number that stands at ``start``, no word or measure after it."""
    found = _VALUE.match(text, start)
    value = found[0] if found else ""
    value = _TYPIST.sub("", value)
    while " " in value and measured(text, start + len(value)):
        value = value[: value.rindex(" ")]
    return value


def _label(text: str, start: int) -> _Label | None:
    """Return the label read backward from ``start`` over signs and filling words."""
    before = text[max(0, start - _WINDOW) : start]
    owner = _OWNER.search(before)
    if owner and not is_label(owner[0]):
        before = before[: owner.start()] + before[owner.end() :]
    nearest = _TOKEN.findall(fold(text[max(0, start - _NEAR) : start]))[-1:]
    if nearest and len(nearest[0]) > 1 and nearest[0] not in _BEFORE_A_NUMBER:
        return None
    tokens = _TOKEN.findall(fold(before))
    signed = colon = False
    loose: _Label | None = None
    for end in range(len(tokens), max(0, len(tokens) - _MOST_FILLERS), -1):
        for first in range(max(0, end - _LONGEST), end):
            known = LABELS.get(tuple(tokens[first:end]))
            if known:
                signed = signed or tokens[end - 1] in _SIGNS or _signed_before(tokens, first)
                found = _Label(*known, signed, colon)
                if tokens[end - 1] not in _SIGNS or known[1] is not Need.CODE:
                    return found
                loose = loose or found
        token = tokens[end - 1]
        signed = signed or token in _SIGNS
        colon = colon or token in _COLONS
        if not (len(token) == 1 or token in _SIGNS or token in _COLONS or token in _FILLERS):
            return loose
    return loose


def _signed_before(tokens: list[str], first: int) -> bool:
    """Tell whether « n° de », « numéro d’ » or "no of" stands before the label."""
    while first and tokens[first - 1] in _LINKS:
        first -= 1
    return first > 0 and tokens[first - 1] in _SIGNS


def _counts(label: _Label, value: str, digits: int) -> bool:
    """Tell whether a value is a register's after such a label, and no measure, range or year."""
    if label.need is Need.NOTHING:
        return not (_YEAR.fullmatch(value) and not (label.signed or label.colon))
    code = digits >= (_FEWEST_AFTER_COLON if any(map(str.isalpha, value)) else _FEWEST_ALONE)
    code = code or _INITIALLED.fullmatch(value) is not None
    if label.need is Need.CODE:
        lettered = value[0].isupper() and digits > _FEWEST
        return code and (label.signed or label.colon or lettered) and not _range(value)
    if label.signed or _NUMBERED.fullmatch(value):
        return "/" in value or not _range(value)
    if (
        _VITAL.fullmatch(value)
        or _range(value)
        or _YEAR.fullmatch(value)
        or _DECIMAL.fullmatch(value)
    ):
        return False
    if label.colon:
        return digits >= _FEWEST_AFTER_COLON
    code = code or (digits >= _FEWEST_OF_PATIENT and (label.kind is IdKind.MRN or value.isdigit()))
    filed = label.kind is IdKind.MRN and _FILED.fullmatch(value) is not None
    near = value[0].isupper() or label.kind is IdKind.MRN
    apart = _FEWEST_ALONE if near else _FEWEST_APART
    return filed or (code and (" " not in value or digits >= apart))


def _range(value: str) -> bool:
    """Tell whether a value reads as two bounds, the lower first: « 110-440 »."""
    found = _RANGE.fullmatch(value)
    return found is not None and int(found["low"]) < int(found["high"])
