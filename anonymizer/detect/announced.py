"""Find names that a word before them announces: « sa fille Claire », « vue par », "HCA Blessing".

Layout: a word of kinship, of a role, of an agent (par, by), a bed's number or « née » right before
a capitalised name. Source: French and English letters, nursing notes and sheets of staff meetings.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from anonymizer.detect.appositions import may_name
from anonymizer.detect.closing import closed
from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece, opened, read_name, spans
from anonymizer.detect.titles import role
from anonymizer.detect.words import (
    BLANK,
    CALENDAR,
    LETTER,
    MEDICAL_ENDING,
    UPPER,
    WORD,
    WORD_REST,
    folded,
    is_clinical,
    is_eponym,
    is_family,
    is_given,
    is_heading,
    scan,
)
from anonymizer.lexicon import Lexicon, places, words
from anonymizer.phi import Part, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_CAPITAL = re.compile(rf"[{UPPER}](?<![{LETTER}\d'’.@/-].)(?=[{LETTER}.])")
_BLANKS = ' \t\u00a0\u202f:,(«"“.'
_AGENTS = frozenset(
    (
        "bleeped",
        "paged",
        "phoned",
        "rang",
        "texted",
        "par",
        "by",
        "contacter",
        "joindre",
        "correspondance",
        "pour",
        "consultant",
        "prof",
        "of",
    )
)
_BORN = frozenset(("ne", "nee", "epouse", "ep", "veuve", "vve", "naissance", "marital"))
_KIN_SIDES = frozenset(("maternel", "maternelle", "paternel", "paternelle", "ainee", "cadette"))
_DONE_BEFORE = re.compile(
    r"""(?:
    \b(?:valid|sign|r[ée]dig|dict|op[ée]r|examin|adress|imprim|r[ée]alis|effectu|pratiqu|inform
    |pr[ée]sent|vue?|saisi|transmis|relu|suivie?|prescrite?|re[çc]ue?|accompagn|interpr[ée]t
    |demand|v[ée]rifi|contr[ôo]l|d[ée]clar|pr[ée]lev|contresign|fait|assist|appel|prise?)
    [ée]?e?s?(?:[ ][ée]lectroniquement)?(?:[ ]le[ ][\d/.:\ àh-]{6,22})?[ ]?:?[ ]?par
    | \b(?:signed|dictated|seen|reviewed|examined|performed|verified|transcribed|prepared|written
    |referred|authenticated|interpreted|read|reported|operated|accompanied|checked|answered
    |requested|req|ordered|vaccinated|collected|administered|countersigned|typed|called)
    (?:[ ]electronically)?(?:[ ]on)?[ ]by
    | \bcontacter | \bjoindre | \bcorrespondance | \bin[ ]care[ ]of
    | \bpour | \bconsultant | \bprof | \b(?:bleeped|paged|phoned|rang|texted)
    )[ ]:?[ ]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNED_BEFORE = re.compile(  # what a person alone does
    r"\b(?:(?:valid|sign|contresign|dict)[ée]?e?s?(?: [ée]lectroniquement)?"
    r"(?: le [\d/.:\ àh-]{6,22})? ?:? ?par|(?:signed|dictated|countersigned|typed|req)"
    r"(?: electronically)?(?: on)? by|bleeped|paged|phoned|rang|texted) ?:? ?\Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(r" (?:le|re|about|regarding)\b")
_VISITED = re.compile(  # "Ward round 10/12/08 Kervadec", alone on its line
    rf"[{UPPER}](?<=[/.-]\d\d .){WORD_REST}(?=[ ]*(?:\n|\Z))"
)
_VISIT_BEFORE = re.compile(
    r"(?:\A|\n)[^\n]{0,16}\b(?:consult\w*|round|review|visite?|call|clinic|note|tour|avis|appel)"
    r"\b[^\n]{0,24}\Z",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouy]")
_WHOSE = re.compile(
    r"""\b(?:our|sa|son|ses|leurs?|une?|le|la|his|her|their|an?|patient['’]s|my|mon|ma)[ ]
    (?:ex-?|petite?-|grande?-|belle-|beau-|elder[ ]|older[ ]|younger[ ]|step|grand|jeune[ ]
    |autre[ ])?\Z
    |\b(?:[mp]aternal|twin|half-|elder|older|younger|eldest|youngest|foster)[ ]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_BED_BEFORE = re.compile(
    rf"\b(?:lit|bed|ch(?:ambre)?\.?|room|box|bay)[{BLANK}]?\d{{1,4}}[a-z]?\Z",
    re.IGNORECASE,
)
_VAGUE = frozenset(("patient", "patiente", "resident", "consultant", "assistant", "aide", "chair"))
_AMONG_BEFORE = re.compile(  # "with pharmacist Kervadec and RT Skip."
    r"(?:\b(?:and|et|with|per|by|par|avec|from)|w/|&) [A-Z]{2,4}\Z"
)
_WORD = re.compile(WORD)
_FAMILY = re.compile(
    rf"[TtFf](?<!\w.)(?:he[ ](?P<en>{WORD}(?:[ ]{WORD})?)[ ]famil(?:y|ies)\b"
    rf"(?![ ](?:of|protein|member))|amille[ ](?P<fr>{WORD}))"
)
_WINDOW = 48
_NEAR = 32
_SIGNS = " \n|\u00a0'’"  # between two words
_GAP = 4  # signs between the word and the name that it announces


def announced(passage: "Passage") -> Iterator[Span]:
    """Yield the names that the word right before them announces."""
    text = passage.text
    for found in scan(_FAMILY, text, " famil", "amille "):
        plain = folded(found[found.lastgroup or 0])
        if not any(plain in words(kind) for kind in ("drugs", "species", "roles", "titles")):
            yield Span(*found.span(found.lastgroup or 0), Phi.NAME, "", 0.8, Part.FAMILY)
    for found in _CAPITAL.finditer(text):
        at = found.start()
        before = text[max(0, at - _NEAR) : at].rstrip(_BLANKS)
        word = before
        for sign in _SIGNS:
            word = word.rpartition(sign)[2]
        if _announces(word) and len(before) + _GAP >= min(at, _NEAR):
            yield from _after(text, at, word, before)


@cache
def _announces(word: str) -> bool:
    """Tell whether a name may follow a word: of kinship, a role, an agent, a bed's number."""
    plain = folded(word)
    kinds = (words("kin"), words("roles"), _BORN, _AGENTS, _KIN_SIDES)
    return plain[:1].isdigit() or any(plain in kind for kind in kinds)


def _after(text: str, at: int, word: str, before: str) -> Iterator[Span]:
    """Yield the name at ``at`` where the word before it announces one."""
    plain = folded(word)
    if plain in _KIN_SIDES:
        before = before.rpartition(" ")[0]
        plain = folded(before.rpartition(" ")[2])
    if plain in words("kin") and before[-1:].isalpha() and text[at - 2] != ".":
        yield from _relative(text, at, before)
    if plain in _BORN:
        yield from spans(read_name(text, at, sure=True), Phi.NAME, 0.85, Part.FAMILY)
    elif plain in _AGENTS and _DONE_BEFORE.search(text[max(0, at - _WINDOW) : at]):
        yield from _agent(text, at)
    elif plain in words("roles"):
        yield from _by_role(text, at, word, before)
    elif plain[:1].isdigit() and _BED_BEFORE.search(before):
        pieces = read_name(text, at, sure=True)
        if named(text, pieces):
            yield from spans(pieces, Phi.PATIENT, 0.75)
    elif visited := _VISITED.match(text, at):
        on = _VISIT_BEFORE.search(text, max(0, at - _WINDOW), at)
        if on and not _says_no_name(folded(visited[0])):
            yield Span(*visited.span(), Phi.CLINICIAN, "", 0.8, Part.FAMILY)


def _by_role(text: str, at: int, word: str, before: str) -> Iterator[Span]:
    """Yield the name behind a role: « l'interne Noir », "with pharmacist Kervadec and RT Skip"."""
    first, plain = _WORD.match(text, at), folded(word)
    among = first is not None and _AMONG_BEFORE.search(before) and closed(text, first.end())
    running = bool(among) or (word.islower() and text[at - 2] != ".")
    pieces = opened(text, at) or _common_name(text, at, running=running)
    if not pieces or is_eponym(text, at, pieces[-1].end):
        return
    alone = plain not in _VAGUE and len(pieces) == 1 and not pieces[0].capitals
    if named(text, pieces) or (alone and _nameable(text, pieces[0], running=running)):
        category = Phi.PATIENT if plain.startswith("patient") else Phi.CLINICIAN
        yield from spans(pieces, category, 0.8)


def _agent(text: str, at: int) -> Iterator[Span]:
    """Yield the name of who did it: « validé par Avril », "seen by Jane Doe"."""
    sure = _SIGNED_BEFORE.search(text, max(0, at - _WINDOW), at) is not None
    pieces = read_name(text, at, sure=sure, titled=sure)
    lexical = len(pieces) == 1 and (is_family(pieces[0].plain) or is_given(pieces[0].plain))
    if len(pieces) > 1 or lexical or (pieces and sure and _signs(text, pieces[0])):
        yield from spans(pieces, role(text, at, pieces[-1].end, Phi.NAME), 0.8)


def _says_no_name(plain: str) -> bool:
    """Tell whether a word is an acronym, a role, a relative, a ward or a heading."""
    kinds: tuple[Lexicon, ...] = ("acronyms", "roles", "specialties", "services", "kin")
    heads = is_heading(plain) and not (is_family(plain) or plain in CALENDAR)
    return heads or any(plain in words(kind) for kind in kinds)


def _signs(text: str, piece: Piece) -> bool:
    """Tell whether a word alone behind « validé par » is a name: « XU », no ward and no acronym."""
    thing = _says_no_name(piece.plain) or MEDICAL_ENDING.search(piece.plain)
    spoken = _VOWEL.search(piece.plain) is not None
    return spoken and not thing and (closed(text, piece.end) or bool(_ABOUT.match(text, piece.end)))


def _relative(text: str, at: int, before: str) -> Iterator[Span]:
    pieces = opened(text, at)
    whose = _WHOSE.search(before[: before.rfind(" ") + 1])
    if not pieces and whose and before[-1].islower():
        pieces = _unlike_a_word(text, read_name(text, at, sure=True))
    if pieces and (whose or look(text[pieces[0].start : pieces[0].end]) > Look.BOTH):
        yield from spans(pieces, Phi.RELATIVE, 0.85, Part.GIVEN if len(pieces) == 1 else None)


def _unlike_a_word(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a name that a drug or a dictionary holds too, none where it is an acronym or noun."""
    named = pieces and not pieces[0].capitals and may_name(text, pieces[0], sure=True)
    return pieces if named else ()


def _common_name(text: str, at: int, *, running: bool) -> tuple[Piece, ...]:
    """Return a name of common words inside a sentence or before a sign: « l'interne Noir »."""
    pieces = read_name(text, at, sure=True)
    return pieces if pieces and (running or closed(text, pieces[-1].end)) else ()


def _nameable(text: str, piece: Piece, *, running: bool) -> bool:
    """Tell whether a word right behind a role in small letters may be a name, common as it is."""
    word = text[piece.start : piece.end]
    eponym = piece.plain in words("eponyms")
    heading = is_heading(piece.plain) and not is_family(piece.plain)
    thing = heading or piece.plain in words("roles") or piece.plain in places()
    return look(word) is not Look.OTHER or (
        running and not thing and (eponym or not is_clinical(piece.plain))
    )


def named(text: str, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether some word read after a role is a name and no common word alone."""
    looks = [look(text[p.start : p.end]) for p in pieces if not p.initials and not p.particle]
    return bool(looks) and (max(looks) > Look.BOTH or (len(pieces) > 1 and max(looks) > Look.OTHER))
