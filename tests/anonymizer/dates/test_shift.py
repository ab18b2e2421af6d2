"""Laws of the offset: order, intervals, containment and weekday stay; nothing original is left."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate
from anonymizer.dates.shift import Dated, Shift, Warned, choose, shifted
from anonymizer.errors import ShiftError
from anonymizer.key import Key

KEY = Key(bytes(range(32)))
TODAY = date(2025, 6, 30)
days = st.dates(date(2008, 1, 1), date(2024, 12, 31))


def day(when):
    return PartialDate(when.year, when.month, when.day)


def case(whole, mentioned):
    """Return day dates, and the months of some of them."""
    months = [PartialDate(w.year, w.month) for w in whole[:mentioned]]
    return [Dated(day(w)) for w in whole] + [Dated(m) for m in months]


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=1, max_size=8, unique=True), st.integers(0, 3))
def test_a_chosen_offset_keeps_every_day_in_its_month_and_leaves_no_original_day(whole, mentioned):
    shift = choose(case(whole, mentioned), KEY, "case", TODAY)
    moved = {w: shifted(day(w), shift) for w in whole}
    for w in whole[:mentioned]:
        if Warned.BROKEN not in shift.warnings:
            assert moved[w].within(shifted(PartialDate(w.year, w.month), shift))
    if Warned.FEW not in shift.warnings:
        assert not {m.whole for m in moved.values()} & set(whole)
        assert all(m.whole is not None and m.whole <= TODAY for m in moved.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=2, max_size=8, unique=True))
def test_intervals_and_order_between_days_stay(whole):
    shift = choose(case(whole, 1), KEY, "case", TODAY)
    first, *others = (shifted(day(w), shift).whole for w in whole)
    assert [o - first for o in others if o and first] == [w - whole[0] for w in whole[1:]]


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=1, max_size=5, unique=True))
def test_the_weekday_stays_unless_single_days_are_warned_of(whole):
    shift = choose(case(whole, 2), KEY, "case", TODAY)
    if Warned.SINGLE_DAYS not in shift.warnings:
        assert shift.days % 7 == 0
        assert 28 <= abs(shift.days) <= 104 * 7
        assert shifted(day(whole[0]), shift).whole.weekday() == whole[0].weekday()


@settings(max_examples=60, deadline=None)
@given(days, days, st.integers(-800, 800).filter(bool))
def test_given_days_are_obeyed_and_months_keep_their_distance(one, other, offset):
    months = PartialDate(one.year, one.month), PartialDate(other.year, other.month)
    shift = choose([Dated(m) for m in months], KEY, "case", TODAY, offset)
    assert shift.days == offset
    assert shift.months * offset > 0
    before, after = (
        (b.year - a.year) * 12 + b.month - a.month
        for a, b in (months, tuple(shifted(m, shift) for m in months))
    )
    assert before == after


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(1, 28))
def test_a_day_or_month_without_any_year_never_stays_as_it_was(month, number):
    bare, dayless = PartialDate(None, month, number), PartialDate(None, month)
    shift = choose([Dated(bare), Dated(dayless)], KEY, "case", TODAY)
    assert shifted(bare, shift) != bare
    assert shifted(dayless, shift) != dayless
    assert shifted(bare, shift).year is None


def test_a_29_february_without_a_year_can_move():
    assert shifted(PartialDate(None, 2, 29), Shift(7, 1, 0, 2015)) == PartialDate(None, 3, 7)


def test_the_same_key_and_patient_give_the_same_offset_and_another_patient_another():
    dates = [Dated(PartialDate(2014, 10, 20)), Dated(PartialDate(2014, 10))]
    assert choose(dates, KEY, "a", TODAY) == choose(tuple(reversed(dates)), KEY, "a", TODAY)
    assert len({choose(dates, KEY, str(i), TODAY).days for i in range(20)}) > 8


def test_no_offset_leads_past_today():
    dates = [Dated(PartialDate(2025, 6, 29)), Dated(PartialDate(2025, 6)), Dated(PartialDate(2025))]
    offsets = {choose(dates, KEY, str(i), TODAY).days for i in range(20)}
    assert max(offsets) < 0


def test_a_date_after_today_may_stay_after_it():
    shift = choose([Dated(PartialDate(2915, 12, 16))], KEY, "case", TODAY)
    assert shift.warnings == ()


def test_birth_dates_take_no_part():
    dates = [Dated(PartialDate(2014, 10, 20)), Dated(PartialDate(1950, 5, 3), birth=True)]
    assert choose(dates, KEY, "case", TODAY) == choose(dates[:1], KEY, "case", TODAY)


def test_a_month_follows_the_day_it_contains():
    dates = [Dated(PartialDate(2014, 10, 20)), Dated(PartialDate(2014, 10))]
    shift = choose(dates, KEY, "case", TODAY, 14)
    assert shifted(PartialDate(2014, 10), shift) == PartialDate(2014, 11)
    assert shift.warnings == ()


def test_given_days_that_break_a_containment_are_warned_of():
    days_of = [Dated(PartialDate(2014, 10, n)) for n in (1, 31)]
    shift = choose([*days_of, Dated(PartialDate(2014, 10))], KEY, "case", TODAY, 7)
    assert Warned.BROKEN in shift.warnings


def test_a_day_before_a_month_stays_before_it():
    dates = [
        Dated(PartialDate(2016, 2, 27)),
        Dated(PartialDate(2016, 3)),
        Dated(PartialDate(2016, 4, 26)),
    ]
    for i in range(30):
        shift = choose(dates, KEY, str(i), TODAY)
        february, march, april = (shifted(d.date, shift) for d in dates)
        assert (february.year, february.month) < (march.year, march.month)
        assert (march.year, march.month) < (april.year, april.month)


def test_a_year_that_stays_is_reported():
    dates = [Dated(PartialDate(2013))]
    assert Warned.YEAR_KEPT in choose(dates, KEY, "case", TODAY, 28).warnings
    assert Warned.YEAR_KEPT not in choose(dates, KEY, "case", TODAY, 364).warnings


def test_a_full_calendar_year_widens_the_choice_and_says_so():
    whole = [date(2014, month, n) for month in range(1, 13) for n in (1, 28)]
    dates = [*case(whole, len(whole)), Dated(PartialDate(2014))]
    shift = choose(dates, KEY, "case", TODAY)
    assert shift.widened


def test_an_offset_of_zero_is_refused():
    with pytest.raises(ShiftError, match="--shift-days"):
        choose([Dated(PartialDate(2014))], KEY, "case", TODAY, 0)


def test_a_date_at_the_end_of_the_calendar_is_refused():
    with pytest.raises(ShiftError):
        choose([Dated(PartialDate(9999, 12, 31))], KEY, "case", TODAY)
    with pytest.raises(ShiftError):
        shifted(PartialDate(9999, 12, 31), Shift(7, 1, 0))


def test_a_case_without_dates_has_an_offset_all_the_same():
    assert choose([], KEY, "case", TODAY).days % 7 == 0


def test_neither_dates_nor_offset_stand_in_a_repr():
    shift = Shift(timedelta(weeks=7).days, 2, 0)
    assert repr(shift) == "Shift(warnings=())"
    assert repr(Dated(PartialDate(2014, 10, 20))) == "Dated(group=None, birth=False)"


def test_a_month_whose_year_is_not_written_does_not_move_by_whole_years():
    dates = [Dated(PartialDate(2006, 1)), Dated(PartialDate(2006, 5), year_written=False)]
    for patient in map(str, range(60)):
        assert choose(dates, KEY, patient, TODAY).months % 12 != 0


@settings(max_examples=60, deadline=None)
@given(days, st.integers(1, 11), st.sampled_from([0, 1]))
def test_dates_whose_distance_in_years_is_told_in_words_keep_it(when, months, apart):
    first = PartialDate(when.year, 1 + (when.month - 1) % (12 - months))
    second = PartialDate(when.year + apart, (first.month or 0) + months)
    pair = [
        Dated(first, group="told"),
        Dated(second, group="told", year_written=False, tied=True),
    ]
    shift = choose(pair, KEY, "case", TODAY)
    there, then = shifted(first, shift), shifted(second, shift)
    if Warned.BROKEN not in shift.warnings:
        assert (then.year or 0) - (there.year or 0) == apart
