"""Initials of invented names."""

from hypothesis import given
from hypothesis import strategies as st

from anonymizer.surrogates.initials import initials, letters


def test_a_name_is_written_as_its_initials():
    given_ = letters(["Luc Delmas", "Jean-Pierre Roux"], [])
    assert initials("Luc Delmas", given_) == "L. D."
    assert initials("DELMAS, Luc", given_) == "D., L."
    assert initials("Jean-Pierre Roux", given_) == "J.-P. R."


def test_two_people_whose_names_begin_alike_get_different_letters():
    given_ = letters(["Delmas", "Duval"], [])
    assert initials("Delmas", given_) != initials("Duval", given_)


def test_no_letter_is_the_initial_of_a_name_that_it_hides():
    given_ = letters(["Delmas"], ["Dupont"])
    assert initials("Delmas", given_) != "D."


@given(st.lists(st.sampled_from(["Delmas", "Duval", "Hamon", "Luc", "Anne"]), max_size=5))
def test_the_letters_do_not_depend_on_the_order_of_the_names(names):
    assert letters(names, []) == letters(reversed(names), [])
