"""A case to translate."""

from pathlib import Path

import pytest

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


@pytest.fixture
def case(tmp_path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path
