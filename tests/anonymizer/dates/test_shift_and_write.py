"""A given offset, and exactly what then stands in the text."""

from datetime import date

import pytest

from anonymizer.dates.read import read
from anonymizer.dates.shift import Dated, choose, shifted
from anonymizer.dates.write import write, years_to_write
from anonymizer.key import Key
from anonymizer.phi import Lang

KEY = Key(bytes(range(32)))
TODAY = date(2035, 1, 1)


def moved(text, days, lang=Lang.FR):
    """Return ``text`` with every date but those of birth moved by ``days``."""
    mentions = [m for m in read(text, lang) if not m.birth]
    dates = [Dated(m.moving, m.group) for m in mentions if m.moving is not None]
    shift = choose(dates, KEY, "case", TODAY, days)
    full = years_to_write(mentions, shift)
    for mention in reversed(mentions):
        new = "[date non publiée]"
        if mention.moving is not None:
            new = write(mention, shifted(mention.moving, shift), with_year=mention.start in full)
        text = text[: mention.start] + new + text[mention.end :]
    return text


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("Vu le 20.10.2014.", 28, "Vu le 17.11.2014."),
        ("Vu le 04/05/2021.", 7, "Vu le 11/05/2021."),
        ("Vu le 4/5/2021.", 28, "Vu le 1/6/2021."),
        ("Vu le 7/09/2019.", 28, "Vu le 5/10/2019."),
        ("Vu le 2/10/2019.", -28, "Vu le 4/9/2019."),
        ("Vu le 22/03/11.", -84, "Vu le 28/12/10."),
        ("Vu le 10 / 03 | 2020.", 7, "Vu le 17 / 03 | 2020."),
        ("Vu le 2021-05-04.", -7, "Vu le 2021-04-27."),
        ("Vu le 4 mai 2021.", 28, "Vu le 1er juin 2021."),
        ("Vu le 1er juin 2021.", -28, "Vu le 4 mai 2021."),
        ("Vu le 04 mai 2021.", 28, "Vu le 01 juin 2021."),
        ("Vu le 05nov en 05nov.", 28, "Vu le 03déc en 03déc."),
        ("Scanner d'avril 2014.", 30, "Scanner d'mai 2014."),  # elision is mended elsewhere
        ("En SEPTEMBRE 2015.", 120, "En JANVIER 2016."),
        ("En Février 2015.", 180, "En Août 2015."),
        ("En Fevrier 2015.", 180, "En Aout 2015."),
        ("En janv./15.", 60, "En mars/15."),
        ("En juin 14.", 210, "En janvier 15."),
        ("En mai/14, 20/Mar/2014.", 28, "En juin/14, 17/Apr/2014."),
        ("En 1/2012 et 06-2008.", 61, "En 3/2012 et 08-2008."),
        ("Dès le 18X2027.", 28, "Dès le 15XI2027."),
        ("Né le 3 mai 1950, vu en 2013.", 364, "Né le 3 mai 1950, vu en 2014."),
        ("Fumeur jusqu'en 2013.", 28, "Fumeur jusqu'en 2013."),
        ("L'été 2009, les années 90.", 400, "L'été 2010, les années 90."),
        ("Le 2 8 0 2 1 9 9 9.", 7, "Le 0 7 0 3 1 9 9 9."),
        ("Vu le 30 février 2015.", 28, "Vu le [date non publiée]."),
        ("Extubé 15/09, RX 28/03.", 28, "Extubé 13/10, RX 25/04."),
        ("Vu 28/3 et 2/4.", 28, "Vu 25/4 et 30/4."),
        ("Entré 02.04 / stop 10/04.", -7, "Entré 26.03 / stop 03/04."),
        ("Imprimé le deux mai deux mille dix-sept.", 7, "Imprimé le neuf mai deux mille dix-sept."),
        ("Le deux mai deux mille dix-sept.", -1, "Le premier mai deux mille dix-sept."),
    ],
)
def test_a_date_keeps_its_form(text, days, expected):
    assert moved(text, days) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        (
            "Le 22/01/16 une dose, puis le 27 février et le 26 avril.",
            -77,
            "Le 06/11/15 une dose, puis le 12 décembre 2015 et le 9 février 2016.",
        ),
        (
            "Vu en janvier 2006. Chimiothérapie en mai.",
            364,
            "Vu en janvier 2007. Chimiothérapie en mai 2007.",
        ),
        (
            "Vu le 23 janvier 2018. Scanner de décembre, inchangé le 20 février.",
            -70,
            "Vu le 14 novembre 2017. Scanner de octobre, inchangé le 12 décembre.",
        ),
        ("novembre et décembre 2015", -30, "octobre et novembre 2015"),
        ("novembre et décembre 2015", 30, "décembre 2015 et janvier 2016"),
        ("du 13 décembre au 11 janvier 2017", 28, "du 10 janvier 2017 au 8 février 2017"),
        ("du 13 décembre au 11 janvier 2017", 7, "du 20 décembre au 18 janvier 2017"),
        ("le 21/02 et le 25/04/2013", 7, "le 28/02 et le 02/05/2013"),
        ("le 21/02 et le 25/04/2013", -70, "le 13/12/2012 et le 14/02/2013"),
        ("du 03/01-31/01/2018", -7, "du 27/12/2017-24/01/2018"),
        ("du 3 au 19 novembre 2017", 7, "du 10 au 26 novembre 2017"),
        ("du 3 au 19 novembre 2017", 14, "du 17 novembre 2017 au 3 décembre 2017"),
        ("les 9 et 19 mai", 7, "les 16 et 26 mai"),
        ("les 9 et 19 mai", 14, "les 23 mai et 2 juin"),
        ("le 22/01/16, puis le 27 février", 7, "le 29/01/16, puis le 5 mars"),
        ("le 22/01/16, puis le 27 février", -28, "le 25/12/15, puis le 30 janvier 2016"),
        ("du 18 au 29/03/2020", 7, "du 25/03/2020 au 05/04/2020"),
    ],
)
def test_a_date_gets_the_year_or_month_its_neighbour_no_longer_says(text, days, expected):
    assert moved(text, days) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("Seen on May 4, 2021.", 28, "Seen on June 1, 2021."),
        ("Seen on May 4th, 2021.", 28, "Seen on June 1st, 2021."),
        ("On the 4th of May 2021.", 8, "On the 12th of May 2021."),
        ("On 4 May 2021.", 18, "On 22 May 2021."),
        ("On 03/24/2021.", 8, "On 04/01/2021."),
        ("In MAY 2021, Dec. 2020.", 30, "In JUNE 2021, Jan. 2021."),
        ("On May 4-6, 2021.", 7, "On May 11-13, 2021."),
        ("On May 4-6, 2021.", 26, "On May 30-June 1, 2021."),
        ("From November to December 2015.", 30, "From December 2015 to January 2016."),
        ("Seen in May 2021, then in June.", 210, "Seen in December 2021, then in January 2022."),
        (
            "On the fourth of May nineteen eighty-five.",
            7,
            "On the eleventh of May nineteen eighty-five.",
        ),
    ],
)
def test_an_english_date_keeps_its_form(text, days, expected):
    assert moved(text, days, Lang.EN) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("Vu à Noël 2015.", -49, "Vu en novembre 2015."),
        ("À la Toussaint 2016, récidive.", -35, "En septembre 2016, récidive."),
        ("Depuis la rentrée 2014, fatigue.", 61, "Depuis novembre 2014, fatigue."),
        ("Chute la veille de Noël 2015.", -49, "Chute en novembre 2015."),
        ("Avant les fêtes de fin d'année 2015.", 61, "Avant février 2016."),
        ("Noël 2015 : rechute.", 14, "Janvier 2016 : rechute."),
        ("Le bilan du nouvel an 2016.", 95, "Le bilan d’avril 2016."),
        ("Suivi jusqu’à Pâques 2016.", 28, "Suivi jusqu'en avril 2016."),
        ("Vu en octobre 2015, puis à Noël.", -49, "Vu en août 2015, puis en novembre."),
        ("Vu en été 2015.", -49, "Vu en printemps 2015."),
        ("Vu durant l'hiver 2015-2016.", 90, "Vu durant l'printemps 2016."),  # mended elsewhere
        ("Hiver 2015-2016.", 365, "Hiver 2016-2017."),
        ("Au 2e trimestre 2018.", 200, "Au 4e trimestre 2018."),
        ("Au second semestre 2018.", 200, "Au premier semestre 2019."),
        ("Suivi depuis 2012-14.", 730, "Suivi depuis 2014-16."),
        ("Opéré en 98.", 730, "Opéré en 00."),
        ("Vu le 1er/03/2016.", 7, "Vu le 08/03/2016."),
        ("Vu le l2/O3/2O16.", 7, "Vu le 19/03/2016."),
        ("De 02-08/2012.", 61, "De 04-10/2012."),
        ("De 02-08/2012.", -61, "De 12/2011-06/2012."),
    ],
)
def test_named_days_seasons_and_odd_writings_move(text, days, expected):
    assert moved(text, days) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        (
            "Entré le 12/03/2016, opéré le 14, sorti le 20.",
            -7,
            "Entré le 05/03/2016, opéré le 7, sorti le 13.",
        ),
        (
            "Entré le 12 mars 2016, sorti le 20.",
            14,
            "Entré le 26 mars 2016, sorti le 3 avril 2016.",
        ),
        (
            "Entré le 28 mars 2016, sorti le 3.",
            -7,
            "Entré le 21 mars 2016, sorti le 27 mars 2016.",
        ),
        (
            "Rentré le 4 août 2024, fièvre dès le 9.\n\nScanner du 13 : normal, sorti le 2.",
            35,
            "Rentré le 8 septembre 2024, fièvre dès le 13.\n\nScanner du 17 : normal, sorti le 7.",
        ),
        (
            "Entré le 4 mars 2016, opéré le 14, drainé le 16, sorti le 20.",
            21,
            "Entré le 25 mars 2016, opéré le 4 avril 2016, drainé le 6, sorti le 10.",
        ),
        (
            "En mars 2016, fièvre ; le 12, elle tousse.",
            28,
            "En avril 2016, fièvre ; le 9, elle tousse.",
        ),
    ],
)
def test_a_lone_day_gets_its_month_where_it_is_no_longer_that_of_the_day_before(
    text, days, expected
):
    assert moved(text, days) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("At Christmas 2015 she fell.", -49, "In November 2015 she fell."),
        ("Well since Easter 2014.", 28, "Well since May 2014."),
        ("In Fall of 2012.", -90, "In Summer of 2012."),
        ("In Q3 2018.", 90, "In Q4 2018."),
        (
            "Admitted on March 28, 2015, home on the 30th.",
            3,
            "Admitted on March 31, 2015, home on the 2nd of April 2015.",
        ),
    ],
)
def test_english_named_days_and_seasons_move(text, days, expected):
    assert moved(text, days, Lang.EN) == expected


def test_durations_weekdays_and_doses_never_move():
    text = "Les lundis, 9 mU/j, 14 jours après ; grade 2-3, CA 15-3, 12/8 mmHg, OMS 2010."
    assert moved(text, 28) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CT 11/29, home 12/4. BP 120/80.", "CT 12/27, home 1/1. BP 120/80."),
        ("Adm 3/4, d/c 12/4, clinic 20/5.", "Adm 1/5, d/c 10/5, clinic 17/6."),
        ("CRRT 11/22-11/26, GCS 11/15.", "CRRT 12/20-12/24, GCS 11/15."),
        ("Seen 8/1/23, labs there 8/3.", "Seen 8/29/23, labs there 8/31."),
        ("Study date Feb-21-2016.", "Study date Mar-20-2016."),
    ],
)
def test_a_brief_english_note_keeps_its_order_of_day_and_month(text, expected):
    tumor = " A colon tumor." if "8/1/23" in text else ""
    assert moved(text + tumor, 28, Lang.EN) == expected + tumor
