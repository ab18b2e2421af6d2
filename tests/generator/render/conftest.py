"""Publications of the invented case of tests/golden, with pictures drawn here."""

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from anonymizer.audit import Audit
from anonymizer.policy import PolicyName

from generator.read.files import read_case
from generator.render.images import rebuilt
from generator.report import Layout, Profile, report

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture(scope="session")
def case():
    """Return the invented case."""
    return read_case(GOLDEN / "paraganglioma.yaml")


@pytest.fixture(scope="session")
def told(case):
    """Return the report of a case, by default the invented one, as the anonymizer left it."""

    def make(layout=Layout.FR, profile=Profile.REPORT, record=None):
        safe = SimpleNamespace(record=record or case, audit=Audit(PolicyName.PSEUDONYMISE, ()))
        return report(safe, layout=layout, profile=profile)

    return make


@pytest.fixture(scope="session")
def pictures(case):
    """Return a picture for each figure of the case, of plain grey."""
    from PIL import Image  # noqa: PLC0415

    drawn = {}
    for number, figure in enumerate(case.figures):
        made = BytesIO()
        Image.new("L", (6 + number, 4), 128).save(made, format="PNG")
        drawn[figure.file] = rebuilt(made.getvalue(), figure.file)
    return drawn
