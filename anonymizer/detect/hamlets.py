"""Find addresses that go by a name of their own: hamlets, estates, residences, squares.

Layout: lieu-dit, hameau, ZA and a name; a residence; a farm or a hamlet before its postcode; a
square or a road without a number, closed by a comma or a postcode; a milestone (PK 18 côté mer).
Source: La Poste; INSEE, communes and lieux-dits.
"""

import re
from collections.abc import Iterator

from anonymizer.detect.anchors import capital_words, numbers, vocabulary
from anonymizer.detect.gazetteer import TOWN, is_town
from anonymizer.detect.wordings import AROUND, ARTICLE, HOUSE, LINK, MAIL, MARK, NAME, TYPE, UNIT
from anonymizer.detect.words import (
    APOSTROPHE,
    UPPER,
    WORD,
    folded,
    is_clinical,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import places, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

_PLACE = re.compile(
    r"[LHZPlhp](?<!\w.)(?:(?<=[Ll])(?:ieu|IEU)[ -]?(?:[Dd]it|DIT)|(?<=[Hh])(?:ameau|AMEAU)"
    rf"|(?<=Z)(?:\.?A\.?C?\.?|\.?I\.?|AE)|(?<=[Pp])arc[ ]d[{APOSTROPHE}]activit[ée]s?)"
    rf"(?!\w)[ ]?:?[ ]?(?:«[ \u00a0]?|[\"“])?{NAME}"
    r"(?:[ \u00a0]?»|[\"”])?"
)
_HOUSE_ALONE = re.compile(
    rf"{HOUSE}(?=[ ]?(?:[,\n;.]|\Z))(?P<after>(?:[ ]?[,\n–-]?[ ]?{UNIT}){{0,4}})"
)
_ESTATE = re.compile(
    rf"(?<!\w)(?:[Ff]erme|[Dd]omaine|[Mm]oulin|[Cc]h[âa]teau|[Mm]as|[Vv]illa|[Qq]uartier|[Cc]it[ée]"
    rf"|[Cc]los)[ ]{NAME}(?=[ ]?[,\n–-][ ]?\d{{5}}[ ]?[{UPPER}–-])"
)
_HOME = re.compile(
    rf"(?:maison|villa|ferme|mas|chalet|manoir|moulin|domaine|château|cabane)[ ]{NAME}"
    r"(?=[ ]?[,.;\n]|\Z)"
)
_HOME_IN_TOWN = re.compile(
    rf"(?:Ferme|Domaine|Moulin|Mas|Villa|Manoir|Chalet|Château)[ ]{NAME}(?=,[ ](?P<town>{TOWN}))"
)
_HOME_ASIDE = re.compile(  # « à son domicile (ferme du Petit Logis, Mareuil) »
    r"\((?P<place>(?:ferme|mas|moulin|domaine|manoir|château|villa|chalet|hameau|tribu"
    rf"|habitation)[ ]{NAME})(?=[,);])"
)
_HOME_LABELLED = re.compile(  # "House: Puthenpurackal House, Ranni", "At: Mín an Aoire, Kilcar"
    r"[AHRD](?<![^\n ].)(?:t|ouse|ome|es(?:idence)?|omicile|om\.)[ ]?:[ ]"
    rf"(?P<place>{WORD}(?:[ ](?:(?:na|an|ar|yr?|of|de|du|des|la|le)[ ])?{WORD}){{0,4}})"
    rf"(?=,[ ](?P<town>{TOWN}))"
)
_LIVES_BEFORE = re.compile(
    r"\b(?:vi(?:t|vent|vait)|habit(?:e|ent|ait|ant)|demeure|loge|r[ée]side|install[ée]e?s?)\b"
    r"[^.;\n]{0,48}(?:,|\bà la|\bau|\bdans la) \Z"
)
_HAMLET = re.compile(
    rf"(?:^|:|\b(?:demeurant|domicili[ée]e?|habitant|r[ée]sidant)[ ](?:à[ ])?)[ ]*"
    rf"(?P<place>{ARTICLE}?{WORD}(?:[ ]{LINK}?{ARTICLE}?{WORD}){{0,3}})[ ]?[,–—][ \n]?"
    rf"(?=(?:{MAIL}[ ]?,[ ])?\d{{5}}[ ][{UPPER}])",
    re.MULTILINE,
)
_SQUARE = re.compile(
    rf"(?:^|(?<=[,;:–—-][ ]))(?:[Pp]lace|[Cc]ours|[Aa]ll[ée]e|[Ss]quare|[Rr]ond-point|[Ee]splanade"
    rf"|[Pp]arvis|[Cc]our|[Qq]uartier|[Ss]ection|[Cc]it[ée]|[Rr]oute)[ ]{NAME}"
    rf"(?=(?:[ ]?,[ ](?:{MAIL}|lieu-dit[ ]{NAME}))?[ ]?[,\n·–—-][ ]?(?:F-)?\d{{2}}[ ]?\d{{3}}"
    rf"[ ]?[{UPPER}–-])"
    rf"|^(?:[Rr]oute|[Rr]ue|[Cc]hemin|[Aa]venue|[Qq]uai)[ ][^\n\d;:]{{3,70}}?"
    rf"(?=[ ]?[,\n·–—-][ ]?\d{{2}}[ ]?\d{{3}}[ ]?[{UPPER}])",
    re.MULTILINE,
)
_CLOSED = re.compile(
    rf", (?P<place>(?:rue|avenue|boulevard|quai|impasse|imp\.|chemin|route|cit[ée]|quartier"
    rf"|section|place|all[ée]es?)[ ]{NAME})(?=[.,;\n]|\Z|[ ](?:\(|à[ ]))"
)
_LABELLED = re.compile(
    r"(?<!\w)(?i:(?:(?:first[ ]line[ ]of|home|postal)[ ])?address|adresse)(?:[ ]*[:|][ ]*"
    rf"|[ ](?=\d{{1,4}}[A-Da-d]?,?[ ]The[ ]|The[ ]|Unit[ ]|Flat[ ]))(?=[\d{UPPER}]|(?i:{TYPE})[ ])"
    r"(?P<place>[^|\n:;@]{3,80}?)"
    r"[ ]*(?=[|\n;]|(?<!app)(?<!boul)\.(?:\s|\Z)|\Z)"
)
_DOMICILED = re.compile(
    rf"(?:[Dd]omicili[ée]e?|[Dd]emeurant)[ ](?P<place>[^,.;:\n]{{3,50}}?)(?=[ ]à[ ][{UPPER}])"
)
_CODE_INSIDE = re.compile(
    r"(?:[ ]\(\w+\))?[ ,–-]*(?<!\w)(?:\d{2}[ ]?\d{3}|\d{6}|[A-Z]\d\w{0,2}[ ]\d[A-Z]\w)(?!\w)"
    r"|[ ]\([A-Z]\w+\)\Z|(?:,|[ ]à)[ ]\d{4}(?=[ ][A-Z])"
)
_STREET_BEFORE = re.compile(
    rf"(?:^|[\n:]|[,;–—-][ ])[ ]?(?P<street>(?:{WORD}|(?i:{TYPE}))"
    rf"(?:[ ](?:(?:de[ ]la|de|du|des|la|le|d['’])[ ]?)?{WORD}){{0,4}}"
    rf"[ ]\d{{1,4}}(?:[a-zA-Z]|bis|ter)?"
    rf"(?:[ ]?,?[ ](?:bo[îi]te|bte|bus)[ ]\w{{1,4}})?)"
    r"(?:[ ]?,[ ]|[ ]?\n|[ ][–—·|-][ ]|[ ]à[ ])\Z"
)
_CUED_PLACE = re.compile(
    r"\b(?:adresse|domicile|domicili[ée]e?s?|demeurant|habitant|r[ée]sidant|habite)\b"
    r"(?:[ ](?:actuellement|au|à|aux|chez))?[ ]*:?[ ]\(?(?P<place>[^\n:;(]{3,80}?)"
    r"(?:[ ]à)?[ ]?[,|·–—-]?\s{0,2}\Z",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"{MARK}[ ]côté[ ](?:mer|montagne|lagon)")
_CODE = re.compile(r"\d{2}[ ]?\d{3}[ ]?(?=[A-ZÀ-Þ–-])")
_CODE_AFTER = re.compile(r"[\s,;·|–—-]{1,4}(?:(?:F|B|CH|D)-)?(?:\d{2}[ ]?\d{3}|\d{4})\b(?![.,]\d)")
_LEADING = re.compile(r"\A(?:l'|l[ae]s? )")
_AFTER = re.compile(rf"[ ]?[,·–—-][ ]?{AROUND}")
_LABELS = frozenset(("adresse", "address", "domicilié", "domiciliée", "demeurant"))
_FOUR, _LINE = 4, 100  # digits of a Belgian or Swiss postcode; of a line before it
_FEW = 1  # words of an address without a number, fewer than these tell nothing
_NAMED = frozenset(("hameau", "za", "zi", "z", "zac", "zae", "dit", "activités", "activité"))
_HOUSED = frozenset(
    ("résidence", "residence", "immeuble", "lotissement", "lot", "rés", "res", "foyer", "hlm")
)
_CLOSING = frozenset(
    (
        *(
            "rue",
            "avenue",
            "boulevard",
            "quai",
            "impasse",
            "imp",
            "chemin",
            "route",
            "cité",
            "cite",
        ),
        *("quartier", "section", "place", "allée", "allées"),
    )
)
_HOMES = frozenset(
    (
        *("maison", "villa", "ferme", "mas", "chalet", "manoir", "moulin", "domaine", "château"),
        *("cabane", "tribu", "hameau", "habitation"),
    )
)
_WINDOW = 72
_CODE_DIGITS = frozenset((2, 5))


def named_places(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, confidence) of addresses that go by a name of their own."""
    used = vocabulary(text)
    if not used.isdisjoint(_LABELS):
        for pattern in (_LABELLED, _DOMICILED):
            yield from (_labelled(found) for found in pattern.finditer(text) if _is_labelled(found))
    if not used.isdisjoint(_NAMED):
        yield from ((*found.span(), 0.85) for found in _PLACE.finditer(text))
    if not used.isdisjoint(_HOUSED):
        yield from ((*found.span(), 0.85) for found in _HOUSE_ALONE.finditer(text))
    yield from () if used.isdisjoint(_HOMES) else _homes(text)
    for found in _HOME_LABELLED.finditer(text):
        if len(found["place"].split()) > _FEW or is_town(found["town"]):
            yield *found.span("place"), 0.75
    if "PK" in capital_words(text):
        yield from ((*found.span(), 0.85) for found in _MARKED.finditer(text))
    if not used.isdisjoint(_CLOSING):
        closed = (f for f in _CLOSED.finditer(text) if _is_closed(text, *f.span("place")))
        yield from ((*found.span("place"), 0.75) for found in closed)
    if _has_code(text):
        yield from _before_code(text)


def _homes(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield the houses with a name that someone lives in, or that a town follows."""
    for found in _HOME.finditer(text):
        if _LIVES_BEFORE.search(text, max(0, found.start() - _WINDOW), found.start()):
            yield *found.span(), 0.7
    yield from ((*found.span("place"), 0.75) for found in _HOME_ASIDE.finditer(text))
    for found in _HOME_IN_TOWN.finditer(text):
        if is_town(found["town"]):
            yield *found.span(), 0.85


def _labelled(found: re.Match[str]) -> tuple[int, int, float]:
    """Return an address after its label, up to its town or postcode."""
    start, parts = found.start("place"), _CODE_INSIDE.split(found["place"])[0].split(", ")
    last = next((nth for nth, part in enumerate(parts) if nth and is_town(part)), len(parts))
    return start, start + len(", ".join(parts[:last])), 0.75


def _is_labelled(found: re.Match[str]) -> bool:
    """Tell an address from « inconnue » and from a town alone."""
    letters = re.findall(r"[^\W\d]+", found["place"])
    told = any(char.isdigit() for char in found["place"]) or len(letters) > _FEW
    return told and bool(letters) and not is_town(found["place"].split(", ")[0])


def _before_code(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield the estates, squares and hamlets that stand right before a postcode."""
    yield from ((*found.span(), 0.85) for found in _ESTATE.finditer(text))
    yield from ((*found.span(), 0.75) for found in _SQUARE.finditer(text))
    for found in _HAMLET.finditer(text):
        name = _LEADING.sub("", folded(found["place"]))
        if _is_hamlet(name, re.split(r"[ '-]", name)[0]):
            yield *found.span("place"), 0.7


def _has_code(text: str) -> bool:
    return any(
        end - start in _CODE_DIGITS and _CODE.match(text, start) for start, end in numbers(text)
    )


def _is_closed(text: str, start: int, end: int) -> bool:
    """Tell « place Billard, » from « place du TEP, »: a postcode, or a name that is no word."""
    if text.startswith(("rue", "av", "bo", "qu", "im", "ch"), start):
        return True
    if _AFTER.match(text, end) or _CODE_AFTER.match(text, end):
        return True
    parts = re.split(r"[ '’-]", text[start:end])
    name = next((word for word in parts if word[:1].isupper()), "")
    plain = folded(name)
    return not (name.isupper() or is_ordinary(plain) or is_heading(plain) or is_clinical(plain))


def _is_hamlet(name: str, first: str) -> bool:
    """Tell a hamlet before a postcode from a person, an institution or a town."""
    known = is_heading(first) or is_given(first) or first in words("titles") or name in places()
    return not known and not first.startswith(("hopita", "cliniqu", "centre", "ehpad", "chu"))


def place_before(text: str, at: int, digits: int) -> Iterator[Span]:
    """Yield the address before a postcode that « domicilié » announces, or a number ends."""
    cued = _CUED_PLACE.search(text, max(0, at - _LINE), at)
    if cued and any(map(str.isalpha, cued["place"])):
        yield Span(*cued.span("place"), Phi.ADDRESS, "", 0.75)
    street = _STREET_BEFORE.search(text, max(0, at - _LINE), at) if digits == _FOUR else None
    if street:
        yield Span(*street.span("street"), Phi.ADDRESS, "", 0.75)
