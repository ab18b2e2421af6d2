"""What opens a report: title, authors, notices, keywords, abstract."""

from dataclasses import replace

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.terms import CaseStatus
from generator.report.model import (
    Author,
    Counterpart,
    MarkCode,
    Profile,
    Prose,
    Said,
    Section,
    Words,
)
from generator.report.voice import Voice, marked

_SHORT = 70  # letters of the title that a running header holds


def title(voice: Voice, case: Case) -> Words:
    """Return the title; a case without one is a "clinical case"."""
    return (voice.labels(case.title) if case.title else ()) or voice.words("untitled")


def short(text: str) -> str:
    """Return a title that fits a running header, cut between two words.

    >>> short("a " * 50)
    'a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a…'
    """
    if len(text) <= _SHORT:
        return text
    return f"{text[: _SHORT + 1].rpartition(' ')[0] or text[:_SHORT]}…"


def notices(voice: Voice, case: Case, profile: Profile) -> tuple[Words, ...]:
    """Return what a reader has to know first, on each page."""
    codes = (
        *(("sharing",) if profile is Profile.SHARING else ()),
        *(("draft",) if case.status is CaseStatus.DRAFT else ()),
        *(("synthetic",) if case.synthetic else ()),
    )
    return tuple(voice.words("notice", code) for code in codes)


def authors(case: Case) -> tuple[Author, ...]:
    """Return the byline; only a corresponding author's address is printed."""
    return tuple(
        Author(
            f"{each.given} {each.family}",
            each.affiliation,
            each.orcid,
            each.email if each.corresponding else None,
        )
        for each in case.authors
    )


def keywords(voice: Voice, case: Case) -> Words:
    """Return the keywords in each language; those of the other one where a language has none."""
    own = {Lang.FR: case.keywords.fr, Lang.EN: case.keywords.en} if case.keywords else {}
    present = tuple(lang for lang in voice.langs if own.get(lang.lang))
    if present:
        return tuple(Said(lang, (", ".join(own[lang.lang]),)) for lang in present)
    foreign = voice.other(voice.langs[0])
    if not own.get(foreign.lang):
        return ()
    return marked(voice, (Said(foreign, (", ".join(own[foreign.lang]),)),), MarkCode.NOT_TRANSLATED)


def abstract(voice: Voice, case: Case) -> Section | None:
    """Return the abstract."""
    rows = voice.passages(case.abstract, "abstract")
    return Section("abstract", voice.words("heading", "abstract"), (Prose(rows),)) if rows else None


def counterpart(voice: Voice, case: Case) -> Counterpart | None:
    """Return title, abstract and keywords as far as the case has them in the voice's language."""
    here = voice.langs[0]
    heading = tuple(one for one in title(voice, case) if case.title and one.lang is here)
    own = case.abstract and (case.abstract.fr if here.lang is Lang.FR else case.abstract.en)
    summary = abstract(voice, case) if own else None
    named = tuple(one for one in keywords(voice, case) if one.lang is here)
    if not (heading or summary or named):
        return None
    under = replace(summary, name=f"{summary.name}-{here.lang}") if summary else None
    return Counterpart(heading, under, named, voice.words("heading", "keywords"))
