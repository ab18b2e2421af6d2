"""Measure casepress against the time its own parts need: medians of ten, as a Markdown table.

python benchmarks/speed.py            the usual measure
python benchmarks/speed.py --runs 3   a quick look
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize
from anonymizer.policy import PolicyName

from generator import resources
from generator.case.ageing import with_age
from generator.figures import assets
from generator.read.files import read_case
from generator.render import pdf as pdf_room
from generator.render import weasy
from generator.render.html import html
from generator.render.images import Asset
from generator.render.page import figures, page
from generator.report import report
from generator.report.model import Layout, Profile, Report

SAMPLE = resources.path("samples", "ileal-net.synthetic.yaml")
NOTE = resources.path("samples", "ileal-net.synthetic.txt")
NOTE_SIGNS = 4_000
Pair = tuple[float, float]
CASEPRESS = [sys.executable, "-c", "from generator.cli import main; main()"]


def median(runs: int, work: Callable[[], object]) -> float:
    """Return the median time of ``work`` in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def paired(runs: int, ours: Callable[[], object], theirs: Callable[[], object]) -> Pair:
    """Return the median times of two works done in turn, so that both meet the same machine."""
    pairs = [(median(1, ours), median(1, theirs)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def process(*args: str) -> Callable[[], object]:
    """Return the work of a whole process, which must succeed."""

    def run() -> None:
        subprocess.run(  # noqa: S603 - our own command
            [*CASEPRESS, *args],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
        )

    return run


def bare_python() -> None:
    """Start Python and stop it."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def rendering(runs: int) -> list[tuple[str, float, float, str]]:
    """Return the lines for the view model, HTML and PDF of the sample, in each layout."""
    safe = anonymize(
        with_age(read_case(SAMPLE)),
        lang=Lang.FR,
        policy=PolicyName.PSEUDONYMISE,
        key=Key(bytes(32)),
        patient="benchmark",
        today=date(2026, 1, 5),
    )
    pictures = assets(safe.record, SAMPLE.parent)
    lines = []
    for layout in Layout:
        made = report(safe, layout=layout, profile=Profile.REPORT)
        view = partial(report, safe, layout=layout, profile=Profile.REPORT)
        shown = partial(html, made, pictures)
        ours = partial(pdf_room.pdf, made, pictures)
        alone = partial(weasy_alone, made, pictures)
        for work in (view, shown, ours, alone):
            work()  # warm
        lines += [
            (f"report, {layout}, warm", median(runs, view), 0.020, "20 ms"),
            (f"HTML of it, {layout}, warm", median(runs, shown), 0.020, "20 ms"),
            (f"PDF of it, {layout}, warm", *paired(runs, ours, alone), "WeasyPrint alone"),
        ]
    return lines


def weasy_alone(made: Report, pictures: Mapping[str, Asset]) -> bytes:
    """Return the PDF of the same page by WeasyPrint alone, its styles parsed before."""
    served = {
        f"{weasy.SCHEME}{figure.name}.png": ("image/png", pictures[figure.asset].data)
        for figure in figures(made)
    }
    text = page(made, pictures, lambda name, _: f"{weasy.SCHEME}{name}.png")
    made_by: bytes = (
        weasy.engine()
        .HTML(string=text, base_url=weasy.SCHEME, url_fetcher=weasy.fetcher(served))
        .write_pdf(stylesheets=[weasy.stylesheet("page", "print")], font_config=weasy.fonts())
    )
    return made_by


def commands(runs: int) -> list[tuple[str, float, float, str]]:
    """Return the lines for whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        note.write_text(NOTE.read_text("utf-8")[:NOTE_SIGNS], encoding="utf-8")
        return [
            ("`casepress --help`, whole process", median(runs, process("--help")), 0.4, "0.4 s"),
            (
                "`casepress scan` of a 4,000-sign note, whole process",
                median(runs, process("scan", str(note))),
                0.6,
                "0.6 s",
            ),
            ("Python alone, whole process", median(runs, bare_python), 0.4, "0.4 s"),
        ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    print("| what | median | against | ratio |")
    print("|---|---:|---|---:|")
    for what, seconds, against, name in (*rendering(runs), *commands(runs)):
        print(f"| {what} | {seconds * 1000:.0f} ms | {name} | {seconds / against:.2f} |")


if __name__ == "__main__":
    main()
