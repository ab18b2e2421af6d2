"""Are dates found, and do they move, each in its own form? Independently of the anonymizer.

    python benchmarks/dates_moved.py FOLDER              .txt: dates that stand unmoved in place
    python benchmarks/dates_moved.py GOLD.jsonl          found, falsely found; the gold dates moved
    python benchmarks/dates_moved.py STRINGS.json        {kind: [dates as written]} moved
    python benchmarks/dates_moved.py --battery 40        40 random dates in each form, fr and en
    … [--lang fr] [--days 37,-49,…]

Runs ``casepress`` in this process. A gold date, a string or a date of the battery is put into a
sentence of its own and moved by each offset; the result is read and written by dates_oracle.py,
with patterns of its own. Offsets and files are printed, never a text. Exit 3 if a date stands
unmoved, or if fewer are right than the bounds below.
"""

import argparse
import contextlib
import io
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from dates_oracle import NAMES, SEASONS, filled, meaning, moved, read, whole

from generator.cli.shell import run

FAILED = 3
BIRTHS = ("BIRTH_DATE", "DATE_NAISSANCE")
RIGHT, STANDING = 0.995, 0.002  # of the dates moved: right in their own form, left as they were
OFFSETS = (37, -49, 7, 200, -400, 1000)
MONTHS = (
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"(?<![\d.,/-])(?<!jour )(?<!jours )(?:0?[1-9]|[12]\d|3[01])\s?(?P<sign>[/.-])"
    rf"\s?(?:0?[1-9]|1[0-2])\s?(?P=sign)\s?(?:{YEAR}|\d\d)\b(?![/.,]\d)"
    rf"|\b(?:\d{{1,2}}|1er)\s+(?:{MONTHS})\b(?:\s+{YEAR})?"
    rf"|\b(?:{MONTHS})[\s/-]+{YEAR}\b"
    rf"|\b(?:0?[1-9]|1[0-2])[/-]{YEAR}\b"
    rf"|(?<=\ben )(?:{MONTHS})\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+|[^\w\s]")
FORMS = {
    "fr": (
        *("{d}/{m}/{y}", "{dd}/{mm}/{y}", "{dd}.{mm}.{y}", "{dd}-{mm}-{y}", "{dd}/{mm}/{yy}"),
        *("{y}-{mm}-{dd}", "{d} {name} {y}", "{dd} {name} {y}", "{d} {NAME} {y}", "{name} {y}"),
        *("{Name} {y}", "{name}/{y}", "{name} {yy}", "{name}/{yy}", "{mm}/{y}", "{m}/{y}"),
        *("{mm}-{y}", "{d} {name}", "{dd}/{mm}", "{y}", "{season} {y}"),
    ),
    "en": (
        *("{y}-{mm}-{dd}", "{d} {Name} {y}", "{Name} {d}, {y}", "{d} {Name}", "{Name} {d}"),
        *("{Name} {y}", "{NAME} {y}", "{mm}/{y}", "{y}"),
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A date put into a sentence: its kind, the words before it, the date as written."""

    kind: str
    lead: str
    text: str = field(repr=False)
    lang: str


def words(text: str) -> list[tuple[str, int, int]]:
    """Return every word with its offsets."""
    return [(m[0], m.start(), m.end()) for m in WORD.finditer(text)]


def unmoved(source: str, result: str) -> list[tuple[int, int]]:
    """Return the offsets of the dates of ``source`` that stand unchanged in ``result``."""
    ours, theirs = words(source), words(result)
    matcher = SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    same = {
        block.a + i: block.b + i
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    }
    standing = []
    for found in DATE.finditer(source):
        inside = [i for i, w in enumerate(ours) if found.start() <= w[1] and w[2] <= found.end()]
        alone = found[0].isalpha()  # « en mai » has moved where its year is now written after it
        if not inside or not all(i in same for i in inside):
            continue
        if not alone or same.get(inside[-1] + 1) == same[inside[-1]] + 1:
            standing.append(found.span())
    return standing


def casepress(*arguments: str) -> str:
    """Run a command in this process and return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run(list(arguments))
    if code:
        sys.exit(f"casepress {arguments[0]}: exit {code}")
    return out.getvalue()


def anonymized(source: Path, scratch: Path, *arguments: str) -> str:
    """Anonymize a file and return what came out."""
    out = scratch / f"moved{source.suffix}"
    out.unlink(missing_ok=True)
    casepress("anonymize", str(source), "-o", str(out), *arguments)
    return out.read_text("utf-8")


def folder(path: Path, lang: str, scratch: Path) -> int:
    """Anonymize every .txt of a folder and print each date that stands unmoved."""
    dates = standing = 0
    for each in sorted(path.glob("*.txt")):
        source = each.read_text("utf-8")
        result = anonymized(each, scratch, "--lang", lang)
        dates += len(DATE.findall(source))
        for start, end in unmoved(source, result):
            standing += 1
            print(f"{each.name}[{start}:{end}]")
    print(f"{dates} day and month dates, {standing} unmoved")
    return FAILED if standing else 0


def found(path: Path, rows: Sequence[dict[str, list[tuple[int, int, str]]]], lang: str) -> None:
    """Print how many gold dates are touched, and how many dates found touch none."""
    lines = casepress("scan", str(path), "--lang", lang, "--json").splitlines()
    spans = {row["id"]: row["spans"] for row in map(json.loads, lines)}
    gold = touched = false = 0
    for row in rows:
        ours = [s for s in spans[row["id"]] if s[2] in {"DATE", "BIRTH_DATE"}]
        gold += len(row["spans"])
        touched += sum(any(_meet(g, s) for s in ours) for g in row["spans"])
        false += sum(not any(_meet(g, s) for g in row["spans"]) for s in ours)
    print(f"{gold} gold dates: {touched / gold:.2%} found, {false} other dates found")


def _meet(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def asked(kind: str, text: str, lang: str) -> Iterator[Asked]:
    """Give a date in a sentence, if the oracle reads it whole and some calendar holds it."""
    dates = whole(text)
    try:
        known = bool(dates) and all(list(moved(told, 1)) for told in dates)
    except ValueError:
        return
    if known:
        day = dates[0].day is not None
        lead = ("Vu le " if day else "Vu en ") if lang == "fr" else ("On " if day else "In ")
        yield Asked(kind, lead, text, lang)


def battery(number: int) -> Iterator[Asked]:
    """Give random dates in every form."""
    draw = random.Random(0)  # noqa: S311 - the same dates each time
    for lang, forms in FORMS.items():
        for form in forms:
            for _ in range(number):
                day = date(1985, 1, 1) + timedelta(days=draw.randrange(14_000))
                name = NAMES[lang == "en"][day.month - 1]
                first = "1er" if day.day == 1 and lang == "fr" and "ame}" in form else str(day.day)
                written = form.format(
                    d=first,
                    dd=f"{day.day:02d}",
                    m=day.month,
                    mm=f"{day.month:02d}",
                    y=day.year,
                    yy=f"{day.year % 100:02d}",
                    name=name,
                    Name=name.capitalize(),
                    NAME=name.upper(),
                    season=SEASONS[day.month % 4],
                )
                yield from asked(form, written, lang)


def moved_right(each: Asked, result: str, days: int) -> tuple[bool, bool, bool]:
    """Return whether the value is right, the form too, and whether nothing has changed."""
    source = each.lead + each.text + "."
    old = read(each.text)
    body = result.removeprefix(each.lead).removesuffix("\n").removesuffix(".")
    expected = [{meaning(new) for new in moved(told, days)} for told in old]
    new = read(body) if result.startswith(each.lead) else []
    value = len(new) == len(old) and all(
        meaning(told) in may for told, may in zip(new, expected, strict=True)
    )
    plain = filled(each.text, old, new) if value else ""
    form = value and (
        body == plain or [meaning(t) for t in read(plain)] != [meaning(t) for t in new]
    )
    stays = all(meaning(told) in may for told, may in zip(old, expected, strict=True))
    return value, form, result.rstrip() == source and not stays


def measure(every: Sequence[Asked], offsets: Sequence[int], scratch: Path) -> int:
    """Move every date by every offset and print a table a kind."""
    count: Counter[tuple[str, str]] = Counter()
    for lang in sorted({each.lang for each in every}):
        mine = [each for each in every if each.lang == lang]
        rows = ({"id": str(i), "text": f"{e.lead}{e.text}."} for i, e in enumerate(mine))
        source = scratch / f"{lang}.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        for days in offsets:
            out = anonymized(source, scratch, "--lang", lang, f"--shift-days={days}")
            for each, line in zip(mine, out.splitlines(), strict=True):
                told = moved_right(each, json.loads(line)["text"], days)
                count[each.kind, "dates"] += 1
                for name, good in zip(("value", "form", "unchanged"), told, strict=True):
                    count[each.kind, name] += good
                    count["all", name] += good
                count["all", "dates"] += 1
    kinds = [*dict.fromkeys(each.kind for each in every), "all"]
    print(f"{'kind':24} dates  value right  form right  unchanged")
    for kind in kinds:
        dates = count[kind, "dates"]
        shares = (count[kind, name] / dates for name in ("value", "form", "unchanged"))
        print(f"{kind:24} {dates:5}" + "".join(f"{share:12.2%}" for share in shares))
    dates = count["all", "dates"]
    good = count["all", "form"] >= RIGHT * dates and count["all", "unchanged"] <= STANDING * dates
    return 0 if good else FAILED


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--battery", type=int, default=0)
    parser.add_argument("--days", default=",".join(map(str, OFFSETS)))
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if wish.source and wish.source.is_dir():
            return folder(wish.source, wish.lang, Path(scratch))
        every = [*battery(wish.battery), *_wished(wish.source, wish.lang)]
        return measure(every, tuple(map(int, wish.days.split(","))), Path(scratch))


def _wished(source: Path | None, lang: str) -> Iterator[Asked]:
    """Give the dates of a gold file, whose finding is told first, or of a file of strings."""
    if source is None:
        return
    if source.suffix == ".jsonl":
        rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
        if any("DATE" in span[2] for row in rows for span in row["spans"]):  # others are no dates
            rows = [row | {"spans": [s for s in row["spans"] if "DATE" in s[2]]} for row in rows]
        found(source, rows, lang)
        kinds = [(kind, row["text"][a:b]) for row in rows for a, b, kind in row["spans"]]
        kinds = [each for each in kinds if each[0] not in BIRTHS]  # they are taken out, not moved
    else:
        strings = json.loads(source.read_text("utf-8"))
        kinds = [(kind, text) for kind, texts in strings.items() for text in texts]
    for kind, text in kinds:
        yield from asked(kind, text, lang)


if __name__ == "__main__":
    sys.exit(main())
