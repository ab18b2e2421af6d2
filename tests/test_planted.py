"""Identifiers planted in the fields of a case: a part of what benchmarks/planted.py does whole."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator.read.write import dump_json

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def planted():
    """Import the script as it runs: with its folder on the path, and off it again afterwards."""
    names = ("planted", "sowing", "planting", "hunt")
    sys.path.insert(0, str(BENCHMARKS))
    try:
        yield importlib.import_module("planted")
    finally:
        sys.path.remove(str(BENCHMARKS))
        for name in names:
            sys.modules.pop(name, None)


def test_nothing_that_is_planted_in_all_fields_and_texts_is_found_in_any_file(planted, capsys):
    assert planted.all_at_once(quick=True) == 0, capsys.readouterr().out


def test_one_identifier_in_one_field_is_refused_or_gone(planted, capsys):
    assert planted.one_at_a_time(quick=True, workers=1) == 0, capsys.readouterr().out


def test_the_search_finds_every_planted_identifier_in_the_case_itself(
    planted: ModuleType, tmp_path
):
    garden = planted.Garden()
    case, fields = planted.added(planted.sample(), garden)
    case, texts = planted.sown(case, garden)
    (tmp_path / "case.json").write_text(dump_json(case), encoding="utf-8")
    names = [p for p in (*fields, *texts) if not p.is_word]
    found = {plant.wanted for plant, _, _ in planted.search(tmp_path, names)}
    assert [p.kind for p in names if p.wanted not in found] == []
    assert len({*fields, *texts}) >= 1000
