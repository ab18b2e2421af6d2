"""The wheel: everything a user needs, and no file of a patient that lies about the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LEFT = (".git", ".venv", ".cache", ".hypothesis", "out", "dist", "tests", "__pycache__")
PLANTED = ("samples/patient.yaml", "samples/scan.png", "samples/deeper/note.txt")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    checkout = tmp_path_factory.mktemp("build") / "casepress"
    shutil.copytree(TOP, checkout, ignore=shutil.ignore_patterns(*LEFT))
    for planted in PLANTED:
        path = checkout / planted
        path.parent.mkdir(exist_ok=True)
        path.write_text("A real patient's file.")
    built = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(checkout / "dist")],
        cwd=checkout,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert built.returncode == 0, built.stderr
    (found,) = (checkout / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def content(wheel) -> tuple[str, ...]:
    with zipfile.ZipFile(wheel) as archive:
        return tuple(archive.namelist())


def test_a_patient_file_that_git_ignores_is_not_in_the_wheel(content):
    assert not [name for name in content if Path(name).name in {Path(p).name for p in PLANTED}]


def test_templates_fonts_samples_and_lexicons_are_in_the_wheel(content):
    assert "generator/_data/samples/ileal-net.synthetic.yaml" in content
    assert any(name.startswith("generator/_data/templates/fonts/") for name in content)
    for folder, place in (("templates", "generator/_data/templates"), ("anonymizer/lexicon", None)):
        for path in sorted((TOP / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.relative_to(TOP / folder).as_posix()
                assert f"{place or folder}/{inside}" in content


def test_nothing_but_the_two_packages_is_in_the_wheel(content):
    tops = {name.split("/")[0] for name in content}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"anonymizer", "generator"}


def test_an_installed_wheel_runs_and_finds_its_templates(wheel, tmp_path):
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run(  # noqa: S603 - our own command
        [*pip, "--no-deps", "--no-index", "--no-compile", "--target", str(target), str(wheel)],
        check=True,
        timeout=120,
    )
    script = (
        "import generator, sys; from generator import resources;"
        "from generator.cli.shell import run;"
        "assert generator.__file__.startswith(sys.argv[1]), generator.__file__;"
        "assert str(resources.path('templates')).startswith(sys.argv[1]);"
        "sys.exit(run(['--version']))"
    )
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", script, str(target)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target)},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "casepress 0.1.0\n", "")
