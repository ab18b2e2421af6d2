"""Find the nouns of agents that English says of a person: "a 61-year-old thatcher".

Layout: "is a", "year-old", "retired", or « , a … , » after a name, then up to three words and a
noun that ends as those of trades do. What a patient is besides (smoker, donor, sister) is no trade.
Source: the endings of the titles of ISCO-08.
"""

import re
from collections.abc import Iterator

from anonymizer.detect.words import WORD
from anonymizer.phi import Phi
from anonymizer.spans import Span

_AGENT = (
    r"(?:(?!and |who |with |from |for |was |has |but )[a-z'’]{3,}[ -]){0,3}"
    r"[a-z-]*(?:er|or|ist|man|woman|eer|smith|wright|ress|hand|clerk|agent"
    r"|pilot|cook|nurse|chef|monger|mechanic|guard|priest|pastor|judge|vendor|mate|captain|technician"
    r"|librarian|student|attendant|assistant|actuary|secretary|merchant|hygienist|therapist|barista)"
)
_IS_A = re.compile(
    r"(?:he|she|patient|who|mr[. ]+[a-z'’-]+|mrs[. ]+[a-z'’-]+|ms[. ]+[a-z'’-]+)(?: is| was"
    rf"| had been|['’]s) an? (?:(?:retired|former|self-employed|part-time) )?(?P<job>{_AGENT})\b"
)
_DESCRIBED = re.compile(
    rf"(?:years?[ -]old (?:retired |right-handed |left-handed |married |single )?"
    rf"|\b(?:retired|formerly an?|used to be an?|ex-)[ ]?|\bthis |\bclient, an? )(?P<job>{_AGENT})"
    r"(?=,|\.|;| who\b| with\b| from\b| and\b| of\b|\n)"
)
_APPOSED = re.compile(rf"{WORD}, (?:an?|the) (?P<job>{_AGENT})(?=,| in [A-Z]| at | and )")
_NO_JOB = re.compile(
    r"(?:smoker|drinker|carrier|user|donor|survivor|partner|member|mother|father|daughter|sister"
    r"|brother|gentleman|\b(?:wo)?man|human|sufferer|responder|walker|sleeper|eater|lover|player"
    r"|year|singer|character|number|factor|tumou?r|cancer|fever|ulcer|disorder|outlier|leader|owner"
    r"|winner|matter|paper|letter|offer|order|summer|winter|centre|center|border|never|ever|other"
    r"|whether|rather|after|under|over|former|younger|older|teenager|toddler|stranger|neighbou?r"
    r"|carer|caller|visitor|doctor|parameter|marker|danger|longer|further|earlier|later|hand"
    r"|for|liver|bladder|shoulder|finger|blister|error|minor|major|prior|manner|corner|procedure)\Z"
)


def agents(text: str, low: str) -> Iterator[Span]:
    """Yield the nouns of agents that English says of a person: "a 61-year-old thatcher"."""
    for pattern, searched in ((_IS_A, low), (_DESCRIBED, low), (_APPOSED, text)):
        for found in pattern.finditer(searched):
            if not _NO_JOB.search(found["job"]):
                yield Span(*found.span("job"), Phi.PROFESSION, "", 0.6)
