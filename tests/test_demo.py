"""The sample publishes whatever the key and the profile: what `make demo` shows never fails."""

import html
import re
from hashlib import sha256
from pathlib import Path

import pytest

from generator.cli.shell import run
from generator.report.model import Profile

SAMPLE = Path(__file__).parents[1] / "samples" / "ileal-net.synthetic.yaml"
LAYOUTS = ("fr", "en", "bilingual")
MARKUP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]+>", re.DOTALL)
SLIPS = re.compile(  # what a replacement that fits ill leaves behind
    r"\[date|\[nom|\[name|\b(?:de les?|à les?|des J|de un|the the|a the|an? another)\b| ,|,,|\(\)"
)


def text(page: Path) -> str:
    bare = re.sub(
        r"<(style|script)\b.*?</\1>|<[^>]+>", "", page.read_text("utf-8"), flags=re.DOTALL
    )
    return html.unescape(bare)


@pytest.fixture
def build(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C")

    def built(seed: str, *options: str) -> Path:
        key, out = tmp_path / "key", tmp_path / "out"
        key.touch(0o600)
        key.write_text(f"casepress-key-1 {sha256(seed.encode()).hexdigest()}\n", encoding="ascii")
        args = ("build", str(SAMPLE), "--out", str(out), "--key-file", str(key), *options)
        assert run(list(args)) == 0, capsys.readouterr().err
        return out

    return built


def slips(page: Path) -> list[str]:
    return [found[0] for found in SLIPS.finditer(text(page))]


@pytest.mark.parametrize("profile", Profile)
def test_the_sample_publishes_under_every_profile(build, profile):
    out = build(f"gneiss {profile}", "--profile", profile, "--format", "html")
    assert [slips(out / f"ileal-net.{layout}.html") for layout in LAYOUTS] == [[], [], []]
    for layout, said in (("fr", "sépare de J0, jour de l’év"), ("en", "from Day 0, the day of")):
        page = text(out / f"ileal-net.{layout}.html")
        assert (said in page) == (profile is Profile.JOURNAL)


@pytest.mark.parametrize("seed", ["lichen", "basalt"])
def test_the_sample_publishes_with_any_key(build, seed):
    out = build(seed, "--format", "html", "--lang", "fr")
    assert slips(out / "ileal-net.fr.html") == []


def test_the_sample_is_printed_as_well(build):
    out = build("schist", "--format", "pdf", "--lang", "en")
    assert (out / "ileal-net.en.pdf").read_bytes().startswith(b"%PDF-")
