"""French and English are told apart; what is neither is asked."""

import pytest

from anonymizer.phi import Lang

from generator.errors import UnknownLanguageError
from generator.read.language import language, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Homme de 54 ans, fumeur.", Lang.FR),
        ("Patiente âgée de 30 ans, sans antécédent.", Lang.FR),
        ("A 54-year-old man was admitted with pain.", Lang.EN),
        ("The patient had no fever.", Lang.EN),
        ("Na 133 mmol/L, K 2.5 mmol/L", None),
        ("", None),
        ("Le patient est venu avec une douleur. The patient was seen with pain.", None),
    ],
)
def test_a_text_is_french_or_english_or_asked(text, expected):
    assert language(text) is expected


def test_a_text_of_no_clear_language_is_refused_with_the_remedy():
    with pytest.raises(UnknownLanguageError, match="--lang"):
        told("Na 133", "note.txt")
