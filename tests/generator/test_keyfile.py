import os
from pathlib import Path

import pytest

from anonymizer.errors import KeyFormatError
from anonymizer.key import Key

from generator.errors import KeyFileError
from generator.keyfile import HeldKey, default, held, keep, make, read


def test_the_key_lives_in_the_data_folder_of_each_system():
    home = {"HOME": "/home/a"}
    assert default(home, "linux") == Path("/home/a/.local/share/casepress/key")
    assert default({**home, "XDG_DATA_HOME": "/data"}, "linux") == Path("/data/casepress/key")
    assert default({**home, "XDG_DATA_HOME": "data"}, "linux") == Path(
        "/home/a/.local/share/casepress/key"
    )
    assert default(home, "darwin") == Path("/home/a/Library/Application Support/casepress/key")
    assert default({**home, "LOCALAPPDATA": "/local"}, "win32") == Path("/local/casepress/key")


def test_a_run_without_a_key_makes_one_and_writes_it_only_when_it_is_kept(tmp_path):
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    key = held(None, environ)
    assert key.fresh
    assert not any(tmp_path.iterdir())
    keep(key)
    assert held(None, environ) == HeldKey(key.key, key.path)
    assert key.path.stat().st_mode & 0o777 == 0o600
    assert key.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_key_that_another_run_made_meanwhile_is_never_replaced(tmp_path):
    path = tmp_path / "key"
    keep(make(path))
    kept = path.read_bytes()
    with pytest.raises(KeyFileError, match="just made by another run"):
        keep(make(path))
    assert path.read_bytes() == kept


def test_keeping_the_same_key_twice_changes_nothing(tmp_path):
    key = make(tmp_path / "key")
    keep(key)
    keep(key)
    assert read(tmp_path / "key") == key.key


def test_a_named_key_file_that_is_missing_is_refused(tmp_path):
    with pytest.raises(KeyFileError, match="does not exist"):
        held(tmp_path / "key", {})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o700 | 0o001])
def test_a_key_file_that_is_open_to_others_is_refused(tmp_path, mode):
    path = tmp_path / "key"
    keep(make(path))
    path.chmod(mode)
    with pytest.raises(KeyFileError, match="chmod 600"):
        held(path, {})


@pytest.mark.parametrize("content", [b"", b"casepress-key-1 00", b"\xff" * 500])
def test_a_file_that_holds_no_key_is_refused(tmp_path, content):
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFormatError):
        held(path, {})


def test_a_folder_and_a_pipe_are_no_key_files(tmp_path):
    os.mkfifo(tmp_path / "pipe", 0o600)
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(KeyFileError):
            read(path)


def test_a_key_whose_folder_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(KeyFileError, match="cannot be written"):
        keep(make(tmp_path / "file" / "key"))


def test_the_secret_is_never_shown():
    key = Key(bytes(range(32)))
    shown = repr(HeldKey(key, Path("key")))
    assert key.secret.hex() not in shown
    assert repr(key.secret) not in shown
