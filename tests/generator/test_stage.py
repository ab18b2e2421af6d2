import errno
import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UnwritableOutputError
from generator.stage import Finished, check_writable, sweep, write

OLD = (
    Finished("a.html", b"old a"),
    Finished("b.pdf", b"old b"),
    Finished("audit", b"old", private=True),
)
NEW = (
    Finished("a.html", b"new a"),
    Finished("b.pdf", b"new b"),
    Finished("audit", b"new", private=True),
)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_are_written_whole_and_nothing_else_stays(tmp_path):
    write(tmp_path / "out", OLD)
    assert held(tmp_path / "out") == {"a.html": b"old a", "b.pdf": b"old b", "audit": b"old"}


def test_the_audit_is_private_and_the_reports_follow_the_umask(tmp_path):
    former = os.umask(0o022)
    try:
        write(tmp_path, OLD)
    finally:
        os.umask(former)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"a.html": 0o644, "b.pdf": 0o644, "audit": 0o600}


def test_a_failure_at_any_file_gives_every_file_its_former_content_back(tmp_path, monkeypatch):
    for failing in range(len(NEW)):
        folder = tmp_path / str(failing)
        write(folder, OLD)
        replace = Path.replace

        def full(self, target, replace=replace, failing=failing):
            if self.name == f"new-{failing}":
                raise OSError(errno.ENOSPC, "no space")
            return replace(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", full)
            with pytest.raises(UnwritableOutputError, match="the disk is full"):
                write(folder, NEW)
        assert held(folder) == {"a.html": b"old a", "b.pdf": b"old b", "audit": b"old"}


def test_a_first_publication_that_fails_leaves_neither_file_nor_folder(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableOutputError, match="the disk is full"):
        write(tmp_path / "out", NEW)
    assert held(tmp_path) == {}


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from generator.stage import Finished, write
    replace, done = Path.replace, []
    def killed(self, target):
        if len(done) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        done.append(target)
        return replace(self, target)
    Path.replace = killed
    write(Path(sys.argv[1]), [Finished("a.html", b"new a"), Finished("b.pdf", b"new b"),
                              Finished("audit", b"new", True)])
"""


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_killed_run_leaves_whole_files_the_old_audit_and_a_stage_that_the_next_one_sweeps(
    tmp_path, after
):
    write(tmp_path, OLD)
    script = textwrap.dedent(KILLED)
    ended = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(tmp_path), str(after)], check=False, timeout=20
    )
    assert ended.returncode == -signal.SIGKILL
    stages = [path for path in tmp_path.iterdir() if path.name.startswith(".casepress-stage-")]
    assert len(stages) == 1
    assert stages[0].stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "audit").read_bytes() == b"old"
    assert (tmp_path / "a.html").read_bytes() in {b"old a", b"new a"}
    assert (tmp_path / "b.pdf").read_bytes() in {b"old b", b"new b"}
    write(tmp_path, NEW)
    assert held(tmp_path) == {"a.html": b"new a", "b.pdf": b"new b", "audit": b"new"}


def test_the_stage_of_a_living_run_is_not_swept(tmp_path):
    stage = tmp_path / ".casepress-stage-00000000"
    stage.mkdir()
    descriptor = os.open(stage, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    sweep(tmp_path)
    assert stage.exists()
    os.close(descriptor)
    sweep(tmp_path)
    assert not stage.exists()


def test_an_output_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("x")
    for folder in (tmp_path / "out", tmp_path / "out" / "below"):
        with pytest.raises(UnwritableOutputError, match="not a folder"):
            check_writable(folder)


def test_a_folder_with_the_name_of_an_output_is_refused_before_anything_is_replaced(tmp_path):
    write(tmp_path, OLD)
    (tmp_path / "b.pdf").unlink()
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(UnwritableOutputError, match="no file"):
        write(tmp_path, NEW)
    assert (tmp_path / "a.html").read_bytes() == b"old a"


@given(st.binary(max_size=200))
def test_what_is_written_is_what_was_given(data):
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), [Finished("x", data)])
        assert held(Path(folder)) == {"x": data}


def test_the_bytes_of_a_file_are_not_in_its_repr():
    assert "old" not in repr(OLD[0])
