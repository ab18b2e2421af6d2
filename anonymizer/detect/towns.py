"""Find towns: after « né à » or "lives in", after a label, in datelines, by the lexicon after à.

Layout: town, « Paris 13e », « Fontenay s/s Bois », « St Etienne », « Le Havre » also as « du
Havre ». Small letters count after a cue where the lexicon knows the town; a score or a virus named
after a town is none. A town of the large table (lexicon/towns) that is an ordinary word or a name
of people too needs a cue that only a town has. Source: INSEE; OS Open Names; GeoNames.
"""

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import capitals, lowered, opened, vocabulary
from anonymizer.detect.datelines import apart_towns
from anonymizer.detect.gazetteer import (
    TOWN_HERE,
    WORD_TOO,
    country_of,
    is_place,
    is_town,
    kept,
    tells,
)
from anonymizer.detect.words import BLANK, UPPER, folded, is_clinical, is_heading
from anonymizer.lexicon import words
from anonymizer.phi import Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_PREPOSITIONS = frozenset(
    (
        *("à", "À", "A", "au", "aux", "de", "du", "des", "De", "d'", "D'", "dans", "en", "vers"),
        *("Vers", "sur", "le", "in", "In", "at", "of", "from", "From", "to", "near", "between"),
        *("born", "Born", "lives", "Lives", "domicilié", "domiciliée", "Domicilié", "Domiciliée"),
        *("depuis", "via", "site", "habite", "Habite", "habitent", "habitant", "habitait"),
        "outside",
    )
)
_ARTICLES = frozenset(("la", "l'", "les", "le", "région", "region", "de"))
_CUE_BEFORE = re.compile(
    r"""\b(?:demeur(?:ant|e)|r[ée]sid(?:ant|e|e[ ]actuellement)|habit(?:ant|e|ait)|vi(?:t|vait|vant)
    |domicili[ée]e?s?|install[ée]e?|n[ée]e?s?|originaire|ven(?:ue?s?|ant)|vient
    |retour[ée]?e?(?:[ ]chez[ ](?:lui|elle))?
    |maire|r[ée]gion|nord|sud|est|ouest|pr[èe]s|loin|banlieue|p[ée]riph[ée]rie|commune|ville|village
    |anti-poison|chu|chr|chru|ch|h[ôo]pital|hospitalier|hospices|clinique|transf[ée]r[ée]e?|voyage
    |s[ée]jour|installation|plage|vacances|week-end|camping|randonn[ée]e|service|universit[ée]|facult[ée]|mairie|tribunal|agglom[ée]ration
    |mara[îi]ch(?:er|[eè]re)|agricult(?:eur|rice)|[ée]leveu(?:r|se)|bourg|canton
    |liv(?:es|ing|ed)|resid(?:es|ing|ent)|born|moved|comes|originally|home
    |travel(?:l?ed)?|transferred|admitted|farm(?:er|s|ing)|town)
    (?:[ ](?:le[ ])?[\d/.\ ]{4,12}
    |[ ]le[ ]\d{1,2}(?:er)?[ ][a-zûé]{3,9}[ ]\d{4}
    |[ ]en[ ]\d{4}|[ ]alone|[ ]with[ ]\w+[ ]\w+)?[ ]\Z""",
    re.VERBOSE,
)
_LABEL = re.compile(
    r"(?<![a-zà-ÿ])(?:ville|commune|localit[ée]|lieu(?: de (?:naissance|r[ée]sidence))?"
    r"|(?:home |post )?town|city|community|place of birth|birthplace)[ ]?\Z"
)
_INNER = re.compile(r"[ \n-]")
_COLON = re.compile(rf":[ ]?(?=[{UPPER}Ll])")
_SMALL_AFTER_CUE = re.compile(
    r"(?:habit(?:e|ant|ait)|demeur(?:e|ant)|domicili[ée]e?|r[ée]sid(?:e|ant|es|ing)|vi(?:t|vait"
    r"|vant)|n[ée]e?|li(?:ves|ving|ved)|born) (?:à|a|au|in|at|near) "
    r"(?P<town>[a-zà-ÿ][a-zà-ÿ'’-]{3,}(?:[ -][a-zà-ÿ'’-]{2,}){0,3})"
)
_SMALL_CUES = frozenset(
    (
        *("habite", "habitant", "habitait", "demeure", "demeurant", "domicilié", "domiciliée"),
        *("domicilie", "domiciliee", "réside", "résident", "résidant", "resides", "residing"),
        *("vit", "vivait", "vivant", "né", "née", "ne", "nee", "lives", "living", "lived", "born"),
    )
)
_IN_REGION = re.compile(r"[ ]\((?P<region>[^()\d\n]{3,30})\)(?=[ ]?(?:\n|\Z))")
_QUARTERS = frozenset(("arrondissement", "paris", "lyon", "marseille"))
_CODE_AFTER = re.compile(rf"[{BLANK}]\((?P<code>\d{{5}})\)")
_ARRONDISSEMENT = re.compile(
    r"[ ](?:\(?(?:\d{1,2}(?:er|e|[èe]me|è)|[IVX]{1,5}(?:er|e|[èe]me))(?:[ ]arr\w*\.?)?\)?)(?!\w)"
)
_QUARTER = re.compile(
    r"\d{1,2}(?:er|e|[èe]me) arrondissement|(?:Paris|Lyon|Marseille)[ ]\d{1,2}(?:er|e|[èe]me)\b"
)
_NOT_TOWN_BEFORE = re.compile(
    r"""\b(?:classifications?|crit[èe]res?|scores?|consensus|[ée]chelles?|protocoles?|syndromes?
    |maladies?|virus|syst[èe]mes?|criteria|grading|conf[ée]rences?|r[èe]gles?|staging|stade
    |index|universit[ée]|grade(?:[ ][IV\d]{1,3})?|stade(?:[ ]\w{1,5}){0,3}|v[ée]g[ée]tation
    |fi[èe]vres?|essai|d[ée]claration|recommandations?|directives|coloration|bleu|vert|rouge|savon
    |curage|drains?|pinces?|tests?|patchs?|accords?|sondes?|solution|sch[ée]ma|bouton|clou|poivre
    |fistules?|piment|technique|m[ée]thode|manuel|comit[ée]|trait[ée]|convention|congr[èe]s|cohorte|[ée]tude
    |questionnaire|plan|charte|chou|jambon|h[ôo]tel|incision|corset|attelle|orth[èe]se|semelle)\s
    (?:modifiée?[ ])?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NEAR = frozenset((" ", "\n", "'", "’"))
_OPEN = frozenset(("du", "des"))  # what follows is an institution's thing as often as a town
_AT = frozenset(("à", "in", "at", "from", "near", "to", "between"))  # before a capital: a name
_WHERE = frozenset(("à", "in"))
_TO_THE = frozenset(("au", "aux"))
_OF = frozenset(("de", "d", "du", "des", "sur"))
_ENGLISH = frozenset(("GB", "IE", "US", "AU", "NZ"))
_CONTRACTED = MappingProxyType({"du": "le ", "au": "le ", "des": "les ", "aux": "les "})
_QUARTERED = frozenset(("paris", "lyon", "marseille"))
_SHORTEST, _LONGEST, _PHRASE = 4, 48, 20


def towns(passage: "Passage") -> Iterator[Span]:
    """Yield towns after a cue or a label, in datelines, and those that the lexicon knows."""
    text = passage.text
    low, used = lowered(text), vocabulary(text)
    yield from _after_preposition(text, low)
    yield from _after_label(text, low)
    yield from _under_a_name(text)
    yield from apart_towns(text)
    for found in opened(_SMALL_AFTER_CUE, low, sorted(used & _SMALL_CUES)):
        if not low[found.start() - 1 : found.start()].isalnum():
            yield from _in_lexicon(text, *found.span("town"), known=_small)
    for found in () if used.isdisjoint(_QUARTERS) else _QUARTER.finditer(text):
        yield Span(found.start(), found.end(), Phi.CITY, "", 0.7)


def _after_label(text: str, low: str) -> Iterator[Span]:
    """Yield the towns of « Ville : » and "Place of birth:", with a postcode in brackets."""
    for found in _COLON.finditer(text):
        labelled = _LABEL.search(low, max(0, found.start() - _LONGEST), found.start())
        town = TOWN_HERE.match(text, found.end()) if labelled else None
        if town and (end := kept(town)):
            yield Span(town.start(), end, Phi.CITY, "", 0.9)
            yield from _code_after(text, town.end())


def _under_a_name(text: str) -> Iterator[Span]:
    """Yield the town that fills a line with its region in brackets: « Voiron (Isère) »."""
    for found in _IN_REGION.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        where = folded(found["region"])
        name = text[start : found.start()]
        if is_town(name) and (where in words("regions") or where in words("countries")):
            yield Span(start, found.start(), Phi.CITY, "", 0.85)


def _after_preposition(text: str, low: str) -> Iterator[Span]:
    for start, _ in capitals(text):
        word = _preposition(text, start)
        town = TOWN_HERE.match(text, start) if word else None
        if not town:
            continue
        at = text.rindex(word, 0, start)
        before = low[max(0, at - _LONGEST) : at]
        word = word.lower()
        codes = tuple(_code_after(text, town.end())) if len(town[0]) >= _SHORTEST else ()
        if codes and (end := kept(town)):
            yield Span(start, end, Phi.CITY, "", 0.8)
            yield from codes
        cued = word.startswith("habit") or (
            word not in _OPEN and (_CUE_BEFORE.search(before) or _works(word, before))
        )
        if cued and (end := kept(town)):
            yield Span(start, _quartered(text, start, end), Phi.CITY, "", 0.8)
        else:
            found = _in_lexicon(text, *town.span(), _CONTRACTED.get(word, ""), known=_known(word))
            yield from (each for each in found if not _NOT_TOWN_BEFORE.search(before))


def _preposition(text: str, start: int) -> str:
    """Return the preposition before ``start``, an article between them left out, "" for none."""
    near, last = text[start - 1 : start], text[start - 2 : start - 1]
    if near not in _NEAR or not (last.isalpha() or near in "'’"):
        return ""
    before = text[max(0, start - _PHRASE) : start].replace("’", "'").replace("'", "' ").split()
    word = before[-1] if before else ""
    if word in _PREPOSITIONS:
        return word.removesuffix("'")
    article = word.lower() in _ARTICLES and len(before) > 1
    return before[-2].removesuffix("'") if article and before[-2] in _PREPOSITIONS else ""


def _works(word: str, before: str) -> bool:
    """Tell whether a profession stands before « à », "in": « fromager à Bulle »."""
    return word in _WHERE and folded(before.rstrip().rpartition(" ")[2]) in words("professions")


def _known(word: str) -> Callable[[str], bool]:
    """Return what a name must be after a preposition: in some no ordinary word has a capital."""
    if word in _AT:
        return _there
    if word in _TO_THE:
        return _with_article
    return _of if word in _OF else tells


def _with_article(name: str) -> bool:
    """Tell a town that has an article, « au Conquet », from the ordinary word it may be."""
    own = folded(name).partition(" ")[2]
    return tells(name) or (is_town(name) and not (is_heading(own) or is_clinical(own)))


def _of(name: str) -> bool:
    """Tell a town after « de » from an eponym: one of the countries where English is spoken."""
    return is_place(name) or (tells(name) and country_of(name) not in _ENGLISH)


def _there(name: str) -> bool:
    """Tell whether a name with a capital after « à », "in" is a town: two words are no others."""
    several = len(_INNER.split(name)) > 1 and is_town(name) and folded(name) not in words("regions")
    known = folded(name) in WORD_TOO and is_town(name)
    return is_place(name) or tells(name) or several or known


def _small(name: str) -> bool:
    """Tell whether a name in small letters after « vit à » is a town's, and no region's."""
    plain = folded(name)
    return is_town(name) and plain not in words("regions") and plain not in words("countries")


def _code_after(text: str, at: int) -> Iterator[Span]:
    code = _CODE_AFTER.match(text, at)
    if code:
        yield Span(*code.span("code"), Phi.POSTCODE, "", 0.8)


def _in_lexicon(
    text: str, start: int, stop: int, article: str = "", *, known: Callable[[str], bool]
) -> Iterator[Span]:
    """Yield the longest known town that begins at ``start``."""
    for end in _ends(text[start:stop]):
        if known(article + text[start : start + end]):
            yield Span(start, _quartered(text, start, start + end), Phi.CITY, "", 0.75)
            return


def _quartered(text: str, start: int, end: int) -> int:
    """Return the end of a town with its arrondissement, of those that have some."""
    if folded(text[start:end]) not in _QUARTERED:
        return end
    found = _ARRONDISSEMENT.match(text, end)
    return found.end() if found else end


def _ends(town: str) -> tuple[int, ...]:
    """Return where a town may end, the longest reading first: « Paris Nord », « Paris »."""
    inner = [found.start() for found in _INNER.finditer(town)]
    return (len(town), *reversed(inner))
