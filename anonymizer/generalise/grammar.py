"""Noun phrases and what leans on them: « du patient », « de l’oncologue », "the surgeon".

Source: Grevisse & Goosse, Le bon usage, 16th edition, § 45 to 50 and 588 (contracted articles).
"""

from dataclasses import dataclass
from typing import Final, Literal

from anonymizer.elision import elides, said_an
from anonymizer.phi import Lang

Article = Literal["the", "a", "his", "this", ""]
SELF: Final = "self"  # the patient is the one who speaks
_THEIRS: Final = {"male": "his", "female": "her", SELF: "my"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with its article; ``owner`` is the gender of the one whose husband it is."""

    noun: str
    feminine: bool = False
    article: Article = "the"
    plural: bool = False
    owner: str = ""

    def english(self, mark: str = "’") -> str:
        """Return the phrase in English: the surgeon, a surgeon, her husband."""
        match self.article:
            case "his":
                return f"{_THEIRS.get(self.owner, f'the patient{mark}s')} {self.noun}"
            case "a":
                return self.noun if self.plural else f"{said_an(self.noun)} {self.noun}"
            case "":
                return self.noun
            case article:
                return f"{article} {self.noun}"

    def french(self, preposition: str, mark: str) -> str:
        """Return the phrase after a preposition, contracted with it where French does so."""
        article = self._article(mark)
        bare = f"{article}{self.noun}"
        match preposition:
            case "de" if article in {"le ", "les "}:
                return f"{'du' if article == 'le ' else 'des'} {self.noun}"
            case "de" if article == "des ":
                return f"de {self.noun}" if not elides(self.noun) else f"d{mark}{self.noun}"
            case "à" if article in {"le ", "les "}:
                return f"{'au' if article == 'le ' else 'aux'} {self.noun}"
            case "de" | "que" if elides(bare) or article in {"un ", "une "}:
                return f"{preposition[:-1]}{mark}{bare}"
            case "":
                return bare
            case _:
                return f"{preposition} {bare}"

    def _article(self, mark: str) -> str:
        vowel = elides(self.noun)
        match self.article:
            case "the" if self.plural:
                return "les "
            case "the":
                return f"l{mark}" if vowel else "la " if self.feminine else "le "
            case "a":
                return "des " if self.plural else "une " if self.feminine else "un "
            case "his":
                own = ("ma ", "mon ") if self.owner == SELF else ("sa ", "son ")
                return own[0] if self.feminine and not vowel else own[1]
            case "this":
                masculine = "cet " if vowel else "ce "
                return "ces " if self.plural else "cette " if self.feminine else masculine
            case _:
                return ""

    def said(self, lang: Lang, preposition: str, mark: str) -> str:
        """Return the phrase in ``lang``; ``preposition`` is said with it in French alone."""
        return self.english(mark) if lang is Lang.EN else self.french(preposition, mark)
