"""Words of English-language institutions: keywords, what they ask for, and what names no place.

Layout: lists of words in small letters, folded. Source: NHS ODS; AHA; the writings met in letters.
"""

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
        *("ctr", "medical", "primary", "lab", "drugs"),
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
LINKS = frozenset(("of", "and", "&", "the", "upon", "de", "la", "le", "du", "for", "a'r"))
DASHES = frozenset("-–—")
