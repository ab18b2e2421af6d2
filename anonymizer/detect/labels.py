"""Find names that a label announces, and names written family first: « Nom : », cc:, "Li, May".

Layout: label, colon (or a cell's edge, or leading points), name or a list of names. Source: headers
and footers of French and English hospital letters.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.announced import named
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, read_name, spans
from anonymizer.detect.words import (
    BLANK,
    INITIALS,
    UPPER,
    WORD,
    folded,
    is_family,
    is_given,
)
from anonymizer.phi import IdKind, Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_COLON = re.compile(rf"(?:[:：|]|\.{{3,}})[{BLANK}]*\n?[{BLANK}]*[|]?[{BLANK}]*(?=[^\W\d_])")
_LABEL = re.compile(
    r"""(?:\A|[^\w])(?:
    (?P<given>pr[ée]noms?(?:\(s\))?|first[ ]names?|given[ ]names?|forenames?|middle[ ]name)
    |(?P<family>noms?(?:[ ](?:de[ ](?:naissance|famille|jeune[ ]fille)|usuel|marital|d['’]usage
      |patronymique))?|last[ ]name|surname|family[ ]name|maiden[ ]name|patronyme)
    |(?P<patient>patiente?s?(?:[ ]\d+)?|(?:patient[ ])?name|nom[ ](?:et|,)?[ ]?pr[ée]noms?
    |identit[ée]
      (?:[ ](?:du|de[ ]la)[ ]patiente?)?|nom[ ]du[ ]patient|(?:patient|client)[ ]full[ ]name
      |full[ ]name|Re)
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
      |radiographers?|
      cardiologists?|oncologists?|radiologists?|pathologists?|neurologists?)
    )(?:[ ](?:traitants?|r[ée]f[ée]rente?s?|prescripteurs?|adresseurs?|correspondants?
    |principale?|senior|
      physicians?|surgeons?|doctors?|nurses?|consultants?|de[ ]garde|associ[ée]s?|responsables?
      |by|provider))*
    (?:[ ]?\((?:s|e|es|e\(s\)|[^()\n]{1,12})\))?[ ]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_WRITERS = re.compile(
    r"(?:[NV]/)?[Rr][ée]f(?:\.|[ée]rences?)?[ ]?:[ ]?"
    r"(?P<initials>[A-Z]{2,3}/[A-Za-z]{2,3})(?![\w/])"
)
_SEPARATOR = re.compile(r"\s{0,2}(?:,|;|/|et|and|&)?\s{0,3}(?:[Dd]rs?\.?\s|[Pp]r\.?\s)?")
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
    rf"(?:(?:\A|\n|[|:\t#(;]|[ ]{{2}}|\d[)/.])[{BLANK}]*|\b(?:Pt|Name|Patient)[ ])"
    rf"(?P<family>{WORD}(?:[ ](?:y[ ])?{WORD}){{0,2}})\Z"
)
_GIVEN = re.compile(rf"(?P<given>{WORD}(?:[ ]{WORD})?)(?:[ ](?:{INITIALS}))?")
_INVERTED_AFTER = re.compile(rf"[{BLANK}]*(?:[|\t(,;\n0-9\":]|[{BLANK}]{{2}}|\Z|[MF][ ])")


def inverted(passage: "Passage") -> Iterator[Span]:
    """Yield names written family first: "Pruitt, Wendell", "McALLISTER, Kylie-Anne", "Li, May"."""
    text = passage.text
    for comma in _COMMA.finditer(text):
        window = max(0, comma.start() - _WINDOW)
        before = _INVERTED_BEFORE.search(text[window : comma.start()])
        after = _GIVEN.match(text, comma.end()) if before else None
        if not (before and after and _INVERTED_AFTER.match(text, after.end())):
            continue
        family, given = before["family"].split()[-1], after["given"].split()[0]
        looks = look(family), look(given)
        if min(looks) > Look.BOTH or (is_given(folded(given)) and min(looks) > Look.OTHER):
            start = window + before.start("family")
            yield Span(start, comma.start(), Phi.NAME, "", 0.8, Part.FAMILY)
            yield Span(after.start("given"), after.end(), Phi.NAME, "", 0.8, Part.GIVEN)


def labelled(passage: "Passage") -> Iterator[Span]:
    """Yield the names after a label with its colon, each name of a list."""
    text = passage.text
    for colon in _COLON.finditer(text):
        before = text[max(0, colon.start() - _WINDOW) : colon.start()]
        label = _LABEL.search(before.rpartition("\n")[2])
        if label:
            yield from _listed(text, colon.end(), str(label.lastgroup))


def _listed(text: str, at: int, group: str) -> Iterator[Span]:
    category = _GROUPS[group]
    fields = group in _ONLY
    pieces = read_name(text, at, sure=fields, small=True)
    if not pieces or not (fields or _plausible(text, pieces)):
        return
    only = _ONLY.get(group) if len({p.capitals for p in pieces if not p.particle}) == 1 else None
    if only is Part.FAMILY and is_given(pieces[-1].plain) and len(pieces) > 1:
        only = None
    yield from spans(pieces, category, 0.9, only)
    while not fields and (comma := _SEPARATOR.match(text, pieces[-1].end)):
        pieces = read_name(text, comma.end(), sure=False, small=True)
        if len(pieces) <= 1 and not named(text, pieces):  # a list goes on over names alone
            return
        yield from spans(pieces, category, 0.85)


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
    for found in _WRITERS.finditer(passage.text):
        yield Span(*found.span("initials"), Phi.ID, IdKind.ACCOUNT, 0.8)
