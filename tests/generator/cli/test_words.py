import pytest

from anonymizer.phi import Lang

from generator.cli.words import complain, printable, spoken


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, Lang.EN),
        ({"LANG": "fr_FR.UTF-8"}, Lang.FR),
        ({"LANG": "C.UTF-8"}, Lang.EN),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_CA"}, Lang.FR),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, Lang.EN),
        ({"LC_MESSAGES": "fr", "LANG": "en_GB.UTF-8"}, Lang.FR),
        ({"LC_ALL": "FR_fr"}, Lang.FR),
        ({"LC_ALL": "fy_NL.UTF-8"}, Lang.EN),
    ],
)
def test_the_locale_decides_the_language_of_messages(environ, lang):
    assert spoken(environ) is lang


def test_a_message_goes_to_standard_error_after_the_name_of_the_program(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    complain("case.yaml: empty.")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    complain("case.yaml : vide.")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "casepress: case.yaml: empty.\ncasepress\u00a0: case.yaml\u00a0: vide.\n"


def test_a_terminal_is_shown_no_control_sign_and_no_broken_character():
    assert printable("a\x1b[31m\x07\udcffb\u202fc") == "a\ufffd[31m\ufffd?b\u202fc"
