"""Regions of French towns and countries of large cities elsewhere, with their prepositions.

Sources: Code officiel géographique of INSEE (departments and regions since 2016); the cities are
those of lexicon/towns.txt; Grevisse & Goosse, Le bon usage, 16th edition, § 1049 (en, au, aux).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from anonymizer.cities import city_key
from anonymizer.lexicon import communes, towns


@dataclass(frozen=True, slots=True)
class Area:
    """A region or country: its name, « en Bretagne », « de Bretagne », and "in Brittany"."""

    fr: str
    at: str
    of: str  # ends in an apostrophe where it is elided
    en: str


# name; code in lexicon/towns; in; of; English; departments
_REGIONS = """
Auvergne-Rhône-Alpes; FR.84; en; d'; Auvergne-Rhône-Alpes; 01 03 07 15 26 38 42 43 63 69 73 74
Bourgogne-Franche-Comté; FR.27; en; de; Bourgogne-Franche-Comté; 21 25 39 58 70 71 89 90
Bretagne; FR.53; en; de; Brittany; 22 29 35 56
Centre-Val de Loire; FR.24; en; du; Centre-Val de Loire; 18 28 36 37 41 45
Corse; FR.94; en; de; Corsica; 20
Grand Est; FR.44; dans le; du; the Grand Est region; 08 10 51 52 54 55 57 67 68 88
Hauts-de-France; FR.32; dans les; des; the Hauts-de-France region; 02 59 60 62 80
Île-de-France; FR.11; en; d'; the Paris region; 75 77 78 91 92 93 94 95
Normandie; FR.28; en; de; Normandy; 14 27 50 61 76
Nouvelle-Aquitaine; FR.75; en; de; Nouvelle-Aquitaine; 16 17 19 23 24 33 40 47 64 79 86 87
Occitanie; FR.76; en; d'; Occitanie; 09 11 12 30 31 32 34 46 48 65 66 81 82
Pays de la Loire; FR.52; dans les; des; the Pays de la Loire region; 44 49 53 72 85
Provence-Alpes-Côte d’Azur; FR.93; en; de; Provence-Alpes-Côte d’Azur; 04 05 06 13 83 84
Guadeloupe; GP; en; de; Guadeloupe; 971
Martinique; MQ; en; de; Martinique; 972
Guyane; GF; en; de; French Guiana; 973
La Réunion; RE; à; de; Réunion; 974
Mayotte; YT; à; de; Mayotte; 976
Monaco; MC; à; de; Monaco; 980
Polynésie française; PF; en; de; French Polynesia; 987
Nouvelle-Calédonie; NC; en; de; New Caledonia; 988
"""
# the same; towns that lexicon/towns lacks or knows by a larger namesake, folded
_COUNTRIES = """
Angleterre; GB.ENG; en; d'; England; durham, gloucester, hull, lincoln, newcastle, southend, \
worcester
Écosse; GB.SCT; en; d'; Scotland;
pays de Galles; GB.WLS; au; du; Wales; bangor
Irlande du Nord; GB.NIR; en; d'; Northern Ireland;
Irlande; IE; en; d'; Ireland;
Belgique; BE; en; de; Belgium; bruges, ghent, louvain
Suisse; CH; en; de; Switzerland; berne, sion
Luxembourg; LU; au; du; Luxembourg;
Allemagne; DE; en; d'; Germany; cologne, francfort, frankfurt, hambourg
Autriche; AT; en; d'; Austria; vienne
Italie; IT; en; d'; Italy; venise
Espagne; ES; en; d'; Spain; cordoba, cordoue, grenade, murcie, pampelune, saint sebastien, \
salamanque, saragosse, seville
Portugal; PT; au; du; Portugal;
Pays-Bas; NL; aux; des; the Netherlands;
Pologne; PL; en; de; Poland; cracovie, varsovie
Algérie; DZ; en; d'; Algeria;
Maroc; MA; au; du; Morocco; marrakech, tanger
Tunisie; TN; en; de; Tunisia;
Sénégal; SN; au; du; Senegal;
Mali; ML; au; du; Mali;
Cameroun; CM; au; du; Cameroon;
Côte d’Ivoire; CI; en; de; Ivory Coast;
Madagascar; MG; à; de; Madagascar;
Nigeria; NG; au; du; Nigeria;
Ghana; GH; au; du; Ghana;
Afrique du Sud; ZA; en; d'; South Africa; le cap
Égypte; EG; en; d'; Egypt; le caire
Turquie; TR; en; de; Turkey;
Liban; LB; au; du; Lebanon; beyrouth
Russie; RU; en; de; Russia; moscou
Ukraine; UA; en; d'; Ukraine; kiev
Inde; IN; en; d'; India; bangalore
Pakistan; PK; au; du; Pakistan;
Chine; CN; en; de; China; pekin
Japon; JP; au; du; Japan;
Viêt Nam; VN; au; du; Vietnam;
États-Unis; US; aux; des; the United States; new york, st louis
Canada; CA; au; du; Canada;
Australie; AU; en; d'; Australia;
Nouvelle-Zélande; NZ; en; de; New Zealand;
Brésil; BR; au; du; Brazil;
"""
_OVERSEAS: Final = ("97", "98")


def _areas(table: str, separator: str | None) -> dict[str, Area]:
    """Return the area of each member of a table, and of each code."""
    found: dict[str, Area] = {}
    for line in table.strip().splitlines():
        name, code, at, of, english, members = (cell.strip() for cell in line.split(";"))
        area = Area(name, at, of, english)
        found |= {member.strip(): area for member in (code, *members.split(separator)) if member}
    return found


@cache
def _regions() -> dict[str, Area]:
    return _areas(_REGIONS, None)


@cache
def _elsewhere() -> dict[str, Area]:
    return _areas(_COUNTRIES, ",")


@cache
def _communes() -> dict[str, Area]:
    """Return the region of the French towns whose postcode is known."""
    return {city_key(name): area for code, name in communes() if (area := of_code(code))}


def of_code(code: str) -> Area | None:
    """Return the region of a French postcode, None where it is none."""
    digits = "".join(char for char in code if char.isdigit())
    return _regions().get(digits[: 3 if digits.startswith(_OVERSEAS) else 2])


def of_town(name: str) -> Area | None:
    """Return the region or country of a town, None where it is not known.

    >>> area = of_town("RENNES Cedex 9")
    >>> area.at, area.fr, area.en
    ('en', 'Bretagne', 'Brittany')
    """
    key = city_key(name)
    area = _communes().get(key) or _elsewhere().get(key)
    code = towns().get(key, "")
    return area or _regions().get(code) or _elsewhere().get(code) or _elsewhere().get(code[:2])
