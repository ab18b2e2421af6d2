"""Words of French institutions: those that open a name, those between, those that are none.

Layout: lists of words, folded unless a text is searched for them as written. Source: FINESS
categories of establishments; the writings met in hospital letters.
"""

import re

# What must follow a keyword that is a common word as well.
KINDS = {
    "cliniques": re.compile(" (?:universitaires|saint)"),
    "groupe": re.compile(" hosp| h[ôo]pit| d['’]imagerie| m[ée]dical"),
    "groupement": re.compile(" hosp| des h[ôo]pit"),
    "hospices": re.compile(" civils"),
    "ensemble": re.compile(" hosp"),
    "pole": re.compile(" (?:de )?sant[ée]"),
    "maison": re.compile(
        r" (?:de (?:retraite|repos|sant[ée])|m[ée]dicale|d['’](?:arr[êe]t|enfants|accueil)"
        r"|de naissance|des (?:parents|familles|adolescents|femmes|a[îi]n[ée]s))"
    ),
    "residence": re.compile(" (?:autonomie|s[ée]niors?|services|m[ée]dicalis[ée]e)"),
    "reseau": re.compile(" de sant[ée]"),
    "service": re.compile(" de sant[ée] au travail"),
    "antenne": re.compile(" m[ée]dicale"),
    "etablissement": re.compile(
        r" (?:public |priv[ée] )?(?:de (?:sant[ée]|soins)|m[ée]dico|hosp|psych)"
    ),
    "permanence": re.compile(" m[ée]dicale"),
    "espace": re.compile(" (?:de )?sant[ée]"),
    "home": re.compile(" (?:saint|st|les? |la |l['’]|du |des )"),
}
SIGLA = frozenset(
    (
        *("chru", "chra", "chuv", "chr", "chu", "chi", "chg", "chs", "chic", "cht", "ch", "ghu"),
        *("ghr", "ght", "ghi", "gh", "hia", "clcc", "crlcc", "epsm", "ghef", "hcl", "cecos"),
        *("ciusss", "cisss", "clsc", "gmf", "efs", "uhsi", "chsld", "chuq", "cnr", "cssr", "hfr"),
        *("ehpad", "mecs", "gher", "chirec"),
    )
)
ROOMED = frozenset(
    (
        *("ssr", "smr", "mas", "ime", "fam", "usld", "had", "esat", "itep", "cmp", "pmi", "csapa"),
        *("camsp", "cmpp", "sessad", "ehpa", "marpa", "crf", "cada", "pass", "caarud"),
        *("samsah", "ssiad", "savs", "chrs", "cattp", "cmpea", "ueros", "cesap", "cds", "msp"),
        *("sau", "smur", "samu", "mdph", "crcm", "crrf", "cmpr", "udm", "asbl", "ems", "cegidd"),
    )
)
GUARDED = frozenset(
    (
        *("hop", "labo", "laboratoire", "laboratoires", "cabinet", "pharmacie"),
        *("officine", "foyer"),
        *("centre", "maternite", "pole", "infirmerie", "clin"),
        *("ch", "chi", "chs", "chg", "cht", "chic", "gh", "ght", "ghi", "ghr", "hia", "hcl"),
        *ROOMED,
    )
)
PLACED = frozenset(
    (
        *("centre", "infirmerie", "cabinet", "service", "ecole", "antenne", "imagerie"),
        *("college", "lycee", "creche", "garderie", "pouponniere", "ambulances", "optique"),
        *("etablissement", "permanence", "espace", "sos medecins", "urgences"),
    )
)
SCHOOLS = frozenset(("ecole", "creche", "garderie"))
PAIRED = frozenset(("pharmacie", "cabinet", "laboratoire", "laboratoires", "labo", "officine"))
PLURAL = frozenset(("hopitaux", "groupe", "groupement", "hospices", "cnr"))
OF_OTHERS = frozenset(("hopital", "hopitaux", "institut"))
CAPITALISED = frozenset(("hop", "imagerie", "home", "ambulances", "optique"))
ABBREVIATED = frozenset(("hop", "hosp", "clin"))
HURRIED = frozenset(
    (
        "clin",
        "clinique",
        "hopital",
        "polyclinique",
        "pharmacie",
        "ehpad",
        "chu",
        "ch",
        "labo",
        "site",
    )
)
# Keywords, after what a text must hold to be searched for them.
KEYWORDS = (
    ("pita", ("hôpital", "hôpitaux", "hopital", "hopitaux")),
    ("clin", ("clinique", "polyclinique", "clin")),
    ("cliniques universitaires ", ("cliniques",)),
    ("cliniques saint", ("cliniques",)),
    ("hop.", ("hop",)),
    ("hôp.", ("hôp",)),
    ("hosp", ("hosp", "hospices", "ensemble", "groupe")),
    ("groupe d", ("groupe",)),
    ("groupe m", ("groupe",)),
    ("groupement", ("groupement",)),
    ("dispens", ("dispensaire",)),
    ("matern", ("maternité", "maternite")),
    ("sanat", ("sanatorium",)),
    ("centre", ("centre",)),
    ("insti", ("institut",)),
    ("fondation", ("fondation",)),
    ("cabin", ("cabinet",)),
    ("pharmacie", ("pharmacie",)),
    ("officine", ("officine",)),
    ("labo", ("laboratoire", "laboratoires", "labo")),
    ("foyer", ("foyer",)),
    ("infirmerie", ("infirmerie",)),
    ("imagerie ", ("imagerie",)),
    ("ehpad", ("ehpad",)),
    ("santé", ("pôle", "réseau", "service")),
    ("maison", ("maison",)),
    ("sidence", ("résidence", "residence")),
    ("école ", ("école",)),
    ("llège ", ("collège",)),
    ("lycée ", ("lycée",)),
    ("crèche ", ("crèche",)),
    ("garderie ", ("garderie",)),
    ("pouponni", ("pouponnière",)),
    ("antenne m", ("antenne",)),
    ("home ", ("home",)),
    ("ambulances", ("ambulances",)),
    ("optique", ("optique",)),
    ("tablissement ", ("établissement", "etablissement")),
    ("permanence m", ("permanence",)),
    ("espace ", ("espace",)),
    ("sos m", ("sos médecins",)),
    ("urgences d", ("urgences",)),
)
LINKS = frozenset(("l'", "d'", "la", "le", "les", "de", "du", "des", "el", "et", "en", "au"))
INNER = frozenset(("of", "y", "del", "sur", "&", "aux", "sous"))
BETWEEN = frozenset(
    (
        *("universitaire", "universitaires", "general", "generale", "generaux", "prive", "privee"),
        *("militaire", "regional", "regionale", "regionaux", "local", "universitario", "clinic"),
        *("instruction", "armees", "hospitalier", "hospitaliers", "hospitaliere", "intercommunal"),
        *("specialise", "specialisee", "municipal", "municipale", "departemental", "communal"),
        *("medical", "medicale", "medicales", "medicaux", "medico-psychologique", "sante", "soins"),
        *("medico-social", "medico-chirurgical", "medico-chirurgicale", "chirurgicale", "dialyse"),
        *("chirurgical", "analyses", "analyse", "imagerie", "lutte", "contre", "cancer"),
        *("convalescence", "radiotherapie", "readaptation", "reeducation", "fonctionnelle"),
        *("hemodialyse", "radiologie", "groupe", "dentaire", "infirmier", "retraite", "repos"),
        *("arret", "autonomie", "senior", "seniors", "services", "medicalisee", "civils", "acp"),
        *("logement", "vie", "accueil", "medicalise", "ado", "enfants", "adultes", "national"),
        *("nationale", "europeen", "international", "cardiologique", "neurologique"),
        *("psychiatrique", "psychotherapique", "ophtalmique", "ophtalmologique", "gerontologique"),
        *("geriatrique", "pediatrique", "hepato-biliaire", "anticancereux", "cytologie", "site"),
        *("endoscopie", "chirurgie", "medecine", "reference", "competence", "maladies", "rares"),
        *("biologie", "mutualiste", "catholique", "protestante", "elementaire"),
        *("public", "mentale", "polyvalent", "polyvalente", "pluriprofessionnel", "naissance"),
        *("pluriprofessionnelle", "pluridisciplinaire", "planification", "detention"),
        *("mere-enfant", "hebergement", "medico-sociale", "psychiatrie"),
        *("maternelle", "primaire", "travail", "veterinaire", "orthopedique", "obstetrique"),
        *("anatomie", "anatomopathologie", "pathologique", "pathologiques", "biomedical"),
        *("sommeil", "suite", "residence", "fonctionnelles", "parents", "familles", "garde"),
        *("legale", "nucleaire", "interne", "preventive", "sportive", "tropicale", "genomique"),
        *("foetale", "reproductive", "intensive", "generaliste", "palliative", "vasculaire"),
        *("medico-legal", "anti-poison", "antipoison", "medico-judiciaire", "penitentiaire"),
    )
)
ALSO_NAMES = frozenset(("enfants", "enfant", "mere", "protestante", "vie"))
DEMONYMS = frozenset(
    (
        *("vaudois", "romand", "romande", "fribourgeois", "valaisan", "valaisanne", "genevois"),
        *("neuchatelois", "bernois", "jurassien", "tessinois", "reunionnais", "wallon", "wallonne"),
        *("lorrain", "lorraine", "alsacien", "bourguignon", "limousin", "picard", "normand"),
    )
)
NOT_NAME = frozenset(
    (
        *("jour", "semaine", "nuit", "garde", "reference", "proximite", "universitaire", "sein"),
        *("recherche", "biologie", "imagerie", "soins", "cancer", "cancerologie", "formation"),
        *("publique", "sexuelle", "familiale", "scolaire", "communautaire", "hopital"),
        *(
            "no",
            "n",
            "numero",
            "number",
            "national",
            "nationale",
            "clinique",
            "centre",
            "etat",
            "niveau",
            "type",
        ),
        *("docteur", "dr", "pr", "mme", "m", "mr", "professeur", "tel", "fax", "service", "pole"),
    )
)
