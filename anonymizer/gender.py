"""The gender that the words around a name say: its title, its kinship, the agreement after it.

Source: usage in French and English letters; French participles agree with their subject.
"""

import re
from typing import Final

_FEMALE_BEFORE: Final = re.compile(
    r"""\b(?:(?:(?i:mmes?|madame|mlles?|mademoiselle|mrs|miss|docteure|professeure)|Ms|MS|Dre)\.?
    |(?i:sœur|soeur|sister|mère|mother|fille|daughter|femme|wife|épouse|tante|aunt|infirmière),?
    |(?i:patiente)[ \u00a0]?[,:]?)[ \u00a0\n]+\Z""",
    re.VERBOSE,
)
_MALE_BEFORE: Final = re.compile(
    r"""\b(?:(?:(?i:mr|monsieur|messieurs|mister)|MM?\.|M)\.?
    |(?i:frère|brother|père|father|fils|(?<=his[ ])son|(?<=her[ ])son|mari|husband|époux|oncle
    |uncle|infirmier|(?<=le[ ])patient|(?<=votre[ ])patient|(?<=du[ ])patient),?)[ \u00a0\n]+\Z""",
    re.VERBOSE,
)
# « , 54 ans, est donc suivie »: the participle agrees; "a 54-year-old woman" says it
_AGED: Final = r"[ ,(]{1,3}(?:\d{1,3}[ \u00a0](?:ans|mois)[ ,]{1,2})?"
_IS: Final = (
    r"(?:(?:a|avait|ayant|aura)[ ]été|est|sera|était|reste|fut)[ ]"
    r"(?:(?:bien|déjà|donc|alors|ensuite|aussi|toujours|à nouveau)[ ])?"
)
_FEMALE_AFTER: Final = re.compile(
    rf"""{_AGED}(?:(?:{_IS})?(?:née|âgée|adressée|connue)|{_IS}[^\W\d_]+(?:ée|ie|ue|ise|ite|erte)
    |an?[ ](?:\d+-year-old[ ])?(?:woman|lady|girl))(?!\w)""",
    re.VERBOSE,
)
_MALE_AFTER: Final = re.compile(
    rf"""{_AGED}(?:(?:{_IS})?(?:né|âgé|adressé|connu)|{_IS}(?!ici|ainsi|parmi|depuis|aussi|jadis|plus)
    [^\W\d_]+(?:é|[^a]i|u|is|it|ert)|an?[ ](?:\d+-year-old[ ])?(?:man|gentleman|boy))(?!\w)""",
    re.VERBOSE,
)
# « Prénom : Sacha, sexe : F », "(F)"; a title between them would be of someone else
_SEX_AFTER: Final = re.compile(
    r"""(?:[ ]\((?=[FMH]\))
    |(?:(?!\b(?:D[Rr]|P[Rr]|Mme|Mr|Patient)\b)[^.]){0,60}?\b(?i:sexe?|gender)[ \u00a0]?:[ \u00a0]?)
    (?P<sex>[FMH])\b""",
    re.VERBOSE,
)
_CIVIL: Final = re.compile(
    r"(?<!\w)(?:(?i:mmes?|madame|mlles?|mademoiselle|mr|mrs|miss|monsieur|messieurs|mister)|Ms|MS"
    r"|MM?\.|M)\.?[ \u00a0\n]+\Z"
)
_WIDTH: Final = 24


def titled(text: str, start: int) -> bool:
    """Tell whether a title such as Mme or Mr stands before the name at ``start``."""
    return bool(_CIVIL.search(text[max(0, start - _WIDTH) : start]))


def gender(text: str, start: int, end: int) -> str:
    """Return "female" or "male" as what surrounds the name at ``[start, end)`` says, else "".

    >>> gender("Sacha est venue", 0, 5), gender("M. Sacha", 3, 8), gender("Sacha va", 0, 5)
    ('female', 'male', '')
    """
    before = text[max(0, start - _WIDTH) : start]
    if _FEMALE_BEFORE.search(before):
        return "female"
    if _MALE_BEFORE.search(before):
        return "male"
    if _FEMALE_AFTER.match(text, end):
        return "female"
    if _MALE_AFTER.match(text, end):
        return "male"
    sex = _SEX_AFTER.match(text, end)
    return "" if sex is None else "female" if sex["sex"] == "F" else "male"
