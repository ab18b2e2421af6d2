"""Compare detection with published rule-based tools, on marked texts: accuracy and speed.

    python benchmarks/peers.py GOLD.jsonl [--runs 3]

Presidio (its patterns; no model is loaded) and edsnlp (its dates) join where they are installed:
pip install presidio-analyzer edsnlp. Speed is the median of the runs, taken in turn in one process,
as a ratio to casepress, because machines differ.
"""

import argparse
import importlib.util
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from anonymizer.detect import detect
from anonymizer.evaluation import Document, Evaluation, Mark, evaluate
from anonymizer.passage import passage
from anonymizer.phi import QUASI, Lang

Marks = tuple[Mark, ...]
Tool = Callable[[str, str], Marks]
DATES = frozenset({"DATE", "BIRTH_DATE", "DATE_NAISSANCE"})
KEPT = frozenset(phi.value for phi in QUASI)
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked text and its language."""

    id: str
    text: str
    lang: str
    marks: Marks


def casepress(text: str, lang: str) -> Marks:
    """Return what casepress finds and its default policy replaces."""
    found = detect(passage(text, Lang(lang)))
    return tuple(Mark(s.start, s.end, s.category.value) for s in found if s.category not in QUASI)


def presidio() -> Tool:
    """Return Presidio with its own recognisers of both languages, on a blank spaCy pipeline."""
    spacy: Any = importlib.import_module("spacy")
    analyzer: Any = importlib.import_module("presidio_analyzer")
    engines: Any = importlib.import_module("presidio_analyzer.nlp_engine")

    engine = engines.SpacyNlpEngine()
    engine.nlp = {lang: spacy.blank(lang) for lang in LANGUAGES}
    registry = analyzer.RecognizerRegistry(supported_languages=list(LANGUAGES))
    registry.load_predefined_recognizers(languages=list(LANGUAGES), nlp_engine=engine)
    whole = analyzer.AnalyzerEngine(
        nlp_engine=engine, registry=registry, supported_languages=list(LANGUAGES)
    )

    def find(text: str, lang: str) -> Marks:
        found = whole.analyze(text=text, language=lang)
        return tuple(Mark(r.start, r.end, r.entity_type) for r in found if r.end > r.start)

    return find


def edsnlp() -> Tool:
    """Return the dates of edsnlp, which reads French."""
    eds: Any = importlib.import_module("edsnlp")
    nlp = eds.blank("eds")
    nlp.add_pipe("eds.sentences")
    nlp.add_pipe("eds.dates")

    def find(text: str, lang: str) -> Marks:
        del lang
        found = nlp(text).spans["dates"]
        return tuple(Mark(s.start_char, s.end_char, "DATE") for s in found)

    return find


def peers() -> Iterator[tuple[str, Tool, frozenset[str] | None]]:
    """Yield (name, tool, the labels it looks for, None for all) of what is installed."""
    yield "casepress", casepress, None
    yield "casepress, dates", _dates_alone, DATES
    if importlib.util.find_spec("presidio_analyzer"):
        yield "Presidio patterns", presidio(), None
    if importlib.util.find_spec("edsnlp"):
        yield "edsnlp dates", edsnlp(), DATES


def _dates_alone(text: str, lang: str) -> Marks:
    return tuple(mark for mark in casepress(text, lang) if mark.label in DATES)


def read(path: Path) -> tuple[Gold, ...]:
    """Return the rows of a file of marked texts; a row without language is French."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return tuple(
        Gold(
            str(row["id"]),
            row["text"],
            row.get("lang", "fr"),
            tuple(Mark(*span[:3]) for span in row["spans"] if span[2] not in KEPT),
        )
        for row in rows
    )


def scored(gold: Sequence[Gold], tool: Tool, labels: frozenset[str] | None) -> Evaluation:
    """Return how well a tool does on the labels that it looks for."""
    documents = (Document(g.id, g.text, g.marks, tool(g.text, g.lang)) for g in gold)
    kept = (
        replace(d, gold=tuple(m for m in d.gold if labels is None or m.label in labels))
        for d in documents
    )
    return evaluate(kept)


def seconds(gold: Sequence[Gold], tool: Tool) -> float:
    """Return how long one run over all texts takes."""
    start = time.perf_counter()
    for each in gold:
        tool(each.text, each.lang)
    return time.perf_counter() - start


def main() -> None:
    """Print one row a tool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    gold = read(given.gold)
    signs = sum(len(each.text) for each in gold)
    tools = tuple(peers())
    scores = [scored(gold, tool, labels) for _, tool, labels in tools]
    times = [[seconds(gold, tool) for _, tool, _ in tools] for _ in range(given.runs)]
    spent = [statistics.median(column) for column in zip(*times, strict=True)]
    print(f"{len(gold)} documents, {signs:,} signs; median of {given.runs} runs\n")
    print("| tool | leak % | documents leaking % | over-redaction % | signs/s | × casepress |")
    print("|---|---|---|---|---|---|")
    for (name, _, _), score, took in zip(tools, scores, spent, strict=True):
        shares = (score.total.leak, score.documents_leaking, score.over_redaction)
        cells = " | ".join("–" if s is None else f"{100 * s:.1f}" for s in shares)
        print(f"| {name} | {cells} | {signs / took:,.0f} | {spent[0] / took:.2f} |")


if __name__ == "__main__":
    main()
