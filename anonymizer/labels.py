"""The words that stand where an identifier was removed, in both languages."""

from types import MappingProxyType
from typing import Final

from anonymizer.phi import IdKind, Lang, Phi

_REMOVED: Final = MappingProxyType(
    {
        Phi.PATIENT: ("name", "nom"),
        Phi.CLINICIAN: ("name", "nom"),
        Phi.RELATIVE: ("name", "nom"),
        Phi.AUTHOR: ("name", "nom"),
        Phi.NAME: ("name", "nom"),
        Phi.DATE: ("date not published", "date non publiée"),
        Phi.BIRTH_DATE: ("date of birth not published", "date de naissance non publiée"),
        Phi.AGE: ("age", "âge"),
        Phi.PHONE: ("telephone", "téléphone"),
        Phi.EMAIL: ("e-mail", "courriel"),
        Phi.URL: ("web address", "adresse web"),
        Phi.ADDRESS: ("address", "adresse"),
        Phi.POSTCODE: ("postcode", "code postal"),
        Phi.CITY: ("town", "ville"),
        Phi.REGION: ("region", "région"),
        Phi.COUNTRY: ("country", "pays"),
        Phi.HOSPITAL: ("hospital", "hôpital"),
        Phi.ID: ("number", "numéro"),
        Phi.PROFESSION: ("occupation", "profession"),
        Phi.NATIONALITY: ("nationality", "nationalité"),
        Phi.TRIAL: ("trial number", "numéro d’essai"),
    }
)
_UNSAID_KINDS = ("", IdKind.OTHER, IdKind.ACCOUNT, IdKind.DEVICE, IdKind.PLATE)


def noun(category: Phi, lang: Lang) -> str:
    """Return what a category is called in a sentence.

    >>> noun(Phi.PROFESSION, Lang.FR)
    'profession'
    """
    return _in(_REMOVED[category], lang)


def label(category: Phi, kind: str, lang: Lang) -> str:
    """Return what stands in place of a removed identifier.

    >>> label(Phi.DATE, "", Lang.FR), label(Phi.ID, "ipp", Lang.FR)
    ('[date non publiée]', '[IPP]')
    """
    if category is Phi.ID and kind not in _UNSAID_KINDS:
        return f"[{kind.upper()}]"
    return f"[{noun(category, lang)}]"


def _in(words: tuple[str, str], lang: Lang) -> str:
    english, french = words
    return french if lang is Lang.FR else english
