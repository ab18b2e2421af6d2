import json
import re
import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from generator.case.terms import TextStatus
from generator.read.files import read_case
from generator.translate import xliff
from generator.translate.texts import texts
from generator.translate.work import Unit

IDENTITY = re.compile("Quatrefeuilles|Hyacinthe|Aubépin|local-17|4 mai 2021|2021-05-04")


def english(source: str) -> str:
    """Translate as a person would who keeps names and writes dates the English way."""
    months = {"janvier": "January", "mars": "March", "avril": "April", "mai": "May"}
    months |= {"février": "February", "juin": "June", "juillet": "July", "août": "August"}
    months |= {"septembre": "September", "octobre": "October", "novembre": "November"}
    months |= {"décembre": "December", "1er": "1"}
    said = {
        "Mme ": "Mrs ",
        " a été vue le ": " was seen on ",
        " par le ": " by ",
        "Elle prend 2,5 mg/j. de bisoprolol depuis ": "She has taken bisoprolol 2.5 mg/day since ",
        "Abdomen souple.": "Soft abdomen.",
        "Biopsie.": "Biopsy.",
        **months,
    }
    for french, word in said.items():
        source = source.replace(french, word)
    return source


def translate(path, state=TextStatus.TRANSLATED):
    work = xliff.read(path.read_bytes(), "case.xlf")
    units = tuple(replace(u, target=english(u.source), state=state) for u in work.units)
    path.write_bytes(xliff.write(replace(work, units=units)))


def test_no_translator_sees_an_identifier(casepress, case, tmp_path):
    out = tmp_path / "case.xlf"
    told = casepress("translate", "export", case, "-o", out)
    assert (told.code, told.out) == (0, ""), told.err
    text = out.read_text("utf-8")
    assert not IDENTITY.search(text)
    assert '<trans-unit id="narrative[0].text#2"' in text
    assert "Elle prend 2,5 mg/j. de bisoprolol depuis" in text
    assert "4 sentence(s), 0 with a translation" in told.err
    again = tmp_path / "again.xlf"
    assert casepress("translate", "export", case, "-o", again).code == 0
    assert again.read_bytes() == out.read_bytes()


def test_the_owners_case_gets_its_own_names_and_dates_back(casepress, case, tmp_path):
    file, out = tmp_path / "case.xlf", tmp_path / "translated.yaml"
    assert casepress("translate", "export", case, "-o", file).code == 0
    translate(file)
    told = casepress("translate", "import", case, file, "-o", out)
    assert told.code == 0, told.err
    assert out.stat().st_mode & 0o077 == 0
    found = texts(read_case(out))
    assert found["narrative[0].text"].en == (
        "Mrs Quatrefeuilles was seen on 4 May 2021 by Dr Aubépin. "
        "She has taken bisoprolol 2.5 mg/day since March 2019."
    )
    assert {text.status for text in found.values()} == {TextStatus.TRANSLATED}
    assert read_case(out).patient == read_case(case).patient
    twice = tmp_path / "twice.yaml"
    told = casepress("translate", "import", out, file, "-o", twice)
    assert "as they were: 3" in told.err
    assert twice.read_bytes() == out.read_bytes()


def test_what_is_published_is_what_was_translated_with_a_badge_until_it_is_reviewed(
    casepress, case, tmp_path
):
    file, out = tmp_path / "case.xlf", tmp_path / "translated.yaml"
    assert casepress("translate", "export", case, "-o", file).code == 0
    translate(file, TextStatus.NEEDS_REVIEW)
    assert casepress("translate", "import", case, file, "-o", out).code == 0
    told = casepress("build", out, "--lang", "en", "--format", "html", "--out", tmp_path / "out")
    assert told.code == 0, told.err
    page = (tmp_path / "out" / "one-case.en.html").read_text("utf-8").replace("\u00a0", " ")
    sentence = xliff.read(file.read_bytes(), "x").units[1].target
    assert sentence.startswith("Mrs ")
    assert sentence in page
    assert "to be reviewed" in page.lower()


def test_a_de_identified_case_stays_one(casepress, case, tmp_path):
    safe, file, out = (tmp_path / name for name in ("safe.yaml", "safe.xlf", "done.yaml"))
    assert casepress("anonymize", case, "-o", safe).code == 0
    assert casepress("translate", "export", safe, "-o", file).code == 0
    translate(file)
    assert casepress("translate", "import", safe, file, "-o", out).code == 0
    assert read_case(out).deidentified is not None
    assert "Soft abdomen." in out.read_text("utf-8")
    assert not IDENTITY.search(out.read_text("utf-8"))


def test_a_changed_sentence_is_told_and_a_memory_carries_the_others_over(casepress, case, tmp_path):
    file, out = tmp_path / "case.xlf", tmp_path / "out.yaml"
    assert casepress("translate", "export", case, "-o", file).code == 0
    translate(file)
    case.write_text(case.read_text("utf-8").replace("2,5 mg/j.", "5 mg/j."), encoding="utf-8")
    told = casepress("translate", "import", case, file, "-o", out)
    assert told.code == 0
    assert "narrative[0].text#2: the source changed" in told.err
    assert "texts brought back: 2" in told.err
    assert texts(read_case(out))["narrative[0].text"].en is None
    more = tmp_path / "more.xlf"
    told = casepress("translate", "export", case, "--memory", file, "-o", more)
    assert told.code == 0, told.err
    states = [(unit.target != "", unit.state) for unit in xliff.read(more.read_bytes(), "x").units]
    assert states[2] == (False, TextStatus.NEEDS_TRANSLATION)  # it tells a date: not adapted
    assert states[:2] + states[3:] == [(True, TextStatus.TRANSLATED)] * 3


def test_the_work_of_another_case_is_refused_and_nothing_written(casepress, case, tmp_path):
    file, out = tmp_path / "case.xlf", tmp_path / "out.yaml"
    assert casepress("translate", "export", case, "-o", file).code == 0
    translate(file)
    case.write_text(
        "id: other\nlanguage: fr\nnarrative:\n  - {kind: history, text: {fr: Une toux.}}\n",
        encoding="utf-8",
    )
    told = casepress("translate", "import", case, file, "-o", out)
    assert told.code == 1
    assert "no text could come back" in told.err
    assert not out.exists()


def test_a_translation_whose_names_cannot_be_put_back_is_refused(casepress, case, tmp_path):
    file, out = tmp_path / "case.xlf", tmp_path / "out.yaml"
    assert casepress("translate", "export", case, "-o", file).code == 0
    translate(file)
    work = xliff.read(file.read_bytes(), "x")
    name = "Mrs Vandenbroucke, born Thistlewood, was seen by Dr Ravenscroft."
    units = (work.units[0], replace(work.units[1], target=name), *work.units[2:])
    file.write_bytes(xliff.write(replace(work, units=units)))
    told = casepress("translate", "import", case, file, "-o", out)
    assert told.code == 0
    assert "narrative[0].text#1: its names and dates cannot be put back" in told.err
    assert "Ravenscroft" not in told.err + out.read_text("utf-8")
    assert "Soft abdomen." in out.read_text("utf-8")


def test_a_case_without_a_code_of_its_own_needs_one(casepress, case, tmp_path):
    case.write_text(case.read_text("utf-8").replace("id: local-17\n", ""), encoding="utf-8")
    out = tmp_path / "case.xlf"
    told = casepress("translate", "export", case, "-o", out)
    assert told.code == 2
    assert "--patient" in told.err
    assert casepress("translate", "export", case, "--patient", "p", "-o", out).code == 0


class Server(BaseHTTPRequestHandler):
    answer = staticmethod(lambda body: {"translatedText": [english(q) for q in body["q"]]})
    asked: list[str]
    status = 200

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(body)
        data = json.dumps(self.server.answer(json.loads(body))).encode()
        self.send_response(self.server.status)
        self.send_header("Location", "http://192.0.2.1/translate")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def service(answer=Server.answer, status=200):
    with HTTPServer(("127.0.0.1", 0), Server) as server:
        server.asked, server.answer, server.status = [], answer, status
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server, f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_machine_sees_de_identified_sentences_and_its_words_are_to_be_reviewed(
    casepress, case, tmp_path, monkeypatch
):
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")  # never asked
    out = tmp_path / "case.xlf"
    with service() as (server, url):
        told = casepress("translate", "export", case, "--machine", url, "-o", out)
    assert told.code == 0, told.err
    assert len(server.asked) == 1
    assert not IDENTITY.search(server.asked[0].encode().decode("unicode_escape"))
    units = xliff.read(out.read_bytes(), "x").units
    assert {(unit.state, unit.origin) for unit in units} == {
        (TextStatus.NEEDS_REVIEW, "leveraged-mt")
    }
    done = tmp_path / "done.yaml"
    assert casepress("translate", "import", case, out, "-o", done).code == 0
    found = texts(read_case(done))
    assert {text.status for text in found.values()} == {TextStatus.NEEDS_REVIEW}
    assert "4 May 2021 by Dr Aubépin" in (found["narrative[0].text"].en or "")


def test_a_machine_that_says_an_original_name_is_not_believed(casepress, case, tmp_path):
    def answer(body):
        return {"translatedText": ["Mrs Quatrefeuilles was seen on 4 May 2021." for _ in body["q"]]}

    out = tmp_path / "case.xlf"
    with service(answer) as (_, url):
        told = casepress("translate", "export", case, "--machine", url, "-o", out)
    assert told.code == 0, told.err
    assert not IDENTITY.search(out.read_text("utf-8"))
    units = xliff.read(out.read_bytes(), "x").units
    assert all(unit == Unit(unit.id, unit.source) for unit in units)


@pytest.mark.parametrize("status", [302, 307, 404, 500])
def test_a_service_that_refuses_or_sends_elsewhere_ends_the_work(casepress, case, tmp_path, status):
    out = tmp_path / "case.xlf"
    with service(status=status) as (server, url):
        told = casepress("translate", "export", case, "--machine", url, "-o", out)
    assert told.code == 1
    assert "cannot be reached, or refuses" in told.err
    assert len(server.asked) == 1  # no second attempt
    assert not out.exists()


def test_a_service_that_is_not_there_ends_the_work(casepress, case, tmp_path):
    with service() as (_, url):
        pass
    told = casepress("translate", "export", case, "--machine", url, "-o", tmp_path / "case.xlf")
    assert told.code == 1
    assert not (tmp_path / "case.xlf").exists()


def test_without_leave_nothing_is_sent_to_another_computer(casepress, case, tmp_path):
    url = "http://translate.example.org"
    told = casepress("translate", "export", case, "--machine", url, "-o", tmp_path / "case.xlf")
    assert told.code == 2
    assert "--allow-host" in told.err


def test_a_folder_is_a_memory_and_its_other_files_are_left_alone(casepress, case, tmp_path):
    folder = tmp_path / "memory"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / "team.tmx").write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>Abdomen souple.</seg></tuv>'
        '<tuv xml:lang="en"><seg>Soft abdomen.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    told = casepress("translate", "export", case, "--memory", folder)
    assert told.code == 0, told.err
    assert '<target state="translated" state-qualifier="exact-match">Soft abdomen.' in told.out


@pytest.mark.parametrize("command", ["export", "import"])
def test_help_shows_examples_in_both_languages(casepress, command):
    told = casepress("translate", command, "--help")
    assert told.code == 0
    assert f"casepress translate {command} case.yaml" in told.out
    assert "Exemple" in told.out
