"""Keep the parts of a name together: initials, particles and the other words of one person's name.

Layout: initials and foreign particles touch a name; words of one name that stand side by side are
that name, whatever their case or order, and a single letter beside one of them is its initial.
« M. » is Monsieur in French, and an initial in English or behind a title. Source: French and
English letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from anonymizer.detect.monograms import Person, monograms, named
from anonymizer.detect.position import Token
from anonymizer.detect.words import APOSTROPHE, BLANK, CALENDAR, HYPHEN, folded
from anonymizer.detect.writings import TOKEN
from anonymizer.fold import fold_with_offsets
from anonymizer.passage import Passage
from anonymizer.phi import PEOPLE, Lang, Phi
from anonymizer.spans import Span, covered, merge

_INITIALS_BEFORE = re.compile(  # « J.-M. », « J-B »
    r"(?<![\w./-])(?:(?:[A-ZÀ-Þ]\.(?:-[a-z]\.)?[ -]?){1,3}|[A-ZÀ-Þ]-[A-ZÀ-Þ][ ])\Z"
)
_INITIAL_AFTER = re.compile(r" [A-ZÀ-Þ]\.(?![^\W\d_])")
_FOREIGN = (  # those that are no word of French or English
    "v[ao]n|der|den|ter|dos|das|ap|ibn|bin|zu[rm]?|af|Ben|A[ïi]t|Ab[ou]u?|Saint|Sainte|St|Ste|San"
)
_PARTICLES_BEFORE = {
    Lang.FR: re.compile(  # « de » where nothing before it can be of someone
        rf"(?<![^\W_])(?:(?:{_FOREIGN})\.?[ -]){{1,3}}\Z"
        rf"|(?:(?<=[,:/+(][ ])|(?<=\n)|(?<=\bpar[ ])|(?<=\bselon[ ])|(?<=\bavec[ ])|(?<=signé[ ]))"
        rf"(?:d[{APOSTROPHE}]|du |de (?:la )?)\Z"
    ),
    Lang.EN: re.compile(
        rf"(?<![^\W_])(?:(?:{_FOREIGN}|d[aeiou]s?|del|della|l[aeo]|el|al|y)\.?[ -]){{1,3}}\Z"
    ),
}
_PARTICLE_BETWEEN = re.compile(rf" (?:d[{APOSTROPHE}]|(?:de|du|des|da|di|de la|y) )")
_TITLE_BEFORE = re.compile(
    r"\b(?:M(?:mes?|lles?|rs?|s|adame|iss)|[Dd](?:r|octeur)|Prof?|[Pp]atiente[ ]?:|[Pp]/[Oo])"
    r"\.?[ ]+\Z"
)
_TOUCHING = re.compile(rf"[{BLANK}]{{1,2}}|[{HYPHEN}{APOSTROPHE}]|,[{BLANK}]?")
_TOUCHING_SHORT = re.compile(rf"\.?[{BLANK}]?[{HYPHEN}]?|[{APOSTROPHE}]")  # behind J. or St.
_COMPANY = 12  # signs in which initials or particles stand before a name
_SMALL = 3  # letters of a particle: a word that long is no name by itself
_SURE = 0.75


def together(passage: Passage, taken: Sequence[Span], persons: Iterable[Person]) -> Iterator[Span]:
    """Yield what is taken, each person's name with all that belongs to it."""
    text = passage.text
    found = [_with_company(passage, span) for span in taken]
    joined = merge(chain(found, _joined(text, found)))
    people = tuple(dict.fromkeys(chain(persons, named(text, joined))))
    initials = tuple(monograms(passage, people))
    borne = {(s.start, s.end) for s in initials if s.category is not Phi.NAME}  # no guess is surer
    yield from (span for span in joined if (span.start, span.end) not in borne)
    yield from initials
    yield from _whole(passage, joined, people)


def _joined(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the names that a particle or a month joins: « Jean d'Argencé », "Lowri Mai Rees"."""
    for a, b in pairwise(taken):
        if not (a.category in PEOPLE and b.category in PEOPLE and b.start - a.end < _COMPANY):
            continue
        month = text[a.end : b.start][:1] == " " and text[a.end + 1].isupper()
        if (month and folded(text[a.end : b.start].strip()) in CALENDAR) or (
            _PARTICLE_BETWEEN.fullmatch(text, a.end, b.start)
        ):
            yield Span(a.start, b.end, b.category, "", _SURE)


def _with_company(passage: Passage, span: Span) -> Span:
    """Return a person's name with the initials and particles that touch it.

    « J.-Marc », "S. Gillespie", "von Hagenow".
    """
    text = passage.text
    if span.category not in PEOPLE or text[span.start + 1 : span.start + 2] == ".":  # D. of M.D.
        return span
    particles = _particles(passage, span.start)
    start = particles.start() if particles else span.start
    before = _INITIALS_BEFORE.search(text, max(0, start - _COMPANY), start)
    if before and not _is_monsieur(passage, before.start(), start):
        start = before.start()
    after = _INITIAL_AFTER.match(text, span.end)
    return replace(span, start=start, end=after.end() if after else span.end)


def _particles(passage: Passage, end: int) -> re.Match[str] | None:
    start = max(0, end - _COMPANY)
    return _PARTICLES_BEFORE[passage.lang].search(passage.text, start, end)


def _is_monsieur(passage: Passage, start: int, end: int) -> bool:
    """Tell whether « M. » at ``start`` is a title; behind another title it is an initial."""
    if passage.lang is not Lang.FR or passage.text[start:end].strip() != "M.":
        return False
    return not _TITLE_BEFORE.search(passage.text, max(0, start - _COMPANY), start)


def _whole(passage: Passage, taken: Sequence[Span], persons: Sequence[Person]) -> Iterator[Span]:
    """Yield the names of ``persons`` that stand as two words or more, not yet wholly taken."""
    if not persons:
        return
    bearers = _bearers(persons)
    tokens, done, at = _tokens(passage.text), covered(taken), 0
    while at < len(tokens):
        run, bearing = _run(passage.text, tokens, at, bearers)
        at += max(1, len(run))
        while run and _small(passage.text, run[-1]):
            run = run[:-1]
        if run and _is_monsieur(passage, run[0].start, run[0].end + 1):
            run = run[1:]
        whose = [p for p in map(persons.__getitem__, sorted(bearing)) if _explains(p, run)]
        left = any(not done.issuperset(range(one.start, one.end)) for one in run)
        if left and whose and len(run) > 1 and _written(passage.text, run):
            yield Span(run[0].start, run[-1].end, whose[0].category, "", _SURE)


def _bearers(persons: Sequence[Person]) -> Mapping[str, frozenset[int]]:
    """Return, for each word and each initial, the places of the persons who bear it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for nth, person in enumerate(persons):
        for word in person.words:
            found[word].add(nth)
            found[word[0]].add(nth)
    return {word: frozenset(places) for word, places in found.items()}


def _explains(person: Person, run: tuple[Token, ...]) -> bool:
    """Tell whether the initials of ``run`` are of words of the name that do not stand there."""
    here = {one.plain for one in run if len(one.plain) > 1}
    rest = [word[0] for word in person.words if word not in here]
    return all(one.plain in rest for one in run if len(one.plain) == 1)


def _tokens(text: str) -> tuple[Token, ...]:
    plain, offsets = fold_with_offsets(text)
    return tuple(
        Token(found[0], offsets[found.start()], offsets[found.end() - 1] + 1)
        for found in TOKEN.finditer(plain)
    )


def _run(
    text: str, tokens: tuple[Token, ...], at: int, bearers: Mapping[str, frozenset[int]]
) -> tuple[tuple[Token, ...], frozenset[int]]:
    """Return the words from ``at`` on that are all of one person's name, and who may bear it."""
    run: tuple[Token, ...] = ()
    bearing: frozenset[int] = frozenset()
    for one in tokens[at:]:
        if run and not _touch(text, run[-1], one):
            break
        here = bearers.get(one.plain, frozenset())
        here = here & bearing if run else here
        if not here or any(one.plain == other.plain for other in run):
            break
        if len(one.plain) == 1 and not _stands_for_a_word(text, one):
            break
        run, bearing = (*run, one), here
    return run, bearing


def _touch(text: str, left: Token, right: Token) -> bool:
    """Tell whether two words stand as the words of one name do."""
    between = text[left.end : right.start]
    short = len(left.plain) == 1 or left.plain in {"st", "ste"}
    if "," in between and len(right.plain) == 1:  # the degree M.D.
        return False
    return (_TOUCHING_SHORT if short else _TOUCHING).fullmatch(between) is not None


def _stands_for_a_word(text: str, one: Token) -> bool:
    """Tell whether a single letter is an initial or an elided particle: « J. », « -j. », « d' »."""
    before, after = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 1]
    if after in APOSTROPHE:
        return after != ""
    initial = text[one.start].isupper() or before in ("-", "‑")
    return initial and after == "."


def _small(text: str, one: Token) -> bool:
    return text[one.start].islower() and len(one.plain) <= _SMALL


def _written(text: str, run: tuple[Token, ...]) -> bool:
    """Tell whether words are written as a name: all with capitals, or two long ones without."""
    full = [one for one in run if len(one.plain) > 1 and not _small(text, one)]
    if all(text[one.start].isupper() for one in full):
        return bool(full)
    return len(full) > 1 and text[run[0].start : run[-1].end].islower()
