"""README: its commands run, its case builds, its options exist, its links lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
import typer

from generator.cli.app import app

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "THIRD_PARTY.md")
BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
CASEPRESS = Path(sys.executable).with_name("casepress")
SECRETS = "Corbrisse|Vastier|Brévelan|0012345|12 mars 2024|12 March 2024|2024-03-12"


def blocks(kind: str) -> list[str]:
    return [found["body"] for found in BLOCK.finditer(README) if found["kind"] == kind]


def commands() -> list[str]:
    """Return each command of the blocks that are not marked install, without its comment."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line.partition("#")[0].strip() for line in lines if line.strip()]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "LANG": "C.UTF-8"}
    return subprocess.run(  # noqa: S603 - the commands are those of README
        command, cwd=folder, env={**os.environ, **home}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the samples and the case that README shows."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(TOP / "samples", made / "samples")
    (case,) = blocks("yaml")
    (made / "case.yaml").write_text(case, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def ran(folder: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """Run every command of README, in its order."""
    return {command: run([str(CASEPRESS), *command.split()[1:]], folder) for command in commands()}


def test_every_command_of_readme_does_what_it_says(
    ran: dict[str, subprocess.CompletedProcess[str]],
):
    assert len(ran) >= 8
    failed = {command: done.returncode for command, done in ran.items() if done.returncode}
    assert failed == {}


def test_the_case_of_readme_gives_the_seven_files_that_it_promises(
    ran: dict[str, subprocess.CompletedProcess[str]], folder: Path
):
    assert ran
    written = sorted(path.name for path in (folder / "out").glob("thiazide-hyponatraemia.*"))
    assert written == sorted(
        [
            f"thiazide-hyponatraemia.{layout}.{suffix}"
            for layout in ("fr", "en", "bilingual")
            for suffix in ("html", "pdf")
        ]
        + ["thiazide-hyponatraemia.audit.json"]
    )
    for page in (folder / "out").glob("thiazide-hyponatraemia.*.html"):
        assert not re.search(SECRETS, page.read_text(encoding="utf-8")), page.name


def test_every_command_and_option_that_readme_names_exists():
    cli = typer.main.get_command(app)
    assert isinstance(cli, typer.core.TyperGroup)
    everything = [cli, *cli.commands.values()]
    known = {name for command in everything for option in command.params for name in option.opts}
    named = re.findall(r"(?<![\w-])--[a-z][a-z-]+", BLOCK.sub(installs_removed, README))
    assert set(named) - known - {"--help"} == set()
    assert {name for line in commands() for name in line.split()[1:2]} <= set(cli.commands)


def test_readme_explains_every_command():
    cli = typer.main.get_command(app)
    assert isinstance(cli, typer.core.TyperGroup)
    rows = re.findall(r"^\| (`[a-z]+`(?:, `[a-z]+`)*) \|", README, re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"[a-z]+", row)}
    assert set(cli.commands) - explained == set()


def installs_removed(found: re.Match[str]) -> str:
    return "" if "install" in found["kind"] else found[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_to_one(page: str):
    text = (TOP / page).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]
    assert [target for target in targets if not (TOP / target).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_no_folder_of_the_machine_it_was_written_on(page: str):
    text = (TOP / page).read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w/.])/(?:home|root|tmp|work|Users)/", text)


def test_every_installed_package_that_casepress_needs_is_credited():
    text = (TOP / "THIRD_PARTY.md").read_text(encoding="utf-8")
    credited = set(re.findall(r"^\| ([\w-]+) \|", text, re.MULTILINE))
    assert needed() - credited == set()


def needed() -> set[str]:
    """Return the names of all packages that casepress brings, those of extras left out."""
    found: set[str] = set()
    waiting = ["casepress"]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:  # of another system or Python
            continue
        found.add(name)
        waiting += [re.split(r"[^\w.-]", each)[0] for each in requires if "extra ==" not in each]
    return found - {"casepress"}
