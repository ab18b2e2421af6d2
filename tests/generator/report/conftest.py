"""An anonymized case as the report sees it, made without the anonymizer."""

from dataclasses import fields, is_dataclass
from types import SimpleNamespace

import pytest

from anonymizer.audit import Audit
from anonymizer.policy import PolicyName

from generator.report import Layout, Profile, report


@pytest.fixture
def told():
    """Return a report of an invented case that holds the given fields."""

    def make(case, layout=Layout.FR, profile=Profile.REPORT, policy=PolicyName.PSEUDONYMISE):
        safe = SimpleNamespace(record=case, audit=Audit(policy, ()))
        return report(safe, layout=layout, profile=profile)

    return make


@pytest.fixture
def section():
    """Return one section of a report by its name."""

    def find(made, name):
        return next(section for section in made.sections if section.name == name)

    return find


@pytest.fixture
def printed():
    """Return every text below a part of a report."""

    def text(value):
        if isinstance(value, str):
            return str(value)
        if isinstance(value, tuple):
            return "\n".join(text(each) for each in value)
        if is_dataclass(value):
            return "\n".join(text(getattr(value, f.name)) for f in fields(value))
        return ""

    return text
