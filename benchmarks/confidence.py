"""Say how often what detection finds is an identifier, by the confidence that a detector states.

    python benchmarks/confidence.py            print a row a category and stated tenth
    python benchmarks/confidence.py --write    and write the table that detection reads

The letters are tests/corpus/letters/*_c.md, which taught the tagger nothing. A find is right where
it touches a gold span of any label.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from gold import letters

from anonymizer.detect import detect_all
from anonymizer.detect.calibration import tenth
from anonymizer.passage import passage
from anonymizer.phi import Lang

TOP = Path(__file__).parents[1]
LETTERS = sorted((TOP / "tests" / "corpus" / "letters").glob("*_c.md"))
FEWEST = 20  # finds of which a share says something
TABLE = TOP / "anonymizer" / "detect" / "confidence.json"


def judged() -> dict[str, dict[str, list[bool]]]:
    """Return, for each category and stated tenth, whether each find was right."""
    met: defaultdict[str, defaultdict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for path in LETTERS:
        for _, text, gold in letters(path.read_text("utf-8")):
            each = passage(text, Lang(path.name[:2]))
            for s in detect_all((each,))[0]:
                right = any(start < s.end and s.start < end for start, end, _ in gold)
                met[s.category][tenth(s.confidence)].append(right)
    return {name: dict(sorted(cells.items())) for name, cells in sorted(met.items())}


def main() -> None:
    """Print the table; write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    met = judged()
    print("| category | stated | finds | right |\n|---|---:|---:|---:|")
    for category, cells in met.items():
        for stated, told in cells.items():
            print(f"| {category} | {stated} | {len(told)} | {sum(told) / len(told):.2f} |")
    if given.write:
        table = {
            category: {
                stated: round((sum(told) + 1) / (len(told) + 2), 3)
                for stated, told in cells.items()
                if len(told) >= FEWEST
            }
            for category, cells in met.items()
        }
        TABLE.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
