from datetime import date

import pytest

from anonymizer.dates.partial import parse_iso
from anonymizer.phi import Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify
from anonymizer.verify.days import days
from anonymizer.verify.words import normal


@pytest.mark.parametrize(
    "written",
    [
        "2021-06-29", "2021/06/29", "20210629", "20210629T101500", "2021:06:29 10:15:00",
        "29/06/2021", "29-6-2021", "29.06.21", "29 / 06 / 2021", "06/29/2021", "29062021",
        "29 06 2021", "29 juin 2021", "29 JUIN 2021", "mardi 29 juin 2021", "29 juin 21",
        "29 June 2021", "June 29, 2021", "29th of June 2021", "jun-29-2021", "29_juin_2021",
        "29\u00a0juin\u00a02021", "29 juin\n2021",
    ],
)  # fmt: skip
def test_a_day_is_recognised_however_it_is_written(written):
    meant = {day for _, each in days(normal(f"vue le {written}, puis")) for day in each}
    assert date(2021, 6, 29) in meant


@pytest.mark.parametrize(
    "written",
    ["129/06/2021", "29/06/20215", "12.29.06.21.3", "juin 2021", "290620211", "99 juin 2021"],
)
def test_what_is_no_such_day_is_not_recognised(written):
    meant = {day for _, each in days(normal(f"vue le {written}, puis")) for day in each}
    assert date(2021, 6, 29) not in meant


@pytest.mark.parametrize(
    "text",
    [
        "Revue le 29 juin 2021.",
        "Revue le 29/06/2021.",
        "Revue le 29 juin.",
        "Opérée le 12 avril 2018.",
        "Née le 14 mars 1957.",
        "Suivie depuis avril 2018.",
    ],
)
def test_a_date_that_is_not_expected_is_a_leak(text, leaks):
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Revue le 18 mai 2021.",
        "Revue le 18/05/2021, puis le 18 mai.",
        "Revue en mai 2021.",
        "Suivie depuis novembre 2020, en 2019 et en 2015.",
        "Traitée 14 jours, J1-J21, 126/80 mmHg, grade 2-3.",
    ],
)
def test_an_expected_date_and_wider_ways_to_say_it_are_none(text, leaks):
    assert leaks(text) == ()


def test_a_month_of_a_kept_passage_is_none(leaks, provenance):
    kept = Provenance(kept=("Classification d’avril 2018.",), dates=provenance.dates)
    assert leaks("Classification d’avril 2018.", kept) == ()


@pytest.mark.parametrize(
    "artefacts",
    [
        {"a.html": "<p data-on='2021-06-29'>ok</p>"},
        {"a.html": "<p class='d20210629'>ok</p>"},
        {"a.html": "<!-- 29/06/2021 -->"},
        {"a.html": "<script>var d = '2020-12-03';</script>"},
        {"scan-2021-06-29.txt": "ok"},
        {"a.json": '{"on": "2020-12-03T08:00:00"}'},
    ],
)
def test_a_day_of_the_source_is_a_leak_in_every_channel(artefacts, leaks):
    assert leaks(artefacts)


def test_a_day_of_the_source_that_is_also_expected_is_none(leaks):
    day = (parse_iso("2021-06-29"),)
    assert leaks("Le 29/06/2021", Provenance(dates=day, original_dates=day)) == ()


def test_the_language_of_a_file_name_decides_how_its_dates_are_read(leaks):
    given = Provenance(dates=(parse_iso("2021-05-04"),))
    assert leaks({"case.fr.txt": "Vue le 04/05/2021."}, given) == ()
    assert leaks({"case.bilingual.txt": "Vue le 04/05/2021."}, given) == ()


@pytest.mark.parametrize("written", ["31/02/2021", "deux mai deux mille vingt"])
def test_a_day_that_cannot_be_read_is_looked_for_as_it_stands(written, leaks):
    given = Provenance(originals=(Original(written, Phi.DATE),))
    assert leaks(f"Vue le {written}.", given)


@pytest.mark.parametrize("written", ["mai 2021", "2012-2014", "2021", "04/2014 à 05/2014", "été"])
def test_months_and_years_are_never_looked_for_as_they_stand(written, leaks):
    given = Provenance(originals=(Original(written, Phi.DATE),), kept=(f"Entre {written}.",))
    assert leaks(f"Entre {written}.", given) == ()


@pytest.mark.parametrize("day", [date(1957, 12, 3), date(2016, 3, 12), date(2001, 1, 31)])
def test_a_day_is_found_in_every_writing(day, mutations):
    provenance = Provenance((Original(f"{day}", Phi.BIRTH_DATE),))
    missed = [
        text
        for text in mutations.written_days(day)
        if not verify({"a.fr.txt": f"Vue le {text}, puis revue.".encode()}, provenance)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "SSP : 6 mois. En mai 2015, une quatrième ligne.",
        "de 6 à 8 mois en mai 2015",
        "06 | 2 | 05 2015",
        "2015 : 06 05 patients",
        "0605\n\nEn 2015, elle consulte.",
        "soixante-six mai deux mille quinze",
    ],
)
def test_numbers_that_meet_a_month_or_a_year_are_no_day_of_the_source(text):
    provenance = Provenance((Original("2015-05-06", Phi.BIRTH_DATE),))
    found = verify({"a.fr.txt": text.encode()}, provenance)
    assert "day of the source" not in {leak.rule for leak in found}


def test_a_day_that_may_be_read_as_an_expected_one_is_none():
    provenance = Provenance(
        dates=(parse_iso("2017-09-10"),), original_dates=(parse_iso("2017-10-09"),)
    )
    assert verify({"a.fr.txt": b"Vue le 10/09/2017 et le 1 0 / 0 9 / 2 0 1 7."}, provenance) == ()
    assert verify({"a.fr.txt": b"Vue le 9 octobre 2017."}, provenance)
