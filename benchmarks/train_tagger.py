"""Train the tagger of names on the invented letters, and say how it does on those it has not seen.

    python benchmarks/train_tagger.py            two halves, each tagged by the other's model
    python benchmarks/train_tagger.py --write    the same, then train on all and write the model

The letters are those of tests/corpus/letters but ``*_e`` to ``*_g``, which are kept to measure
on, and letters that benchmarks/letters.py builds. The seed is fixed and nothing else enters, so
that the same text gives the same bytes. Confidence is a logistic fit of margins on the halves that
training had not seen.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import exp, log
from pathlib import Path

from gold import letters
from letters import narratives, rows

from anonymizer.detect import DETECTORS, told_names
from anonymizer.detect.features import Word, candidates, features
from anonymizer.detect.looks import Look, look
from anonymizer.detect.tagger import NONE, PERSON, TAGS, Model, tagged
from anonymizer.detect.words import folded
from anonymizer.passage import passage
from anonymizer.phi import Lang

TOP = Path(__file__).parents[1]
MODEL = TOP / "anonymizer" / "detect" / "tagger.json"
LETTERS = TOP / "tests" / "corpus" / "letters"
TAG_OF = {
    "PATIENT": "P",
    "CLINICIAN": "P",
    "RELATIVE": "P",
    "NAME": "P",
    "CITY": "C",
    "HOSPITAL": "H",
}
BUILT = 240  # letters a language
SEED = 7
EPOCHS = 8
MARGIN = 2.0  # how far the right tag must lead before a word teaches nothing
LEAST_SEEN = 2  # a feature met once tells nothing
LEAST_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, its words that may be part of a name, and the tag of each, None where untold."""

    text: str
    words: tuple[Word, ...]
    tags: tuple[str | None, ...]


def lesson(text: str, lang: Lang, spans: Sequence[tuple[int, int, str]]) -> Lesson:
    """Return a marked text as a lesson: what is known of a word is what is told elsewhere."""
    page = passage(text, lang)
    sure = [span for _, detector in DETECTORS for span in detector(page)]
    told = Counter(chain.from_iterable(told_names(text, sure)))
    here = [
        replace(word, known=told[plain] > any(s.start <= word.start < s.end for s in sure))
        if (plain := folded(text[word.start : word.end])) in told
        else word
        for word in candidates(text, known=told)
    ]
    return Lesson(text, tuple(here), tuple(_tag(word, spans) for word in here))


def _tag(word: Word, spans: Sequence[tuple[int, int, str]]) -> str | None:
    for start, end, label in spans:
        if word.start < end and start < word.end:
            return TAG_OF.get(label)
    return NONE


def lessons() -> list[Lesson]:
    """Return the letters to learn from, in order."""
    files = sorted(LETTERS.glob("*_[abcd].md"))
    return [
        lesson(t, Lang(f.name[:2]), s) for f in files for _, t, s in letters(f.read_text("utf-8"))
    ]


def around_narratives() -> list[Lesson]:
    """Return letters that frames make around the narratives of benchmarks/letters."""
    return [
        lesson(row["text"], lang, row["spans"])
        for lang in Lang
        for row in rows(lang.value, narratives([], lang.value), BUILT, SEED)
    ]


def _met(each: Lesson) -> Iterator[tuple[Word, str, str]]:
    """Yield (word, its tag, the tag of the token before it) where the tag is told."""
    last, before = -1, NONE
    for word, tag in zip(each.words, each.tags, strict=True):
        if tag:
            yield word, tag, before if word.before == last else NONE
        last, before = word.start, tag or NONE


def _frequent(school: Sequence[Lesson]) -> set[str]:
    """Return the features that are met often enough to be learned."""
    seen: Counter[str] = Counter()
    for each in school:
        for word, _, before in _met(each):
            seen.update(set(features(word, before)))
    return {name for name, times in seen.items() if times >= LEAST_SEEN}


def train(school: Sequence[Lesson], seed: int = 0) -> dict[str, tuple[float, ...]]:
    """Return the averaged weights of a perceptron that asks for a margin."""
    kept = _frequent(school)
    weights: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    dice = random.Random(seed)  # noqa: S311 - no secret: the same text gives the same bytes
    order, step = list(school), 1
    for _ in range(EPOCHS):
        dice.shuffle(order)
        for each in order:
            guess = NONE
            for word, tag, before in _met(each):
                told = before if before == NONE or dice.random() < 1 / 2 else guess
                found = [name for name in features(word, told) if name in kept]
                right = TAGS.index(tag)
                rows = [weights[name] for name in found if name in weights]
                scores = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(TAGS)
                led = [s + (0 if k == right else MARGIN) for k, s in enumerate(scores)]
                wrong = max(range(len(TAGS)), key=led.__getitem__)
                if wrong != right:
                    for name in found:
                        for k, change in ((right, 1.0), (wrong, -1.0)):
                            weights[name][k] += change
                            sums[name][k] += change * step
                step += 1
                guess = TAGS[max(range(len(TAGS)), key=scores.__getitem__)]
    averaged = {
        name: tuple(round(w - t / step, 2) for w, t in zip(row, sums[name], strict=True))
        for name, row in sorted(weights.items())
    }
    return {name: row for name, row in averaged.items() if max(map(abs, row)) > LEAST_WEIGHT}


def judged(model: Model, school: Sequence[Lesson]) -> Iterator[tuple[Look, float, bool]]:
    """Yield (look, margin, whether any identifier holds it) for each word tagged a person's."""
    for each in school:
        truth = dict(zip((word.start for word in each.words), each.tags, strict=True))
        for word, tag, margin in tagged(each.words, model):
            if tag == PERSON:
                yield look(each.text[word.start : word.end]), margin, truth[word.start] != NONE


def fitted(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return offset and slope of the logistic curve through (margin, truth), by Newton's method."""
    a, b = 0.0, 0.1
    for _ in range(50):
        ga = gb = haa = hab = hbb = 1e-9
        for x, true in pairs:
            p = 1 / (1 + exp(-(a + b * x)))
            ga, gb = ga + true - p, gb + (true - p) * x
            w = p * (1 - p)
            haa, hab, hbb = haa + w, hab + w * x, hbb + w * x * x
        det = haa * hbb - hab * hab
        a, b = a + (hbb * ga - hab * gb) / det, b + (haa * gb - hab * ga) / det
    return round(a, 4), round(b, 4)


def halves(school: Sequence[Lesson]) -> list[tuple[Look, float, bool]]:
    """Return the judgements on each half by the model of the other; print precision and recall."""
    pairs: list[tuple[Look, float, bool]] = []
    persons = sum(tag == PERSON for each in school for _, tag, _ in _met(each))
    for k in (0, 1):
        model = Model(train(school[1 - k :: 2]), {})
        pairs += judged(model, school[k::2])
    print("| least margin | precision % | recall % |")
    print("|---|---|---|")
    for least in (0, 2, 4, 6, 10):
        told = [true for _, margin, true in pairs if margin >= least]
        shares = sum(told) / len(told), sum(told) / persons
        print(f"| {least} | {100 * shares[0]:.1f} | {100 * shares[1]:.1f} |")
    return pairs


def main() -> None:
    """Print the scores; write the model where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    school = lessons()
    pairs = halves(school)
    curves = {each: fitted([(m, true) for at, m, true in pairs if at is each]) for each in Look}
    for each, (offset, slope) in curves.items():
        print(f"{each.name}: nine of ten right at margin {(log(9) - offset) / slope:.1f}")
    if given.write:
        weights = train([*school, *around_narratives()])
        body = ",\n".join(f"{json.dumps(n)}:{json.dumps(r)}" for n, r in weights.items())
        MODEL.write_text(f'{{"curves":{json.dumps(curves)},"weights":{{\n{body}\n}}}}\n', "utf-8")
        print(f"{len(weights)} features written, {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
