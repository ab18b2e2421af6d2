import json

import pytest

from anonymizer.phi import Lang

from generator.case.terms import TextStatus
from generator.errors import WrongUsageError
from generator.translate.machine import (
    MACHINE,
    Machine,
    MachineError,
    Service,
    machine,
    translated,
)
from generator.translate.work import Unit, Work

LIBRE = Machine(Service.LIBRETRANSLATE, "http://127.0.0.1:5000")
OPENAI = Machine(Service.OPENAI, "http://127.0.0.1:8080", "small")
UNITS = (
    Unit("title#1", "Toux **sèche**."),
    Unit("title#2", "Fièvre."),
    Unit("title#3", "Toux **sèche**."),
    Unit("title#4", "Frissons.", "Chills.", TextStatus.FINAL),
)
WORK = Work(Lang.FR, Lang.EN, "case", UNITS)
ENGLISH = {"Toux **sèche**.": "**Dry** cough.", "Fièvre.": " Fever.\n"}


def test_libretranslate_is_asked_for_each_missing_sentence_once():
    asked = []

    def post(url, data):
        asked.append((url, json.loads(data)))
        return json.dumps({"translatedText": [ENGLISH[q] for q in asked[-1][1]["q"]]}).encode()

    units = translated(WORK, LIBRE, post).units
    assert asked == [
        (
            "http://127.0.0.1:5000/translate",
            {"q": list(ENGLISH), "source": "fr", "target": "en", "format": "text"},
        )
    ]
    assert [unit.target for unit in units] == [
        *("**Dry** cough.", "Fever.", "**Dry** cough.", "Chills.")
    ]
    assert {(u.state, u.origin) for u in units[:3]} == {(TextStatus.NEEDS_REVIEW, MACHINE)}
    assert units[3] == UNITS[3]


def test_an_openai_service_is_asked_one_sentence_at_a_time():
    asked = []

    def post(url, data):
        asked.append((url, json.loads(data)))
        said = ENGLISH[asked[-1][1]["messages"][1]["content"]]
        return json.dumps({"choices": [{"message": {"content": said}}]}).encode()

    units = translated(WORK, OPENAI, post).units
    assert [unit.target for unit in units[:2]] == ["**Dry** cough.", "Fever."]
    assert [url for url, _ in asked] == ["http://127.0.0.1:8080/v1/chat/completions"] * 2
    assert asked[0][1]["model"] == "small"
    assert "from French into English" in asked[0][1]["messages"][0]["content"]


def test_an_answer_that_loses_a_sign_or_says_nothing_leaves_the_sentence_to_a_person():
    answers = json.dumps({"translatedText": ["Dry cough.", " "]}).encode()
    assert translated(WORK, LIBRE, lambda *_: answers) == WORK


@pytest.mark.parametrize(
    "answer",
    [
        *(b"", b"<html>", b"[]", b"{}", b"\xff", b'{"translatedText": ["one"]}'),
        *(b'{"translatedText": [1, 2]}', b'{"translatedText": null}', b'{"translatedText": "ab"}'),
    ],
)
def test_an_answer_of_another_kind_is_refused(answer):
    with pytest.raises(MachineError):
        translated(WORK, LIBRE, lambda *_: answer)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:5000/", "http://localhost:5000", "http://[::1]:80/api", "https://127.1.2.3"],
)
def test_a_service_of_this_computer_needs_no_leave(url):
    assert machine(url, Service.OPENAI, "m", ()).url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        *("http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org"),
        *("http://10.0.0.1", "http://0.0.0.0:5000", "http://127.0.0.1@example.org"),
        *("file:///etc/passwd", "127.0.0.1:5000", "http://", "http://[::1", "http://localhost:x"),
        *("http://localhost?x=http://127.0.0.1", "http://user:word@localhost"),
    ],
)
def test_any_other_address_is_refused(url):
    with pytest.raises(WrongUsageError):
        machine(url, Service.LIBRETRANSLATE, "m", ())


def test_a_host_is_allowed_by_its_very_name():
    url = "https://translate.example.org:5000"
    assert machine(url, Service.OPENAI, "m", ("Translate.example.org",)).url == url
    with pytest.raises(WrongUsageError):
        machine(url, Service.OPENAI, "m", ("example.org",))
