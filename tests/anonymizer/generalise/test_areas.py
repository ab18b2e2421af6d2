"""The region or country of a town, with its prepositions."""

import pytest

from anonymizer.areas import of_code, of_town
from anonymizer.lexicon import communes


@pytest.mark.parametrize(
    ("town", "at", "of", "english"),
    [
        ("Rennes", "en Bretagne", "de Bretagne", "Brittany"),
        ("PARIS 14e", "en Île-de-France", "d' Île-de-France", "the Paris region"),
        ("Nancy Cedex", "dans le Grand Est", "du Grand Est", "the Grand Est region"),
        ("Londres", "en Angleterre", "d' Angleterre", "England"),
        ("Casablanca", "au Maroc", "du Maroc", "Morocco"),
        ("Boston", "aux États-Unis", "des États-Unis", "the United States"),
    ],
)
def test_a_known_town_lies_in_a_region_or_a_country(town, at, of, english):
    area = of_town(town)
    assert (f"{area.at} {area.fr}", f"{area.of} {area.fr}", area.en) == (at, of, english)


def test_a_town_that_nobody_knows_has_no_area():
    assert of_town("Armezen") is None


def test_every_french_postcode_of_the_lexicon_lies_in_a_region():
    assert [code for code, _ in communes() if of_code(code) is None] == []


def test_a_postcode_overseas_is_read_by_its_three_digits():
    assert of_code("97200").fr == "Martinique"
    assert of_code("") is None
