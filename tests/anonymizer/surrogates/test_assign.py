import os
import re
import subprocess
import sys
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.coreference import Mentioned
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.phi import Lang, Part, Phi
from anonymizer.surrogates import assign
from anonymizer.surrogates.pools import gender_of

KEY = Key(bytes(range(32)))
PATIENT = (
    Mentioned("Dubois", Phi.PATIENT, Lang.FR, part=Part.FAMILY, gender="female", owner="patient"),
    Mentioned("Élise", Phi.PATIENT, Lang.FR, part=Part.GIVEN, gender="female", owner="patient"),
)


def case(*mentions, key=KEY, project="", forbidden=()):
    return assign(mentions, key, project, forbidden)


def said(text, category=Phi.PATIENT, lang=Lang.FR, **more):
    return Mentioned(text, category, lang, **more)


def beside(text, category=Phi.PATIENT, **more):
    """Return the surrogate of a mention in a case whose patient is Élise Dubois."""
    return case(*PATIENT, said(text, category, **more)).texts[-1]


def test_golden_surrogates_stay_the_same_from_release_to_release():
    mentions = (
        *PATIENT,
        said("Jean-Pierre Morel", Phi.CLINICIAN),
        said("Mary O'Brien", Phi.RELATIVE, Lang.EN),
        said("Dinan", Phi.CITY),
        said("22100", Phi.POSTCODE),
        said("Hôpital Saint-Louis", Phi.HOSPITAL),
        said("12, rue des Lilas", Phi.ADDRESS),
        said("06 12 34 56 78", Phi.PHONE),
        said("elise.dubois@mail.fr", Phi.EMAIL),
    )
    assert case(*mentions).texts == GOLDEN


def test_every_writing_of_a_name_keeps_its_shape():
    given, family = case(*PATIENT).texts[1], case(*PATIENT).texts[0]
    shapes = {
        "Élise Dubois": f"{given} {family}",
        "DUBOIS Élise": f"{family.upper()} {given}",
        "Dubois, Élise": f"{family}, {given}",
        "ELISE DUBOIS": f"{given} {family}".upper(),
        "élise dubois": f"{given} {family}".lower(),
        "É. Dubois": f"{given[0]}. {family}",
        "Dubois E.": f"{family} {given[0]}.",
        "E. D.": f"{given[0]}. {family[0]}.",
        "D. E.": f"{family[0]}. {given[0]}.",
        "ED": f"{given[0]}{family[0]}",
        "Dubois's": f"{family}'s",
        "Mme Dubois": f"Mme {family}",
    }
    assert {text: case(*PATIENT, said(text)).texts[-1] for text in shapes} == shapes


def test_the_same_person_has_one_surrogate_in_the_french_and_the_english_text():
    french, english = case(said("Élise Dubois"), said("Elise DUBOIS", lang=Lang.EN)).texts
    assert french.split()[0] == english.split()[0]
    assert french.split()[1].upper() == english.split()[1]


def test_namesakes_share_the_family_name_and_nothing_else():
    patient, doctor = case(said("Élise Dubois"), said("Paul Dubois", Phi.CLINICIAN)).texts
    assert patient.split()[1] == doctor.split()[1]
    assert patient.split()[0] != doctor.split()[0]


def test_a_given_name_keeps_its_gender():
    texts = case(said("Camille Dubois", gender="male"), said("Élise Morel")).texts
    assert [gender_of(fold(text.split()[0]), Lang.FR) for text in texts] == ["male", "female"]


def test_a_given_name_of_either_gender_gets_another_such():
    assert gender_of(fold(case(said("Camille", part=Part.GIVEN)).texts[0]), Lang.FR) == ""


def test_the_language_of_the_case_says_the_gender_of_a_name():
    jean = case(said("Jean Dubois")).texts[0].split()[0]
    joan = case(said("Jean Dubois", lang=Lang.EN)).texts[0].split()[0]
    assert gender_of(fold(jean), Lang.FR) == "male"
    assert gender_of(fold(joan), Lang.EN) == "female"


def test_a_compound_name_is_one_name_a_part():
    whole, half, short = case(
        said("Jean-Pierre Dubois-Morel"), said("Jean Pierre DUBOIS"), said("J.-P. Morel")
    ).texts
    first, second = whole.split()[0].split("-")
    assert half == f"{first} {second} {whole.split()[1].split('-')[0].upper()}"
    assert short == f"{first[0]}.-{second[0]}. {whole.split()[1].split('-')[1]}"


def test_a_typing_error_names_the_same_person():
    assert beside("Élise Dubios") == beside("Élise Dubois")
    assert beside("Duboiss") == beside("Dubois")
    assert beside("Dubios", Phi.CLINICIAN) != beside("Dubois")


def test_initials_follow_a_given_and_a_family_name_found_apart():
    given, family, initials = case(
        said("Élise", part=Part.GIVEN), said("Dubois", part=Part.FAMILY), said("E.D.")
    ).texts
    assert initials == f"{given[0]}.{family[0]}."


def test_initials_of_nobody_known_are_others():
    letters = beside("J. K.")
    assert re.fullmatch(r"[A-Z]\. [A-Z]\.", letters)
    assert letters[0] not in "JKED"


def test_an_ordinary_word_is_never_issued():
    first = case(said("Dubois", part=Part.FAMILY)).texts[0]
    other = case(said("Dubois", part=Part.FAMILY), forbidden={fold(first)})
    assert other.texts[0] != first
    assert not other.collisions


def test_a_value_of_the_case_is_never_issued_and_the_collision_is_told():
    first = case(said("Dubois", part=Part.FAMILY)).texts[0]
    both = case(said("Dubois", part=Part.FAMILY), said(first, Phi.CLINICIAN, part=Part.FAMILY))
    assert first not in both.texts
    assert both.collisions == ("family",)


def test_another_project_or_key_gives_other_names():
    mention = said("Dubois", part=Part.FAMILY)
    names = {
        case(mention).texts[0],
        case(mention, project="other").texts[0],
        case(mention, key=Key(bytes(32))).texts[0],
    }
    assert len(names) == 3


def test_a_person_is_the_same_in_another_case():
    alone = case(said("Dubois", part=Part.FAMILY)).texts[0]
    assert case(said("Paul Xarra"), said("Dubois", part=Part.FAMILY)).texts[1] == alone


def test_everything_issued_is_told():
    done = case(*PATIENT, said("E. Dubois"), said("Dinan", Phi.CITY))
    assert set(done.texts) <= set(done.issued)


def test_the_order_of_the_mentions_decides_nothing():
    mentions = (
        said("Élise Dubois"),
        said("Dubois", Phi.CLINICIAN),
        said("J. K.", Phi.NAME),
        said("CHU de Dinan", Phi.HOSPITAL),
        said("Dinan", Phi.CITY),
        said("elise@mail.fr", Phi.EMAIL),
    )
    assert (
        len(
            {
                tuple(sorted(zip((m.text for m in order), case(*order).texts, strict=True)))
                for order in list(permutations(mentions))[::17]
            }
        )
        == 1
    )


PROGRAM = """
from anonymizer.coreference import Mentioned
from anonymizer.key import Key
from anonymizer.phi import Lang, Phi
from anonymizer.surrogates import assign
texts = ["Elise Dubois", "J. K.", "Paul Morel", "Dubois", "Luc Morel", "Xarra"]
mentions = [Mentioned(t, Phi.NAME, Lang.FR) for t in texts]
mentions += [Mentioned(t, Phi.CITY, Lang.FR) for t in ("Dinan", "Redon", "Thiers")]
mentions += [Mentioned(t, Phi.HOSPITAL, Lang.FR) for t in ("CHU de Redon", "Clinique Xarra")]
done = assign(mentions, Key(bytes(32)), "")
print(ascii((done.texts, done.collisions, done.issued)))
"""


def test_every_hash_seed_gives_the_same_surrogates():
    outputs = {
        subprocess.run(  # noqa: S603 - the interpreter and a constant
            [sys.executable, "-c", PROGRAM],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2026")
    }
    assert len(outputs) == 1


def test_no_mention_needs_no_surrogate():
    assert case().texts == ()


def test_a_category_without_surrogates_gets_its_label():
    assert case(said("1234567", Phi.ID, kind="ipp")).texts == ("[IPP]",)


NAME = st.text("abcdefghilmnoprstuvéèïç", min_size=3, max_size=9).map(str.capitalize)
FAMILIES = st.lists(NAME, min_size=1, max_size=8, unique_by=fold)


@settings(max_examples=60, deadline=None)
@given(FAMILIES)
def test_no_surrogate_is_a_value_of_the_case_and_none_stands_for_two(families):
    mentions = [said(name, part=Part.FAMILY) for name in families]
    texts = [fold(text) for text in case(*mentions).texts]
    assert not set(texts) & {fold(name) for name in families}
    assert len(set(texts)) == len(texts)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("ABCDELMabcdelmé JK.-'", min_size=1, max_size=14),
            st.sampled_from(
                [Phi.PATIENT, Phi.NAME, Phi.CITY, Phi.HOSPITAL, Phi.ADDRESS, Phi.EMAIL, Phi.PHONE]
            ),
            st.sampled_from(Lang),
        ),
        max_size=6,
    )
)
def test_anything_written_gets_a_surrogate_twice_the_same(written):
    mentions = [said(*each) for each in written]
    assert case(*mentions) == case(*mentions)
    assert len(case(*mentions).texts) == len(mentions)


@pytest.mark.parametrize("text", ["Élise Dubois", "DUBOIS", "J.-P. Xarra", "Le Goff", "Xy"])
def test_no_word_of_the_original_is_left(text):
    left = set(re.findall(r"\w{2,}", fold(text))) & set(re.findall(r"\w{2,}", fold(beside(text))))
    assert not left


GOLDEN = (
    "Peltier",
    "Anastasie",
    "Alfred-Jérôme Peron",
    "Laetitia Reynaud",
    "Bayonne",
    "64100",
    "Hôpital Coste",
    "22, rue Lefèvre",
    "06 39 98 52 57",
    "anastasie.peltier@example.org",
)
