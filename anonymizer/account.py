"""The account of what was done to a record: for verification, for the audit, for the user."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from anonymizer import timeline as dates
from anonymizer.audit import Entry, Notice
from anonymizer.dates.partial import PartialDate
from anonymizer.dates.read import read
from anonymizer.labels import noun
from anonymizer.phi import NOT_A_SPAN, QUASI, Lang, Phi
from anonymizer.policy import Treatment
from anonymizer.provenance import Original, Provenance
from anonymizer.record import Leaf
from anonymizer.surrogates import Assigned
from anonymizer.treated import FIELD, Treated


def terms(every: Iterable[Leaf]) -> Iterable[Leaf]:
    """Return the leaves of clinical content that hold words of the user's own."""
    return (
        leaf
        for leaf in every
        if leaf.slot.phi is Phi.NONE
        and isinstance(leaf.value, str)
        and not isinstance(leaf.value, Enum)
    )


def provenance(treated: Treated, new: Mapping[str, Any], assigned: Assigned) -> Provenance:
    """Return what verification has to know: what must not come out, and what may.

    ``new`` holds the new values by path.
    """
    authors = tuple(str(leaf.value) for leaf in treated.leaves if leaf.slot.phi is Phi.AUTHOR)
    published = tuple(str(new[found.passage.path]) for found in treated.texts)
    clinical = tuple(str(leaf.value) for leaf in terms(treated.leaves))
    langs = tuple(found.passage.lang for found in treated.texts)
    moved = tuple(treated.time.moved(when) for when in _dates(treated))
    # what the published passages say is read again: public years and words like « mars » stay
    stated = tuple(
        mention.date
        for text, lang in (
            *zip(published, langs, strict=True),
            *((author, lang) for author in authors for lang in Lang),
        )
        for mention in read(text, lang)
        if mention.date is not None and (mention.date.day is None or text in authors)
    )
    return Provenance(
        originals=tuple(_originals(treated, new)),
        issued=(*assigned.issued, *treated.surrogates.values(), *authors),
        dates=(*moved, *stated),
        original_dates=tuple(d for d in _dates(treated) if d.whole is not None),
        kept=(*published, *clinical, *authors),
    )


def _dates(treated: Treated) -> Iterable[PartialDate]:
    yield from dates.record_dates(treated.leaves).values()
    for found in treated.texts:
        yield from (m.date for m in found.dates if m.date is not None)


def _originals(treated: Treated, new: Mapping[str, Any]) -> Iterable[Original]:
    for leaf in treated.leaves:
        phi = leaf.slot.phi
        if leaf.path not in new or phi in {Phi.NARRATIVE, Phi.DATE}:
            continue
        if phi is not Phi.LOCAL:
            yield Original(str(leaf.value), phi, leaf.slot.part, leaf.kind, leaf.slot.lang)
        elif isinstance(leaf.value, str):
            yield Original(leaf.value, Phi.ID)
    for found in treated.texts:
        text, lang = found.passage.text, found.passage.lang
        for span, given in treated.treatments(found):
            # the number of an age with a band stands elsewhere too, as a dose or a duration
            if span.category is not Phi.DATE and given not in {Treatment.KEEP, Treatment.BAND}:
                value = text[span.start : span.end]
                yield Original(value, span.category, span.part, span.kind, lang)


def entries(treated: Treated, new: Mapping[str, Any]) -> Iterable[Entry]:
    """Yield one entry an identifier, in the order of the record's fields, passages last."""
    for leaf in treated.leaves:
        phi = leaf.slot.phi
        if phi is Phi.LOCAL:
            yield Entry(leaf.path, FIELD, FIELD, phi, Treatment.REMOVE)
        elif phi not in NOT_A_SPAN:
            given = _in_field(treated.policy[phi], phi, changed=leaf.path in new)
            yield Entry(leaf.path, FIELD, FIELD, phi, given)
    for found in treated.texts:
        for span, given in treated.treatments(found):
            yield Entry(found.passage.path, span.start, span.end, span.category, given)


def _in_field(asked: Treatment, phi: Phi, *, changed: bool) -> Treatment:
    """Return how a field of its own is treated in fact: no wider word is written into one."""
    match asked:
        case Treatment.GENERALISE | Treatment.CODE if phi is not Phi.AGE:
            return Treatment.REMOVE
        case Treatment.GENERALISE | Treatment.BAND if changed:
            return Treatment.GENERALISE
        case Treatment.GENERALISE:
            return Treatment.KEEP
        case _:
            return asked


def notices(treated: Treated, assigned: Assigned) -> tuple[Notice, ...]:
    """Return what the user has to know: about dates, what was kept, surrogates that collided."""
    kept = tuple(
        Notice(
            "kept-quasi-identifier",
            f"{found.passage.path or 'text'}[{span.start}:{span.end}]",
            f"kept as written ({noun(span.category, Lang.EN)}): alone or with other details it may "
            "identify the patient. Read the passage.",
            f"élément conservé tel quel ({noun(span.category, Lang.FR)}) : seul ou associé à "
            "d’autres, il peut désigner le patient. Relisez le passage.",
        )
        for found in treated.texts
        for span in found.spans
        if span.category in QUASI and treated.policy[span.category] is Treatment.KEEP
    )
    collisions = (
        Notice(
            "surrogate-collision",
            ", ".join(assigned.collisions),
            "a surrogate was already a value of this case, so another one was given: this person "
            "or place has another surrogate in your other cases.",
            "un substitut était déjà une valeur de ce cas, un autre a donc été donné : cette "
            "personne ou ce lieu porte un autre substitut dans vos autres cas.",
        ),
    )
    return (
        *dates.notices(treated.time, treated.texts),
        *kept,
        *(collisions if assigned.collisions else ()),
    )
