"""Find quasi-identifiers: professions, nationalities and trials.

Layout: a cue (« profession : », "works as a") or the lexicon; a sentence of one trade in a line of
demographics (« Mécanique. ») is a suspected mistranslation of the worker's name, kind "suspected".
Source: ClinicalTrials.gov (NCT, 8 digits), EudraCT (YYYY-NNNNNN-CC), ISRCTN.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import lowered, vocabulary
from anonymizer.detect.words import BLANK, LETTER, folded, phrase_at, scan, starting
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PROFESSION_CUE = re.compile(
    r"""(?:profession\s?(?::|de\b|d['’])|occupation\s?:|m[ée]tier\s?(?::|de\b|d['’])
    |job\s?:|exerc\w+[ ](?:la[ ]profession|le[ ]m[ée]tier)[ ](?:de|d['’])
    |travail\w*[ ]comme|employ[ée]e?[ ]comme|(?:works?|worked|working
    |employed)[ ]as(?:[ ]an?)?|(?:is|was)[ ]an?[ ]retired|by[ ]trade,?)[ ]?(?P<job>(?!
    \s)[^\n.,;()]{3,40})""",
    re.VERBOSE,
)
_STOP = re.compile(
    r"\s(?:depuis|dans|chez|pendant|jusqu\w*|et|ou|avec|à|en|au|qui|avant|retraité\w*|for|in|at"
    r"|and|since|until|with|who|but|from|before)\s.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_IS_A = re.compile(
    r"(?:he|she|patient|who|mr[. ]+[a-z'’-]+|mrs[. ]+[a-z'’-]+|ms[. ]+[a-z'’-]+)(?: is| was"
    r"| had been|['’]s)"
    r" an? (?:(?:retired|former|self-employed|part-time) )?(?P<job>(?:[a-z-]{3,} ){0,2}[a-z-]*"
    r"(?:er|or|ist|man|woman|eer|smith|wright|ress|hand|clerk|agent|pilot|cook|teacher|nurse))\b"
)
_NO_JOB = re.compile(
    r"(?:smoker|drinker|carrier|user|donor|survivor|partner|member|mother|father|daughter|sister"
    r"|brother|gentleman|woman|man|sufferer|responder|walker|sleeper|eater|lover|player|year|singer"
    r"|character|number|factor|tumou?r|cancer|fever|ulcer|disorder|outlier|leader|owner|winner)\Z"
)
_ARTICLE = re.compile(r"(?:an? |une? )?")
_LINE_TRADE = re.compile(
    rf"(?:(?<=[.:\n])|\A)[{BLANK}]*(?P<trade>[A-ZÉ][{LETTER}]+)(?=[{BLANK}]*\.)"
)
_RETIRED = re.compile(
    r"(?:ancien(?:ne)?|ex-|retrait[ée]e?,?(?: ancien(?:ne)?)?|retired|former|patiente?,?"
    r"|homme,?|femme,?|man,|woman,|monsieur,?|he is an?|she is an?|est|"
    r"[àa]g[ée]e? de \d+ ans,?|\d+ ans,|year-old)\s\Z|retrait[ée]e? \(\Z",
    re.IGNORECASE,
)
_RETIRED_AFTER = re.compile(
    r"(?: [àa] la retraite| retrait[ée]e?| de profession| by (?:trade|profession|occupation)"
    r"|\s?[.;]|, (?:mari[ée]e?|retrait[ée]|fum|non[- ]fum|n[ée]e? |sans |ancien|père |mère ))",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(r"[ ]?(?:,|;|\)|\.(?:\s|\Z)|[ ]?\n|\Z)")
_CITIZEN = re.compile(
    r"""(?:\bnationalit[ée]\s?:?|\bd['’]origine|\borigine\s?:|\bcitoyenne?|\bressortissante?
    |\bpatiente?|\bhomme|\bfemme|\bjeune[ ]fille|\bgar[çc]on|
    \benfant|\bnationality\s?:?|\bof|\ba|\byear-old|\bborn
    |\bethnicity\s?:)[ ](?P<who>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?=[ .,;\n)]|\Z)""",
    re.VERBOSE,
)
_CITIZEN_APART = re.compile(r"(?:, |\()(?P<who>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?=,|;|\)|\.\s)")
_TRIALS = (
    (re.compile(r"NCT[ ]?\d{8}(?!\d)"), "NCT"),
    (re.compile(r"ISRCTN[ ]?\d{8}(?!\d)"), "ISRCTN"),
    (re.compile(r"20\d\d-(?:\d{6}-\d{2}(?:-\d\d)?|A\d{5}-\d\d)(?!\d)"), "20"),
    (re.compile(r"[A-Z]{3,12}-20\d\d-\d{2,4}(?!\d)"), "-20"),
)
_CUED_TRIAL = re.compile(
    r"(?:essai|étude|etude|trial|study|protocole)(?:[ ](?:clinique|randomis[ée]e?"
    r"|de phase [IV\d]{1,3}"
    r"|phase [IV\d]{1,3}))*[ ](?P<name>[A-Z][A-Z\d]{3,14}(?:-\d{1,4})?)(?![\w-])"
)
_HEAD = 1500
_VOCABULARY = 65_536  # words whose reading is kept from one text to the next
_JOB_HINTS = frozenset(
    (
        *("profession", "occupation", "métier", "metier", "job", "employé", "employée", "employe"),
        *("exerce", "exerçait", "exercer", "exerçant", "travaille", "travaillait", "travaillant"),
        *("travaillé", "works", "worked", "working", "employed", "retired", "trade"),
    )
)
_IS = frozenset(("is", "was", "been", "she", "he", "who"))
_STUDIES = frozenset(("essai", "étude", "etude", "trial", "study", "protocole"))


def professions(passage: "Passage") -> Iterator[Span]:
    """Yield professions after a cue or where a person is described, and suspected trades."""
    text = passage.text
    low = lowered(text)
    yield from _cued(text, low)
    for found in _LINE_TRADE.finditer(text, 0, min(len(text), _HEAD)):
        if folded(found["trade"]) in words("trades"):
            yield Span(*found.span("trade"), Phi.PROFESSION, "suspected", 0.6)
    for word in sorted(filter(_opens_job, vocabulary(text))):
        for found in re.finditer(re.escape(word), low):
            yield from _job_at(text, found.start())


def _cued(text: str, low: str) -> Iterator[Span]:
    """Yield what stands after « profession : », "works as a" or "she is a"."""
    used = vocabulary(text)
    for found in () if used.isdisjoint(_JOB_HINTS) else _PROFESSION_CUE.finditer(low):
        if low[found.start() - 1 : found.start()].isalnum():
            continue
        start, job = found.start("job"), _STOP.sub("", found["job"]).rstrip()
        article = _ARTICLE.match(job)
        start += article.end() if article else 0
        end = max(found.start("job") + len(job), phrase_at("professions", text, start))
        if end > start and folded(text[start:end]).split(" ")[0] not in {"with", "soit", "est"}:
            yield Span(start, end, Phi.PROFESSION, "", 0.8)
    for found in () if used.isdisjoint(_IS) else _IS_A.finditer(low):
        if not _NO_JOB.search(found["job"]):
            yield Span(*found.span("job"), Phi.PROFESSION, "", 0.6)


@lru_cache(_VOCABULARY)
def _opens_job(word: str) -> bool:
    return folded(word).split("-")[0] in starting("professions")


def _job_at(text: str, start: int) -> Iterator[Span]:
    end = phrase_at("professions", text, start)
    if not end or text[start - 1 : start].isalnum():
        return
    before = text[max(0, start - 28) : start]
    opens = not before.strip() or before.rstrip(" ").endswith((".", "\n", ":"))
    apart = before.endswith((", ", "(")) and _APART_AFTER.match(text, end)
    if _RETIRED.search(before) or apart or (opens and _RETIRED_AFTER.match(text, end)):
        yield Span(start, end, Phi.PROFESSION, "", 0.7)


def nationalities(passage: "Passage") -> Iterator[Span]:
    """Yield nationalities that are said of a person."""
    low = lowered(passage.text)
    if not any(map(_is_nationality, vocabulary(passage.text))):
        return
    for pattern in (_CITIZEN, _CITIZEN_APART):
        for found in pattern.finditer(low):
            if _is_nationality(found["who"]):
                yield Span(*found.span("who"), Phi.NATIONALITY, "", 0.8)


@lru_cache(_VOCABULARY)
def _is_nationality(word: str) -> bool:
    return folded(word) in words("nationalities")


def trials(passage: "Passage") -> Iterator[Span]:
    """Yield trial registration numbers and trials named after « essai » or "trial"."""
    for pattern, hint in _TRIALS:
        for found in scan(pattern, passage.text, hint):
            if not passage.text[found.start() - 1 : found.start()].isalnum():
                yield Span(found.start(), found.end(), Phi.TRIAL, "", 0.95)
    cued = not vocabulary(passage.text).isdisjoint(_STUDIES)
    for found in _CUED_TRIAL.finditer(passage.text) if cued else ():
        yield Span(*found.span("name"), Phi.TRIAL, "", 0.6)
