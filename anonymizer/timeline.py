"""The dates of one patient together: one offset for all of them, each written back in its form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from anonymizer.audit import Notice
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import Mention
from anonymizer.dates.shift import Dated, Shift, Warned, choose, shifted
from anonymizer.dates.write import relative, write, years_to_write
from anonymizer.key import Key
from anonymizer.passage import Passage
from anonymizer.phi import Phi
from anonymizer.record import Leaf
from anonymizer.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and the identifiers found in it, none overlapping."""

    passage: Passage
    spans: tuple[Span, ...]

    @property
    def dates(self) -> tuple[Mention, ...]:
        """Return the dates that stand for themselves, not inside another identifier."""
        places = {(s.start, s.end) for s in self.spans if s.category is Phi.DATE}
        return tuple(m for m in self.passage.mentions if (m.start, m.end) in places)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What becomes of each date of a patient."""

    shift: Shift = field(repr=False)
    index: PartialDate | None = field(repr=False)
    split: frozenset[tuple[str, int]]  # passage and start of the dates that need their year
    told: Mapping[tuple[int, int], int] = field(repr=False)  # the one year of a month and day

    def moved(self, when: PartialDate) -> PartialDate:
        """Return a date, moved; a day whose year another passage says, as a day of that year."""
        year = self.told.get((when.month or 0, when.day or 0)) if when.year is None else None
        if year is None:
            return shifted(when, self.shift)
        moved = shifted(PartialDate(year, when.month, when.day), self.shift)
        return PartialDate(None, moved.month, moved.day)

    def written(self, mention: Mention, path: str) -> str | None:
        """Return a date of a passage, moved, as it was written; None where it cannot be read."""
        if mention.date is None:
            return None
        with_year = (path, mention.start) in self.split
        return write(mention, self.moved(mention.date), with_year=with_year)

    def distance(self, mention: Mention) -> str | None:
        """Return a date as its distance to the index event; None where there is no distance."""
        if mention.date is None or mention.date.year is None or self.index is None:
            return None
        return relative(mention.date, self.index, mention.lang)


def timeline(
    dates: Mapping[str, PartialDate],
    texts: Sequence[Found],
    *,
    key: Key,
    patient: str,
    today: date,
    days: int | None,
) -> Timeline:
    """Choose the offset under which every date of the record and its passages stays true.

    ``dates`` are the record's own, by path; ``index_event`` among them is day 0, else the
    earliest whole day. Raises ShiftError.
    """
    every = [Dated(when) for when in dates.values()]
    for number, found in enumerate(texts):
        every += [
            Dated(
                m.date,
                group=(number, m.group) if m.group >= 0 else None,
                year_written=m.year_written,
            )
            for m in found.dates
            if m.date is not None
        ]
    shift = choose(tuple(every), key, patient, today, days)
    split = frozenset(
        (found.passage.path, start)
        for found in texts
        for start in years_to_write(found.dates, shift)
    )
    index = dates.get("index_event") or _earliest(d.date for d in every)
    return Timeline(shift, index, split, _told(d.date for d in every))


def _told(dates: Iterable[PartialDate]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that stands in one year only.

    An event told as « le 27 février » and dated 2016 in its own field is a day of 2016.
    """
    years: dict[tuple[int, int], set[int]] = {}
    for day in (d.whole for d in dates if d.whole is not None):
        years.setdefault((day.month, day.day), set()).add(day.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _earliest(dates: Iterable[PartialDate]) -> PartialDate | None:
    whole = sorted(d.whole for d in dates if d.whole is not None)
    return PartialDate(whole[0].year, whole[0].month, whole[0].day) if whole else None


def record_dates(leaves: Iterable[Leaf]) -> dict[str, PartialDate]:
    """Return the clinical dates that a record holds in fields of their own, by path."""
    return {leaf.path: leaf.value for leaf in leaves if leaf.slot.phi is Phi.DATE}


_TOLD: Final = MappingProxyType(
    {
        Warned.WIDENED: (
            (
                "too few offsets of 4 to 52 weeks keep these dates true; one of up to 104 weeks "
                "was taken."
            ),
            (
                "trop peu de décalages de 4 à 52 semaines gardent ces dates vraies ; il va jusqu’à "
                "104 semaines."
            ),
        ),
        Warned.SINGLE_DAYS: (
            "no offset in whole weeks keeps these dates true; weekdays are not kept.",
            (
                "aucun décalage en semaines entières ne garde ces dates vraies ; les jours de la "
                "semaine ne sont pas conservés."
            ),
        ),
        Warned.FEW: (
            "fewer than 10 offsets keep these dates true, so that this one is easier to guess.",
            "moins de 10 décalages gardent ces dates vraies : celui-ci est plus facile à deviner.",
        ),
        Warned.BROKEN: (
            (
                "the given offset moves a day out of a month or year that the text also mentions. "
                "Check the passages, or let casepress choose."
            ),
            (
                "le décalage donné sort un jour du mois ou de l’année que le texte mentionne "
                "aussi. Relisez les passages, ou laissez casepress choisir."
            ),
        ),
        Warned.YEAR_KEPT: (
            "dates that say only a year stay as they are, because the offset is short.",
            "les dates limitées à l’année restent telles quelles, car le décalage est court.",
        ),
    }
)


def notices(time: Timeline, texts: Sequence[Found]) -> tuple[Notice, ...]:
    """Return what a user has to know about the dates: unreadable, unmoved, weakly protected."""
    unread = tuple(
        Notice(
            "unreadable-date",
            f"{found.passage.path or 'text'}[{m.start}:{m.end}]",
            "a date that no calendar holds, or whose day and month cannot be told apart, is not "
            "published. Correct it in the source.",
            "une date impossible, ou dont le jour et le mois ne se distinguent pas, n’est pas "
            "publiée. Corrigez-la dans la source.",
        )
        for found in texts
        for m in found.dates
        if m.date is None
    )
    return (*(Notice(w, "dates", *_TOLD[w]) for w in time.shift.warnings), *unread)
