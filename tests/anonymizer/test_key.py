import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.errors import KeyFormatError
from anonymizer.key import Key, line, parse

SECRETS = st.binary(min_size=32, max_size=32)


@given(SECRETS)
def test_a_written_key_reads_back(secret):
    assert parse(line(Key(secret))) == Key(secret)


@given(SECRETS)
def test_a_key_never_shows_itself(secret):
    assert secret.hex() not in repr(Key(secret))


@given(SECRETS, st.text(), st.text())
def test_parts_never_run_together(secret, one, other):
    key = Key(secret)
    assert key.digest(one, other) != key.digest(one + other)


def test_another_key_gives_other_numbers():
    assert Key(b"a" * 32).number("nom") != Key(b"b" * 32).number("nom")


@pytest.mark.parametrize(
    "text",
    ["", "casepress-key-1", "casepress-key-1 " + "g" * 64, "casepress-key-2 " + "0" * 64],
)
def test_what_is_no_key_is_refused_without_being_shown(text):
    with pytest.raises(KeyFormatError) as refused:
        parse(text)
    assert "g" * 64 not in str(refused.value)
    assert "0" * 64 not in str(refused.value)
