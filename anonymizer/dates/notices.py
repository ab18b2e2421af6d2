"""What a user has to know about the dates of a record: unmoved, unread, doubtful, telling."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from anonymizer.audit import Notice
from anonymizer.dates.anchors import anchors
from anonymizer.dates.mention import Mention
from anonymizer.dates.shift import Shift, Warned
from anonymizer.passage import Passage

_OLDEST = 1880  # years before it are typing errors, as are those more than 10 years ahead
_AHEAD = 10

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


_IMPOSSIBLE = (
    "a date that no calendar holds is not published. Correct it in the source.",
    "une date qu’aucun calendrier ne contient n’est pas publiée. Corrigez-la dans la source.",
)
_AMBIGUOUS = (
    (
        "day and month of this date cannot be told apart, so it is not published. Write it as "
        "2016-05-04 or 4 May 2016 in the source; one such date tells the order of all the others."
    ),
    (
        "le jour et le mois de cette date ne se distinguent pas : elle n’est pas publiée. Écrivez "
        "2016-05-04 ou 4 mai 2016 dans la source ; une telle date dit l’ordre de toutes les autres."
    ),
)
_MISTYPED = (
    "the year looks like a typing error; it was shifted as it stands. Correct it in the source.",
    (
        "l’année semble une faute de frappe ; elle a été décalée telle quelle. Corrigez-la dans la "
        "source."
    ),
)
_ANCHOR = (
    (
        "a public event, a named day or a weekday stands here: it may give the shift of the dates "
        "away. Reword the passage."
    ),
    (
        "un événement public, un jour nommé ou un jour de semaine figure ici : il peut trahir le "
        "décalage des dates. Reformulez le passage."
    ),
)


def notices(
    texts: Iterable[tuple[Passage, Sequence[Mention]]], shift: Shift, this_year: int
) -> tuple[Notice, ...]:
    """Return the notices of a shift and of the dates of each passage, none with a value."""
    about = (
        notice
        for passage, dates in texts
        for notice in (
            *_doubtful(passage, dates, this_year),
            *(
                Notice("date-anchor", _where(passage, *place), *_ANCHOR)
                for place in anchors(passage.text, dates, shift.days)
            ),
        )
    )
    return (*(Notice(w, "dates", *_TOLD[w]) for w in shift.warnings), *about)


def _doubtful(passage: Passage, dates: Iterable[Mention], this_year: int) -> Iterator[Notice]:
    for date in dates:
        where = _where(passage, date.start, date.end)
        if date.date is None:
            yield Notice("unreadable-date", where, *(_AMBIGUOUS if date.ambiguous else _IMPOSSIBLE))
        elif date.year_written and not _OLDEST <= (date.date.year or _OLDEST) <= this_year + _AHEAD:
            yield Notice("mistyped-year", where, *_MISTYPED)


def _where(passage: Passage, start: int, end: int) -> str:
    return f"{passage.path or 'text'}[{start}:{end}]"
