"""Find postcodes and towns.

Layout: postcode, town, CEDEX (France); town, postcode (United Kingdom: A9 9AA; United States:
ST 99999); « demeurant à », "lives in". Source: La Poste; Royal Mail PAF; USPS Publication 28;
lexicon/communes, lexicon/cities.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.words import (
    APOSTROPHE,
    BEFORE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_heading,
    is_ordinary,
    scan,
)
from anonymizer.lexicon import places as known_places
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_TOWN = (
    rf"(?:[{UPPER}][{LETTER}]*(?:[{APOSTROPHE}{HYPHEN}][{LETTER}]+)*|\b(?:[Ll]a|[Ll]e|[Ll]es|LA"
    rf"|LE|LES|[Ll]['’]|St\.?)[ \n]?{WORD})"
    rf"(?:[{BLANK}\n](?:s/|sur|SUR|sous|SOUS|en|EN|lès|les|LES|de|DE|du|DU|la|LA|le|LE|aux"
    rf"|d['’])(?=[ \n])(?:[ \n](?:la|LA|le|LE))?[ \n]{WORD}"
    rf"|[{BLANK}{HYPHEN}]{WORD}){{0,3}}(?:[ ](?:CEDEX|Cedex|cedex)(?:[ ]\d{{1,2}})?)?"
)
_POSTCODE_FR = re.compile(
    rf"(?P<code>[0-9](?<![\w.,/+][0-9])(?:\d[ ]?\d{{3}}|\d{{3}}))[ ,]{{0,2}}\n?(?P<town>{_TOWN})"
)
_POSTCODE_UK = re.compile(
    r"[A-PR-UWYZ](?<![\w-][A-PR-UWYZ])(?:[A-HK-Y]?\d[A-HJKPSTUW\d]?|[A-HK-Y]\d\d)[ ]\d"
    r"[ABD-HJLNP-UW-Z]{2}(?![\w-])"
)
_POSTCODE_US = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI"
    r"|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?<![\w-][A-Z]{2})[ ](?P<code>\d{5}(?:-\d{4})?)(?![\d.,])"
)
_TOWN_BEFORE = re.compile(rf"{BEFORE}(?P<town>{WORD}(?:[ ]{WORD}){{0,2}}),?[ \n]\Z")
_PREPOSITION = re.compile(
    rf"""(?:à|À|A|au|aux|de|De|d['’]|D['’]|dans|en|vers|Vers|sur|le|in|In|at|of|from|From|to|near)
    [ \n]?(?:la[ ]|le[ ]|l['’]|les[ ]|r[ée]gion[ ](?:de[ ]|d['’]))?
    (?=[{UPPER}]|[Ll][ae][ ][{UPPER}])""",
    re.VERBOSE,
)
_CUE_BEFORE = re.compile(
    r"""\b(?:demeur(?:ant|e)|r[ée]sid(?:ant|e|e[ ]actuellement)|habit(?:ant|e|ait)|vi(?:t|vait|vant)
    |domicili[ée]e?s?|install[ée]e?|n[ée]e?s?|originaire|retour[ée]?e?(?:[ ]chez[ ](?:lui|elle))?
    |maire|r[ée]gion|nord|sud|est|ouest|pr[èe]s|loin|banlieue|p[ée]riph[ée]rie|commune|ville|village
    |anti-poison|CHU|CHR|CHRU|CH|h[ôo]pital|hospitalier|hospices|clinique|transf[ée]r[ée]e?|voyage
    |s[ée]jour|service|universit[ée]|facult[ée]|mairie|tribunal|agglom[ée]ration
    |[Ll]iv(?:es|ing|ed)|[Rr]esid(?:es|ing|ent)|[Bb]orn|[Mm]oved|[Cc]omes|[Oo]riginally|[Hh]ome
    |[Tt]ravel(?:l?ed)?|[Tt]ransferred)
    (?:[ ](?:le[ ])?[\d/.\ ]{4,12}|[ ]en[ ]\d{4}|[ ]alone|[ ]with[ ]\w+[ ]\w+)?[ ]\Z""",
    re.VERBOSE,
)
_CEDEX = re.compile(
    rf"{BEFORE}{WORD}(?:[{BLANK}{HYPHEN}][{LETTER}{APOSTROPHE}/]+){{0,4}}[ ]"
    r"(?i:cedex)(?:[ ]\d{1,2})?(?!\w)"
)
_CODE_ALONE = re.compile(
    r"(?:dans le|[Cc]ode postal\s?:?|CP\s?:?|[Pp]ostcode\s?:?|zip(?: code)?\s?:?)\s"
    r"(?P<code>\d{5})(?!\d)"
)
TOWN_HERE = re.compile(_TOWN)
_DATELINE = re.compile(
    rf"^[{BLANK}]*(?:[AÀ][{BLANK}])?(?P<town>{_TOWN})[ ]?,[{BLANK}](?:le|LE|Le)[{BLANK}]"
    r"(?:\w{5,8}[ ])?\d{1,2}(?:er)?[ ./]",
    re.MULTILINE,
)
_CODE_AFTER = re.compile(rf"[{BLANK}]\((?P<code>\d{{5}})\)")
_NOT_TOWN_BEFORE = re.compile(
    r"""(?:classification|crit[èe]res?|score|consensus|[ée]chelle|protocole|syndrome|maladie
    |virus|syst[èe]me|criteria|grading|
    conf[ée]rence|r[èe]gles?|staging|stade|index|universit[ée]|grade(?:[ ][IV\d]{1,3})?
    |v[ée]g[ée]tation|fi[èe]vre|essai|d[ée]claration|recommandations?)\s
    (?:modifiée?[ ])?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_SHORTEST = 4
_LONGEST = 48
_YEAR = 4  # four digits are a year more often than a foreign postcode


def postcodes(passage: "Passage") -> Iterator[Span]:
    """Yield postcodes that stand before or after their town."""
    text = passage.text
    for found in _POSTCODE_FR.finditer(text):
        if _is_town(text, found):
            yield Span(found.start("code"), found.end("code"), Phi.POSTCODE, "", 0.85)
            yield Span(found.start("town"), found.end("town"), Phi.CITY, "", 0.85)
    for found in _DATELINE.finditer(text):
        if _kept(found, "town"):
            yield Span(*found.span("town"), Phi.CITY, "", 0.8)
    for found in scan(_CODE_ALONE, text, "dans le ", "ostal", "CP", "ostcode", "zip"):
        yield Span(*found.span("code"), Phi.POSTCODE, "", 0.8)
    for found in scan(_CEDEX, text, "edex", "EDEX"):
        yield Span(found.start(), found.end(), Phi.CITY, "", 0.85)
    for pattern in (_POSTCODE_UK, _POSTCODE_US):
        for found in pattern.finditer(text):
            code = found.start("code") if "code" in pattern.groupindex else found.start()
            yield Span(code, found.end(), Phi.POSTCODE, "", 0.8)
            yield from _before(text, found.start())


def _before(text: str, at: int) -> Iterator[Span]:
    """Yield the town that stands right before a postcode or a state at ``at``."""
    window = max(0, at - _LONGEST)
    town = _TOWN_BEFORE.search(text[window:at])
    if town:
        yield Span(window + town.start("town"), window + town.end("town"), Phi.CITY, "", 0.8)


def _is_town(text: str, found: re.Match[str]) -> bool:
    town = folded(found["town"]).replace("\n", " ")
    first = town.removeprefix("la ").removeprefix("le ").removeprefix("les ").split(" ")[0]
    if town in known_places() or first in known_places() or "cedex" in town:
        return len(found["code"]) > _YEAR or text.startswith(", ", found.start() - 2)
    if is_ordinary(first) or is_heading(first) or is_clinical(first):
        return False
    if len(found["code"]) == _YEAR:
        return False
    if len(first) < _SHORTEST or found["code"].endswith("000"):
        return False
    before = text[max(0, found.start() - 3) : found.start()]
    return before.endswith((", ", "(", "\n", " - ")) or found["town"].isupper()


def towns(passage: "Passage") -> Iterator[Span]:
    """Yield towns after « né à » or "lives in", and towns of the lexicon after à or de."""
    text = passage.text
    for found in _PREPOSITION.finditer(text):
        town = TOWN_HERE.match(text, found.end())
        if not town or text[found.start() - 1 : found.start()].isalpha():
            continue
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        code = _CODE_AFTER.match(text, town.end())
        if code and len(town[0]) >= _SHORTEST and (end := _kept(town)):
            yield Span(town.start(), end, Phi.CITY, "", 0.8)
            yield Span(*code.span("code"), Phi.POSTCODE, "", 0.8)
        if _CUE_BEFORE.search(before) and (end := _kept(town)):
            yield Span(town.start(), end, Phi.CITY, "", 0.8)
        elif not _NOT_TOWN_BEFORE.search(before):
            yield from _in_lexicon(town)


def _in_lexicon(town: re.Match[str]) -> Iterator[Span]:
    for end in _ends(town[0]):
        if folded(town[0][:end]) in known_places():
            yield Span(town.start(), town.start() + end, Phi.CITY, "", 0.75)
            return


def _ends(town: str) -> tuple[int, ...]:
    """Return where a town may end, the longest reading first: « Paris Nord », « Paris »."""
    inner = [found.start() for found in re.finditer(r"[ \n-]", town)]
    return (len(town), *reversed(inner))


def _kept(town: re.Match[str], group: int | str = 0) -> int:
    """Return the end of a town after a cue, 0 where the words are no town."""
    name = town[group]
    first = folded(re.split(r"[ \n]", name)[0])
    if folded(name) in known_places() or first in known_places():
        return town.end(group)
    if is_heading(first) or is_ordinary(first) or is_clinical(first):
        return 0
    if first in words("countries") or folded(name) in words("countries"):
        return 0
    acronym = name.isupper() and len(name) < _SHORTEST
    return 0 if acronym or folded(name) in words("regions") else town.end(group)
