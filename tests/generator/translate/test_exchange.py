"""Out as XLIFF and back: nothing is lost, nothing is invented, nothing slips in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator.case.clinical import Lab
from generator.case.model import Case, Deidentified
from generator.case.publication import Section
from generator.case.terms import SectionKind, TextStatus
from generator.case.text import Term, Text
from generator.errors import CaseFileError, RefusedPublicationError, UnreadableInputError
from generator.translate import xliff
from generator.translate.back import back
from generator.translate.texts import texts, with_texts
from generator.translate.work import Unit, Work, work

MARK = Deidentified(policy="pseudonymise", version="0")
STATUSES = st.sampled_from(TextStatus)
PROSE = st.lists(
    st.sampled_from(
        [
            *("Toux", "Fever", "10 mg/j", "2,60", "<b>", "&amp;", "**", "[a](https://x.example)"),
            *(". ", " ", "\n\n", "\n- ", "# ", "| ", "\u00a0", "é", '"', "]]>", "\r\n", "Dr. "),
        ]
    ),
    max_size=20,
).map("".join)


def case(*found: Text) -> Case:
    sections = tuple(Section(kind=SectionKind.HISTORY, text=text) for text in found)
    return Case(deidentified=MARK, narrative=sections)


def out(of: Case, lang: Lang = Lang.EN) -> Work:
    return xliff.read(xliff.write(work(of, lang, "case")), "case.xlf")


def done(asked: Work, *targets: str, state: TextStatus = TextStatus.TRANSLATED) -> Work:
    units = zip(asked.units, targets, strict=True)
    return replace(
        asked, units=tuple(replace(unit, target=said, state=state) for unit, said in units)
    )


def test_each_sentence_is_a_unit_with_the_path_of_its_text():
    found = work(
        Case(
            deidentified=MARK,
            title=Text(fr="Un cas"),
            labs=(Lab(analyte=Term(fr="Sodium"), note=Text(fr="Fait à jeun. Hémolyse.")),),
        ),
        Lang.EN,
        "case",
    )
    assert [(unit.id, unit.source, unit.state) for unit in found.units] == [
        ("title#1", "Un cas", "needs-translation"),
        ("labs[0].note#1", "Fait à jeun.", "needs-translation"),
        ("labs[0].note#2", "Hémolyse.", "needs-translation"),
    ]


def test_what_a_translator_returns_stands_between_the_signs_of_the_source():
    of = case(Text(fr="# Titre\n\n- Toux **sèche**.\n- 12 %\n- Fièvre. Frissons.\n"))
    work_done = done(out(of), "Title", "**Dry** cough.", "Fever.", "Chills.")
    (text,) = back(texts(of), work_done).texts.values()
    assert text.en == "# Title\n\n- **Dry** cough.\n- 12 %\n- Fever. Chills.\n"
    assert text.status is TextStatus.TRANSLATED


def test_a_text_has_the_least_state_of_its_sentences():
    of = case(Text(fr="Toux. Fièvre."))
    asked = done(out(of), "Cough.", "Fever.", state=TextStatus.FINAL)
    mixed = replace(
        asked, units=(asked.units[0], replace(asked.units[1], state=TextStatus.NEEDS_REVIEW))
    )
    (text,) = back(texts(of), mixed).texts.values()
    assert text.status is TextStatus.NEEDS_REVIEW


def test_a_target_without_a_word_about_its_state_needs_review():
    of = case(Text(fr="Toux."))
    data = xliff.write(work(of, Lang.EN, "case")).replace(
        b'<target state="needs-translation">', b"<target>Cough."
    )
    (text,) = back(texts(of), xliff.read(data, "x")).texts.values()
    assert (text.en, text.status) == ("Cough.", TextStatus.NEEDS_REVIEW)


def test_half_a_translation_waits_in_the_file():
    of = case(Text(fr="Toux. Fièvre."), Text(fr="Frissons."))
    found = back(texts(of), done(out(of), "Cough.", "", "Chills."))
    assert list(found.texts) == ["narrative[1].text"]
    assert found.waiting == ("narrative[0].text",)
    assert found.refused == ()


def test_a_changed_sentence_is_refused_with_its_place_and_the_others_come_back():
    of = case(Text(fr="Toux. Fièvre."), Text(fr="Frissons."))
    found = done(out(of), "Cough.", "Fever.", "Chills.")
    now = case(Text(fr="Toux. Fièvre à 39 °C."), Text(fr="Frissons."))
    result = back(texts(now), found)
    assert [(notice.code, notice.where) for notice in result.refused] == [
        ("source-changed", "narrative[0].text#2")
    ]
    assert "Fièvre" not in "".join((*result.refused[0].en, *result.refused[0].fr))
    assert list(result.texts) == ["narrative[1].text"]


def test_sentences_that_only_changed_places_come_back():
    of = case(Text(fr="Toux. Fièvre."))
    found = done(out(of), "Cough.", "Fever.")
    (text,) = back(texts(case(Text(fr="Fièvre. Toux."))), found).texts.values()
    assert text.en == "Fever. Cough."


def test_a_text_that_is_gone_is_refused():
    found = done(out(case(Text(fr="Toux."))), "Cough.")
    assert [notice.code for notice in back({}, found).refused] == ["text-gone"]


@pytest.mark.parametrize("target", ["Dry cough.", "**Dry cough.", "**Dry**\ncough."])
def test_a_translation_that_loses_a_sign_is_refused(target):
    of = case(Text(fr="Toux **sèche**."))
    found = back(texts(of), done(out(of), target))
    assert [(notice.code, notice.where) for notice in found.refused] == [
        ("signs-lost", "narrative[0].text#1")
    ]


def test_signs_are_placeholders_that_both_sides_share():
    of = case(
        Text(fr="**Toux** et [lien](https://x.example)", en="[link](https://x.example) **A**")
    )
    data = xliff.write(work(of, Lang.EN, "case")).decode()
    assert '<source><ph id="1">**</ph>Toux<ph id="2">**</ph> et <ph id="3">[</ph>lien' in data
    assert '<ph id="3">[</ph>link<ph id="4">](https://x.example)</ph> <ph id="1">**</ph>A' in data


@given(st.lists(st.tuples(PROSE, PROSE, STATUSES), max_size=4), st.sampled_from(Lang))
def test_going_out_and_coming_back_changes_nothing(found, lang):
    of = case(*(Text(fr=fr or None, en=en or None, status=status) for fr, en, status in found))
    asked = work(of, lang, "case")
    read = out(of, lang)
    assert read == replace(asked, units=read.units)
    assert [(u.id, u.source, u.target) for u in read.units] == [
        (u.id, u.source, u.target) for u in asked.units
    ]
    result = back(texts(of), read)
    assert (result.refused, dict(result.texts)) == ((), {})
    assert xliff.write(asked) == xliff.write(work(of, lang, "case"))


@given(st.lists(PROSE, min_size=1, max_size=3), st.data())
def test_bringing_back_twice_is_bringing_back_once(found, data):
    of = case(*(Text(fr=fr) for fr in found))
    asked = out(of)
    said = data.draw(
        st.tuples(*(st.sampled_from(("A cough.", "One. Two.", "")) for _ in asked.units))
    )
    brought = back(texts(of), done(asked, *said))
    once = with_texts(of, brought.texts)
    again = back(texts(once), done(asked, *said))
    assert dict(again.texts) == {}
    assert with_texts(once, back(texts(once), out(once)).texts) == once


def test_a_case_with_identities_is_not_given_out():
    with pytest.raises(RefusedPublicationError):
        work(Case(title=Text(fr="Un cas")), Lang.EN, "case")


def test_a_sign_that_xml_cannot_hold_is_told_with_its_place():
    with pytest.raises(CaseFileError) as caught:
        work(case(Text(fr="Toux\x07.")), Lang.EN, "case")
    assert caught.value.where == "narrative[0].text"


BOMB = (
    '<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<xliff version="1.2"><file source-language="fr" target-language="en">&b;</file></xliff>'
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>',
        "<xliff>&outside;</xliff>",
        "<xliff><file>",
        "<a>" * 5000,
        "no xml at all",
        "<html/>",
        "<xliff/>",
        '<xliff><file source-language="fr" target-language="fr"/></xliff>',
        '<xliff><file source-language="fr" target-language="de"/></xliff>',
    ],
)
def test_what_is_no_plain_xliff_is_refused(text):
    with pytest.raises(UnreadableInputError) as caught:
        xliff.read(text.encode(), "case.xlf")
    assert caught.value.where.startswith("case.xlf")
    assert "passwd" not in str(caught.value)


def test_regions_and_notes_of_other_tools_are_read():
    data = b"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file original="a" source-language="fr-FR" target-language="en_US" datatype="plaintext"><body>
    <group><trans-unit id="title#1" approved="yes"><source>Un <g id="1">cas</g></source>
    <seg-source><mrk mid="0" mtype="seg">Un cas</mrk></seg-source>
    <target><mrk mid="0" mtype="seg">A case</mrk></target>
    <alt-trans><target>Another</target></alt-trans><note>said</note></trans-unit></group>
    </body></file></xliff>"""
    assert xliff.read(data, "a").units == (Unit("title#1", "Un cas", "A case", TextStatus.FINAL),)


def test_translate_toolkit_opens_it_and_what_it_saves_comes_back(tmp_path):
    toolkit = pytest.importorskip("translate.storage.xliff")
    of = case(Text(fr="Toux < 3 jours.\nFièvre."), Text(fr="Va bien.", en="Is well."))
    path = tmp_path / "case.xlf"
    path.write_bytes(xliff.write(work(of, Lang.EN, "case")))
    store = toolkit.Xliff1File.parsefile(str(path))
    units = [unit for unit in store.units if not unit.isheader()]
    assert [str(unit.source) for unit in units] == ["Toux < 3 jours.", "Fièvre.", "Va bien."]
    assert [str(unit.target or "") for unit in units] == ["", "", "Is well."]
    assert (store.sourcelanguage, store.targetlanguage) == ("fr", "en")
    units[0].target, units[1].target = "Cough < 3 days.", "Fever."
    for unit in units:
        unit.markapproved(value=True)
    found = back(texts(of), xliff.read(bytes(store), "case.xlf"))
    assert found.refused == ()
    assert found.texts == {
        "narrative[0].text": Text(
            fr="Toux < 3 jours.\nFièvre.",
            en="Cough < 3 days.\nFever.",
            status=TextStatus.FINAL,
        )
    }
