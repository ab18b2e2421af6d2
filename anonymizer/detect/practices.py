"""Find the practices that an organ or a site names: "Front Range Lung & Sleep", "Deaconess West".

Layout: one to three capitalised words, an organ or a specialty and a second one, a town or a site,
in a cell of its own or behind at, to, from; two words, the last a compass point or a campus,
behind a verb of care. Source: letterheads of North American practices.
"""

import re
from collections.abc import Iterator

from anonymizer.detect.anchors import capital_words
from anonymizer.detect.hospital_names_en import is_general
from anonymizer.detect.words import WORD, folded, is_clinical
from anonymizer.phi import Phi
from anonymizer.spans import Span

_ORGANS = frozenset(
    (
        *("Heart", "Lung", "Kidney", "Sleep", "Vascular", "Vein", "Eye", "Retina", "Ear", "Sinus"),
        *(
            "Spine",
            "Bone",
            "Joint",
            "Skin",
            "Foot",
            "Ankle",
            "Hand",
            "Brain",
            "Digestive",
            "Dental",
        ),
        *("Orthopedics", "Orthopaedics", "Orthopedic", "Orthopaedic", "Pediatrics", "Paediatrics"),
        *(
            "Dental",
            "Cardiology",
            "Dermatology",
            "Urology",
            "Nephrology",
            "Oncology",
            "Women’s Health",
        ),
        *("Women's Health", "Wellness", "Allergy", "Asthma", "Pulmonary", "Neurology", "Surgical"),
        *("Gastroenterology", "Rheumatology", "Cancer", "Arthritis", "Diabetes", "Endocrine"),
        "Fertility",
    )
)
_NAMED = _ORGANS | {"Health"}
_ORGAN = rf"(?:{'|'.join(sorted(_ORGANS))})"
_PRACTICE = re.compile(  # "Front Range Lung & Sleep", "Desert Kidney of Las Cruces"
    r"(?P<own>[A-Z](?<![\w.'’-].)[a-z]+(?:[ ][A-Z][a-z]+){0,2})[ ]"
    rf"{_ORGAN}(?:(?:[ ](?:&|and)[ ]{_ORGAN}\b)+(?:[ ][–-][ ]{WORD}(?:[ ]{WORD})?)?"
    rf"|[ ](?:of|[–-])[ ]{WORD}(?:[ ]{WORD})?)"
)
_SITES = (
    *("North", "South", "East", "West", "Central", "General", "Main", "Downtown"),
    *("Midtown", "Uptown", "Regional", "Memorial", "Mercy", "Campus"),
)
_SITED = re.compile(  # "was treated at Deaconess West"
    r"\b(?:treated|seen|admitted|hospitali[sz]ed|evaluated|delivered|born|transferred|operated|taken"
    r"|stabili[sz]ed|presented|followed|intubated|rehab)(?:[ ][a-z]+){0,2}[ ](?:at|to|from)[ ]"
    rf"(?P<name>(?P<own>{WORD})[ ](?:{'|'.join(_SITES)})\b)(?![ ][A-Z])"
)
_CELL_BEFORE = re.compile(r"(?:\A|[\n,(:–|•]|(?P<said>\b(?:at|from|to|by|with)))[ ]*\Z")
_GOES_ON = re.compile(r"[ ][a-z]")
_WINDOW = 8


def practices(text: str) -> Iterator[Span]:
    """Yield the practices that an organ and a proper name make, and the sites of hospitals."""
    for found in () if capital_words(text).isdisjoint(_NAMED) else _PRACTICE.finditer(text):
        before = _CELL_BEFORE.search(text, max(0, found.start() - _WINDOW), found.start())
        runs_on = _GOES_ON.match(text, found.end()) and not (before and before["said"])
        if before and not runs_on and _is_own(found["own"]):
            yield Span(*found.span(), Phi.HOSPITAL, "", 0.9)
    for found in () if capital_words(text).isdisjoint(_SITES) else _SITED.finditer(text):
        if not is_general(folded(found["own"])):
            yield Span(*found.span("name"), Phi.HOSPITAL, "", 0.9)


def _is_own(name: str) -> bool:
    """Tell whether some word says more than a specialty, a kind of place or a disease does."""
    plains = map(folded, name.split())
    return not all(is_general(plain) or is_clinical(plain) for plain in plains)
