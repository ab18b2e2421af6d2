from dataclasses import dataclass
from typing import Annotated

import pytest

from anonymizer.dates.partial import PartialDate
from anonymizer.errors import UnclassifiedFieldError
from anonymizer.phi import Part, Phi
from anonymizer.record import leaves, rebuild, table


@dataclass(frozen=True)
class Stay:
    start: Annotated[PartialDate, Phi.DATE]
    ward: Annotated[str, Phi.NONE] | None = None


@dataclass(frozen=True)
class Sheet:
    family: Annotated[str, Phi.PATIENT, Part.FAMILY]
    stays: tuple[Stay, ...] = ()
    phones: tuple[Annotated[str, Phi.PHONE], ...] = ()
    note: Annotated[str | None, Phi.NARRATIVE] = None


SHEET = Sheet("Kervadec", (Stay(PartialDate(2021, 5)), Stay(PartialDate(2022))), ("0199001234",))


def test_every_leaf_has_its_path_and_category():
    assert [(leaf.path, leaf.slot.phi) for leaf in leaves(SHEET)] == [
        ("family", Phi.PATIENT),
        ("stays[0].start", Phi.DATE),
        ("stays[1].start", Phi.DATE),
        ("phones[0]", Phi.PHONE),
    ]


def test_the_table_names_every_leaf_of_a_class():
    assert table(Sheet) == {
        "family": Phi.PATIENT,
        "stays[].start": Phi.DATE,
        "stays[].ward": Phi.NONE,
        "phones[]": Phi.PHONE,
        "note": Phi.NARRATIVE,
    }


def test_a_leaf_knows_whether_it_may_be_absent():
    assert [leaf.optional for leaf in leaves(Sheet("K", note="x"))] == [False, True]


def test_rebuilding_changes_what_is_named_and_nothing_else():
    changed = rebuild(SHEET, {"stays[1].start": PartialDate(2023), "family": "Prigent"})
    assert changed.stays[1].start == PartialDate(2023)
    assert changed.family == "Prigent"
    assert changed.stays[0] == SHEET.stays[0]


def test_a_leaf_never_shows_its_value():
    assert "Kervadec" not in repr(leaves(SHEET))


@dataclass(frozen=True)
class NoCategory:
    town: str


@dataclass(frozen=True)
class TwoCategories:
    town: Annotated[str, Phi.CITY, Phi.NAME]


@dataclass(frozen=True)
class BareDict:
    towns: Annotated[dict, Phi.CITY]


@dataclass(frozen=True)
class MixedUnion:
    town: Annotated[str | Stay, Phi.CITY]


@dataclass(frozen=True)
class Inside:
    ok: Annotated[str, Phi.NONE]
    many: tuple[NoCategory, ...] = ()


@pytest.mark.parametrize("cls", [NoCategory, TwoCategories, BareDict, MixedUnion, Inside])
def test_a_field_without_exactly_one_category_is_refused(cls):
    with pytest.raises(UnclassifiedFieldError):
        table(cls)


def test_an_unclassified_record_is_refused_before_anything_is_read():
    with pytest.raises(UnclassifiedFieldError) as refused:
        leaves(Inside("secret", ()))
    assert "secret" not in str(refused.value)
