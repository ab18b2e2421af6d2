"""Names and places met in one passage of a record are searched in all of them."""

from anonymizer.detect import detect_all
from anonymizer.passage import passage
from anonymizer.phi import Lang, Phi


def values(*texts):
    passages = tuple(passage(text, Lang.FR) for text in texts)
    return [
        [(each.text[s.start : s.end], s.category) for s in spans]
        for each, spans in zip(passages, detect_all(passages), strict=True)
    ]


def test_a_name_that_a_title_announces_is_found_bare_in_another_passage():
    first, second = values("Vue par le Dr Kervadec.", "Kervadec a proposé une biopsie.")
    assert first == second == [("Kervadec", Phi.CLINICIAN)]


def test_a_town_known_by_its_postcode_is_found_in_another_passage():
    _, second = values("8 rue Haute, 29999 Armezen", "Elle rentre vers Armezen ce soir.")
    assert second == [("Armezen", Phi.CITY)]


def test_a_profession_does_not_spread():
    _, second = values("Profession : boulanger.", "Un autre boulanger est cité.")
    assert ("boulanger", Phi.NAME) not in second
