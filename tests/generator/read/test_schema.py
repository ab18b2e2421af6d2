"""The JSON Schema and the file to fill in say what the model says."""

import json as stdjson
import re
from dataclasses import fields

import pytest

from anonymizer.phi import Lang
from anonymizer.record import table

from generator.case.model import Case
from generator.read import yaml
from generator.read.fit import fit
from generator.read.schema import schema, template

EXAMPLE = re.compile(r"^#(?=  )", re.MULTILINE)


def filled(lang: Lang) -> Case:
    return fit(yaml.parse(EXAMPLE.sub("", template(lang)), "t"), "t")


def test_every_leaf_of_the_schema_bears_its_category():
    made = stdjson.loads(schema())
    marked = [
        described["x-phi"]
        for holder in (made, *made["$defs"].values())
        for described in holder.get("properties", {}).values()
        if "x-phi" in described
    ]
    assert set(marked) == {str(phi) for phi in table(Case).values()}
    assert made["$schema"].endswith("2020-12/schema")
    assert made["title"] == "casepress case"


def test_every_record_of_the_schema_is_described_and_closed():
    made = stdjson.loads(schema())
    records = [made, *(d for d in made["$defs"].values() if d["type"] == "object")]
    assert all(record["description"] and not record["additionalProperties"] for record in records)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_to_fill_in_is_a_case_as_it_comes(lang: Lang):
    case = fit(yaml.parse(template(lang), "t"), "t")
    assert case == Case(language=lang)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_to_fill_in_is_a_case_with_all_its_examples(lang: Lang):
    assert filled(lang).labs[0].value == "133"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_file_to_fill_in_shows_every_top_level_field(lang: Lang):
    text = template(lang)
    assert [f.name for f in fields(Case) if not re.search(rf"^{f.name}:", text, re.MULTILINE)] == []
    empty = Case()
    given = {
        f.name for f in fields(Case) if getattr(filled(lang), f.name) != getattr(empty, f.name)
    }
    settings = {"id", "slug", "language", "synthetic", "status"}
    assert {f.name for f in fields(Case)} - settings <= given


def test_the_two_files_to_fill_in_hold_the_same_keys():
    keys = re.compile(r"^(?:#(?=  ))? *(?:- )?(\w+):", re.MULTILINE)
    both = [[k for k in keys.findall(template(lang)) if k not in {"fr", "en"}] for lang in Lang]
    assert both[0] == both[1]
