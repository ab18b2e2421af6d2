"""Who, where and when of one letter of letters.py, drawn at random from identities_LANG.json.

Slots: {PATIENT.full} {CLINICIAN2.initial_FAMILY} {RELATIVE.kin} {NAME.email}, where the form names
parts of the name, joined by spaces, or a word that fits the person, and an even number makes a
woman, an odd one a man; {DATE.long} {DATE2.numeric} {NEXT.day_month} {BIRTH_DATE.iso}, each number
a month farther from today, from 8 on years; {CITY} {POSTCODE} {REGION} {ADDRESS} {HOSPITAL} {LAB}
{PHONE} {FAX}, the same number for the same place, none for the patient's; {ID.ipp}; and any other
list of the file: {EMAIL} {URL} {COUNTRY} {PROFESSION} {TRIAL} and so on.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

PEOPLE = ("PATIENT", "CLINICIAN", "RELATIVE", "NAME")
TOWN = ("CITY", "POSTCODE", "REGION")
DAYS = ("DATE", "NEXT", "BIRTH_DATE")
HOUSES = ("PRACTICE", "LAB", "IMAGING", "PATHOLOGY", "PHARMACY", "HOME")
LABELS = {
    "FAX": "PHONE",
    "EXTENSION": "PHONE",
    "NEXT": "DATE",
    **dict.fromkeys(HOUSES, "HOSPITAL"),
}  # else: the slot's
SLOT = re.compile(r"\{([A-Z_]+)(\d*)(?:\.(\w+))?\}")
OFTEN, GROWN, YEARS_AGO = 0.6, 30, 8
FIRST, SPAN = date(2008, 1, 1), 6000  # letters are written within so many days
TURNED: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "cedex": lambda town: f"{town.upper()} CEDEX",
    "ocr": lambda number: number.replace("0", "O"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a letter; relatives are something to the patient."""

    given: str
    family: str
    sex: str
    maiden: str
    kin: str

    def named(self, form: str) -> str:
        """Write the name in parts: « FAMILY_comma_given », « initial_family », « lower »."""
        full = f"{self.given} {self.family}"
        letters = [word[0] for word in re.findall(r"\w+", full)]
        parts = {
            "full": full,
            "given": self.given,
            "family": self.family,
            "maiden": self.maiden,
            "initial": "-".join(f"{part[0]}." for part in self.given.split()[0].split("-")),
            "initials": "".join(f"{letter}." for letter in letters),
            "letters": "".join(letters),
        }
        parts |= {name.upper(): part.upper() for name, part in parts.items()}
        parts |= {"lower": full.lower(), "plain": plain(full).upper(), "comma": ","}
        parts |= {"spaced": " ".join(self.family.upper())}
        return " ".join(parts[part] for part in form.split("_")).replace(" ,", ",")


@dataclass(slots=True)
class Cast:
    """The people, places and days of a letter: each drawn when it is first met, then kept."""

    rng: Random
    facts: Mapping[str, Any]
    people: list[list[str]]
    sex: str
    age: int
    drawn: dict[str, Any] = field(default_factory=dict)

    def pieces(self, template: str) -> Iterator[tuple[str, str]]:
        """Give the words of a template and those of its slots, each with its label or ""."""
        at = 0
        for slot in SLOT.finditer(template):
            yield template[at : slot.start()], ""
            yield self.piece(slot[1], slot[2], slot[3] or "")
            at = slot.end()
        yield template[at:], ""

    def piece(self, kind: str, number: str, form: str) -> tuple[str, str]:
        """Return what one slot stands for, in a form, and its label."""
        value = self.kept(kind, number, form if kind == "ID" else "")
        label = LABELS.get(kind, kind)
        if kind in DAYS:
            return self.written(value, form), "" if form == "weekday" else label
        if kind not in PEOPLE:
            return TURNED.get(form, str)(value), label
        if form == "email":
            name = re.sub(r"[^a-z.]", "", plain(f"{value.given}.{value.family}").lower())
            return f"{name}@{self.kept('DOMAIN', label)}", "EMAIL"
        words = self.facts["words"] | {"kin": [value.kin] * 2}
        if form.lower() not in words:
            return value.named(form), label
        word = words[form.lower()]["MF".index(value.sex)]
        return word[:1].upper() + word[1:] if form[0].isupper() else word, ""

    def written(self, day: date, form: str) -> str:
        """Write a date in a form of the language or the country."""
        name = self.facts["months"][day.month - 1]
        parts = {"d": day.day, "m": day.month, "y": day.year, "yy": f"{day:%y}", "name": name}
        parts |= {"NAME": name.upper(), "mon": name[:3], "MON": name[:3].upper()}
        parts |= {"nth": self.facts["nth"][day.day - 1]}
        parts |= {"weekday": self.facts["weekdays"][day.weekday()]}
        return str(self.facts["dates"][form]).format_map(parts)

    def kept(self, kind: str, number: str = "", which: str = "") -> Any:  # noqa: ANN401 - as drawn
        """Return the value of a slot, drawn when it is first met."""
        slot = f"{kind} {number} {which}"
        if slot not in self.drawn:
            self.drawn[slot] = self.draw(kind, number, which)
        return self.drawn[slot]

    def draw(self, kind: str, number: str, which: str) -> Any:  # noqa: ANN401 - of many kinds
        """Draw the value of a slot."""
        if kind in PEOPLE:
            return self.person(kind, number)
        if kind in DAYS:
            return self.day(kind, int(number or 0))
        if kind in TOWN:
            return self.kept("TOWNS", number)[TOWN.index(kind)]
        if kind == "ID":
            return self.number(which)
        choice = self.facts["PHONE" if kind == "FAX" else kind]
        if kind == "HOSPITAL":
            town = self.kept("TOWNS", number)[0]
            here = [name for name, where in choice if where == town]
            choice = self.rng.choice([here or self.facts["CLINICS"], self.facts["CLINICS"]])
        value = self.rng.choice(choice)
        if kind == "TOWNS":
            return [filled(self.rng, part) for part in value]
        return filled(self.rng, value.split("|")[-1 if self.sex == "F" else 0])

    def person(self, kind: str, number: str) -> Person:
        """Draw somebody whose names nobody else has; relatives often bear the patient's."""
        own = self.sex if kind == "PATIENT" else number and "FM"[int(number) % 2]
        given, family, sex = self.rng.choice([p for p in self.people if own in p[2]])
        self.people = [p for p in self.people if p[0] != given and p[1] != family]
        if kind == "RELATIVE" and self.rng.random() < OFTEN:
            family = self.kept("PATIENT").family
        maiden = self.people.pop(self.rng.randrange(len(self.people)))[1]
        kin = self.facts["kin"]["grown" if self.age > GROWN else "young"]
        return Person(given, family, sex, maiden, self.rng.choice(kin["MF".index(sex)]))

    def day(self, kind: str, number: int) -> date:
        """Draw a day: DATE is today, DATE1 and so on lie back, NEXT and so on ahead."""
        if kind == "DATE" and not number:
            return FIRST + timedelta(days=self.rng.randrange(SPAN))
        days = timedelta(days=30 * number + self.rng.randint(2, 29))
        if kind == "BIRTH_DATE":
            days += timedelta(days=self.age * 365)
        elif number >= YEARS_AGO:
            days = min(days * self.rng.randint(4, 40), timedelta(days=self.age * 300 + 9))
        today: date = self.kept("DATE")
        return today + days if kind == "NEXT" else today - days

    def number(self, which: str) -> str:
        """Draw an identifier of the kind, with its check digits where it has any."""
        born = self.kept("BIRTH_DATE")
        pattern = self.rng.choice(self.facts["ids"][which])
        text = filled(self.rng, pattern.format(s=1 if self.sex == "M" else 2, born=born))
        digits = [int(sign) for sign in text if sign.isdecimal()]
        return re.sub(r"\?+", lambda _: CHECKS.get(which, luhn)(digits), text)


def plain(text: str) -> str:
    """Return the text in unaccented letters."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


def filled(rng: Random, pattern: str) -> str:
    """Fill % with a digit over 0, # with a digit, ^ with a letter."""
    signs = {"%": "123456789", "#": "0123456789", "^": "ABDEFGHJLNPQRSTUWXYZ"}
    return re.sub(r"[%#^]", lambda sign: rng.choice(signs[sign[0]]), pattern)


def luhn(digits: Sequence[int]) -> str:
    """Return the check digit of RPPS and SIRET numbers (ISO/IEC 7812-1)."""
    doubled = [int(sign) for digit in digits[::-2] for sign in str(2 * digit)]
    return str(-(sum(doubled) + sum(digits[-2::-2])) % 10)


def nhs(digits: Sequence[int]) -> str:
    """Return the check digit of an NHS number; where there can be none, a wrong one."""
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=True))
    return str(-total % 11 % 10)


def nir(digits: Sequence[int]) -> str:
    """Return the key of a French social security number, without Corsica's letters."""
    return f"{97 - int(''.join(map(str, digits))) % 97:02}"


CHECKS: Mapping[str, Callable[[Sequence[int]], str]] = {"nhs": nhs, "nir": nir, "ins": nir}
