"""Tell by its surroundings a word that names a thing from one that names a person.

Layout: an article before it (« du Douglas »), a noun behind it at the opening of a clause ("Black
stools"), the same word in small letters elsewhere in the text. Source: French and English letters.
"""

import re

from anonymizer.detect.looks import Look, look
from anonymizer.detect.reading import Piece
from anonymizer.detect.words import APOSTROPHE, BLANK

_ARTICLE = re.compile(
    rf"(?:\b(?:[lL][ea]s?|[uU]ne?|[dD]es|[dD]u|[aA]ux?|[tT]he|[aA]n?|[cC]et?t?e?s?|sous|[tT]ype"
    rf"|under|[oO]n|with[ ]the)[{BLANK}]|\b[lL][{APOSTROPHE}])\Z"
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
_SAINT = re.compile(r"\b(?:[Ss]ainte?|St|Ste)[ -]\Z")
_CLAUSE = re.compile(rf"(?:\A|[.;:!?\n•][{BLANK}]*)[*_#>|«\"“({BLANK}]*\Z")
_NOUN_AFTER = re.compile(rf"[{BLANK}][a-zà-ÿ]{{4,}}")
_WINDOW = 32
_PART = 4  # letters of a part of a word that tells


def after_article(text: str, start: int) -> bool:
    """Tell whether an article or « Saint » stands before a word: « du Douglas », Saint Thomas."""
    before = text[max(0, start - _WINDOW) : start]
    return bool(_ARTICLE.search(before) or _SAINT.search(before))


def opens_a_noun_phrase(text: str, piece: Piece) -> bool:
    """Tell whether a common word opens a clause and a noun follows it: "Black stools"."""
    if look(text[piece.start : piece.end]) > Look.BOTH:
        return False
    opens = opens_a_clause(text, piece.start)
    person = _PERSON_AFTER.match(text, piece.end) or _VERB_AFTER.match(text, piece.end)
    return bool(opens and _NOUN_AFTER.match(text, piece.end) and not person)


def opens_a_clause(text: str, start: int) -> bool:
    """Tell whether a word stands where any word has a capital."""
    return _CLAUSE.search(text[max(0, start - _WINDOW) : start]) is not None


def small_elsewhere(text: str, piece: Piece) -> bool:
    """Tell whether a word that is no known name stands in small letters in the same text too.

    Of a hyphenated word each part counts: what is a word of the text is no name of a person.
    """
    word = text[piece.start : piece.end]
    if look(word) not in {Look.OTHER, Look.STRANGER}:
        return False
    parts = {part for part in (word, *re.split(r"[-‐‑]", word)) if len(part) >= _PART}
    return any(
        re.search(rf"(?<![\w.@‐‑-]){re.escape(part.lower())}(?![\w@]|\.\w)", text) for part in parts
    )
