"""Find the names of hospitals, clinics and homes; a type that is a common noun stays.

Layout: type (Hôpital, CHU, Clinique, EHPAD), « de », name; English: name, then Hospital, Clinic,
Infirmary, Trust. « Hôpital de jour », « examen clinique » and wards name no place. Source: FINESS
categories; lexicon/hospitals.txt.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.words import (
    APOSTROPHE,
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    WORD,
    folded,
    is_heading,
    is_ordinary,
    phrase_at,
    scan,
)
from anonymizer.lexicon import places, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_NAME = (
    rf"(?:{WORD}|[{UPPER}]\.)(?:[{BLANK}]?(?:[{HYPHEN}–][{BLANK}]?)?"
    rf"(?:(?:de[ ]la|de[ ]l['’]|de|du|des|d['’]|la|le|les|et|of|l['’]|y|del|sur"
    rf"|en)[{BLANK}]?)?(?:{WORD}|[{UPPER}]\.)){{0,4}}"
)
_TYPE_FR = re.compile(
    rf"""(?<![{LETTER}\d{HYPHEN}])(?P<type>
    [Hh][ôo]pita(?:l|ux)(?:[ ](?:[Uu]niversitaires?|[Gg][ée]n[ée]ral|[Pp]riv[ée]|[Mm]ilitaire
    |[Rr][ée]gional|[Ll]ocal|[Cc]lini(?:que|c)|[Uu]niversitario))*
    |HOPITAL|HÔPITAL|HOPITAUX|HÔPITAUX|HOP\.?|Hop\.|[Hh]osp\.
    |CHRU|CHRA|CHUV|CHR|CHU|CHI|CHG|CHS|CHIC|CHT|CH|GHU|GHR|GHT|GHI|GH|HIA|CLCC|CRLCC|EPSM|GHEF|HCL
    |[Cc]lini(?:que|QUE)|CLINIQUE|[Pp]olyclinique|POLYCLINIQUE
    |[Cc]entre[ ][Hh]ospitalier(?:[ ](?:[Uu]niversitaire|[Rr][ée]gional|[Ii]ntercommunal
    |[Gg][ée]n[ée]ral|[Ss]p[ée]cialis[ée]|[Pp]rivé|et|&))*
    |CENTRE[ ]HOSPITALIER(?:[ ]UNIVERSITAIRE|[ ]R[ÉE]GIONAL|[ ]INTERCOMMUNAL)*
    |[Gg]roupe[ ][Hh]ospitalier|GROUPE[ ]HOSPITALIER|[Hh]ospices[ ][Cc]ivils
    |[Ee]nsemble[ ]hospitalier
    |[Ii]nstitut|[Cc]entre(?=[ ][A-ZÉ][a-zé]+[ -][A-ZÉ])|[Ff]ondation|[Cc]entre[ ]m[ée]dical
    |[Cc]entre[ ]de[ ](?:soins|sant[ée]|r[ée]adaptation|lutte[ ]contre[ ]le[ ]cancer)
    |EHPAD|[Ee]hpad|[Mm]aison[ ]de[ ](?:retraite|repos|sant[ée])|[Mm]aternit[ée]|[Ss]anatorium
    |[Cc]abinet[ ]m[ée]dical|[Ll]aboratoire
    )[{BLANK}\n]{{1,2}}(?:«[ ]?|["“])?(?P<link>(?:de[ ]la[ ]|de[ ]l['’]|de[ ]|du[ ]|des[ ]|d['’]
    |DE[ ]LA[ ]|DE[ ]|DU[ ]|D['’])?)
    (?=(?P<name>(?:(?:la|La|LA|le|Le|les|Les)[ ]|[Ll]['’])?(?:\d{{1,2}}[ ]de[ ][A-Z][a-z]+
    |{_NAME})))""",
    re.VERBOSE,
)
_TYPE_EN = re.compile(
    rf"""(?<![{LETTER}\d{HYPHEN}{APOSTROPHE}])(?P<name>(?:{WORD}|St\.|[A-Z]\.)(?:[ ](?:of[ ]
    |and[ ]|the[ ]|de[ ]|&[ ]|for[ ])*(?:{WORD}|St\.)){{0,5}})
    [ ](?P<type>(?:General|University|Memorial|Regional|Community|Children['’]s|Teaching|District
    |County|Royal|Medical|Cancer|Health|
    Heart|Surgical|Specialist|Veterans)?[ ]?(?:Hospitals?|Clinic|Infirmary|Medical[ ]Cent(?:er
    |re)|Health[ ]Cent(?:er|re)|Cancer[ ]Cent(?:er|re)|
    Hospice|NHS[ ](?:Foundation[ ])?Trust|Nursing[ ]Home|Care[ ]Home|Surgery(?=[,.]|[ ]in[ ])
    |Health[ ]System|Healthcare|Cancer[ ]Institute|Practice))(?![{LETTER}])""",
    re.VERBOSE,
)
_CUE = re.compile(
    r"(?<![\w'’-])(?:[àÀ]|[Aa]u|[Dd]e|[Dd]u|[Aa]t|[Ff]rom|[Vv]ers|[Dd]['’])[ ]?(?:la "
    r"|l['’])?(?=[A-ZÀ-Þ])"
)
_H_DOT = re.compile(
    rf"(?<![{LETTER}.])(?:H|Hôp|Hop)\.[ ]?[{UPPER}][{UPPER}{HYPHEN}]{{3,}}(?![{LETTER}])"
)
_GROUP = re.compile(
    rf"(?:GROUPE HOSPITALIER|AP-HP"
    rf"|APHP)\n(?P<first>[^\n]{{3,40}})\n(?P<second>[{UPPER} {HYPHEN}]{{4,40}})(?=\n|\Z)"
)
_POSTCODE_AFTER = re.compile(r"[ ,–-]{1,3}(\d{5})(?![\d.,])")
_ARTICLE_BEFORE = re.compile(r"\b(?:la|une|cette|notre|votre|en|de|à|par)\s\Z", re.IGNORECASE)
_SCALE_BEFORE = re.compile(
    r"(?:stades?|stages?|scores?|[ée]chelles?|scales?|crit[èe]res?|criteria|classifications?"
    r"|index|essai|protocoles?|"
    r"syst[èe]me|system|grades?|r[èe]gles?)\b[^.\n]{0,20}\Z",
    re.IGNORECASE,
)
_ACRONYM = re.compile(rf"[{BLANK}]?\((?P<acronym>[A-Z]{{3,8}})\)")
_PROPER = ("institut", "fondation", "laboratoire", "groupe", "hospices")
_GENERIC = frozenset(
    (
        *("the", "a", "an", "our", "your", "local", "this", "that", "regional", "county"),
        *("general", "teaching", "university", "memorial", "community", "district"),
        *("national", "royal", "main", "other", "outside", "outpatient", "day", "field"),
        *("specialist", "emergency", "central"),
    )
)
_NOT_NAME = frozenset(
    (
        *("jour", "universitaire", "universitaires", "nuit", "clinique", "proximite"),
        *("medecine", "chirurgie", "national", "nationale", "general", "generale"),
        *("secteur", "recherche", "biologie", "imagerie", "soins", "cancer"),
        *("cancerologie", "formation"),
    )
)
_OPENING = frozenset(
    ("the", "a", "an", "our", "at", "in", "from", "of", "and", "he", "she", "this")
)
_ENGLISH_TYPES = (
    *("Hospital", "Clinic", "Infirmary", "Cent", "Hospice", "Trust", "Home", "Surgery"),
    *("Health", "Institute", "Practice"),
)
_SMALL = frozenset(("la", "le", "les", "de", "du", "des", "el", "et", "en"))
_ARTICLES = frozenset(("l", "la", "le", "les"))


def hospitals(passage: "Passage") -> Iterator[Span]:
    """Yield the names of hospitals, clinics and homes."""
    text = passage.text
    for found in _TYPE_FR.finditer(text):
        if _is_place(text, found):
            for span in _french(found):
                yield span
                yield from _acronym(text, span.end)
    for found in scan(_TYPE_EN, text, *_ENGLISH_TYPES):
        if not _SCALE_BEFORE.search(text[max(0, found.start() - 32) : found.start()]):
            yield from _english(found)
    for found in scan(_H_DOT, text, "H.", "Hôp.", "Hop."):
        yield Span(found.start(), found.end(), Phi.HOSPITAL, "", 0.8)
    for found in scan(_GROUP, text, "HOSPITALIER", "AP-HP", "APHP"):
        yield Span(*found.span("second"), Phi.HOSPITAL, "", 0.7)
    for cue in _CUE.finditer(text):
        end = phrase_at("hospitals", text, cue.end())
        if end and not _SCALE_BEFORE.search(text[max(0, cue.start() - 32) : cue.start()]):
            yield Span(cue.end(), end, Phi.HOSPITAL, "", 0.75)


def _acronym(text: str, at: int) -> Iterator[Span]:
    """Yield the acronym in parentheses right after a hospital's name."""
    found = _ACRONYM.match(text, at)
    if found:
        yield Span(*found.span("acronym"), Phi.HOSPITAL, "", 0.7)


def _is_place(text: str, found: re.Match[str]) -> bool:
    """Tell « la clinique X » from the adjective of « essai clinique X »."""
    if not found["type"].startswith("cliniqu"):
        return True
    return _ARTICLE_BEFORE.search(text[max(0, found.start() - 12) : found.start()]) is not None


def _french(found: re.Match[str]) -> Iterator[Span]:
    name, start = found["name"], found.start("name")
    kept = _kept(name)
    if not kept:
        return
    plain = folded(name[:kept])
    kind = folded(found["type"])
    if kind in {"ch", "gh", "hop", "laboratoire", "cabinet medical"} and is_ordinary(plain):
        return
    whole = kind.startswith("centre") and found["type"][0].isupper() and found["type"] != "Centre"
    if plain in places() and found["link"] and not whole:
        yield Span(start, start + kept, Phi.CITY, "", 0.92)
        return
    proper = kind in {"hop", "hop."} or kind.startswith((*_PROPER, "centre"))
    begin = found.start("type") if proper and found["type"][0].isupper() else start
    yield Span(begin, start + kept, Phi.HOSPITAL, "", 0.92)
    code = _POSTCODE_AFTER.match(found.string, start + kept)
    if code:
        yield Span(code.start(1), code.end(1), Phi.POSTCODE, "", 0.7)


def _kept(name: str) -> int:
    """Return how much of ``name`` is a proper name, 0 where it is a ward or a common noun."""
    kept = 0
    for piece in re.finditer(r"[^\s]+", name):
        plain = folded(piece[0].strip(".,"))
        if plain in words("specialties") or plain in _NOT_NAME:
            break
        if is_heading(plain) and plain not in _SMALL:
            break
        if not kept and piece[0].islower() and plain not in _ARTICLES and "'" not in plain:
            break
        if piece[0][0].isupper() or piece[0][0].isdigit() or "'" in plain:
            kept = piece.end()
    return kept


def _english(found: re.Match[str]) -> Iterator[Span]:
    pieces = list(re.finditer(r"\S+", found["name"]))
    while pieces and _is_generic(folded(pieces[0][0])):
        pieces.pop(0)
    if not pieces or all(_is_ward(folded(piece[0])) for piece in pieces):
        return
    yield Span(found.start("name") + pieces[0].start(), found.end(), Phi.HOSPITAL, "", 0.9)


def _is_generic(plain: str) -> bool:
    return plain in _OPENING or (is_heading(plain) and plain not in {"general", "st"})


def _is_ward(plain: str) -> bool:
    return plain in words("specialties") or plain in _GENERIC or plain in {"and", "of", "&", "for"}
