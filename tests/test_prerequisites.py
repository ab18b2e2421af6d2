"""What a fresh machine is told: the prerequisites are found, installed, or asked for by name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "prerequisites"
SHELL = shutil.which("sh") or "/bin/sh"
LACKING = "#!/bin/sh\nexit 1\n"
# a python that has everything, one without venv, one without the libraries, one that is too old
WHOLE = '#!/bin/sh\ncase "$*" in *ctypes*) : ;; esac\nexit 0\n'
NO_VENV = (
    '#!/bin/sh\ncase "$*" in *"import venv"*) exit 1 ;; '
    '*"print(\\"python"*) echo python3.11-venv ;; esac\nexit 0\n'
)
NO_PANGO = '#!/bin/sh\ncase "$*" in *ctypes*) echo libpangoft2-1.0.so.0 ;; esac\nexit 0\n'


@pytest.fixture
def machine(tmp_path):
    """Return a way to run the script on a machine that has the given commands alone."""
    commands = tmp_path / "bin"
    commands.mkdir()

    def run(**scripts: str) -> "subprocess.CompletedProcess[str]":
        for name, script in scripts.items():
            path = commands / name.replace("_", "-")
            path.write_text(script)
            path.chmod(0o755)
        return subprocess.run(  # noqa: S603 - our own script
            [SHELL, str(SCRIPT)],
            env={"PATH": str(commands), "LOG": str(tmp_path / "log")},
            check=False,
            capture_output=True,
            text=True,
            timeout=20,
        )

    return run


def test_a_machine_that_has_everything_is_asked_nothing(machine):
    done = machine(python3=WHOLE)
    assert done.returncode == 0
    assert done.stdout.endswith("/bin/python3\n")
    assert done.stderr == ""


def test_this_machine_has_everything():
    done = subprocess.run(  # noqa: S603 - our own script
        [SHELL, str(SCRIPT)],
        env={**os.environ, "PYTHON": sys.executable},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, f"{sys.executable}\n"), done.stderr


def test_root_installs_what_is_missing(machine, tmp_path):
    apt = '#!/bin/sh\necho "$@" >> "$LOG"\n'
    done = machine(python3=NO_PANGO, id="#!/bin/sh\necho 0\n", apt_get=apt)
    log = (tmp_path / "log").read_text()
    assert "install -y -qq --no-install-recommends libpangoft2-1.0-0" in log
    assert "update" in log
    assert done.returncode == 1  # this apt-get installs nothing: the command is printed
    assert "sudo apt-get update && sudo apt-get install -y" in done.stderr


def test_sudo_without_a_password_installs_and_with_one_the_command_is_printed(machine, tmp_path):
    user, apt = "#!/bin/sh\necho 1000\n", '#!/bin/sh\necho "$@" >> "$LOG"\n'
    done = machine(python3=NO_VENV, id=user, apt_get=apt, sudo=LACKING)
    assert done.returncode == 1
    assert not (tmp_path / "log").exists()
    assert done.stderr.endswith(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3.11-venv\n"
    )
    willing = '#!/bin/sh\necho "sudo $@" >> "$LOG"\n'
    machine(sudo=willing)
    log = (tmp_path / "log").read_text()
    assert "sudo -n apt-get install -y -qq --no-install-recommends python3.11-venv" in log


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        ("dnf", "sudo dnf install -y python3 pango harfbuzz"),
        ("pacman", "sudo pacman -S --needed python pango harfbuzz"),
        ("apk", "sudo apk add"),
        ("brew", "brew install python@3.13 pango"),
        ("nothing", "Python 3.11 to 3.14 with venv, Pango and HarfBuzz"),
    ],
)
def test_other_systems_are_told_their_own_command(machine, manager, words):
    done = machine(**{manager: LACKING})
    assert done.returncode == 1
    assert done.stdout == ""
    assert words in done.stderr


def test_a_python_that_is_too_old_is_named_as_the_reason(machine):
    done = machine(python3=LACKING, dnf=LACKING)
    assert done.returncode == 1
    assert "needs Python 3.11 to 3.14" in done.stderr
