"""Tell what the lexicons say of a capitalised word: a name, a common word, both, or a stranger.

Layout: a dictionary of common words of French and English, lexicons of drugs, microbes, eponyms,
places and names, the endings of clinical nouns, and how names are written (Claire, McKay,
N'Diaye, KERVADEC; never IgG or RECIST). Source: lexicon/README.md.
"""

import re
from enum import IntEnum
from functools import cache

from anonymizer.detect.words import (
    APOSTROPHE,
    HYPHEN,
    UPPER,
    folded,
    is_capitals,
    is_family,
    is_given,
    is_heading,
)
from anonymizer.lexicon import Lexicon, in_dictionary, places, words


class Look(IntEnum):
    """What the lexicons say of a capitalised word."""

    OTHER = 0  # a common word, a drug, a place, an acronym
    BOTH = 1  # a name and a common word
    STRANGER = 2  # no lexicon knows it
    NAME = 3  # a name and no common word


_TITLE_CASE = re.compile(
    rf"[{UPPER}](?:[a-zß-öø-ÿ\u0100-\u024f\u1e00-\u1eff]+|[cC][{UPPER}][a-zß-ÿ]+)"
    rf"(?:[{HYPHEN}{APOSTROPHE}][{UPPER}]?[a-zß-öø-ÿ\u0100-\u024f\u1e00-\u1eff]+)*\Z"
)
_ELIDED_NAME = re.compile(
    rf"(?:(?:[ODNM]|Dell|Sant)[{APOSTROPHE}]|Ma?c|D[eiu]|L[ae]|Da|Fitz|V[ao]n)[{UPPER}][a-zß-ÿ]{{2,}}"
    rf"(?:[{HYPHEN}][{UPPER}][a-zß-ÿ]+)*\Z"
)
_ELIDED_NOUN = re.compile(rf"(?:[LlJj]|[Qq]u)[{APOSTROPHE}]")
_SPEAKABLE = re.compile(r"(?=.*[aeiouy][^aeiouy]+[aeiouy])(?!.*[^aeiouy'-]{4})[a-z'-]{5,}\Z")
_LETTERED = re.compile(r"[A-Z]-[a-z]")  # X-ray, A-line
_SIGLA = re.compile(r"[A-Z]{2,4}s\Z")  # ENAs, LOEs, MRIs
_PARTICIPLES = frozenset(("marié", "mariés", "rosé"))  # Marie, Rose: names without their accent
_SIGLUM = 3  # letters; capitals that short are an acronym
_NO_PERSON: tuple[Lexicon, ...] = ("countries", "regions", "nationalities", "titles")
_TERMS: tuple[Lexicon, ...] = (
    "drugs",
    "devices",
    "acronyms",
    "species",
    "eponyms",
    "specialties",
)
_CLINICAL_END = re.compile(
    r"""[a-z]{4,}(?:mab|nib|mib|ciclib|parib|platine?|taxel|rubicine?|mycine?|cilline?|statine?
    |sartan|prazole|azole|vir|logie|logique|logy|scopie|scopy|ectomie|ectomy|stomie|stomy|graphie
    |graphy|graphique|itis|osis|oma|omes|emie|emia|emique|pathie|pathy|plastie|plasty|tomie|tomy
    |algie|algia|rragie|rrhagie|rrhage|penie|penia|plegie|plegia|phasie|phasia|phonie|trophie
    |trophy|lithiase|centese|centesis|globuline|globulin|kinase|enolase|cytose|cytosis|physe
    |filtration|globin|plasmin|lysis|lyse|genic|trophic|osides?|oide|emab|grel
    |proteine|protein|cetone|ketone|ptys(?:is|ie)|cephal(?:ie|y)|physine?|dherine?|idase|olase
    |ferase|aminase|carcinom[ae]|sarcom[ae]|blastom[ae]|fibrom[ae]|adenom[ae]|cytes?|genese|genesis
    |desis|pexie|pexy|metrie|metry|gramme|therapie|therapy|opsie|opsy|clisis|cleisis|rrhaphie
    |malaci[ae]|megali[ae]|megaly|scleros[ei]s?|stenos[ei]s?|ectasi[ae]|ectasis|pnoea|pnea
    |phagi[ae]|phagy|dipsi[ae]|orexi[ae]|mnesi[ae]|thermi[ae]|chromi[ae]|kinesi[ae]|esthesi[ae]
    |iquement|eusement|ivement|ablement|ellement
    |caine|zolam|dipine|gliptine|tidine|triptan|setron|cycline|floxacine?|fibrate|parine)\Z""",
    re.VERBOSE,
)
_CLINICAL_START = re.compile(
    r"(?:hypo|hyper|normo|immuno|thrombo|leuco|leuko|lympho|erythro|cyto|micro|macro|para|tetra|hemi"
    r"|neo|poly|pseudo|anti|auto|brady|tachy|dys|endo|intra|peri|retro|trans|electro|radio|chimio"
    r"|chemo|cardio|neuro|gastro|hepato|nephro|pneumo|osteo|psycho|medico|oesophago|transcranial|entero"
    r"|arthro|broncho|chondro|cranio|dermato|encephalo|laparo|laryngo|myelo|pharyngo|phlebo|procto"
    r"|pyelo|salpingo|spleno|spondylo|stomato|thoraco|tracheo|uretero|urethro|ventriculo|vesico|cysto"
    r"|fibro|hemato|haemato|hystero|ophtalmo|ophthalmo|dacryo|blepharo|mammo|sialo|angiogr)"
    r"[a-z]{5,}\Z"
)
_DERIVED = re.compile(r"(?P<stem>[a-z]{4,}?)(?:ages?|ements?|i?[sz]?ations?|ness|iques?)\Z")
_VERB_ENDS = ("", "e", "er")  # of a stem that a noun is derived from: talc, talcage


@cache
def look(word: str) -> Look:
    """Return what the lexicons say of a word as it is written."""
    plain = folded(word)
    usual = is_given(plain, usual=True)
    named = is_given(plain) or is_family(plain)
    if (
        word.lower() in _PARTICIPLES
        or _ELIDED_NOUN.match(word)
        or _SIGLA.match(word)
        or _LETTERED.match(word)
        or any(plain in words(name) for name in _NO_PERSON)
    ):
        return Look.OTHER
    if is_heading(plain):
        return Look.BOTH if usual else Look.OTHER  # April, June, Mai
    if (usual or _is_double(word, plain)) and not (plain in words("ordinary") or is_term(plain)):
        return Look.NAME
    if _common(plain):
        return Look.BOTH if named else Look.OTHER
    if named and (len(plain) > _SIGLUM or not is_capitals(word)):
        return Look.NAME
    strange = len(plain) >= _SIGLUM and written_as_a_name(word, plain) and not _is_derived(plain)
    return Look.STRANGER if strange else Look.OTHER


def _common(plain: str) -> bool:
    """Tell whether a dictionary or a lexicon of places or clinical words knows a word."""
    return (
        is_term(plain)
        or plain.replace("-", " ") in places()
        or plain in words("ordinary")
        or in_dictionary(plain)
    )


def _is_double(word: str, plain: str) -> bool:
    """Tell whether a word is two given names in one: Marie-Do, Jean-Bosco, Min-jun."""
    first, _, rest = plain.partition("-")
    if not rest or plain.replace("-", " ") in places():
        return False
    return is_given(plain) or (is_given(first, usual=True) and word[len(first) + 1].isupper())


def _is_derived(plain: str) -> bool:
    """Tell whether a noun is made of a common word or eponym: talcage, kocherisation."""
    found = _DERIVED.match(plain)
    if found is None:
        return False
    procedure = plain.endswith(("isation", "ization")) and found["stem"] in words("eponyms")
    return procedure or any(in_dictionary(found["stem"] + end) for end in _VERB_ENDS)


@cache
def is_term(plain: str) -> bool:
    """Tell whether a word, or each part of it, is a drug, gene, microbe or eponym.

    A word that ends as clinical nouns alone do is one too.
    """
    parts = [part for part in re.split(r"[-']", plain) if len(part) > 1]
    if len(parts) > 1 and (all(map(_listed, parts)) or _CLINICAL_END.match(parts[-1])):
        return True
    return _listed(plain)


def _listed(part: str) -> bool:
    listed = any(part in words(name) for name in _TERMS)
    return listed or bool(_CLINICAL_END.match(part) or _CLINICAL_START.match(part))


def written_as_a_name(word: str, plain: str) -> bool:
    """Tell whether a word has the capitals of a name: Claire, McKay, KERVADEC; never IgG."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if is_capitals(bare):
        return _SPEAKABLE.match(plain) is not None
    return bool(_TITLE_CASE.match(bare) or _ELIDED_NAME.match(bare))
