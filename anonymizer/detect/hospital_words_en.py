"""Words of English-language institutions: keywords, what they ask for, and what names no place.

Layout: lists of words in small letters, folded, and the patterns made of them. Source: NHS ODS;
AHA; the writings met in letters.
"""

import re

from anonymizer.detect.words import WORD
from anonymizer.lexicon import words

# What the keyword asks of the words before it: any word that is not general, or a proper name.
STRONG = frozenset(
    (
        *("hospital", "hospitals", "infirmary", "hospice", "healthcare", "physicians", "doctors"),
        *("lodge", "haven", "pharmacy", "chemist", "associates", "partners", "surgery"),
        *("institute", "pavilion", "polyclinic", "opticians", "preschool", "kindergarten"),
        *("montessori", "elementary"),
    )
)
NAMED = frozenset(
    (
        *("laboratory", "laboratories", "labs", "service"),
        *("regional", "memorial", "college"),
        *("academy", "school", "campus", "team", "hub", "jail", "prison", "branch", "genomics"),
        *("private", "hc", "program"),
        *("trust", "ft", "board", "system", "network", "group", "home", "living", "ward"),
        *("foundation",),
        *("ctr", "medical", "primary", "lab", "drugs", "unit"),
    )
)
PREFIXES = frozenset(
    (
        *(
            "nhs",
            "university",
            "nuffield",
            "spire",
            "affidea",
            "upmc",
            "uc",
            "hmp",
            "bupa",
        ),
        *("ysbyty", "meddygfa", "ysgol", "ospidéal", "scoil", "coláiste", "ospedale", "klinikum"),
    )
)
KEYWORDS = STRONG | NAMED | PREFIXES | words("services")
# Two words that make one strong keyword: the second, and what stands before it.
PAIRS = {
    "center": (
        *("medical", "health", "cancer", "nursing", "rehabilitation", "dialysis", "imaging"),
        *("walk-in", "sciences", "birth", "injury", "specialty"),
    ),
    "lab": ("reference", "pathology", "diagnostic"),
    "practice": ("medical", "family", "group"),
    "medicine": ("family",),
    "home": ("nursing", "care", "rest", "funeral", "residential", "retirement"),
    "trust": ("nhs", "foundation", "care"),
    "ft": ("nhs",),
    "board": ("health",),
    "team": ("health",),
    "nursing": ("skilled",),
    "system": ("health", "care", "healthcare"),
    "network": ("health", "healthcare"),
    "group": ("medical", "pathology", "medicine", "practice", "health"),
    "living": ("assisted", "supported", "senior"),
    "institute": ("cancer", "eye", "heart"),
    "clinic": ("medical", "family"),
    "school": ("primary", "high", "elementary", "middle", "grammar"),
    "services": ("community",),
}
IN_CELLS = frozenset(
    ("practice", "college", "laboratory", "laboratories", "labs", "academy", "psychology")
)
AT_AN_END = frozenset(("surgery", "medical", "primary", "general", "vision", "rooms"))
OPENING_A_NAME = frozenset(("hospital", "hospitals", "infirmary", "hospice", "pavilion"))
SURNAMES = frozenset(("lodge", "haven"))
ONLY_IN_PAIRS = frozenset(
    ("home", "trust", "ft", "board", "system", "network", "group", "living", "lab")
)
BRANDS = PREFIXES - {"nhs", "university", "uc", "bupa"}
SAME = {"centre": "center", "centres": "center", "centers": "center", "ctr": "center"}
OPENING = frozenset(
    (
        *("the", "a", "an", "our", "at", "in", "from", "of", "and", "he", "she", "this"),
        *("to", "by"),
        *("facility", "presented", "admitted", "transferred", "attended", "discharged", "referred"),
        *("seen", "for", "with", "on", "head", "chief", "director", "professor", "copy"),
        *("via", "re", "after", "before"),
        *("department", "division", "dept", "faculty", "consultant", "per", "my", "his"),
        *("her", "&"),
        *("your", "their", "gp", "pcp", "md", "rn", "adm", "cc", "ref", "registrar", "lives", "ed"),
    )
)
TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sister", "m", "mme"))
GENERIC = frozenset(
    (
        *("your", "local", "that", "regional", "county", "health", "general", "teaching"),
        *("university", "memorial", "community", "district", "medical", "national", "royal"),
        *("main", "other", "outside", "outpatient", "day", "field", "cancer", "walk-in", "nurse"),
        *("virtual", "joint", "combined", "rapid", "access", "one-stop", "private", "group"),
        *("major", "clinical", "good", "best", "children's", "women's", "men's", "veterans"),
        *("acute", "female", "male", "maternity", "emergency", "psychiatric"),
        *("reference", "family"),
        *("american", "british", "hospital", "hospitals", "clinic", "ward", "tertiary", "referral"),
        *("base", "nhs", "foundation", "primary", "urgent", "care", "nursing", "home", "services"),
        *("public", "social", "mental", "behavioral", "behavioural", "occupational", "sexual"),
        *("skilled", "internal", "sports", "aged", "integrated", "academic", "central", "new"),
        *("city", "town", "state", "federal", "international", "european", "global", "world"),
        *("upper", "lower", "great", "old", "young", "hmp", "center", "centre"),
        *("institute", "trust"),
        *("school", "college", "high", "elementary", "middle", "assisted", "supported"),
        *("rehabilitation", "dialysis", "imaging", "blood", "bank", "pathology", "laboratory"),
        *("fracture", "breast", "memory", "falls", "follow-up", "minor", "injury", "injuries"),
        *("eye", "foot", "hand", "hip", "spine", "sleep", "voice", "lipid", "warfarin", "infusion"),
        *("anticoagulation", "palliative", "dental", "skin", "plastic", "cardiac", "open"),
        *("day-case", "heart", "surgical", "specialist", "high", "dependency"),
        *("recovery", "stroke"),
        *("admissions", "assessment", "discharge", "isolation", "covid", "mdt", "hiv", "copd"),
        *("anticoag", "parkinson's", "alzheimer's", "crohn's", "intensive", "critical", "long"),
        *("funeral", "rest", "residential", "retirement", "associates", "retail", "hospice"),
        *("kidney", "vein", "wound", "weight", "hearing", "perinatal", "specialty", "senior"),
        *("mohs", "roux-en-y", "vinci", "gamma"),
    )
)
NATURE = frozenset(
    (
        *("gulf", "coast", "coastal", "shore", "shores", "lakes", "peak", "summit", "forest"),
        *("pine", "pines", "birch", "redwood", "evergreen", "cypress", "bayou", "cove", "glen"),
        *("river", "valley", "ridge", "bluff", "lake", "hill", "hills", "park", "creek", "springs"),
        *("mount", "mt", "bay", "harbor", "harbour", "island", "terrace", "grove", "oak", "oaks"),
        *("elm", "cedar", "maple", "magnolia", "laurel", "willow", "willows", "highlands", "falls"),
        *("heights", "meadow", "meadows", "beach", "prairie", "canyon", "mountain", "desert"),
        *("trinity", "mercy", "providence", "sacred", "st", "saint", "holy", "lady", "samaritan"),
        *("queen", "queen's", "king's", "prince", "princess", "swords", "abbey"),
        *("castle", "basin", "plains"),
        *("avenue", "street", "road", "lane", "court", "riverside", "lakeside", "seaside"),
    )
)
NATIONS = frozenset(("wales", "scotland", "england", "northern ireland"))
AFTER_A_NAME = frozenset(("county", "memorial", "general", "regional", "community", "district"))
LINKS = frozenset(
    ("of", "and", "&", "the", "upon", "de", "la", "le", "du", "for", "a'r", "na", "nan", "an")
)
# Bodies whose name is public: "the Spanish Society of Medical Oncology".
BODIES = frozenset(
    (
        *("society", "association", "federation", "college", "academy", "registry", "council"),
        *("union", "league", "alliance", "organisation", "organization", "committee", "institutes"),
    )
)
COMPOUNDS = ("pathlab", "surgicenter", "medicenter", "medicentre", "minuteclinic")
DASHES = frozenset("-–—")
# How a name goes on, what announces it, and what shows that it is none.
RIGHT_TAIL = re.compile(
    r"(?:[ ](?:NHS|Foundation|FOUNDATION|Trust|TRUST|FT|Campus|CAMPUS|North(?:west|east)?|South"
    r"|East|West|NORTH|SOUTH|EAST|WEST|Midtown|Downtown|Suite(?![ ]\#?[\dA-Z]\b|[ ]\d)|Site"
    r"|Hub|Service|Services|Station|Maternity|Center|Centre|CENTER|CENTRE|LLP|LLC|Inc\.?|Ltd\.?|PLLC)(?![\w-]))+"
    r"|,[ ](?:P\.?C\.|P\.?A\.(?=\s)|LLP|LLC|Inc\.)"
)
STREET_AFTER = re.compile(
    r"[ ](?:Road|Street|Lane|Avenue|Drive|Way|Plaza|Parade|Hill|Close|Boulevard|Court|Rd|St|Ave"
    r"|Dr)\b"
)
CUE_BEFORE = re.compile(
    r"\b(?:(?:[Aa]t|[Ff]rom|[Tt]o|[Bb]y|[Ww]ith|[Vv]ia)(?: the)? |(?:GP|PCP|The) "
    r"|(?:Clinic|Practice|Surgery|Facility|From|To|Site|Location|School|Follow[- ]up): )\Z"
)
LENDS_NAME = re.compile(
    r"(?:['’]s)?[ ](?:solution|criteri|scor|stag|grad|class|test|scal|smell|protocol"
    r"|Group[ ](?:stud|trial|protocol|perf|scor)|\d\))"
)
RESIDENCE = re.compile(
    r"\b(?:booked|[Tt]ransferr?(?:ed)?|[Aa]dmitted|moved|back|[Rr]eturned|lives|lived|living"
    r"|resides|resident|is|was|stay(?:s|ed|ing)?|[Dd]ischarged?|[Hh]ospital|Cent(?:er|re)"
    r"|Institute|Infirmary|Hospice|Unit|Ward)"
    r"[ ](?:to|in|at|of|from)[ ](?:the[ ])?"
    rf"(?P<name>The[ ]{WORD}(?:[ ]{WORD})?|(?:{WORD}[ ]){{1,2}}"
    rf"(?:Manor|House|Lodge|Grange|Villa|Hall)(?:[ ]of[ ]{WORD})?)"
    r"(?=[.,:;\n]|\Z|[ ](?:on|in|after|here|until|during|while)[ ])"
)
