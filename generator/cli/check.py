"""``casepress check``: what a case lacks, and where it contradicts itself."""

import json as jsonlines
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from anonymizer.record import leaves

from generator.case.ageing import with_age
from generator.case.model import Case
from generator.check import check as findings_of
from generator.check.finding import Finding, Level
from generator.check.place import words_at
from generator.cli.shell import DONE, REFUSED
from generator.cli.words import complain, here, printable, say, show, told
from generator.read.files import is_case_file, read_case, reading

_LONGEST_SHOWN: Final = 240


def check(case: str, *, json: bool, show_text: bool) -> int:
    """Print each finding; exit code 1 where one of them has to be corrected."""
    read = _read(Path(case))
    texts = {leaf.path: str(leaf.value) for leaf in leaves(read)} if show_text else {}
    found = findings_of(with_age(read))
    for finding in found:
        show(_json(finding, texts) if json else _line(finding, texts))
    failing = sum(finding.level is Level.FAIL for finding in found)
    say(
        f"{failing} to correct, {len(found) - failing} to look at.",
        f"{failing} à corriger, {len(found) - failing} à regarder.",
    )
    return REFUSED if failing else DONE


def _read(path: Path) -> Case:
    if is_case_file(path):
        return read_case(path)
    read = reading(path)
    for notice in read.notices:
        complain(notice.told(here()))
    return read.case


def _json(finding: Finding, texts: Mapping[str, str]) -> str:
    words = words_at(finding.path, texts)
    text = {"text": words} if words else {}
    return jsonlines.dumps({**asdict(finding), **text}, ensure_ascii=False)


def _line(finding: Finding, texts: Mapping[str, str]) -> str:
    level = {
        Level.FAIL: told("correct", "corriger"),
        Level.WARN: told("look at", "regarder"),
    }[finding.level]
    text = words_at(finding.path, texts)
    shown = f"  {text[:_LONGEST_SHOWN]}" if text else ""
    sentence = finding.told(here())
    return printable(f"{level:<8}  {told(sentence, sentence)} ({finding.rule}){shown}")
