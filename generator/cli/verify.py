"""``casepress verify``: look in finished files for original values of a case."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize
from anonymizer.policy import PolicyName
from anonymizer.provenance import Provenance
from anonymizer.verify import Leak
from anonymizer.verify import verify as look

from generator.case.model import Case
from generator.cli import options
from generator.cli.progress import Bar
from generator.cli.shell import DONE, LEAK
from generator.cli.words import printable, show
from generator.language.terms import printed_words
from generator.read.bounds import content
from generator.read.files import load

_LARGEST: Final = 200_000_000  # bytes of a finished file
_OF_A_PUBLICATION: Final = ("not issued", "not expected")  # rules that need the team's key
_ANY_KEY: Final = Key(bytes(32))  # what was taken out does not depend on it


def verify(paths: list[str], against: str, *, lang: str | None, show_text: bool) -> int:
    """Print each place where an original value stands; exit code 3 where there is one."""
    files = _named(tuple(map(Path, paths)))
    given = options.one("--lang", lang, Lang) if lang else None
    provenance = _provenance(load(Path(against), given))
    found = _leaks(files, provenance)
    leaks = [leak for leak in found if not leak.rule.endswith(_OF_A_PUBLICATION)]
    for leak in leaks:
        show(_line(leak, provenance, show_text=show_text))
    return LEAK if leaks else DONE


def _provenance(case: Case) -> Provenance:
    return anonymize(
        case,
        lang=case.language,
        policy=PolicyName.PSEUDONYMISE,
        key=_ANY_KEY,
        patient="",
        today=date.max,
    ).provenance


def _leaks(files: Sequence[tuple[str, Path]], provenance: Provenance) -> list[Leak]:
    """Return the leaks of each file; one whose name is a leak is called by its number."""
    leaks: list[Leak] = []
    expected = printed_words(provenance.kept)
    with Bar(total=len(files)) as bar:
        for number, (name, path) in enumerate(files, start=1):
            bar.step()
            found = look({name: content(path, _LARGEST)}, provenance, expected)
            leaks += (
                replace(x, artefact=name if x.artefact == name else f"#{number}") for x in found
            )
    return leaks


def _line(leak: Leak, provenance: Provenance, *, show_text: bool) -> str:
    """Return a leak as a line; ``show_text`` adds the original values of its category."""
    line = f"{leak.artefact}: {leak.channel}, {leak.place}: {leak.category}, {leak.rule}"
    if not show_text:
        return printable(line)
    values = sorted({o.value for o in provenance.originals if o.category is leak.category})
    return printable(f"{line}  {' | '.join(values)}")


def _named(paths: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """Return every file of ``paths`` with the part of its path that was published.

    Folders of a user, which stand before that part, may well bear the names of people.
    """
    named: dict[str, Path] = {}
    for path in paths:
        for name, file in _files(path):
            unique = name if name not in named else f"{len(named)}/{name}"
            named[unique] = file
    return tuple(named.items())


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    if not path.is_dir():
        yield path.name, path
        return
    for file in sorted(path.rglob("*")):
        if not file.is_dir():
            yield file.relative_to(path).as_posix(), file
