"""How a report speaks: each value of a case in each language of the report, with its marks."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, assert_never

from anonymizer.dates.partial import PartialDate
from anonymizer.dates.relative import relative
from anonymizer.phi import Lang, Phi
from anonymizer.policy import POLICIES, PolicyName, Treatment

from generator.case.terms import FactStatus, TextStatus
from generator.case.text import Fact, Term, Text
from generator.language.dates import written
from generator.language.locales import Locale
from generator.language.numbers import decimal
from generator.language.terms import translated
from generator.language.typography import displayed
from generator.language.units import ambiguous, quantity
from generator.language.words import words
from generator.report.model import Mark, MarkCode, Passage, Said, Words
from generator.report.rich import rich

_BLANKS: Final = re.compile(r"[\n\t]|  |^ | $")
_UNREVIEWED = (TextStatus.NEEDS_TRANSLATION, TextStatus.NEEDS_REVIEW)


@dataclass(frozen=True, slots=True)
class Voice:
    """The languages of a report, its source first, and how the policy lets it tell dates."""

    langs: tuple[Locale, ...]
    source: Lang
    policy: PolicyName
    index: PartialDate | None = None

    def other(self, lang: Locale) -> Locale:
        """Return the other of the two languages, as the report writes it."""
        usual = Locale.EN if lang.lang is Lang.FR else Locale.FR
        return next((each for each in self.langs if each is not lang), usual)

    def each(self, told: Callable[[Locale], Said]) -> Words:
        """Return what ``told`` says in each language; once where all say the same."""
        said = tuple(told(lang) for lang in self.langs)
        if all(one.lines == said[0].lines and one.lang is said[0].lang for one in said):
            return (max(said, key=lambda one: len(one.marks)),)  # in one language: marked as such
        same = all(one.lines == said[0].lines and one.marks == said[0].marks for one in said)
        return said[:1] if same else said

    def words(self, macro: str, *args: object) -> Words:
        """Return what a macro says in each language."""
        return self.each(lambda lang: Said(lang, (words(lang, macro, *args),)))

    def plain(self, text: str | None) -> Words:
        """Return a text that is the same in every language, such as a gene or a formula."""
        return self.each(lambda lang: Said(lang, (text,))) if text else ()

    def named(self, name: str) -> Words:
        """Return a marker in each language; one that the table lacks (CDX2) is its own name."""
        return self.each(lambda lang: Said(lang, (translated(name, self.source, lang) or name,)))

    def mark(self, code: MarkCode, lang: Locale) -> Mark:
        """Return a mark, worded in ``lang``."""
        return Mark(code, words(lang, "badge", code), words(lang, "meaning", code))

    def term(self, term: Term | None, lang: Locale) -> Said | None:
        """Return a term in ``lang``: its own, the table's, else as written with a mark."""
        if term is None:
            return None
        return self.term_of(term.fr, term.en, lang)

    def term_of(self, fr: str | None, en: str | None, lang: Locale) -> Said | None:
        """Return the term written ``fr`` and ``en``, in ``lang``."""
        return self._found(fr, en, lang, MarkCode.AS_WRITTEN)

    def terms(self, term: Term | None) -> Words:
        """Return a term in each language."""
        return self.each(lambda lang: self.term(term, lang) or Said(lang, ())) if term else ()

    def label(self, text: Text, lang: Locale) -> Said | None:
        """Return a short text of a fact, with the marks of its language and translation."""
        said = self._found(text.fr, text.en, lang, MarkCode.NOT_TRANSLATED)
        if said is None or lang.lang is self.source or said.lang is not lang:
            return said
        both = bool(text.fr and text.en)
        review = (self.mark(MarkCode.REVIEW, lang),) if both and _unreviewed(text) else ()
        return Said(lang, said.lines, (*said.marks, *review))

    def labels(self, text: Text | None) -> Words:
        """Return a short text in each language."""
        return self.each(lambda lang: self.label(text, lang) or Said(lang, ())) if text else ()

    def _found(
        self, fr: str | None, en: str | None, lang: Locale, missing: MarkCode
    ) -> Said | None:
        own, foreign = (fr, en) if lang.lang is Lang.FR else (en, fr)
        if own:
            return Said(lang, (displayed(_one_line(own), lang),))
        if not foreign:
            return None
        known = translated(foreign, self.other(lang).lang, lang)
        if known:
            return Said(lang, (displayed(known, lang),))
        shown = displayed(_one_line(foreign), self.other(lang))
        return Said(self.other(lang), (shown,), (self.mark(missing, lang),))

    def passages(self, text: Text | None, where: str) -> tuple[tuple[Passage, ...], ...]:
        """Return a text as rows of passages; one passage where only one language has it."""
        if text is None:
            return ()
        own = {Lang.FR: text.fr, Lang.EN: text.en}
        present = tuple(lang for lang in self.langs if (own[lang.lang] or "").strip())
        if not present:
            foreign = self.other(self.langs[0])
            return self._rows(((foreign, own[foreign.lang] or ""),), where, foreign=True)
        alone = len(present) < len(self.langs)
        pairs = tuple((lang, own[lang.lang] or "") for lang in present)
        return self._rows(pairs, where, foreign=alone, review=_unreviewed(text))

    def _rows(
        self,
        texts: tuple[tuple[Locale, str], ...],
        where: str,
        *,
        foreign: bool,
        review: bool = False,
    ) -> tuple[tuple[Passage, ...], ...]:
        html = tuple(rich(text, lang, f"{where}.{lang.lang}") for lang, text in texts)
        marks: list[tuple[Mark, ...]] = []
        for lang, _ in texts:
            reader = next((each for each in self.langs if each is not lang), lang)
            codes = (MarkCode.NOT_TRANSLATED,) if foreign else ()
            if review and not foreign and lang.lang is not self.source:
                codes, reader = (MarkCode.REVIEW,), lang
            marks.append(tuple(self.mark(code, reader) for code in codes))
        langs = tuple(lang for lang, _ in texts)
        if len({len(blocks) for blocks in html}) == 1:
            split = tuple(zip(*html, strict=True))
            return tuple(
                tuple(
                    Passage(lang, (block,), mark if number == 0 else ())
                    for lang, block, mark in zip(langs, row, marks, strict=True)
                )
                for number, row in enumerate(split)
            )
        return (tuple(Passage(*each) for each in zip(langs, html, marks, strict=True)),)

    def number(self, value: str, lang: Locale) -> str:
        """Return a measured value for a reader of ``lang``."""
        return decimal(value, lang)

    def numbers(self, value: str | None) -> Words:
        """Return a measured value in a table, said once: side by side, in the first language."""
        lang = self.langs[0]
        return (Said(lang, (self.number(value, lang),)),) if value else ()

    def amount(self, value: str, unit: str | None, lang: Locale) -> Said:
        """Return a number with its unit; a unit that is mistaken for another is marked."""
        marks = (self.mark(MarkCode.UNIT, lang),) if unit and ambiguous(unit) else ()
        return Said(lang, (quantity(self.number(value, lang), unit, lang),), marks)

    def date(self, when: PartialDate | None, lang: Locale) -> str:
        """Return a date as the policy publishes it: in words, or as a distance; "" for none."""
        if when is None:
            return ""
        match POLICIES[self.policy][Phi.DATE]:
            case Treatment.SHIFT | Treatment.KEEP | Treatment.SURROGATE:
                return displayed(written(when, lang), lang)
            case Treatment.RELATIVE | Treatment.GENERALISE:
                if self.index is None or self.index.year is None or when.year is None:
                    return words(lang, "date_removed")
                return relative(when, self.index, lang.lang)
            case Treatment.REMOVE | Treatment.INITIALS | Treatment.CODE | Treatment.BAND:
                return words(lang, "date_removed")  # the last three are no treatments of dates
            case unknown:
                assert_never(unknown)

    def dates(self, when: PartialDate | None) -> Words:
        """Return a date in each language."""
        return self.each(lambda lang: Said(lang, (self.date(when, lang),))) if when else ()

    def period(
        self, start: PartialDate | None, end: PartialDate | None, *, lasts: bool = False
    ) -> Words:
        """Return the span between two dates, a line each; what lasts says that it began."""
        if not (start or end):
            return ()

        def told(lang: Locale) -> Said:
            first, last = self.date(start, lang), self.date(end, lang)
            if first and last and first != last:
                return Said(lang, (f"{first} –", last))
            return Said(lang, (words(lang, "period", first, last, lasts),))

        return self.each(told)

    def suggested(self, fact: Fact, said: Words) -> Words:
        """Return ``said`` with the mark of a suggestion, where the fact is one."""
        return marked(self, said, MarkCode.SUGGESTED) if is_suggested(fact) else said


def is_suggested(fact: Fact) -> bool:
    """Tell whether a fact was read from a text and not confirmed."""
    return fact.status is FactStatus.SUGGESTED


def marked(voice: Voice, said: Words, code: MarkCode) -> Words:
    """Return ``said`` with one more mark in each language; nothing said bears no mark."""
    if not said:
        return said
    readers = voice.langs if len(said) == len(voice.langs) else voice.langs[:1]
    return tuple(
        Said(one.lang, one.lines, (*one.marks, voice.mark(code, reader)))
        for one, reader in zip(said, readers, strict=True)
    )


def joined(lang: Locale, text: str, pieces: Iterable[Said | None]) -> Said:
    """Return ``text``, made of ``pieces``, with the marks that they bear."""
    marks = tuple(dict.fromkeys(m for piece in pieces if piece for m in piece.marks))
    return Said(lang, (text,), marks)


def _unreviewed(text: Text) -> bool:
    return text.status in _UNREVIEWED


def _one_line(text: str) -> str:
    if not _BLANKS.search(text):
        return text
    return " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part)
