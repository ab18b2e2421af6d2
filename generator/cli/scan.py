"""``casepress scan``: where identifiers stand in texts.

It starts fast: nothing but detection is imported.
"""

import json as jsonlines
from collections.abc import Iterator
from pathlib import Path

from anonymizer.detect import detect
from anonymizer.passage import passage
from anonymizer.phi import Lang
from anonymizer.policy import POLICIES, PolicyName, Treatment, treatment
from anonymizer.spans import Span

from generator.cli import options
from generator.cli.notes import files, language, rows, text
from generator.cli.progress import Bar
from generator.cli.words import printable, say, show

_POLICY = POLICIES[PolicyName.PSEUDONYMISE]


def scan(
    paths: list[str], *, lang: str | None, json: bool, everything: bool, show_text: bool
) -> None:
    """Print the identifiers of every text; nothing where one of them cannot be read."""
    given = options.one("--lang", lang, Lang) if lang else None
    found, left = files(tuple(map(Path, paths)))
    lines: list[str] = []
    with Bar() as bar:
        for path in found:
            bar.step(printable(path.name))
            if path.suffix.lower() == ".jsonl":
                lines += _documents(path, given, everything=everything, show_text=show_text)
            else:
                lines += _spans(path, given, json=json, everything=everything, show_text=show_text)
    for line in lines:
        show(line)
    if left:
        say(
            f"{left} file(s) of other kinds than .txt, .md and .jsonl were not scanned.",
            f"{left} fichier(s) d’un autre type que .txt, .md et .jsonl n’ont pas été examinés.",
        )


def _found(whole: str, lang: Lang, *, everything: bool) -> tuple[Span, ...]:
    spans = detect(passage(whole, lang))
    return tuple(s for s in spans if everything or _treatment(s) is not Treatment.KEEP)


def _treatment(span: Span) -> Treatment:
    return treatment(_POLICY, span.category, span.kind)


def _documents(
    path: Path, given: Lang | None, *, everything: bool, show_text: bool
) -> Iterator[str]:
    for row in rows(path):
        lang = row.lang or (language(row.text, given, row.where) if row.text.strip() else Lang.FR)
        spans = [
            [s.start, s.end, s.category, *([row.text[s.start : s.end]] if show_text else [])]
            for s in _found(row.text, lang, everything=everything)
        ]
        yield jsonlines.dumps({"id": row.id, "spans": spans}, ensure_ascii=False)


def _spans(
    path: Path, given: Lang | None, *, json: bool, everything: bool, show_text: bool
) -> Iterator[str]:
    whole = text(path)
    where = str(path)
    for span in _found(whole, language(whole, given, where), everything=everything):
        here = {
            "path": where.encode("utf-8", "replace").decode("utf-8"),
            "start": span.start,
            "end": span.end,
            "category": span.category,
            "kind": span.kind,
            "confidence": round(span.confidence, 3),
            "treatment": _treatment(span),
        }
        if show_text:
            here["text"] = whole[span.start : span.end]
        yield jsonlines.dumps(here, ensure_ascii=False) if json else _line(here)


def _line(here: dict[str, object]) -> str:
    """Return a find as a line for a reader: place, category, kind, treatment and the text."""
    kind = f" {here['kind']}" if here["kind"] else ""
    shown = f"  {printable(str(here['text']))}" if "text" in here else ""
    place = f"{printable(str(here['path']))}:{here['start']}-{here['end']}"
    return f"{place}  {here['category']}{kind}  {here['treatment']}{shown}"
