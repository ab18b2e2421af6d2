"""What stands before and after a shape and makes it a date, a public year, or neither."""

import re
from typing import Final

REACH: Final = 48  # characters looked at on either side

WEEKDAY: Final = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun\.|mar\.|mer\.|jeu\.|ven\."
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,?)"
)
DATE_LABEL: Final = re.compile(
    rf"(?:\b(?:le|du|au|les|ce|on|dated?|datee?|ddn|dob|dn|naissance|nais|birth|depuis|until|since"
    r"|collected|received|reported|printed|taken|preleve[es]?|recu[es]?|imprime[es]?|valide[es]?"
    r"|entree|sortie|admission|discharge)"
    rf"|\bdate[^\n:\]]{{0,24}}|\b{WEEKDAY})\s*[:=]?\s*\Z"
)
DAY_CUE: Final = re.compile(
    rf"(?:\b(?:le|du|au|des|dates?|depuis|jusqu'au|on|the|of|from|since|until|et|and|a|to|datee?)"
    rf"|\b{WEEKDAY}|-)\s*:?\s*\Z"
)
DAY_MONTH_CUE: Final = re.compile(
    rf"(?:\b(?:le|du|au|dates?(?: du| :)?|depuis le|jusqu'au|on|datee?|w/c"
    r"|(?:week|night|evening|morning) of)"
    rf"|\b{WEEKDAY}|\bles\s+[0-9/]{{3,5}}(?:, [0-9/]{{3,5}}){{0,4}} et)\s*:?\s*\Z"
)
PADDED_CUE: Final = re.compile(  # « les 12/03 », but « les 2/3 »; « vue 5/10 » is an acuity
    r"\b(?:les|(?:re)?vue?s?|opere[es]*|admis[es]*|sorti[es]*|hospitalise[es]*|admitted|discharged"
    r"|operated)[ ]\Z"
)
CYCLE_CUE: Final = re.compile(r"(?<![a-z0-9])[cdrs]\d{1,2}\s*:?\s*\Z")
FRACTION_AFTER: Final = re.compile(
    r"\s?(?:moyens?|moyennes?|sup|inf|dist|prox|ant|post|ext|int|lat|med|gauche|droite?"
    r"|(?:de|du|des|of)\b|d'|upper|lower|middle|left|right|deg)"
)
UNIT_AFTER: Final = re.compile(
    r"""[ ]?(?:%|°|µ|μ|x[ ]?\d|/(?![ ]|(?:19|20)[0-9]{2}(?![0-9/]))|\u00d7|
    (?:coupes|slices|beats|mcg|mg|ug|ng|pg|g|kg|ml|dl|cl|l|ui|iu|u|mu|mmol|umol|nmol|pmol|meq|mol|mm3?|cm3?
    |m2?(?![ ]:)|km|mmhg|gy|cgy|gbq|mbq|bq|kcal|cal|h|hz|min|sec|s|ms|ans?|mois|jours?|semaines?
    |heures?|minutes?|secondes?
    |years?|months?|weeks?|days?|hours?|patients?|cas|cases|subjects|participants|women|men|children
    |femmes|hommes|enfants|fois|times|cycles?|seances?|cellules?|cells|copies|leucocytes|plaquettes
    |lymphocytes|neutrophiles|paquets|euros?|pas|metres?|unites?|units?|calories|cp|gouttes|x)
    (?![a-z'])|\d{3}(?!\d))""",
    re.VERBOSE,
)
_MEASURED: Final = re.compile(
    r"""\b(?:taux|doses?|valeurs?|leucocyt\w*|plaquett\w*|neutrophil\w*|lymphocyt\w*|pnn|ferritin\w*
    |cpk|ck|bnp|ldh|asat|alat|ggt|pal|crp|ca|hcg|bhcg|psa|ace|cea|afp|volume|score|niveau
    |concentration|debit|quantite|poids|nadir|d-dim\w*|lipase|amylase|levels?|counts?|weight
    |platelets?|leukocyt\w*|creatinin\w*|titre|titer|dilution)\b[^.;\n]{0,24}\Z""",
    re.VERBOSE,
)
_PUBLIC: Final = re.compile(
    r"""\b(?:oms|ajcc|uicc|tnm|figo|i?recist|lugano|cheson|esmo|nccn|asco|eular|iwg|imwg|enets|eortc
    |rms|epssg|inpc|icd|cim|dsm|kdigo|bethesda|baveno|mcdonald|isup|eln|sars-cov|efsa|ansm|fda|ema
    |classifications?|guidelines?|recommandations?|recommendations?|consensus|criteria|criteres?|edition
    |versions?|revision|et[ ]al|gdpr|rgpd|hipaa|helsinki)\b\.?,?[ ]?
    (?:revisee?s?[ ]|revised[ ]|modifiee?s?[ ])?
    (?:de[ ]l'annee|de|of|du|version|edition)?[ ]?\(?\Z
    |\b(?:guidelines?|recomm[ae]ndations?|classifications?)[ ]
    (?!avant|apres|depuis)[a-z]{3,8}[ ]\Z""",
    re.VERBOSE,
)
# words that are also ordinary ones or towns: only right before the year, « critères de Paris 2013 »
_PUBLIC_AFTER: Final = re.compile(
    r"""[ ](?:(?:[a-z]+[/-])?[a-z]+[ ]){0,3}
    (?:classifications?|guidelines?|criteria|consensus|edition|recommendations?|revision|definitions?)\b""",
    re.VERBOSE,
)
_PUBLIC_BESIDE: Final = re.compile(
    r"""\b(?:who|has|paris|rome|roma|atlanta|tokyo|milan|berlin|sydney|gold|gina|eau|acr|esc|esh
    |ata|nih|cdc|epos|covid)[ ]?\(?\Z""",
    re.VERBOSE,
)
# « arrêté », « ordonnance », "act" are clinical words too: only in the form of a citation
_LAW: Final = re.compile(
    r"""(?:\b(?:loi|decret)(?:[ ][\w°º.,/-]{1,20}){0,3}[ ]d[eu]
    |\b(?:l'|un[ ]|cet[ ]|par[ ])arrete(?:[ ][a-z]{1,20})?[ ]du
    |\b(?:ordonnance|directive|reglement|circulaire)[ ]
      (?:n[°ºo]\.?[ ]?|\(?(?:ue|ce)\)?[ ])[0-9/-]{1,12}[ ]du
    |\bact(?:[ ]of)?|\blaw[ ](?:no\.?[ ]?[0-9/-]{1,12}[ ])?of)[ ]\(?\Z""",
    re.VERBOSE,
)
_LAW_ENDS = ("du ", "de ", "of ", "act ", "(", "hopital ", "hospital ")  # of laws and streets
_STREET: Final = re.compile(
    r"\b(?:(?:rue|avenue|av\.?|boulevard|bd\.?|bld|quai|square|allee|impasse|(?<!en )place)[ ]du"
    r"|hopital|hospital)[ ]\Z"
)
_CITED: Final = re.compile(r"(?:[ ][a-z]{3}\.?(?:[ ][0-9]{1,2})?)?;[ ]?[0-9]{1,4}[ ]?[(:]")
YEAR_CUE: Final = re.compile(
    r"""(?:\b(?:en|depuis|jusqu'en|jusqu'a|avant|apres|vers|courant|debut|fin|annees?|an|entre|dates?
    |in|since|until|till|before|after|from|during|late|early|years?|circa|around|through|between|by|about
    |datant[ ]de|datee?[ ]de|remonte[ ]a|summer|winter|spring|autumn|fall|des|printemps|ete|hiver
    |automne|hospitalisation|mid|mi|noel|paques|toussaint|pentecote|ascension|christmas|easter
    |thanksgiving|ramadan|trimestre|semestre|quarter)
    |\bmi-|\bdebut-|\bmid-)[ ]?:?[ ]?\(?\Z""",
    re.VERBOSE,
)
YEAR_ALONE_CUE: Final = re.compile(
    r"\b(?:en|depuis|jusqu'en|annees?|in|since|until|year)[ ]\Z"
)  # a year follows, be it mistyped
MONTH_YEAR_CUE: Final = re.compile(
    r"\b(?:en|depuis|debut|fin|jusqu'en|in|since|until|early|late|mi|mid)[ -]\Z"
)
ACT = r"""(?:[a-z]*(?:ectom|otom|ostom|oscop|ograph|oplast|pexi|rraphi|centes|splant)[a-z]{0,6}
    |irm|mri|tdm|ct|tep|pet|scanner|scan|scintigr[a-z]*|biops[a-z]+|echo[a-z]*|avc|ait|stroke|tia|idm
    |infar[a-z]+|cabg|pontages?|prothese|pth|ptg|thr|tkr|fractures?|cesariennes?|ca?esarean|greffe
    |appendic[a-z]+|cholecyst[a-z]+|hernies?|hernia|stents?|amygdal[a-z]+|chimio[a-z]*|radiother[a-z]*
    |ivg|fcs|accouchements?|x-?ray|surgery|excision|resection|exerese|ablation|embolie|phlebite)"""
_AFTER_ACT: Final = re.compile(rf"(?<![a-z]){ACT}[ ]\Z", re.VERBOSE)
_OF_ACT: Final = re.compile(r"\b(?:an?|h[ei]r?s?|their|my|the|in)[ ]\Z")
_BEFORE_ACT: Final = re.compile(rf"[ ](?:[a-z]+[ ])?{ACT}(?![a-z])", re.VERBOSE)
_HISTORY: Final = re.compile(
    r"\b(?:atcds?|antecedents?|history|pmh|psh|allerg[a-z]+|prev|previous(?:ly)?)\b[^\n]*\Z"
)
_LISTED: Final = re.compile(r"[ ]?(?:[,;.)]|\n|\Z)")
_PAST: Final = re.compile(  # "registered 2019", « mariée 2003 »
    r"""(?<![a-z])(?:[a-z]{3,}ed|proven|diagnosed|died|d\.|dx|divorcee?|mariee?|operee?|decedee?|greffee?
    |implantee?|traitee?|posee?|retraitee?|diagnostiquee?)[ ]\Z""",
    re.VERBOSE,
)
_ASIDE: Final = re.compile(r"[(][^()\n]{2,40}[ ,]\Z")  # "(rash, 1998)"
_ASIDE_END: Final = re.compile(r"[ ]?[?]?[)]")
_PLACED: Final = re.compile(r"[a-z)\"»],[ ]\Z|[)\"»][ ]\Z")  # "at home, 2017."
_UNTIL_YEAR: Final = re.compile(r"[ ]?-[ ]?(?:19|20)[0-9]{2}(?![0-9-]|[.,/][0-9])")
_ENDED: Final = re.compile(r"[ ]?(?:[;.)]|\n|\Z)(?![0-9])")
_AFTER_STOP: Final = re.compile(r"[.;][ ]\Z")
_COLON: Final = re.compile(r"[ ]?:")
YEAR_OF: Final = re.compile(r"\b(?:de|of|of the year|the)[ ]\Z")
_OPEN: Final = re.compile(r"[(\[][ ]?\Z")
_CLOSE: Final = re.compile(r"[ ]?(?:[)\],;:]|-)")
_AROUND: Final = ((_OPEN, _CLOSE), (_AFTER_STOP, _COLON))
_LINE_START: Final = re.compile(r"(?:\A|\n)[ ]*[-*•·]?[ ]*\Z")
_LINE_END: Final = re.compile(r"[ ]*(?:\Z|\n|:|-|\)|(?:et|y|and|a|to|/)[ ]?(?:19|20)[0-9]{2}\b)")
_BULLET: Final = re.compile(r"(?:\A|\n)[ ]*[-*•·][ ]*\Z")
# After one of these words a date is no longer that of the birth: « née à Brest et vue le … ».
_THEN = r"\b(?:et|and|puis|then|vue?s?|seen|admi|suivi|opere|hospital|consult|present)"
BIRTH: Final = re.compile(
    rf"""\b(?:nee?s?(?:[ ]?\(e\)|\.e|·e)?|nait|naqui[ts]|naiss(?:ance|\.)?|nais\.?|ddn|dn|(?<=\()b\.
    |d\.d\.n\.?|nee?[ ]?/[ ]?e|born|d\.?o\.?b\.?|birth(?:[ ]?date|day)?|date[ ]of[ ]birth)
    [ ]?(?:\([^)\n]{{0,16}}\)[ ]?)?
    (?:(?:a|au|aux|at)[ ](?:(?!{_THEN})[a-z' .-]){{2,32}}?(?:[ ]?\([0-9]{{2,5}}\))?,?[ ]?)?
    (?:\b(?:le|en|on|in|the|du|de|est|is|was|fin|debut|mois[ ]de|annee)\b\.?[ ]?|[:=|(,-][ ]?
    |\n|{WEEKDAY}[ ]?){{0,5}}\Z""",
    re.VERBOSE,
)
_SEX_COLUMN: Final = re.compile(r"(?:\||;|\t)[ ]?[hfm][ ]?(?:\||;|\t)[ ]?\Z")
_AGE_AFTER: Final = re.compile(
    r"[ ]?\(\d{1,3}[ ]?(?:ans|an|years|y\.?o\.?|mois|months)(?:[ ]old)?\)"
)
LINK: Final = re.compile(
    rf"""[ \n]*
    (?:,|;|et|and|y|ou|or|a|au|to|-|&|/|puis|then|jusqu'(?:a|au|en)|through|thru|until|till|inclus)?
    [ \n]*
    (?:(?:le|les|la|l'|en|du|de|des|d'|au|aux|a|et|and|puis|jusqu'(?:a|au|en)|l'annee|fin|debut
    |mi-?|mid-?|early|late|courant|in|on|of|the|entre|between|{WEEKDAY})[ -]?){{0,5}}""",
    re.VERBOSE,
)


def before(text: str, start: int, reach: int = REACH) -> str:
    """Return what stands just before ``start``."""
    return text[max(0, start - reach) : start]


def labelled(text: str, start: int) -> bool:
    """Tell whether « date », « le » or another label of dates stands before ``start``."""
    return DATE_LABEL.search(before(text, start)) is not None


def linked(text: str, end: int, start: int) -> bool:
    """Tell whether only « et le », « au », a comma or the like stands between two dates."""
    return start - end <= REACH and LINK.fullmatch(text, end, start) is not None


def measured(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a quantity: a unit follows it or a measured thing precedes it."""
    return bool(UNIT_AFTER.match(text, end) or _MEASURED.search(before(text, start)))


def public(text: str, start: int, end: int, *, year_alone: bool = False) -> bool:
    """Tell whether a date belongs to a law, a street, a reference: nobody's.

    A year alone may also be that of a classification; a day or month never is.
    """
    left = before(text, start)
    named = left.endswith(_LAW_ENDS) and (_LAW.search(left) or _STREET.search(left))
    if named or _CITED.match(text, end):
        return True
    return year_alone and bool(
        _PUBLIC.search(left) or _PUBLIC_BESIDE.search(left) or _PUBLIC_AFTER.match(text, end)
    )


def year_here(text: str, start: int, end: int) -> bool:
    """Tell whether four digits at ``[start, end)`` are a year by their context."""
    left = before(text, start)
    if UNIT_AFTER.match(text, end) or public(text, start, end, year_alone=True):
        return False
    act = _AFTER_ACT.search(left) or (_OF_ACT.search(left) and _BEFORE_ACT.match(text, end))
    if (
        act
        or YEAR_CUE.search(left)
        or any(opening.search(left) and closing.match(text, end) for opening, closing in _AROUND)
    ):
        return True
    if YEAR_OF.search(left):
        return _MEASURED.search(left) is None
    if _LINE_START.search(left):
        return bool(_LINE_END.match(text, end) or _BULLET.search(left))
    if _told(text, start, end, left):
        return _MEASURED.search(left) is None
    return BIRTH.search(left) is not None


def _told(text: str, start: int, end: int, left: str) -> bool:
    """Tell whether a year closes what it dates: a list of history, an aside, an event, a place."""
    listed = _LISTED.match(text, end) is not None
    return bool(
        (listed and (_PAST.search(left) or _HISTORY.search(before(text, start, 160))))
        or (_ASIDE_END.match(text, end) and _ASIDE.search(left))
        or (_ENDED.match(text, end) and _PLACED.search(left))
        or ((over := _UNTIL_YEAR.match(text, end)) and not UNIT_AFTER.match(text, over.end()))
    )


def born(text: str, start: int, end: int) -> bool:
    """Tell whether a date is labelled as one of birth."""
    left = before(text, start, 64)
    return bool(BIRTH.search(left) or _SEX_COLUMN.search(left) or _AGE_AFTER.match(text, end))
