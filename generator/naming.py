"""What a publication is called: by its public slug, or by a code that names nobody."""

import re
from typing import Final

from anonymizer.key import Key
from anonymizer.phi import QUASI

from generator.case.model import Case
from generator.errors import CaseNameError

_SLUG: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?\Z")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)")  # Windows' devices


def public_name(case: Case, key: Key, patient: str) -> str:
    """Return the name that output files begin with: the slug, else a code that names nobody.

    Raises CaseNameError for a slug that is no safe name of a file.
    """
    if case.slug is None:
        return f"case-{key.digest('name', patient)[:4].hex()}"
    if not _SLUG.match(case.slug) or _RESERVED.match(case.slug) or _names_someone(case):
        raise CaseNameError(
            "slug",
            en="cannot name a file, or holds an identifier. Write 1 to 80 of a-z, 0-9, hyphen and "
            "point that name nobody, such as ileal-net.",
            fr="ne peut nommer un fichier, ou contient un identifiant. Écrivez de 1 à 80 signes "
            "parmi a-z, 0-9, tiret et point, qui ne nomment personne, comme ileal-net.",
        )
    return case.slug


def _names_someone(case: Case) -> bool:
    """Tell whether a slug, its hyphens and points read as spaces, holds an identifier."""
    from anonymizer.detect import detect  # noqa: PLC0415 - regexes and lexicons
    from anonymizer.passage import passage  # noqa: PLC0415 - likewise

    read = (case.slug or "").replace("-", " ").replace(".", " ")
    forms = (read, read.title(), read.replace(" ", "-"))
    spans = (s for form in forms for s in detect(passage(form, case.language)))
    return any(span.category not in QUASI for span in spans)
