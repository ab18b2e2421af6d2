"""Tell by the noun beside it what bears a person's name and is none: signs, scores, drains.

Layout: French says the noun first (« lames souples de Kervadec »), English last ("a Kervadec
drain"); a grade may stand between. Nouns that people have as well (fever, pain) are left out.
Source: titles of dictionaries of medical eponyms; nomenclature of instruments.
"""

import re

from anonymizer.fold import fold

_BEFORE = frozenset(
    """
    abaque aiguille anastomose anatoxine anemie angle anneau anse aponevrose appareil arc
    arthrodese attelle bacille bandelette boucle bouton broche butee cadre canal canule capsule
    cardiomyotomie cartilage catheter caverne cellule cerclage chocart choree clairance clamp
    classe classification clip clou coloration complexe contracture corps corpuscule corset
    crampon crete cristal critere cul curette dermatite diagramme diametre dilatateur
    diplegie diverticule drain ecarteur echelle ecouvillon endoprothese epreuve equation
    equilibre espace essai faisceau fascia fibre fissure forceps formule fosse fracture
    gastrectomie gelose gilet glande goitre grade granulome greffe grille hemisyndrome hernie
    heterochromie hysterectomie implant incision index indice intervention inventaire
    iridotomie kyste lambeau lame laparotomie lichen ligament ligature ligne liqueur livedo
    lobule loi lymphome maladie manoeuvre marqueur masque meche melanose membrane methode
    milieu minerve modele myotomie naevus nephropathie neuropathie nodosite nodule noeud
    nomogramme noyau oedeme operation ophtalmopathie orifice osteodystrophie osteotomie papule
    paralysie patch pentade phenomene pince plaque plaquette plastie plexus plicature poche
    point polygone ponction principe procede procedure proteine protese prothese protocole
    pseudopelade ptose purpura quadrilatere questionnaire reactif reaction recessus redon
    reflexe regle repli resection reservoir resonateur retracteur retraction sac sarcome
    score selon sequence seton signe sillon sonde spatule speculum sphincter spondylodiscite
    stade stadification stent suture syndactylie syndrome tache technique tendon test tetrade
    tetralogie thyroidite torticolis triade triangle trilogie trocart trompe trou tubercule
    tumeur type ulcere vaisseau valve valvule valvuloplastie ventouse virus vis zone
    """.split()  # noqa: SIM905 - a table of words
)
_AFTER = frozenset(
    """
    agar anastomosis anomaly antibody antigen aphasia apparatus approach arthroplasty assay
    ataxia atrophy attack bacillus bag balloon band bandage bar blade block blocker bodies body
    boot brace broth bundle button bypass cage canal cannula capsule cast catheter cell
    cerclage chart chorea clamp class classification clearance clip coefficient collar column
    complex contracture corpuscle corset crease criteria criterion crystal cuff cup curette
    curve cyst deformity degeneration dilator disease disorder diverticulum drain drainage
    dressing duct dye dysplasia dystrophy effect elevator encephalopathy equation esophagus
    factor fascia fiber fibre fibroma filter fistula fixation fixator flap foramen forceps
    formula fracture frame fundoplication ganglion gene gland globulin grade graft granule
    granuloma hallucination hammer hemiplegia hepatectomy hernia hook hysterectomy implant
    incision index inlay inventory keratitis knot lamp laryngoscope law lesion level ligament
    ligation line loop lymphoma maneuver manoeuvre manouevre mask medium melanosis membrane
    mesh method model murmur muscle myelitis myopathy myotomy nail needle neoplasm nephritis
    nephropathy nerve neuralgia neuropathy nevus node nodule nomogram oesophagus operation
    osteotomy pacemaker palsy papilla papule paralysis paresis patch pentad phalanx phenomenon
    phenotype pin plaque plasty plate plexus plication point position pouch procedure
    prosthesis protocol pulse pump puncture pupil questionnaire rash reaction reconstruction
    reflex regimen repair resection reservoir retractor ring rod rongeur rule sac salt sarcoma
    scale scissors score screw septum sequence sheath shunt sign sinus sling snare space
    speculum sphincter spine splint spot stage staging stain status stenosis stent stitch
    stocking stone stricture stylet suture syndrome system technique tendon test tetrad
    tetralogy thickness thyroiditis toxin tracheostomy traction transfer transplant triad
    triangle trocar tubercle tumor tumour ulcer urethroplasty vaccine valve vein
    ventriculostomy virus wave weave web wire wrap zone
    """.split()  # noqa: SIM905 - a table of words
)
_NOUN = re.compile(
    r"""(?<![^\W_])(?P<noun>[^\W\d_]{3,})[ ]
    (?:(?:(?:[a-zà-ÿ-]+|[IVX]{1,4}[a-zA-Z]{0,2}|\d{1,2})[ ])?
       (?:de[ ](?:la[ ])?|d['’]|du[ ]|des[ ]|of[ ])
       (?:[A-ZÀ-Þ][^\W\d_]+(?:[ ](?:et|and|&)|,)[ ])?)?\Z""",
    re.VERBOSE,
)
_NEXT = re.compile(r"(?:['’]s)?[ -](?P<noun>[a-z]{3,})(?![^\W_])")
_GRADE = re.compile(r"[ ](?:I{1,3}|IV|V|VI{0,3})[a-s]{1,2}(?![\w.])")  # Kudo IIIs, Paris IIa
_WINDOW = 48


def noun_before(text: str, start: int) -> bool:
    """Tell whether a noun that takes people's names stands before ``start``, with its « de »."""
    found = _NOUN.search(text, max(0, start - _WINDOW), start)
    return found is not None and _listed(found["noun"], _BEFORE)


def noun_after(text: str, end: int) -> bool:
    """Tell whether a noun that takes people's names, or a grade, stands right behind ``end``."""
    found = _NEXT.match(text, end)
    return bool((found and _listed(found["noun"], _AFTER)) or _GRADE.match(text, end))


def _listed(noun: str, nouns: frozenset[str]) -> bool:
    plain = fold(noun)
    return plain in nouns or (plain[-1] in "sx" and plain[:-1] in nouns)
