"""Write finished files so that a reader finds each whole: old or new, never half of one.

Files are first written and synced in a hidden folder beside their destination, then take their
names one by one with ``os.replace``, the last of them as the mark that the set is complete.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.errors import UnwritableOutputError

_PREFIX: Final = ".casepress-stage-"
_PRIVATE: Final = 0o600
_PUBLIC: Final = 0o666  # less the user's umask
LOCKS: Final = os.name == "posix"  # elsewhere a stage is never swept, for it may be alive


@dataclass(frozen=True, slots=True)
class Finished:
    """One file to write: its name in the folder, its bytes, and whether others may read it."""

    name: str
    data: bytes = field(repr=False)
    private: bool = False


def write(folder: Path, files: Sequence[Finished]) -> None:
    """Write ``files`` into ``folder`` in order, made where it is missing; the last one commits.

    Where one of them cannot take its name, those before it get their former content back.

    Raises UnwritableOutputError.
    """
    check_writable(folder, tuple(file.name for file in files))
    there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        with _stage(folder) as stage:
            for number, file in enumerate(files):
                _save(stage / f"new-{number}", file)
            _sync(stage)
            _replace(folder, stage, tuple(file.name for file in files))
            _sync(folder)
    except OSError as error:
        if not there:
            with suppress(OSError):
                folder.rmdir()
        raise unwritable(folder, error) from None


def check_writable(folder: Path, names: Sequence[str] = ()) -> None:
    """Refuse a folder that could not be made or written, before any work is done for it.

    Raises UnwritableOutputError.
    """
    for place in (folder, *folder.parents):
        if place.is_symlink() or place.exists():
            if not place.is_dir():
                raise _refused(
                    folder,
                    "this is a file, not a folder. Name a folder.",
                    "c’est un fichier, pas un dossier. Nommez un dossier.",
                )
            if not os.access(place, os.W_OK | os.X_OK):
                raise unwritable(folder, PermissionError(errno.EACCES, ""))
            break
    for path in (folder / name for name in names):
        if path.exists() and not path.is_file():
            raise _refused(
                path,
                "something that is no file has this name. Move it, or name another output.",
                "quelque chose qui n’est pas un fichier porte ce nom. Déplacez-le, ou nommez une "
                "autre sortie.",
            )


def sweep(folder: Path) -> None:
    """Remove what a killed run left in ``folder``; the stage of a run still alive is locked."""
    for stale in sorted(folder.glob(f"{_PREFIX}*")):
        if not stale.is_symlink() and stale.is_dir():
            with suppress(OSError), _locked(stale) as mine:
                if mine:
                    shutil.rmtree(stale, ignore_errors=True)


def unwritable(path: Path, error: OSError) -> UnwritableOutputError:
    """Return the refusal that says why the system did not let ``path`` be written."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            en, fr = "the disk is full. Make room", "le disque est plein. Faites de la place"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            en, fr = "no permission to write", "pas le droit d’écrire"
        case _:
            name = errno.errorcode.get(error.errno or 0, type(error).__name__)
            en, fr = f"cannot be written ({name})", f"ne peut être écrit ({name})"
    return _refused(path, f"{en}, or name another output.", f"{fr}, ou nommez une autre sortie.")


def _refused(path: Path, en: str, fr: str) -> UnwritableOutputError:
    return UnwritableOutputError(str(path), en=en, fr=fr)


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    with ExitStack() as held:
        while True:  # until it is ours: a run that sweeps may hold it for a moment
            stage = folder / f"{_PREFIX}{secrets.token_hex(4)}"
            stage.mkdir(mode=0o700)
            mine = held.enter_context(_locked(stage))
            if (mine or not LOCKS) and stage.exists():
                break
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of a stage; yields False where a living run holds it, or none can be had."""
    if not LOCKS:
        yield False
        return
    import fcntl  # noqa: PLC0415 - POSIX only

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _save(path: Path, file: Finished) -> None:
    mode = _PRIVATE if file.private else _PUBLIC
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as out:
        out.write(file.data)
        out.flush()
        os.fsync(out.fileno())


def _replace(folder: Path, stage: Path, names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        if (folder / name).exists():
            _set_aside(folder / name, stage / f"old-{number}")
    done: list[int] = []
    try:
        for number, name in enumerate(names):
            done.append(number)
            (stage / f"new-{number}").replace(folder / name)
    except BaseException:
        for number in done:
            former = stage / f"old-{number}"
            if former.exists():
                former.replace(folder / names[number])
            else:
                (folder / names[number]).unlink(missing_ok=True)
        raise


def _set_aside(path: Path, former: Path) -> None:
    try:
        os.link(path, former)
    except OSError:  # a file system without links
        shutil.copy2(path, former)


def _sync(folder: Path) -> None:
    """Make names durable, where the system can sync a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
