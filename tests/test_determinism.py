"""The same case and key give the same bytes, whatever the process and its hash seed."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.errors import AlreadyDeidentifiedError
from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import Anonymized, anonymize, anonymize_text
from anonymizer.policy import PolicyName

from generator.case.model import Case, Deidentified
from generator.cli.shell import run
from generator.read.files import read_case
from generator.read.write import dump_json

TOP = Path(__file__).parents[1]
TODAY = date(2026, 1, 5)
SCRIPT = "import sys; from generator.cli.shell import run; sys.exit(run(sys.argv[1:]))"
CASE = """\
id: local-41
slug: toux
language: fr
index_event: 2019-03-06
title: {fr: Une toux prolongée, en: A prolonged cough}
patient:
  given: Hyacinthe
  family: Quatrefeuilles
  sex: female
  birth_date: 1957-02-03
  phones: [06 39 98 17 52]
  address: {street: 4 venelle des Sauniers, postcode: 29999, city: Trémarzec}
clinicians:
  - {role: surgeon, given: Aldric, family: Vorbasquin, sex: male}
  - {role: oncologist, given: Solange, family: Lusptivoire, sex: female}
places:
  - hospital: Centre hospitalier de Trémarzec
labs:
  - {analyte: {fr: calcium, en: calcium}, value: "2.60", unit: mmol/L}
events:
  - {date: 2019-03-06, kind: encounter, text: {fr: Première visite., en: First visit.}}
  - {date: 2019-04, kind: treatment, text: {fr: Traitement., en: Treatment.}}
narrative:
  - kind: history
    text:
      fr: >-
        Mme Quatrefeuilles (IPP : 8004417725), de Trémarzec, a été vue le 6 mars 2019 par le
        Dr Vorbasquin, le Dr S. Lusptivoire et Mme Odette Jasqnodier, puis en avril 2019.
      en: >-
        Mrs Quatrefeuilles (IPP: 8004417725) was seen on 6 March 2019 by Dr Vorbasquin and
        Dr Plencurbois, then in April 2019.
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "toux.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "key").write_text(f"casepress-key-1 {'2a' * 32}\n")
    (tmp_path / "key").chmod(0o600)
    return tmp_path


def sums(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_two_processes_with_two_hash_seeds_give_the_same_seven_files(folder):
    made = []
    for seed in ("1", "4242"):
        out = folder / f"out-{seed}"
        args = ["build", "toux.yaml", "--key-file", "key", "--out", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", SCRIPT, *args],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
            timeout=60,
        )
        made.append(sums(out))
    assert len(made[0]) == 7
    assert made[0] == made[1]


def test_the_folder_that_a_case_lies_in_changes_no_byte(folder, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "dossier é"
    elsewhere.mkdir()
    (elsewhere / "autre nom.yaml").write_text(CASE, encoding="utf-8")
    options = ("--key-file", str(folder / "key"), "--format", "html")
    monkeypatch.chdir(folder)
    assert run(["build", "toux.yaml", "--out", "a", *options]) == 0
    assert run(["build", str(elsewhere / "autre nom.yaml"), "--out", "b", *options]) == 0
    assert sums(folder / "a") == sums(folder / "b")


def test_another_key_or_another_patient_gives_other_names(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "other").write_text(f"casepress-key-1 {'17' * 32}\n")
    (folder / "other").chmod(0o600)
    pages = set()
    for options in (("--key-file", "key"), ("--key-file", "other")):
        args = ["build", "toux.yaml", "--out", "out", "--format", "html", "--lang", "fr"]
        assert run([*args, *options]) == 0
        pages.add((folder / "out" / "toux.fr.html").read_bytes())
    assert len(pages) == 2


def treated(text: str, policy: PolicyName) -> str:
    return anonymize_text(
        text, lang=Lang.FR, policy=policy, key=Key(bytes(32)), patient="p", today=TODAY
    ).record


TEXTS = (
    "Mme Odette Jasqnodier, 94 ans, vue le 6 mars 2019 par le Dr Vorbasquin, puis en avril 2019.",
    "IPP : 8004417725, tél. 06 39 98 17 52, NIR 2 57 02 29 999 000 37.",
    "Domicile : 4 venelle des Sauniers, 29999 Trémarzec. Vue au Centre hospitalier de Trémarzec.",
    "Octreotide LAR 30 mg de mai 2015 à février 2016, Ki-67 à 15 %, maladie de Parkinson.",
    "Revue les 3 et 17 mai 2019, du 2 au 9 juin, 04/07/19, 05.08.2019, fumeuse jusqu’en 2011.",
    "Elle vit à l’EHPAD Les Tilleuls, puis à l’EHPAD de Trémarzec ; suivie à la clinique Vorbas.",
    "Le résumé, https://dossier.example/jasqnodier, par o.j@abc.example, est pour Mme Jasqnodier.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_redacting_twice_changes_nothing_more(text):
    once = treated(text, PolicyName.REDACT)
    assert treated(once, PolicyName.REDACT) == once


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=6), st.sampled_from([" ", "\n", "\n\n", " ; "]))
def test_redacting_twice_changes_nothing_more_whatever_stands_side_by_side(texts, between):
    once = treated(between.join(texts), PolicyName.REDACT)
    assert treated(once, PolicyName.REDACT) == once


@pytest.mark.parametrize(
    "path", sorted((TOP / "samples").glob("*.synthetic.txt")), ids=lambda path: path.name
)
def test_redacting_a_sample_twice_changes_nothing_more(path):
    once = treated(path.read_text(encoding="utf-8"), PolicyName.REDACT)
    assert treated(once, PolicyName.REDACT) == once


def once_more(case: Case) -> Anonymized[Case]:
    return anonymize(
        case,
        lang=Lang.FR,
        policy=PolicyName.REDACT,
        key=Key(bytes(32)),
        patient="p",
        today=TODAY,
    )


def test_an_anonymized_case_is_refused_a_second_time(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    assert run(["anonymize", "toux.yaml", "--key-file", "key", "-o", "safe.yaml"]) == 0
    for command in (["anonymize", "safe.yaml", "-o", "again"], ["build", "safe.yaml"]):
        capsys.readouterr()
        assert run([*command, "--key-file", "key"]) == 1
        told = capsys.readouterr().err
        assert "Quatrefeuilles" not in told
        assert "deidentified" in told
    assert not (folder / "again").exists()
    assert not (folder / "out").exists()
    with pytest.raises(AlreadyDeidentifiedError):
        once_more(read_case(folder / "safe.yaml"))


def test_the_mark_alone_makes_a_case_refused(folder):
    case = read_case(folder / "toux.yaml")
    marked = replace(case, deidentified=Deidentified(policy="redact", version="0"))
    with pytest.raises(AlreadyDeidentifiedError):
        once_more(marked)


def test_the_text_of_an_anonymized_case_is_the_same_in_each_run(folder):
    case = read_case(folder / "toux.yaml")
    assert dump_json(once_more(case).record) == dump_json(once_more(case).record)
