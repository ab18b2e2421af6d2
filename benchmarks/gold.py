"""Print letters with gold tags as the lines that ``casepress evaluate`` reads.

    python benchmarks/gold.py tests/corpus/letters/fr_*.md > fr.jsonl && casepress evaluate fr.jsonl

A file holds letters, each under a line ``=== id | what it is``; identifiers stand between tags,
``<PATIENT>Claire Kervadec</PATIENT>``. The language is what the file's name begins with.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from anonymizer.phi import NOT_A_SPAN, Lang, Phi

_LETTER = re.compile(r"^=== (?P<id>\S+)[^\n]*\n", re.MULTILINE)
_LABELS = "|".join(phi.value for phi in Phi if phi not in NOT_A_SPAN)
_TAG = re.compile(rf"<(?P<close>/?)(?P<label>{_LABELS})>")


def letters(whole: str) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Yield (id, text without tags, [(start, end, label), …]) for each letter of a file.

    Raises ValueError, with the letter's id, where a tag is not closed by its own.
    """
    heads = tuple(_LETTER.finditer(whole))
    ends = (*(head.start() for head in heads[1:]), len(whole))
    for head, end in zip(heads, ends, strict=True):
        yield (head["id"], *_untagged(whole[head.end() : end].strip("\n"), head["id"]))


def _untagged(tagged: str, where: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, last = "", [], 0
    opened: tuple[int, str] | None = None
    for tag in _TAG.finditer(tagged):
        text += tagged[last : tag.start()]
        last = tag.end()
        if bool(tag["close"]) is (opened is None) or (opened and opened[1] != tag["label"]):
            raise ValueError(f"{where}: a tag is not closed by its own")
        if opened:
            spans.append((opened[0], len(text), opened[1]))
            opened = None
        else:
            opened = len(text), tag["label"]
    if opened:
        raise ValueError(f"{where}: a tag is not closed by its own")
    return text + tagged[last:], spans


def main(paths: list[str]) -> None:
    """Print every letter of every file as one line of JSON."""
    for path in map(Path, paths):
        lang = Lang(path.name[:2])
        for name, text, spans in letters(path.read_text("utf-8")):
            row = {"id": name, "lang": lang.value, "text": text, "spans": spans}
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
