"""Regions of French towns and countries of large cities elsewhere, with their prepositions.

Sources: Code officiel géographique of INSEE (departments and regions since 2016); the cities are
those of lexicon/cities.txt; Grevisse & Goosse, Le bon usage, 16th edition, § 1049 (en, au, aux).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from anonymizer.cities import city_key
from anonymizer.lexicon import communes


@dataclass(frozen=True, slots=True)
class Area:
    """A region or country: its name, « en Bretagne », « de Bretagne », and "in Brittany"."""

    fr: str
    at: str
    of: str  # ends in an apostrophe where it is elided
    en: str


# name; in; of; English; departments
_REGIONS = """
Auvergne-Rhône-Alpes; en; d'; Auvergne-Rhône-Alpes; 01 03 07 15 26 38 42 43 63 69 73 74
Bourgogne-Franche-Comté; en; de; Bourgogne-Franche-Comté; 21 25 39 58 70 71 89 90
Bretagne; en; de; Brittany; 22 29 35 56
Centre-Val de Loire; en; du; Centre-Val de Loire; 18 28 36 37 41 45
Corse; en; de; Corsica; 20
Grand Est; dans le; du; the Grand Est region; 08 10 51 52 54 55 57 67 68 88
Hauts-de-France; dans les; des; the Hauts-de-France region; 02 59 60 62 80
Île-de-France; en; d'; the Paris region; 75 77 78 91 92 93 94 95
Normandie; en; de; Normandy; 14 27 50 61 76
Nouvelle-Aquitaine; en; de; Nouvelle-Aquitaine; 16 17 19 23 24 33 40 47 64 79 86 87
Occitanie; en; d'; Occitanie; 09 11 12 30 31 32 34 46 48 65 66 81 82
Pays de la Loire; dans les; des; the Pays de la Loire region; 44 49 53 72 85
Provence-Alpes-Côte d’Azur; en; de; Provence-Alpes-Côte d’Azur; 04 05 06 13 83 84
Guadeloupe; en; de; Guadeloupe; 971
Martinique; en; de; Martinique; 972
Guyane; en; de; French Guiana; 973
La Réunion; à; de; Réunion; 974
Mayotte; à; de; Mayotte; 976
Monaco; à; de; Monaco; 980
Polynésie française; en; de; French Polynesia; 987
Nouvelle-Calédonie; en; de; New Caledonia; 988
"""
# name; in; of; English; cities, folded
_COUNTRIES = """
Angleterre; en; d'; England; barnsley, basildon, bath, birmingham, blackpool, bolton, bournemouth, \
bradford, brighton, bristol, cambridge, canterbury, carlisle, chelmsford, cheltenham, chester, \
colchester, coventry, croydon, derby, doncaster, dover, durham, exeter, gloucester, guildford, \
harrogate, hereford, huddersfield, hull, ipswich, leeds, leicester, lincoln, liverpool, london, \
luton, maidstone, manchester, middlesbrough, newcastle, northampton, norwich, nottingham, oldham, \
oxford, penzance, peterborough, plymouth, portsmouth, preston, reading, rochdale, rotherham, \
sheffield, shrewsbury, slough, southampton, southend, stockport, stoke on trent, sunderland, \
swindon, torquay, truro, wakefield, warrington, watford, wolverhampton, worcester, york
Écosse; en; d'; Scotland; aberdeen, dundee, edinburgh, glasgow, inverness, stirling
pays de Galles; au; du; Wales; bangor, cardiff, newport, swansea, wrexham
Irlande du Nord; en; d'; Northern Ireland; belfast
Irlande; en; d'; Ireland; cork, dublin, galway, limerick
Belgique; en; de; Belgium; antwerp, bruges, brussels, charleroi, ghent, liege, louvain, mons, \
namur, tournai, verviers
Suisse; en; de; Switzerland; basel, berne, fribourg, geneva, lausanne, lugano, neuchatel, sion, \
zurich
Luxembourg; au; du; Luxembourg; luxembourg
Allemagne; en; d'; Germany; berlin, cologne, dusseldorf, francfort, frankfurt, hambourg, hamburg, \
heidelberg, leipzig, munich, stuttgart
Autriche; en; d'; Austria; vienna, vienne
Italie; en; d'; Italy; florence, milan, naples, rome, turin, venise
Espagne; en; d'; Spain; alicante, badajoz, barcelona, bilbao, cordoba, cordoue, gijon, granada, \
grenade, madrid, malaga, murcie, oviedo, pampelune, saint sebastien, salamanque, santander, \
saragosse, sevilla, seville, valladolid, vigo, zaragoza
Portugal; au; du; Portugal; lisbon, porto
Pays-Bas; aux; des; the Netherlands; amsterdam, rotterdam, utrecht
Pologne; en; de; Poland; cracovie, varsovie, warsaw
Algérie; en; d'; Algeria; algiers, annaba, constantine, oran
Maroc; au; du; Morocco; agadir, casablanca, fes, marrakech, rabat, tanger
Tunisie; en; de; Tunisia; sfax, sousse, tunis
Sénégal; au; du; Senegal; dakar
Mali; au; du; Mali; bamako
Cameroun; au; du; Cameroon; douala, yaounde
Côte d’Ivoire; en; de; Ivory Coast; abidjan
Madagascar; à; de; Madagascar; antananarivo
Nigeria; au; du; Nigeria; abuja, lagos
Ghana; au; du; Ghana; accra
Afrique du Sud; en; d'; South Africa; cape town, durban, johannesburg, le cap, pretoria
Égypte; en; d'; Egypt; cairo, le caire
Turquie; en; de; Turkey; ankara, istanbul
Liban; au; du; Lebanon; beirut, beyrouth
Russie; en; de; Russia; moscou, moscow
Ukraine; en; d'; Ukraine; kiev, kyiv
Inde; en; d'; India; bangalore, delhi, mumbai, new delhi
Pakistan; au; du; Pakistan; karachi, lahore
Chine; en; de; China; beijing, pekin, shanghai
Japon; au; du; Japan; osaka, tokyo
Viêt Nam; au; du; Vietnam; hanoi
États-Unis; aux; des; the United States; akron, albany, albuquerque, ann arbor, atlanta, austin, \
baltimore, boise, boston, brooklyn, buffalo, charlotte, chicago, cincinnati, cleveland, columbus, \
dallas, dayton, denver, des moines, detroit, fort worth, fresno, grand rapids, hartford, honolulu, \
houston, indianapolis, jacksonville, kansas city, las vegas, los angeles, louisville, madison, \
memphis, miami, milwaukee, minneapolis, nashville, new orleans, new york, oklahoma city, omaha, \
orlando, philadelphia, phoenix, pittsburgh, portland, providence, raleigh, sacramento, \
salt lake city, san antonio, san diego, san francisco, san jose, savannah, seattle, spokane, \
st louis, tampa, tucson, tulsa, washington
Canada; au; du; Canada; calgary, edmonton, gatineau, halifax, laval, levis, longueuil, montreal, \
ottawa, rimouski, saguenay, sherbrooke, toronto, trois rivieres, vancouver, winnipeg
Australie; en; d'; Australia; adelaide, brisbane, melbourne, perth, sydney
Nouvelle-Zélande; en; de; New Zealand; auckland, wellington
Brésil; au; du; Brazil; brasilia, rio de janeiro, sao paulo
"""
_OVERSEAS: Final = ("97", "98")


def _areas(table: str, separator: str | None) -> dict[str, Area]:
    found: dict[str, Area] = {}
    for line in table.strip().splitlines():
        name, at, of, english, members = (cell.strip() for cell in line.split(";"))
        area = Area(name, at, of, english)
        found |= {member.strip(): area for member in members.split(separator)}
    return found


@cache
def _departments() -> dict[str, Area]:
    return _areas(_REGIONS, None)


@cache
def _cities() -> dict[str, Area]:
    """Return the area of each town, French ones first by the postcode of the lexicon."""
    french = {city_key(name): area for code, name in communes() if (area := of_code(code))}
    return _areas(_COUNTRIES, ",") | french


def of_code(code: str) -> Area | None:
    """Return the region of a French postcode, None where it is none."""
    digits = "".join(char for char in code if char.isdigit())
    return _departments().get(digits[: 3 if digits.startswith(_OVERSEAS) else 2])


def of_town(name: str) -> Area | None:
    """Return the region or country of a town, None where it is not known.

    >>> area = of_town("RENNES Cedex 9")
    >>> area.at, area.fr, area.en
    ('en', 'Bretagne', 'Brittany')
    """
    return _cities().get(city_key(name))
