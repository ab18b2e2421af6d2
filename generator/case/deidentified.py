"""The de-identified case as a file of its own."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from anonymizer.policy import PolicyName

from generator.case.model import Case, Deidentified
from generator.case.text import Source


def marked(case: Case, policy: PolicyName, version: str) -> Case:
    """Return the case with the mark that refuses a second pass.

    Where its suggested facts were read is left out: the offsets are those of the original text.
    """
    plain: Case = _without_sources(case)
    return replace(plain, deidentified=Deidentified(policy=policy, version=version))


def _without_sources(value: Any) -> Any:  # noqa: ANN401 - any part of a case
    if isinstance(value, tuple):
        return tuple(map(_without_sources, value))
    if isinstance(value, Source):
        return None
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if not hasattr(type(value), "__pydantic_config__"):
        return value  # a date
    parts = {f.name: _without_sources(getattr(value, f.name)) for f in fields(value)}
    return replace(value, **parts)
