"""The marks of a report, for the legend that explains them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.report.model import Mark, Passage, Said


def marks_of(value: object) -> tuple[Mark, ...]:
    """Return every mark below ``value``, each once, in the order in which it is met."""
    return tuple(dict.fromkeys(_marks(value)))


def _marks(value: object) -> Iterator[Mark]:
    if isinstance(value, tuple):
        for each in value:
            if each:
                yield from _marks(each)
    elif isinstance(value, Said | Passage):
        yield from value.marks
    elif isinstance(value, Mark):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from _marks(getattr(value, f.name))
