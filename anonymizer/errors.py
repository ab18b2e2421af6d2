"""Errors of the anonymizer.

RefusalError                     base: where, what is wrong, what to do, in English and French
└─ AnonymizerError
   ├─ UnclassifiedFieldError     a field without exactly one PHI category
   ├─ AlreadyDeidentifiedError   a second pass over a de-identified case
   ├─ IdentifierInTermError      a clinical term that holds an identifier
   ├─ KeyFormatError             a key that is not ``casepress-key-1 <64 hex>``
   ├─ ShiftError                 an offset that cannot be used
   ├─ UnreadableDateError        a date that cannot be read, where the policy refuses such
   ├─ SurrogatesExhaustedError   no surrogate is left that collides with nothing
   └─ UnverifiableError          a finished file that verification cannot open

No message ever holds a value of a record: paths, offsets and categories only.
"""

from anonymizer.phi import Lang


class RefusalError(Exception):
    """Refuse, saying where, what is wrong and what to do, in two languages."""

    def __init__(self, where: str, *, en: str, fr: str) -> None:
        """Take the place (a path, never a value) and one sentence in each language."""
        super().__init__(f"{where}: {en}" if where else en)
        self.where = where
        self.en = en
        self.fr = fr

    def told(self, lang: Lang) -> str:
        """Return the message in ``lang``, as one line to print."""
        sentence, colon = (self.fr, " : ") if lang is Lang.FR else (self.en, ": ")
        return f"{self.where}{colon}{sentence}" if self.where else sentence


class AnonymizerError(RefusalError):
    """Base of what the anonymizer refuses."""


class UnclassifiedFieldError(AnonymizerError):
    """A field has no PHI category, more than one, or a type that cannot be walked."""


class AlreadyDeidentifiedError(AnonymizerError):
    """The case was de-identified before: a second pass would hide what the first one did."""


class IdentifierInTermError(AnonymizerError):
    """A field of clinical terms holds an identifier, and terms are never altered."""


class KeyFormatError(AnonymizerError):
    """A key file does not hold one line ``casepress-key-1 <64 hex>``."""


class ShiftError(AnonymizerError):
    """No offset can be used, or the one given is zero."""


class UnreadableDateError(AnonymizerError):
    """A date cannot be read, and the policy publishes no text with such a date."""


class SurrogatesExhaustedError(AnonymizerError):
    """Every surrogate tried collides with a value of the case."""


class UnverifiableError(AnonymizerError):
    """A finished file cannot be opened for verification."""
