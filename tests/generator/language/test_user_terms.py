"""Tables of the user: read from two formats, checked, and second to our own."""

from pathlib import Path

import pytest

from anonymizer.phi import Lang

from generator import resources
from generator.errors import UnreadableInputError
from generator.language.added import count, kept, meaning
from generator.language.locales import Locale
from generator.language.terms import choices, printed_words, translated
from generator.read.terms import terms
from generator.resources import UserTable

FR, EN = Lang.FR, Lang.EN
BABELON = "subject_id\tsource_language\ttranslation_language\tpredicate_id\tsource_value\t"
BABELON += "translation_status\ttranslation_value\n"


def table(text, name="ward"):
    return UserTable(Path(f"{name}.tsv"), text.encode())


@pytest.fixture
def user(monkeypatch):
    def have(*tables):
        monkeypatch.setattr(resources, "user_terms", lambda: tables)

    return have


@pytest.fixture
def brought(tmp_path):
    def read(text, name="given.tsv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return terms(path)

    return read


def refused(brought, text):
    with pytest.raises(UnreadableInputError) as error:
        brought(text)
    assert error.value.fr
    return f"{Path(error.value.where).name}: {error.value.en}"


def test_a_term_of_the_user_is_translated_both_ways_in_all_its_writings(user):
    user(table("fr\ten\ntanagélie|signe du tanagel\ttanagel sign|tanagelia\n"))
    assert translated("Tanagelie", FR, EN) == "Tanagel sign"
    assert translated("SIGNE DU TANAGEL", FR, EN) == "tanagel sign"
    assert translated("tanagelia", EN, FR) == "tanagélie"
    assert translated("tanagélides", FR, EN) is None


def test_our_own_tables_and_their_ambiguous_abbreviations_come_first(user):
    user(table("fr\ten\nsérum\twhey\nTP\tprothrombin time\nSPZ\tzinc patch\n"))
    assert translated("sérum", FR, EN) == "serum"
    assert translated("TP", FR, EN) is None
    assert choices("TP", FR)
    assert translated("SPZ", FR, EN) == "zinc patch"


def test_a_capital_of_a_name_stays_and_american_spelling_is_that_of_the_report(user):
    user(table("fr\ten\nsigne de Tanagel\tTanagel sign\ntumeur tanagélide\ttanagel tumour\n"))
    assert translated("signe de Tanagel", FR, EN) == "Tanagel sign"
    assert translated("tumeur tanagélide", FR, Locale.EN_US) == "tanagel tumor"


def test_a_name_with_several_meanings_has_none_and_the_first_table_decides(user):
    one = table("fr\ten\ntanagélie\ttanagelia\ntanagélie\ttanagel state\n", "a")
    two = table("fr\ten\ntanagélie\tthird\ngrazélie\tgrazelia\n", "b")
    user(one, two)
    assert translated("tanagélie", FR, EN) is None
    assert translated("tanagel state", EN, FR) == "tanagélie"
    user(two, one)
    assert translated("tanagélie", FR, EN) == "third"
    assert translated("grazélie", FR, EN) == "grazelia"


def test_verification_expects_the_words_of_the_user_too(user):
    assert "tanagelia" not in printed_words(("tanagélie",))
    user(table("fr\ten\ntanagélie\ttanagelia\n"))
    assert "tanagelia" in printed_words(("tanagélie",))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"en\tfr\na\tb\n", 1),
        (b"fr\ten\na\tb\nc\xff\td\n", 3),
        (b"fr\ten\na\n", 2),
        (b"fr\ten\na\tb\tc\n", 2),
        (b"fr\ten\na\t\n", 2),
        (b"fr\ten\na\tb\n|c\td\n", 3),
        (b"fr\ten\na||b\tc\n", 2),
        (b"fr\ten\na\tb\nc\td", 3),
        ("fr\ten\na｜b\tc\n".encode(), 2),
    ],
)
def test_a_damaged_table_is_refused_with_its_line_and_what_to_do(user, data, line):
    damaged = UserTable(Path("ward.tsv"), data)
    user(damaged)
    for look in (lambda: count(damaged), lambda: translated("tanagel", FR, EN)):
        with pytest.raises(UnreadableInputError, match="terms remove ward") as error:
            look()
        assert error.value.where == f"ward.tsv:{line}"


def test_two_columns_are_read_in_either_order_with_comments_and_quotation_marks(brought):
    found = brought('\ufeffEN\tFR\r\n# ward\r\n\r\n"a ""b""|c"\t d\u00a0e \r\n')
    assert found.rows == ((("d e",), ('a "b"', "c")),)


def test_what_was_read_is_kept_and_read_again_as_it_was(brought):
    rows = brought("fr\ten\nœil|yeux\teye\nfer\tiron\n").rows
    again = UserTable(Path("ward.tsv"), kept(rows))
    assert count(again) == len(rows)
    assert [meaning((again,), FR, key)[0] for key in ("oeil", "yeux", "fer", "x")] == [
        "eye",
        "eye",
        "iron",
        "",
    ]


def test_of_a_babelon_profile_reviewed_labels_and_exact_synonyms_are_taken(brought):
    found = brought(
        BABELON
        + "X:1\ten\tfr\toio:exactSynonym\tTanagel\tOFFICIAL\tTanagélisme\n"
        + "X:1\ten\tfr\tIAO:0000115\tA tanagel\tOFFICIAL\tUn tanagel\n"
        + "X:1\ten\tfr\trdfs:label\tTanagelia\tOFFICIAL\tTanagélie\n" * 2
        + "X:2\ten\tfr\trdfs:label\tUrinary grazel\tOFFICIAL\tGrazel urinaire\n"
        + "X:3\ten\tfr\trdfs:label\tOther\tCANDIDATE\tAutre\n"
        + "X:4\ten\tfr\trdfs:label\tThird\tNOT_TRANSLATED\t\n"
        + "X:5\ten\tde\trdfs:label\tFever\tOFFICIAL\tFieber\n"
        + "X:6\ten\tfr\toio:narrowSynonym\tPart\tOFFICIAL\tPartie\n",
    )
    assert found.rows == (
        (("tanagélie", "tanagélisme"), ("tanagelia", "tanagel")),
        (("grazel urinaire",), ("urinary grazel",)),
    )
    assert found.left_out == 2


def test_labels_lose_the_capital_of_a_sentence_but_not_that_of_a_name(brought):
    pairs = (
        ("Tanagel's sign", "Signe de Tanagel"),
        ("Hodgkin grazel", "Grazel de Hodgkin"),
        ("IgE-mediated grazel", "Grazel à IgE"),
        ("X-linked grazel", "Grazel lié à l’X"),
        ("Écru grazel", "ADN grazel"),
    )
    rows = "".join(f"{en}\ten\tfr\trdfs:label\t{en}\t\t{fr}\n" for en, fr in pairs)
    assert [row[1][0] for row in brought(BABELON + rows).rows] == [
        "Tanagel's sign",
        "Hodgkin grazel",
        "IgE-mediated grazel",
        "X-linked grazel",
        "écru grazel",
    ]
    assert [row[0][0] for row in brought(BABELON + rows).rows][0::4] == [
        "signe de Tanagel",
        "ADN grazel",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"fr\ten\nfer\tiron\n\xe9t\xe9\tsummer\n", "given.tsv:3: not UTF-8"),
        ("a\tb\nfer\tiron\n", "given.tsv:1: no table of terms"),
        ("fr\ten\tes\nfer\tiron\thierro\n", "given.tsv:1: no table of terms"),
        ("", "given.tsv:1: no table of terms"),
        ("fr\ten\n", "given.tsv: no term"),
        ("fr\ten\nfer\n", "given.tsv:2: 1 cells, and 2 columns"),
        ("fr\ten\nfer\t\n", "given.tsv:2: a cell or a synonym is empty"),
        ("fr\ten\n\u00a0\tiron\n", "given.tsv:2: a cell or a synonym is empty"),
        ("fr\ten\nfer|\tiron\n", "given.tsv:2: a cell or a synonym is empty"),
        ("fr\ten\n\nfe\u0007r\tiron\n", "given.tsv:3: an invisible or control sign"),
        ("fr\ten\nfe\u202er\tiron\n", "given.tsv:2: an invisible or control sign"),
        ("fr\ten\nfe｜r\tiron\n", "given.tsv:2: an invisible or control sign"),
        ("fr\ten\nfer\tiron\nFER\tsteel\n", "given.tsv:3: its `fr` stands already on line 2"),
        ("fr\ten\nfer\tiron\nacier\tx|Iron\n", "given.tsv:3: its `en` stands already on line 2"),
        ('fr\ten\n"fer" x\tiron\n', "given.tsv:2: cannot be read as tab-separated"),
        (BABELON + "X:5\ten\tde\trdfs:label\tFever\tOFFICIAL\tFieber\n", "given.tsv: no term"),
        (BABELON + "X:5\ten\n", "given.tsv:2: 2 cells, and 7 columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(brought, text, said):
    assert refused(brought, text).startswith(said)


def test_a_table_has_bounds(brought, monkeypatch, tmp_path):
    monkeypatch.setattr("generator.read.terms.LONGEST", 1)
    assert "given.tsv:3: more than 1 rows" in refused(brought, "fr\ten\na\tb\nc\td\n")
    monkeypatch.setattr("generator.read.terms.LARGEST", 9)
    assert "larger than" in refused(brought, "fr\ten\na\tb\n")
    for path in (tmp_path, tmp_path / "none.tsv"):
        with pytest.raises(UnreadableInputError, match="no file that can be read"):
            terms(path)
