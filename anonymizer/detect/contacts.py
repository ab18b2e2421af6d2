"""Find telephone and fax numbers, e-mail addresses, web addresses and IP addresses.

Layout: France 0X XX XX XX XX or +33; Belgium, Switzerland, Quebec, United Kingdom, United States
in their own groups; any number after « tél. », « fax », "phone". Separators may be lost or uneven,
and O stand for 0 (OCR). Source: ITU-T E.164; ARCEP, Ofcom and NANP plans; RFC 5321, 3986, 4291.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.words import digit_runs, lowered, scan
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_SEP = r"[ \u00a0\u202f./\-–]{0,2}"
_PHONE = re.compile(
    rf"""(?<![\w.,/+-])(?:
    (?<!\d[ ])(?:\+|00)[ ]?[1-9]\d{{0,2}}[ .\-]?(?:\(0\)[ ]?)?(?:[ .\-/]?\(?\d{{1,5}}\)?){{2,6}}
    | \(?\+?(?:33|32|34|41|44|49|39|352|1)\)[ .-]?\(?0?\)?[ .-]?\d(?:{_SEP}\d){{7,9}}
    | \(0\d{{2,4}}\)[ ]?\d{{3,4}}[ ]?\d{{3,4}}
    | [0O][1-9](?:{_SEP}[\dO]){{8}}
    | 0[1-9]\d{{0,3}}[ ]\d{{3,4}}[ ]\d{{3,4}}
    | 0\d{{1,2}}[ /]\d{{3}}[ .]\d{{2}}[ .]\d{{2}}
    | (?:\+?1[ .-])?\(?[2-9]\d\d\)?[ ]?[-. ][ ]?[2-9]\d\d[ ]?[-. ][ ]?\d{{4}}(?:[ ](?:\d\d(?!\d)
    |x\d+|ext\.?[ ]?\d+))?
    | \([2-9]\d\d\)[- ]?[2-9]\d\d[- ]\d{{4}}(?:[ ]\d\d(?!\d))?
    | 0[1-9](?:[ .]\d\d){{3}}
    )(?![\d])(?![.,]\d)""",
    re.VERBOSE,
)
_LABELLED = re.compile(
    r"""(?:\bt[ée]l[ée]?(?:phones?|copie(?:ur)?)?\b | \bfax\b | \bmobile\b | \bportable\b
    | \bgsm\b | \bphones?\b | \btelephone\b
    | \bcell\b | \bpager\b | \bbip\b | \bbeeper\b | \bdect\b | \bposte\b | \bfaxer\b
    | \bfax[ée]e?s?\b | \bjoindre\b | \bjoignables?\b
    | \bcontact(?:er)?\b | \bappeler\b | \brappeler\b | \bcall\b | \bnum[ée]ros?\b
    | \bligne\ t[ée]l[ée]phonique\b | \bextension\b
    | \bcontacte[rz]\b | \bt(?=\s[\d+(])
    )(?P<between>[^\d\n+(]{0,24}?)
    (?P<number>[(+]{0,2}[\do][\do \u00a0.\-/()]{2,20}\d)(?![\da-z])""",
    re.VERBOSE,
)
_EMAIL = re.compile(
    r"""(?<![\w.+%-])[\w.+%'’-]{1,64}[ ]?(?:@|\(at\)|\[at\]|＠)[ ]?
    (?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,24}|(?:fr|com|org|net|uk)\b
    |[\w-]{4,63}(?=[\s,;)]))""",
    re.VERBOSE,
)
_URL = re.compile(
    r"""(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>"«»)\]]{3,300}(?<![.,;:!?'’]) """, re.VERBOSE
)
_DOMAIN = re.compile(
    r"(?<![\w@.-])[a-z0-9][a-z0-9-]{2,40}\.(?:fr|com|org|net|eu|be|ch|ca|uk|co\.uk|nhs\.uk|gov"
    r"|edu|info)\b(?:/[\w./?=&%-]{0,200}\w)?"
)
_IPV4 = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]\d)(?!\d)"
)
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\w:])", re.IGNORECASE)
_COLONS = re.compile(r":[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:")
_ENDINGS = (
    ".fr",
    ".com",
    ".org",
    ".net",
    ".eu",
    ".be",
    ".ch",
    ".ca",
    ".uk",
    ".gov",
    ".edu",
    ".info",
)
_IP_CUE = re.compile(r"\bip\b|adresse|address|server|serveur", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s?(?:mg|g|kg|ml|dl|l|cm|mm|µ|u|ui|iu|mmol|mol|ans|an|mois|jours?|h|%|copies|/mm|years?"
    r"|days?)\b",
    re.IGNORECASE,
)
_DATE_SHAPE = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)?\d\d\Z")
_LABELS = (
    *("tel", "tél", "fax", "mobile", "portable", "gsm", "phone", "cell ", "cell:", "pager", "bip"),
    *("beeper", "dect", "poste", "join", "contact", "appel", "call", "numero", "numéro", "ligne"),
    *("extension", "t 0", "t +", "t ("),
)
_FEWEST = 4
_LEAST_PHONE = 7


def _digits(text: str) -> int:
    return sum(char.isdigit() or char in "Oo" for char in text)


def phones(passage: "Passage") -> Iterator[Span]:
    """Yield telephone and fax numbers, by their shape or after their label."""
    text = passage.text
    for start, end in digit_runs(text):
        for found in _PHONE.finditer(text, start, end):
            if _digits(found[0]) >= _LEAST_PHONE and not _UNIT_AFTER.match(text, found.end()):
                yield Span(_opened(found), found.end(), Phi.PHONE, "", 0.9)
    for found in scan(_LABELLED, lowered(text), *_LABELS):
        number = found["number"]
        if _digits(number) < _FEWEST or _DATE_SHAPE.match(number):
            continue
        if not _UNIT_AFTER.match(text, found.end()):
            yield Span(found.start("number"), found.end("number"), Phi.PHONE, "", 0.8)


def _opened(found: re.Match[str]) -> int:
    """Return where a number begins, a parenthesis that it does not close left out."""
    return found.start() + (found[0].startswith("(") and ")" not in found[0])


def mails(passage: "Passage") -> Iterator[Span]:
    """Yield e-mail addresses, those with a lost point in the domain too."""
    text = passage.text
    if "@" in text or "＠" in text or "at)" in text or "at]" in text:
        for found in _EMAIL.finditer(text):
            yield Span(found.start(), found.end(), Phi.EMAIL, "", 0.95)


def addresses(passage: "Passage") -> Iterator[Span]:
    """Yield web addresses and IP addresses."""
    text = passage.text
    for pattern, signs in ((_URL, ("://", "www.")), (_DOMAIN, _ENDINGS)):
        for found in scan(pattern, text, *signs):
            yield Span(found.start(), found.end(), Phi.URL, "", 0.9)
    for found in scan(_IPV4, text, "IP", "erve"):
        if _IP_CUE.search(text[max(0, found.start() - 24) : found.start()]):
            yield Span(found.start(), found.end(), Phi.ID, IdKind.IP, 0.9)
    for found in _IPV6.finditer(text) if _COLONS.search(text) else ():
        if any(char in "abcdefABCDEF" for char in found[0]):
            yield Span(found.start(), found.end(), Phi.ID, IdKind.IP, 0.8)
