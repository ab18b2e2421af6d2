"""Kinds of institutions: the words that say one, and what it is called in both languages.

Layout of the table: French noun and gender; English noun; the words, folded, that say this kind.
Source: FINESS categories of establishments; the writings met in hospital letters.
"""

import re
from dataclasses import dataclass
from typing import Final

from anonymizer.fold import fold

# the first kind of which a name holds a word
_TABLE = """
pharmacie f; pharmacy; pharmacie, pharmacies, pharmacy
laboratoire m; laboratory; laboratoire, laboratoires, laboratory, laboratories, labo
EHPAD m; nursing home; ehpad, maison de retraite, nursing home, care home, residential, retirement
unité de soins palliatifs f; hospice; hospice
centre de lutte contre le cancer m; cancer centre; cancer, cancerologie, cancerologique, \
anticancereux, oncologie, oncologique, oncology, clcc, crlcc, curie, roussy, igr
centre hospitalier universitaire m; university hospital; chu, chru, universitaire, universitaires, \
university, universitary, hospices civils, hcl, ap-hp, aphp, chuv
hôpital militaire m; military hospital; armees, militaire, hia, military
hôpital militaire m; veterans’ hospital; veterans, va
hôpital pédiatrique m; children’s hospital; enfant, enfants, pediatrique, pediatrie, \
pediatric, children
maternité f; maternity hospital; maternite, maternity
clinique f; private hospital; clinique, cliniques, polyclinique, policlinique
clinique f; clinic; clinic, clinics
cabinet médical m; medical practice; cabinet, practice, practices, surgery
maison de santé f; health centre; maison de sante, health centre, health center
centre de rééducation m; rehabilitation centre; reeducation, readaptation, ssr, rehabilitation, \
rehab, repos
centre médical m; medical centre; centre medical, medical centre, medical center
centre hospitalier m; hospital; centre hospitalier, groupe hospitalier, ch, chi, chg, chs, chic, \
gh, ghr, ght, ghrt
service m; ward; unite, unit, service, ward
hôpital m; hospital; hopital, hopitaux, hospital, hospitals, infirmary, trust
institut m; institute; institut, institute, institution
"""
# of a name too, but they say no kind
_MORE = """
chr ghu chp chd had smur samu centres center hospitalier hospitaliere hospitaliers hospitalo
regional regionale general generale intercommunal departemental foundation fondation groupe
groupement nhs royal medico medicine medecine chirurgical chirurgie lutte contre prive privee
public publique publiques assistance hospices civils instruction mutualiste departement department
pole reseau school faculty faculte national nationale women district county memorial community
teaching college ecole homes imaging imagerie radiologie radiology dialyse dialysis soins suite
group partnership affairs specialist surgical heart eye ear nose throat orthopaedic orthopedic
associates
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """What an institution is called."""

    fr: str
    feminine: bool
    en: str


def _rows() -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    lines = (line.split(";") for line in _TABLE.replace("\\\n", "").strip().splitlines())
    return tuple(
        (Kind(fr[:-2], fr.endswith("f"), en.strip()), tuple(w.strip() for w in words.split(",")))
        for fr, en, words in lines
    )


_KINDS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"), kind)
    for kind, words in _rows()
)
_HOSPITAL: Final = Kind("hôpital", feminine=False, en="hospital")
_OWN: Final = ("curie", "roussy", "igr", "chuv", "hcl", "aphp", "ap", "hp")  # one house alone
# words of a name that are its kind, and stay
WORDS: Final = (
    frozenset(word for _, words in _rows() for phrase in words for word in re.split("[ -]", phrase))
    .union(_MORE.split())
    .difference(_OWN)
)


def kind(name: str) -> Kind:
    """Return the kind of an institution, a hospital where its name says none.

    >>> kind("CHU de Rennes").fr, kind("Pine Hollow").en
    ('centre hospitalier universitaire', 'hospital')
    """
    folded = fold(name)
    return next((each for pattern, each in _KINDS if pattern.search(folded)), _HOSPITAL)
