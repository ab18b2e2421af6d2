"""Write letters with an identity around narratives that name nobody: gold to measure against.

    python benchmarks/letters.py [NARRATIVES…] [--lang fr] [--count N] [--seed S] > GOLD.jsonl

NARRATIVES are .txt files, .md files of several (each under a line « === name ») or folders; without
any, those of benchmarks/letters/ are taken. Each gets a frame (letterhead, labels, signature), and
sentences that name people go between its own; identity, frame, sentences and dates are drawn
from the seed. All of them stand in benchmarks/letters/, written without a look at any detector.

A row is {"id", "text", "lang", "spans": [[start, end, LABEL], …], "narrative": [[start, end], …]},
in code points, half open. "narrative" says which stretches were copied: their own dates and places
are in no span, so what is found there must be counted apart.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from casting import Cast

HERE = Path(__file__).with_name("letters")
COPIED = "NARRATIVE"
SECTION = re.compile(r"^=== (.+)\n", re.MULTILINE)
SENTENCE = re.compile(r"^- (.+)$", re.MULTILINE)
WORD = re.compile(r"\w{3,}")
BOUNDARY = re.compile(r"(?<=[a-zà-ÿ]{4}\.)\s+(?=[A-ZÀ-Ý])")  # of sentences; not after « Dr. »
MONSIEUR = re.compile(r"M\. (?=\w{2})")  # what the initial M is read as in French: a title
YEARS = re.compile(r"\b(\d{1,2})[\s-]*(?:ans|years?)\b")
SEXES = {  # the first word that tells
    "fr": re.compile(r"(?i)\b(patiente|femme|fillette|fille)\b|\b(?:patient|homme|garçon)\b"),
    "en": re.compile(r"(?i)\b(woman|girl|female|lady|she|her)\b|\b(?:man|boy|male|he|his)\b"),
}


def sections(text: str) -> list[tuple[str, str]]:
    """Return the sections of a text of several, each with what its first line says."""
    parts = SECTION.split(text)[1:]
    return [(head, body.strip("\n")) for head, body in zip(parts[::2], parts[1::2], strict=True)]


def narratives(paths: Sequence[Path], lang: str) -> list[str]:
    """Read the narratives of files and folders, in the order of their names."""
    files = [
        file
        for path in paths or [HERE / f"narratives_{lang}.md"]
        for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])
    ]
    texts = [(file.suffix, file.read_text("utf-8")) for file in files]
    return [
        narrative
        for suffix, text in texts
        for narrative in ([body for _, body in sections(text)] if suffix == ".md" else [text])
    ]


def told(cast: Cast, narrative: str, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give a narrative with sentences between some of its own."""
    places = [boundary.start() for boundary in BOUNDARY.finditer(narrative)]
    chosen = sorted(cast.rng.sample(places, min(len(places), cast.rng.randint(3, 7))))
    begin = 0
    for place, sentence in zip(chosen, cast.rng.sample(sentences, len(chosen)), strict=True):
        yield narrative[begin:place], COPIED
        yield " ", ""
        yield from cast.pieces(sentence)
        begin = place
    yield narrative[begin:], COPIED


def nameable(people: Sequence[list[str]], text: str) -> list[list[str]]:
    """Return the people none of whose names stands in a text; names marked as words may."""
    words = set(WORD.findall(text))
    return [
        [given, family, sex]
        for given, family, sex, _origin, *word in people
        if word or words.isdisjoint(WORD.findall(f"{given} {family}"))
    ]


def letter(
    rng: Random, lang: str, frame: tuple[str, str], narrative: str, sentences: Sequence[str]
) -> dict[str, Any]:
    """Return the row of one letter: a narrative in a frame, with sentences."""
    head, template = frame
    facts = json.loads((HERE / f"identities_{lang}.json").read_text("utf-8"))
    found, years = SEXES[lang].search(narrative), YEARS.search(narrative)
    cast = Cast(
        rng,
        local(facts, head.split(" | ")[1]),
        nameable(facts["people"], "\n".join((template, narrative, *sentences))),
        sex="F" if (found[1] if found else rng.getrandbits(1)) else "M",
        age=int(years[1]) if years else rng.randint(19, 88),
    )
    before, after = template.split("{NARRATIVE}")
    text, spans, copied = "", [], []
    for source in (cast.pieces(before), told(cast, narrative, sentences), cast.pieces(after)):
        for words, label in source:
            span = [len(text), len(text) + len(words)]
            text += words
            if label == COPIED:
                copied.append(span)
            elif label:
                span[0] += len("M. ") if lang == "fr" and MONSIEUR.match(words) else 0
                spans.append([*span, label])
    return {"text": text, "lang": lang, "spans": spans, "narrative": copied}


def local(facts: Mapping[str, Any], country: str) -> dict[str, Any]:
    """Return the facts of a language with those of a country, its dates over the others."""
    own = facts["countries"][country]
    return {**facts, **own, "dates": facts["dates"] | own.get("dates", {})}


def rows(lang: str, texts: Sequence[str], count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Give so many letters: narratives in their order, frames in one drawn from the seed."""
    frames = sections((HERE / f"frames_{lang}.md").read_text("utf-8"))
    sentences = SENTENCE.findall((HERE / f"sentences_{lang}.md").read_text("utf-8"))
    Random(seed).shuffle(frames)  # noqa: S311 - repeatable, no secret
    for number in range(count):
        frame = frames[number % len(frames)]
        rng = Random(f"{seed} {lang} {number}")  # noqa: S311 - repeatable, no secret
        row = letter(rng, lang, frame, texts[number % len(texts)], sentences)
        yield {"id": f"{number + 1:04} {frame[0].split(' | ')[0]}"} | row


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row for each letter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("narratives", type=Path, nargs="*")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr")
    parser.add_argument("--count", type=int, help="as many as there are narratives, by default")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    texts = narratives(asked.narratives, asked.lang)
    count = len(texts) if asked.count is None else asked.count
    for row in rows(asked.lang, texts, count, asked.seed):
        print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
