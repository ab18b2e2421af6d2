"""The labels that announce numbers: patient, stay, sample, insurance, device, document.

Layout: the register that a label means, and what must stand beside it before its number counts.
Source: ANS (RPPS, ADELI, FINESS, INS); NHS Data Dictionary; HIPAA 164.514(b)(2); the insurers' and
registers' own names.
"""

from enum import IntEnum
from types import MappingProxyType

from anonymizer.phi import IdKind

_STRONG = {  # each means a register and nothing else
    IdKind.INS: "ins, ins c, ins nir, ins a, matricule ins, identite nationale de sante",
    IdKind.IPP: "ipp, nip, n i p, identifiant permanent, identifiant permanent du patient",
    IdKind.NDA: "nda, iep, numero d admission, csn, ubrn",
    IdKind.RPPS: "rpps",
    IdKind.ADELI: "adeli, am",
    IdKind.FINESS: "finess, finess et, finess ej, finess geographique, siret, siren",
    IdKind.NHS: "nhs, chi number, h c, h&c number, hsc number",
    IdKind.NIR: (
        "nir, nss, insee, securite sociale, n secu, assure social, assuree sociale, niss, ramq"
        ", numero national, numero national belge, ameli, carte vitale"
    ),
    IdKind.SSN: (
        "ssn, social security, nino, ni number, national insurance, ppsn, pps number, pps, pps no"
    ),
    IdKind.MRN: (
        "mrn, mr, medical record, medical records, med rec, hospital number, hospital no, hosp no"
        ", chart number, patient id, patient number, unit number, unit no, ur number, urn, phn"
        ", emis, hsn, hcn, hrn"
        ", health card, health card number, ohip, ihi, aadhaar, nhi, mbi, medicaid, medicare"
        ", hic, hicn, abha, subject, sujet"
    ),
    IdKind.ACCOUNT: (
        "policy number, member id, sort code, routing number, card number, n adherent, cafat"
    ),
    IdKind.DEVICE: "numero de serie, serial number, serial no, s n, sn, udi, iud",
    IdKind.OTHER: (
        "npi, dea, gmc, inami, uhid, upn, ahpra, ndis, cpso, clia, dva, unos, bndmr, gms, imc, "
        " nmc, nmc pin, gdc, mcr, nmbi, vin, passeport, passport, driving licence"
        ", driver s license, drivers license, permis de conduire, titre de sejour, cni"
        ", carte d identite, carte nationale d identite, study id, subject id, accession"
        ", code barres, ecrou, cristal, hcpc, hcpsa, hpcsa, mcnz, nzmc, gphc, cnom, lic"
        ", college number, imc number, badge, ndis, medical council"
    ),
}
_NOUNS = {  # each is a word of the clinic too
    IdKind.NDA: (
        "sejour, venue, visite, passage, hospitalisation, admission, encounter, visit, episode"
        ", fin, passage aux urgences"
    ),
    IdKind.NHS: "chi",
    IdKind.SSN: "sin, nas, nam, tin",
    IdKind.NIR: "immatriculation, avs, assure, assuree, beneficiaire, secu, ss",
    IdKind.MRN: (
        "patient, patiente, pid, unit, mr, chart, ur, history, record, registry, clinic"
        ", dossier, dossier medical, id, identifiant, hop, prisoner, dn, folder"
    ),
    IdKind.ACCOUNT: (
        "sinistre, authorisation, authorization, compte, mutuelle, adherent, policy, rib, contrat"
        ", amc, allocataire, allocataire caf"
        ", account, acct, insurance, member, group, claim, carte bancaire, card, ins, invoice"
        ", quote, certificate, cert, aetna, anthem, axa, bupa, cigna, humana, kaiser, bcbs"
        ", blue cross, blue shield, uhc, unitedhealthcare, tricare, vitality, aviva, medibank"
        ", vhi, laya, suva, helsana, swica, concordia, sanitas, visana, generali, allianz"
        ", groupama, macif, maif, mgen"
    ),
    IdKind.DEVICE: "serie, lot, serial, modele, model, implant",
    IdKind.OTHER: (
        "specimen, prelevement, echantillon, demande, examen, bloc, lame"
        ", lames, registre, carte, permis, case, file, lab, lab ref, study, identification"
        ", ref, refs, reference, references, refer to, quote, quoting"
        ", matricule, compte rendu, cr, anapath, pathology, histology"
        ", anatomopathologie, biobanque, tube, don, bon, bon de transport, ordonnance, order"
        ", surgical pathology, acc, accession, licence, license, reg, registration, medical licence"
        ", medical license, ordre, ordre des medecins, arrivee, attente, inclusion, anonymat"
        ", rx, coroner s reference, sous le, archive, biopsie, piece, cassette, frottis"
        ", recueil, booking, pv, rg, subj, spec, fiche, crpv, requisition, agrement"
        ", mortuary, provider, prov, consumer, labelled, labeled, etiquete, etiquetee"
        ", consult, billing"
    ),
}
_LOOSE = {  # each stands before any number: only what a register alone writes counts
    IdKind.OTHER: "n, no, numero, number, plate, conf, kit, job, band, batch, scelle, ord, dir",
    IdKind.DEVICE: "sonde, sondes, appareil, dispositif, implants",
}


class Need(IntEnum):
    """What must stand beside a label before its number counts."""

    NOTHING = 0
    SIGN = 1
    CODE = 2


def _table(words: dict[IdKind, str], need: Need) -> dict[tuple[str, ...], tuple[IdKind, Need]]:
    return {
        tuple(label.split()): (kind, need)
        for kind, labels in words.items()
        for label in labels.split(", ")
    }


LABELS = MappingProxyType(
    _table(_LOOSE, Need.CODE) | _table(_NOUNS, Need.SIGN) | _table(_STRONG, Need.NOTHING)
)
