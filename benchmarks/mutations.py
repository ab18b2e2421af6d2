"""Hide every value of a record in every channel of a finished file, in every disguise.

    python benchmarks/mutations.py [--every 1] [--workers N] [--list]

Values are those of values.py, disguises and files those of disguises.py and hosts.py: each small
file holds one writing of one value, and verification knows nothing but that value. In what a
reader does not see (code, bytes) no day whose year has two figures is asked for, nor a short name
that only a title or an initial gives away. Prints how many of each channel were found; ``--list``
names those that were not; exit 3 where there is one.
"""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

import hosts
from disguises import disguises
from values import VALUES, Value
from written_days import written_days  # noqa: F401 - for the tests

from anonymizer.provenance import Provenance
from anonymizer.verify import verify

MISSED = 3
TABLES: Mapping[str, Mapping[str, hosts.Host]] = {
    "markup": hosts.MARKUP,
    "seen": hosts.SEEN,
    "unseen": hosts.UNSEEN,
    "names": hosts.NAMES,
}
SHORT_YEAR = re.compile(r"^day: (?!.*(?:\d[\W_]*){7,8}$)(?!.*(?:19|20)\d\d)(?!.*[’']an)")
SHORT = "patient, short name"  # M. Ng: two letters and a dot stand anywhere in code
A_WORD = ("patient, a word for a name", SHORT, "clinician, a word for a name")
TITLED = ("title and family name", "title, capitals")  # Dr Petit: weak, so judged where it is read
OF_A_PUBLICATION = ("not issued", "not expected")  # rules that do not know the value itself


@dataclass(frozen=True, slots=True)
class Hidden:
    """One file that holds a value: where, in which disguise, and whether it was found."""

    value: str
    channel: str
    disguise: str
    found: bool


def hidden(value: Value, every: int = 1, first: int = 0) -> Iterator[tuple[str, str, str, bytes]]:
    """Give each file that holds ``value``: channel, disguise, its name and bytes."""
    turns = (
        (channel, host, disguise, text)
        for sort, table in TABLES.items()
        for channel, host in table.items()
        for disguise, text in disguises(value, in_markup=sort == "markup")
        if sort != "unseen"
        or not (
            SHORT_YEAR.match(disguise)
            or (value.name in A_WORD and disguise in TITLED)
            or (value.name == SHORT and disguise.startswith("initial"))
        )
    )
    for channel, host, disguise, text in islice(turns, first, None, every):
        for name, data in host(text).items():
            yield channel, disguise, name, data


def one_value(number: int, every: int = 1) -> list[Hidden]:
    """Hide one value everywhere and tell of each file whether verification finds it."""
    value = VALUES[number]
    files = [
        (channel, disguise, f"f{n}f, {name}", data)
        for n, (channel, disguise, name, data) in enumerate(hidden(value, every, number % every))
    ]
    leaks = verify({name: data for *_, name, data in files}, Provenance(value.originals))
    told = {leak.artefact for leak in leaks if not leak.rule.endswith(OF_A_PUBLICATION)}
    return [
        Hidden(value.name, channel, disguise, name in told or f"#{n}" in told)
        for n, (channel, disguise, name, _) in enumerate(files, start=1)
    ]


def battery(every: int, workers: int) -> list[Hidden]:
    """Hide every value, or each ``every``-th file of it."""
    numbers = range(len(VALUES))
    if workers == 1:
        return [each for number in numbers for each in one_value(number, every)]
    with ProcessPoolExecutor(workers) as pool:
        done = pool.map(one_value, numbers, [every] * len(numbers))
        return [each for found in done for each in found]


def told(every: Sequence[Hidden], *, list_all: bool) -> int:
    """Print how many files of each channel were found, and return the exit code."""
    missed = [each for each in every if not each.found]
    channels, lost = Counter(e.channel for e in every), Counter(e.channel for e in missed)
    print(f"{'channel':28}{'files':>8}{'missed':>8}")
    for channel, number in channels.items():
        print(f"{channel:28}{number:8}{lost[channel]:8}")
    print(
        f"{len({e.value for e in every})} values, {len({e.disguise for e in every})} disguises, "
        f"{len(channels)} channels: {len(every)} files, {len(missed)} missed"
    )
    if list_all:
        pairs = Counter((each.disguise, each.value) for each in missed)
        for (disguise, value), number in sorted(pairs.items()):
            where = [e.channel for e in missed if (e.disguise, e.value) == (disguise, value)]
            print(f"  {disguise}: {value}: {number}: {', '.join(where[:6])}")
    return MISSED if missed else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the battery and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each N-th file only")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--list", action="store_true", help="name what was missed")
    asked = parser.parse_args(arguments)
    return told(battery(asked.every, asked.workers), list_all=asked.list)


if __name__ == "__main__":
    sys.exit(main())
