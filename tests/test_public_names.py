"""Public names: sorted, present, and the same for every user."""

import importlib
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import generator

TOP = Path(__file__).parents[1]
MODULES = sorted(
    ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
    for package in ("anonymizer", "generator")
    for path in (TOP / package).rglob("*.py")
)


def rank(public: str) -> tuple[bool, bool, str]:
    """Order constants, then classes, then functions, as ruff does."""
    return not public.isupper(), not public[0].isupper(), public


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_sorted_and_exist(name):
    module = importlib.import_module(name)
    public = getattr(module, "__all__", None)
    if public is not None:
        assert list(public) == sorted(set(public), key=rank)
        assert all(hasattr(module, each) for each in public)


def test_the_version_is_that_of_the_installed_distribution():
    assert generator.__version__ == version("casepress")


def test_the_command_is_the_one_that_the_distribution_names():
    (command,) = (e for e in entry_points(group="console_scripts") if e.name == "casepress")
    assert command.value == "generator.cli:main"
