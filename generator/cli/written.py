"""Results of a command: a file, whole or not at all, or standard output."""

import sys
from pathlib import Path

from generator.errors import UnwritableOutputError
from generator.stage import Finished, check_writable, write


def check_output(output: Path | None) -> None:
    """Refuse an output file that could not be written, before any work is done for it.

    Raises UnwritableOutputError.
    """
    if output is None:
        return
    if output.exists() and not output.is_file():
        raise UnwritableOutputError(
            str(output),
            en="not a file. Name a file, or leave -o out to write to standard output.",
            fr="n’est pas un fichier. Nommez un fichier, ou retirez -o pour la sortie standard.",
        )
    check_writable(output.parent, (output.name,))


def put(data: bytes, output: Path | None, *, private: bool = False) -> None:
    """Write ``data`` to a file, readable by its owner alone where ``private``, or to the output.

    Raises UnwritableOutputError.
    """
    if output is not None:
        write(output.parent, (Finished(output.name, data, private),))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
