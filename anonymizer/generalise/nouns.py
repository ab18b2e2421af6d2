"""What people are to a case, in both languages: oncologue / oncologist, sœur / sister.

Source: nomenclature of medical specialties (DREES, RPPS); usage of letters for kinship.
"""

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from anonymizer.fold import fold
from anonymizer.phi import Lang


@dataclass(frozen=True, slots=True)
class Noun:
    """What someone is called; ``gender`` is that of a kinship, "" where either may bear it."""

    fr: str
    feminine: str  # in French
    en: str
    kin: bool = False
    gender: str = ""

    def said(self, lang: Lang, gender: str) -> str:
        """Return the noun in ``lang`` for someone of ``gender``."""
        if lang is Lang.EN:
            return self.en
        return self.feminine if gender == "female" else self.fr


# masculine; feminine; English; what else a letter writes
_CARE_TABLE = """
médecin traitant; médecin traitante; GP; médecin de famille, médecin généraliste, généraliste, \
general practitioner, family doctor, family physician, primary care physician, PCP
médecin; médecin; doctor; docteur, docteure, physician, clinician, praticien, praticienne
oncologue; oncologue; oncologist; cancérologue, oncologue médical, oncologue médicale
radiothérapeute; radiothérapeute; radiation oncologist; oncologue radiothérapeute, \
clinical oncologist
hématologue; hématologue; haematologist; hematologist
chirurgien; chirurgienne; surgeon; chirurgien-dentiste
neurochirurgien; neurochirurgienne; neurosurgeon;
cardiologue; cardiologue; cardiologist;
pneumologue; pneumologue; chest physician; pulmonologist, respiratory physician
néphrologue; néphrologue; nephrologist; renal physician
neurologue; neurologue; neurologist;
gastro-entérologue; gastro-entérologue; gastroenterologist; gastroentérologue, hépatologue, \
hépato-gastro-entérologue, hepatologist
rhumatologue; rhumatologue; rheumatologist;
dermatologue; dermatologue; dermatologist;
endocrinologue; endocrinologue; endocrinologist; diabétologue, diabetologist
gynécologue; gynécologue; gynaecologist; gynecologist, gynécologue-obstétricien
obstétricien; obstétricienne; obstetrician;
pédiatre; pédiatre; paediatrician; pediatrician, néonatologue, neonatologist
gériatre; gériatre; geriatrician;
psychiatre; psychiatre; psychiatrist; pédopsychiatre
psychologue; psychologue; psychologist; neuropsychologue
urologue; urologue; urologist;
ophtalmologue; ophtalmologue; ophthalmologist; ophtalmologiste
oto-rhino-laryngologiste; oto-rhino-laryngologiste; ENT surgeon;
orthopédiste; orthopédiste; orthopaedic surgeon; orthopedic surgeon
anesthésiste; anesthésiste; anaesthetist; anesthésiste-réanimateur, anesthesiologist
réanimateur; réanimatrice; intensivist;
urgentiste; urgentiste; emergency physician;
radiologue; radiologue; radiologist;
anatomopathologiste; anatomopathologiste; pathologist; pathologiste, anatomo-pathologiste, \
histopathologist
biologiste; biologiste; laboratory doctor; microbiologist, biochemist
infectiologue; infectiologue; infectious diseases physician;
généticien; généticienne; geneticist;
interniste; interniste; internist;
allergologue; allergologue; allergist;
stomatologue; stomatologue; oral surgeon;
dentiste; dentiste; dentist;
interne; interne; resident; house officer, foundation doctor, SHO, intern, résident
assistant; assistante; registrar; chef de clinique, fellow, specialist registrar
chef de service; cheffe de service; head of department;
consultant; consultante; consultant;
infirmier; infirmière; nurse; IDE, infirmier coordinateur, infirmière coordinatrice, \
staff nurse, district nurse, nurse practitioner, RN, LPN
cadre de santé; cadre de santé; ward manager;
aide-soignant; aide-soignante; care assistant; healthcare assistant
sage-femme; sage-femme; midwife;
kinésithérapeute; kinésithérapeute; physiotherapist; kiné, physical therapist, physio
orthophoniste; orthophoniste; speech therapist; speech and language therapist
ergothérapeute; ergothérapeute; occupational therapist;
diététicien; diététicienne; dietitian; dietician, nutritionniste
pharmacien; pharmacienne; pharmacist;
assistant social; assistante sociale; social worker; LCSW
secrétaire; secrétaire; secretary; secrétaire médicale, medical secretary
technicien; technicienne; technician;
confrère; consœur; colleague; collègue
"""
# gender; French; English; what else a letter writes
_KIN_TABLE = """
male; mari; husband; époux, conjoint
female; femme; wife; épouse, conjointe
male; compagnon; partner; concubin
female; compagne; partner; concubine
male; fils; son;
female; fille; daughter;
male; père; father; papa, dad
female; mère; mother; maman, mum, mom
male; frère; brother; frère jumeau, twin brother
female; sœur; sister; soeur, sœur jumelle, twin sister
male; oncle; uncle;
female; tante; aunt;
male; neveu; nephew;
female; nièce; niece;
male; cousin; cousin;
female; cousine; cousin;
male; grand-père; grandfather;
female; grand-mère; grandmother;
male; petit-fils; grandson;
female; petite-fille; granddaughter;
male; beau-père; father-in-law; stepfather
female; belle-mère; mother-in-law; stepmother
male; beau-frère; brother-in-law;
female; belle-sœur; sister-in-law;
male; gendre; son-in-law; beau-fils
female; belle-fille; daughter-in-law;
male; tuteur; guardian; curateur
female; tutrice; guardian; curatrice
male; voisin; neighbour; neighbor
female; voisine; neighbour;
male; ami; friend;
female; amie; friend;
male; auxiliaire de vie; carer; aidant, caregiver
female; auxiliaire de vie; carer; aidante
"""


def _rows(table: str) -> tuple[tuple[tuple[str, str, str], tuple[str, ...]], ...]:
    cells = (line.split(";") for line in table.strip().splitlines())
    return tuple(
        ((a.strip(), b.strip(), c.strip()), tuple(w.strip() for w in more.split(",") if w.strip()))
        for a, b, c, more in cells
    )


def _named() -> dict[str, Noun]:
    """Return the nouns by every word that a letter calls them, folded."""
    found: dict[str, Noun] = {}
    for (fr, feminine, en), more in _rows(_CARE_TABLE):
        noun = Noun(fr, feminine, en)
        found |= {fold(word): noun for word in (fr, feminine, en, *more)}
    for (gender, fr, en), more in _rows(_KIN_TABLE):
        noun = Noun(fr, fr, en, kin=True, gender=gender)
        for word in (fr, en, *more):
            found.setdefault(fold(word), noun)
    return found


# of several relatives named together nothing more is said
KIN: Final = Noun("proche", "proche", "relative", kin=True)
_SEVERAL: Final = (
    *("parents", "enfants", "petits-enfants", "jumeaux", "jumelles", "frères", "sœurs", "filles"),
    *("children", "grandchildren", "twins", "siblings", "brothers", "sisters", "sons", "daughters"),
)
NOUNS: Final = MappingProxyType(_named() | {fold(word): KIN for word in _SEVERAL})
DOCTOR: Final = NOUNS["doctor"]
# the codes that a record's fields hold
CODED: Final = MappingProxyType(
    {
        "physician": DOCTOR,
        "surgeon": NOUNS["surgeon"],
        "radiologist": NOUNS["radiologist"],
        "pathologist": NOUNS["pathologist"],
        "oncologist": NOUNS["oncologist"],
        "general_practitioner": NOUNS["gp"],
        "nurse": NOUNS["nurse"],
        "resident": NOUNS["interne"],
        "mother": NOUNS["mother"],
        "father": NOUNS["father"],
    }
)
_BY_GENDER: Final = MappingProxyType(
    {
        ("spouse", "male"): NOUNS["husband"],
        ("spouse", "female"): NOUNS["wife"],
        ("parent", "male"): NOUNS["father"],
        ("parent", "female"): NOUNS["mother"],
        ("child", "male"): NOUNS["son"],
        ("child", "female"): NOUNS["daughter"],
        ("sibling", "male"): NOUNS["brother"],
        ("sibling", "female"): NOUNS["sister"],
    }
)


def coded(code: str, gender: str) -> Noun | None:
    """Return the noun of a code of the record, such as surgeon or spouse."""
    return CODED.get(code) or _BY_GENDER.get((code, gender))


@cache
def alternatives() -> str:
    """Return every noun as a part of a pattern, the longest first, accents as written or lost."""
    words = {word for row, more in _rows(_CARE_TABLE) for word in (*row, *more)}
    words |= {word for row, more in _rows(_KIN_TABLE) for word in (*row[1:], *more)}
    words |= set(_SEVERAL)
    order = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in order)
