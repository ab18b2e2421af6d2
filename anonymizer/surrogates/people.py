"""Surrogates of people: every family name and every given name has one, wherever it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from anonymizer.coreference import Mentioned, Name, Person, Piece, group
from anonymizer.fold import fold
from anonymizer.phi import Lang, Part
from anonymizer.surrogates.draw import Drawn, Pool, Rules, Wanted, draw
from anonymizer.surrogates.pools import families, gender_of, given

FAMILY = "family"
GIVEN = "given"
_ALPHABET = "ABCDEFGHJLMNPRSTV"
_LETTER = "initial"
_POSSESSIVE = ("'", "’")


@dataclass(frozen=True, slots=True)
class People:
    """The people of a case with the surrogates of their names."""

    names: Sequence[Name | None]
    persons: tuple[Person, ...]
    of: Mapping[int, Person]  # by place of the mention
    genders: Mapping[str, str] = field(repr=False)  # of given names, as the case says
    drawn: Drawn
    rules: Rules
    letters: Mapping[str, str] = field(repr=False)

    def given_of(self, person: Person, key: str) -> str:
        """Return the surrogate of a given name that this person bears."""
        return self.drawn[_wanted_given(person, key, self.genders)]

    def alike(self, person: Person) -> Iterator[Person]:
        """Yield the other people of the same category, whose names may be this one's too.

        A given and a family name found apart are two people until initials bring them together.
        """
        return (p for p in self.persons if p.category is person.category and p is not person)

    def family_of(self, key: str) -> str:
        """Return the surrogate of a family name."""
        return self.drawn[Wanted(FAMILY, key)]


def people(
    mentions: Sequence[Mentioned], names: Sequence[Name | None], lang: Lang, rules: Rules
) -> People:
    """Return the people of a case, a surrogate drawn for each of their names."""
    persons = group(mentions, names)
    of = {place: person for person in persons for place in person.members}
    genders = _genders(persons, lang)
    wanted = {
        _wanted(piece, of[place], genders)
        for place, name in enumerate(names)
        for piece in (name.pieces if name else ())
        if piece.part and not piece.initial
    }

    def pool(each: Wanted) -> Pool:
        kind, _, gender = each.kind.partition(":")
        return (families(lang),) if kind == FAMILY else given(lang, gender)

    return People(
        names, persons, of, genders, draw(wanted, pool, rules), rules, _letters(names, rules)
    )


def _wanted(piece: Piece, person: Person, genders: Mapping[str, str]) -> Wanted:
    if piece.part is Part.FAMILY:
        return Wanted(FAMILY, piece.key)
    return _wanted_given(person, piece.key, genders)


def _wanted_given(person: Person, key: str, genders: Mapping[str, str]) -> Wanted:
    gender = person.gender or genders.get(key, "")
    return Wanted(f"{GIVEN}:{gender}" if gender else GIVEN, key)


def _genders(persons: tuple[Person, ...], lang: Lang) -> dict[str, str]:
    """Return the gender of each given name: that of the only people who bear it, else its own."""
    said: dict[str, set[str]] = {}
    for person in persons:
        own = person.gender or next((g for k in person.given if (g := gender_of(k, lang))), "")
        for key in person.given:
            said.setdefault(key, set()).update({own} - {""})
    return {key: min(genders) for key, genders in said.items() if len(genders) == 1}


def _letters(names: Sequence[Name | None], rules: Rules) -> dict[str, str]:
    """Return a letter for each initial that the case writes, none the same, none of the case."""
    written = sorted({p.key for name in names if name for p in name.pieces if p.initial})
    letters: dict[str, str] = {}
    for letter in written:
        seed = (rules.project, _LETTER, letter)
        order = sorted(_ALPHABET, key=lambda each: rules.key.digest(*seed, each))
        free = [a for a in order if a.lower() not in written and a not in letters.values()]
        other = [a for a in order if a.lower() != letter]
        letters[letter] = (free or other)[0]
    return letters


def written(everyone: People, place: int, original: str) -> str:
    """Return the surrogate of the mention at ``place`` in the mention's own shape.

    Order, initials, capitals, titles, punctuation and the possessive stay; particles go.
    """
    name, person = everyone.names[place], everyone.of[place]
    if name is None or not name.pieces:
        return original
    parts: list[str] = []
    end = 0
    for piece, part in _resolved(name, person):
        parts.append(name.text[end : piece.start])
        source = name.text[piece.start : piece.end]
        parts.append(_piece(everyone, person, piece, part, source))
        end = piece.end
    return "".join(parts) + _ending(name.text[end:], parts[-1])


def _resolved(name: Name, person: Person) -> Iterator[tuple[Piece, Part | None]]:
    """Yield the pieces with their parts, initials read in the order that suits the person."""
    short = [p for p in name.pieces if p.part]
    swap = len(short) == 2 and all(p.initial for p in short) and not _suits(short, person)  # noqa: PLR2004 - a pair
    for piece in name.pieces:
        if swap and piece.part:
            yield piece, Part.GIVEN if piece.part is Part.FAMILY else Part.FAMILY
        else:
            yield piece, piece.part


def _suits(short: Sequence[Piece], person: Person) -> bool:
    """Tell whether two initials, read given name first, are this person's."""
    return _from(short[0].key, person.given) is not None or (
        _from(short[1].key, person.families) is not None
    )


def _from(letter: str, keys: Sequence[str]) -> str | None:
    return next((key for key in keys if key[:1] == letter and not key.endswith(".")), None)


def _piece(everyone: People, person: Person, piece: Piece, part: Part | None, source: str) -> str:
    if part is None:
        return source
    if not piece.initial:
        new = everyone.drawn[_wanted(piece, person, everyone.genders)]
        return shaped(new, source)
    for each in (person, *everyone.alike(person)):
        key = _from(piece.key, each.given if part is Part.GIVEN else each.families)
        if key is not None:
            new = everyone.family_of(key) if part is Part.FAMILY else everyone.given_of(each, key)
            return shaped(new[0], source)
    return shaped(everyone.letters[piece.key], source)


def shaped(new: str, source: str) -> str:
    """Return a name in the capitals of the one that it replaces.

    >>> shaped("Delmas", "DUPONT"), shaped("Delmas", "dupont"), shaped("Delmas", "Le Goff")
    ('DELMAS', 'delmas', 'Delmas')
    """
    if len(source) > 1 and source.isupper():
        return new.upper()
    return new.lower() if source.islower() else new


def _ending(rest: str, name: str) -> str:
    """Return what follows a name, the possessive as the new name takes it (James' → Ann's)."""
    if rest in _POSSESSIVE and not fold(name).endswith("s"):
        return f"{rest}s"
    return rest
