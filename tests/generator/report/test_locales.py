"""A report is written as one country writes its language; what the author wrote stays."""

from types import SimpleNamespace

from anonymizer.audit import Audit
from anonymizer.dates.partial import PartialDate
from anonymizer.policy import PolicyName

from generator.case.clinical import Diagnosis, Event, History
from generator.case.model import Case
from generator.case.terms import HistoryKind
from generator.case.text import Term, Text
from generator.language.locales import Locale
from generator.render.html import html
from generator.report import Layout, Profile, report

CASE = Case(
    history=(History(kind=HistoryKind.OBSTETRIC, label=Text(fr="Œdème !", en="Oedema!")),),
    diagnoses=(Diagnosis(label=Term(fr="tumeur")), Diagnosis(label=Term(en="haematoma"))),
    events=(Event(date=PartialDate(2020, 3, 5), text=Text(fr="Vu.", en="Seen.")),),
)


def _page(layout, *locales):
    safe = SimpleNamespace(record=CASE, audit=Audit(PolicyName.PSEUDONYMISE, ()))
    made = report(safe, layout=layout, profile=Profile.REPORT, locales=locales)
    return html(made, {}).decode()


def test_an_american_report_spells_its_own_words_and_dates_as_americans_do():
    page = _page(Layout.EN, Locale.EN_US)
    assert '<html lang="en-US">' in page
    assert "gynecological" in page
    assert "Tumor" in page
    assert "Oedema" in page
    assert "Haematoma" in page


def test_a_british_report_spells_as_the_tables_do():
    page = _page(Layout.EN, Locale.EN_GB)
    assert '<html lang="en-GB">' in page
    assert "Tumour" in page
    assert "gynaecological" in page


def test_french_of_quebec_sets_no_space_before_an_exclamation_mark():
    assert "Œdème!" in _page(Layout.FR, Locale.FR_CA)
    assert "Œdème\u202f!" in _page(Layout.FR, Locale.FR_CH)


def test_side_by_side_each_column_bears_its_own_tag():
    page = _page(Layout.BILINGUAL, Locale.FR_CA, Locale.EN_US)
    assert '<html lang="fr-CA">' in page
    assert 'lang="en-US"' in page
    assert 'lang="en"' not in page
    assert 'lang="fr"' not in page
