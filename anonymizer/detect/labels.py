"""Find names that a label or a phrase announces: « Nom : », « Chirurgiens : », cc:, « validé par ».

Layout: label, colon, name or a list of names; « sa fille Claire » for relatives; « validé par » and
"seen by" for who cared. Source: headers and footers of French and English hospital letters.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.reading import Piece, read_name, spans
from anonymizer.detect.titles import role
from anonymizer.detect.words import BEFORE, BLANK, UPPER, is_family, is_given
from anonymizer.phi import IdKind, Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_COLON = re.compile(rf"[:：][{BLANK}]*\n?[{BLANK}]*(?=[^\W\d_])")
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
_AGENT = re.compile(
    rf"(?:par|by|contacter|joindre|correspondance|of|our|onsultant|rof)[{BLANK}]:?[{BLANK}]?"
    rf"(?=[{UPPER}])"
)
_DONE_BEFORE = re.compile(
    r"""(?:
    \b(?:valid|sign|r[ée]dig|dict|op[ée]r|examin|adress|imprim|r[ée]alis|effectu|pratiqu|inform
    |pr[ée]sent|vue?|saisi|transmis|relu|suivie?|prescrite?|re[çc]ue?|accompagn|interpr[ée]t)
    [ée]?e?s?(?:[ ][ée]lectroniquement)?(?:[ ]le[ ][\d/.:\ àh-]{6,22})?[ ]?:?[ ]?par
    | \b(?:signed|dictated|seen|reviewed|examined|performed|verified|transcribed|prepared|written
    |referred|authenticated|interpreted|read|reported|operated|accompanied)
    (?:[ ]electronically)?(?:[ ]on)?[ ]by
    | \bcontacter | \bjoindre | \bcorrespondance | \bin[ ]care[ ]of
    | \b[Pp]our | \b[Cc]onsultant | \b[Pp]rof
    )[ ]:?[ ]?\Z""",
    re.VERBOSE,
)
_ROLE = re.compile(
    rf"""{BEFORE}(?:IDE|[Ii]nfirmi(?:er|[èe]re)|[Ii]nterne|[Nn]urse|[Ss]ister|[Ss]ecr[ée]taire
    |[Ee]xterne|
    [Ss]ign[ée]e?|[Ss]igned|[Kk]in[ée]|[Aa]ide-soignante?|[Pp]atiente?|PATIENTE?|[Rr]eferring
    |Attending|Resident)
    [{BLANK}]+(?=[{UPPER}])""",
    re.VERBOSE,
)
_KIN = re.compile(
    rf"""(?:filles?|fils|m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur|[ée]poux|[ée]pouse|mari|femme
    |conjointe?|compagn(?:on|e)|
    tante|oncle|ni[èe]ce|neveu|cousine?|enfants?|b[ée]b[ée]|amie?|voisine?|mother|father|wife
    |husband|sons?|
    daughters?|brothers?|sisters?|aunt|uncle|niece|nephew|partner|cousin|friend|neighbou?r|carer)
    (?:[ ]a[îi]n[ée]e?)?[ ]?[,(]?[ ](?=[{UPPER}])""",
    re.VERBOSE,
)
_BORN = re.compile(rf"{BEFORE}(?:[Nn][ée]e|NÉE|NEE)[{BLANK}]+(?=[{UPPER}])")
_WRITERS = re.compile(
    r"(?:[NV]/)?[Rr][ée]f(?:\.|[ée]rences?)?[ ]?:[ ]?"
    r"(?P<initials>[A-Z]{2,3}/[A-Za-z]{2,3})(?![\w/])"
)
_WHOSE = re.compile(
    r"""\b(?:sa|son|ses|leurs?|une?|le|la|his|her|their|an?|patient['’]s|my|mon|ma)[ ]
    (?:ex-?|petite?-|grande?-|belle-|beau-|elder[ ]|older[ ]|younger[ ]|step|grand|jeune[ ]
    |autre[ ])?\Z""",
    re.IGNORECASE | re.VERBOSE,
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
    if not pieces or not (fields or _plausible(pieces)):
        return
    only = _ONLY.get(group) if len({p.capitals for p in pieces if not p.particle}) == 1 else None
    if only is Part.FAMILY and is_given(pieces[-1].plain) and len(pieces) > 1:
        only = None
    yield from spans(pieces, category, 0.9, only)
    while not fields and (comma := _SEPARATOR.match(text, pieces[-1].end)):
        pieces = read_name(text, comma.end(), sure=False, small=True)
        if len(pieces) <= 1:  # in a list a name has an initial or a given name
            return
        yield from spans(pieces, category, 0.85)


def _plausible(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether what follows a role's label is a name and not the first word of a sentence."""
    return (
        len(pieces) > 1
        or pieces[0].capitals
        or is_given(pieces[0].plain)
        or is_family(pieces[0].plain)
    )


def phrased(passage: "Passage") -> Iterator[Span]:
    """Yield the names after « validé par », a role without a colon, or a word of kinship."""
    text = passage.text
    for found in _AGENT.finditer(text):
        if not _DONE_BEFORE.search(text[max(0, found.start() - _WINDOW) : found.end()]):
            continue
        pieces = read_name(text, found.end(), sure=False)
        if pieces and (len(pieces) > 1 or is_family(pieces[0].plain) or is_given(pieces[0].plain)):
            yield from spans(pieces, role(text, found.end(), pieces[-1].end, Phi.NAME), 0.8)
    for found in _ROLE.finditer(text):
        pieces = read_name(text, found.end(), sure=False)
        if pieces and (len(pieces) > 1 or is_family(pieces[0].plain)):
            category = Phi.PATIENT if found[0].lower().startswith("patient") else Phi.CLINICIAN
            yield from spans(pieces, category, 0.8)
    for found in _KIN.finditer(text):
        if not _WHOSE.search(text[max(0, found.start() - 24) : found.start()]):
            continue
        pieces = read_name(text, found.end(), sure=False, small=True)
        if pieces:
            only = Part.GIVEN if len(pieces) == 1 else None
            yield from spans(pieces, Phi.RELATIVE, 0.85, only)


def maiden(passage: "Passage") -> Iterator[Span]:
    """Yield the family names after « née », and the initials of who wrote and typed a letter."""
    text = passage.text
    for found in _BORN.finditer(text):
        if pieces := read_name(text, found.end(), sure=True):
            yield from spans(pieces, Phi.NAME, 0.85, Part.FAMILY)
    for found in _WRITERS.finditer(text):
        yield Span(*found.span("initials"), Phi.ID, IdKind.ACCOUNT, 0.8)
