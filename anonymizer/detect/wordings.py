"""The grammar of French postal addresses: types of street, links, names, buildings, boxes.

Layout: AFNOR XP Z10-011; La Poste. Patterns alone, that detect/streets and detect/hamlets share.
"""

from anonymizer.detect.words import APOSTROPHE, WORD

TYPE = (
    r"(?:all[ée]es?|avenue|av\.?|boulevard|bld\.?|blvd\.?|bvd|bd\.?|carrefour|chauss[ée]e"
    r"|boul\.?|chemin|cit[ée]|clos|corniche|cours?|"
    r"esplanade|faubourg|fbg\.?|galerie|hameau|impasse|imp\.?|lieu[- ]dit|lotissement|mail"
    r"|mont[ée]e|parvis|passage|place|pl\.?|"
    r"promenade|quai|quartier|r[ée]sidence|rond[- ]point|route|rte|rue|ruelle|sente|sentier"
    r"|rang|r\.|square|traverse|venelle|villa|voie|hent|straed|karter)"
)
LINK = rf"(?:a[rnl][ ](?=[A-Z])|de[ ]la[ ]|de[ ]l[{APOSTROPHE}]|du[ ]|des[ ]|de[ ]|d[{APOSTROPHE}])"
ARTICLE = rf"(?:[Ll]a[ ]|[Ll]e[ ]|[Ll]es[ ]|[Ll][{APOSTROPHE}])"
NAME = rf"{LINK}?{ARTICLE}?{WORD}(?:[ ]{LINK}?{ARTICLE}?{WORD}){{0,4}}"
UNIT = (
    r"(?:(?i:b[âa]t(?:iment)?|appartement|appt|app[.t]?|apt|esc(?:alier)?|porte|logement|lgt|studio"
    r"|bureau|lot|bte|bo[îi]te|[ée]tage|caravane|chambre|ch\.)\.?[ ]?(?:n°[ ]?)?"
    r"(?:\d{1,4}[A-Z]?|[A-Z]\d{0,3})(?!\w)"
    r"|\d{1,2}(?:er|e|[èe]me)[ ](?:[ée]t(?:age|\.)(?:[ ]sans[ ]asc\w*\.?)?|gauche|droite)|RDC)"
)
HOUSE = (
    r"[RrIiLlFfH](?<![^\W_].)(?:(?<=[Rr])[ée]s(?:idence|\.)|(?<=R)[ÉE]SIDENCE"
    r"|(?<=[Ii])mm(?:euble|\.)|(?<=[Ll])ot(?:issement|\.)|(?<=[Ff])oyer|(?<=H)LM)"
    rf"[ ]{NAME}"
)
MAIL = r"(?:B\.?P\.?|CS|TSA|[Cc]ase[ ]postale)[ ]?(?:n°[ ]?)?(?:\d{1,6}|[A-Z]\d{1,3})(?!\w)"
MARK = r"PK[ ]?\d{1,3}(?:[.,]\d{1,3})?"
LOCALITY = (  # behind a street: « , ravine des Citrons »
    r"(?:[Rr]avine|[Mm]orne|[Pp]ointe|[Aa]nse|[Hh]abitation|[Ss]ection|[Qq]uartier|[Cc]it[ée]"
    rf"|[Ll]ieu[- ]dit|[Hh]ameau|[Zz]one|[Ss]ecteur)[ ]{NAME}"
)
AROUND = rf"(?:{UNIT}|{HOUSE}|{MAIL}|{MARK})"
