"""Words that contradict the record, or that a translation may have got wrong: asked, never mended.

Each pattern was met in translated cases; the author decides.
"""

import re
from collections.abc import Iterator
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang, Phi
from anonymizer.record import Leaf, leaves

from generator.case.model import Case
from generator.case.terms import FactStatus, SectionKind
from generator.check.finding import Finding, warn
from generator.read.suggestions.passage import Passage, passage
from generator.read.suggestions.person import contradictions

_DOSE_UNIT: Final = re.compile(r"(?<![\w/])[mM]U(?![\w])(?!\s*/\s*[dmµ]?[lL]\b)")
_NOT_NEEDED: Final = re.compile(
    r"""\b(?:ne[ ](?:nécessit\w+|requ\w+|demand\w+)[ ]pas[ ](?:de[ ]|d['’]|une?[ ])?
    (?:chirurgie|intervention|résection|opération|exérèse|traitement)
    |(?:not[ ]requir\w+|no[ ]need[ ](?:of|for)|without[ ]need[ ](?:of|for))[ ]
    (?:surgery|resection|operation|treatment))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_GRAVE: Final = re.compile(
    r"m[ée]tasta|infiltrat|diffus|inop[ée]rable|unresectable|non r[ée]s[ée]cable|extens",
    re.IGNORECASE,
)
_TRADES: Final = frozenset(
    (
        "agriculture",
        "boulangerie",
        "charpenterie",
        "coiffure",
        "commerce",
        "construction",
        "electricite",
        "enseignement",
        "hotellerie",
        "informatique",
        "jardinage",
        "maconnerie",
        "mecanique",
        "menuiserie",
        "nettoyage",
        "peinture",
        "plomberie",
        "soudure",
        "mechanical",
    )
)
_WHERE: Final = (SectionKind.HISTORY, SectionKind.OTHER)
_OPENING: Final = 3  # sentences in which a profession stands by itself


def grammar(case: Case) -> Iterator[Finding]:
    """Yield each place whose grammar says another sex than the record."""
    for notice in contradictions(case.patient.sex, _passages(case)):
        yield warn(notice.code, notice.where, en=notice.en, fr=notice.fr)


def units(case: Case) -> Iterator[Finding]:
    """Yield each dose in mU or MU: a thousandth or a million, 10⁹ times apart."""
    for leaf in leaves(case):
        is_unit = leaf.path.startswith(("treatments", "home_treatments")) and leaf.path.endswith(
            ".unit"
        )
        if is_unit and _DOSE_UNIT.search(str(leaf.value)):
            yield _ambiguous(leaf.path)
    for text in _passages(case):
        found = _DOSE_UNIT.search(text.text)
        if found:  # once a passage: whoever looks there sees the others
            yield _ambiguous(f"{text.path}[{found.start()}:{found.end()}]")


def _ambiguous(path: str) -> Finding:
    return warn(
        "unit-mU",
        path,
        en="mU is a thousandth of a unit, MU a million: say which was given.",
        fr="mU est un millième d’unité, MU un million : précisez ce qui a été donné.",
    )


def need(case: Case) -> Iterator[Finding]:
    """Yield « ne nécessitant pas de chirurgie » of a disease too far gone for it."""
    for text in _passages(case):
        for found in _NOT_NEEDED.finditer(text.text):
            if _GRAVE.search(text.text[slice(*text.sentence(found.start()))]):
                yield warn(
                    "need-or-possibility",
                    f"{text.path}[{found.start()}:{found.end()}]",
                    en="not needed, or not possible (not amenable)? Say which.",
                    fr="pas nécessaire, ou pas possible (non accessible) ? Précisez.",
                )


def profession(case: Case) -> Iterator[Finding]:
    """Yield a trade where a profession belongs: « Mécanique » for « mécanicien »."""
    for leaf in leaves(case):
        if leaf.slot.phi is Phi.PROFESSION and _bare(str(leaf.value)) in _TRADES:
            yield _trade(leaf.path)
    for text in _passages(case):
        opening = list(text.sentences())[:_OPENING] if text.kind in _WHERE else []
        for start, end in opening:
            if _bare(text.text[start:end]) in _TRADES:
                yield _trade(f"{text.path}[{start}:{end}]")


def _trade(path: str) -> Finding:
    return warn(
        "profession-trade",
        path,
        en="names a trade, not a profession; perhaps a mistranslation. Write the profession, "
        "or take it out: it may single the patient out.",
        fr="nomme un domaine, non une profession ; peut-être une erreur de traduction. Écrivez la "
        "profession, ou retirez-la : elle peut désigner le patient.",
    )


def _bare(words: str) -> str:
    return fold(words).strip(" .;:")


def _passages(case: Case) -> tuple[Passage, ...]:
    """Return every free text, once: what was suggested from a text repeats it."""
    repeated = tuple(
        f"events[{number}]."
        for number, event in enumerate(case.events)
        if event.status is FactStatus.SUGGESTED
    )
    return tuple(
        _passage(case, leaf)
        for leaf in leaves(case)
        if leaf.slot.phi is Phi.NARRATIVE and not leaf.path.startswith(repeated)
    )


def _passage(case: Case, leaf: Leaf) -> Passage:
    kind = SectionKind.OUTCOME
    if leaf.path.startswith("narrative["):
        kind = case.narrative[int(leaf.path[10 : leaf.path.index("]")])].kind
    return passage(leaf.path, str(leaf.value), leaf.slot.lang or Lang.FR, kind)
