import pytest

from anonymizer.phi import Lang

from generator.case.terms import TextStatus
from generator.errors import UnreadableInputError
from generator.translate import xliff
from generator.translate.memory import ADAPTED, EXACT, Segment, filled, remembered
from generator.translate.work import Unit, Work

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="fr" datatype="plaintext"/><body>
<tu><tuv xml:lang="FR-FR"><seg>Pas de <bpt i="1">**</bpt>fièvre<ept i="1">**</ept>.</seg></tuv>
<tuv xml:lang="en-GB"><seg>No <bpt i="1">**</bpt>fever<ept i="1">**</ept>.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Kein Fieber.</seg></tuv></tu>
</body></tmx>"""


def asked(*sources: str) -> Work:
    units = tuple(Unit(f"title#{n}", source) for n, source in enumerate(sources, 1))
    return Work(Lang.FR, Lang.EN, "case", units)


def known(source: str, target: str, *, approved: bool = True) -> Segment:
    return Segment(source, target, approved)


def one(source: str, *memory: Segment) -> Unit:
    return filled(asked(source), memory).units[0]


def test_the_same_sentence_gets_its_translation():
    unit = one("Pas de fièvre.", known("Pas de fièvre.", "No fever."))
    assert (unit.target, unit.state, unit.origin) == ("No fever.", TextStatus.TRANSLATED, EXACT)


@pytest.mark.parametrize(
    "memory",
    [
        (known("Toux.", "Cough.", approved=False),),
        (known("Toux.", "Cough."), known("Toux.", "A cough.")),
    ],
)
def test_what_nobody_approved_or_two_translated_otherwise_is_to_be_reviewed(memory):
    unit = one("Toux.", *memory)
    assert (unit.target, unit.state) == ("Cough.", TextStatus.NEEDS_REVIEW)


def test_a_sentence_with_other_numbers_is_adapted_and_to_be_reviewed():
    memory = known("Nodule de 2,60 cm, puis 12 mm.", "Nodule of 2.60 cm, then 12 mm.")
    unit = one("Nodule de 3,1 cm, puis 8,5 mm.", memory)
    assert unit.target == "Nodule of 3.1 cm, then 8.5 mm."
    assert (unit.state, unit.origin) == (TextStatus.NEEDS_REVIEW, ADAPTED)


@pytest.mark.parametrize(
    ("source", "was", "target"),
    [
        ("Score de 2 puis 3.", "Score de 1 puis 1.", "Score 1, then 1."),  # which is which?
        ("Dose de 1,500 mg.", "Dose de 2,5 mg.", "Dose 2.5 mg."),  # thousands or decimals?
        ("Cycle 3.", "Cycle 2.", "2nd cycle."),
        ("Cycle 3 sur 6.", "Cycle 2 sur 4.", "Cycle two of 4."),
        ("Vu le 4 mai 2021.", "Vu le 5 mai 2021.", "Seen on 5 May 2021."),
        ("Mme Aubépin, 3 enfants.", "Mme Aubépin, 2 enfants.", "Mrs Aubépin, 2 children."),
    ],
)
def test_where_numbers_do_not_pair_or_somebody_is_told_of_nothing_is_adapted(source, was, target):
    assert one(source, known(was, target)).target == ""


def test_a_translation_never_brings_in_a_name_of_its_own():
    memory = known("Elle va bien.", "Mrs Quatrefeuilles is well.")
    assert one("Elle va bien.", memory).target == ""
    memory = known("Mme Quatrefeuilles va bien.", "Mrs Quatrefeuilles is well.")
    assert one("Mme Quatrefeuilles va bien.", memory).target == "Mrs Quatrefeuilles is well."


def test_a_translation_that_lost_a_sign_is_not_taken():
    assert one("Toux **sèche**.", known("Toux **sèche**.", "Dry cough.")).target == ""


def test_a_target_that_is_there_stays():
    unit = Unit("title#1", "Toux.", "My cough.", TextStatus.FINAL)
    work = Work(Lang.FR, Lang.EN, "case", (unit,))
    assert filled(work, (known("Toux.", "Cough."),)).units == (unit,)


def test_tmx_is_read_in_either_direction_its_document_type_never_opened():
    (segment,) = remembered(TMX.encode(), "team.tmx", Lang.FR)
    assert (segment.source, segment.target) == ("Pas de **fièvre**.", "No **fever**.")
    (segment,) = remembered(TMX.encode(), "team.tmx", Lang.EN)
    assert (segment.source, segment.target) == ("No **fever**.", "Pas de **fièvre**.")


def test_a_translated_xliff_file_is_a_memory_of_its_own_direction():
    unit = Unit("title#1", "Toux.", "Cough.", TextStatus.FINAL)
    data = xliff.write(Work(Lang.FR, Lang.EN, "case", (unit, Unit("title#2", "Fièvre."))))
    assert remembered(data, "a.xlf", Lang.FR) == (known("Toux.", "Cough."),)
    assert remembered(data, "a.xlf", Lang.EN) == ()


@pytest.mark.parametrize(
    "text", ["<html/>", TMX.replace('"tmx14.dtd"', '"t" [<!ENTITY a "b">]'), "<tmx>&a;</tmx>"]
)
def test_what_is_no_plain_tmx_is_refused(text):
    with pytest.raises(UnreadableInputError):
        remembered(text.encode(), "team.tmx", Lang.FR)
