"""What journals print in the other language, and how two monolingual files name each other."""

import pytest

from generator.case.model import Case
from generator.case.publication import Keywords
from generator.case.text import Text
from generator.report.model import Layout, Profile, Said

WHOLE = Case(
    slug="one",
    language="fr",
    title=Text(fr="Fièvre", en="Fever"),
    abstract=Text(fr="Un cas.", en="One case."),
    keywords=Keywords(fr=("fièvre",), en=("fever", "travel")),
)


def test_a_journal_in_one_language_gets_title_abstract_and_keywords_in_the_other(told, printed):
    made = told(WHOLE, profile=Profile.JOURNAL).counterpart
    assert made.title == (Said("en", ("Fever",)),)
    assert made.abstract.name == "abstract-en"
    assert "One case." in printed(made.abstract)
    assert made.keywords == (Said("en", ("fever, travel",)),)
    assert [one.text for one in made.keywords_heading] == ["Keywords"]


def test_what_the_case_lacks_in_the_other_language_is_left_out_there(told):
    case = Case(
        slug="one", language="fr", title=Text(fr="Un récit rare"), abstract=Text(fr="Un cas.")
    )
    assert told(case, profile=Profile.JOURNAL).counterpart is None
    half = Case(slug="one", language="fr", title=Text(fr="Fièvre", en="Fever"))
    made = told(half, profile=Profile.JOURNAL).counterpart
    assert (made.abstract, made.keywords) == (None, ())


@pytest.mark.parametrize(
    ("layout", "profile"),
    [
        (Layout.BILINGUAL, Profile.JOURNAL),
        (Layout.FR, Profile.REPORT),
        (Layout.EN, Profile.SHARING),
    ],
)
def test_side_by_side_or_for_others_than_a_journal_nothing_is_said_twice(told, layout, profile):
    assert told(WHOLE, layout=layout, profile=profile).counterpart is None
