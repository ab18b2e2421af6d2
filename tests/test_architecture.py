"""The walls between the rooms: what each may import, touch and hold."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PACKAGES = ("anonymizer", "generator")
MODULES = sorted(path for package in PACKAGES for path in (TOP / package).rglob("*.py"))

# the only rooms that may open files of the user, ask the clock or draw random numbers
SHELL = (
    "generator/cli/",
    "generator/figures.py",
    "generator/keyfile.py",
    "generator/publish.py",
    "generator/read/",
    "generator/render/pdf.py",
    "generator/render/weasy.py",
    "generator/resources.py",
    "generator/stage.py",
)
PACKAGE_DATA = ("anonymizer/lexicon/",)  # reads what the package itself holds
WEASYPRINT = ("generator/render/weasy.py", "generator/cli/doctor.py")

FILE_METHODS = frozenset(
    """chmod exists glob hardlink_to is_dir is_file iterdir lstat mkdir open read_bytes read_text
    rename resolve rglob rmdir samefile stat symlink_to touch unlink write_bytes write_text
    """.split()  # noqa: SIM905 - a list of words
)
OUTSIDE = frozenset(
    """ctypes fcntl glob http multiprocessing os pathlib random secrets shutil socket subprocess
    tempfile threading urllib.request
    """.split()  # noqa: SIM905 - likewise
)
CLOCKS = frozenset(("today", "now", "utcnow", "fromtimestamp", "time", "monotonic"))


def name(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def calls(path: Path) -> Iterator[tuple[str, str]]:
    """Give the object and the method of each call, "" for a plain function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=called):
                    yield "", called
                case ast.Attribute(value=ast.Name(id=owner), attr=called):
                    yield owner, called
                case ast.Attribute(attr=called):
                    yield "?", called


def core() -> list[Path]:
    return [path for path in MODULES if not name(path).startswith((*SHELL, *PACKAGE_DATA))]


@pytest.mark.parametrize("path", core(), ids=name)
def test_the_core_opens_no_file_asks_no_clock_and_draws_no_lots(path):
    modules = imported(path)
    assert not (modules | {module.partition(".")[0] for module in modules}) & OUTSIDE
    for owner, called in calls(path):
        assert (owner, called) != ("", "open"), "opens a file"
        assert not (called in FILE_METHODS and owner in {"Path", "path"}), called
        assert not (owner in {"date", "datetime", "time"} and called in CLOCKS), called
        assert not (owner == "" and called in {"print", "input", "eval", "exec"}), called


@pytest.mark.parametrize("path", core(), ids=name)
def test_the_core_logs_nothing_and_warns_of_nothing(path):
    assert "logging" not in imported(path)
    assert ("warnings", "warn") not in set(calls(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_weasyprint_is_met_in_two_rooms_alone(path):
    if not name(path).startswith(WEASYPRINT):
        assert not any(module.startswith("weasyprint") for module in imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_anonymizer_knows_no_case_report(path):
    if name(path).startswith("anonymizer/"):
        assert not any(module.partition(".")[0] == "generator" for module in imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_begins_with_a_sentence(path):
    assert ast.get_docstring(tree(path)), "say what the module is"


def test_templates_and_samples_hold_no_python():
    for folder in ("templates", "samples"):
        assert not list((TOP / folder).rglob("*.py"))


def test_a_module_fits_in_the_head():
    long = {
        name(path): n for path in MODULES if (n := len(path.read_text("utf-8").splitlines())) > 250
    }
    # told in review: divide them, or add them here with the reason
    assert not {path for path in long if path not in LONG}, long


# vocabularies: one list, nothing to divide
LONG = frozenset(
    (
        "generator/case/clinical.py",
        "generator/cli/app.py",  # every command with its options and help
    )
)


def test_help_imports_nothing_heavy():
    script = """
import sys
from generator.cli.shell import run
sys.argv[1:] = ["--help"]
run(["--help"])
heavy = {"weasyprint", "pydantic", "faker", "pikepdf", "PIL", "rich", "jinja2", "markdown", "yaml"}
found = sorted(heavy & set(sys.modules))
sys.exit(", ".join(found) if found else 0)
"""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", script], check=False, capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 0, done.stderr
