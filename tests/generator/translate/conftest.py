"""A user of the command line, with a case of their own."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.shell import run

CASE = """\
id: local-17
slug: one-case
language: fr
index_event: 2021-05-04
patient: {given: Hyacinthe, family: Quatrefeuilles, sex: female}
events:
  - {date: 2021-05-04, kind: surgery, text: {fr: Biopsie.}}
narrative:
  - kind: history
    text:
      fr: >-
        Mme Quatrefeuilles a été vue le 4 mai 2021 par le Dr Aubépin. Elle prend 2,5 mg/j. de
        bisoprolol depuis mars 2019.
  - kind: examination
    text: {fr: Abdomen souple.}
"""


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


@pytest.fixture
def case(tmp_path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path
