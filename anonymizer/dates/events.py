"""What happens on a day: the words that ask for a date, « extubé 15/09 », "LMP 4/28"."""

import re
from typing import Final

from anonymizer.dates import context

_ON = r"[.:,]?[ ](?:le[ ]|on[ ]|du[ ]|of[ ]|from[ ]|dated[ ])?\Z"
# of which no score is told
_EVENT: Final = re.compile(
    rf"""(?:(?<![a-z])(?:adm[a-z]*|d/c'?d?|dc|sorti[es]*|entree?s?|admis[es]*|(?:de)?extub[a-z]*|iot
    |transf[a-z]*|stop|arret[es]*|repri[a-z]*|debut|(?:re)?pose[es]*|ablat[a-z]*|(?:re)?vue?s?|seen
    |reviews?|r/?v|rdv|cs|f/?u|clinic[a-z]*|appt|labs?|labos?|bilans?|bloods?|bio|ecbu|rx|rp|cxr|xr
    |[oe]gd|ercp|fogd|picc|drain|out|home|done|given|swabs?|prochaine?s?|next|last|dernier[es]*|due
    |through|thru|until|till|since|depuis|jusqu'au|reconvocation|convo[a-z]*|controle|consult[a-z]*
    |meeting|mtg|rcp|mdt|photos?|passage|visites?|vad|ends?|rung|called|begun|start[a-z]*|night
    |nuit|morning|evening|(?:set|scheduled|planned|booked)[ ]for|appel[a-z]*|lines?|mail|note|ajout
    |lmp|edd|addendum|ddr|dpa|last[ ][a-z]+|lun|mar|mer|jeu|ven|sam|dim
    |(?:bcx|[a-z]*cultures?)[ ]from)|(?<![a-z]){context.ACT}){_ON}""",
    re.VERBOSE,
)
_PAST: Final = re.compile(r"(?:[a-z]{3,}ed|\bby|\bof|\bto)[ ]\Z")  # so, of no part of a whole
# of which a part may be told as well: « deux drains retirés 2/3 »
_HAPPENED: Final = re.compile(
    rf"""(?<![a-z])(?:removed|inserted|placed|sited|changed|replaced|stopped|ceased|commenced|drawn
    |collected|sent|taken|obtained|performed|fitted|delivered|born|died|onset|noted|pulled|weaned|switched
    |intubated|signed|dictated|faxed|confirmed|resolved|discontinued|listed|operated|closed|back|around
    |circa|retire[es]*|otee?s?|enleve[es]*|depose[es]*|change[es]*|remplace[es]*|commence[es]*|debutee?s?
    |preleve[es]*|envoye[es]*|faite?s?|realise[es]*|refaite?s?|nee?s?|decede[es]*|sevre[es]*|operee?s?|signe[es]*
    |dictee?s?|prevenu[es]*|confirme[es]*|transfuse[es]*|vers
    |rounds?|registr[a-z]+|notif[a-z]*|declar[a-z]*|exchanges?|echanges?|dialys[a-z]+
    |baseline(?:[ ]and)?
    |falls?|fell|chutes?|seizures?|crises?|malaises?|syncopes?|incident|ltr|letters?|lettres?|courriers?
    |fax|e?mail|sms|message|bx|histo[a-z]*|path|paraffin|frozen|anapath|cysto|colono|gastro|broncho|lap
    |angio|endo|holter|eeg|emg|ecg|ekg|doppler|tte|tee|ett|eto|us|dxa|efr|pft|ponction|pl|lp
    |ebus(?:-tbna)?|fna|pbh|pbr|vascath|catheter|cvc|vvc|kt[acp]?|picc|foley|sonde|port|quinton|stents?
    |balloon|ballonnet|dve|evd){_ON}
    |(?<![a-z])(?:dre?|prof?|mme|mrs?|ms|miss|ide|pcp|gp)\.?(?:[ ][a-z'-]{{2,}}){{1,2}},?[ ]\Z
    |(?<![\w.,])[0-9.,]{{1,7}}[ ]?(?:%|[a-z/µ]{{1,8}})?[ ]\(\Z""",  # but « pN2 (9/9) »
    re.VERBOSE,
)
CLOCK: Final = re.compile(
    r"""[ ](?:a[ ]|at[ ])?(?:(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9]|[ ]?h(?![a-z])|[ ]?[ap]m\b)
    |(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9/]|[.,][0-9]|[ ]?[a-z]?[gl]\b)|[ap]m\b)""",
    re.VERBOSE,
)
LISTED: Final = re.compile(r"[ ]?(?:[,;:.)|](?![0-9])|\n|\Z|[+/-][ ]|\((?:dre?|prof?|mrs?|mme)\b)")
_GOES_ON: Final = re.compile(
    r"[ ](?:because|with|w/|for|when|where|at|by|in|via|chez|avec|pour|par|car|devant|sous|suite)\b"
)


def event(left: str, *, past: bool = False) -> bool:
    """Tell whether an event asks for a date here; ``past``: or a verb of the past."""
    return bool(_EVENT.search(left) or (past and _PAST.search(left)))


def happened(left: str) -> bool:
    """Tell whether something that happens on a day stands where ``left`` ends."""
    return _HAPPENED.search(left) is not None


def closed(text: str, end: int, *, sure: bool = False) -> bool:
    """Tell whether nothing counted follows ``end``; after a ``sure`` event a clause may go on."""
    return bool(LISTED.match(text, end) or (sure and _GOES_ON.match(text, end)))
