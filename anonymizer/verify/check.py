"""Verification: hold every finished file against what was taken out of the case."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from anonymizer.dates.read import read
from anonymizer.phi import Lang, Phi
from anonymizer.provenance import Provenance
from anonymizer.verify import dating, initials, search, shapes, weak
from anonymizer.verify.channels import haystacks
from anonymizer.verify.encodings import decoded
from anonymizer.verify.findings import Haystack, Leak, Role, haystack
from anonymizer.verify.needle import Needles, needles
from anonymizer.verify.search import Straw
from anonymizer.verify.words import Ordinary, ordinary

_SHADOWS = ("source", "bytes", "stream", "earlier revision")  # channels that repeat others


@dataclass(frozen=True, slots=True)
class _Hunt:
    """All that one verification looks for."""

    wanted: Needles = field(repr=False)
    judge: weak.Judge = field(repr=False)
    calendar: dating.Calendar = field(repr=False)
    issued: shapes.Issued = field(repr=False)
    initials: frozenset[str] = field(repr=False)
    ordinary: Ordinary


@dataclass(frozen=True, slots=True)
class _Hit:
    """One find, before it is told: ``value`` says which needle it was and is never told."""

    hay: Haystack = field(repr=False)
    at: int
    category: Phi
    rule: str
    value: str = field(default="", repr=False)

    def leak(self, artefact: str) -> Leak:
        """Return what may be told of it."""
        place = self.hay.place(self.at)
        return Leak(artefact, self.hay.channel, place, self.category, self.rule)


def verify(
    artefacts: Mapping[str, bytes],
    provenance: Provenance,
    template_words: str = "",
    *,
    is_ordinary: Ordinary | None = None,
    read_dates: dating.Reader | None = None,
) -> tuple[Leak, ...]:
    """Return every place where a finished file holds a value that it must not, in order.

    ``artefacts``: name of each file and its bytes; ``template_words``: the words that templates
    print themselves; ``is_ordinary`` and ``read_dates`` take the place of the shipped lexicon and
    reader of dates. Empty: nothing was found. It cannot find a name that detection missed.

    Raises UnverifiableError for a file that cannot be opened.
    """
    hunt = _hunt(provenance, template_words, is_ordinary or ordinary(), read_dates)
    found: set[Leak] = set()
    for number, (name, data) in enumerate(artefacts.items(), start=1):
        named = haystack("file name", Role.NAME, [("", name)])
        own = tuple(_hits(hunt, named, tuple(Lang)))
        shown = f"#{number}" if own else name
        hits = (*own, *_hits(hunt, haystacks(name, data, shown), _languages(name)))
        found |= {hit.leak(shown) for hit in hits}
    return tuple(sorted(found))


def _hunt(
    provenance: Provenance, template_words: str, is_ordinary: Ordinary, reader: dating.Reader | None
) -> _Hunt:
    wanted = needles(provenance.originals, is_ordinary)
    return _Hunt(
        wanted,
        weak.judge(wanted.weak, provenance.kept, template_words, is_ordinary),
        dating.calendar(provenance, reader or read),
        shapes.issued(provenance.issued),
        initials.allowed(provenance.issued),
        is_ordinary,
    )


def _languages(name: str) -> tuple[Lang, ...]:
    said = tuple(lang for lang in Lang if f".{lang}." in name)
    return said if len(said) == 1 else tuple(Lang)


def _hits(hunt: _Hunt, hays: Iterable[Haystack], langs: tuple[Lang, ...]) -> Iterator[_Hit]:
    """Give every hit; what only repeats another channel counts where nothing else was found."""
    every = tuple(each for hay in hays for each in (hay, *decoded(hay)))
    seen: set[tuple[str, str]] = set()
    for hay in sorted(every, key=_repeats):
        known = frozenset(seen) if _repeats(hay) else frozenset()
        for hit in _in(hunt, Straw(hay, hunt.issued.squashed), langs):
            if (hit.rule, hit.value) not in known:
                seen.add((hit.rule, hit.value))
                yield hit


def _repeats(hay: Haystack) -> bool:
    return "(" in hay.channel or hay.channel.rpartition(": ")[2] in _SHADOWS


def _in(hunt: _Hunt, straw: Straw, langs: tuple[Lang, ...]) -> Iterator[_Hit]:
    hay = straw.hay
    for at, needle in search.found(straw, hunt.wanted.strong, hunt.ordinary):
        yield _Hit(hay, at, needle.category, "original value", f"{needle.category} {needle.text}")
    for at, value, rule in weak.found(straw, hunt.judge):
        yield _Hit(hay, at, value.category, rule, value.word)
    for at, category, rule in shapes.found(straw, hunt.issued, hunt.ordinary):
        yield _Hit(hay, at, category, rule)
    for at, rule in dating.found(straw, hunt.calendar, langs):
        yield _Hit(hay, at, Phi.DATE, rule)
    for at in initials.found(straw, hunt.wanted.initials, hunt.initials):
        yield _Hit(hay, at, Phi.PATIENT, "initials")
