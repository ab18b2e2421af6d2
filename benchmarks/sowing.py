"""Put invented identifiers into a case: into fields of its own, and into its texts and terms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

import planting
from planting import GRAM, Garden, Plant

from anonymizer.phi import IdKind, Phi
from anonymizer.record import Leaf, leaves, rebuild

from generator.case.clinical import Encounter
from generator.case.model import Case
from generator.case.people import Address, Clinician, Person, PersonalId, Place, Relative
from generator.case.terms import EncounterKind, Kinship, Role, Sex

ALWAYS = ("id", "slug", "language", "synthetic", "index_event", "title")
NAMED = ("patient", "clinicians", "relatives", "places")
NOT_PLANTED = ("references", "authors")  # printed as declared


def added(case: Case, garden: Garden) -> tuple[Case, list[Plant]]:
    """Return the case with more people, places and numbers in its fields, and all it holds."""
    patient = replace(
        case.patient,
        birth_family=garden.family(),
        phones=(*case.patient.phones, garden.phone(), garden.phone(".")),
        emails=(*case.patient.emails, f"{garden.family().lower()}@courriel.example"),
        urls=(f"https://{garden.family().lower()}.example/moi",),
        identifiers=(
            *case.patient.identifiers,
            *(PersonalId(kind=kind, value=f"77{garden.number():07}") for kind in IdKind),
        ),
    )
    home = tuple(
        Address(
            street=f"{garden.number()} impasse {garden.family()}",
            postcode=f"{29100 + garden.number()}",
            city=garden.family(),
        )
        for _ in range(4)
    )
    sexes = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
    people = [(garden.given(), garden.family(), sexes[n % len(sexes)]) for n in range(14)]
    case = replace(
        case,
        patient=patient,
        clinicians=(
            *case.clinicians,
            *(
                Clinician(
                    role=Role.PHYSICIAN,
                    given=g,
                    family=f,
                    sex=s,
                    phones=(garden.phone(),),
                    emails=(f"{planting.plain(g)}.{f}@hopital.example".lower(),),
                    identifiers=(PersonalId(kind=IdKind.RPPS, value=f"1000{garden.number():07}"),),
                )
                for g, f, s in people[:6]
            ),
        ),
        relatives=(
            *case.relatives,
            *(
                Relative(kinship=Kinship.SIBLING, given=g, family=f, sex=s)
                for g, f, s in people[6:10]
            ),
        ),
        others=tuple(Person(given=g, family=f, sex=s) for g, f, s in people[10:]),
        places=(
            *case.places,
            *(
                Place(
                    hospital=f"Centre hospitalier de {garden.family()}",
                    address=at,
                    phones=(garden.phone(),),
                )
                for at in home
            ),
        ),
        encounters=(
            *case.encounters,
            Encounter(kind=EncounterKind.CONSULTATION, hospital=f"Clinique {garden.family()}"),
        ),
    )
    return case, [plant for leaf in leaves(case) for plant in of_field(leaf)]


def of_field(leaf: Leaf) -> Iterator[Plant]:
    """Give what is looked for of a leaf that identifies: its value, a day in its writings."""
    match leaf.slot.phi:
        case Phi.DATE | Phi.BIRTH_DATE if leaf.value.day is not None:
            day = leaf.value.whole
            for text in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%y}", f"{day}"):
                yield Plant("day of the record", text, is_word=True)
            for lang, months in planting.MONTHS.items():
                text = f"{day.day} {months[day.month - 1]} {day.year}"
                yield Plant(f"day of the record, {lang}", text, is_word=True)
        case Phi.POSTCODE:
            yield Plant("field: POSTCODE", leaf.value, is_word=True)
        case Phi.PATIENT | Phi.CLINICIAN | Phi.RELATIVE | Phi.NAME | Phi.PHONE | Phi.EMAIL:
            yield Plant(f"field: {leaf.slot.phi}", leaf.value, is_word=len(leaf.value) < GRAM)
        case Phi.URL | Phi.ADDRESS | Phi.CITY | Phi.HOSPITAL | Phi.ID | Phi.LOCAL if isinstance(
            leaf.value, str
        ):
            yield Plant(f"field: {leaf.slot.phi}", leaf.value)


def sown(case: Case, garden: Garden, every: int = 1) -> tuple[Case, list[Plant]]:
    """Return the case with sentences full of identifiers in each of its texts, and these."""
    people = tuple(
        (title, who.given or "", who.family or "")
        for title, group in (
            ("M.", (case.patient,)),
            ("Dr", case.clinicians),
            ("Mme", case.relatives),
            ("Mme", case.others),
        )
        for who in group
    )
    texts = [leaf for leaf in leaves(case) if leaf.slot.phi is Phi.NARRATIVE]
    new: dict[str, str] = {}
    plants: list[Plant] = []
    for number, leaf in enumerate(texts[::every]):
        lang = str(leaf.slot.lang)
        sentences = (
            *planting.sentences(lang, garden, number),
            planting.known_plants(lang, people, number),
        )
        new[leaf.path] = " ".join((leaf.value, *(planted.text for planted in sentences)))
        plants += [plant for planted in sentences for plant in planted.plants]
    return rebuild(case, new), plants


def lone(case: Case) -> tuple[Leaf, ...]:
    """Return the leaves of a case that one identifier at a time is planted into."""
    return tuple(
        leaf
        for leaf in leaves(case)
        if isinstance(leaf.value, str)
        and not isinstance(leaf.value, Enum)
        and (not leaf.path.startswith(NOT_PLANTED) or ".credit" in leaf.path)
    )


def around(case: Case, path: str) -> tuple[Case, str]:
    """Return the record that holds a leaf, with the people and places, and the leaf's new path.

    What is small is built in a fraction of the time; the whole case is built all at once.
    """
    name = re.split(r"[.\[]", path, maxsplit=1)[0]
    kept = {each: getattr(case, each) for each in (*ALWAYS, *NAMED, name)}
    found = re.match(rf"{name}\[(\d+)\]", path)
    if found and name not in NAMED:
        kept[name] = kept[name][int(found[1]) :][:1]
        path = f"{name}[0]{path[found.end() :]}"
    return Case(**kept), path


def planted_leaf(leaf: Leaf, kind: str, garden: Garden, own: str) -> tuple[str, str]:
    """Return the new value of a leaf and what was planted; ``own`` is the patient's name."""
    lang = str(leaf.slot.lang or ("en" if leaf.path.endswith(".en") else "fr"))
    match kind:
        case "titled name":
            planted = garden.family()
            text = f"Dr {planted}"
        case "e-mail address":
            text = planted = f"{garden.family()}@messagerie.example".lower()
        case "phone":
            text = planted = garden.phone()
        case "day date":
            day = garden.day()
            text = planted = f"{day.day} {planting.MONTHS[lang][day.month - 1]} {day.year}"
        case _:
            text = planted = own
    if leaf.path == "slug":
        said, wanted = (
            re.sub(r"[^a-z0-9]+", "-", planting.plain(each).lower()) for each in (text, planted)
        )
        return f"{leaf.value}-{said}", wanted
    if leaf.path.endswith(".file"):
        wanted = planted.replace("/", "-")
        return f"{wanted}.png", wanted
    return f"{leaf.value} {text}", planted
