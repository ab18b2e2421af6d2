"""A user of the command line: what they type, what they are told, what they find on their disk."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.shell import run


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch) -> Path:
    """Give each test its own home, so that no key of the user is read or made."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("LC_ALL", "C")
    return home


@pytest.fixture
def casepress(capsys):
    def call(*args: object) -> Told:
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        told = capsys.readouterr()
        return Told(code, told.out, told.err)

    return call
