"""Find telephone, fax, pager and extension numbers.

Layout: France 0X XX XX XX XX or +33; Belgium, Switzerland, Quebec, United Kingdom, Ireland, United
States, Australia, India in their own groups; after « tél. », "phone" any number, after « bip »,
« poste », "bleep", "ext." a short one. Separators may be lost or uneven, and O stand for 0, l for 1
(OCR). Source: ITU-T E.164; ARCEP, Ofcom, ComReg, ACMA and NANP plans.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import digit_runs, lowered, opened, vocabulary
from anonymizer.detect.measures import measured, stepped
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_SEP = r"[ \u00a0\u202f./\-–]{0,3}"
_PHONE = re.compile(
    rf"""(?<![\w.,/+-])(?:
    (?<!\d[ ])(?:\+|00)[ ]?[1-9]\d{{0,2}}[ .\-]?(?:\(0\)[ ]?)?(?:[ .\-/]?\(?\d{{1,5}}\)?){{2,6}}
    | \(?\+?(?:33|32|34|41|44|49|39|352|1|\+\d{{2,3}})\)[ .-]?\(?0?\)?[ .-]?\d(?:{_SEP}\d){{5,9}}
    | \(0\d{{1,5}}\)[ ]?\d{{3,4}}[ ]?\d{{2,4}}
    | 0[1-9l](?:{_SEP}[\dl]){{8}}
    | 0[127]\d{{9}}
    | 0[1-9]\d{{0,4}}[ -]\d{{3,4}}[ -]\d{{3,4}}
    | 0[1-9]\d{{3,4}}[ -]\d{{5,6}}
    | (?<=\()(?:40|8[79])(?:[ .]\d\d){{3}}(?=\))
    | 0\d{{1,2}}[ /]\d{{3}}[ .]\d{{2}}[ .]\d{{2}}
    | 04\d\d[ ]?[/.][ ]?\d\d[ .]?\d\d[ .]?\d\d
    | (?:\+?1[ .-])?\(?[2-9]\d\d\)?[ ]?[-. ][ ]?[2-9]\d\d[ ]?[-. ][ ]?\d{{4}}(?:[ ]\d\d(?!\d))?
    | \([2-9]\d\d\)[- ]?[2-9]\d\d[- ]\d{{4}}(?:[ ]\d\d(?!\d))?
    | [6-9]\d{{4}}-\d{{5}}
    | 0[1-9]\d[/ ]\d\d[.]\d\d[.]\d\d
    | 0[1-9](?P<gap>[ .])\d\d(?:(?P=gap)\d\d){{2}}(?![ .-]\d)
    )(?![\dh])(?![.,]\d)(?!-\d)""",
    re.VERBOSE,
)
_MORE = re.compile(
    r"(?:[ ]?/[ ]?\d{2,4})+(?![\d/])"
    r"|,?[ ](?:ext(?:ension|n)?\.?|x|poste|\#)[ ]?(?:n°[ ]?)?\d{1,6}(?!\w)"
)
_OTHER_END = re.compile(r"[ ](?:ou|et|or|and)[ ](?:au[ ])?(?P<end>\d{2,4})(?![\w.,/%-]|[ ]\w)")
_LABELLED = re.compile(
    r"""(?:t[ée][l1](?:[ée]?(?:phones?|copie(?:ur)?)|[ée])? | ph | fax(?:er|[ée]e?s?)? | mobile
    | mob | portable | gsm | phones? | cell | joindre | joignables? | contact(?:e[rz]|ed)? | appeler
    | rappeler | call
    | num[ée]ros? | ligne\ (?:t[ée]l[ée]phonique|directe) | direct\ line | t(?=\s[\d+(]))\b
    (?P<between>[^\d\n+(]{0,24}?)
    (?P<number>(?:[(+]{0,2}\d|(?<!\w)o)[\dol \u00a0.\-/()]{2,20}\d)(?![\da-z])""",
    re.VERBOSE,
)
_SHORT = re.compile(
    r"""(?:bip|biper|dect|bleep|pager|pgr|poste|astreinte|extn?|extension|beeper|b/l)\b\.?
    [ ]?(?:\(?int(?:erne)?\)?)?[ ]?(?:n[°º]|no\.?|number|\#)?[ ]?[:.\#]?[ ]?
    (?P<number>\d{3,6}|\d(?:[ ]\d\d){2}|\d\d[ ]\d\d(?:[ ]\d\d)?|\d\d[ ]\d{3})(?![\w/%]|[.,]\d)""",
    re.VERBOSE,
)
_LOCAL = re.compile(
    r"(?:phones?|tel|telephone|home|work|cell|call|mobile)\b\.?:?[ ](?P<number>[2-9]\d\d-\d{4})\b"
)
_DATE_SHAPE = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)?\d\d\Z")
_DAY = re.compile(
    r"[0-3]?\d[/.-][0-3]?\d[/.-](?:19|20)\d\d(?!\d)"
    r"|(?:[0-3]\d(?P<sign>[/.-])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?P<mark>[/.-])[0-3]\d)"
    r"(?:(?P=sign)|(?P=mark))\d\d[ ]\d"
)
_ALWAYS = re.compile(r"[ ](?:jours?(?: et nuit|/nuit)|24[ ]?h|de \d|\d{1,2}[ ]?h)")
_ACIDITY = re.compile(r"ph\W{1,4}[678][.,]\d")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_RUN = re.compile(r"[0-9o](?<!\wo)(?:[ \u00a0.\-/()]{0,3}[0-9ol]){3,20}")
_SHORT_LABELS = frozenset(
    (
        *("bip", "biper", "dect", "bleep", "pager", "pgr", "poste", "astreinte", "ext", "extn"),
        *("extension", "beeper", "b/l"),
    )
)
_LOCAL_LABELS = frozenset(
    ("phone", "phones", "tel", "telephone", "home", "work", "cell", "call", "mobile")
)
_SPOKEN_SIGNS = frozenset(("oh", "zero", "zéro", "double", "nought"))
_LABEL_WINDOW = 48
_INTERNAL = re.compile(r"x(?<![\w.]x)\d{3,4}[1-9](?![\w]|[.,]\d)")
_FRENCH_DIGITS = (
    r"(?:z[ée]ros?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et)"
)
_SPOKEN = re.compile(
    r"(?:oh|zero|nought|double)(?:[ -](?:oh|zero|nought|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|hundred|double|triple|treble|eleven|twelve)){5,}(?!\w)"
    r"|z[ée]ro[ -](?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)"
    rf"(?:[ -]{_FRENCH_DIGITS}){{4,}}(?!\w)"
)
_NEVER_YEARS = ("bip", "bleep", "dect", "ext.", "extn", "pager", "pgr")
_SURE = ("t", "fax", "gsm", "ph", "port")  # labels that are of telephones alone
_FEWEST, _FEWEST_LOOSE, _FEWEST_ALONE, _LEAST_PHONE = 4, 6, 8, 7


def _digits(text: str) -> int:
    return sum(char.isdigit() or char in "Ool" for char in text)


def phones(passage: "Passage") -> Iterator[Span]:
    """Yield telephone and fax numbers, by their shape or after their label."""
    text, low = passage.text, lowered(passage.text)
    yield from _by_shape(text)
    for found in _labelled(low):
        if _alone(low, found) and _announced(found) and not measured(text, found.end()):
            yield from _whole(text, found.start("number"), found.end("number"), 0.8)
    used = vocabulary(text) | ({"b/l"} if "b/l" in low else set())
    for pattern, labels in ((_SHORT, _SHORT_LABELS), (_LOCAL, _LOCAL_LABELS)):
        for found in opened(pattern, low, sorted(used & labels)):
            number = found["number"]
            dated = _YEAR.match(number) and not found[0].startswith(_NEVER_YEARS)
            if _alone(low, found) and not measured(text, found.end()) and not dated:
                yield Span(*found.span("number"), Phi.PHONE, "", 0.8)
    yield from (Span(*found.span(), Phi.PHONE, "", 0.7) for found in _INTERNAL.finditer(text))
    for found in () if used.isdisjoint(_SPOKEN_SIGNS) else _SPOKEN.finditer(low):
        if _alone(low, found):
            yield Span(found.start(), found.end(), Phi.PHONE, "", 0.8)


def _by_shape(text: str) -> Iterator[Span]:
    clear = text.replace("O", "0")
    for start, end in digit_runs(text):
        for found in _PHONE.finditer(clear, start, end):
            real = not _DAY.match(found[0]) and not stepped(found[0])
            enough = _digits(found[0]) >= _LEAST_PHONE and real
            if enough and (_ALWAYS.match(text, found.end()) or not measured(text, found.end())):
                yield from _whole(text, _opened(found), found.end())


def _labelled(low: str) -> Iterator[re.Match[str]]:
    """Yield numbers of four signs or more, in the line after a telephone's label."""
    last = 0
    for run in _RUN.finditer(low):
        start = max(last, run.start() - _LABEL_WINDOW)
        found = _LABELLED.search(low, start, min(len(low), run.end() + 2))
        if found:
            last = found.end()
            yield found


def _alone(low: str, found: re.Match[str]) -> bool:
    """Tell whether a label is a word of its own."""
    return not low[found.start() - 1 : found.start()].isalnum()


def _announced(found: re.Match[str]) -> bool:
    """Tell whether a labelled number has the length of a telephone's and is no date."""
    number = found["number"]
    least = _FEWEST if found[0].startswith(_SURE) else _FEWEST_LOOSE
    least = _FEWEST_ALONE if found[0][1:2].isspace() else least
    if _digits(number) < least or _DATE_SHAPE.match(number) or _ACIDITY.match(found[0]):
        return False
    return _digits(number) >= _LEAST_PHONE or not _YEAR.match(number)


def _whole(text: str, start: int, end: int, sure: float = 0.9) -> Iterator[Span]:
    """Yield a number with its extension, and the other ending of « … 34 ou 35 »."""
    more = _MORE.match(text, end)
    end = more.end() if more else end
    yield Span(start, end, Phi.PHONE, "", sure)
    other = _OTHER_END.match(text, end)
    if other:
        yield Span(*other.span("end"), Phi.PHONE, "", 0.6)


def _opened(found: re.Match[str]) -> int:
    """Return where a number begins, a parenthesis that it does not close left out."""
    return found.start() + (found[0].startswith("(") and ")" not in found[0])
