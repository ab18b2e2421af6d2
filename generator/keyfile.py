"""The team's key on disk: where it is, reading it, making it. The core only derives from it."""

import os
import secrets
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from anonymizer.key import Key, line, parse

from generator.errors import KeyFileError

_LONGEST: Final = 256  # bytes; a key file holds 81
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key, where it lives, and whether it is still to be written there."""

    key: Key
    path: Path
    fresh: bool = False


def default(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return where the key of this user lives.

    Source: XDG Base Directory Specification 0.8; a relative XDG_DATA_HOME is ignored, as it says.

    >>> default({"HOME": "/home/a"}, "linux").as_posix()
    '/home/a/.local/share/casepress/key'
    """
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or Path.home())
    if platform == "win32":
        data = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        named = Path(environ.get("XDG_DATA_HOME") or "")
        data = named if named.is_absolute() else home / ".local" / "share"
    return data / "casepress" / "key"


def held(named: Path | None, environ: Mapping[str, str]) -> HeldKey:
    """Return the key of a named file, or the user's own, or a new one that no file holds yet.

    Raises KeyFileError where a named file is missing or any key file is open to others, and
    KeyFormatError where it holds no key.
    """
    if named is not None:
        return HeldKey(read(named), named)
    path = default(environ)
    if path.is_symlink() or path.exists():
        return HeldKey(read(path), path)
    return make(path)


def make(path: Path) -> HeldKey:
    """Return a new random key that is to live at ``path``; ``keep`` writes it."""
    return HeldKey(Key(secrets.token_bytes(32)), path, fresh=True)


def read(path: Path) -> Key:
    """Return the key that a file holds, which its owner alone may read.

    Raises KeyFileError, KeyFormatError.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _refused(
                    path,
                    "is not a file. Name a key file.",
                    "n’est pas un fichier. Nommez un fichier de clé.",
                )
            if os.name == "posix" and status.st_mode & _OTHERS:
                raise _refused(
                    path,
                    "can be read by others. Run `chmod 600` on it, or make a new key.",
                    "peut être lu par d’autres. Lancez `chmod 600` dessus, ou créez une autre clé.",
                )
            content = file.read(_LONGEST)
    except FileNotFoundError:
        raise _refused(
            path,
            "does not exist. Check --key-file, or leave it out to use your own key.",
            "n’existe pas. Vérifiez --key-file, ou retirez-le pour utiliser votre clé.",
        ) from None
    except OSError:
        raise _refused(
            path,
            "cannot be read. Check the file and its permissions.",
            "ne peut être lu. Vérifiez le fichier et ses droits.",
        ) from None
    return parse(content.decode("latin-1"))


def keep(made: HeldKey) -> None:
    """Write a fresh key where it lives, for its owner alone; one from a file stays as it is.

    Raises KeyFileError where another run has just made one, or the folder cannot be written.
    """
    if not made.fresh:
        return
    try:
        _write(made.path, line(made.key).encode("ascii"))
    except FileExistsError:
        if read(made.path) == made.key:
            return
        raise _refused(
            made.path,
            "was just made by another run. Run the command again.",
            "vient d’être créé par une autre commande. Relancez la commande.",
        ) from None
    except OSError:
        raise _refused(
            made.path,
            "cannot be written. Make its folder writable, or name another with --key-file.",
            "ne peut être écrit. Rendez son dossier accessible, ou nommez-en un autre avec "
            "--key-file.",
        ) from None


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError from None
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _refused(path: Path, en: str, fr: str) -> KeyFileError:
    return KeyFileError(str(path), en=en, fr=fr)
