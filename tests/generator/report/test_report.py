"""The view model of a publication: what it says, in which language, with which marks."""

from dataclasses import replace

import pytest

from anonymizer.dates.partial import parse_iso
from anonymizer.phi import Lang
from anonymizer.policy import PolicyName

from generator.case.clinical import (
    Diagnosis,
    Drug,
    Event,
    Finding,
    History,
    Imaging,
    Lab,
    Measurement,
    Outcome,
    ReferenceRange,
    Treatment,
)
from generator.case.model import Case
from generator.case.people import Age, Author, Occupation, Patient
from generator.case.publication import Consent, Figure, Keywords, Section
from generator.case.terms import (
    CaseStatus,
    Certainty,
    Comparator,
    ConsentGiver,
    ConsentState,
    ConsentUse,
    FactStatus,
    HistoryKind,
    Modality,
    Presence,
    SectionKind,
    Sex,
    TextStatus,
    VitalStatus,
)
from generator.case.text import Term, Text
from generator.language.locales import Locale
from generator.report import Layout, Profile
from generator.report.legend import marks_of
from generator.report.model import MarkCode, Table

SIX = ("history", "examination", "investigations", "diagnosis", "treatment", "outcome")
CARE = (
    *("introduction", "patient", "history", "examination", "timeline", "investigations"),
    *("diagnosis", "treatment", "outcome", "discussion", "lessons", "perspective", "consent"),
    *("references", "declarations", "disclosure"),
)


def lines(words):
    return [line for said in words for line in said.lines]


def column(table, name):
    place = [head for head, _ in table.columns].index(name)
    return [lines(row[place]) for row in table.rows]


def table_of(section_, name):
    return next(b for b in section_.blocks if isinstance(b, Table) and b.name == name)


def codes(value):
    return [mark.code for mark in marks_of(value)]


def narrated():
    kinds = [SectionKind(name) for name in SIX]
    return tuple(Section(kind=kind, text=Text(fr="Oui.", en="Yes.")) for kind in kinds)


def test_the_six_headings_are_those_of_each_language(told):
    case = Case(narrative=narrated())
    french = [s.heading[0].text for s in told(case).sections if s.name in SIX]
    english = [s.heading[0].text for s in told(case, Layout.EN).sections if s.name in SIX]
    assert french == [
        *("Anamnèse", "Examen physique", "Examens complémentaires", "Diagnostic", "Traitement"),
        "Évolution",
    ]
    assert english == [
        *("History", "Physical examination", "Investigations", "Diagnosis", "Treatment"),
        "Outcome and follow-up",
    ]


def test_sections_follow_the_order_of_care(told):
    case = Case(
        introduction=Text(fr="i"),
        patient=Patient(sex=Sex.MALE, age=Age(value=54)),
        events=(Event(date=parse_iso("2016"), text=Text(fr="e")),),
        narrative=tuple(reversed(narrated())),
        discussion=Text(fr="d"),
        lessons=(Text(fr="l"),),
        perspective=Text(fr="p"),
        consents=(Consent(use=ConsentUse.JOURNAL, state=ConsentState.GIVEN),),
    )
    names = [s.name for s in told(case).sections]
    assert names == [name for name in CARE if name in names]
    assert {"introduction", "timeline", "lessons", "consent", "disclosure", *SIX} <= set(names)


def test_a_narrative_without_headings_comes_before_the_six_and_closing_remarks_after(told):
    other = Section(kind=SectionKind.OTHER, text=Text(fr="Récit."))
    named = replace(other, heading=Text(fr="Commentaires"))
    case = Case(narrative=(other, *narrated(), named))
    names = [s.name for s in told(case).sections]
    assert names.index("narrative-1") < names.index("history")
    assert names.index("narrative-8") > names.index("outcome")


def test_an_english_report_of_a_french_narrative_shows_it_as_french_and_not_translated(
    told, section
):
    case = Case(narrative=(Section(kind=SectionKind.HISTORY, text=Text(fr="Bonjour.")),))
    ((passage,),) = section(told(case, Layout.EN), "history").blocks[0].rows
    assert passage.lang is Locale.FR
    assert [mark.text for mark in passage.marks] == ["not translated"]
    assert section(told(case, Layout.EN), "history").heading[0].text == "History"


def test_an_unreviewed_translation_is_marked_and_the_original_is_not(told, section):
    text = Text(fr="Un.\n\nDeux.", en="One.\n\nTwo.", status=TextStatus.NEEDS_REVIEW)
    case = Case(narrative=(Section(kind=SectionKind.HISTORY, text=text),))
    first, second = section(told(case, Layout.BILINGUAL), "history").blocks[0].rows
    assert [codes(passage) for passage in first] == [[], [MarkCode.REVIEW]]
    assert codes(second) == []
    assert codes(section(told(case), "history").blocks) == []


@pytest.mark.parametrize("source", Lang)
def test_side_by_side_the_language_of_the_case_stands_first(told, section, source):
    case = Case(language=source, narrative=narrated())
    row = section(told(case, Layout.BILINGUAL), "history").blocks[0].rows[0]
    assert row[0].lang.lang is source


def test_paragraphs_that_do_not_pair_stand_in_one_row(told, section):
    text = Text(fr="Un.\n\nDeux.", en="One and two.")
    case = Case(narrative=(Section(kind=SectionKind.HISTORY, text=text),))
    (row,) = section(told(case, Layout.BILINGUAL), "history").blocks[0].rows
    assert [len(passage.html) for passage in row] == [2, 1]


def test_a_laboratory_value_keeps_its_digits_and_nothing_is_filled_in(told, section):
    labs = (
        Lab(analyte=Term(fr="calcium"), value="2.60", unit="mmol/L"),
        Lab(analyte=Term(fr="TSH"), value="1.9"),
        Lab(
            analyte=Term(fr="potassium"),
            comparator=Comparator.LESS,
            value="2,50",
            unit="mmol/L",
            reference=ReferenceRange(low="3,5", high="5,0"),
        ),
        Lab(analyte=Term(fr="5-HIAA"), result=Term(fr="élevé"), specimen=Term(fr="urines")),
    )
    table = table_of(section(told(Case(labs=labs)), "investigations"), "labs")
    assert column(table, "value") == [["2,60"], ["1,9"], ["<\u00a02,50"], ["élevé"]]
    assert column(table, "unit") == [["mmol/L"], [], ["mmol/L"], []]
    assert column(table, "reference")[2] == ["3,5\u00a0–\u00a05,0"]
    assert [name for name, _ in table.columns] == [
        *("analyte", "value", "unit", "converted", "reference", "specimen")
    ]
    assert column(table, "converted")[0] == ["104,2\u00a0mg/L"]
    english = table_of(section(told(Case(labs=labs), Layout.EN), "investigations"), "labs")
    assert column(english, "analyte")[0] == ["Calcium"]
    assert column(english, "value") == [["2.60"], ["1.9"], ["<\u00a02.50"], ["elevated"]]
    assert column(english, "converted")[0] == ["10.42\u00a0mg/dL"]


def test_a_term_without_translation_is_printed_as_written_with_a_mark(told, section):
    case = Case(labs=(Lab(analyte=Term(fr="ostéokalline"), value="3"),))
    table = table_of(section(told(case, Layout.EN), "investigations"), "labs")
    assert column(table, "analyte") == [["Ostéokalline"]]
    assert codes(table.rows[0]) == [MarkCode.AS_WRITTEN]


def test_findings_say_presence_and_never_become_diagnoses(told, section):
    findings = tuple(
        Finding(label=Text(fr=label, en=english), presence=presence)
        for label, english, presence in (
            ("pâleur", "pallor", Presence.PRESENT),
            ("œdème", "oedema", Presence.ABSENT),
            ("Pas de fièvre", "No fever", Presence.ABSENT),
            ("souffle", "murmur", Presence.UNCERTAIN),
            ("fond d’œil", "fundoscopy", Presence.NOT_DONE),
        )
    )
    case = Case(examination=findings)
    (french,) = section(told(case), "examination").blocks
    (english,) = section(told(case, Layout.EN), "examination").blocks
    assert [item[0].text for item in french.items] == [
        "Pâleur",
        "Absence d’œdème",
        "Pas de fièvre\u00a0: absence",
        "Souffle\u00a0: présence incertaine",
        "Fond d’œil\u00a0: évaluation non faite",
    ]
    assert [item[0].text for item in english.items] == [
        *("Pallor", "No oedema", "No fever: absent", "Murmur: uncertain"),
        "Fundoscopy: not assessed",
    ]
    assert "diagnosis" not in [s.name for s in told(case).sections]


def test_an_excluded_diagnosis_is_among_those_discussed_alone(told, section):
    label = Term(fr="cardiopathie carcinoïde")
    case = Case(diagnoses=(Diagnosis(label=label, certainty=Certainty.EXCLUDED),))
    assert [b.name for b in section(told(case), "diagnosis").blocks] == ["differential"]


def test_the_dose_belongs_to_its_own_drug_and_an_ambiguous_unit_is_marked(told, section):
    drugs = (
        Drug(name=Term(fr="lanréotide")),
        Drug(name=Term(fr="évérolimus"), dose="10", unit="mg/jour"),
        Drug(name=Term(fr="interféron"), dose="9", unit="mU/j"),
    )
    case = Case(treatments=(Treatment(modality=Modality.TARGETED, line=2, drugs=drugs),))
    table = table_of(section(told(case, Layout.EN), "treatment"), "treatments")
    assert column(table, "drugs") == [
        ["Lanreotide", "Everolimus 10\u00a0mg/day", "Interferon 9\u00a0mU/day"]
    ]
    assert column(table, "line") == [["2nd"]]
    assert codes(table) == [MarkCode.UNIT]


def test_events_stand_in_order_with_their_dates_in_words_and_computed_ones_marked(told, section):
    events = tuple(
        Event(date=parse_iso(day), text=Text(fr=day), computed=computed)
        for day, computed in (
            *(("2016-04-26", False), ("2016-03", False), ("2016-02-01", False)),
            *(("2013", False), ("2016-02-15", True)),
        )
    )
    table = table_of(section(told(Case(events=events)), "timeline"), "events")
    assert column(table, "date") == [
        *(["2013"], ["1er\u00a0février 2016"], ["15\u00a0février 2016"], ["mars 2016"]),
        ["26\u00a0avril 2016"],
    ]
    assert codes(table.rows[2]) == [MarkCode.COMPUTED]


def test_relative_dates_count_from_the_index_event_and_a_month_never_gives_a_day(told, section):
    events = tuple(
        Event(date=parse_iso(day), text=Text(fr="x"))
        for day in ("2015-01-10", "2015-01-24", "2015-03")
    )
    case = Case(events=events, index_event=parse_iso("2015-01-10"))
    made = told(case, profile=Profile.JOURNAL, policy=PolicyName.GENERALISE)
    assert column(table_of(section(made, "timeline"), "events"), "date") == [
        *(["J0"], ["J14"], ["≈\N{NO-BREAK SPACE}M+2"])
    ]


def test_a_policy_that_removes_dates_prints_none(told, section):
    event = Event(date=parse_iso("2015-01-10"), text=Text(fr="x"))
    made = told(Case(events=(event,)), policy=PolicyName.REDACT)
    assert column(table_of(section(made, "timeline"), "events"), "date") == [["date non publiée"]]


def test_a_vital_status_that_is_not_stated_is_never_alive(told, section):
    for case in (Case(), Case(outcome=Outcome(vital_status=VitalStatus.NOT_STATED))):
        html = str(section(told(case, Layout.EN), "outcome").blocks[-1].rows[0][0].html[0])
        assert "not stated" in html
        assert "alive" not in html


def test_a_table_of_suggestions_bears_the_mark_once_and_a_mixed_one_on_its_rows(told, section):
    sure = Lab(analyte=Term(fr="urée"), value="3")
    read = replace(sure, status=FactStatus.SUGGESTED)
    whole = table_of(section(told(Case(labs=(read, read))), "investigations"), "labs")
    mixed = table_of(section(told(Case(labs=(sure, read))), "investigations"), "labs")
    assert [codes(whole.marks), codes(whole.rows)] == [[MarkCode.SUGGESTED], []]
    assert [codes(row) for row in mixed.rows] == [[], [MarkCode.SUGGESTED]]
    assert [m.code for entry in told(Case(labs=(read,))).legend for m in entry] == [
        MarkCode.SUGGESTED
    ]


def test_a_table_of_more_than_300_rows_is_divided(told, section):
    labs = tuple(Lab(analyte=Term(fr="urée"), value=str(n)) for n in range(650))
    tables = section(told(Case(labs=labs)), "investigations").blocks
    assert [len(table.rows) for table in tables] == [300, 300, 50]
    assert tables[1].caption[0].text == "Biologie (suite)"


def test_an_occupation_is_printed_only_where_it_matters_to_the_case(told, printed):
    job = Occupation(fr="boulanger", en="baker")
    person = Patient(sex=Sex.MALE, age=Age(value=54), occupation=job)
    assert "boulanger" not in printed(told(Case(patient=person)))
    causal = replace(person, occupation=replace(job, causal=True))
    assert "profession\u00a0: boulanger" in printed(told(Case(patient=causal)))


def test_names_addresses_and_local_fields_are_never_printed(told, printed):
    person = Patient(given="Zénobie", family="Quérec", sex=Sex.FEMALE, phones=("0639980000",))
    text = printed(told(Case(id="Dossier-77", patient=person), Layout.BILINGUAL))
    assert not [word for word in ("Zénobie", "Quérec", "0639", "Dossier") if word in text]


def test_drafts_invented_cases_and_shared_cases_say_so_first(told):
    case = Case(synthetic=True)
    texts = [n[0].text for n in told(case, profile=Profile.SHARING).notices]
    assert texts[0] == (
        "Dates et identités modifiées – ne pas utiliser pour le soin / Not for patient care"
    )
    assert len(texts) == 3
    assert told(Case(status=CaseStatus.FINAL)).notices == ()


@pytest.mark.parametrize("policy", PolicyName)
def test_every_report_says_what_was_altered_and_that_it_is_not_anonymous(
    told, section, printed, policy
):
    for layout, words in ((Layout.FR, "non anonyme"), (Layout.EN, "not anonymous")):
        made = section(told(Case(), layout, policy=policy), "disclosure")
        assert words in printed(made)


def test_consent_names_who_gave_it_for_the_use_of_the_profile(told, section, printed):
    given = Consent(
        use=ConsentUse.TEACHING, state=ConsentState.GIVEN, giver=ConsentGiver.NEXT_OF_KIN
    )
    case = Case(consents=(given,), patient=Patient(sex=Sex.FEMALE))
    assert "d’un proche de la patiente" in printed(
        section(told(case, profile=Profile.TEACHING), "consent")
    )
    assert "Aucun consentement" in printed(section(told(case, profile=Profile.JOURNAL), "consent"))


def test_a_long_title_is_cut_between_words_for_the_running_header(told):
    made = told(Case(title=Text(fr="mot " * 40)))
    assert made.short_title.endswith("mot…")
    assert len(made.short_title) <= 72


def test_figures_are_named_by_their_number_never_by_their_file(told, section):
    figure = Figure(file="mme_durand.png", caption=Text(fr="c"), alt=Text(fr="a"))
    (block,) = section(told(Case(figures=(figure,))), "investigations").blocks
    assert block.figures[0].name == "figure-1"


def test_imaging_lists_sizes_that_share_a_unit(told, section):
    size = Measurement(site=Term(fr="lésions hépatiques"), values=("4,3", "3,6"), unit="cm")
    study = Imaging(modality=Term(fr="TDM"), report=Text(fr="Masses."), measurements=(size,))
    table = table_of(section(told(Case(imaging=(study,))), "investigations"), "studies")
    assert column(table, "report") == [["Masses.", "Lésions hépatiques\u00a0: 4,3 et 3,6\u202fcm"]]


def test_history_is_grouped_by_kind_and_its_terms_are_translated(told, section):
    case = Case(
        history=(
            History(kind=HistoryKind.SURGICAL, label=Text(fr="amygdalectomie")),
            History(kind=HistoryKind.COMPLAINT, label=Text(fr="constipation")),
        )
    )
    blocks = section(told(case, Layout.EN), "history").blocks
    assert [(b.label[0].text, b.items[0][0].text) for b in blocks] == [
        ("Presenting complaint", "Constipation"),
        ("Surgical history", "Tonsillectomy"),
    ]


def test_keywords_authors_and_title_are_those_of_the_case(told):
    case = Case(
        title=Text(fr="Titre"),
        keywords=Keywords(fr=("a", "b")),
        authors=(Author(given="Ana", family="Ruiz", email="ana@example.org"),),
    )
    made = told(case, Layout.EN)
    assert codes(made.keywords) == [MarkCode.NOT_TRANSLATED]
    assert codes(made.title) == [MarkCode.NOT_TRANSLATED]
    assert (made.authors[0].name, made.authors[0].email) == ("Ana Ruiz", None)


def test_no_repr_holds_a_word_of_the_case(told):
    case = Case(
        title=Text(fr="Zénobie"), discussion=Text(fr="Quérec"), keywords=Keywords(fr=("K7",))
    )
    shown = repr(told(case))
    assert not [word for word in ("Zénobie", "Quérec", "K7") if word in shown]


def test_a_column_that_nobody_translated_says_so_in_its_heading(told, section):
    events = tuple(Event(date=parse_iso(y), text=Text(fr="Fièvre.")) for y in ("2013", "2014"))
    table = table_of(section(told(Case(events=events), Layout.EN), "timeline"), "events")
    assert codes(table.columns) == [MarkCode.NOT_TRANSLATED]
    assert codes(table.rows) == []


def test_an_author_s_heading_is_shown_only_where_every_language_has_it(told, section):
    heading = Text(fr="Tests complémentaires")
    case = Case(
        narrative=(
            Section(kind=SectionKind.INVESTIGATIONS, heading=heading, text=Text(fr="Bilan.")),
        )
    )
    assert lines(section(told(case), "investigations").blocks[0].heading) == [heading.fr]
    for layout in (Layout.EN, Layout.BILINGUAL):
        assert section(told(case, layout), "investigations").blocks[0].heading == ()
