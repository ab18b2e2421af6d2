"""Shapes: what looks like a contact, a national number or a titled name, and nobody issued.

Patterns of its own, independent of detection. Sources: ARCEP numbering plan; INSEE, numéro
d'inscription au répertoire (13 digits and a key).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from anonymizer.phi import Phi
from anonymizer.verify.findings import UNREAD, Role
from anonymizer.verify.search import Straw
from anonymizer.verify.words import GENERIC, TITLES, Ordinary, normal, squash, words

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"""(?<![\w.,/+-]) (?:
        (?:(?:\+|00)33[\s.]?(?:\(0\)[\s.]?)?|0) [1-9]
        (?:(?P<sep>[\s.\-/]?)\d{2}) (?:(?P=sep)\d{2}){3}
      | (?:\+|00)[1-9]\d{0,2} [\s.-]? (?:\(0?\d{0,4}\))? (?:[\s.-]?\d){7,11}
      | 0[127]\d{1,4} [ \u00a0] \d{3,4} [ \u00a0] \d{3,4}
      | \(0?\d{3,5}\) [\s]? \d{3,4} [\s.-]? \d{3,4}
      | [2-9]\d{2} (?P<us>[.-]) \d{3} (?P=us) \d{4}
    ) (?![\w/]|[.,-]\d)""",
    re.VERBOSE,
)
_NIR = re.compile(
    r"""(?<![\w.,]) [12378] (?P<sep>[\s.]?) \d{2} (?P=sep) (?:0[1-9]|1[0-2]|[2-9]\d) (?P=sep)
        (?:\d{2}|2[AB]) (?P=sep) \d{3} (?P=sep) \d{3} (?:[\s.]?\d{2})? (?![\w]|[.,]\d)""",
    re.VERBOSE,
)
_TITLED = re.compile(
    r"""(?<![\w-]) (?: M(?:\.|(?=\s[A-ZÀ-Þ][a-zß-ÿ]{2}))
        | (?:Dr|Pr|Prof|Mme|Mlle|Mr|Mrs|Ms)(?:\.|(?=\s))
        | [Dd]octeure? | [Pp]rofesseure? | [Mm]onsieur | [Mm]adame | [Mm]ademoiselle
        | [Dd]octor | [Pp]rofessor | (?:DR|MME|MLLE|MR|MRS)(?:\.|(?=\s)) )
        [ \t\u00a0\u202f]{0,2}\r?\n?[ \t\u00a0\u202f]{0,2}
        (?P<name> (?:[A-ZÀ-ÞŒ]\.?[\s-]{1,2}){0,3} (?:(?:de|du|d[’']|van|von|le|la)\s?){0,2}
          [A-ZÀ-ÞŒ][\w’'-]{1,40} (?:[ \u00a0-][A-ZÀ-ÞŒ][\w’'-]{1,40}){0,3})""",
    re.VERBOSE,
)
_NATIONAL = 9  # digits that two writings of one phone number share


def _joined(text: str) -> str:
    return text.replace("-", "")


@dataclass(frozen=True, slots=True)
class Issued:
    """What may stand in an output: words of the names, addresses and digits issued."""

    words: frozenset[str] = field(repr=False)
    squashed: tuple[str, ...] = field(repr=False)
    digits: tuple[str, ...] = field(repr=False)


def issued(texts: Iterable[str]) -> Issued:
    """Return the surrogates and declared names in the forms that shapes are compared with."""
    given = tuple(dict.fromkeys(texts))
    digits = ("".join(char for char in text if char.isdigit()) for text in given)
    return Issued(
        # « LE-GOFF » that a line of a page breaks at its hyphen is read back as one word
        frozenset(word for text in given for word in (*words(text), *words(_joined(text)))),
        tuple(sorted({squash(text) for text in given} - {""})),
        tuple(sorted({d for d in digits if len(d) >= _NATIONAL})),
    )


def found(straw: Straw, known: Issued, ordinary: Ordinary) -> Iterator[tuple[int, Phi, str]]:
    """Give each contact, number or titled name that nobody issued, and the rule it breaks."""
    if straw.hay.role in UNREAD:
        return
    text = straw.hay.text
    for match in _EMAIL.finditer(text):
        if not _issued_mail(squash(match[0]), known, straw.hay.role):
            yield match.start(), Phi.EMAIL, "e-mail not issued"
    for pattern, category, rule in (
        (_PHONE, Phi.PHONE, "phone not issued"),
        (_NIR, Phi.ID, "national number not issued"),
    ):
        for match in pattern.finditer(text):
            digits = "".join(char for char in match[0] if char.isdigit())
            if not any(digits[-_NATIONAL:] in each for each in known.digits):
                yield match.start(), category, rule
    for match in _TITLED.finditer(text):
        if _unknown(match["name"], known, ordinary):
            yield match.start("name"), Phi.NAME, "titled name not issued"


def _issued_mail(address: str, known: Issued, role: Role) -> bool:
    """Tell whether an address was issued; a line of a page may hold its end alone."""
    if role is Role.PAGE:
        return any(each.endswith(address) for each in known.squashed)
    return address in known.squashed


def _unknown(name: str, known: Issued, ordinary: Ordinary) -> bool:
    """Tell whether the first word after a title is neither issued nor a word of the language."""
    first = [w for w in words(name) if len(w) > 1 and w not in TITLES][:1]
    return any(
        not (w in known.words or w in GENERIC or ordinary(w)) and not normal(w).isdigit()
        for w in first
    )
