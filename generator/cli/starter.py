"""The case file that ``casepress init`` writes: short, commented, and valid as it stands."""

STARTER = """\
# A clinical case for casepress. Fill in what you have; leave out the rest.
# Un cas clinique pour casepress. Remplissez ce que vous avez ; retirez le reste.
#
#   casepress check case.yaml      what is missing or contradicts itself / ce qui manque
#   casepress build case.yaml      the reports, without names, in ./out / les rapports, sans noms
#
# Write names, dates and places as they are: they are replaced before anything is published.
# Écrivez noms, dates et lieux tels quels : ils sont remplacés avant toute publication.
# Dates: 2021-05-04, 2021-05 or 2021. Texts are Markdown, in fr, en or both.

id: "local-code"            # yours alone, never printed / votre code, jamais imprimé
slug: my-case               # public, names the files / public, nomme les fichiers
language: fr                # main language of the texts: fr or en / langue principale
status: draft               # draft or final
index_event: 2021-05-04     # day 0 of relative dates, such as the first consultation / jour 0

title:
  fr: Titre du cas
  en: Title of the case

patient:
  given: Prénom
  family: Nom
  sex: unknown              # female, male, other or unknown
  age: {value: 54, unit: years}   # or birth_date: 1967-02-03
  # address: {city: Ville, country: France}
  # occupation: {fr: métier, en: occupation, causal: false}

# clinicians:
#   - {role: oncologist, given: Prénom, family: Nom}

# history:
#   - {kind: medical, label: {fr: hypertension artérielle, en: hypertension}}
#   - {kind: habit, label: {fr: tabac, en: smoking}, presence: absent}

# allergies:
#   - {substance: {fr: pénicilline, en: penicillin}, reaction: {fr: urticaire, en: urticaria}}

# labs:                     # values exactly as measured / valeurs exactement comme mesurées
#   - {analyte: {fr: créatinine, en: creatinine}, value: "92", unit: umol/L, date: 2021-05-04}

# diagnoses:
#   - {label: {fr: diagnostic, en: diagnosis}, certainty: confirmed, date: 2021-05-06}

# treatments:
#   - modality: drug
#     drugs: [{name: {fr: amoxicilline, en: amoxicillin}, dose: "1", unit: g, route: oral}]
#     start: 2021-05-06

# events:
#   - {date: 2021-05-04, kind: encounter, text: {fr: Première consultation, en: First visit}}

# outcome:
#   vital_status: not_stated   # alive, dead or not_stated
#   last_news: 2021-09

narrative:
  - kind: history
    text:
      fr: Écrivez ici l’histoire de la maladie.
      en: Write the history of the illness here.

# figures:                  # refused without a review of the pixels / refusées sans relecture
#   - file: ct.png
#     caption: {fr: Scanner abdominal., en: Abdominal CT.}
#     alt: {fr: Coupe axiale., en: Axial slice.}
#     review: {burnt_in: none, reviewer: your name, date: 2021-05-20}

# consents:
#   - {use: journal, state: given, date: 2021-06-01, languages: [fr, en]}
"""
