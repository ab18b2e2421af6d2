"""Commands that make a file: ``import``, ``schema``, ``init`` and ``key``."""

import json
import os
from pathlib import Path

from anonymizer.phi import Lang

from generator.cli import options
from generator.cli.words import printable, say, show
from generator.cli.written import check_output, put
from generator.errors import UnwritableOutputError
from generator.keyfile import default, keep, make, read


def import_narrative(narrative: str, *, lang: str | None, output: str | None) -> None:
    """Write the case file of a narrative; it holds identities, so its owner alone may read it."""
    out = options.path(output)
    check_output(out)
    given = options.one("--lang", lang, Lang) if lang else None
    from generator.read.files import read_narrative  # noqa: PLC0415 - after the cheap refusals
    from generator.read.write import dump_json, dump_yaml  # noqa: PLC0415 - likewise

    case = read_narrative(Path(narrative), given)
    dump = dump_json if out and out.suffix.lower() == ".json" else dump_yaml
    put(dump(case).encode(), out, private=True)
    if out:
        say(
            f"{out} is written. Its facts are suggestions: review each, then remove status.",
            f"{out} est écrit. Ses faits sont des propositions : relisez-les, puis retirez status.",
        )


def print_schema() -> None:
    """Print the JSON Schema of a case file."""
    from generator.read.fit import adapter  # noqa: PLC0415 - pydantic

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter().json_schema()}
    show(json.dumps(schema, ensure_ascii=False, indent=2))


def init(output: str | None) -> None:
    """Write the case file to fill in, never over a file that is there."""
    from generator.cli.starter import STARTER  # noqa: PLC0415 - needed here alone

    out = options.path(output)
    check_output(out)
    if out and (out.exists() or out.is_symlink()):
        raise UnwritableOutputError(
            str(out),
            en="this file exists already. Name another one.",
            fr="ce fichier existe déjà. Nommez-en un autre.",
        )
    put(STARTER.encode(), out, private=True)
    if out:
        say(
            f"{out} is written. Fill it in, then: casepress check {out}",
            f"{out} est écrit. Remplissez-le, puis : casepress check {out}",
        )


def make_key(key_file: str | None) -> None:
    """Make the key where there is none, and print where it is."""
    path = options.path(key_file) or default(os.environ)
    if path.is_symlink() or path.exists():
        read(path)
    else:
        keep(make(path))
        say(
            "a new key was made. Keep a copy apart from the publications; whoever holds it can "
            "undo the dates.",
            "une nouvelle clé est créée. Gardez-en une copie loin des publications ; qui la "
            "détient peut retrouver les vraies dates.",
        )
    show(printable(str(path)))
