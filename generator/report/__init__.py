"""From an anonymized case to the view model of its publications.

Only what the anonymizer's pipeline made is accepted: publishing an identified case is a type error.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from anonymizer.dates.partial import PartialDate
from anonymizer.phi import Lang, Phi
from anonymizer.policy import POLICIES, Treatment
from anonymizer.record import leaves

from generator.case.model import Case
from generator.language.dates import order
from generator.language.locales import Locale
from generator.language.words import words
from generator.report.front import (
    abstract,
    authors,
    counterpart,
    keywords,
    notices,
    short,
    title,
)
from generator.report.legend import marks_of
from generator.report.model import Furniture, Layout, MarkCode, Profile, Report, Twin
from generator.report.sections import sections
from generator.report.voice import Voice

if TYPE_CHECKING:
    from anonymizer.pipeline import Anonymized

__all__ = ["Layout", "Profile", "Report", "report"]


def report(
    case: "Anonymized[Case]",
    *,
    layout: Layout,
    profile: Profile,
    twin: str | None = None,
    locales: tuple[Locale, ...] = (Locale.FR, Locale.EN),
) -> Report:
    """Return the publication of an anonymized case, worded in the languages of ``layout``.

    ``twin`` is the name, without suffix, of the same publication in the other language;
    ``locales`` says as which country writes each.

    Raises PassageTooLargeError.
    """
    record = case.record
    policy = case.audit.policy
    relative = POLICIES[policy][Phi.DATE] is Treatment.RELATIVE
    day0 = _day0(record) if relative else None
    voice = Voice(_langs(layout, record.language, locales), record.language, policy, day0)
    head, summary = title(voice, record), abstract(voice, record)
    body = sections(voice, record, profile)
    named = keywords(voice, record)
    first = voice.langs[0]
    theirs = next((each for each in locales if each.lang is not first.lang), voice.other(first))
    elsewhere = replace(voice, langs=(theirs,))
    alone = len(voice.langs) == 1
    there = counterpart(elsewhere, record) if alone and profile is Profile.JOURNAL else None
    codes = {mark.code for mark in marks_of((head, named, summary, there, body))}
    return Report(
        layout=layout,
        profile=profile,
        langs=voice.langs,
        title=head,
        short_title=short(head[0].text),
        kicker=voice.words("kicker", profile),
        notices=notices(voice, record, profile),
        authors=authors(record),
        keywords=named,
        keywords_heading=voice.words("heading", "keywords"),
        abstract=summary,
        counterpart=there,
        sections=body,
        legend=tuple(
            tuple(voice.mark(code, lang) for lang in voice.langs)
            for code in MarkCode
            if code in codes
        ),
        furniture=Furniture(
            page=words(first, "page"),
            of=words(first, "of"),
            skip=words(first, "skip"),
            legend=voice.words("legend"),
            corresponding=voice.words("corresponding"),
        ),
        twin=Twin(elsewhere.words("version")[0], twin) if twin else None,
    )


def _langs(layout: Layout, source: Lang, locales: tuple[Locale, ...]) -> tuple[Locale, ...]:
    if layout is Layout.BILINGUAL:
        return tuple(sorted(locales, key=lambda each: each.lang is not source))
    return tuple(each for each in locales if Layout(each.lang.value) is layout)


def _day0(case: Case) -> PartialDate | None:
    """Return the index event of relative dates: the case's own, else its earliest whole day."""
    if case.index_event:
        return case.index_event
    dates = (leaf.value for leaf in leaves(case) if leaf.slot.phi is Phi.DATE)
    whole = [when for when in dates if isinstance(when, PartialDate) and when.whole]
    return min(whole, key=order) if whole else None
