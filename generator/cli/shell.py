"""Run a command and turn whatever happens into one sentence and an exit code.

0 done, 1 refused with a reason, 2 wrong usage, 3 leak found, 130 interrupted.
"""

import os
import sys
from datetime import date, datetime
from types import TracebackType
from typing import Final

from anonymizer.errors import RefusalError, UnverifiableError

from generator.cli.words import complain, here, say, told
from generator.errors import LeakFoundError, WrongUsageError

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
LEAK: Final = 3
INTERRUPTED: Final = 130
_OURS: Final = ("generator.", "anonymizer.")


def run(args: list[str]) -> int:
    """Run the command line and return its exit code; no traceback ever reaches the user."""
    _prepare_streams()
    try:
        code = _command(args)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()  # the reader, such as head, has seen enough
        return REFUSED
    except KeyboardInterrupt:
        say(
            "interrupted; no partial file was left.",
            "interrompu ; aucun fichier incomplet n’a été laissé.",
        )
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - the last wall: a traceback may hold values
        _drop_output()
        return failed(error)
    return code


def failed(error: BaseException, where: str = "") -> int:
    """Print why something is refused or broken, with the file it is about, and return its code."""
    if isinstance(error, RefusalError):
        sentence = error.told(here())
        colon = told(": ", "\N{NO-BREAK SPACE}: ")
        complain(f"{where}{colon}{sentence}" if where and where not in sentence else sentence)
        if isinstance(error, LeakFoundError | UnverifiableError):
            return LEAK
        return USAGE if isinstance(error, WrongUsageError) else REFUSED
    en, fr = _system_words(error) if isinstance(error, OSError) else _internal_words(error)
    say(f"{where}: {en}" if where else en, f"{where} : {fr}" if where else fr)
    return REFUSED


def today() -> date:
    """Return the day it is for the user: the core is told the time, it never asks."""
    return datetime.now().astimezone().date()


def _internal_words(error: BaseException) -> tuple[str, str]:
    """Return the class and place of an error of our own, not its message: that may hold values."""
    name, where = type(error).__name__, _place(error.__traceback__)
    return (
        f"internal error {name} at {where}; nothing was written. Please report these words.",
        f"erreur interne {name} en {where} ; rien n’a été écrit. Merci de signaler ces mots.",
    )


def _command(args: list[str]) -> int:
    import typer  # noqa: PLC0415 - heavier than the guard around it

    from generator.cli.app import app  # noqa: PLC0415 - likewise

    command = typer.main.get_command(app)
    try:
        code = command.main(args, prog_name="casepress", standalone_mode=False)
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        return _wrong_usage(error, args)
    return int(code or DONE)


def _wrong_usage(error: Exception, args: list[str]) -> int:
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    known = " ".join(("casepress", *args[:1]))  # an option that lacks its value comes without one
    path = getattr(context, "command_path", known)
    if kind == "NoArgsIsHelpError":
        sys.stderr.write(f"{error}\n")
        return USAGE
    hint = getattr(error, "option_name", "") or _asked(getattr(error, "param", None))
    en, fr = {
        "NoSuchOption": (f"unknown option {hint}.", f"option inconnue : {hint}."),
        "MissingParameter": (f"{hint} is missing.", f"il manque {hint}."),
        "BadParameter": (f"{hint} has a wrong value.", f"valeur incorrecte pour {hint}."),
        "BadOptionUsage": (f"{hint} needs a value.", f"{hint} attend une valeur."),
    }.get(kind, ("this command does not exist so.", "cette commande n’existe pas ainsi."))
    say(f"{en} See `{path} --help`.", f"{fr} Voyez `{path} --help`.")
    return USAGE


def _asked(parameter: object) -> str:
    options = getattr(parameter, "opts", ())
    long = next((option for option in options if option.startswith("--")), "")
    return long or str(getattr(parameter, "metavar", "") or "").rstrip(".")


def _system_words(error: OSError) -> tuple[str, str]:
    import errno  # noqa: PLC0415 - needed only where something failed

    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return (
            "the disk is full; nothing half-written stays.",
            "le disque est plein ; rien d’inachevé ne reste.",
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            "the system denies access to a file or folder. Check their permissions.",
            "le système refuse l’accès à un fichier ou dossier. Vérifiez leurs droits.",
        )
    place = _place(error.__traceback__)
    return (
        f"the system refused an operation on a file ({name} at {place}).",
        f"le système a refusé une opération sur un fichier ({name} en {place}).",
    )


def _place(trace: TracebackType | None) -> str:
    """Return module and line of the last of our own frames."""
    place = "?"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith(_OURS):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send what is left in the buffer nowhere, so that closing it cannot fail again."""
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, sys.stdout.fileno())
    except (OSError, ValueError):
        return
