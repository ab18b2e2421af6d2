"""Letters written around narratives, by benchmarks/letters.py: their gold must be beyond doubt."""

import importlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
LANGUAGES = ("fr", "en")
PEOPLE = {"PATIENT", "CLINICIAN", "RELATIVE", "NAME"}
PLACES = {"ADDRESS", "POSTCODE", "CITY", "REGION", "COUNTRY", "HOSPITAL"}
REACHED = {"PHONE", "EMAIL", "URL", "ID"}
LABELS = PEOPLE | PLACES | REACHED | {"DATE", "BIRTH_DATE", "AGE"}
LABELS |= {"PROFESSION", "NATIONALITY", "TRIAL"}


@pytest.fixture(scope="module")
def letters():
    """Import the script as it runs: with its folder on the path, and off it again afterwards."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        yield importlib.import_module("letters")
    finally:
        sys.path.remove(str(BENCHMARKS))
        for name in ("letters", "casting"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module", params=LANGUAGES)
def rows(letters, request):
    """Give enough letters for each frame to be met with several narratives."""
    lang = request.param
    return list(letters.rows(lang, letters.narratives([], lang), 150, 7))


def facts(lang):
    return json.loads((BENCHMARKS / "letters" / f"identities_{lang}.json").read_text("utf-8"))


def outside(row):
    """Return the text without its spans, each replaced by a sign that is in no word."""
    text = list(row["text"])
    for start, end, _ in row["spans"]:
        text[start:end] = "\0" * (end - start)
    return "".join(text)


def stands(value, text):
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text) is not None


def test_spans_follow_each_other_and_cover_whole_words_of_a_known_label(rows):
    for row in rows:
        end = 0
        for start, stop, label in row["spans"]:
            value = row["text"][start:stop]
            assert end <= start < stop, row["id"]
            assert label in LABELS, row["id"]
            assert value == value.strip(), row["id"]
            assert "\n" not in value, row["id"]
            end = stop


def test_the_names_that_were_drawn_stand_in_spans_and_nowhere_else(rows):
    known = facts(rows[0]["lang"])["people"]
    words = {name for each in known if each[4:] for name in each[:2]}
    for row in rows:
        rest = outside(row)
        every = {row["text"][a:b] for a, b, label in row["spans"] if label in PEOPLE}
        names = {name for name in every if len(name) > 2 and name.title() not in words}
        assert names - words, row["id"]
        assert not [name for name in names - words if stands(name, rest)], row["id"]


def test_no_contact_number_or_day_stands_outside_a_span_of_its_own(rows):
    kinds = {"PHONE", "EMAIL", "ADDRESS", "ID", "BIRTH_DATE", "HOSPITAL"}
    for row in rows:
        rest = outside(row)
        values = {row["text"][a:b] for a, b, label in row["spans"] if label in kinds}
        assert not [value for value in values if stands(value, rest)], row["id"]


def test_no_slot_is_left_open_in_any_letter(rows):
    assert not [row["id"] for row in rows if re.search(r"\{|\}|\?\?|[#%^]\d*[#^]", row["text"])]


def test_stretches_of_the_narrative_hold_no_span_and_give_it_back_whole(letters, rows):
    lang = rows[0]["lang"]
    texts = letters.narratives([], lang)
    for number, row in enumerate(rows):
        copied = row["narrative"]
        assert "".join(row["text"][a:b] for a, b in copied) == texts[number % len(texts)]
        crossing = [s for s in row["spans"] for a, b in copied if s[0] < b and a < s[1]]
        assert not crossing, row["id"]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(letters, capsys):
    def printed(*arguments):
        assert letters.main([*arguments, "--count", "40"]) == 0
        return capsys.readouterr().out

    first = printed("--lang", "en", "--seed", "3")
    assert printed("--lang", "en", "--seed", "3") == first
    assert printed("--lang", "en", "--seed", "4") != first


def test_every_row_is_one_line_of_json_with_its_own_id(letters, capsys):
    letters.main(["--lang", "fr", "--count", "70"])
    lines = capsys.readouterr().out.splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == 70
    assert {tuple(row) for row in rows} == {("id", "text", "lang", "spans", "narrative")}


def test_a_woman_of_a_folders_narrative_gets_a_womans_title(letters, tmp_path, capsys):
    told = "Une patiente de 41 ans tousse. Elle fume beaucoup. Le scanner est normal.\n"
    (tmp_path / "one.txt").write_text(told, encoding="utf-8")
    (tmp_path / "notes.csv").write_text("not a narrative", encoding="utf-8")
    letters.main([str(tmp_path), "--count", "60"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    before = [row["text"][: s[0]] for row in rows for s in row["spans"] if s[2] == "PATIENT"]
    assert any(text.endswith("Mme ") for text in before)
    assert not any(text.endswith((" M. ", "\nM. ", "Monsieur ")) for text in before)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_left_out_because_a_sentence_holds_the_name(letters, lang):
    found = letters.rows(lang, letters.narratives([], lang), 300, 1)
    drawn = {row["text"][a:b] for row in found for a, b, label in row["spans"] if label in PEOPLE}
    every = "\n".join(drawn)
    assert not [each[:2] for each in facts(lang)["people"] if each[1] not in every]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_people_places_frames_sentences_and_narratives(letters, lang):
    known, folder = facts(lang), BENCHMARKS / "letters"
    towns = [town for country in known["countries"].values() for town in country["TOWNS"]]
    frames = letters.sections((folder / f"frames_{lang}.md").read_text("utf-8"))
    sentences = letters.SENTENCE.findall((folder / f"sentences_{lang}.md").read_text("utf-8"))
    assert len({tuple(each[:2]) for each in known["people"]}) >= 150
    assert len({town[0] for town in towns}) >= 60
    assert len({head.split(" | ")[0] for head, _ in frames}) == len(frames) >= 30
    assert all(body.count("{NARRATIVE}") == 1 for _, body in frames)
    assert len(set(sentences)) == len(sentences) >= 60
    assert len(letters.narratives([], lang)) >= {"fr": 10, "en": 25}[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_sentences_and_all_frames_and_labels_are_met(letters, lang):
    found = list(letters.rows(lang, letters.narratives([], lang), 150, 7))
    assert len({row["id"].split(" ")[1] for row in found}) >= 30
    assert set(Counter(s[2] for row in found for s in row["spans"])) == LABELS


@pytest.mark.parametrize(
    ("kind", "digits", "check"),
    [("nhs", "943476591", "9"), ("nir", "2550814168025", "38"), ("luhn", "7992739871", "3")],
)
@pytest.mark.usefixtures("letters")
def test_numbers_end_in_the_check_digits_of_their_kind(kind, digits, check):
    assert getattr(sys.modules["casting"], kind)([int(sign) for sign in digits]) == check
