"""Narratives of the corpus give exactly the facts written beneath them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from anonymizer.phi import Lang

from generator.case.clinical import Treatment
from generator.case.text import Term
from generator.read.narrative import Reading, narrative

CORPUS = Path(__file__).parents[2] / "corpus"


def blocks() -> Iterator[tuple[str, Lang, str, dict[str, str]]]:
    for lang in Lang:
        text = (CORPUS / f"narrative_{lang}.md").read_text(encoding="utf-8")
        for block in text.split("\n## ")[1:]:
            name, _, body = block.partition("\n")
            lines = body.strip("\n").split("\n")
            told = "\n".join(line for line in lines if not line.startswith("→"))
            wanted = dict(line[2:].split(": ", 1) for line in lines if line.startswith("→"))
            yield name, lang, told, wanted


def words(term: Term) -> str:
    return term.fr or term.en or ""


def drugs(treatments: tuple[Treatment, ...]) -> list[str]:
    return [
        ", ".join(f"{words(d.name)} {d.dose or '-'} {d.unit or '-'}" for d in each.drugs)
        for each in treatments
    ]


def got(reading: Reading) -> dict[str, str]:
    case = reading.case
    age = case.patient.age
    found = {
        "sections": [" ".join(section.kind for section in case.narrative)],
        "sex": [case.patient.sex],
        "age": [f"{age.value} {age.unit}"] if age else [],
        "events": [f"{e.date}{f'..{e.end}' if e.end else ''} {e.kind}" for e in case.events],
        "labs": [f"{words(one.analyte)} {one.value} {one.unit}" for one in case.labs],
        "performance": [
            " ".join(filter(None, (one.scale, one.value, one.unit))) for one in case.performance
        ],
        "diagnoses": [
            f"{words(d.label)} | {d.stage.value if d.stage else '-'} | "
            f"{d.grade.value if d.grade else '-'}"
            for d in case.diagnoses
        ],
        "treatments": drugs(case.treatments),
        "home": drugs(case.home_treatments),
        "notices": [one.code for one in reading.notices if one.code != "sex-unknown"],
    }
    return {key: "; ".join(values) or "-" for key, values in found.items()}


BLOCKS = tuple(blocks())


@pytest.mark.parametrize(("name", "lang", "text", "wanted"), BLOCKS, ids=[b[0] for b in BLOCKS])
def test_a_narrative_gives_these_facts_and_no_others(name, lang, text, wanted):
    found = got(narrative(text, name, lang))
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(("name", "lang", "text", "wanted"), BLOCKS, ids=[b[0] for b in BLOCKS])
def test_every_suggestion_stands_where_its_source_says(name, lang, text, wanted):
    del wanted
    case = narrative(text, name, lang).case
    texts = {f"narrative[{i}].text.{lang}": s.text for i, s in enumerate(case.narrative)}
    for event in case.events:
        place = texts[event.source.passage]
        told = getattr(place, lang)[event.source.start : event.source.end]
        assert getattr(event.text, lang) == told
    for lab in case.labs:
        told = getattr(texts[lab.source.passage], lang)[lab.source.start : lab.source.end]
        assert words(lab.analyte) in told
        assert lab.value in told
        assert lab.unit in told
