"""Plant identifiers in every field of a case, publish it, and look for them in every byte.

    python benchmarks/planted.py            all at once, then one at a time: some minutes
    python benchmarks/planted.py --quick    a part of it

*All at once*: people, places and numbers are added to the fields of the sample, several forms of
identifiers to each of its texts; all seven files are made and searched by hunt.py, which unpacks
PDFs itself. *One at a time*: one identifier in one leaf, clinical terms, slug and file names
included; either nothing is written, or what is written does not hold it. Prints counts; exit 3 if
anything is found or goes wrong. No identifier is printed.
"""

import argparse
import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

import hunt
from planting import GRAM, Garden, Plant
from sowing import added, around, lone, planted_leaf, sown

from anonymizer.record import Leaf, rebuild

from generator.case.model import Case
from generator.cli.shell import run
from generator.read.files import read_case
from generator.read.write import dump_json

SAMPLE = Path(__file__).parents[1] / "samples" / "ileal-net.synthetic.yaml"
LEAK = 3
READABLE = re.compile(r"text|page \d+.*")
OFFERED = 20  # leaves that --quick takes
DAY = re.compile(r"\d{8}")  # numbers of a drawing may run together to this, in a stream
Form = tuple[str, str, bool]  # as hunt.forms gives them
Starts = Mapping[str, list[tuple[Plant, Form]]]
KINDS = ("titled name", "e-mail address", "phone", "day date", "patient's own name")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one build: ``refused``, ``clean``, ``LEAK`` or ``BROKEN``."""

    path: str
    kind: str
    what: str


def build(case: Case, folder: Path, *options: str) -> tuple[int, str]:
    """Publish a case from ``folder`` into ``folder/out``; return exit code and standard error."""
    (folder / "case.json").write_text(dump_json(case), encoding="utf-8")
    told = io.StringIO()
    # what is planted in one language alone is meant to reach both pages of the bilingual report
    differing = patch("generator.check.bilingual.refuse", lambda _: None)
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()), differing:
        code = run(["build", str(folder / "case.json"), "--out", str(folder / "out"), *options])
    return code, told.getvalue()


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder with the sample's figures and a home of its own, removed afterwards."""
    former = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "LC_ALL")}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ |= {"XDG_DATA_HOME": str(folder / "home"), "LC_ALL": "C"}
        for figure in SAMPLE.parent.glob("ileal-net*.png"):
            shutil.copy(figure, folder)
        try:
            yield folder
        finally:
            for name, value in former.items():
                os.environ.pop(name)
                os.environ |= {name: value} if value is not None else {}


def search(folder: Path, plants: Sequence[Plant]) -> Iterator[tuple[Plant, str, str]]:
    """Give each plant that a file of ``folder`` holds, with the file and the place.

    What hunt.py looks for, in every text that it reads; a text is asked only for those forms of
    which it holds the first letters. Short ones are looked for as words of the readable text.
    """
    by_start: dict[str, list[tuple[Plant, Form]]] = {}
    for plant in plants:
        for form in () if plant.is_word else dict.fromkeys(hunt.forms(plant.wanted)):
            by_start.setdefault(form[1][:GRAM], []).append((plant, form))
    words = {hunt.plain(plant.wanted): plant for plant in plants if plant.is_word}
    any_word = as_words(words)
    for file in sorted(folder.iterdir()):
        for place, text in hunt.texts_of_file(file.name, file.read_bytes()):
            readable = bool(READABLE.fullmatch(place))
            for plant, (name, wanted, _) in held(text, by_start):
                if readable or not (name == "spaces removed" and DAY.fullmatch(wanted)):
                    yield plant, file.name, f"{place}, {name}"
            if readable:
                for found in any_word.finditer(" ".join(hunt.plain(text).split())):
                    yield words[found[0]], file.name, place


def held(
    text: str, by_start: Mapping[str, list[tuple[Plant, Form]]]
) -> Iterator[tuple[Plant, Form]]:
    """Give each plant that a text holds, with its form."""
    lowered = hunt.plain(text)
    squashed = hunt.NOT_SIGNS.sub("", lowered)
    grams = {
        each[i : i + GRAM]
        for each in {text, lowered, squashed, text.lower()}
        for i in range(len(each) - GRAM + 1)
    }
    for start in sorted(by_start.keys() & grams):
        for plant, form in by_start[start]:
            if hunt.holds(text, lowered, squashed, form):
                yield plant, form


def as_words(wanted: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of strings that stand as words of their own."""
    every = "|".join(re.escape(each) for each in sorted(wanted, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{every or '(?!)'})(?![^\W_])")


def all_at_once(*, quick: bool) -> int:
    """Plant everything, build, search; print the counts and return how many were found."""
    garden = Garden()
    case, fields = added(replace(sample(), figures=()) if quick else sample(), garden)
    case, texts = sown(case, garden, every=6 if quick else 1)
    plants = [*fields, *texts]
    with scratch() as folder:
        code, told = build(case, folder, *(("--format", "html") if quick else ()))
        if code:
            print(f"all at once: exit {code}\n{told}")
            return 1
        found = sorted({(p.kind, file, place) for p, file, place in search(folder / "out", plants)})
        files = len(list((folder / "out").iterdir()))
    print(f"all at once: {len(plants)} identifiers planted, {len(found)} finds in {files} files")
    for kind, number in sorted(Counter(plant.kind for plant in plants).items()):
        print(f"  {number:5}  {kind}")
    for each in found:
        print("  FOUND  ", *each, sep="  ")
    return len(found)


@cache
def sample() -> Case:
    """Return the sample case."""
    return read_case(SAMPLE)


def one_leaf(number: int, kinds: Sequence[str]) -> list[Outcome]:
    """Plant each kind of identifier into one leaf of the sample, alone, and publish."""
    leaf = lone(sample())[number]
    garden = Garden()
    own = sample().patient.family or ""
    with scratch() as folder:
        return [Outcome(leaf.path, kind, alone(leaf, kind, garden, own, folder)) for kind in kinds]


def alone(leaf: Leaf, kind: str, garden: Garden, own: str, folder: Path) -> str:
    """Publish the sample's record around a leaf that holds one identifier more; judge it."""
    value, planted = planted_leaf(leaf, kind, garden, own)
    small, path = around(sample(), leaf.path)
    if path.endswith(".file"):
        shutil.copy(folder / leaf.value, folder / value)
    code, told = build(rebuild(small, {path: value}), folder, "--format", "html")
    out = folder / "out"
    written = out.exists() and any(out.iterdir())
    found = written and any(hunt.hunt(out, [planted]))
    shutil.rmtree(out, ignore_errors=True)
    if hunt.plain(planted) in hunt.plain(told) or "internal error" in told:
        return "BROKEN"
    if code:
        return "BROKEN" if written or code not in {1, LEAK} else "refused"
    return "LEAK" if found else "clean"


def one_at_a_time(*, quick: bool, workers: int) -> int:
    """Plant into every leaf in its turn; print a table and return how many builds went wrong."""
    total = len(lone(sample()))
    step = max(1, total // OFFERED) if quick else 1
    turns = [
        (number, KINDS[turn % len(KINDS) :][:1] if quick else KINDS)
        for turn, number in enumerate(range(0, total, step))
    ]
    if workers == 1:
        every = [each for turn in turns for each in one_leaf(*turn)]
    else:
        with ProcessPoolExecutor(workers) as pool:
            done = pool.map(one_leaf, *zip(*turns, strict=True), chunksize=4)
            every = [each for outcomes in done for each in outcomes]
    counts = Counter((outcome.kind, outcome.what) for outcome in every)
    print(f"one at a time: {len(turns)} leaves of {total}, {len(every)} builds")
    print(f"  {'':20}{'refused':>8}{'clean':>8}{'LEAK':>8}{'BROKEN':>8}")
    for kind in KINDS:
        cells = (counts[kind, what] for what in ("refused", "clean", "LEAK", "BROKEN"))
        print(f"  {kind:20}" + "".join(f"{cell:8}" for cell in cells))
    wrong = [outcome for outcome in every if outcome.what.isupper()]
    for each in wrong:
        print("  ", each.what, each.path, each.kind)
    return len(wrong)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run both modes and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args(arguments)
    wrong = all_at_once(quick=asked.quick)
    wrong += one_at_a_time(quick=asked.quick, workers=asked.workers)
    return LEAK if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
