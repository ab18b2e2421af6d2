"""Drawings: what is shown, where it lies, and that nothing is finer than it is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate, parse_iso
from anonymizer.policy import PolicyName

from generator.case.clinical import Drug, Event, Lab, ReferenceRange, Treatment
from generator.case.model import Case
from generator.case.terms import Comparator, EventKind, FactStatus, Modality, Response, Uptake
from generator.case.text import Term, Text
from generator.report import Layout, Profile
from generator.report.chart import Chart
from generator.report.chart_time import Clock
from generator.report.model import MarkCode, Table

INDEX = parse_iso("2015-01-10")


def event(day, kind=EventKind.OTHER, **more):
    return Event(date=parse_iso(day), kind=kind, text=Text(fr="Fièvre.", en="Fever."), **more)


def lab(day, value, **more):
    more = {"unit": "g/L", "analyte": Term(fr="albumine", en="albumin"), **more}
    return Lab(value=value, date=parse_iso(day), **more)


def chart(section):
    return next((block for block in section.blocks if isinstance(block, Chart)), None)


@pytest.fixture
def drawn(told, section):
    def make(case, where="timeline", layout=Layout.FR, policy=PolicyName.PSEUDONYMISE):
        return chart(section(told(case, layout, policy=policy), where))

    return make


def test_a_day_is_a_point_a_month_lies_within_its_month_and_a_year_within_its_year():
    place = Clock(None).stretch
    day, month, year = (place(parse_iso(each)) for each in ("2016-02-10", "2016-02", "2016"))
    assert day.first == day.last == date(2016, 2, 10).toordinal()
    assert (month.first, month.last) == (
        *(date(2016, 2, 1).toordinal(), date(2016, 3, 1).toordinal()),
    )
    assert (year.first, year.last) == (
        *(date(2016, 1, 1).toordinal(), date(2017, 1, 1).toordinal()),
    )
    assert place(PartialDate(None, 5, 4)) is None


def test_a_period_is_sure_only_between_the_last_day_it_may_begin_and_the_first_it_may_end():
    period = Clock(None).period(parse_iso("2016-02"), parse_iso("2016-05-03"))
    assert period.sure == (date(2016, 3, 1).toordinal(), date(2016, 5, 3).toordinal())
    assert period.first == date(2016, 2, 1).toordinal()
    two_months = Clock(None).period(parse_iso("2016-02"), parse_iso("2016-03"))
    assert two_months.sure is None
    endless = Clock(None).period(parse_iso("2016-02-01"), None)
    assert (endless.opens, endless.ends) == (True, False)


@given(
    st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.dates(date(2000, 1, 1), date(2030, 12, 31))
)
def test_a_distance_in_months_covers_the_true_day_and_tells_no_day_of_the_index(index, day):
    month = PartialDate(day.year, day.month)
    placed = Clock(PartialDate(index.year, index.month, index.day)).stretch(month)
    assert (
        placed.first - 1.5 <= (day - index).days <= placed.last + 1.5
        or abs((day - index).days) > 365
    )  # calendar months are not all as long; far away a day or two do not show
    other = PartialDate(index.year, index.month, 1)
    assert Clock(other).stretch(month) == placed


def test_the_timeline_has_a_lane_a_kind_and_letters_that_the_table_bears(told, section):
    events = (
        event("2016-03", EventKind.SURGERY),
        event("2016-01-05", EventKind.SYMPTOM),
        event("2016-04-01", EventKind.SYMPTOM, computed=True),
    )
    drawing, table = section(told(Case(events=events)), "timeline").blocks
    assert [[one.text for one in lane.label] for lane in drawing.lanes] == [
        *(["Symptôme"], ["Chirurgie"]),
    ]
    assert [[(s.key, s.computed) for s in lane.spots] for lane in drawing.lanes] == [
        *([("A", False), ("C", True)], [("B", False)]),
    ]
    assert [row[-1][0].text for row in table.rows] == ["A", "B", "C"]
    assert [row[0][0].text for row in table.rows][1] == "mars 2016"
    assert drawing.told[0].text.startswith("A (5\u00a0janvier 2016)\u00a0: Fièvre. B (mars 2016)")
    assert "jour déduit" in drawing.note[0].text


def test_what_has_no_year_is_left_to_the_table(told, section):
    undated = Event(text=Text(fr="Un jour."))
    events = (event("2016-03-01"), event("2016-04-01"), undated)
    drawing, table = section(told(Case(events=events)), "timeline").blocks
    assert [spot.key for lane in drawing.lanes for spot in lane.spots] == ["B", "C"]
    assert [[one.text for one in row[-1]] for row in table.rows] == [[], ["B"], ["C"]]


def test_one_event_is_no_drawing_and_its_table_stays_as_it_is(told, section):
    (table,) = section(told(Case(events=(event("2016"),))), "timeline").blocks
    assert isinstance(table, Table)
    assert "key" not in dict(table.columns)


def test_a_suggested_fact_marks_its_drawing(drawn):
    made = drawn(Case(events=(event("2016"), event("2017", status=FactStatus.SUGGESTED))))
    assert [mark.code for mark in made.note[0].marks] == [MarkCode.SUGGESTED]


def test_relative_dates_lie_at_the_distance_that_is_printed(told, section):
    events = tuple(event(day) for day in ("2015-01-10", "2015-01-24", "2015-03"))
    case = Case(events=events, index_event=INDEX)
    made = told(case, profile=Profile.JOURNAL, policy=PolicyName.GENERALISE)
    drawing = chart(section(made, "timeline"))
    spots = [spot.stretch for spot in drawing.lanes[0].spots]
    assert [(spot.first, spot.last) for spot in spots] == [
        *((0, 0), (14, 14), (30.4375, 3 * 30.4375)),
    ]
    assert drawing.axis.title[0].text == "Jours depuis J0"
    assert "0" in [tick.label for tick in drawing.axis.ticks]


def test_a_policy_that_removes_dates_draws_none(told, section):
    events = (event("2015-01-10"), event("2016"))
    made = told(Case(events=events), policy=PolicyName.REDACT)
    assert chart(section(made, "timeline")) is None


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("2016-02-03", "2016-02-09"), ["2016"]),
        (("9999-12-31", "9999"), ["9999"]),
        (("0001", "0001-02-01"), ["1"]),
        (("2014-11", "2016-02"), ["2014", "2015", "2016"]),
        (("1976", "2016-02"), ["1975", "1980", "1985", "1990", "1995", "2000", "2005", "2010",
                               "2015", "2020"]),
    ],
)  # fmt: skip
def test_the_axis_names_its_years_and_holds_every_date(drawn, days, labels):
    axis = drawn(Case(events=tuple(event(day) for day in days))).axis
    assert [tick.label for tick in axis.ticks] == labels
    for day in days:
        place = Clock(None).stretch(parse_iso(day))
        assert axis.first <= place.first <= place.last <= axis.last


def test_the_initials_of_months_never_spell_a_name(drawn):
    axis = drawn(Case(events=(event("2016-01"), event("2016-12")))).axis
    assert "JASON" not in "".join(part.label for part in axis.parts)
    by_place = sorted(axis.parts, key=lambda part: part.at)
    assert "".join(part.label for part in by_place) == "JFMAMJJASOND"


def test_treatments_are_named_by_line_and_drugs_with_response_and_reason_for_stopping(drawn):
    given_treatment = Treatment(
        modality=Modality.DRUG,
        line=1,
        drugs=(Drug(name=Term(fr="lanréotide", en="lanreotide")),),
        start=parse_iso("2015-05"),
        end=parse_iso("2016-02"),
        response=Response.STABLE,
        stop_reason=Term(fr="progression", en="progression"),
    )
    surgery = Treatment(modality=Modality.SURGERY, start=parse_iso("2015-03-23"))
    refused = Treatment(modality=Modality.SURGERY, start=INDEX, uptake=Uptake.REFUSED)
    made = drawn(
        Case(treatments=(given_treatment, surgery, refused)), "treatment", Layout.BILINGUAL
    )
    first, second = made.lanes
    assert [one.text for one in first.label] == [
        *("1re ligne\u00a0: lanréotide", "1st line: lanreotide"),
    ]
    assert [one.text for one in first.detail] == [
        *("Maladie stable · Arrêt\u00a0: progression", "Stable disease · Stopped: progression"),
    ]
    assert second.spots[0].stretch.first == second.spots[0].stretch.last
    assert second.spots[0].stretch.ends


def test_three_dated_values_in_one_unit_make_a_curve_with_its_limits(drawn):
    limits = ReferenceRange(low="35", high="50")
    labs = (
        *(lab("2016-01-03", "28", reference=limits), lab("2016-02", "31,5", reference=limits)),
        *(lab("2016-03-01", "36", reference=limits), lab("2016-03-01", "360", unit="mg/dL")),
    )
    (curve,) = drawn(Case(labs=labs), "investigations").curves
    assert [point.value for point in curve.points] == [28, 31.5, 36]
    assert (curve.low, curve.high) == (35, 50)
    assert [tick.label for tick in curve.ticks] == ["20", "30", "40", "50"]
    assert curve.points[1].stretch.first < curve.points[1].stretch.last


@pytest.mark.parametrize(
    "labs",
    [
        (lab("2016-01-03", "28"), lab("2016-02-03", "29")),
        (lab("2016-01-03", "28"), lab("2016-01-03", "29"), lab("2016-01-03", "30")),
        (lab("2016-01-03", "28"), lab("2016-02-03", "29"), lab("2016-03-03", "1,234")),
        (lab("2016-01-03", "28"), lab("2016-02-03", "29"), lab("2016-03-03", "30", unit="mg/dL")),
    ],
    ids=("two values", "one date", "a number that may be thousands", "another unit"),
)
def test_no_curve_is_guessed(drawn, labs):
    assert drawn(Case(labs=labs), "investigations") is None


def test_limits_that_changed_are_not_drawn_and_a_bound_is_no_value(drawn):
    labs = (
        lab("2016-01-03", "28", reference=ReferenceRange(high="50")),
        lab("2016-02-03", "31", reference=ReferenceRange(high="52")),
        lab("2016-03-03", "5", comparator=Comparator.LESS),
    )
    (curve,) = drawn(Case(labs=labs), "investigations").curves
    assert (curve.low, curve.high) == (None, None)
    assert [point.bound for point in curve.points] == [False, False, True]
