"""``casepress translate``: a case's de-identified sentences out, and their translation back."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from anonymizer.audit import Notice
from anonymizer.phi import Lang
from anonymizer.pipeline import Anonymized
from anonymizer.pipeline import anonymize as anonymize_record
from anonymizer.policy import PolicyName
from anonymizer.verify import Leak, verify

from generator import __version__
from generator.case.ageing import with_age
from generator.case.deidentified import marked
from generator.case.model import Case
from generator.cli import options
from generator.cli.post import post
from generator.cli.shell import today
from generator.cli.words import complain, here, say
from generator.cli.written import check_output, put
from generator.errors import CaseFileError, UnreadableInputError, WrongUsageError
from generator.keyfile import HeldKey, held, keep
from generator.leaks import refuse_leaks
from generator.naming import public_name
from generator.read.bounds import content
from generator.read.files import is_case_file, read_case
from generator.read.write import dump_json, dump_yaml
from generator.translate import machine, xliff
from generator.translate.back import Back, back
from generator.translate.memory import Segment, filled, remembered
from generator.translate.restore import restored
from generator.translate.texts import texts, with_texts
from generator.translate.work import Unit, Work, other, work

_FILE_BYTES: Final = 20_000_000
_MEMORIES: Final = (".tmx", ".xlf", ".xliff")


@dataclass(frozen=True, slots=True)
class How:
    """What the options of de-identification say, as they were typed."""

    policy: str | None
    shift_days: str | None
    key_file: str | None
    patient: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A case and its de-identified self; the same one where the file holds no identities."""

    case: Case = field(repr=False)
    safe: Case = field(repr=False)
    name: str
    done: Anonymized[Case] | None = field(default=None, repr=False)
    again: Callable[[Case], Anonymized[Case]] | None = field(default=None, repr=False)
    key: HeldKey | None = field(default=None, repr=False)

    def leaks(self, asked: Work) -> tuple[Leak, ...]:
        """Return every place of a translator's file where an original value stands."""
        if self.done is None:
            return ()
        return verify({f"{self.name}.xlf": xliff.write(asked)}, self.done.provenance)


def service_of(
    url: str | None, kind: str, model: str, allowed: Sequence[str]
) -> machine.Machine | None:
    """Return the service that the options name, none where they name none.

    Raises WrongUsageError.
    """
    found = options.one("--service", kind, machine.Service)
    return machine.machine(url, found, model, allowed) if url else None


def export(
    case: str,
    *,
    lang: str | None,
    memory: str | None,
    service: machine.Machine | None,
    how: How,
    output: str | None,
) -> None:
    """Write the sentences of a case for a translator; nothing where one of them names somebody."""
    out = options.path(output)
    check_output(out)
    target = options.one("--lang", lang, Lang) if lang else None
    source = _source(Path(case), how)
    asked = work(source.safe, target or other(source.safe.language), source.name)
    refuse_leaks(source.leaks(asked))  # before anything leaves for a service
    if memory:
        asked = filled(asked, _remembered(Path(memory), asked.source))
    if service:
        asked = machine.translated(asked, service, post)
    asked = _only_safe(asked, source)
    refuse_leaks(source.leaks(asked))
    if source.key:
        keep(source.key)
    put(xliff.write(asked), out)
    _tell(source.done.audit.notices if source.done else ())
    done = sum(bool(unit.target.strip()) for unit in asked.units)
    say(
        f"{len(asked.units)} sentence(s), {done} with a translation.",
        f"{len(asked.units)} phrase(s), dont {done} avec une traduction.",
    )


def bring_back(case: str, file: str, *, how: How, output: str | None) -> None:
    """Write the case with a translator's work in it: under its own names where it has them."""
    out = options.path(output)
    check_output(out)
    given = xliff.read(content(Path(file), _FILE_BYTES), file)
    source = _source(Path(case), how)
    found = back(texts(source.safe), given)
    made, refused = _made(source, found, given.target)
    every = (*found.refused, *refused)
    came = len(found.texts) - len({n.where.partition("#")[0] for n in refused})
    _tell(every)
    if every and not came and not found.same:
        raise CaseFileError(
            file,
            en="no text could come back. Export the case again, with the same key and options.",
            fr="aucun texte n’a pu revenir. Exportez à nouveau le cas, avec la même clé et les "
            "mêmes options.",
        )
    suffix = (out or Path(case)).suffix.lower()
    data = (dump_json if suffix == ".json" else dump_yaml)(made).encode()
    put(data, out, private=made.deidentified is None)
    say(
        f"texts brought back: {came}; as they were: {found.same}; waiting for a translation: "
        f"{len(found.waiting)}; sentences refused: {len(every)}.",
        f"textes revenus : {came} ; inchangés : {found.same} ; en attente d’une traduction : "
        f"{len(found.waiting)} ; phrases refusées : {len(every)}.",
    )


def _made(source: Source, found: Back, target: Lang) -> tuple[Case, tuple[Notice, ...]]:
    again = source.again
    if source.done is None or again is None:
        return with_texts(source.case, found.texts), ()
    return restored(
        source.case, source.done.record, found.texts, target, lambda case: again(case).record
    )


def _source(path: Path, how: How) -> Source:
    if not is_case_file(path):
        raise UnreadableInputError(
            str(path),
            en="not a case file. Turn it into one first: casepress import.",
            fr="ce n’est pas un fichier de cas. Convertissez-le d’abord : casepress import.",
        )
    case = read_case(path)
    if case.deidentified is not None:
        return Source(case, case, case.slug or "case")
    policy = options.one("--policy", how.policy or PolicyName.PSEUDONYMISE, PolicyName)
    days, code = options.days(how.shift_days), options.patient(how.patient) or case.id
    if code is None:
        raise WrongUsageError(
            "--patient",
            en="the case has no `id`, so its invented names would change with its texts. Give it "
            "an `id`, or use --patient each time.",
            fr="le cas n’a pas d’`id`, ses noms inventés changeraient donc avec ses textes. "
            "Donnez-lui un `id`, ou utilisez --patient à chaque fois.",
        )
    key, day = held(options.path(how.key_file), os.environ), today()

    def deidentify(record: Case) -> Anonymized[Case]:
        return anonymize_record(
            with_age(record),
            lang=record.language,
            policy=policy,
            key=key.key,
            patient=code,
            today=day,
            days=days,
        )

    done = deidentify(case)
    safe = marked(done.record, policy, __version__)
    return Source(case, safe, public_name(case, key.key, code), done, deidentify, key)


def _only_safe(asked: Work, source: Source) -> Work:
    """Return the work without those filled-in translations in which verification finds a leak."""
    if not source.leaks(asked):
        return asked
    units = tuple(
        Unit(unit.id, unit.source)
        if unit.origin and source.leaks(replace(asked, units=(unit,)))
        else unit
        for unit in asked.units
    )
    return replace(asked, units=units)


def _remembered(path: Path, source: Lang) -> tuple[Segment, ...]:
    """Return what a memory, or each memory of a folder in the order of their names, holds."""
    files = [path]
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.casefold() in _MEMORIES)
    return tuple(
        segment
        for file in files
        for segment in remembered(content(file, _FILE_BYTES), str(file), source)
    )


def _tell(notices: Iterable[Notice]) -> None:
    for notice in notices:
        complain(notice.told(here()))
