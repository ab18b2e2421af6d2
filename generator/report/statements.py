"""Statements: findings, history, allergies and lessons, each as a line that reads well."""

import re
from collections.abc import Iterable
from typing import Final

from generator.case.clinical import Allergy, Finding, History
from generator.case.model import Case
from generator.case.terms import HistoryKind
from generator.case.text import Text
from generator.language.locales import Locale
from generator.language.words import words
from generator.report.model import Listing, Said, Words
from generator.report.voice import Voice, joined

# A label to which « absence de » or "no" can be set: some words, no sentence, no negation.
_PLAIN: Final = re.compile(r"[a-zà-öø-ÿœæ][\w’'-]*(?: [\w’'()/-]+){0,7}")
_NOT_PLAIN: Final = re.compile(
    r"^(?:un|une|des|le|la|les|l['’]|de|d['’]|du|pas|aucun|aucune|absence|sans|ni|non|ne"
    r"|a|an|the|no|not|without|absence|lack|neither|never)\b|\b(?:est|sont|était|is|are|was|were)\b",
    re.IGNORECASE,
)
_INITIAL: Final = re.compile(
    r"(?:[a-zà-öø-ÿœæ]{2,}|[aày])(?![\w-]*[A-Z\d])(?=[\s,;:.’'-]|$)"
    r"|[a-zà-öø-ÿœæ]{4,}-"  # lutetium-177, not ki-67
)


def finding(voice: Voice, fact: Finding | History) -> Words:
    """Return a finding as a line: present, absent (« absence de … »), uncertain, not done."""

    def told(lang: Locale) -> Said:
        label = voice.label(fact.label, lang)
        if label is None:
            return Said(lang, ())
        plain = label.lang is lang and is_plain(label.text)
        text = words(lang, "finding", fact.presence, label.text, plain)
        if fact.date:
            text = words(lang, "dated", text, voice.date(fact.date, lang))
        shown = label.lang if label.lang is not lang and text == label.text else lang
        return Said(shown, (capital(text),), label.marks)

    return voice.suggested(fact, voice.each(told))


def is_plain(label: str) -> bool:
    """Tell whether a label is a bare noun phrase.

    >>> is_plain("perforation"), is_plain("Pas d’antécédent"), is_plain("no fever")
    (True, False, False)
    """
    return bool(_PLAIN.fullmatch(label)) and not _NOT_PLAIN.search(label)


def capital(text: str) -> str:
    """Return ``text`` with an initial capital, unless its first word is a sign such as ``p53``."""
    return text[:1].upper() + text[1:] if _INITIAL.match(text) else text


def findings(voice: Voice, facts: Iterable[Finding | History], label: Words = ()) -> Listing | None:
    """Return findings as a list, None where there are none."""
    items = tuple(finding(voice, fact) for fact in facts)
    return Listing(items, label) if items else None


def histories(voice: Voice, case: Case) -> tuple[Listing, ...]:
    """Return the history, one list a kind, complaints first, allergies last."""
    lists = [
        findings(
            voice,
            (item for item in case.history if item.kind is kind),
            voice.words("word", "history", kind),
        )
        for kind in HistoryKind
    ]
    allergies = tuple(allergy(voice, each) for each in case.allergies)
    if allergies:
        lists.append(Listing(allergies, voice.words("allergies")))
    return tuple(each for each in lists if each)


def allergy(voice: Voice, fact: Allergy) -> Words:
    """Return an allergy, or that none is known."""

    def told(lang: Locale) -> Said:
        substance = voice.term(fact.substance, lang)
        reaction = voice.term(fact.reaction, lang)
        text = words(
            lang,
            "allergy",
            fact.presence,
            substance.text if substance else "",
            reaction.text if reaction else "",
        )
        return joined(lang, capital(text), (substance, reaction))

    return voice.suggested(fact, voice.each(told))


def texts(voice: Voice, each: Iterable[Text], *, ordered: bool = False) -> Listing | None:
    """Return short texts as a list, None where there are none."""
    items = tuple(voice.labels(text) for text in each)
    return Listing(items, ordered=ordered) if items else None
