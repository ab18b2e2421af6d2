"""Find names that a title announces: Dr, Pr, M., Mme, Mrs, Maître, « Drs A et B », "Jane Doe, MD".

Layout: title, optional point, name (see ``reading``); plural titles open a list; English degrees
stand after the name. Source: usage in French and English letters.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.closing import closed
from anonymizer.detect.dictated import small_name
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, read_name, spans
from anonymizer.detect.words import (
    APOSTROPHE,
    BEFORE,
    BLANK,
    HYPHEN,
    INITIALS,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_capitals,
    scan,
)
from anonymizer.lexicon import words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_TITLE = re.compile(  # the first letter first, so that few places are looked at
    rf"""[CDFMNPSdmp](?<![{LETTER}\d{APOSTROPHE}{HYPHEN}_@.].)(?:
    (?P<care>(?<=[Dd])(?:re?s?|octeure?s?|octors?) | (?<=D)(?:RS?|OCTEUR|oct)
      | (?<=[Pp])(?:rofs?|rofesseure?s?|rofessor) | (?<=P)(?:rs?|R|ROF|ROFESSEUR)
      | (?<=p)r(?=\.) | (?<=C)onsultants(?=[ ][A-Z]) | (?<=N)urse | (?<=S)ister(?=[ ][A-Z]))
    |(?P<civil>(?<=[Mm])(?:r|me|onsieur|adame)
      | (?<=M)(?:M|R|rs|RS|s|iss|mes|ME|e?lles?(?=[ ]|\.)|LLE|essrs|essieurs|esdames|ONSIEUR|ADAME
        |ademoiselle|ADEMOISELLE|a[îi]tre|e(?=[ .][A-Z]))
      | (?<=S)ir | (?<=D)ame | (?<=F)ather | (?<=P)[èe]re(?=[ ][A-Z])
      | (?<=S)(?:œ|oe)ur(?=[ ][A-Z]))
    |(?P<short>(?<=M)(?=\.(?![A-Z]\.)))
    |(?P<bare>(?<=M)(?=[ ]))
    )(?![{LETTER}])(?:(?<!adame)(?<!sieur)(?<!octeur)(?<!sseur)\.)?(?:\(e?s?\))?(?:[{BLANK}]*\n?[{BLANK}]*)(?=[^\W\d_])""",
    re.VERBOSE,
)
_DEGREE = re.compile(
    rf"""{BEFORE}(?P<name>(?:{WORD}|{INITIALS})(?:[{BLANK}](?:{WORD}|{INITIALS})){{1,3}})
    ,?[ ](?:M\.?D\.?|D\.?O\.?|R\.?N\.?|Ph\.?D\.?|PharmD|FRCP\w*|FRCS\w*|MRCP\w*|MBBS|NP|PA-C|DNP)
    (?![A-Za-z])""",
    re.VERBOSE,
)
_WORD = re.compile(WORD)
_PLURAL = re.compile(
    r"(?:[Dd]rs|DRS|Prs|Profs|MM|Mmes|Mlles|Messrs|Messieurs|Mesdames|\w*(?:eurs|ors|ants))\b"
)
_AND = re.compile(r"\s{0,2}(?:,|et|and|&|/|ou)\s{1,2}")
_NAME_ENDS = re.compile(rf"[{BLANK}\n]*[,;:.()/&+|\n]|[{BLANK}\n]+[a-zà-ÿ]|\Z")
_PATIENT_BEFORE = re.compile(
    r"(?:patiente?|concernant|concerne|Re|Objet|Nom|pour)\b[^.\n]{0,12}\Z", re.IGNORECASE
)
_PATIENT_AFTER = re.compile(
    r"[\s,(-]{1,3}(?:n[ée]e?|born|[âa]g[ée]e?|aged|DOB|\d{1,3}[ -](?:ans|year)|IPP|MRN|NHS)\b",
    re.IGNORECASE,
)
_CARE_BEFORE = re.compile(
    r"""(?:infirmi[èe]re?s?|IDE|cadre(?:[ ]de[ ]sant[ée])?|secr[ée]taire|psychologue
    |di[ée]t[ée]ticienne?|
    kin[ée]\w*|assistante?[ ]social\w*|sage-femme|interne|nurse|sister|therapist|midwife|consultant|
    \w+logue|\w+iste|demandeur|prescripteur|secretary|m[ée]decin|chirurgien)\s*[:,(]?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_RELATIVE_BEFORE = re.compile(
    r"""(?:fille|fils|m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur|[ée]poux|[ée]pouse|mari|femme|conjointe?|
    compagn(?:on|e)|tante|oncle|ni[èe]ce|neveu|cousine?|grand-m[èe]re|grand-p[èe]re|tut(?:eur|rice)|
    mother|father|wife|husband|son|daughter|brother|sister|aunt|uncle|niece|nephew|partner|cousin|
    grandmother|grandfather|guardian|carer)\s*[:,(]?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_DEGREES = (
    *(" MD", " M.D", " DO", " D.O", " RN", " R.N", " PhD", " Ph.D", " Pharm", " FRC", " MRC"),
    *(" MBBS", " NP", " PA-C", " DNP"),
)
_WINDOW = 32
_SPACED = re.compile(rf"(?:[{UPPER}] ){{3,30}}[{UPPER}](?![{LETTER}])")  # letters set apart
_SPECIES_LENGTH = 3


def role(text: str, start: int, end: int, otherwise: Phi = Phi.NAME) -> Phi:
    """Return whose name stands at ``[start, end)``, a title before it left out of ``start``."""
    before = text[max(0, start - _WINDOW) : start]
    if _RELATIVE_BEFORE.search(before):
        return Phi.RELATIVE
    if _CARE_BEFORE.search(before):
        return Phi.CLINICIAN
    if _PATIENT_BEFORE.search(before) or _PATIENT_AFTER.match(text, end):
        return Phi.PATIENT
    return otherwise


def titled(passage: "Passage") -> Iterator[Span]:
    """Yield the names that a title announces or a degree follows."""
    text = passage.text
    for found in _TITLE.finditer(text):
        yield from _after(text, found)
    for found in scan(_DEGREE, text, *_DEGREES):
        pieces = _with_degree(text, *found.span("name"))
        if len(pieces) > 1:
            yield from spans(pieces, Phi.CLINICIAN, 0.9)


def _with_degree(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return the words of a name that a degree follows, what opens the sentence left out."""
    for word in _WORD.finditer(text, start, end):
        named = look(word[0]) is not Look.OTHER
        pieces = read_name(text, word.start(), sure=named, titled=named)
        if pieces:
            return pieces
    return ()


def _after(text: str, title: re.Match[str]) -> Iterator[Span]:
    if spaced := _SPACED.match(text, title.end()):
        yield Span(*spaced.span(), Phi.NAME, "", 0.9, Part.FAMILY)
        return
    bare, short = (title[group] is not None for group in ("bare", "short"))
    pieces = read_name(text, title.end(), sure=not bare, titled=not bare, civil=not title["care"])
    if not (pieces or bare or short or title[0].startswith("MR ")):
        pieces = small_name(text, title.end())
    if not pieces or (bare and not _after_bare(pieces)) or _role_after_role(title, pieces):
        return
    told = role(text, title.start(), pieces[-1].end)
    category = Phi.CLINICIAN if title["care"] else told
    yield from spans(pieces, category, 0.95)
    if not _PLURAL.match(title[0]):
        return
    while joined := _AND.match(text, pieces[-1].end):
        sure = _nameable(text, joined.end())
        pieces = read_name(text, joined.end(), sure=sure, small=True, titled=sure)
        if not (pieces := pieces or _joined(text, joined.end())):
            return
        yield from spans(pieces, category, 0.9)


def _nameable(text: str, at: int) -> bool:
    """Tell whether a word of a list of names stands at ``at``: a sign or « et » closes it."""
    found = _WORD.match(text, at)
    return bool(found and (look(found[0]) is not Look.OTHER or closed(text, found.end())))


def _joined(text: str, at: int) -> tuple[Piece, ...]:
    """Return the word that joins names behind one title, whatever it is: « Drs Vo et Bras »."""
    found = _WORD.match(text, at)
    plain = folded(found[0]) if found else ""
    if not found or _says_a_role(plain) or not _NAME_ENDS.match(text, found.end()):
        return ()
    return (Piece(*found.span(), plain, is_capitals(found[0])),)


def _says_a_role(plain: str) -> bool:
    return any(plain in words(kind) for kind in ("titles", "roles", "specialties"))


def _role_after_role(title: re.Match[str], pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a role stands behind another, and no name: "Nurse Consultant"."""
    role_before = folded(title[0].strip(" .\n")) in words("roles")
    return role_before and pieces[0].plain in words("roles")


def _after_bare(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether « M » without its point is a title: M KERVADEC, never « stade M Lymphome »."""
    return any(p.capitals and len(p.plain) > _SPECIES_LENGTH for p in pieces) or len(pieces) > 1
