"""From a case file to finished files: read, anonymize, report, render, verify, then write.

Nothing is written before everything was verified, names of files and audit included.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from anonymizer.audit import Audit, Notice
from anonymizer.errors import RefusalError
from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.policy import PolicyName

from generator.audit import SUFFIX, audit_file
from generator.case.model import Case
from generator.errors import (
    LeakFoundError,
    RefusedPublicationError,
    UnknownLanguageError,
)
from generator.keyfile import HeldKey, keep
from generator.language.locales import Locale
from generator.language.terms import printed_words
from generator.leaks import refuse_leaks
from generator.naming import public_name
from generator.read.bounds import NARRATIVE_BYTES, content, lenient, lines_ended
from generator.stage import Finished, check_writable, write

if TYPE_CHECKING:
    from anonymizer.pipeline import Anonymized
    from anonymizer.verify import Leak

    from generator.read.narrative import Reading
    from generator.report.model import Layout, Profile

_SHOWN: Final = 8  # places that one message lists
_STRICT: Final = ("journal", "sharing")  # profiles that publish no text with an unreadable date
_POLICIES: Final = MappingProxyType({"journal": PolicyName.GENERALISE, "sharing": PolicyName.CODES})
UNREADABLE_DATE: Final = "unreadable-date"

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is to be made of each case."""

    profile: "Profile"
    policy: PolicyName
    layouts: "tuple[Layout, ...]"
    formats: tuple[str, ...]
    today: date
    days: int | None = None
    locales: tuple[Locale, ...] = (Locale.FR, Locale.EN)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that was read: its file, the code its offset comes from, the name of its outputs."""

    path: Path
    case: Case = field(repr=False)
    patient: str = field(repr=False)
    name: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, in order, and what the user has to know about it."""

    files: tuple[Path, ...]
    notices: tuple[Notice, ...]


def prepare(path: Path, key: Key, patient: str | None = None, lang: Lang | None = None) -> Prepared:
    """Read a case or narrative and name its publication.

    ``patient`` overrides the case's own code; ``lang`` is that of a narrative which does not show
    its language.

    Raises CaseNameError and what ``generator.read`` raises.
    """
    from generator.case.ageing import with_age  # noqa: PLC0415 - with the reader
    from generator.read.files import is_case_file, read_case  # noqa: PLC0415 - pydantic

    notices: tuple[Notice, ...] = ()
    if is_case_file(path):
        case = read_case(path)
    else:
        read = _narrative(path, lang)
        case, notices = read.case, read.notices
    code = patient or patient_code(case, path)
    return Prepared(path, with_age(case), code, public_name(case, key, code), notices)


def _narrative(path: Path, lang: Lang | None) -> "Reading":
    from generator.read.files import reading  # noqa: PLC0415 - pydantic

    try:
        return reading(path)
    except UnknownLanguageError:
        if lang is None:
            raise
        return reading(path, lang)


def patient_code(case: Case, path: Path) -> str:
    """Return the code that a case's offset and name are derived from.

    It is the case's ``id``; for a narrative, or a case without one, SHA-256 of its text.
    """
    if case.id:
        return case.id
    text = lenient(content(path, NARRATIVE_BYTES), str(path))
    return sha256(lines_ended(text).encode("utf-8", "replace")).hexdigest()


def policy_of(profile: "Profile") -> PolicyName:
    """Return the policy that a profile uses when none is asked for."""
    return _POLICIES.get(profile, PolicyName.PSEUDONYMISE)


def names(name: str, edition: Edition) -> tuple[str, ...]:
    """Return the names of all files of a publication, the audit last."""
    reports = (f"{name}.{layout}.{form}" for layout in edition.layouts for form in edition.formats)
    return (*reports, f"{name}{SUFFIX}")


def publish(
    prepared: Prepared, edition: Edition, held: HeldKey, out: Path, step: Step = lambda _: None
) -> Published:
    """Publish one case into the folder ``out``; ``step`` hears the name of each stage of work.

    Raises LeakFoundError, RefusedPublicationError, UnwritableOutputError, KeyFileError, FigureError
    and what the anonymizer raises; nothing is written then.
    """
    from anonymizer.pipeline import anonymize  # noqa: PLC0415 - Faker and lexicons

    check_writable(out, names(prepared.name, edition))
    case = prepared.case
    if "bilingual" in edition.layouts:
        from generator.check.bilingual import refuse  # noqa: PLC0415 - terms and lexicons

        refuse(case)
    step("anonymize")
    safe = anonymize(
        case,
        lang=case.language,
        policy=edition.policy,
        key=held.key,
        patient=prepared.patient,
        today=edition.today,
        days=edition.days,
    )
    _refuse_unreadable_dates(safe.audit, edition)
    reports = _rendered(safe, prepared, edition, step)
    audit = audit_file(safe.audit, prepared.name, edition.profile, reports)
    artefacts = {**reports, f"{prepared.name}{SUFFIX}": audit}
    step("verify")
    refuse_leaks(_leaks(artefacts, safe))
    keep(held)
    step("write")
    write(out, tuple(Finished(n, d, private=n.endswith(SUFFIX)) for n, d in artefacts.items()))
    notices = (*prepared.notices, *safe.audit.notices)
    return Published(tuple(out / name for name in artefacts), notices)


def _rendered(
    safe: "Anonymized[Case]", prepared: Prepared, edition: Edition, step: Step
) -> dict[str, bytes]:
    from generator.figures import assets  # noqa: PLC0415 - with the renderers
    from generator.render.html import html  # noqa: PLC0415 - Jinja and Markdown
    from generator.report import report  # noqa: PLC0415 - likewise

    pictures = assets(safe.record, prepared.path.parent)
    done: dict[str, bytes] = {}
    for layout in edition.layouts:
        twin = _twin(prepared.name, layout, edition)
        page = report(
            safe, layout=layout, profile=edition.profile, twin=twin, locales=edition.locales
        )
        for form in edition.formats:
            name = f"{prepared.name}.{layout}.{form}"
            step(name)
            if form == "pdf":
                from generator.render.pdf import pdf  # noqa: PLC0415 - WeasyPrint, for PDF alone

                done[name] = pdf(page, pictures)
            else:
                done[name] = html(page, pictures)
    return done


def _twin(name: str, layout: "Layout", edition: Edition) -> str | None:
    """Return the stem of the same publication in the other language alone, where it is made too."""
    other = next((each for each in edition.layouts if each not in (layout, "bilingual")), None)
    return f"{name}.{other}" if other and layout != "bilingual" else None


def _refuse_unreadable_dates(audit: Audit, edition: Edition) -> None:
    unread = tuple(n.where for n in audit.notices if n.code == UNREADABLE_DATE)
    if unread and edition.profile in _STRICT:
        raise RefusedPublicationError(
            ", ".join(unread[:_SHOWN]),
            en=f"a date cannot be read, and the profile {edition.profile} does not publish such a "
            "date. Write it as 2021-05-04 or 4 May 2021.",
            fr=f"une date est illisible, et le profil {edition.profile} n’en publie pas. "
            "Écrivez-la comme 2021-05-04 ou 4 mai 2021.",
        )


def _leaks(artefacts: Mapping[str, bytes], safe: "Anonymized[Case]") -> "tuple[Leak, ...]":
    from anonymizer.verify import verify  # noqa: PLC0415 - pikepdf and pypdfium2

    try:
        return verify(artefacts, safe.provenance, printed_words(safe.provenance.kept))
    except RefusalError:
        raise
    except Exception as error:  # noqa: BLE001 - the files were not shown to be clean: as a leak
        raise LeakFoundError(
            "",
            en=f"verification could not be finished ({type(error).__name__}), so nothing was "
            "written. Please report it.",
            fr=f"la vérification n’a pas pu être menée à bien ({type(error).__name__}), rien n’a "
            "donc été écrit. Merci de le signaler.",
        ) from None
