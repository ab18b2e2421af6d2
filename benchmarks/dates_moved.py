"""Look for dates that stand unmoved at their place, independently of the anonymizer.

    python benchmarks/dates_moved.py FOLDER [--lang fr]

Runs ``casepress anonymize`` on every .txt of FOLDER and compares source and result word by word.
A day or month date of the source all of whose words stand unchanged at their place is reported
(file and offset, never the text). Reads dates with patterns of its own. Exit 3 if any stands.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

MONTHS = (
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"\b\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?:{YEAR}|\d\d)\b(?![/.,]\d)"
    rf"|\b(?:\d{{1,2}}|1er)\s+(?:{MONTHS})\b(?:\s+{YEAR})?"
    rf"|\b(?:{MONTHS})[\s/-]+{YEAR}\b"
    rf"|\b(?:0?[1-9]|1[0-2])[/-]{YEAR}\b"
    rf"|(?<=\ben )(?:{MONTHS})\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+|[^\w\s]")


def words(text: str) -> list[tuple[str, int, int]]:
    """Return every word with its offsets."""
    return [(m[0], m.start(), m.end()) for m in WORD.finditer(text)]


def unmoved(source: str, result: str) -> list[tuple[int, int]]:
    """Return the offsets of the dates of ``source`` that stand unchanged in ``result``."""
    ours, theirs = words(source), words(result)
    matcher = SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    same = {
        i for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size)
    }
    standing = []
    for found in DATE.finditer(source):
        inside = [i for i, w in enumerate(ours) if found.start() <= w[1] and w[2] <= found.end()]
        if inside and all(i in same for i in inside):
            standing.append(found.span())
    return standing


def anonymized(folder: Path, out: Path, lang: str) -> Path:
    """Run the command on every file of ``folder`` and return where the results are."""
    for path in sorted(folder.glob("*.txt")):
        command = ["casepress", "anonymize", str(path), "--lang", lang, "-o", str(out / path.name)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    return out


def main() -> int:
    """Compare every file and print one line a standing date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="fr")
    asked = parser.parse_args()
    dates = standing = 0
    with tempfile.TemporaryDirectory() as scratch:
        out = anonymized(asked.folder, Path(scratch), asked.lang)
        for path in sorted(asked.folder.glob("*.txt")):
            source, result = path.read_text("utf-8"), (out / path.name).read_text("utf-8")
            dates += len(DATE.findall(source))
            for start, end in unmoved(source, result):
                standing += 1
                print(f"{path.name}[{start}:{end}]")
    print(f"{dates} day and month dates, {standing} unmoved")
    return 3 if standing else 0


if __name__ == "__main__":
    sys.exit(main())
