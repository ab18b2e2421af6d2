"""The gender that the words around a name say."""

import pytest

from anonymizer.gender import gender, titled


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        *(("Mme {}", "female"), ("M. {}", "male"), ("Mrs {}", "female"), ("Mr. {}", "male")),
        *(("sa fille {}", "female"), ("son mari {}", "male"), ("his wife {}", "female")),
        *(("{} est née", "female"), ("{} est né", "male"), ("{}, 54 ans, est suivie", "female")),
        *(("{} a été vacciné", "male"), ("{}, a 54-year-old woman", "female")),
        *(("{} va bien", ""), ("{} est aussi", ""), ("nodule de 12 mm. {}", ""), ("Dr {}", "")),
        *(
            ("Patiente : {}", "female"),
            ("votre patient {} va bien", "male"),
            ("your patient {}", ""),
        ),
        *(
            ("{}, sexe : F", "female"),
            ("Prénom : {}\nSexe : M", "male"),
            ("{} (F), 54 ans", "female"),
        ),
        *(("{}\nDr Roy, sexe : F", ""), ("{}. Sex: F", ""), ("{} (HTA)", "")),
        *(("{} est stable", ""), ("le stade M, {}", "")),
    ],
)
def test_titles_kinship_and_agreement_say_a_gender(sentence, said):
    start = sentence.index("{")
    text = sentence.format("Sacha")
    assert gender(text, start, start + 5) == said


def test_a_kinship_is_no_title():
    assert titled("Mme Sacha", 4)
    assert not titled("sa fille Sacha", 9)
