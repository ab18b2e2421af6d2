"""The patient's initials: « J.D. » names a patient to those who know them (ICMJE, II.D)."""

import re
from collections.abc import Iterable, Iterator

from anonymizer.verify.findings import READ, Role
from anonymizer.verify.search import Straw
from anonymizer.verify.words import normal, vocabulary, words

_PAIR = re.compile(
    r"(?<![\w.-])([A-ZÀ-Þ])\.[ \u00a0-]?(?:[A-ZÀ-Þ]\.[ \u00a0]?|-[A-ZÀ-Þ]\.[ \u00a0]?)?([A-ZÀ-Þ])\."
    r"(?![\w.]|[ \u00a0-][A-ZÀ-Þ][\w’'-])"
)
# « patiente JD », « Mme J-D », "initials: JD": without dots, only after such a word.
_PAIR_NAMED = re.compile(
    r"""(?<![^\W_]) (?:[Pp]atiente?|[Ii]nitiales?|[Ii]nitials|Mme|Mlle|Mr|Mrs|Ms|M\.|[Mm]onsieur
        |[Mm]adame|MME|PATIENTE?) [\s:(«"\u00a0]{1,4} ([A-ZÀ-Þ])[.\s-]?([A-ZÀ-Þ]) (?![\w’'.-])""",
    re.VERBOSE,
)
# Pairs that mean something in a report: intravenous, by mouth, blood pressure, ...
_MEANT = vocabulary(
    "iv im sc po pr pv io ta td fc fr id bd am pm ad ag us uk ue eu er ie eg cf vs va vn nb ps rx "
    "tx dx hx cp ci cd mg ml ac pc hs bp hr rr vo ni na no al et mm dr ph os hd ct rt mr pe nk bc "
    "hi"
)


def allowed(texts: Iterable[str]) -> frozenset[str]:
    """Return the initials that issued surrogates and declared authors bear."""
    pairs = (words(text) for text in texts)
    return frozenset(a[0] + b[0] for each in pairs for a in each for b in each if a != b)


def found(straw: Straw, wanted: Iterable[str], may: frozenset[str]) -> Iterator[int]:
    """Give each place where initials of the patient stand."""
    pairs = {pair for pair in wanted if pair not in may | _MEANT}
    if not pairs or straw.hay.role not in {*READ, Role.LABEL, Role.NAME}:
        return
    for pattern in (_PAIR, _PAIR_NAMED):
        for match in pattern.finditer(straw.hay.text):
            if normal(match[1] + match[2]) in pairs:
                yield match.start()
