"""A case written as YAML or JSON is read again as the same case."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate

from generator.case.model import Case
from generator.case.people import Age, Patient
from generator.case.publication import Section
from generator.case.terms import SectionKind, Sex
from generator.case.text import Text
from generator.read import json, yaml
from generator.read.asked import hints, plain_type
from generator.read.fit import fit
from generator.read.write import dump_json, dump_yaml

TRICKY = (
    "",
    " ",
    "null",
    "~",
    "NO",
    "01000",
    "2.60",
    "2021-05-04",
    "1:30",
    "- tiret",
    "clé : valeur",
    "# dièse",
    "fin # pas un commentaire",
    "deux-points:",
    "ligne\nligne",
    "ligne\n\n\n",
    "\nligne",
    "  retrait\nligne",
    "ligne \n  retrait",
    "tabulation\tdedans",
    "\u2028\x85\ufeff\x7f",
    "« Élise œ € ≥ » 😀",
    "mot " * 60,
    "mot  " * 60 + "fin",
    "m" * 200,
    "'guillemets' \"droits\" \\",
    "*gras* &ancre !type %x @y `z",
    "a, [b] {c}",
    "…",
    "true",
)

st.register_type_strategy(
    PartialDate,
    st.one_of(
        st.builds(PartialDate, st.integers(1900, 2100)),
        st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
        st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
    ),
)
st.register_type_strategy(str, st.one_of(st.sampled_from(TRICKY), st.text(max_size=120)))


def some(hint: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    asked = plain_type(hint)
    if getattr(asked, "__origin__", None) is tuple:
        each = some(asked.__args__[0], depth)
        return st.lists(each, max_size=2 if depth < 3 else 1).map(tuple)
    if hasattr(asked, "__dataclass_fields__") and asked is not PartialDate:
        return record(asked, depth + 1)
    return st.from_type(asked)


def later(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: some(hint, depth))


def record(cls: type, depth: int = 0) -> st.SearchStrategy[Any]:
    required, optional = {}, {}
    for field in fields(cls):
        into = required if field.default is field.default_factory else optional
        into[field.name] = later(hints(cls)[field.name], depth)
    return st.fixed_dictionaries(required, optional=optional).map(lambda made: cls(**made))


CASES = st.lists(st.sampled_from([f.name for f in fields(Case)]), max_size=4, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: some(hints(Case)[name]) for name in names}).map(
        lambda made: Case(**made)
    )
)
BOUNDED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def read_yaml(text: str) -> Case:
    return fit(yaml.parse(text, "case.yaml"), "case.yaml")


def read_json(text: str) -> Case:
    return fit(json.parse(text, "case.json"), "case.json")


@BOUNDED
@given(CASES)
def test_a_case_written_as_yaml_reads_as_the_same_case(case: Case):
    assert read_yaml(dump_yaml(case)) == case


@BOUNDED
@given(CASES)
def test_a_case_written_as_json_reads_as_the_same_case(case: Case):
    assert read_json(dump_json(case)) == case


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_that_yaml_could_take_for_something_else_stays_that_text(text: str):
    case = Case(
        slug=text,
        narrative=(Section(kind=SectionKind.OTHER, text=Text(fr=text)),),
        lessons=(Text(fr=text, en=text),),
    )
    assert read_yaml(dump_yaml(case)) == case
    assert read_json(dump_json(case)) == case


def test_what_has_its_default_is_left_out_and_keys_keep_the_order_of_the_model():
    case = Case(patient=Patient(age=Age(value=54), sex=Sex.MALE), slug="cas-1")
    assert dump_yaml(case) == "slug: cas-1\npatient:\n  sex: male\n  age:\n    value: 54\n"


def test_an_empty_case_is_written_as_an_empty_record():
    assert dump_yaml(Case()) == "{}\n"
    assert read_yaml("{}\n") == Case()


def test_long_text_is_written_in_blocks_that_a_person_can_edit():
    case = Case(introduction=Text(fr="Une phrase.\n\nUne autre phrase : la suite."))
    assert dump_yaml(case) == (
        "introduction:\n  fr: |-\n    Une phrase.\n\n    Une autre phrase : la suite.\n"
    )
