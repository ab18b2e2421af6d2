"""``casepress evaluate``: how well detection does on texts that somebody marked."""

import json as jsonlines
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from anonymizer.detect import detect
from anonymizer.evaluation import Document, Evaluation, Mark, Place, Score, evaluate
from anonymizer.passage import passage
from anonymizer.phi import Lang
from anonymizer.policy import POLICIES, PolicyName, Treatment, treatment
from anonymizer.spans import Span

from generator.cli import options
from generator.cli.notes import Row, language, rows
from generator.cli.progress import Bar
from generator.cli.words import printable, show, told
from generator.errors import UnreadableInputError

_POLICY = POLICIES[PolicyName.PSEUDONYMISE]
_KEPT = frozenset(phi.value for phi, how in _POLICY.items() if how is Treatment.KEEP)
_CONTEXT = 30  # signs shown on either side of a worst case


def evaluation(
    paths: Sequence[str], *, lang: str | None, json: bool, worst: str, show_text: bool
) -> None:
    """Print the scores of the marked documents of ``paths``, label by label and in all."""
    given = options.one("--lang", lang, Lang) if lang else None
    count = options.count("--worst", worst)
    documents = tuple(_documents(map(Path, paths), given))
    total = evaluate(_without_kept(document) for document in documents)
    kept = tuple(s for s in evaluate(documents).labels if s.label in _KEPT)
    texts = {document.id: document.text for document in documents} if show_text else {}
    lines = _json(total, kept, count, texts) if json else _table(total, kept, count, texts)
    for line in lines:
        show(line)


def _documents(paths: Iterable[Path], given: Lang | None) -> Iterator[Document]:
    with Bar() as bar:
        for path in paths:
            bar.step(printable(path.name))
            for row in rows(path):
                yield _document(row, given)


def _document(row: Row, given: Lang | None) -> Document:
    if row.gold is None:
        raise UnreadableInputError(
            row.where,
            en='"spans" is missing: nothing says what should be found. Mark the document, '
            '"spans": [] where it holds no identifier.',
            fr="« spans » manque : rien ne dit ce qui doit être trouvé. Annotez le document, "
            '"spans": [] s’il ne contient aucun identifiant.',
        )
    lang = row.lang or (language(row.text, given, row.where) if row.text.strip() else Lang.FR)
    spans = filter(_scored, detect(passage(row.text, lang)))
    marks = tuple(Mark(s.start, s.end, s.category.value) for s in spans)
    return Document(str(row.id), row.text, row.gold, marks)


def _scored(span: Span) -> bool:
    """Tell whether a find is replaced by the policy, or of a category that it keeps whole."""
    kept = treatment(_POLICY, span.category, span.kind) is Treatment.KEEP
    return not kept or span.category in _KEPT


def _without_kept(document: Document) -> Document:
    """Return a document without the marks of what the policy keeps."""
    gold, found = (
        tuple(m for m in marks if m.label not in _KEPT) for marks in (document.gold, document.found)
    )
    return replace(document, gold=gold, found=found)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


_COLUMNS = (
    ("label", "étiquette"),
    ("gold spans", "annotés"),
    ("precision %", "précision %"),
    ("recall %", "rappel %"),
    ("leak %", "fuite %"),
    ("spans leaking", "repères qui fuient"),
)


def _cells(score: Score) -> tuple[str, ...]:
    shares = (score.precision, score.recall, score.leak)
    return (score.label, str(score.spans), *map(_percent, shares), str(score.leaking))


def _table(
    found: Evaluation, kept: Sequence[Score], count: int, texts: dict[str, str]
) -> Iterator[str]:
    head = tuple(told(*words) for words in _COLUMNS)
    body = [_cells(score) for score in (*found.labels, found.total)]
    aside = [_cells(score) for score in kept]
    widths = [max(map(len, column)) for column in zip(head, *body, *aside, strict=True)]
    yield _aligned(head, widths)
    yield from (_aligned(cells, widths) for cells in body)
    if aside:
        yield told("Reported, kept by the policy:", "Signalés, gardés par la politique :")
        yield from (_aligned(cells, widths) for cells in aside)
    yield told(
        f"{found.documents} documents, {found.with_gold} with identifiers; "
        f"leaking: {_percent(found.documents_leaking)} %; "
        f"tokens taken outside gold: {_share(found)} %",
        f"{found.documents} documents, dont {found.with_gold} avec identifiants ; "
        f"qui fuient : {_percent(found.documents_leaking)} % ; "
        f"mots pris hors annotation : {_share(found)} %",
    )
    for title, places in (
        (told("Leaks, the longest first:", "Fuites, les plus longues d’abord :"), found.leaks),
        (told("Taken outside gold:", "Pris hors annotation :"), found.taken),
    ):
        if count and places:
            yield title
            yield from (_place(place, texts) for place in places[:count])


def _share(found: Evaluation) -> str:
    return "–" if found.over_redaction is None else f"{100 * found.over_redaction:.2f}"


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    numbers = "  ".join(cell.rjust(width) for cell, width in others)
    return f"{first[0].ljust(first[1])}  {numbers}"


def _place(place: Place, texts: dict[str, str]) -> str:
    here = f"  {printable(place.id)}:{place.start}-{place.end}  {place.label}  {place.signs}"
    text = texts.get(place.id)
    if text is None:
        return here
    before = text[max(0, place.start - _CONTEXT) : place.start]
    after = text[place.end : place.end + _CONTEXT]
    shown = f"{before}[{text[place.start : place.end]}]{after}".replace("\n", "⏎")
    return f"{here}  {printable(shown)}"


def _json(
    found: Evaluation, kept: Sequence[Score], count: int, texts: dict[str, str]
) -> Iterator[str]:
    def counted(score: Score) -> dict[str, object]:
        shares = {name: getattr(score, name) for name in ("precision", "recall", "leak")}
        return asdict(score) | shares

    def listed(places: Sequence[Place]) -> list[dict[str, object]]:
        shown = [asdict(place) for place in places[:count]]
        for each in shown:
            if (text := texts.get(str(each["id"]))) is not None:
                each["text"] = text[slice(each["start"], each["end"])]
        return shown

    whole = {
        "documents": found.documents,
        "with_gold": found.with_gold,
        "documents_leaking": found.documents_leaking,
        "over_redaction": found.over_redaction,
        "total": counted(found.total),
        "labels": [counted(score) for score in found.labels],
        "kept": [counted(score) for score in kept],
        "leaks": listed(found.leaks),
        "taken": listed(found.taken),
    }
    yield jsonlines.dumps(whole, ensure_ascii=False)
