"""Tell measures and public codes from the numbers of persons.

Layout: a number with a unit after it (« 250 000 UI ») measures something; a number that a public
catalogue gives (PMID, LOINC, CPT) names no one. Source: UCUM; NLM; WHO.
"""

import re

_UNIT = re.compile(
    r"[ \u00a0\u202f]?(?:mg|g|kg|ml|dl|l|cm|mm|m|µ|u|ui|iu|mui|mmol|mol|%|copies|cellules|cells"
    r"|cc|cgy|gy|mbq"
    r"|/mm|/ul|/µ|/l|/ml|x|×|bp|pb|kb|ufc|cfu|€|eur|\$|ans?|mois|jours?|semaines?|heures?|min|h"
    r"|years?|yrs?|months?|weeks?|days?|hours?|y/?o|fois|times|patients?|cas|units?|kcal|bpm|mosm"
    r"|mm[oh]|gel|cp|comprim\w*|tab\w*|puffs?|french|degr[ée]*s?|°)(?![^\W\d_]|\d)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:PMID|PMCID|PMC|doi|ISBN(?:-1[03])?|ISSN|NCT|EudraCT|ISRCTN|LOINC|CPT|SNOMED(?:[ -]CT)?"
    r"|ORPHA|ORPHANET|OMIM|MIM|GSE|UMLS|MeSH|MedDRA|CAS|RxNorm|RxCUI|ATC|CIP|UCD|CIM|ICD|CCAM"
    r"|HGNC|ClinVar|dbSNP|rs|GenBank|10\.\d{4,5}/\S{0,20})"
    r"[ ]?(?:n°|no\.?|code|\#)?[ ]?:?[ ]?\Z",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:stades?|stages?|scores?|[ée]chelles?|scales?|crit[èe]res?|criteria|classifications?"
    r"|index|essai|protocoles?|syst[èe]me|system|grades?|r[èe]gles?|germe|vaccin|mod[èe]le|model"
    r"|nomogramme?|algorithme?)\b[^.\n]{0,20}\Z",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d+")
_ROUND = 25  # what doses are multiples of
_WINDOW = 32


def measured(text: str, end: int) -> bool:
    """Tell whether a unit follows the number that ends at ``end``.

    >>> measured("40 000 UI", 6), measured("40 000 rue", 6)
    (True, False)
    """
    return _UNIT.match(text, end) is not None


def stepped(number: str) -> bool:
    """Tell whether groups of digits are doses or dilutions that rise by round steps.

    >>> stepped("250-500-1000"), stepped("212-555-0147")
    (True, False)
    """
    steps = [int(group) for group in _GROUP.findall(number)]
    return steps == sorted(steps) and all(step % _ROUND == 0 for step in steps)


def public(text: str, start: int) -> bool:
    """Tell whether a public catalogue's name stands before the number at ``start``."""
    return _PUBLIC.search(text, max(0, start - _WINDOW), start) is not None


def of_a_scale(text: str, start: int) -> bool:
    """Tell whether what stands at ``start`` gives its name to a score, a stage or a model."""
    return _SCALE.search(text, max(0, start - _WINDOW), start) is not None
