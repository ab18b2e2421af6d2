"""Find names that a label announces, and names written family first: « Nom : », cc:, "Li, May".

Layout: label, colon (or a cell's edge, or leading points), name or a list of names. Source: headers
and footers of French and English hospital letters.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.announced import named
from anonymizer.detect.closing import closed, is_degree
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, read_name, spans
from anonymizer.detect.words import (
    BLANK,
    CALENDAR,
    INITIALS,
    UPPER,
    WORD,
    folded,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
    scan,
)
from anonymizer.lexicon import Lexicon, places, words
from anonymizer.phi import IdKind, Lang, Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_VALUE = rf"[{BLANK}]*\n?[{BLANK}]*[|]?[{BLANK}]*(?=[^\W\d_])"
_COLON = re.compile(rf"[:：|]{_VALUE}")
_LEADER = re.compile(rf"(?:\.{{3,}}|(?<=[a-zA-Z])[ ]{{3}}){_VALUE}")  # points or a wide gap
_LABEL = re.compile(
    r"""(?:\A|[^\w])(?:
    (?P<given>pr[ée]noms?(?:\(s\))?|first[ ]names?|given[ ]names?|forenames?|middle[ ]name)
    |(?P<family>noms?(?:[ ](?:de[ ](?:naissance|famille|jeune[ ]fille)|usuel|marital|d['’]usage
      |patronymique))?|last[ ]name|surname|family[ ]name|maiden[ ]name|patronyme)
    |(?P<patient>patiente?s?(?:[ ]\d+)?|(?:patient[ ])?name|nom[ ](?:et|,)?[ ]?pr[ée]noms?
    |identit[ée]
      (?:[ ](?:du|de[ ]la)[ ]patiente?)?|nom[ ]du[ ]patient|(?:patient|client)[ ]full[ ]name
      |full[ ]name|Re|usag[eè]re?|malade|b[ée]n[ée]ficiaire|subject|client|guarantor)
    |(?P<relative>m[èe]re|p[èe]re|fille|fils|fr[èe]re|s(?:œ|oe)ur|[ée]poux|[ée]pouse|conjointe?
    |tut(?:eur|rice)|
      personnes?[ ](?:[àa][ ]pr[ée]venir|de[ ]confiance|[àa][ ]contacter)|messager|aidante?
      |emergency[ ]contact|
      next[ ]of[ ]kin|mother|father|wife|husband|spouse|son|daughter|brother|sister|guardian
      |carer|contact)
    |(?P<care>internes?|externes?|infirmi(?:er|[èe]re)s?|IDE|m[ée]decins?|docteurs?|chirurgiens?|
      aides?[ ]op[ée]ratoires?|op[ée]rateurs?|secr[ée]taires?(?:[ ]m[ée]dicales?)?|sages?-femmes?|
      cadres?(?:[ ]de[ ]sant[ée])?|chefs?(?:[ ]de[ ](?:service|clinique|centre))?|pr[ée]scripteur
      |r[ée]dacteur|
      \w{4,}(?:logues?|logistes?|anistes?|[èe]sistes?|ristes?|ticien(?:ne)?s?|th[ée]rapeutes?)
      |coordonn\w+|
      investigat(?:eur|or)s?|[ée]quipe(?:[ ]en[ ]charge)?|attendings?|residents?|surgeons?
      |physicians?|
      anaesthetists?|an[a]?esthesiologists?|consultants?|registrars?|nurses?|providers?|PCP|GP
      |fellows?|
      interns?|scribe|authors?|secretary|midwife|referr(?:er|ing)|therapist|cc|copie[ ][àa]
      |copy[ ]to|
      copies?|destinataires?|sign(?:[ée]e?|ed)?|signature|par|by|staff|participants?|pr[ée]sents?|
      correspondants?|r[ée]f[ée]rente?|traitant|responsable|expéditeur|rapporteur|validated
      |radiographers?|PI|RNs?|scribes?|ordering|coordinator|key[ ]worker|demandeur|double|senior
      |witness|ARC|TEC|IPA|IOA|IBODE|IADE|curat(?:eur|rice)|from|de|employ(?:er|eur)|second[ ]read|
      cardiologists?|oncologists?|radiologists?|pathologists?|neurologists?
      |apologies|excus[ée]e?s?|absents?|chair|enquiries|(?:family|referring|attending)[ ]MD)
    )(?:[ ](?:traitants?|r[ée]f[ée]rente?s?|prescripteurs?|adresseurs?|correspondants?
    |principale?|senior|
      physicians?|surgeons?|doctors?|nurses?|consultants?|de[ ]garde|associ[ée]s?|responsables?
      |receveurs?
      |by|provider))*
    (?:[ ]?\((?:s|e|es|e\(s\)|[^()\n]{1,12})\))?[ ]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_WRITERS = re.compile(
    r"(?:[NV]/)?[Rr][ée]f(?:\.|[ée]rences?)?(?:[ ][A-Z]{2,6})?[ ]?:[ ]?"
    r"(?P<initials>[A-Z]{2,3}/[A-Za-z]{2,3}(?:[ ]?[–-]?[ ]?\d[\d./-]{3,20}(?<!\.))?"
    r"|\d{5,}(?:[ ]\d{2,})*(?:[ ][A-Z])?)(?![\w/%])"
)
_TYPED = re.compile(  # alone or behind the day of dictation, at the end of its line
    r"(?P<initials>[A-Z](?:(?<=\n.)|(?<=[-/.]\d\d[ ].)|(?<=\d\d\d[ ].)|(?<=\d[ ][ ].)"
    r"|(?<=(?:19|20)\d\d,[ ].)|(?<=(?:19|20)\d\d[ ]/[ ].))[A-Za-z]{1,2}"
    r"[/:](?!(?:kg|ml|min|mm|day|dl|an|mois|jour|fr|sem)\b)[a-z]{2,4}(?:[ ]?\d{4,})?)"
    r"(?=[ ]*(?:\n|\Z))"
)
_SEPARATOR = re.compile(
    r"(?:[ ]?(?:[,;/&+]|et\b|and\b)\s{0,2}|[ ]?\n[ ]{0,3})(?:[Dd]rs?\.?\s|[Pp]r\.?\s)?"
)
_JOINED = r"(?:, ?| et | and | & | \+ | / )"
_FIELD = re.compile(rf"[{UPPER}][\w ]{{1,20}}:")  # the next label
_MATES_BEFORE = re.compile(rf"[:|][{BLANK}]*(?:{WORD}(?: {WORD})?{_JOINED}){{1,8}}\Z")
_MATES_AFTER = re.compile(rf"(?:{_JOINED}{WORD}(?= ?[,.;|\n(]|{_JOINED}|\Z)){{1,8}}")
_NAMED = re.compile(WORD)
_COMMON = frozenset(
    (
        *("patient", "patiente", "name", "nom", "prenom", "madame", "monsieur", "and"),
        *("nous", "vous", "bises", "bisous", "hugs", "love"),
    )
)
_ROLES: tuple[Lexicon, ...] = ("roles", "titles", "specialties", "services", "kin")
_MOST_LISTED = 3  # words of a name that only its label announces
_WINDOW = 48
_GROUPS = {
    "patient": Phi.PATIENT,
    "given": Phi.PATIENT,
    "family": Phi.PATIENT,
    "relative": Phi.RELATIVE,
    "care": Phi.CLINICIAN,
}
_ONLY = {"given": Part.GIVEN, "family": Part.FAMILY}


_COMMA = re.compile(rf",[{BLANK}]?(?=[{UPPER}])")
_INVERTED_BEFORE = re.compile(
    rf"(?:(?:\A|\n|[|:\t#(;]|[ ]{{2}}|\d[)/.]|[.!?][ ])[{BLANK}]*|\b(?:Pt|Name|Patient)[ ])"
    rf"(?P<family>(?!(?:Name|Pt|Patient)[ ]){WORD}(?:[ ](?:y[ ])?{WORD}){{0,2}})\Z"
)
_GIVEN = re.compile(
    rf"(?P<given>{INITIALS}|{WORD}(?:[ ](?!(?:MD|DO|RN)\b){WORD})?)(?:[ ](?:{INITIALS}))?"
)
_INITIAL = re.compile(rf"{INITIALS}\Z")
_INVERTED_AFTER = re.compile(
    rf"[{BLANK}]*(?:[|\t(,;\n0-9\":]|[ ](?:MD|DO|RN)\b|[{BLANK}]{{2}}|\Z|[MF][ ])"
)


def inverted(passage: "Passage") -> Iterator[Span]:
    """Yield names written family first: "Pruitt, Wendell", "McALLISTER, Kylie-Anne", "Li, May"."""
    text = passage.text
    for comma in _COMMA.finditer(text):
        window = max(0, comma.start() - _WINDOW)
        before = _INVERTED_BEFORE.search(text[window : comma.start()])
        after = _GIVEN.match(text, comma.end()) if before else None
        if not (before and after and _INVERTED_AFTER.match(text, after.end())):
            continue
        families, given = before["family"].split(), after["given"].split()[0]
        if _inverted(families, given):
            start = window + before.start("family")
            yield Span(start, comma.start(), Phi.NAME, "", 0.8, Part.FAMILY)
            yield Span(after.start("given"), after.end(), Phi.NAME, "", 0.8, Part.GIVEN)


def _inverted(families: list[str], given: str) -> bool:
    """Tell whether words are a family name and a given one: "Pain, Iris", never "Lyon, Iris"."""
    if any(folded(word) in words("titles") for word in families):
        return False
    if _INITIAL.match(given):
        return families[-1].isupper() and look(families[-1]) > Look.OTHER
    if min(look(families[-1]), look(given)) > Look.BOTH:
        return True
    plain = folded(families[-1])
    if plain.startswith("l'") or (
        len(families) > 1 and any(is_heading(folded(w)) for w in families)
    ):
        return False
    thing = any(plain in words(name) for name in ("titles", "roles", "drugs"))
    return is_given(folded(given)) and not thing and not (plain in places() or plain in _COMMON)


def labelled(passage: "Passage") -> Iterator[Span]:
    """Yield the names after a label with its colon, each name of a list."""
    text = passage.text
    for colon in chain(_COLON.finditer(text), scan(_LEADER, text, "...", "   ")):
        before = text[max(0, colon.start() - _WINDOW) : colon.start()]
        label = _LABEL.search(before.rpartition("\n")[2])
        if label:
            group = str(label.lastgroup)
            civil = group != "care" and passage.lang is Lang.FR
            yield from _listed(text, colon.end(), group, civil=civil)


def _listed(text: str, at: int, group: str, *, civil: bool) -> Iterator[Span]:
    category = _GROUPS[group]
    fields = group in _ONLY
    pieces = read_name(text, at, sure=fields, small=True, civil=civil)
    if not fields and not (pieces and _plausible(text, pieces)):
        pieces = _closed(text, at, civil=civil)
    if not pieces:
        return
    only = _ONLY.get(group) if len({p.capitals for p in pieces if not p.particle}) == 1 else None
    if only is Part.FAMILY and is_given(pieces[-1].plain) and len(pieces) > 1:
        only = None
    yield from spans(pieces, category, 0.9, only)
    while not fields and (comma := _SEPARATOR.match(text, pieces[-1].end)):
        if "\n" in comma[0] and _FIELD.match(text, comma.end()):
            return
        pieces = read_name(text, comma.end(), sure=False, small=True, civil=civil)
        if len(pieces) <= 1 and not named(text, pieces):  # a list goes on over names alone
            pieces = _closed(text, comma.end(), civil=civil) if comma[0].strip() else ()
        if not pieces or is_degree(text[pieces[0].start : pieces[-1].end]):
            return
        yield from spans(pieces, category, 0.85)


def _closed(text: str, at: int, *, civil: bool) -> tuple[Piece, ...]:
    """Return a name of common words: « Vu au staff : Noir, Vo, Sow », "Provider: Little R."."""
    pieces = read_name(text, at, sure=True, titled=True, civil=civil)
    if not pieces or len(pieces) > _MOST_LISTED or not closed(text, pieces[-1].end):
        return ()
    if any(_says_a_role(text, piece) for piece in pieces):
        return ()
    town = len(pieces) == 1 and pieces[0].plain in places()
    among = not town and _among_names(text, at, pieces)
    return pieces if among or not all(map(_no_name, pieces)) else ()


def _among_names(text: str, at: int, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a word stands in a list of people, one of whom bears a name and nothing else."""
    before = _MATES_BEFORE.search(text, max(0, at - _WINDOW), at)
    after = _MATES_AFTER.match(text, pieces[-1].end)
    mates = chain.from_iterable(_NAMED.findall(found[0]) for found in (before, after) if found)
    return any(look(mate) > Look.BOTH for mate in mates)


def _says_a_role(text: str, piece: Piece) -> bool:
    """Tell whether a word of a list says a role, a ward or a degree."""
    plain = piece.plain
    thing = any(plain in words(kind) for kind in _ROLES)
    heads = is_heading(plain) and not (is_family(plain) or plain in CALENDAR)
    return thing or heads or is_degree(text[piece.start : piece.end])


def _no_name(piece: Piece) -> bool:
    """Tell whether a word behind a label says what it labels: « IDE : Pansement », « Aucun »."""
    known = is_given(piece.plain) or is_family(piece.plain) or piece.plain in words("eponyms")
    return piece.initials or (not known and (is_ordinary(piece.plain) or is_heading(piece.plain)))


def _plausible(text: str, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether what follows a role's label is a name and not the first word of a sentence."""
    return (
        len(pieces) > 1
        or pieces[0].capitals
        or is_given(pieces[0].plain)
        or is_family(pieces[0].plain)
        or look(text[pieces[0].start : pieces[0].end]) > Look.BOTH
    )


def writers(passage: "Passage") -> Iterator[Span]:
    """Yield the initials of who wrote and typed a letter (« Réf. : JP/MK »)."""
    for found in scan(_WRITERS, passage.text, "Ref", "Réf", "ef.", "éf.", "ference", "férence"):
        yield Span(*found.span("initials"), Phi.ID, IdKind.ACCOUNT, 0.8)
    for found in _TYPED.finditer(passage.text):
        yield Span(*found.span("initials"), Phi.ID, IdKind.ACCOUNT, 0.8)
