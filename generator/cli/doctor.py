"""``casepress doctor``: each thing that casepress needs, whether it is there, and what to do."""

import contextlib
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from anonymizer.errors import RefusalError

from generator import resources
from generator.cli.shell import DONE, REFUSED
from generator.cli.words import printable, show, told
from generator.keyfile import default, read
from generator.language.added import count
from generator.stage import check_writable

LIBRARIES: Final = (
    "faker",
    "jinja2",
    "markdown",
    "nh3",
    "pikepdf",
    "pillow",
    "pydantic",
    "pypdfium2",
    "pyyaml",
    "rich",
    "typer",
    "weasyprint",
)
SPECIMEN: Final = "Élise œ € ≥"
SPECIMEN_STYLE: Final = "p { font-family: 'Source Sans 3' }"
_OLDEST: Final = (3, 11)
_AFTER: Final = (3, 15)
_AGAIN: Final = ("install casepress again", "réinstallez casepress")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, what was seen, and what to do about it: nothing where it is well."""

    what: str
    seen: str
    en: str = ""
    fr: str = ""

    @property
    def well(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.en


def doctor() -> int:
    """Print a line for each thing; exit code 1 where one of them is not well."""
    findings = tuple(check() for check in CHECKS)
    for finding in findings:
        mark = told("ok     ", "ok       ") if finding.well else told("to do  ", "à faire  ")
        advice = "" if finding.well else f" – {told(finding.en, finding.fr)}"
        shown = f"{finding.what}: {finding.seen}{advice}"
        show(printable(mark + told(shown, shown.replace(": ", " : ", 1))))
    return DONE if all(finding.well for finding in findings) else REFUSED


def python() -> Finding:
    """Look at the version of Python."""
    seen = ".".join(map(str, sys.version_info[:3]))
    if _OLDEST <= sys.version_info[:2] < _AFTER:
        return Finding("Python", seen)
    return Finding("Python", seen, "install Python 3.11 to 3.14", "installez Python 3.11 à 3.14")


def libraries() -> Finding:
    """Look at the versions of the libraries."""
    seen, lacking = [], []
    for name in LIBRARIES:
        try:
            seen.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            lacking.append(name)
    what = told("libraries", "bibliothèques")
    if lacking:
        return Finding(what, told("missing ", "manquent ") + ", ".join(lacking), *_AGAIN)
    return Finding(what, ", ".join(seen))


def pango() -> Finding:
    """Look at the system libraries that lay out and subset fonts."""
    words = io.StringIO()
    lacking = "libpangoft2-1.0-0"
    try:
        with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
            from weasyprint.text.ffi import harfbuzz_subset, pango  # noqa: PLC0415 - may be absent
        seen = f"Pango {_pango_version(pango.pango_version())}"
        if harfbuzz_subset is not None:
            return Finding("Pango, HarfBuzz", f"{seen}, harfbuzz-subset")
        lacking = "libharfbuzz-subset0"
    except (ImportError, OSError):
        seen = told("not found", "introuvable")
    return Finding(
        "Pango, HarfBuzz",
        seen,
        f"install it: sudo apt-get install {lacking}, or pango and harfbuzz of your system",
        f"installez : sudo apt-get install {lacking}, ou pango et harfbuzz de votre système",
    )


def _pango_version(number: int) -> str:
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def fonts() -> Finding:
    """Print a specimen into a PDF with the bundled fonts, and read it back."""
    what = told("fonts", "polices")
    try:
        seen = specimen()
    except Exception as error:  # noqa: BLE001 - whatever fails here is what a doctor is asked for
        return Finding(what, type(error).__name__, *_AGAIN)
    if SPECIMEN not in seen:
        return Finding(what, told("letters are lost", "des lettres se perdent"), *_AGAIN)
    return Finding(what, f"{SPECIMEN} " + told("printed and read back", "imprimé et relu"))


def specimen() -> str:
    """Return the text of a PDF that shows SPECIMEN in the bundled fonts."""
    import pypdfium2  # noqa: PLC0415 - reads PDFs

    from generator.render import weasy  # noqa: PLC0415 - WeasyPrint

    page = weasy.engine().HTML(
        string=f"<html lang=fr><style>{SPECIMEN_STYLE}</style><p>{SPECIMEN}</p>",
        url_fetcher=weasy.fetcher({}),
    )
    with contextlib.closing(
        pypdfium2.PdfDocument(page.write_pdf(font_config=weasy.fonts()))
    ) as made:
        text: str = made[0].get_textpage().get_text_range()
    return text


def key() -> Finding:
    """Look at the user's own key."""
    path = default(os.environ)
    what = told("key", "clé")
    if not path.exists():
        return Finding(what, told("none yet; made when needed", "aucune ; créée au besoin"))
    try:
        read(path)
    except RefusalError as refusal:
        return Finding(what, str(path), refusal.en, refusal.fr)
    return Finding(what, str(path))


def terms() -> Finding:
    """Look at the tables of terms that the user added."""
    what = told("your terms", "vos termes")
    try:
        seen = [f"{table.name} ({count(table)})" for table in resources.user_terms()]
    except RefusalError as refusal:
        return Finding(what, refusal.where, refusal.en, refusal.fr)
    return Finding(what, ", ".join(seen) or told("none added", "aucune table ajoutée"))


def folder() -> Finding:
    """Look whether reports can be written into the present folder."""
    here = Path.cwd()
    what = told("folder", "dossier")
    try:
        check_writable(here)
    except RefusalError as refusal:
        return Finding(what, str(here), refusal.en, refusal.fr)
    return Finding(what, told("reports can be written here", "on peut y écrire"))


CHECKS: Final[tuple[Callable[[], Finding], ...]] = (
    python,
    libraries,
    pango,
    fonts,
    key,
    terms,
    folder,
)
