"""French and English typography of what is displayed; digits and words never change.

French sets a narrow no-break space before ``; ! ?``, before a unit and between thousands, a
no-break space before ``:``, inside « guillemets », and between a number and what it counts
(Imprimerie nationale). English keeps a number and its unit on one line, and has none of the rest.
Only spaces that are there become no-break ones.
"""

import re
from collections.abc import Mapping
from typing import Final

from anonymizer.phi import Lang

from generator.language.locales import Locale
from generator.language.units import NARROW, NO_BREAK

_GAP: Final = r"[ \n\u00a0\u202f]+"
_BEFORE_HIGH: Final = re.compile(rf"{_GAP}(?=[;!?])")
_BEFORE_COLON: Final = re.compile(rf"{_GAP}(?=:)")
_AFTER_OPENING: Final = re.compile(rf"«{_GAP}")
_BEFORE_CLOSING: Final = re.compile(rf"{_GAP}»")
_BEFORE_PER_CENT: Final = re.compile(rf"(\d){_GAP}(?=[%‰])")
_BEFORE_UNIT: Final = re.compile(
    rf"(\d){_GAP}(?=(?:°[CF]|mm ?Hg|cm ?H2O|bpm|min|[hs]|[mµk]?(?:UI|IU)|MU"
    r"|[kcdmµμnpfMG]?(?:g|l|L|m|U|Gy|Bq|Sv|Hz|V|mol|cal|kat|Eq|eq|osm|Osm)[23²³]?)(?![\w'’]))"
)
_COUNTED: Final = re.compile(
    rf"(\d(?:er)?){_GAP}(?=(?:ans?|mois|jours?|semaines?|heures?|minutes?|secondes?|fois|cycles?"
    r"|doses?|fractions?|comprimés?|gouttes?|janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)\b)"
)
_NUMBERED: Final = re.compile(
    r"([FfTtGgSsNnE](?<!\w.)(?:ig(?:ures?|\.)|able(?:aux?)?|rade|ta[dg]e|°|COG))"
    rf"{_GAP}(?=[\dIVX])"
)
_TITLED: Final = re.compile(
    rf"([DMP](?<!\w.)(?:M?\.|mes?|lle|rs?\.?|s\.?|rof\.?)){_GAP}(?=[A-ZÀ-Þ])"
)
# an entity, where the text is HTML
_COMPARED: Final = re.compile(rf"([<>≤≥≈]|&[lg]t;){_GAP}(?=\d)")
_THOUSANDS: Final = re.compile(
    r"[1-9](?<![\d.,/-].)(?<!\d[ \u00a0\u202f].)\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![ ./-]?\d)"
)
_GAPS: Final = re.compile(_GAP)
_BOTH: Final = tuple((lead, rf"\1{NO_BREAK}") for lead in (_NUMBERED, _TITLED, _COMPARED))
_FRENCH: Final[Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]] = {
    locale: (
        *((_BEFORE_HIGH, high), (_BEFORE_COLON, NO_BREAK)),
        *((_AFTER_OPENING, f"«{NO_BREAK}"), (_BEFORE_CLOSING, f"{NO_BREAK}»")),
        *((_BEFORE_PER_CENT, rf"\1{per_cent}"), (_BEFORE_UNIT, rf"\1{NARROW}")),
        *((_COUNTED, rf"\1{NO_BREAK}"), *_BOTH),
    )
    for locale, high, per_cent in (
        (Locale.FR, NARROW, NARROW),
        (Locale.FR_CA, "", NARROW),  # Office québécois de la langue française
        (Locale.FR_CH, NARROW, ""),  # Chancellerie fédérale
    )
}
_ENGLISH: Final = ((_BEFORE_UNIT, rf"\1{NO_BREAK}"), *_BOTH)
_WORD: Final = re.compile(r"\S+")
# between letters only: 5'-nucléotidase, 3' and 10' stay as they are
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ADDRESS: Final = re.compile(r"://|@|\bwww\.|\b10\.\d{4,}/")
# a tag, or a link or code with what it holds: never touched
_NOT_TEXT: Final = re.compile(r"(<a\b.*?</a>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)


def displayed(text: str, lang: Lang | Locale) -> str:
    r"""Return a plain text with the spaces and apostrophes of its language.

    >>> displayed("Biochimie : l'urée à 1 250 mg", Lang.FR)
    'Biochimie\xa0: l’urée à 1\u202f250\u202fmg'
    """
    if "'" in text:
        text = _WORD.sub(_curled, text) if _ADDRESS.search(text) else _APOSTROPHE.sub("’", text)
    for gap, space in _FRENCH.get(lang, _ENGLISH):
        text = gap.sub(space, text)
    return _THOUSANDS.sub(_narrowed, text) if lang in _FRENCH else text


def displayed_html(html: str, lang: Lang | Locale) -> str:
    """Return sanitised HTML with the typography of its language, links and code left alone."""
    pieces = _NOT_TEXT.split(html)
    return "".join(
        piece if number % 2 else displayed(piece, lang) for number, piece in enumerate(pieces)
    )


def _curled(word: re.Match[str]) -> str:
    return word[0] if _ADDRESS.search(word[0]) else _APOSTROPHE.sub("’", word[0])


def _narrowed(number: re.Match[str]) -> str:
    return _GAPS.sub(NARROW, number[0])
