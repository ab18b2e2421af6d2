"""Find quasi-identifiers: professions, nationalities and trials.

Layout: a cue (« profession : », "works as a"), the lexicon where a person is described, in English
also any noun of an agent behind "year-old" or « , a … , » after a name; a sentence of one trade in
a line of demographics (« Mécanique. ») is a suspected mistranslation of the worker's name, kind
"suspected". Source: ClinicalTrials.gov (NCT, 8 digits), EudraCT (YYYY-NNNNNN-CC), ISRCTN.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from anonymizer.detect.agents import agents
from anonymizer.detect.anchors import lowered, opened, vocabulary
from anonymizer.detect.words import BLANK, LETTER, folded, phrase_at, scan, starting
from anonymizer.lexicon import words
from anonymizer.phi import Lang, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PROFESSION_CUE = re.compile(
    r"""(?:profession\s*(?::|[ ]{2,}|de\b|d['’])|occ(?:upation)?\s*(?::|[ ]{2,})
    |m[ée]tier\s?(?::|de\b|d['’])|job[ ]?(?:\(|\.*\s*:|\.{2,}|per[ ]patient:)
    |exerc\w+[ ](?:la[ ]profession|le[ ]m[ée]tier)[ ](?:de|d['’])
    |travail\w*[ ](?:comme|de\b|d['’])|employ[ée]e?[ ]comme
    |(?:works?|worked|working|employed|job|duties|trained|qualified|nights?)
    [ ]as(?:[ ]an?)?
    |(?<=by[ ])trade,?)[ ]*(?P<job>(?!\s)[^\n.,;()]{3,40})""",
    re.VERBOSE,
)
_STOP = re.compile(
    r"\s(?:depuis|dans|chez|pendant|jusqu\w*|et|ou|avec|à|en|au|qui|avant|retraité\w*|for|in|at"
    r"|and|since|until|with|who|but|from|before|near|outside|by|on|this|was|has|when)\s.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"(?:an? |une? )?")
_LINE_TRADE = re.compile(rf"(?P<trade>[A-ZÉ](?<![^.:\n{BLANK}].)[{LETTER}]+)(?=[{BLANK}]*\.)")
_RETIRED = re.compile(
    r"(?:ancien(?:ne)?|ex-|retrait[ée]e?,?(?: ancien(?:ne)?)?|retired|former|patiente?,?"
    r"|homme,?|femme,?|man,|woman,|monsieur,?|he is an?|she is an?|\best|\b[ée]tait|\bfut"
    r"|veu(?:f|ve) d['’]une?|(?:est|[ée]tait) une?|(?:travail|m[ée]tier) de|qui a [ée]t[ée]"
    r"|\bcette|[àa]g[ée]e? de \d+ ans,?|\d+ ans,|year-old)\s\Z|retrait[ée]e? \(\Z",
    re.IGNORECASE,
)
_RETIRED_AFTER = re.compile(
    r"(?: [àa] la retraite| en retraite| retrait[ée]e?| de profession| dans | au "
    r"| chez | [àa] [A-ZÀ-Ý]"
    r"| by (?:trade|profession|occupation)"
    r"|\s?[.;]|, (?:mari[ée]e?|retrait[ée]|divorc[ée]|fum|non[- ]fum|n[ée]e? |sans "
    r"|ancien|père |mère ))",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(
    r"[ ]?(?:,|;|\)|\.(?:\s|\Z)|[ ]?\n|\Z)| (?:[àa] (?=[A-ZÀ-Ý])|[àa] la retraite"
    r"|en retraite|retrait"
    r"|de \d\d|chez |dans |au |devenue? |dehors|n[ée]e? )"
)
_COMPLEMENT = re.compile(r" (?:de |d['’]|en |du )(?!retraite|profession)[a-zà-ÿ]{3,}")
_THINGS = frozenset(("facteur", "mineur", "pilote", "chef", "agent", "guide", "miner", "tailor"))
_WHO = r"(?P<who>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)"
_CITIZEN = re.compile(
    rf"""(?:\bnationalit[ée]\s*:?|\bd['’]?\s?origine|\borigine\s?:?|\bcitoyenne?|\bressortissante?
    |\bpatiente?|\bsujet|\bhomme|\bfemme|\bjeune[ ]fille|\bgar[çc]on|\benfant|\bnationality\s*:?
    |\bof|\ban?|\byear-old|\byo|\bold|\bborn|\b(?:m[èe]re|p[èe]re|elle|il|lady|he|she)[ ](?:est|is)
    |\bthis[ ]\w+|\bside|\b\d\d[mf]|\bans,|\bbackground\s?:
    |\b(?:ethnicity|race(?:/eth)?)\s*:)[ ]+{_WHO}(?=[ .,;\n)-]|\Z)""",
    re.VERBOSE,
)
_CITIZEN_APART = re.compile(rf"(?:, |\(|\n|[.:|][ ]){_WHO}(?=,|;|\)|\.\s)")
_SAID_OF = re.compile(
    rf"\b{_WHO}(?=-born\b|[ ](?:(?:wo)?m[ae]n|(?:fe)?male|lady|gentleman|boy|girl|student|national"
    r"|citizen|passport|(?:driving[ ])?licen[cs]e|asylum|father|mother|grandparents?|wife|husband"
    r"|cousin|by[ ]birth|descent|origin|heritage)\b)"
)
_TRIALS = (
    (re.compile(r"NCT[ ]?\d{8}(?!\d)"), "NCT"),
    (re.compile(r"ISRCTN[ ]?\d{8}(?!\d)"), "ISRCTN"),
    (re.compile(r"20\d\d-(?:\d{6}-\d{2}(?:-\d\d)?|A\d{5}-\d\d)(?!\d)"), "20"),
    (re.compile(r"[A-Z]{3,12}-20\d\d-\d{2,4}(?!\d)"), "-20"),
)
_TRIAL = r"[A-Z][A-Z\dl]{1,13}(?:[-.][A-Z\d][A-Za-z\d]{0,9}){1,2}"  # REACH-FSHD, MAC.27
_TRIAL_NAME = rf"(?P<name>(?:{_TRIAL}|[A-Z][A-Z\dl]{{3,14}})(?:/{_TRIAL})?)(?![\w-])"
_CUED_TRIAL = re.compile(
    r"(?:[Ee]ssai|[ÉéEe]tude|[Tt]rial|[Ss]tudy|[Pp]rotocole?)(?:[ ](?:clinique|ouverte?"
    rf"|(?:de[ ])?phase[ ][IV\d]{{1,3}}|randomis[ée]e?))*(?:[ ]{{1,2}}|[ ]?:[ ]){_TRIAL_NAME}"
)
_TRIAL_BEFORE = re.compile(
    rf"(?<![\w/-]){_TRIAL_NAME}"
    r"(?=[ ](?:trial|study|research nurse)\b|,? \(?(?:NCT|ISRCTN|EudraCT)[ ]?\d)"
)
_TRIAL_JOINED = re.compile(
    r"(?:join(?:ed|ing)?|enter(?:ed|ing)?|entry to|enrolled in|randomi[sz]ed (?:in|to)"
    rf"|registry,|inclu(?:se?|sion) (?:dans|au)|participer à) (?P<name>{_TRIAL})(?![\w-])"
)
_STUDIES = frozenset(("essai", "étude", "etude", "trial", "study", "protocole", "protocol"))
_REGISTERED = frozenset(("trial", "study", "research", "eudract"))
_JOINING = frozenset(
    (
        *("join", "joined", "joining", "enter", "entered", "entering", "entry", "randomised"),
        *("randomized", "registry", "inclus", "incluse", "inclusion", "participer", "enrolled"),
    )
)
_BLANKS = " \t\u00a0\u202f"
_TEXTS = 8  # of one record, that two detectors read
_HEAD, _BEFORE = 1500, 40
_VOCABULARY = 65_536  # words whose reading is kept from one text to the next
_JOB_HINTS = frozenset(
    (
        *("profession", "occupation", "occ", "métier", "metier", "job", "employé", "employée"),
        *("employe", "exerce", "exerçait", "exercer", "exerçant", "travaille", "travaillait"),
        *("travaillant", "travaillé", "works", "work", "worked", "working", "employed", "retired"),
        *("trade", "duties", "trained", "qualified", "travail"),
    )
)
_PART = re.compile(r"[a-z\d]{3,}")


def professions(passage: "Passage") -> Iterator[Span]:
    """Yield professions after a cue or where a person is described, and suspected trades."""
    text = passage.text
    low = lowered(text)
    yield from _cued(text, low)
    if passage.lang is Lang.EN:
        yield from agents(text, low)
    for found in _LINE_TRADE.finditer(text, 0, min(len(text), _HEAD)):
        before = text[: found.start()].rstrip(_BLANKS)[-1:]
        if before in {"", ".", ":", "\n"} and folded(found["trade"]) in words("trades"):
            yield Span(*found.span("trade"), Phi.PROFESSION, "suspected", 0.6)
    for word in filter(_opens_job, _telling(text)):
        at = low.find(word)
        while at >= 0:
            yield from _job_at(text, at)
            at = low.find(word, at + len(word))


def _cued(text: str, low: str) -> Iterator[Span]:
    """Yield what stands after « profession : » or "works as a"."""
    for found in opened(_PROFESSION_CUE, low, sorted(vocabulary(text) & _JOB_HINTS)):
        if low[found.start() - 1 : found.start()].isalnum():
            continue
        start, job = found.start("job"), _STOP.sub("", found["job"]).rstrip()
        article = _ARTICLE.match(job)
        start += article.end() if article else 0
        known = phrase_at("professions", text, start)
        end = max(found.start("job") + len(job), known)
        sure = known or not found[0].startswith("travail") or " comme " in found[0]
        first = folded(text[start:end]).split(" ")[0]
        if sure and end > start and first not in {"with", "soit", "est", "a", "he", "she"}:
            yield Span(start, end, Phi.PROFESSION, "", 0.8)


@lru_cache(_TEXTS)
def _telling(text: str) -> tuple[str, ...]:
    """Return the words of a text that may open a profession or be a nationality, in order."""
    return tuple(sorted(filter(_tells, vocabulary(text))))


@lru_cache(_VOCABULARY)
def _tells(word: str) -> bool:
    return _opens_job(word) or _is_nationality(word)


@lru_cache(_VOCABULARY)
def _opens_job(word: str) -> bool:
    return folded(word).split("-")[0] in starting("professions")


def _job_at(text: str, start: int) -> Iterator[Span]:
    """Yield the profession of the lexicon at ``start`` where it is said of a person."""
    end = 0 if text[start - 1 : start].isalnum() else phrase_at("professions", text, start)
    if not end:
        return
    thing = folded(text[start:end]) in _THINGS
    more = _COMPLEMENT.match(text, end)
    end = more.end() if more and not thing else end
    before = text[max(0, start - _BEFORE) : start]
    opens = not before.strip() or before.rstrip(" ").endswith((".", "\n", ":"))
    apart = before.endswith((", ", "(", " ? non : ")) and _APART_AFTER.match(text, end)
    said = _RETIRED.search(before)
    if (
        thing
        and said
        and not said[0].lower().startswith(("ancien", "retrait", "former", "patient"))
    ):
        said = None if not _RETIRED_AFTER.match(text, end) else said
    if said or apart or (opens and _RETIRED_AFTER.match(text, end)):
        yield Span(start, end, Phi.PROFESSION, "", 0.7)


def nationalities(passage: "Passage") -> Iterator[Span]:
    """Yield nationalities that are said of a person."""
    low = lowered(passage.text)
    if not any(map(_is_nationality, _telling(passage.text))):
        return
    for pattern in (_CITIZEN, _CITIZEN_APART, _SAID_OF):
        for found in pattern.finditer(low):
            if any(map(_is_nationality, (found["who"], *found["who"].split("-")))):
                yield Span(*found.span("who"), Phi.NATIONALITY, "", 0.8)


@lru_cache(_VOCABULARY)
def _is_nationality(word: str) -> bool:
    return folded(word) in words("nationalities")


def trials(passage: "Passage") -> Iterator[Span]:
    """Yield trial registration numbers, and trials by the name that is said to be one."""
    text, used = passage.text, vocabulary(passage.text)
    for pattern, hint in _TRIALS:
        for found in scan(pattern, text, hint):
            if not text[found.start() - 1 : found.start()].isalnum():
                yield Span(found.start(), found.end(), Phi.TRIAL, "", 0.95)
    registered = not used.isdisjoint(_REGISTERED) or "NCT" in text or "ISRCTN" in text
    for found in chain(
        opened(_CUED_TRIAL, text, sorted(used & _STUDIES)),
        _TRIAL_BEFORE.finditer(text) if registered else (),
        opened(_TRIAL_JOINED, text, sorted(used & _JOINING)),
    ):
        if not _is_treatment(found["name"]):
            yield Span(*found.span("name"), Phi.TRIAL, "", 0.6)


def _is_treatment(name: str) -> bool:
    """Tell a regimen, a drug or a gene (« protocole R-CHOP ») from the name of a trial."""
    return all(part in words("drugs") for part in _PART.findall(folded(name)))
