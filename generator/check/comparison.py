"""What two sentences state differently, kind by kind."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang

from generator.check.alignment import Pair, aligned, divided
from generator.check.claims import claims
from generator.check.days import clocks, dated
from generator.check.fact import Fact, Kind, unmatched
from generator.check.quantities import quantities
from generator.check.ranks import ranked
from generator.check.vocabulary import WORD, blanked, plain
from generator.language.terms import translated
from generator.read.language import language

MISSING, UNTRANSLATED = "missing", "untranslated"
_COUNTED: Final = (Kind.NUMBER, Kind.UNIT, Kind.DATE, Kind.STAGE, Kind.GRADE)
_TELLING: Final = 4  # words from which a sentence can be told to be in the wrong language
_PAIR: Final = {"left", "right"}
_BEHIND, _AHEAD = 50, 6  # characters between a drug and its dose, before it and after it
_UNWEIGHED: Final = ("day", "week", "month", "year", "hour", "minute", "second", "%", "G", "T")

Facts = defaultdict[Kind, list[Fact]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What two sentences state differently, and where both stand."""

    about: str  # a Kind, or what a sentence as a whole lacks
    french: tuple[int, int]
    english: tuple[int, int]


def compared(french: str, english: str) -> tuple[Difference, ...]:
    """Return what a French text and its English state differently, in the order of sentences.

    >>> [str(each.about) for each in compared("Rein gauche de 12 cm.", "Right kidney of 12 mm.")]
    ['unit', 'side']
    """
    texts = (plain(french), plain(english))
    ours, theirs = (
        divided(text, lang, facts(flat, lang))
        for text, flat, lang in zip((french, english), texts, Lang, strict=True)
    )
    return tuple(
        Difference(about, (one.start, one.end), (other.start, other.end))
        for one, other in aligned(ours, theirs)
        for about in _differences((one, other), (french, english))
    )


def facts(text: str, lang: Lang) -> tuple[Fact, ...]:
    """Return every fact of a plain text; a date and a time of day are no numbers as well."""
    days = tuple(dated(text, lang))
    for day in days:
        text = blanked(text, day.start, day.end)
    hours = tuple(clocks(text))
    for hour in hours:
        text = blanked(text, hour.start, hour.end)
    return (*days, *hours, *ranked(text), *quantities(text, lang), *claims(text, lang))


def _differences(pair: Pair, texts: tuple[str, str]) -> Iterator[str]:
    french, english = (text[each.start : each.end] for text, each in zip(texts, pair, strict=True))
    whole = bool(french and english)
    if not whole and WORD.search(french or english):
        yield MISSING
    if whole and _untranslated(french, english):
        yield UNTRANSLATED
    ours, theirs = (_by_kind(each.facts) for each in pair)
    alike = pair[0].anchors == pair[1].anchors
    lost = () if alike else _lost(ours, theirs)
    yield from lost
    if not whole:
        return
    if not alike and _sides_differ(ours[Kind.SIDE], theirs[Kind.SIDE]):
        yield Kind.SIDE
    if _denials_differ(ours[Kind.NEGATION], theirs[Kind.NEGATION]):
        yield Kind.NEGATION
    if not alike and _drugs_differ(ours[Kind.DRUG], theirs[Kind.DRUG], french, english):
        yield Kind.DRUG
    if not lost and _doses_differ(ours, theirs):
        yield Kind.DOSE
    sexes = [{fact.values[0] for fact in each[Kind.SEX]} for each in (ours, theirs)]
    if all(sexes) and not sexes[0] & sexes[1]:
        yield Kind.SEX


def _by_kind(every: Sequence[Fact]) -> Facts:
    found: Facts = defaultdict(list)
    for each in every:
        found[each.kind].append(each)
    return found


def _lost(ours: Facts, theirs: Facts) -> tuple[Kind, ...]:
    """Return the kinds of which one sentence states what the other doesn't."""
    left, right = ([each for kind in _COUNTED for each in own[kind]] for own in (ours, theirs))
    kinds = {each.kind for each in chain(*unmatched(left, right))}
    return tuple(kind for kind in _COUNTED if kind in kinds)


def _sides_differ(ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Tell whether two sentences name other sides; one may say a side once more than the other.

    « bilatéral » may be "left and right", or "both".
    """
    left, right = (
        Counter(each.values[0] for each in every if each.sure) for every in (ours, theirs)
    )
    if left.keys() == right.keys():
        return left != right and left.total() == right.total()
    said = [{each.values[0] for each in every} for every in (ours, theirs)]
    return not (_covered(set(left), said[1]) and _covered(set(right), said[0]))


def _covered(sides: set[str], said: set[str]) -> bool:
    """Tell whether ``said`` holds every side of ``sides``: left and right are both."""
    both = {"both"} if said >= _PAIR else set()
    pair = _PAIR if "both" in said and sides >= _PAIR else set()
    return sides <= said | both | pair


def _denials_differ(ours: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Tell whether one sentence denies more often than the words of the other can answer.

    « indolore » answers "not painful", but only where no "painless" answers it already.
    """
    sure = sum(each.sure for each in ours) - sum(each.sure for each in theirs)
    spare = len(theirs) - len(ours) + sure  # doubtful denials there that none answers here
    return (sure > 0 and spare < sure) or (sure < 0 and spare > sure)


def _drugs_differ(ours: Sequence[Fact], theirs: Sequence[Fact], french: str, english: str) -> bool:
    """Tell whether a drug of one sentence is not named in the other."""
    left, right = ([each.values[0] for each in every] for every in (ours, theirs))
    only_ours = [name for name in left if name not in right]
    only_theirs = [translated(name, Lang.EN, Lang.FR) for name in right if name not in left]
    return any(name not in fold(english) for name in only_ours) or any(
        name is not None and fold(name) not in fold(french) for name in only_theirs
    )


def _doses_differ(ours: Facts, theirs: Facts) -> bool:
    """Tell whether the same numbers and units belong to each other, or to drugs, otherwise."""
    weighed = [
        [each for each in own[Kind.DOSE] if each.values[0].split()[1] not in _UNWEIGHED]
        for own in (ours, theirs)
    ]
    if any(unmatched(*weighed)):
        return True
    left, right = (
        _regimen(own[Kind.DRUG], doses) for own, doses in zip((ours, theirs), weighed, strict=True)
    )
    return any(right.get(name, dose) != dose for name, dose in left.items())


def _regimen(drugs: Sequence[Fact], doses: Sequence[Fact]) -> dict[str, str]:
    """Return the dose that stands beside each drug; a drug named twice has none."""
    once = Counter(each.values[0] for each in drugs)
    found: dict[str, str] = {}
    following = [each.start for each in drugs]
    for number, each in enumerate(drugs, start=1):
        limit = min([each.end + _BEHIND, *following[number : number + 1]])
        before = [dose for dose in doses if 0 <= each.start - dose.end <= _AHEAD]
        behind = [dose for dose in doses if each.end <= dose.start < limit]
        if once[each.values[0]] == 1 and (before or behind):
            found[each.values[0]] = (before or behind)[0].values[0]
    return found


def _untranslated(french: str, english: str) -> bool:
    """Tell whether a sentence is the same in both languages, or in the wrong one."""
    ours, theirs = (set(each.lower().split()) for each in (french, english))
    if min(len(ours), len(theirs)) < _TELLING or 2 * len(ours & theirs) < len(theirs):
        return False
    spoken = language(french), language(english)
    return spoken[0] is spoken[1] is not None or spoken[0] is Lang.EN or spoken[1] is Lang.FR
