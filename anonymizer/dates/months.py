"""The months' names in French and English, long and shortened, to read and to write."""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from anonymizer.dates.mention import Case
from anonymizer.phi import Lang

_FR_LONG = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_FR_SHORT = "janv févr mars avr mai juin juil août sept oct nov déc"
_FR_THREE = "jan fév mar avr mai jun jul aoû sep oct nov déc"
_EN_LONG = "January February March April May June July August September October November December"
_EN_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"
_EN_THREE = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

WRITTEN: Final = MappingProxyType(
    {
        (Lang.FR, "long"): tuple(_FR_LONG.split()),
        (Lang.FR, "short"): tuple(_FR_SHORT.split()),
        (Lang.FR, "three"): tuple(_FR_THREE.split()),
        (Lang.EN, "long"): tuple(_EN_LONG.split()),
        (Lang.EN, "short"): tuple(_EN_SHORT.split()),
        (Lang.EN, "three"): tuple(_EN_THREE.split()),
    }
)
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_STEMS = (
    *("jan", "fev", "feb", "mar", "avr", "apr", "mai", "may"),
    *("jui", "jun", "jul", "aou", "aug", "sep", "oct", "nov", "dec"),
)
# In the reading form (small letters, no accents).
MONTH: Final = re.compile(
    r"""(?:jan(?:v(?:ier)?|uary)?|fev(?:r(?:ier)?)?|feb(?:ruary)?|mar(?:s|ch)?|avr(?:il)?
    |apr(?:il)?|mai|may|juin|june?|juil(?:let)?|july?|aout?|aug(?:ust)?|sep(?:t(?:embre|ember)?)?
    |oct(?:obre|ober)?|nov(?:embre|ember)?|dec(?:embre|ember)?)(?![a-z])""",
    re.VERBOSE,
)


def months(text: str) -> Iterator[re.Match[str]]:
    """Yield the months' names of a text in its reading form, not in order."""
    for stem in _STEMS:
        at = text.find(stem)
        while at >= 0:
            if found := MONTH.match(text, at):
                yield found
            at = text.find(stem, at + len(stem))


def without_accents(word: str) -> str:
    """Return ``word`` without its accents."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))


def _table() -> dict[str, tuple[int, str, frozenset[Lang]]]:
    found: dict[str, tuple[int, str, frozenset[Lang]]] = {}
    for form in ("long", "short", "three"):
        for lang in Lang:
            for number, name in enumerate(WRITTEN[lang, form], start=1):
                key = without_accents(name).lower()
                known = found.get(key)
                if known is None:
                    found[key] = (number, form, frozenset({lang}))
                elif known[1] == form:
                    found[key] = (number, form, known[2] | {lang})
    found["fevr"] = (2, "short", frozenset({Lang.FR}))
    return found


# Reading form of a name -> its month, its form, the languages that write it so.
NAMES: Final = MappingProxyType(_table())


def case_of(word: str) -> Case:
    """Return how ``word`` is capitalised."""
    if len(word) > 1 and word.isupper():
        return "upper"
    return "title" if word[:1].isupper() else "lower"


def cased(word: str, case: Case) -> str:
    """Return ``word`` capitalised as ``case`` says."""
    if case == "upper":
        return word.upper()
    return word[:1].upper() + word[1:] if case == "title" else word.lower()
