import errno
import os
import re
import signal
import subprocess
import sys
import textwrap

import pytest

from anonymizer.errors import UnverifiableError

from generator.cli import shell
from generator.cli.shell import run
from generator.errors import LeakFoundError, UnreadableInputError, WrongUsageError

SECRET = "Quatrefeuilles"  # noqa: S105 - stands for a value of a record


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


def raising(error: BaseException):
    def command(_):
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnreadableInputError("a.txt", en="empty.", fr="vide."), 1),
        (WrongUsageError("--lang", en="no such choice.", fr="pas ce choix."), 2),
        (LeakFoundError("", en="an original value.", fr="une valeur d’origine."), 3),
        (UnverifiableError("a.pdf", en="cannot be opened.", fr="ne peut être ouvert."), 3),
        (OSError(errno.ENOSPC, SECRET), 1),
        (PermissionError(errno.EACCES, SECRET), 1),
        (OSError(errno.EIO, SECRET), 1),
        (ValueError(SECRET), 1),
        (RecursionError(SECRET), 1),
        (MemoryError(SECRET), 1),
        (BaseException(SECRET), 1),
        (KeyboardInterrupt(), 130),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else str(value),
)
def test_whatever_happens_is_one_sentence_and_the_right_exit_code(error, code, monkeypatch, capsys):
    monkeypatch.setattr(shell, "_command", raising(error))
    assert run([]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("casepress: ")
    assert SECRET not in told.err


def test_an_internal_error_names_its_class_and_our_own_line_never_its_message(monkeypatch, capsys):
    def broken():
        return {}[SECRET]

    exec(  # noqa: S102 - a frame of our own
        "def command(args):\n    return broken()",
        space := {"__name__": "generator.some_room", "broken": broken},
    )
    monkeypatch.setattr(shell, "_command", space["command"])
    assert run([]) == 1
    told = capsys.readouterr().err
    assert "KeyError at generator.some_room:2" in told
    assert SECRET not in told


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--nothing"], "unknown option --nothing. See `casepress --help`."),
        (["build"], "CASE is missing. See `casepress build --help`."),
        (["build", "x", "--frob"], "unknown option --frob. See `casepress build --help`."),
        (["build", "x", "--out"], "--out needs a value. See `casepress build --help`."),
        (["verify", "x"], "--against is missing. See `casepress verify --help`."),
        (["nothing"], "this command does not exist so. See `casepress --help`."),
        (["schema", "extra"], "this command does not exist so. See `casepress schema --help`."),
    ],
)
def test_wrong_usage_is_exit_2_and_says_where_help_is(args, words, capsys):
    assert run(args) == 2
    assert capsys.readouterr().err == f"casepress: {words}\n"


def test_wrong_usage_is_told_in_french_to_who_speaks_french(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert run(["build", "--frob"]) == 2
    told = capsys.readouterr().err
    assert (
        told == "casepress\u00a0: option inconnue\u00a0: --frob. Voyez `casepress build --help`.\n"
    )


@pytest.mark.parametrize(
    "command",
    ["build", "import", "scan", "anonymize", "check", "verify", "schema", "doctor", "init", "key"],
)
def test_the_help_of_each_command_has_a_french_line_and_an_example(command, capsys):
    assert run([command, "--help"]) == 0
    told = capsys.readouterr()
    examples = re.split(r"Exemples? :\n", told.out)[1].partition("\n\n")[0].splitlines()
    assert examples
    assert all(line.startswith(f"    casepress {command}") for line in examples)
    assert told.err == ""


def test_help_lists_every_command_and_version_prints_the_version(capsys):
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out
    for command in [
        "build",
        "import",
        "scan",
        "anonymize",
        "check",
        "verify",
        "schema",
        "doctor",
        "init",
        "key",
    ]:
        assert f"\n  {command} " in listed
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "casepress 0.1.0\n"


def command(*args: str, **options: object) -> "subprocess.Popen[bytes]":
    script = "import sys; from generator.cli.shell import run; sys.exit(run(sys.argv[1:]))"
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", script, *args], stderr=subprocess.PIPE, **options
    )


def test_a_reader_that_stops_reading_is_no_error_to_talk_about():
    read, write = os.pipe()
    os.close(read)
    ended = command("schema", stdout=write)
    os.close(write)
    assert ended.communicate(timeout=20)[1] == b""
    assert ended.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux only")  # noqa: PTH110
def test_a_full_disk_under_standard_output_is_one_sentence():
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ended = command("schema", stdout=full)
    told = ended.communicate(timeout=20)[1]
    assert ended.returncode == 1
    assert told == b"casepress: the disk is full; nothing half-written stays.\n"


def test_an_interruption_is_exit_130():
    script = textwrap.dedent(
        """
        import sys, time
        from generator.cli import shell
        def command(args):
            print("ready", flush=True)
            time.sleep(20)
        shell._command = command
        sys.exit(shell.run([]))
        """
    )
    running = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGINT)
    told = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    assert told == b"casepress: interrupted; no partial file was left.\n"


def test_what_libraries_log_or_warn_of_never_reaches_the_user():
    script = textwrap.dedent(
        """
        import logging, sys, warnings
        from generator.cli import main, shell
        def command(args):
            logging.getLogger("some.library").error("a value")
            warnings.warn("a value", UserWarning)
            return 0
        shell._command = command
        main()
        """
    )
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], check=False, capture_output=True, timeout=20
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
