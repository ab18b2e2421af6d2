"""Names that surrogates are taken from, and the gender that a given name says."""

import pytest

from anonymizer.phi import Lang
from anonymizer.surrogates.pools import gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        *(("siobhan", "female"), ("aoife", "female"), ("erwan", "male"), ("maelle", "female")),
        *(("mamadou", "male"), ("ngozi", "female"), ("agnieszka", "female"), ("chinedu", "male")),
        *(("karim", "male"), ("priya", "female"), ("camille", ""), ("xolani", "")),
    ],
)
def test_the_gender_of_a_given_name_of_any_origin_is_known_or_left_open(name, gender):
    assert gender_of(name, Lang.FR) == gender
