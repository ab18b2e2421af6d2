import pytest

from anonymizer.errors import SurrogatesExhaustedError
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.surrogates.draw import Rules, Wanted, draw
from anonymizer.surrogates.pools import families, gender_of, given, is_given, misleads

KEY = Key(bytes(range(32)))
POOL = ("Carlin", "Morvane", "Solane", "Tervel")


def rules(values=(), letters=()):
    return Rules(KEY, "", lambda _: False, frozenset(values), frozenset(letters))


def one(original, *, values=(), letters=(), pool=POOL):
    wanted = Wanted("family", original)
    return draw([wanted], lambda _: (pool,), rules(values, letters))[wanted]


def test_a_name_that_joins_the_pool_moves_no_other_one():
    before = {name: one(name) for name in ("dubois", "xarra", "petit", "huon")}
    after = {name: one(name, pool=(*POOL, "Yvarne")) for name in before}
    assert all(after[name] in {before[name], "Yvarne"} for name in before)


def test_a_surrogate_does_not_begin_like_its_original():
    assert one("solal") != "Solane"


@pytest.mark.parametrize("value", ["solane", "solan", "solanes", "solenne solane", "xsolanex"])
def test_what_looks_like_a_value_of_the_case_is_passed_over(value):
    names = {one(name, values=value.split()) for name in ("dubois", "xarra", "petit", "huon")}
    assert "Solane" not in names


def test_an_initial_that_the_case_writes_is_avoided_while_that_can_be():
    assert one("dubois", letters="cmt") == "Solane"
    assert one("dubois", letters="cmts") in POOL


def test_double_names_are_tried_when_no_single_one_is_left():
    originals = ("dubois", "xarra", "petit", "huon", "yvoux")
    wanted = [Wanted("family", name) for name in originals]
    names = draw(wanted, lambda _: (POOL,), rules()).names.values()
    assert len(set(names)) == 5
    assert sum("-" in name for name in names) == 1


def test_no_name_left_is_refused_without_showing_a_name():
    with pytest.raises(SurrogatesExhaustedError) as refused:
        one("dubois", pool=("Dubosc",))
    assert "dubo" not in str(refused.value).lower()


@pytest.mark.parametrize("lang", Lang)
def test_the_names_to_choose_from_are_many_and_none_is_both_given_and_family(lang):
    usable = [name for name in families(lang) if not misleads(fold(name))]
    assert len(usable) > 150
    assert not any(is_given(fold(name)) for name in usable)
    assert len(given(lang, "female")[0]) > 90
    assert len(given(lang, "male")[0]) > 35


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("gender", ["female", "male"])
def test_the_given_names_of_a_gender_are_of_that_gender(lang, gender):
    other = {"female": "male", "male": "female"}[gender]
    assert not any(gender_of(fold(name), lang) == other for name in given(lang, gender)[0])


@pytest.mark.parametrize("word", ["parkinson", "lynch", "hodgkin", "petit", "barrett"])
def test_an_eponym_or_ordinary_word_is_no_surrogate(word):
    assert not any(fold(name) == word for lang in Lang for name in families(lang))
