"""Anonymize and publish every narrative of a folder, and check what came out, independently.

    python benchmarks/cases.py FOLDER [--lang fr] [--key 0] [--policy NAME] [--profile NAME]

Each .txt of FOLDER goes through ``casepress anonymize`` and ``casepress build --lang fr --format
html``, in this process, both under the policy, the second under the profile too. Counted: exit
codes; day and month dates that stand unmoved at their place (by dates_moved.py); intervals between
day dates that are no longer true, by a parser of its own that reads D/M/Y and D MONTH Y only; words
outside dates that changed. Files are named by their number, nothing of them is printed. Exit 3 on
any failure.
"""

import argparse
import contextlib
import io
import os
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from dates_moved import DATE, MONTHS, YEAR, unmoved, words

from generator.cli.shell import run

FAILED = 3
NUMERIC = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?({YEAR}|\d\d)(?!\d|[/.-]\d)"
)
WORDED = re.compile(rf"\b(\d{{1,2}}|1er)\s+({MONTHS})\s+({YEAR})\b", re.IGNORECASE)
NAMES = [re.compile(f"(?:{pair})\\Z", re.IGNORECASE) for pair in MONTHS.split("|")]
ALONE = re.compile(rf"{MONTHS}|{YEAR}|1er|\d{{1,2}}|[/.-]|d|de|du|le|la|en|['’]", re.IGNORECASE)
NUMBERS = re.compile(r"[\d\s/.-]*[.-][\d\s/.-]*")
CYCLE = re.compile(r"(?:mg|cycle|jours?|induction)[^.;\n]{0,24}\Z", re.IGNORECASE)
CENTURY = 100
COUNTED = ("dates", "standing", "days", "untrue", "gone", "changed")
NEAR = 8  # characters between the last shared word and the date


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: exit codes, time, and what was found."""

    codes: tuple[int, int]
    seconds: float
    dates: int = 0
    standing: int = 0
    days: int = 0
    untrue: int = 0
    gone: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Aligned:
    """A source and its result: their words with their places, and which words both share."""

    source: str = field(repr=False)
    result: str = field(repr=False)
    ours: Sequence[tuple[str, int, int]] = field(repr=False)
    theirs: Sequence[tuple[str, int, int]] = field(repr=False)
    same: Mapping[int, int]


def days(text: str) -> list[tuple[int, date]]:
    """Return the day dates of a text with their places, read day first; none that cannot be."""
    found = [(m.start(), int(m[1]), int(m[3]), int(m[4])) for m in NUMERIC.finditer(text)] + [
        (m.start(), int(m[1].removesuffix("er")), month(m[2]), int(m[3]))
        for m in WORDED.finditer(text)
    ]
    return [(place, day) for place, *parts in sorted(found) for day in possible(*parts)]


def month(name: str) -> int:
    """Return the number of a month by its French or English name."""
    return next(i for i, pattern in enumerate(NAMES) if pattern.match(name)) % 12 + 1


def possible(day: int, number: int, year: int) -> Iterator[date]:
    """Give the date, if there is one; a year of two digits lies within the last century."""
    if year < CENTURY:
        year += 2000 if year + 2000 <= date.today().year else 1900  # noqa: DTZ011 - any zone
    with contextlib.suppress(ValueError):
        yield date(year, number, day)


def aligned(source: str, result: str) -> Aligned:
    """Set a result beside its source, word by word."""
    ours, theirs = words(source), words(result)
    matcher = SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    same = {
        block.a + i: block.b + i
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    }
    return Aligned(source, result, ours, theirs, same)


def pairs(both: Aligned) -> Iterator[tuple[date, date | None]]:
    """Give each day date of the source with the one at its place in the result, None if it is gone.

    Its place begins behind the last word before it that both texts share: a result may write the
    year of other dates too.
    """
    ends = [(both.ours[a][2], both.theirs[b][2]) for a, b in both.same.items()]
    after = days(both.result)
    for place, day in days(both.source):
        known = [there for here, there in ends if here <= place]
        begin = known[-1] if known else 0
        yield day, next((new for at, new in after if 0 <= at - begin <= NEAR), None)


def intervals(both: Aligned) -> tuple[int, int, int]:
    """Return how many days stand at their place, how many moved otherwise, how many are not there.

    Where all moved by the same number of days, every interval between two of them is true.
    """
    every = list(pairs(both))
    moved = Counter((new - old).days for old, new in every if new is not None)
    usual = moved.most_common(1)[0][1] if moved else 0
    return moved.total(), moved.total() - usual, len(every) - moved.total()


def standing(both: Aligned) -> int:
    """Return how many dates stand unmoved at their place: those of dates_moved.py that can be one.

    A range of normal values (1.6-50), a dose (50-0-75) and days of a cycle (1-8-15) are none; nor
    is a date that another one of the text has become: the word before it must be the same.
    """
    same = both.same
    return sum(
        is_date(both.source, start, end) and (first == 0 or same.get(first - 1) == same[first] - 1)
        for start, end in unmoved(both.source, both.result)
        for first in [next(i for i, word in enumerate(both.ours) if word[1] >= start)]
    )


def is_date(source: str, start: int, end: int) -> bool:
    """Tell whether what dates_moved.py takes for a date can be one."""
    text = source[start:end]
    if not NUMBERS.fullmatch(text):
        return True
    return bool(NUMERIC.fullmatch(text) and days(text)) and not CYCLE.search(source[:start])


def changed(both: Aligned) -> int:
    """Return how many words of a text changed that belong to no date.

    A word counts where it neither stands inside a date nor is a word of one (« de » and « d’ » may
    change before a month).
    """
    inside = [m.span() for m in DATE.finditer(both.source)]
    return sum(
        not ALONE.fullmatch(word) and not any(a <= start and end <= b for a, b in inside)
        for i, (word, start, end) in enumerate(both.ours)
        if i not in both.same
    )


def call(*args: object) -> int:
    """Run a command in this process, silently, and return its exit code."""
    silence = io.StringIO()
    with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        return run([str(arg) for arg in args])


def result(path: Path, out: Path, both: Sequence[str], published: Sequence[str]) -> Result:
    """Anonymize and publish one narrative and compare what came out.

    ``both``: options of the two commands; ``published``: those of the second alone.
    """
    target = out / "anonymized.txt"
    target.unlink(missing_ok=True)
    first = call("anonymize", path, *both, "-o", target)
    start = time.perf_counter()
    second = call("build", path, *both, *published, "--format", "html", "--out", out / "reports")
    seconds = time.perf_counter() - start
    if first or not target.exists():
        return Result((first, second), seconds)
    beside = aligned(path.read_text("utf-8"), target.read_text("utf-8"))
    kept, untrue, gone = intervals(beside)
    return Result(
        (first, second),
        seconds,
        dates=len(DATE.findall(beside.source)),
        standing=standing(beside),
        days=kept,
        untrue=untrue,
        gone=gone,
        changed=changed(beside),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Take every narrative of the folder in its turn and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--key", type=int, default=0, help="another one gives other offsets")
    parser.add_argument("--policy", help="the default of each command where it is not given")
    parser.add_argument("--profile", default="report", help="of the published page")
    asked = parser.parse_args(arguments)
    both = ["--lang", asked.lang, *(["--policy", asked.policy] if asked.policy else [])]
    with tempfile.TemporaryDirectory() as scratch:
        key = Path(scratch, "home", "casepress", "key")
        key.parent.mkdir(parents=True)
        key.touch(0o600)
        key.write_text(f"casepress-key-1 {asked.key:064x}\n", encoding="ascii")
        os.environ |= {"XDG_DATA_HOME": str(Path(scratch, "home")), "LC_ALL": "C"}
        every = [
            result(path, Path(scratch), both, ["--profile", asked.profile])
            for path in sorted(asked.folder.glob("*.txt"))
        ]
    return told(every)


def told(every: Sequence[Result]) -> int:
    """Print the counts of all files, and the numbers of those that failed; return the code."""
    for place, command in enumerate(("anonymize", "build")):
        codes = Counter(each.codes[place] for each in every)
        print(f"{command}: " + ", ".join(f"{n} × exit {code}" for code, n in sorted(codes.items())))
    total = {name: sum(getattr(each, name) for each in every) for name in COUNTED}
    print("{dates} day and month dates, {standing} unmoved".format_map(total))
    print("{days} full days, {untrue} moved otherwise, {gone} not at their place".format_map(total))
    print("{changed} words changed outside dates".format_map(total))
    if every:
        times = [each.seconds * 1000 for each in every]
        print(f"build: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")
    wrong = [
        number
        for number, each in enumerate(every, start=1)
        if any(each.codes) or each.standing or each.untrue
    ]
    print("files that failed:", ", ".join(map(str, wrong)) or "none")
    return FAILED if wrong or not every else 0


if __name__ == "__main__":
    sys.exit(main())
