"""Judge by its surroundings whether a capitalised word that no lexicon knows is a person's name.

Layout: what stands before (an article, a study, « papules de », a person's preposition) and behind
(a dose, a verb of people, an age, the end of a line). Source: French and English letters.
"""

import re

from anonymizer.detect.looks import Look, is_term, look
from anonymizer.detect.reading import Piece
from anonymizer.detect.words import APOSTROPHE, BLANK, HYPHEN, is_eponym, is_family, is_given
from anonymizer.lexicon import places

_INSIDE = re.compile(rf"(?:[a-zà-ÿ0-9%»\"”,;:(/+&|\t–—-]|\b[A-Z]{{2,5}})[{BLANK}]?\Z")
_ARTICLE = re.compile(
    rf"(?:\b(?:[lL][ea]s?|[uU]ne?|[dD]es|[dD]u|[aA]ux?|[tT]he|[aA]n?|[cC]et?t?e?s?|sous|[tT]ype"
    rf"|under|[oO]n|with[ ]the)[{BLANK}]|\b[lL][{APOSTROPHE}])\Z"
)
_OWNED = re.compile(rf"(?P<noun>[\w-]+)[{BLANK}](?:de|of|d[{APOSTROPHE}])[{BLANK}]?\Z")
_OWNER = re.compile(
    r"""(?:[ée]pou(?:x|se)|mari|femme|fils|fille|filles|enfants?|m[èe]re|p[èe]re|parents?|s(?:œ|oe)urs?
    |fr[èe]res?|tante|oncle|famille|amie?|voisine?|patiente?|domicile|cabinet|service|[ée]quipe|avis
    |demande|courrier|lettre|suite|part|accord|consultation|chambre|bureau|dossier|patients|cas
    |main|mains|pr[ée]sence|absence|aide|soins?|son|daughter|wife|husband|mother|father|brother
    |sister|family|care|team|office|friend|letter|opinion|help|name|nom|pr[ée]nom|surveillance
    |compagn(?:on|e)|conjointe?|arriv[ée]e|transfert|visite|appel|nouvelles|interne|accouch[ée])\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_STUDY_BEFORE = re.compile(
    r"(?:[ée]tudes?|essais?(?: cliniques?)?|sch[ée]mas?|protocoles?|crit[èe]res|trials?|study"
    r"|studies|regimens?|criteria|scores?|ADN|stade|r[ée]ponse)[ ]?(?:d[e’']?[ ]?)?\Z",
    re.IGNORECASE,
)
_DOSE_AFTER = re.compile(
    rf"[®™]|[{BLANK}]?[+±]\d|[{BLANK}]?[=<>]|[{BLANK}](?:\d|mg\b|LP\b|XR\b"
    rf"|[a-z]+(?:if|ive|ifs|ives|[ée]es?)\b)|[{HYPHEN}/]\d"
)
_PERSON_AFTER = re.compile(  # what only people do, say or are
    rf"[{BLANK}](?:va|vient|vit|consulte|dit|refuse|souhaite|accepte|prend|reprend|parle|travaille"
    r"|habite|m['’]\w+|nous|et[ ]sa|et[ ]son|reports?|denies|denied|says|said|lives?|lived|came"
    r"|comes|went|takes|took|feels|felt|and[ ]h(?:is|er)|who|told|asked|works|worked|attended"
    r"|attends|rang|called|se[ ]sent|se[ ]plaint|s['’]inqui[èe]te|marche|mange|dort|sort)\b"
    rf"|[{BLANK}]*[,(]?[{BLANK}]?\d{{1,3}}[{BLANK}]?(?:ans|mois|a\b|yo|y/o|years?|months?|[MF]\b)"
)
_VERB_AFTER = re.compile(
    rf"[{APOSTROPHE}]s\b|[{BLANK}](?:a|est|[ée]tait|ne|n['’]\w+|se|s['’]\w+|avait|pr[ée]sente|reste"
    r"|me|is|was|has|had|will|does|did|presented|remains|continues|always|never|would|can|could)\b"
)
_CUE_BEFORE = re.compile(
    rf"(?:\A|\n[{BLANK}]*|[:;,(–—|/+&-][{BLANK}]*|\b(?:avec|par|et|chez|with|by|and|per|from|to|interne"
    rf"|consultant|nurse|dietitian|Asthma[ ]CNS)[{BLANK}])\Z"
)
_SMALL_AFTER = re.compile(rf"[{BLANK}][a-zà-ÿ]{{4,}}[{BLANK}](?:\+|positi|n[ée]gati)")
_WITH_BEFORE = re.compile(
    rf"\b(?:vue?[ ]avec|avec|chez|vue?[ ]par|adress[ée]e?[ ]par|suivie?[ ]par|op[ée]r[ée]e?[ ]par"
    rf"|seen[ ](?:by|with)|referred[ ]by|d/w|reviewed[ ]by|accouch[ée][ ]de|said|told|called|phoned"
    rf"|PC|HCA|IDE|IADE|IBODE|CNS|PCP)[{BLANK}]\Z"
)
_AGENT_BEFORE = re.compile(
    r"\b(?:avec|par|puis|chez|vue?|with|by|per|from|w/|d/w|via|dit|lit \d{1,3}|bed \d{1,3})[ :]*\Z"
)
_LINE_END = re.compile(rf"[{BLANK}.,]*(?:\n|\Z)")
_LINE_START = re.compile(rf"(?:\A|\n)[{BLANK}•*«\"“–-]*\Z")
_SAINT = re.compile(r"\b(?:[Ss]ainte?|St|Ste)[ -]\Z")
_CLAUSE = re.compile(rf"(?:\A|[.;:!?\n•][{BLANK}]*)\Z")
_NOUN_AFTER = re.compile(rf"[{BLANK}][a-zà-ÿ]{{4,}}")
_WINDOW = 32
_LONG_CAPITALS = 5
_PART = 4  # letters of a part that tells


def sure(text: str, pieces: tuple[Piece, ...]) -> float:
    """Return how sure it is that ``pieces`` are a name, 0 where they are none."""
    main = [p for p in pieces if not p.initials and not p.particle]
    looks = [look(text[p.start : p.end]) for p in main]
    start, end = pieces[0].start, pieces[-1].end
    if not looks or (is_eponym(text, start, end) and not any(p.initials for p in pieces)):
        return 0
    before = text[max(0, start - _WINDOW) : start]
    if max(looks) <= Look.BOTH:
        return _named_by_position(text, pieces, before) if max(looks) is Look.BOTH else 0
    if _ARTICLE.search(before) or _STUDY_BEFORE.search(before):
        return 0
    if len(main) > 1 or len(pieces) > len(main):
        return 0.75
    return 0 if _of_a_thing(text, main[0], before) else _alone(text, main[0], looks[0])


def after_article(text: str, start: int) -> bool:
    """Tell whether an article or « Saint » stands before a word: « du Douglas », Saint Thomas."""
    before = text[max(0, start - _WINDOW) : start]
    return bool(_ARTICLE.search(before) or _SAINT.search(before))


def opens_a_noun_phrase(text: str, piece: Piece) -> bool:
    """Tell whether a common word opens a clause and a noun follows it: "Black stools"."""
    if look(text[piece.start : piece.end]) is not Look.BOTH:
        return False
    opens = _CLAUSE.search(text[max(0, piece.start - _WINDOW) : piece.start])
    person = _PERSON_AFTER.match(text, piece.end) or _VERB_AFTER.match(text, piece.end)
    return bool(opens and _NOUN_AFTER.match(text, piece.end) and not person)


def small_elsewhere(text: str, piece: Piece) -> bool:
    """Tell whether a word that is no known name stands in small letters in the same text too.

    Of a hyphenated word each part counts: what is a word of the text is no name of a person.
    """
    word = text[piece.start : piece.end]
    if look(word) not in {Look.OTHER, Look.STRANGER}:
        return False
    parts = {part for part in (word, *re.split(r"[-‐‑]", word)) if len(part) >= _PART}
    return any(
        re.search(rf"(?<![^\W_]){re.escape(part.lower())}(?![^\W_])", text) for part in parts
    )


def _of_a_thing(text: str, piece: Piece, before: str) -> bool:
    """Tell whether a lone word names a sign, a drug or a test: « papules de X », "X 4 mg"."""
    owned = _OWNED.search(before)
    if owned and not _OWNER.match(owned["noun"]):
        return True
    if small_elsewhere(text, piece):
        return True
    dosed = _DOSE_AFTER.match(text, piece.end) is not None
    return dosed and not _PERSON_AFTER.match(text, piece.end)


def _named_by_position(text: str, pieces: tuple[Piece, ...], before: str) -> float:
    """Return how sure it is that words which are common words too are a name here.

    An initial with its point before them (« H. Bouvier »), or a person's preposition before a
    capital inside a sentence (« avec Bonnet »).
    """
    main = [p for p in pieces if not p.initials and not p.particle]
    if any(is_term(p.plain) or p.plain in places() for p in main):
        return 0
    pointed = pieces[0].initials and text[pieces[0].end - 1] == "."
    if pointed and _CUE_BEFORE.search(before) and not _SMALL_AFTER.match(text, pieces[-1].end):
        return 0.7
    named = all(is_family(p.plain) or is_given(p.plain, usual=True) for p in main)
    titled = not any(p.capitals for p in main)
    if named and titled and not pieces[0].initials and _WITH_BEFORE.search(before):
        return 0.6
    return 0


def _alone(text: str, piece: Piece, told: Look) -> float:
    """Return how sure it is that a single word is a name."""
    before = text[max(0, piece.start - _WINDOW) : piece.start]
    inside = _INSIDE.search(before) is not None
    person = _PERSON_AFTER.match(text, piece.end) is not None
    verb = (inside or told is Look.NAME) and _VERB_AFTER.match(text, piece.end) is not None
    if piece.capitals and (told is Look.STRANGER or len(piece.plain) < _LONG_CAPITALS):
        long = len(piece.plain) > _LONG_CAPITALS
        return 0.6 if long and (person or _AGENT_BEFORE.search(before)) else 0
    if person or verb:
        return 0.7
    if _LINE_START.search(before):
        closed = _LINE_END.match(text, piece.end) or text[piece.end : piece.end + 2] in (", ", " +")
        return 0.6 if closed and told is Look.NAME else 0
    return 0.6 if inside else 0
