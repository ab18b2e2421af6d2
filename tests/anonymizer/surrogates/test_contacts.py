import re

import pytest

from anonymizer.coreference import Mentioned
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.phi import Lang, Part, Phi
from anonymizer.surrogates import assign

KEY = Key(bytes(range(32)))
PATIENT = (
    Mentioned("Dubois", Phi.PATIENT, Lang.FR, part=Part.FAMILY, owner="patient"),
    Mentioned("Jean-Pierre", Phi.PATIENT, Lang.FR, part=Part.GIVEN, owner="patient"),
)
FAMILY, GIVEN = (fold(text) for text in assign(PATIENT, KEY, "", ()).texts)
FIRST, SECOND = GIVEN.split("-")


def beside(text, category, lang=Lang.FR, kind=""):
    return assign((*PATIENT, Mentioned(text, category, lang, kind)), KEY, "", ()).texts[-1]


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("jean-pierre.dubois", f"{GIVEN}.{FAMILY}"),
        ("jeanpierredubois", f"{FIRST}{SECOND}{FAMILY}"),
        ("jp.dubois", f"{FIRST[0]}{SECOND[0]}.{FAMILY}"),
        ("j_dubois", f"{FIRST[0]}_{FAMILY}"),
        ("DUBOIS.JEAN", f"{FAMILY}.{FIRST}"),
        ("duboisj", f"{FAMILY}{FIRST[0]}"),
        ("dubois1962", FAMILY),
        ("secretariat-dubois", FAMILY),
    ],
)
def test_an_address_of_e_mail_names_the_surrogate_person(local, expected):
    assert beside(f"{local}@mail.fr", Phi.EMAIL) == f"{expected}@example.org"


def test_an_address_that_names_nobody_says_nothing():
    assert re.fullmatch(r"contact\.[0-9a-f]{6}@example\.org", beside("accueil@mail.fr", Phi.EMAIL))


def test_two_addresses_of_one_person_stay_two():
    mentions = [Mentioned(f"dubois@{d}.fr", Phi.EMAIL, Lang.FR) for d in ("xarra", "mail")]
    assert len(set(assign((*PATIENT, *mentions), KEY, "").texts)) == 4


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("01 42 34 56 78", r"01 99 00 \d\d \d\d"),
        ("02.99.28.43.21", r"02\.61\.91\.\d\d\.\d\d"),
        ("0388112233", r"035301\d{4}"),
        ("04-91-12-34-56", r"04-65-71-\d\d-\d\d"),
        ("05 56 12 34 56", r"05 36 49 \d\d \d\d"),
        ("06 12 34 56 78", r"06 39 98 \d\d \d\d"),
        ("07 12 34 56 78", r"06 39 98 \d\d \d\d"),
        ("08 02 27 31 85", r"01 99 00 \d\d \d\d"),
        ("+33 6 12 34 56 78", r"\+33 6 39 98 \d\d \d\d"),
        ("+33 (0)6 12 34 56 78", r"\+33 \(0\)6 39 98 \d\d \d\d"),
        ("0033612345678", r"003363998\d{4}"),
        ("020 7123 4567", r"020 7946 0\d{3}"),
        ("+44 7911 123456", r"\+44 7700 900\d{3}"),
        ("(212) 736-5000", r"\(\d{3}\) 555-01\d\d"),
        ("+1 212-736-5000", r"\+1 \d{3}-555-01\d\d"),
        ("poste 4512", r"\[téléphone\]"),
        ("+49 30 1234567", r"\[téléphone\]"),
    ],
)
def test_a_telephone_number_is_one_of_the_ranges_for_fiction(written, expected):
    assert re.fullmatch(expected, beside(written, Phi.PHONE))


def test_one_number_written_in_two_ways_has_one_surrogate():
    mentions = [
        Mentioned("06 12 34 56 78", Phi.PHONE, Lang.FR),
        Mentioned("+33612345678", Phi.PHONE, Lang.EN),
        Mentioned("06 12 34 56 79", Phi.PHONE, Lang.FR),
    ]
    first, same, other = (re.sub(r"\D", "", text)[-9:] for text in assign(mentions, KEY, "").texts)
    assert first == same != other


@pytest.mark.parametrize("written", ["2 85 05 78 006 084 36", "285052A006084 36", "2850578006084"])
def test_a_nir_keeps_its_layout_and_has_order_number_000(written):
    found = beside(written, Phi.ID, kind="nir")
    digits = found.replace(" ", "")
    assert [c == " " for c in found] == [c == " " for c in written]
    assert digits[10:13] == "000"
    assert digits[5:7] == "99"
    assert not digits[13:] or int(digits[13:]) == 97 - int(digits[:13]) % 97


def test_what_is_no_nir_gets_a_label():
    assert beside("12 34", Phi.ID, kind="nir") == "[NIR]"


@pytest.mark.parametrize("written", ["091 555 0123", "+353 91 555 0123"])
def test_an_irish_number_is_one_of_those_kept_for_drama(written):
    digits = "".join(char for char in beside(written, Phi.PHONE, Lang.EN) if char.isdigit())
    assert digits.removeprefix("353").lstrip("0").startswith("2091")


def test_a_french_number_in_an_english_letter_stays_french():
    assert beside("01 23 45 67 89", Phi.PHONE, Lang.EN).startswith("01 99 00 ")
