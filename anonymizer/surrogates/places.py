"""Surrogates of towns and postcodes: a town moves with its postcode."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from anonymizer import areas
from anonymizer.cities import CEDEX, city_key
from anonymizer.coreference import Mentioned
from anonymizer.fold import fold
from anonymizer.lexicon import communes
from anonymizer.phi import Lang, Phi
from anonymizer.surrogates.draw import Drawn, Rules, Wanted
from anonymizer.surrogates.people import shaped
from anonymizer.surrogates.towns import ABROAD, BRITISH, FRENCH

CITY = "city"
_POSTCODE = "postcode"
_CODES = dict((*FRENCH, *BRITISH))
_UK = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}", re.IGNORECASE)
_FRENCH_CODE = 5
_INWARD = "CIKMOV"  # letters that no British inward code holds


@dataclass(frozen=True, slots=True)
class Places:
    """The towns of a case with their surrogates, and the town to which each postcode belongs."""

    lang: Lang
    drawn: Drawn
    towns: Mapping[str, str] = field(repr=False)  # folded postcode → key of its town
    rules: Rules = field(repr=False)

    def city(self, text: str) -> str:
        """Return the surrogate of a town as written; its district and the Cedex number go."""
        cedex = CEDEX.search(text.rstrip())
        name = self.drawn[Wanted(CITY, city_key(text))]
        bare = text.strip()[: cedex.start()] if cedex else text.strip()
        return shaped(name, bare) + (cedex["cedex"] if cedex else "")

    def postcode(self, text: str) -> str:
        """Return the postcode of the surrogate town, in the layout of the one written.

        A lone one is some other town's, or cannot exist where the country is not known.
        """
        key = fold(text).strip()
        town = self.towns.get(key)
        code = _CODES.get(self.drawn[Wanted(CITY, town)], "") if town else ""
        digits = "".join(char for char in text if char.isdigit())
        lone = self.rules.key.number(self.rules.project, _POSTCODE, key)
        if _UK.fullmatch(text.strip()) or not digits:
            outward = BRITISH[lone % len(BRITISH)][1] if code[:1].isdigit() or not code else code
            return f"{outward} {lone % 10}{_INWARD[lone // 10 % 6]}{_INWARD[lone // 60 % 6]}"
        if len(digits) == _FRENCH_CODE and code[:1].isdigit():
            return _with_digits(text, code)
        if len(digits) == _FRENCH_CODE and self.lang is Lang.FR:
            return _with_digits(text, _other(lone, digits, self.rules))
        # no ZIP code begins with 000, no Belgian, Swiss or Luxembourg postcode with 0
        zeros = 3 if len(digits) == _FRENCH_CODE else 1
        return _with_digits(text, f"{'0' * zeros}{lone:020d}"[: zeros + 20])


def _with_digits(text: str, code: str) -> str:
    """Return the layout of a postcode, its letters (F-) kept."""
    rest = iter(code)
    return "".join(next(rest, "") if char.isdigit() else char for char in text)


def _other(drawn: int, digits: str, rules: Rules) -> str:
    """Return a French postcode that is no value of the case."""
    codes = tuple(code for _, code in FRENCH)
    turned = codes[drawn % len(codes) :] + codes[: drawn % len(codes)]
    return next((c for c in turned if c != digits and c not in rules.values), turned[0])


def tables(town: str, code: str, lang: Lang) -> tuple[tuple[str, ...], ...]:
    """Return the towns that may take a town's place, those of its own country first.

    The country is that of its postcode, its name, else that of the language.
    """
    area = areas.of_town(town)
    abroad = ABROAD.get(area.fr, ()) if area and not code else ()
    french = not _UK.fullmatch(code) and (lang is Lang.FR or town in _french())
    home = tuple(name for name, _ in (FRENCH if french else BRITISH))
    return (abroad, home) if abroad else (home,)


@cache
def _french() -> frozenset[str]:
    return frozenset(city_key(name) for _, name in communes())


def cities(mentions: Iterable[Mentioned]) -> tuple[str, ...]:
    """Return the keys of the towns that the case names."""
    return tuple(sorted({city_key(m.text) for m in mentions if m.category is Phi.CITY}))


def towns_of(mentions: Sequence[Mentioned]) -> dict[str, str]:
    """Return the town of each postcode: that of its owner, else the one named next to it."""
    pairs: dict[str, str] = {}
    owned = {m.owner: city_key(m.text) for m in mentions if m.owner and m.category is Phi.CITY}
    for m in mentions:
        if m.category is Phi.POSTCODE and m.owner in owned:
            pairs.setdefault(fold(m.text).strip(), owned[m.owner])
    for one, other in pairwise(mentions):
        kinds = {one.category, other.category}
        if kinds == {Phi.POSTCODE, Phi.CITY} and one.owner == other.owner:
            code, town = (one, other) if one.category is Phi.POSTCODE else (other, one)
            pairs.setdefault(fold(code.text).strip(), city_key(town.text))
    return pairs
