"""What the words of a text claim: sides, negations, sex and drugs, idioms left aside."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from anonymizer.fold import fold
from anonymizer.lexicon import words
from anonymizer.phi import Lang

from generator.check.fact import Fact, Kind
from generator.check.vocabulary import worded
from generator.language.terms import analyte, translated

# words of a side or of a negation that state none
_IDIOM: Final = {
    Lang.FR: re.compile(
        r"""\b(?:muscles?[ ](?:grands?[ ])?droits?|grands?[ ]droits|droits?[ ]de[ ]l'abdomen
        |angle[ ]droit|(?:le|un|en|plein)[ ]droit[ ](?:de|d'|a)\b|maladie[ ]de[ ]gaucher
        |pas[ ]a[ ]pas|sans[ ](?:doute|cesse|delai)|non[ ]seulement|ou[ ]non
        |pas[ ](?:moins|plus)[ ]d[e'])""",
        re.VERBOSE,
    ),
    Lang.EN: re.compile(
        r"""\b(?:right[ ](?:away|now|after|before)\b|all[ ]right|right[ ]to[ ](?:refuse|be|have)
        |(?:he|she|patient|who|they)[ ]left\b|(?:was|were|been|be)[ ]left[ ](?=un|open|in|with|out)
        |gaucher|no\.?(?=[ ]?\d)|(?:no|without)[ ](?:doubt|delay)|not[ ]only
        |not?[ ](?:more|less|later|fewer)[ ]than|or[ ]not\b)""",
        re.VERBOSE,
    ),
}
_DENIED: Final = {
    Lang.FR: re.compile(
        r"\bn(?:e |')(?:(?:[a-z'-]+ ){1,4}plus\b(?! qu[e']| d[e'] ?\d)"
        r"|(?:peu(?:t|vent)|pouvai\w+|pourr\w+|saur\w+|a pu|ont pu) (?!pas|plus|jamais|qu))"
    ),
    Lang.EN: re.compile(r"n't\b"),
}
# « pas de fièvre, pas de toux » is "no fever or cough": the second denial may be left out
_JOINED: Final = re.compile(r"[^.!?;]*(?:(?:,|\b(?:et|ou|and|or)) (?:with )?\w+|\bn(?:i|or))")
_REACH: Final = 60  # characters
_WITHOUT: Final = re.compile(
    r"\b(?:un(?!der|i)\w{3,}(?:ed|able|al|ful|fully|ly)|\w{3,}less(?:ly)?|non\w{4,})\b"
)
_LONG: Final = re.compile(r"[^\W\d_]{4,}")  # what may be a drug
_KNOWN: Final = 50_000  # words whose answer is kept


def claims(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield what single words of a plain text state, and its drugs."""
    text = text.lower()
    for found in _DENIED[lang].finditer(text):
        yield Fact(Kind.NEGATION, ("not",), *found.span())
    if lang is Lang.EN:
        for found in _WITHOUT.finditer(text):  # painless, unchanged: « indolore », « sans »
            yield Fact(Kind.NEGATION, ("not",), *found.span(), sure=False)
    denied = -_REACH
    for fact in worded(_IDIOM[lang].sub(lambda found: " " * len(found[0]), text), lang):
        if fact.kind is Kind.NEGATION and fact.sure:
            again = fact.start - denied < _REACH and _JOINED.fullmatch(text, denied, fact.end)
            denied = fact.end
            yield replace(fact, sure=False) if again else fact
        else:
            yield fact
    for found in _LONG.finditer(text):
        name = drug(found[0], lang)
        if name:
            yield Fact(Kind.DRUG, (name,), *found.span())


@lru_cache(maxsize=_KNOWN)
def drug(word: str, lang: Lang) -> str | None:
    """Return the English name of a drug, None for other words and for what is measured in blood.

    >>> drug("énalapril", Lang.FR), drug("potassium", Lang.EN), drug("tumeur", Lang.FR)
    ('enalapril', None, None)
    """
    if fold(word) not in words("drugs") or analyte(word, lang) is not None:
        return None
    french = word if lang is Lang.FR else translated(word, Lang.EN, Lang.FR)
    english = translated(french, Lang.FR, Lang.EN) if french else None
    return fold(english) if english else None
