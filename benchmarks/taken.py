"""Count the words taken in texts that name nobody: all of them are taken by mistake, dates aside.

    python benchmarks/taken.py FOLDER [--lang fr] [--list]

FOLDER holds narratives (.txt). A word is a run of letters and digits; it is taken where a span that
``pseudonymise`` replaces touches it. Dates are counted apart: they are to be taken.
"""

import argparse
import re
import sys
from pathlib import Path

from anonymizer.detect import detect
from anonymizer.passage import passage
from anonymizer.phi import Lang, Phi
from anonymizer.policy import POLICIES, PolicyName, Treatment, treatment

WORD = re.compile(r"[^\W_]+")
DATES = (Phi.DATE, Phi.BIRTH_DATE)
POLICY = POLICIES[PolicyName.PSEUDONYMISE]


def main() -> int:
    """Print how many words of a folder are taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=[lang.value for lang in Lang], default="fr")
    parser.add_argument("--list", action="store_true", help="show what is taken, with its category")
    asked = parser.parse_args()
    words = taken = dates = 0
    for file in sorted(asked.folder.glob("*.txt")):
        text = file.read_text("utf-8")
        places = [found.span() for found in WORD.finditer(text)]
        words += len(places)
        for span in detect(passage(text, Lang(asked.lang))):
            if treatment(POLICY, span.category, span.kind) is Treatment.KEEP:
                continue
            if span.category in DATES:
                dates += 1
                continue
            taken += sum(start < span.end and span.start < end for start, end in places)
            if asked.list:
                print(f"{file.stem}  {span.category}  {text[span.start : span.end]}")
    print(f"{words} words, {dates} dates; other words taken: {taken} = {taken / words:.3%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
