"""Find quasi-identifiers: professions, nationalities, trials, regions and countries.

Layout: a cue (« profession : », "works as a") or the lexicon; a sentence of one trade in a line of
demographics (« Mécanique. ») is a suspected mistranslation of the worker's name, kind "suspected".
Source: ClinicalTrials.gov (NCT, 8 digits), EudraCT (YYYY-NNNNNN-CC), ISRCTN; Unicode CLDR.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from anonymizer.detect.words import BLANK, LETTER, WORD, folded, lowered, phrase_at, scan, starting
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PROFESSION_CUE = re.compile(
    r"""(?:\bprofession\s?(?::|de\b|d['’])|\boccupation\s?:|\bm[ée]tier\s?(?::|de\b|d['’])
    |\bjob\s?:|\bexerc\w+[ ](?:la[ ]profession|le[ ]m[ée]tier)[ ](?:de|d['’])
    |\btravail\w*[ ]comme|\bemploy[ée]e?[ ]comme|\b(?:works?|worked|working
    |employed)[ ]as(?:[ ]an?)?|\b(?:is|was)[ ]an?[ ]retired|\bby[ ]trade,?)[ ]?(?P<job>(?!
    \s)[^\n.,;()]{3,40})""",
    re.VERBOSE,
)
_STOP = re.compile(
    r"\s(?:depuis|dans|chez|pendant|jusqu\w*|et|ou|avec|à|en|au|qui|avant|retraité\w*|for|in|at"
    r"|and|since|until|with|who|but|from|before)\s.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LINE_TRADE = re.compile(
    rf"(?:(?<=[.:\n])|\A)[{BLANK}]*(?P<trade>[A-ZÉ][{LETTER}]+)(?=[{BLANK}]*\.)"
)
_RETIRED = re.compile(
    r"(?:ancien(?:ne)?|ex-|retrait[ée]e?,?(?: ancien(?:ne)?)?|retired|former|patiente?,?"
    r"|homme,?|femme,?|man,|woman,|monsieur,?|he is an?|she is an?|est|"
    r"[àa]g[ée]e? de \d+ ans,?|\d+ ans,|year-old)\s\Z",
    re.IGNORECASE,
)
_RETIRED_AFTER = re.compile(
    r"(?: [àa] la retraite| retrait[ée]e?| de profession| by (?:trade|profession|occupation)"
    r"|\s?[.;]|, (?:mari[ée]e?|retrait[ée]|fum|non[- ]fum|n[ée]e? |sans |ancien|père |mère ))",
    re.IGNORECASE,
)
_CITIZEN = re.compile(
    r"""(?:\bnationalit[ée]\s?:?|\bd['’]origine|\borigine\s?:|\bcitoyenne?|\bressortissante?
    |\bpatiente?|\bhomme|\bfemme|\bjeune[ ]fille|\bgar[çc]on|
    \benfant|\bnationality\s?:?|\bof|\ba|\byear-old|\bborn
    |\bethnicity\s?:)[ ](?P<who>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?=[ .,;\n)]|\Z)""",
    re.VERBOSE,
)
_TRIAL = re.compile(
    r"\b(?:NCT ?\d{8}|(?:EudraCT[ :n°]{0,5})?20\d\d-\d{6}-\d{2}|ISRCTN ?\d{8}"
    r"|[A-Z]{3,12}-20\d\d-\d{2,4})(?!\d)"
)
_CUED_TRIAL = re.compile(
    r"(?:essai|étude|etude|trial|study|protocole)(?:[ ](?:clinique|randomis[ée]e?"
    r"|de phase [IV\d]{1,3}"
    r"|phase [IV\d]{1,3}))*[ ](?P<name>[A-Z][A-Z\d]{3,14}(?:-\d{1,4})?)(?![\w-])"
)
_CAPITALISED = re.compile(WORD)
_RUN = re.compile(rf"{WORD}(?:[{BLANK}-](?:de[ ]la[ ]|du[ ]|de[ ]|of[ ])?{WORD}){{0,3}}")
_NOT_PLACE = frozenset({"centre", "maine", "kent", "orange", "man"})
_WORDS = re.compile(rf"[{LETTER}]{{4,}}(?:-[{LETTER}]+)*")
_HEAD = 1500
_JOB_HINTS = (
    *("profession", "occupation", "métier", "metier", "job", "exerc", " comme", "works as"),
    *("worked as", "working as", "employed as", "retired", "trade"),
)


def professions(passage: "Passage") -> Iterator[Span]:
    """Yield professions after a cue or where a person is described, and suspected trades."""
    text = passage.text
    for found in scan(_PROFESSION_CUE, lowered(text), *_JOB_HINTS):
        job = _STOP.sub("", found["job"]).rstrip()
        if job and folded(job).split(" ")[0] not in {"with", "soit", "est"}:
            yield Span(found.start("job"), found.start("job") + len(job), Phi.PROFESSION, "", 0.8)
    for found in _LINE_TRADE.finditer(text, 0, min(len(text), _HEAD)):
        if folded(found["trade"]) in words("trades"):
            yield Span(*found.span("trade"), Phi.PROFESSION, "suspected", 0.6)
    seen: dict[str, bool] = {}
    for found in _WORDS.finditer(text):
        word = found[0]
        if word not in seen:
            seen[word] = folded(word).split("-")[0] in starting("professions")
        if seen[word]:
            yield from _job_at(text, found.start())


def _job_at(text: str, start: int) -> Iterator[Span]:
    end = phrase_at("professions", text, start)
    if not end:
        return
    before = text[max(0, start - 28) : start]
    opens = not before.strip() or before.rstrip(" ").endswith((".", "\n", ":"))
    if _RETIRED.search(before) or (opens and _RETIRED_AFTER.match(text, end)):
        yield Span(start, end, Phi.PROFESSION, "", 0.7)


def nationalities(passage: "Passage") -> Iterator[Span]:
    """Yield nationalities that are said of a person."""
    for found in _CITIZEN.finditer(lowered(passage.text)):
        if folded(found["who"]) in words("nationalities"):
            yield Span(*found.span("who"), Phi.NATIONALITY, "", 0.8)


def trials(passage: "Passage") -> Iterator[Span]:
    """Yield trial registration numbers and trials named after « essai » or "trial"."""
    for found in scan(_TRIAL, passage.text, "NCT", "udraCT", "ISRCTN", "-20", "20"):
        yield Span(found.start(), found.end(), Phi.TRIAL, "", 0.95)
    for found in _CUED_TRIAL.finditer(passage.text):
        yield Span(*found.span("name"), Phi.TRIAL, "", 0.6)


def regions(passage: "Passage") -> Iterator[Span]:
    """Yield regions and countries of the lexicons, written with a capital."""
    firsts = _first_words()
    seen: dict[str, bool] = {}
    for found in _CAPITALISED.finditer(passage.text):
        word = found[0]
        if word not in seen:
            seen[word] = re.split(r"[-']", folded(word))[0] in firsts
        if seen[word]:
            yield from _region_at(passage.text, found.start())


def _region_at(text: str, start: int) -> Iterator[Span]:
    found = _RUN.match(text, start)
    if not found or text[start - 1 : start].isalnum():
        return
    run = found[0]
    inner = [m.start() for m in re.finditer(r"[ \u00a0-]", run)]
    for end in (len(run), *reversed(inner)):
        name = folded(run[:end])
        country = name in words("countries") and run[:end] != run[:end].upper()
        if name not in _NOT_PLACE and (country or name in words("regions")):
            category = Phi.COUNTRY if country else Phi.REGION
            yield Span(start, start + end, category, "", 0.7)
            return


@cache
def _first_words() -> frozenset[str]:
    names = words("countries") | words("regions")
    return frozenset(re.split(r"[ '-]", name)[0] for name in names)
