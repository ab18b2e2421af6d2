"""Texts and terms in two languages, and where a suggested fact was read."""

from generator.case.fields import Clinical, Coded, Count, NarrativeEn, NarrativeFr, record
from generator.case.terms import FactStatus, TextStatus


@record
class Text:
    """Free text in Markdown, in French, in English or in both; identifiers are looked for in it."""

    fr: NarrativeFr | None = None
    en: NarrativeEn | None = None
    status: Coded[TextStatus] = TextStatus.ORIGINAL


@record
class Term:
    """A clinical term, in French, in English or in both; it leaves exactly as it was written."""

    fr: Clinical | None = None
    en: Clinical | None = None


@record
class Source:
    """Where a fact was read: the half-open range ``[start, end)`` of code points of a passage."""

    passage: Clinical
    start: Count
    end: Count


@record
class Fact:
    """Something a case states; one that was read from a text is a suggestion with its source."""

    status: Coded[FactStatus] = FactStatus.CONFIRMED
    source: Source | None = None
