"""Invented identifiers, and the forms in which a text names people, places, numbers and days.

Nothing here is drawn: the same call gives the same identifiers. No family name is anybody's that
a lexicon knows; phones lie in the ranges kept for fiction; insurance numbers have order 000.
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, cycle, product

FIRST = ("Vor", "Quem", "Trag", "Lusp", "Brion", "Kerf", "Mauv", "Drel", "Jasq", "Plen", "Goud")
MIDDLE = ("bas", "tiv", "reb", "ganc", "lod", "mur", "sip", "vel", "nod", "faz", "cur")
LAST = ("quin", "deaux", "zec", "nault", "vry", "gard", "mont", "lier", "bois", "tel", "roux")
# fmt: off
GIVEN = (
    "Céline", "Mathieu", "Aurélie", "Bastien", "Noémie", "Rémi", "Clarisse", "Gaëtan",
    "Sylvaine", "Aymeric", "Honorine", "Loïc",
)
MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}
# fmt: on
FIRST_DAY = date(1978, 1, 9)  # long before the case, so that no moved date of it falls here
STEP = timedelta(days=21)  # two planted days never lie a possible offset of two weeks apart
GRAM = 5  # letters: what is shorter is not looked for among bytes
NAMED = 120  # people that the texts name
EARLIEST_DAY = 10  # « 7 mars » would also be found inside « 17 mars »


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted identifier: its kind, and what is looked for in the files.

    ``is_word``: too short to be looked for among bytes, so as a word of the readable text.
    """

    kind: str
    wanted: str = field(repr=False)
    is_word: bool = False


@dataclass(frozen=True, slots=True)
class Planted:
    """Words to put into a text, and the identifiers that they plant."""

    text: str = field(repr=False)
    plants: tuple[Plant, ...] = field(repr=False)


class Garden:
    """Gives identifiers one after the other, never the same twice."""

    def __init__(self) -> None:
        """Begin with the first identifier of each kind."""
        self._names = ("".join(parts) for parts in product(FIRST, MIDDLE, LAST))
        self._pool = cycle([self.family() for _ in range(NAMED)])
        self._given = cycle(GIVEN)
        self._numbers = count(1)
        self._days = (day for day in map(self._day, count()) if day.day >= EARLIEST_DAY)

    @staticmethod
    def _day(number: int) -> date:
        return FIRST_DAY + number * STEP

    def family(self) -> str:
        """Give a family name."""
        return next(self._names)

    def name(self) -> str:
        """Give a family name for a text: one of as many as a long record names, each in turn."""
        return next(self._pool)

    def given(self) -> str:
        """Give a given name; these come again."""
        return next(self._given)

    def number(self) -> int:
        """Give a number."""
        return next(self._numbers)

    def day(self) -> date:
        """Give a day."""
        return next(self._days)

    def phone(self, sign: str = " ") -> str:
        """Give a phone number of the fictitious range 06 39 98, its pairs parted by ``sign``."""
        digits = f"063998{self.number():04}"
        return sign.join(digits[i : i + 2] for i in range(0, len(digits), 2))

    def nir(self) -> str:
        """Give an insurance number that cannot exist: its order number is 000."""
        number = self.number()
        return f"2 {number % 90 + 10} 07 {number // 90 % 90 + 10} {number % 900 + 100} 000 {37}"


def day_plants(lang: str, garden: Garden) -> Planted:
    """Plant three days, each in another writing."""
    one, two, three = garden.day(), garden.day(), garden.day()
    month = MONTHS[lang][two.month - 1]
    if lang == "fr":
        texts = (f"{one:%d/%m/%Y}", f"{two.day} {month} {two.year}", f"{three:%d.%m.%Y}")
        words = f"Vu le {texts[0]}, revu le {texts[1]}, puis le {texts[2]}."
    else:
        texts = (f"{one:%Y-%m-%d}", f"{two.day} {month} {two.year}", f"{three:%d/%m/%Y}")
        words = f"Seen on {texts[0]}, again on {texts[1]}, then on {texts[2]}."
    return Planted(words, tuple(Plant("day date", text) for text in texts))


def name_plants(lang: str, garden: Garden) -> Planted:
    """Plant four people: in capitals, given name first, initials, and family name first."""
    a, b, c, d = (garden.name() for _ in range(4))
    given, last = garden.given(), garden.given()
    if lang == "fr":
        words = (
            f"Avis du Dr {a.upper()}. Courrier de Mme {given} {b}, relu par le Pr "
            f"{given[0]}. {c} et signé par le docteur {d.upper()} {last}."
        )
    else:
        words = (
            f"Advice of Dr {a.upper()}. Letter from Mrs {given} {b}, read by Prof. "
            f"{given[0]}. {c} and signed by Dr {d.upper()} {last}."
        )
    kinds = ("name in capitals", "given and family name", "initial and name", "reversed name")
    return Planted(
        words, tuple(Plant(kind, name) for kind, name in zip(kinds, (a, b, c, d), strict=True))
    )


def contact_plants(lang: str, garden: Garden) -> Planted:
    """Plant phones with other separators and e-mail addresses that hold a name."""
    signs = (".", "-", "", "\N{NO-BREAK SPACE}")
    one, two = (garden.phone(signs[garden.number() % len(signs)]) for _ in range(2))
    abroad = f"+33 {garden.phone()[1:]}"
    family, given = garden.name(), plain(garden.given())
    mail = f"{given}.{family}@messagerie.example".lower()
    words = {
        "fr": f"Joindre le {one}, le {two} ou le {abroad} ; écrire à {mail}.",
        "en": f"Call {one}, {two} or {abroad}; write to {mail}.",
    }
    phones = tuple(Plant("phone", number) for number in (one, two, abroad))
    mails = (Plant("e-mail address", mail), Plant("name in an e-mail address", family))
    return Planted(words[lang], (*phones, *mails))


def number_plants(lang: str, garden: Garden) -> Planted:
    """Plant an insurance number, spaced, and numbers with their labels."""
    nir, ipp, other = garden.nir(), f"80077{garden.number():05}", f"1804{garden.number():05}"
    words = {
        "fr": f"NIR {nir}, IPP : {ipp}, NDA {other}.",
        "en": f"Insurance number (NIR): {nir}; MRN: {ipp}; NDA {other}.",
    }
    kinds = (("insurance number", nir), ("labelled number", ipp), ("labelled number", other))
    return Planted(words[lang], tuple(Plant(*each) for each in kinds))


def place_plants(lang: str, garden: Garden) -> Planted:
    """Plant a postal address and a hospital."""
    street, town, hospital = (garden.name() for _ in range(3))
    number, postcode = garden.number() % 90 + 2, f"{29100 + garden.number() % 800}"
    address = f"{number} rue du Moulin {street}, {postcode} {town}"
    words = {
        "fr": f"Domicile : {address}. Suivi au Centre hospitalier de {hospital}.",
        "en": f"Home address: {address}. Followed at {hospital} General Hospital.",
    }
    plants = (
        Plant("street", street),
        Plant("town", town),
        Plant("postcode", postcode, is_word=True),
        Plant("hospital", hospital),
    )
    return Planted(words[lang], plants)


FORMS = (name_plants, contact_plants, day_plants, number_plants, place_plants)


def known_plants(lang: str, values: tuple[tuple[str, str, str], ...], number: int) -> Planted:
    """Plant a person of the record in a writing that changes with ``number``.

    ``values``: title, given and family name of each person.
    """
    title, given, family = values[number % len(values)]
    writings = (
        f"{title} {family.upper()}",
        f"{title}\N{NO-BREAK SPACE}{plain(family)}",
        f"{family.upper()} {given}",
        f"{given[0]}. {family}",
        f"{plain(given)} {plain(family)}".upper(),
        f"{given} {family}",
        f"{family}, {given}",
        unicodedata.normalize("NFD", f"{title} {given} {family}"),
    )
    written = writings[number // len(values) % len(writings)]
    words = {"fr": f"Présent : {written}.", "en": f"Present: {written}."}
    return Planted(words[lang], (Plant("person of the record", family),))


def plain(text: str) -> str:
    """Return a text without its accents."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


def sentences(lang: str, garden: Garden, number: int) -> tuple[Planted, ...]:
    """Return what is planted in the text of this number: two forms by turns."""
    chosen = (FORMS[number % len(FORMS)], FORMS[(number + 1) % len(FORMS)])
    return tuple(form(lang, garden) for form in chosen)
