"""``casepress anonymize``: a text, a case or a .jsonl file in, the same kind of file out."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from anonymizer.audit import Notice
from anonymizer.phi import Lang
from anonymizer.pipeline import Anonymized, anonymize_text
from anonymizer.pipeline import anonymize as anonymize_record
from anonymizer.policy import PolicyName
from anonymizer.verify import verify

from generator import __version__
from generator.cli import options
from generator.cli.notes import language, patient_of, rows, text
from generator.cli.progress import Bar
from generator.cli.shell import today
from generator.cli.words import complain, here
from generator.cli.written import check_output, put
from generator.keyfile import HeldKey, held, keep
from generator.leaks import refuse_leaks
from generator.publish import patient_code

CASES = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of the command ask."""

    lang: Lang | None
    policy: PolicyName
    days: int | None
    patient: str | None
    key: HeldKey
    today: date


def asked(
    lang: str | None,
    policy: str | None,
    shift_days: str | None,
    key_file: str | None,
    patient: str | None,
) -> Asked:
    """Return the options, read.

    Raises WrongUsageError, KeyFileError.
    """
    return Asked(
        options.one("--lang", lang, Lang) if lang else None,
        options.one("--policy", policy, PolicyName) if policy else PolicyName.PSEUDONYMISE,
        options.days(shift_days),
        options.patient(patient),
        held(options.path(key_file), os.environ),
        today(),
    )


def anonymize(
    path: str,
    *,
    lang: str | None,
    policy: str | None,
    shift_days: str | None,
    key_file: str | None,
    patient: str | None,
    output: str | None,
) -> None:
    """Write the anonymized file; nothing where any of it is refused or leaks."""
    source, out = Path(path), options.path(output)
    check_output(out)
    wanted = asked(lang, policy, shift_days, key_file, patient)
    match source.suffix.lower():
        case ".jsonl":
            data, notices = _documents(source, wanted)
        case suffix if suffix in CASES:
            data, notices = _case(source, wanted)
        case _:
            data, notices = _text(source, wanted)
    keep(wanted.key)
    put(data, out)
    for notice in notices:
        complain(notice.told(here()))


def _text(source: Path, wanted: Asked) -> tuple[bytes, tuple[Notice, ...]]:
    whole = text(source)
    lang = language(whole, wanted.lang, str(source))
    done = _anonymized(whole, lang, wanted, patient_of(whole))
    data = done.record.encode()
    refuse_leaks(verify({"text.txt": data}, done.provenance))
    return data, done.audit.notices


def _anonymized(whole: str, lang: Lang, wanted: Asked, patient: str) -> Anonymized[str]:
    return anonymize_text(
        whole,
        lang=lang,
        policy=wanted.policy,
        key=wanted.key.key,
        patient=wanted.patient or patient,
        today=wanted.today,
        days=wanted.days,
    )


def _case(source: Path, wanted: Asked) -> tuple[bytes, tuple[Notice, ...]]:
    from generator.case.ageing import with_age  # noqa: PLC0415 - with the reader
    from generator.case.deidentified import marked  # noqa: PLC0415 - likewise
    from generator.read.files import read_case  # noqa: PLC0415 - pydantic
    from generator.read.write import dump_json, dump_yaml  # noqa: PLC0415 - with it

    case = with_age(read_case(source))
    done = anonymize_record(
        case,
        lang=wanted.lang or case.language,
        policy=wanted.policy,
        key=wanted.key.key,
        patient=wanted.patient or patient_code(case, source),
        today=wanted.today,
        days=wanted.days,
    )
    dump = dump_json if source.suffix.lower() == ".json" else dump_yaml
    name = f"case{source.suffix.lower()}"
    data = dump(marked(done.record, wanted.policy, __version__)).encode()
    refuse_leaks(verify({name: data}, done.provenance))
    return data, done.audit.notices


def _documents(source: Path, wanted: Asked) -> tuple[bytes, tuple[Notice, ...]]:
    with Bar() as bar:
        lines: list[str] = []
        notices: list[Notice] = []
        for line, said in _lines(source, wanted):
            bar.step()
            lines.append(line)
            notices += said
    return "".join(lines).encode(), tuple(notices)


def _lines(source: Path, wanted: Asked) -> Iterator[tuple[str, tuple[Notice, ...]]]:
    """Yield each anonymized line with its notices; they name the line, never the document."""
    for row in rows(source):
        if not row.text.strip():
            yield json.dumps({"id": row.id, "text": row.text}, ensure_ascii=False) + "\n", ()
            continue
        lang = row.lang or language(row.text, wanted.lang, row.where)
        done = _anonymized(row.text, lang, wanted, row.patient)
        line = json.dumps({"id": row.id, "text": done.record}, ensure_ascii=False) + "\n"
        leaks = verify({"text.txt": done.record.encode()}, done.provenance)
        refuse_leaks(leaks, row.where)
        yield line, tuple(_placed(notice, row.where) for notice in done.audit.notices)


def _placed(notice: Notice, where: str) -> Notice:
    place = f"{where}, {notice.where}" if notice.where else where
    return Notice(notice.code, place, notice.en, notice.fr)
