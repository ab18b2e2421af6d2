from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.coreference import Mentioned, persons
from anonymizer.phi import Lang, Part, Phi

GIVEN = frozenset(("elise", "jean", "pierre", "marie", "paul", "luc"))
FIELDS = (
    Mentioned("Dubois", Phi.PATIENT, Lang.FR, part=Part.FAMILY, gender="female", owner="patient"),
    Mentioned("Élise", Phi.PATIENT, Lang.FR, part=Part.GIVEN, gender="female", owner="patient"),
    Mentioned("Dubois", Phi.CLINICIAN, Lang.FR, part=Part.FAMILY, owner="clinicians[0]"),
    Mentioned("Paul", Phi.CLINICIAN, Lang.FR, part=Part.GIVEN, owner="clinicians[0]"),
)
PATIENT, DOCTOR = (0, 1), (2, 3)


def people(*mentions):
    return persons(mentions, GIVEN.__contains__)


def said(text, category=Phi.NAME, gender="", lang=Lang.FR):
    return Mentioned(text, category, lang, gender=gender)


def joins(mention):
    """Return the owner of the person to whom a mention beside the fields belongs."""
    return next(p.owner for p in people(*FIELDS, mention) if 4 in p.members)


def test_the_fields_of_one_owner_are_one_person():
    assert [p.members for p in people(*FIELDS)] == [PATIENT, DOCTOR]


def test_every_writing_of_a_name_is_its_owner():
    for text in ("Élise Dubois", "DUBOIS Élise", "E. Dubois", "Dubois É.", "ED", "D.E.", "elise"):
        assert joins(said(text)) == "patient", len(text)


def test_the_english_text_speaks_of_the_same_person():
    assert joins(said("Elise Dubois", lang=Lang.EN)) == "patient"


def test_a_bare_family_name_of_two_people_goes_to_the_one_of_its_category():
    assert joins(said("Dubois", Phi.PATIENT)) == "patient"
    assert joins(said("Dubois", Phi.CLINICIAN)) == "clinicians[0]"


def test_a_title_tells_namesakes_apart():
    assert joins(said("Dubois", gender="female")) == "patient"
    assert joins(said("Dubois", gender="male")) == "clinicians[0]"


def test_another_given_name_is_another_person():
    assert joins(said("Luc Dubois", Phi.PATIENT)) == ""
    assert joins(said("L. Dubois", Phi.PATIENT)) == ""


def test_a_longer_given_name_is_the_same_person():
    found = people(said("Jean Morel"), said("Jean-Pierre Morel"), said("J. Morel"))
    assert [p.members for p in found] == [(0, 1, 2)]


def test_the_order_of_the_mentions_decides_nothing():
    mentions = (
        said("Jean Morel"),
        said("Luc Morel"),
        said("Morel"),
        said("J. M."),
        said("Luc"),
        said("Dupré", Phi.CLINICIAN),
    )
    groups = {
        frozenset(frozenset(id(order[i]) for i in p.members) for p in people(*order))
        for order in permutations(mentions)
    }
    assert len(groups) == 1


def test_nobody_is_named_in_a_case_without_people():
    assert people(Mentioned("Dinan", Phi.CITY, Lang.FR)) == ()


NAMES = st.lists(
    st.builds(
        said,
        st.text("aeélmnr JP.-'", min_size=1, max_size=12),
        st.sampled_from([Phi.PATIENT, Phi.CLINICIAN, Phi.CITY]),
        st.sampled_from(["", "female", "male"]),
    ),
    max_size=7,
)


@settings(max_examples=100, deadline=None)
@given(NAMES)
def test_every_mention_of_a_person_belongs_to_one_person_alone(mentions):
    members = sorted(i for p in people(*mentions) for i in p.members)
    assert members == [i for i, m in enumerate(mentions) if m.of_a_person]
