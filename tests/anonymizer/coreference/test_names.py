import re
from pathlib import Path

import pytest

from anonymizer.coreference import Mentioned, read_names
from anonymizer.phi import Lang, Part, Phi

CORPUS = Path(__file__).parents[2] / "corpus" / "names.md"
GIVEN = frozenset(
    ("elise", "jean", "pierre", "marie", "martin", "thomas", "paul", "jean-pierre", "luc")
)


def names():
    category, gender = Phi.PATIENT, ""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            category, gender = Phi(line.split()[1]), " ".join(line.split()[2:])
        elif line.startswith("- "):
            yield pytest.param(line[2:], category, gender, id=line[2:])


def tagged(name):
    out, end = "", 0
    for piece in name.pieces:
        marks = {Part.FAMILY: "[]", Part.GIVEN: "()"}.get(piece.part)
        dot = piece.initial and name.text[piece.end : piece.end + 1] == "."
        stop = piece.end + dot
        word = name.text[piece.start : stop]
        out += name.text[end : piece.start] + (f"{marks[0]}{word}{marks[1]}" if marks else word)
        end = stop
    return out + name.text[end:]


def read(*mentions):
    return read_names(mentions, GIVEN.__contains__)


@pytest.mark.parametrize(("line", "category", "gender"), list(names()))
def test_a_name_is_read_as_the_corpus_says(line, category, gender):
    written = re.sub(r"[\[\]()]", "", line)
    mention = Mentioned(written, category, Lang.FR, gender=gender, titled=bool(gender))
    assert tagged(read(mention)[0]) == line


def test_a_field_says_which_part_it_holds():
    field = Mentioned("Martin", Phi.PATIENT, Lang.FR, part=Part.FAMILY, owner="patient")
    bare = Mentioned("Martin", Phi.PATIENT, Lang.FR)
    assert read(field, bare)[1].keys(Part.FAMILY) == ("martin",)


def test_what_other_mentions_say_decides_a_bare_word():
    whole = Mentioned("Xolani Dubois", Phi.PATIENT, Lang.FR)
    bare = Mentioned("Xolani", Phi.PATIENT, Lang.FR)
    assert read(bare, whole)[0].keys(Part.GIVEN) == ("xolani",)


def test_invisible_signs_and_accents_apart_make_no_other_name():
    written = Mentioned("E\u0301li\u00adse Du\u200bbois", Phi.PATIENT, Lang.FR)
    assert read(written)[0].keys(Part.GIVEN) == ("elise",)
    assert read(written)[0].keys(Part.FAMILY) == ("dubois",)


def test_the_particle_that_a_text_leaves_out_is_no_part_of_the_key():
    names = read(
        Mentioned("Paul de Villiers", Phi.PATIENT, Lang.FR),
        Mentioned("Villiers", Phi.PATIENT, Lang.FR),
        Mentioned("D'ORMESSON", Phi.CLINICIAN, Lang.FR),
    )
    assert [name.keys(Part.FAMILY) for name in names] == [
        ("villiers",),
        ("villiers",),
        ("ormesson",),
    ]


def test_what_is_no_person_has_no_name():
    assert read(Mentioned("Dinan", Phi.CITY, Lang.FR)) == (None,)


def test_no_repr_shows_a_name():
    mention = Mentioned("Élise Dubois", Phi.PATIENT, Lang.FR)
    assert "ubois" not in repr((mention, read(mention)))
