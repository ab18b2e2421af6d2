"""What gives a shifted date away: a public event, a named day, a weekday that no longer agrees.

An anchor is only reported, for a person to reword: what to write instead nobody can tell here.
Sources of the events: Santé publique France, Bilan canicule et santé (heat waves); WHO, Disease
outbreak news; EMA and FDA dates of approval are public, so a first use tells when it was.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from anonymizer.dates.clean import clean
from anonymizer.dates.context import before
from anonymizer.dates.mention import Mention

_EVENT: Final = re.compile(
    r"""(?<![a-z0-9])(?:
    attentats?|bataclan|charlie[ ]hebdo|11[ ]septembre|(?:september[ ]11|11[ ]september)(?:th)?
    |terror(?:ist)?[ ]attacks?|bombings?|canicules?|heat[ -]?waves?|confinements?|lockdowns?
    |couvre-feu|(?:premiere|deuxieme|seconde|troisieme|1re|2e|3e|first|second|third|covid)[ ]
    (?:vague|wave)|pass[ ]sanitaire|epidemi(?:es?|cs?)|pandemi(?:es?|cs?)|outbreaks?|flambees?|h1n1
    |vaccination[ ]campaign|campagnes?[ ]de[ ]vaccination|coupe[ ]du[ ]monde|world[ ]cup
    |jeux[ ]olympiques|olympics?(?:[ ]games)?|t?chernobyl|fukushima|azf|lubrizol|tsunami|seisme
    |tremblement[ ]de[ ]terre|earthquake|ouragan|hurricane|cyclone|gilets[ ]jaunes|brexit
    |election[ ]presidentielle|(?:presidential|general)[ ]election|greve[ ]generale
    |mise[ ]sur[ ]le[ ]marche|amm|atu|(?:newly|just)[ ](?:approved|licensed)|(?:fda|ema)[ ]approval
    |launch[ ]of
    )(?![a-z0-9])""",
    re.VERBOSE,
)
_NAMED_DAY: Final = re.compile(
    r"""(?<![a-z0-9])(?:
    fete[ ]nationale|jour[ ]de[ ]l'an|nouvel[ ]an|mardi[ -]gras|vendredi[ ]saint|ramadan|l'aid
    |(?:jour|veille|lendemain|fetes?|vacances|lundi)[ ]de[ ](?:noel|paques|pentecote|la[ ]toussaint)
    |yom[ ]kippou?r|hanoukk?ah?|hanukkah|diwali|passover|ferie|bank[ ]holiday|public[ ]holiday
    |christmas(?:[ ](?:day|eve))?|new[ ]year'?s[ ](?:day|eve)|good[ ]friday|easter|thanksgiving
    |halloween|boxing[ ]day|labou?r[ ]day|memorial[ ]day|chinese[ ]new[ ]year
    )(?![a-z0-9])""",
    re.VERBOSE,
)
_WEEKDAY: Final = re.compile(
    r"""(?<![a-z])(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)(?=[., ]))
    [., ]{0,2}(?:the[ ])?\Z""",
    re.VERBOSE,
)


def anchors(text: str, dates: Sequence[Mention], days: int) -> Iterator[tuple[int, int]]:
    """Yield, in order, each stretch of a text that tells when its dates were before the shift.

    ``days`` is the offset: whole weeks keep weekdays true. A text without a date tells nothing.
    """
    if not dates:
        return
    reading, places = clean(text)
    found = [
        *(m.span() for m in _EVENT.finditer(reading)),
        *(m.span() for m in _NAMED_DAY.finditer(reading)),
    ]
    spans = (_placed(span, places) for span in found)
    named = [s for s in spans if not any(m.start <= s[0] < m.end for m in dates)]
    yield from sorted((*named, *_weekdays(text, dates, days)))


def _placed(span: tuple[int, int], places: Sequence[int] | None) -> tuple[int, int]:
    return span if places is None else (places[span[0]], places[span[1] - 1] + 1)


def _weekdays(text: str, dates: Sequence[Mention], days: int) -> Iterator[tuple[int, int]]:
    """Yield the weekdays beside a day that has moved to another one."""
    if days % 7 == 0:
        return
    for date in dates:
        if date.date is None or date.date.day is None:
            continue
        left = before(text, date.start)
        weekday = _WEEKDAY.search(left.lower())
        if weekday:
            yield date.start - len(left) + weekday.start(), date.start
