"""Inject errors into clean pairs of sentences and count those that the bilingual check finds.

    .venv/bin/python benchmarks/bilingual.py [--list]

The pairs of ``bilingual/*.tsv`` are invented; each is right. Every place of either sentence where
a figure, unit, date, side or negation can be made wrong is made wrong, one at a time; then the
same in pages of thirty pairs, some of them run together, where the sentence has to be found as
well. Nothing here knows how the check reads a sentence. ``--list`` names what was missed and
which clean pairs were flagged; exit 3 where a bar is missed.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.check.comparison import Difference, compared

HERE = Path(__file__).parent / "bilingual"
MISSED = 3
PAGE = 30  # pairs
BLOCKING = ("number", "unit", "date", "side")
BARS = {"digit": 0.99, "unit": 0.99, "date": 0.99, "side": 0.95, "negation": 0.80}
MOST_FLAGGED = 0.03
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ENGLISH = "January February March April May June July August September October November December"
MONTHS = (FRENCH.split(), ENGLISH.split())
NAMES = "|".join(chain(*MONTHS))
MONTH = re.compile(rf"\b(?:{NAMES})\b")
DAY = re.compile(rf"\b\d{{1,2}}(?=(?:er)? (?:{NAMES})\b)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WRITTEN = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
DIGIT = re.compile(r"\d")
UNITS = {
    "mg": "g",
    "g": "mg",
    "kg": "g",
    "µg": "mg",
    "ng": "µg",
    "mL": "L",
    "L": "mL",
    "dL": "L",
    "mmol": "µmol",
    "µmol": "mmol",
    "nmol": "pmol",
    "pmol": "nmol",
    "cm": "mm",
    "mm": "cm",
    "mmHg": "kPa",
    "Gy": "cGy",
    "GBq": "MBq",
    "%": "‰",
    "UI": "mg",
    "IU": "mg",
    "G": "T",
    "m²": "cm²",
    "°C": "°F",
    "an": "mois",
    "ans": "mois",
    "mois": "ans",
    "semaines": "mois",
    "jours": "semaines",
    "heures": "jours",
    "minutes": "heures",
    "j": "h",
    "jour": "semaine",
    "year": "month",
    "years": "months",
    "months": "years",
    "weeks": "months",
    "week": "month",
    "days": "weeks",
    "day": "hour",
    "hours": "days",
    "minutes ": "hours ",
    "daily": "weekly",
}
UNIT = re.compile(
    r"(?<=\d)[ -]?(?P<behind>[a-zA-Zµ%°]+²?)(?![\w])|(?<=[a-zL²µ]/)(?P<per>[a-zA-Zµ]+²?)(?!\w)"
    r"|(?<=par )(?P<par>jour)\b|\b(?P<daily>daily)\b"
)
SIDES = {
    "gauche": "droite",
    "gauches": "droites",
    "droite": "gauche",
    "droit": "gauche",
    "left": "right",
    "right": "left",
    "Left": "Right",
    "Right": "Left",
    "bilatérale": "gauche",
    "bilateral": "left",
}
SIDE = re.compile(rf"(?<!muscle )\b(?:{'|'.join(SIDES)})\b(?! the hospital)")
NEGATIONS = (
    (r"\bn(?:e |’)([\w’ ]{2,25}?) (?:pas|plus|jamais|aucune?) ?(?:d’|de )?", r"\1 "),
    (r"\bPas d(?=e |’)", "Présence d"),
    (r"\b[Ss]ans ", "avec "),
    (r"\bAucune? (.*?) n(?:e |’)", r"Un \1 "),
    (r"\bAbsence d", "Présence d"),
    (r"\bnégatif", "positif"),
    (r"\bnégative", "positive"),
    (r"\bnie ", "rapporte "),
    (r"\bni ", "et "),
    (r"\b(was|were|did|has|had|is|does) not ", r"\1 "),
    (r"(?<!should )(?<!did )(?<!was )(?<!is )(?<!were )(?<!has )(?<!had )\bnot ", ""),
    (r"\b[Nn]o ", "a "),
    (r"\b[Ww]ithout ", "with "),
    (r"\bnegative\b", "positive"),
    (r"\bdenies ", "reports "),
    (r"\b[Nn]ever ", "often "),
    (r"\babsent\b", "present"),
    (r"\bneither (.*?) nor", r"both \1 and"),
    (r"(?<!se )\b(est|sont|a été) (?=\w+[ée]e?s?\b)", r"n’\1 pas "),
    (r"\b(was|were|is|has been) (?!no)(?=\w)", r"\1 not "),
)


@dataclass(frozen=True, slots=True)
class Error:
    """A pair of which one sentence was made wrong."""

    kind: str
    french: str
    english: str


def pairs() -> list[tuple[str, str]]:
    """Return the clean pairs of sentences, file after file."""
    lines = (
        line
        for path in sorted(HERE.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return [(french, english) for french, english in (line.split("\t") for line in lines)]


def errors(french: str, english: str, chance: random.Random) -> Iterator[Error]:
    """Give the pair with each error that one of its sentences can hold."""
    for kind, wrong in wrongs(french, chance):
        yield Error(kind, wrong, english)
    for kind, wrong in wrongs(english, chance):
        yield Error(kind, french, wrong)


def wrongs(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give ``text`` with one error of each kind at each place."""
    for found in DIGIT.finditer(text):
        other = chance.choice([digit for digit in "123456789" if digit != found[0]])
        yield "digit", swapped(text, found, other)
    for found in re.finditer(r"(?<=[1-9])[.,](?=\d{1,2}(?!\d))", text):
        yield "digit", swapped(text, found, "")  # a decimal mark is lost
    for found in re.finditer(r"(?<![\d/.,])[1-9]\d?(?![\d.,/  ]|er|e |th|nd|rd)", text):
        yield "digit", swapped(text, found, f"{found[0]}0")  # ten times as much
    for found in UNIT.finditer(text):
        unit = found[found.lastgroup or 0]
        if unit in UNITS:
            start, end = found.span(found.lastgroup or 0)
            yield "unit", text[:start] + UNITS[unit] + text[end:]
    yield from dates(text, chance)
    for found in SIDE.finditer(text):
        yield "side", swapped(text, found, SIDES[found[0]])
    for pattern, instead in NEGATIONS:
        for found in re.finditer(pattern, text):
            yield "negation", swapped(text, found, found.expand(instead))


def dates(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give ``text`` with one wrong day, month or year."""
    for found in MONTH.finditer(text):
        for months in MONTHS:
            if found[0] in months:
                other = chance.choice([month for month in months if month != found[0]])
                yield "date", swapped(text, found, other)
    for pattern in (DAY, YEAR):
        for found in pattern.finditer(text):
            yield "date", swapped(text, found, str(int(found[0]) + chance.choice((-1, 1))))
    for found in WRITTEN.finditer(text):
        day, month, year = found.groups()
        yield "date", swapped(text, found, f"{day}/{int(month) % 12 + 1:02d}/{year}")


def swapped(text: str, found: re.Match[str], instead: str) -> str:
    """Return ``text`` with other words where ``found`` stands."""
    return text[: found.start()] + instead + text[found.end() :]


def caught(error: Error, found: Sequence[Difference]) -> bool:
    """Tell whether an error stands among what was found; only a negation need not block."""
    about = {str(each.about) for each in found}
    return "negation" in about if error.kind == "negation" else bool(about & set(BLOCKING))


def pages(clean: Sequence[tuple[str, str]], chance: random.Random) -> list[list[tuple[str, str]]]:
    """Return all pairs in chance order, thirty a page."""
    mixed = list(clean)
    chance.shuffle(mixed)
    return [mixed[i : i + PAGE] for i in range(0, len(mixed) - PAGE + 1, PAGE)]


def texts(page: Sequence[tuple[str, str]]) -> tuple[str, str, list[int]]:
    """Return a page's texts and where each English sentence starts; some are run together."""
    french, english, starts = "", "", []
    for number, (ours, theirs) in enumerate(page):
        starts.append(len(english))
        loose = number % 7 == 3  # noqa: PLR2004 - one sentence here is two there
        french += ours[:-1] + " ; " if loose else ours + " "
        english += theirs + " "
    return french, english, starts


def in_pages(clean: Sequence[tuple[str, str]], chance: random.Random) -> Iterator[tuple[str, bool]]:
    """Give, for one error at a time on whole pages, its kind and whether it was found there."""
    for page in pages(clean, chance):
        for number, (french, english) in enumerate(page):
            every = list(errors(french, english, chance))
            for error in chance.sample(every, min(2, len(every))):
                wrong = [*page[:number], (error.french, error.english), *page[number + 1 :]]
                ours, theirs, starts = texts(wrong)
                place = starts[number]
                near = [e for e in compared(ours, theirs) if e.english[0] <= place < e.english[1]]
                yield error.kind, caught(error, near)


def told(title: str, found: Sequence[tuple[str, bool]]) -> bool:
    """Print the share of each kind that was found; tell whether every bar is met."""
    met = True
    for kind, bar in BARS.items():
        own = [good for each, good in found if each == kind]
        share = sum(own) / max(1, len(own))
        met &= share >= bar
        print(f"| {title} | {kind} | {sum(own)} of {len(own)} | {share:.1%} | ≥ {bar:.0%} |")
    return met


def flagged(clean: Sequence[tuple[str, str]], chance: random.Random) -> tuple[int, int, float]:
    """Return how many clean pairs are flagged alone and in pages, and milliseconds a page."""
    alone = sum(bool(compared(*pair)) for pair in clean)
    together, times = 0, []
    for page in pages(clean, chance):
        french, english, _ = texts(page)
        for _ in range(5):
            start = time.process_time()
            found = compared(french, english)
            times.append(time.process_time() - start)
        together += len({each.english for each in found})
    return alone, together, 1000 * sorted(times)[len(times) // 2]


def main() -> int:
    """Print a Markdown table of what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="name what was missed")
    listed = parser.parse_args().list
    chance = random.Random(7)  # noqa: S311 - an experiment that can be repeated
    clean = pairs()
    every = [error for pair in clean for error in errors(*pair, chance)]
    found = [(error, caught(error, compared(error.french, error.english))) for error in every]
    print("| where | error | found | share | bar |\n|---|---|---|---|---|")
    met = told("pair", [(error.kind, good) for error, good in found])
    met &= told("page", list(in_pages(clean, chance)))
    alone, together, page_ms = flagged(clean, chance)
    for title, number in (("pair", alone), ("page", together)):
        share = number / len(clean)
        met &= share <= MOST_FLAGGED
        print(f"| {title} | none | {number} of {len(clean)} flagged | {share:.1%} | ≤ 3% |")
    print(f"\nA page of {PAGE} pairs takes {page_ms:.1f} ms.")
    if listed:
        print(*(f"{e.kind}\t{e.french}\t{e.english}" for e, good in found if not good), sep="\n")
        print(*(f"flagged\t{a}\t{b}" for a, b in clean if compared(a, b)), sep="\n")
    return 0 if met else MISSED


if __name__ == "__main__":
    sys.exit(main())
