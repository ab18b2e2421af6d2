"""Assign a surrogate to every mention of a case."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from anonymizer.cities import city_key
from anonymizer.coreference import Mentioned, read_names
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.labels import label
from anonymizer.phi import IdKind, Phi
from anonymizer.surrogates import institutions, numbers, places, pools
from anonymizer.surrogates.draw import Drawn, Rules, Wanted, draw
from anonymizer.surrogates.mail import addresses
from anonymizer.surrogates.people import People, people, written

_WORD = re.compile(r"\w+")
_NIR_KINDS = (IdKind.NIR, IdKind.INS)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One surrogate for each mention, in order, in the mention's own shape.

    ``collisions`` names the kinds ("family", "given", "city", "hospital", "street") in which a
    value of this case forbade the surrogate that other cases give. ``issued`` holds every
    surrogate, whole and in its parts. A hospital of no name (« CHU ») is given back as it is.
    """

    texts: tuple[str, ...] = field(repr=False)
    collisions: tuple[str, ...] = ()
    issued: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Case:
    """Everything drawn for one case."""

    everyone: People
    places: places.Places
    named: Drawn  # hospitals and streets
    known: frozenset[str] = field(repr=False)  # towns that the case names; for membership
    phones: dict[str, str] = field(repr=False)
    mail: dict[str, str] = field(repr=False)
    rules: Rules


def assign(
    mentions: Sequence[Mentioned],
    key: Key,
    project: str,
    forbidden: Callable[[str], bool] | Collection[str] | None = None,
    is_given: Callable[[str], bool] | None = None,
) -> Assigned:
    """Return a surrogate for each mention of one case.

    ``forbidden`` tells (or holds) the folded words that no surrogate may be: ordinary words,
    eponyms, drugs. ``is_given`` tells whether a folded word is a given name. None is what the
    lexicons say. The language of the first mention is that of all names invented, so that a
    person has one name in both languages. Categories that have no surrogate (dates, ages, numbers
    but the NIR) get their label.

    Raises SurrogatesExhaustedError.
    """
    if not mentions:
        return Assigned(())
    rules = _rules(mentions, key, project, pools.misleads if forbidden is None else forbidden)
    case = _drawn(tuple(mentions), rules, is_given or pools.is_given)
    texts = tuple(_surrogate(case, i, mention) for i, mention in enumerate(mentions))
    drawn = (case.everyone.drawn, case.places.drawn, case.named)
    kinds = {kind.partition(":")[0] for each in drawn for kind in each.collisions}
    parts = {name for each in drawn for name in each.names.values()}
    return Assigned(texts, tuple(sorted(kinds)), tuple(sorted(parts | set(texts))))


def _rules(
    mentions: Sequence[Mentioned],
    key: Key,
    project: str,
    forbidden: Callable[[str], bool] | Collection[str],
) -> Rules:
    holds = forbidden if callable(forbidden) else frozenset(forbidden).__contains__
    values = frozenset(word for m in mentions for word in _WORD.findall(fold(m.text)))
    return Rules(key, project, holds, values)


def _drawn(mentions: tuple[Mentioned, ...], rules: Rules, is_given: Callable[[str], bool]) -> _Case:
    lang = mentions[0].lang
    names = read_names(mentions, is_given)
    letters = frozenset(p.key for name in names if name for p in name.pieces if p.initial)
    everyone = people(mentions, names, lang, replace(rules, letters=letters))
    towns = places.towns_of(mentions)
    known = frozenset(_towns(mentions, frozenset(places.cities(mentions))))
    codes = {town: code for code, town in sorted(towns.items())}
    cities = draw(
        (Wanted(places.CITY, town) for town in known | frozenset(towns.values())),
        lambda each: places.tables(each.original, codes.get(each.original, ""), lang),
        replace(rules, forbidden=lambda _: False),  # the table was read by eye
        everyone.drawn.names.values(),
    )
    used = (*everyone.drawn.names.values(), *cities.names.values())
    named = draw(_institutions(mentions, known), lambda _: (pools.families(lang),), rules, used)
    phones = tuple(m for m in mentions if m.category is Phi.PHONE)
    return _Case(
        everyone,
        places.Places(lang, cities, towns, rules),
        named,
        known,
        numbers.phones(phones, rules.key, rules.project),
        addresses(mentions, everyone),
        rules,
    )


def _towns(mentions: tuple[Mentioned, ...], known: frozenset[str]) -> Iterator[str]:
    """Yield the towns of the case: its own, and those in hospitals and addresses."""
    yield from known
    for mention in mentions:
        if mention.category is Phi.HOSPITAL:
            yield from (run.key for run in institutions.runs(mention.text, known) if run.town)
        elif mention.category is Phi.ADDRESS:
            ending = institutions.code_and_city(mention.text)
            if ending:
                yield city_key(ending["city"])


def _institutions(mentions: tuple[Mentioned, ...], known: frozenset[str]) -> Iterator[Wanted]:
    for mention in mentions:
        if mention.category is Phi.HOSPITAL:
            found = institutions.runs(mention.text, known)
            yield from (Wanted(institutions.HOSPITAL, r.key) for r in found if not r.town)
        elif mention.category is Phi.ADDRESS:
            yield Wanted(institutions.STREET, institutions.street_key(mention.text, known))


def _surrogate(case: _Case, place: int, mention: Mentioned) -> str:  # noqa: PLR0911 - one a category
    text, rules = mention.text, case.rules
    match mention.category:
        case _ if mention.of_a_person:
            return written(case.everyone, place, text)
        case Phi.EMAIL:
            return case.mail[fold(text).strip()]
        case Phi.PHONE:
            return numbers.phone(mention, case.phones)
        case Phi.CITY:
            return case.places.city(text)
        case Phi.POSTCODE:
            return case.places.postcode(text)
        case Phi.HOSPITAL:
            return institutions.hospital(text, case.known, case.named, case.places)
        case Phi.ADDRESS:
            return institutions.address(text, case.known, case.named, case.places)
        case Phi.ID if mention.kind in _NIR_KINDS:
            return numbers.nir(mention, rules.key, rules.project)
        case _:
            return label(mention.category, mention.kind, mention.lang)
