import importlib
import sys
from pathlib import Path

import pytest

from anonymizer.dates.partial import parse_iso
from anonymizer.phi import IdKind, Part, Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify

ORIGINALS = (
    Original("Élodie", Phi.PATIENT, Part.GIVEN),
    Original("Vaubernier", Phi.PATIENT, Part.FAMILY),
    Original("Jean-Loup Kerzhéan", Phi.CLINICIAN),
    Original("Anne Petit", Phi.CLINICIAN),
    Original("Li", Phi.RELATIVE, Part.FAMILY),
    Original("12 rue des Trois Fontaines, 99123 Trébédan", Phi.ADDRESS),
    Original("99123", Phi.POSTCODE),
    Original("Trébédan", Phi.CITY),
    Original("CHU Pontquellec", Phi.HOSPITAL),
    Original("06 12 34 56 78", Phi.PHONE),
    Original("elodie.vaubernier@courrier.example", Phi.EMAIL),
    Original("2 57 03 99 123 456 78", Phi.ID, kind=IdKind.NIR),
    Original("8001234567", Phi.ID, kind=IdKind.IPP),
    Original("https://www.pontquellec.example/e-vaubernier", Phi.URL),
    Original("94", Phi.AGE),
    Original("1957-03-14", Phi.BIRTH_DATE),
)
PROVENANCE = Provenance(
    originals=ORIGINALS,
    issued=("Sabine Rochard", "Dr Paul Lemercier", "01 99 00 12 34", "s.rochard@example.org"),
    dates=(parse_iso("2021-05-18"), parse_iso("2020-11"), parse_iso("2019")),
    original_dates=(parse_iso("2021-06-29"), parse_iso("2020-12-03")),
    kept=(
        "Un petit nodule de 4 mm, stable. Score de Karnofsky à 80 %.",
        "Vue le 18 mai 2021 pour douleurs.",
    ),
)
ORDINARY = frozenset(
    {
        *("un", "une", "le", "la", "de", "des", "et", "petit", "petite", "anne", "trois", "rue"),
        *("fontaines", "nodule", "karnofsky", "parkinson", "paris", "traitement", "marche"),
    }
)


@pytest.fixture
def provenance():
    return PROVENANCE


@pytest.fixture
def leaks():
    """Verify files, or one text, against the invented patient."""

    def run(artefacts, given=PROVENANCE, template_words="Page Âge Date Résumé"):
        files = {"case.fr.txt": artefacts} if isinstance(artefacts, str) else artefacts
        files = {n: b.encode() if isinstance(b, str) else b for n, b in files.items()}
        return verify(files, given, template_words, is_ordinary=ORDINARY.__contains__)

    return run


@pytest.fixture(scope="package")
def mutations():
    """Import the script as it runs: with its folder on the path, and off it again afterwards."""
    sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
    try:
        yield importlib.import_module("mutations")
    finally:
        sys.path.pop(0)
        for name in ("mutations", "values", "written_days", "disguises", "hosts", "hosts_pdf"):
            sys.modules.pop(name, None)
