"""The one way from an identified record to a de-identified one.

detect → corefer → merge → shift, replace, generalise → audit. Only this module makes an
``Anonymized`` record, and only such a record can be published.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date
from typing import Annotated, Generic, TypeVar

from anonymizer import timeline as dates
from anonymizer.account import entries, notices, provenance, terms
from anonymizer.audit import Audit
from anonymizer.detect import detect, detect_all
from anonymizer.detect.known import KnownIndex, index
from anonymizer.errors import AlreadyDeidentifiedError, IdentifierInTermError
from anonymizer.fold import fold
from anonymizer.key import Key
from anonymizer.known import known
from anonymizer.passage import passage
from anonymizer.phi import QUASI, Lang, Phi
from anonymizer.policy import POLICIES, PolicyName
from anonymizer.provenance import Provenance
from anonymizer.record import Leaf, leaves, rebuild
from anonymizer.replace import replace
from anonymizer.surrogates import assign
from anonymizer.surrogates.pools import misleads
from anonymizer.timeline import Found, Timeline, timeline
from anonymizer.treated import Treated, mentioned

T = TypeVar("T")
_MADE_HERE = object()
_WORD = re.compile(r"\w+")
_ALLOWED = (*QUASI, Phi.AUTHOR)  # what a clinical term may hold
_SURE = 0.8  # confidence from which a find in a clinical term is taken for an identifier


@dataclass(frozen=True, slots=True)
class Anonymized(Generic[T]):
    """A record whose identifiers were treated, with what verification and the audit need."""

    record: T
    provenance: Provenance = field(repr=False)
    audit: Audit
    made_by: object = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse to be made anywhere but in the pipeline."""
        if self.made_by is not _MADE_HERE:
            raise TypeError("Anonymized is made by anonymizer.pipeline only")


@dataclass(frozen=True, slots=True)
class Note:
    """A bare text as a record of one narrative."""

    text: Annotated[str, Phi.NARRATIVE]


def anonymize(
    record: T,
    *,
    lang: Lang,
    policy: PolicyName,
    key: Key,
    patient: str,
    today: date,
    days: int | None = None,
    project: str = "",
) -> Anonymized[T]:
    """Return the record with its dates shifted and its identifiers replaced under a policy.

    ``patient`` is a local code from which the offset is derived, ``days`` an offset to obey
    instead, ``project`` links publications of one patient. ``lang`` is that of passages whose
    field does not say it.

    Raises AlreadyDeidentifiedError, UnclassifiedFieldError, IdentifierInTermError, ShiftError,
    SurrogatesExhaustedError.
    """
    if getattr(record, "deidentified", None) is not None:
        raise AlreadyDeidentifiedError(
            "deidentified",
            en="this case was de-identified before. Start from the original case.",
            fr="ce cas a déjà été dé-identifié. Repartez du cas d’origine.",
        )
    every, values = leaves(record), known(record)
    names = index(values)
    _refuse_identifiers_in_terms(every, lang, names)
    texts = _search(every, lang, names)
    time = timeline(
        dates.record_dates(every), texts, key=key, patient=patient, today=today, days=days
    )
    table = POLICIES[policy]
    asked = tuple(mentioned(values, texts, table, lang))
    authors = _authors_words(every)
    assigned = assign(
        tuple(mention for _, mention in asked),
        key,
        project,
        forbidden=lambda word: word in authors or misleads(word),
    )
    given = zip((place for place, _ in asked), assigned.texts, strict=True)
    treated = Treated(every, texts, time, table, lang, dict(given))
    new = treated.values() | {
        found.passage.path: replace(
            found.passage.text, treated.replacements(found), found.passage.lang
        )
        for found in texts
    }
    return Anonymized(
        _with_day_zero(rebuild(record, new), time),
        provenance(treated, new, assigned),
        Audit(policy, tuple(entries(treated, new)), notices(treated, assigned)),
        _MADE_HERE,
    )


def anonymize_text(
    text: str,
    *,
    lang: Lang,
    policy: PolicyName,
    key: Key,
    patient: str,
    today: date,
    days: int | None = None,
) -> Anonymized[str]:
    """Return a bare text with its dates shifted and its identifiers replaced.

    Raises what ``anonymize`` raises.
    """
    done = anonymize(
        Note(text), lang=lang, policy=policy, key=key, patient=patient, today=today, days=days
    )
    return Anonymized(done.record.text, done.provenance, done.audit, _MADE_HERE)


def _authors_words(every: Iterable[Leaf]) -> frozenset[str]:
    """Return the folded words that are printed as declared: no surrogate may be one of them."""
    authors = (str(leaf.value) for leaf in every if leaf.slot.phi is Phi.AUTHOR)
    return frozenset(word for value in authors for word in _WORD.findall(fold(value)))


def _with_day_zero(record: T, time: Timeline) -> T:
    """Return the record with its index event said, so that its fields count from the same day 0."""
    unsaid = getattr(record, "index_event", ...) is None
    if not unsaid or time.index is None:
        return record
    return replaced(record, index_event=time.moved(time.index))  # type: ignore[type-var]


def _search(every: Iterable[Leaf], lang: Lang, names: KnownIndex) -> tuple[Found, ...]:
    passages = tuple(
        passage(leaf.value, leaf.slot.lang or lang, leaf.path)
        for leaf in every
        if leaf.slot.phi is Phi.NARRATIVE
    )
    return tuple(map(Found, passages, detect_all(passages, names)))


def _refuse_identifiers_in_terms(every: Iterable[Leaf], lang: Lang, names: KnownIndex) -> None:
    for leaf in terms(every):
        for span in detect(passage(leaf.value, lang, leaf.path), names):
            if span.category not in _ALLOWED and span.confidence >= _SURE:
                raise IdentifierInTermError(
                    leaf.path,
                    en=f"holds an identifier ({span.category}), and clinical terms are never "
                    "altered. Move it to a narrative field, or take it out.",
                    fr=f"contient un identifiant ({span.category}), et un terme clinique n’est "
                    "jamais modifié. Déplacez-le dans un champ narratif, ou retirez-le.",
                )
