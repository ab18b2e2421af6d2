"""Put a case's own names and dates back into a translation that was made without them.

The translator saw invented names and moved dates. In the case that its owner keeps, the
translation has to speak of the same people and days as its source; de-identified again, it must
say word for word what the translator wrote. What does not is refused: that is the proof.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from anonymizer.audit import Notice
from anonymizer.dates.mention import Mention
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read
from anonymizer.dates.write import write
from anonymizer.phi import Lang, Phi
from anonymizer.record import leaves
from anonymizer.replace import replace
from anonymizer.spans import Span, outside

from generator.case.model import Case
from generator.case.text import Text
from generator.translate.segments import segments
from generator.translate.texts import texts, with_texts
from generator.translate.work import saying, written

_WORD: Final = re.compile(r"\w+")
_TELLING: Final = re.compile(r"[^\W\d_]{2}|\d{4}")  # more than a number that stands anywhere
_ROUNDS: Final = 3
_NAMES: Final = (Phi.NARRATIVE, Phi.NONE, Phi.LOCAL, Phi.DATE, Phi.BIRTH_DATE, Phi.AGE)

Names = Mapping[str, str]
Dates = Mapping[PartialDate, PartialDate]
Deidentify = Callable[[Case], Case]


def restored(
    case: Case, safe: Case, new: Mapping[str, Text], target: Lang, deidentify: Deidentify
) -> tuple[Case, tuple[Notice, ...]]:
    """Return the owner's case with the translations ``new`` of ``safe``, and what was refused.

    ``safe`` is ``deidentify(case)``. Every text of the result, de-identified, is the one of
    ``safe`` or of ``new``, word for word.
    """
    own, given = texts(case), texts(safe)
    names, dates = _names(case, safe), _dates(case, safe)
    back = {
        path: saying(
            own[path], target, _own_words(written(text, target), target, *known), text.status
        )
        for path, text in new.items()
        for known in [_known(own[path], given[path], names, dates)]
    }
    refused: list[Notice] = []
    for _ in range(_ROUNDS):
        made = with_texts(case, back)
        wrong = _wrong(texts(deidentify(made)), {**given, **{p: new[p] for p in back}}, target)
        if not wrong:
            return made, tuple(refused)
        hurt = {path for path, _ in wrong if path in back} or set(back)
        refused += [_not_restored(place) for path, place in wrong if path in hurt]
        back = {path: text for path, text in back.items() if path not in hurt}
    return case, (*refused, *(_not_restored(path) for path in back))


def _known(own: Text, safe: Text, names: Names, dates: Dates) -> tuple[Names, Dates]:
    """Return what the record knows of its names and dates; a text knows its own best."""
    return {**names, **_words_between(own, safe)}, {**dates, **_days_between(own, safe)}


def _wrong(
    found: Mapping[str, Text], expected: Mapping[str, Text], target: Lang
) -> tuple[tuple[str, str], ...]:
    """Return the path of each text that says something else, and its first such sentence."""
    return tuple(
        (path, _place(path, written(found[path], target), written(text, target), target))
        for path, text in expected.items()
        if (found[path].fr, found[path].en) != (text.fr, text.en)
    )


def _place(path: str, ours: str, theirs: str, target: Lang) -> str:
    same = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    if same is None:
        return path
    ends = [0]
    for part in segments(theirs, target):
        ends.append(ends[-1] + len(f"{part.lead}{part.text}{part.trail}"))
    place = next((n for n, (a, b) in enumerate(pairwise(ends), 1) if a <= same < b), 1)
    return f"{path}#{place}"


def _own_words(text: str, lang: Lang, names: Names, dates: Dates) -> str:
    """Return a translation with the names and dates of the record in it."""
    days = tuple(_days(text, lang, dates))
    people = tuple(_people(text, names))
    free = outside((span for span, _ in people), (span for span, _ in days))
    return replace(text, (*days, *(edit for edit in people if edit[0] in free)), lang)


def _days(text: str, lang: Lang, dates: Dates) -> Iterator[tuple[Span, str]]:
    for mention in read(text, lang):
        own = dates.get(mention.date) if mention.date else None
        if own is not None:
            with suppress(ValueError):  # the form says more than the date: the proof refuses it
                yield Span(mention.start, mention.end, Phi.DATE), write(mention, own)


def _people(text: str, names: Names) -> Iterator[tuple[Span, str]]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    if longest:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"
        for found in re.finditer(pattern, text):
            yield Span(found.start(), found.end(), Phi.NAME), names[found[0]]


def _names(case: Case, safe: Case) -> Names:
    """Return what stands for each name, place or number of the record's fields."""
    after = {leaf.path: leaf.value for leaf in leaves(safe)}
    fields = {
        str(after[leaf.path]): str(leaf.value)
        for leaf in leaves(case)
        if leaf.slot.phi not in _NAMES and str(after.get(leaf.path, leaf.value)) != str(leaf.value)
    }
    words: dict[str, str] = {}
    for own, given in zip(texts(case).values(), texts(safe).values(), strict=True):
        words = {**_words_between(own, given), **words}
    return {name: own for pair in {**words, **fields}.items() for name, own in _cases(*pair)}


def _cases(name: str, own: str) -> Iterator[tuple[str, str]]:
    yield name, own
    if name.istitle():
        yield name.upper(), own.upper()


def _words_between(own: Text, safe: Text) -> Names:
    """Return what each name or number that changed in a text was, dates left aside."""
    found: dict[str, str] = {}
    for lang in Lang:
        before, after = written(own, lang), written(safe, lang)
        a, b = _undated(before, lang), _undated(after, lang)
        same = SequenceMatcher(None, [w[0] for w in a], [w[0] for w in b], autojunk=False)
        for kind, i, j, k, m in same.get_opcodes():
            if kind == "replace" and after[b[k].start() - 1 : b[k].start()] != "[":  # a label
                phrase = after[b[k].start() : b[m - 1].end()]
                found |= _pairs([w[0] for w in a[i:j]], [w[0] for w in b[k:m]])
                if _TELLING.search(phrase):
                    found[phrase] = before[a[i].start() : a[j - 1].end()]
    return found


def _undated(text: str, lang: Lang) -> list[re.Match[str]]:
    """Return the words of a text that are no part of a date."""
    dated = {i for mention in read(text, lang) for i in range(mention.start, mention.end)}
    return [word for word in _WORD.finditer(text) if word.start() not in dated]


def _pairs(old: list[str], new: list[str]) -> Names:
    """Return names word by word; an elided article stands for nothing by itself."""
    if len(old) != len(new):
        return {}
    pairs = zip(new, old, strict=True)
    return {name: own for name, own in pairs if name.istitle() or (name.isupper() and name[1:])}


def _dates(case: Case, safe: Case) -> Dates:
    """Return what each moved date of the record was."""
    after = {leaf.path: leaf.value for leaf in leaves(safe) if leaf.slot.phi is Phi.DATE}
    found = {
        after[leaf.path]: leaf.value
        for leaf in leaves(case)
        if leaf.slot.phi is Phi.DATE and leaf.path in after
    }
    for own, given in zip(texts(case).values(), texts(safe).values(), strict=True):
        found = {**_days_between(own, given), **found}
    return found


def _days_between(own: Text, safe: Text) -> Dates:
    """Return what each date that was moved in a text was before; none where they do not pair."""
    found: dict[PartialDate, PartialDate] = {}
    for lang in Lang:
        before, after = (read(written(text, lang), lang) for text in (own, safe))
        if [_shape(m) for m in before] == [_shape(m) for m in after]:
            pairs = zip(after, before, strict=True)
            found |= {m.date: old.date for m, old in pairs if m.date and old.date}
    return found


def _shape(mention: Mention) -> tuple[str, ...]:
    """Return which parts a date has: pairs are of one shape."""
    when = mention.date
    parts = (when.year, when.month, when.day) if when else ()
    return tuple("?" if part is None else "x" for part in parts)


def _not_restored(where: str) -> Notice:
    """Return the refusal of a text that de-identification would not give again."""
    return Notice(
        "not-restored",
        where,
        en="its names and dates cannot be put back so that the text, de-identified again, is the "
        "one that was translated; the text keeps what it had. Word the sentence otherwise, or "
        "write its translation into the case by hand.",
        fr="ses noms et ses dates ne peuvent être rétablis de sorte que le texte, à nouveau "
        "dé-identifié, soit celui qui a été traduit ; le texte garde ce qu’il avait. Formulez la "
        "phrase autrement, ou écrivez sa traduction dans le cas à la main.",
    )
