import pytest

from anonymizer.labels import label
from anonymizer.phi import NOT_A_SPAN, QUASI, IdKind, Lang, Phi
from anonymizer.policy import POLICIES, PolicyName, Treatment

SPANS = [phi for phi in Phi if phi not in NOT_A_SPAN]


@pytest.mark.parametrize("name", PolicyName)
def test_a_policy_treats_every_category(name):
    assert set(POLICIES[name]) == set(SPANS)


@pytest.mark.parametrize("name", PolicyName)
def test_only_authors_and_indirect_identifiers_may_be_kept(name):
    kept = {phi for phi, treatment in POLICIES[name].items() if treatment is Treatment.KEEP}
    assert kept <= {Phi.AUTHOR, *QUASI}


@pytest.mark.parametrize("name", PolicyName)
def test_a_birth_date_is_never_exported(name):
    assert POLICIES[name][Phi.BIRTH_DATE] is Treatment.REMOVE


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("phi", SPANS)
def test_every_category_has_words_in_both_languages(phi, lang):
    assert label(phi, "", lang).startswith("[")
    assert label(phi, "", lang).endswith("]")


def test_a_number_says_its_register():
    assert label(Phi.ID, IdKind.NIR, Lang.FR) == "[NIR]"
