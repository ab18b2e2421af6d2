"""Petit, Li, Anne, 94, 99123: values that are also words and numbers."""

import pytest

from anonymizer.phi import Phi
from anonymizer.provenance import Original, Provenance


@pytest.mark.parametrize(
    "text",
    [
        "Adressée par le Dr Petit.",
        "Adressée par le docteur Petit.",
        "adressée par le dr petit hier",
        "avis de Mme A. Petit",
        "avis de Petit A., chirurgienne",
        "PETIT Anne",
        "M. Li accompagne la patiente.",
        "La fille, Li, est prévenue.",
        "Avec Petit, décision collégiale.",
        "revenue chez elle à 99123",
        "Femme de 94 ans.",
        "a 94-year-old woman",
        "âgée de 94 ans",
    ],
)
def test_a_weak_value_where_only_an_identifier_stands_is_a_leak(text, leaks):
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un petit nodule de 4 mm, stable.",
        "Petit nodule de 4 mm.",
        "trois rues plus loin, la marche est stable",
        "Saturation à 94 % en air ambiant.",
        "Pression 94/60 mmHg, page 94.",
        "Le lithium (Li) est à 0,8 mmol/L",
    ],
)
def test_the_same_word_in_its_own_sense_is_none(text, leaks, provenance):
    kept = type(provenance)(
        provenance.originals, kept=(*provenance.kept, "Le lithium (Li) est à 0,8 mmol/L")
    )
    assert leaks(text, kept) == ()


def test_the_kind_of_an_institution_is_no_leak_but_its_name_is(leaks):
    told = Provenance((Original("Vorbasquin Rehab Centre", Phi.HOSPITAL),))
    assert leaks("Rehab was planned.", told) == ()
    assert leaks("Back from Vorbasquin.", told)


def test_a_kept_passage_explains_its_own_words_only(leaks):
    assert leaks("Un petit nodule de 4 mm, stable. Petit l’a vue.")
    assert not leaks("Un petit nodule de 4 mm, stable. Un petit nodule de 4 mm, stable.")


def test_a_word_of_the_templates_may_stand_anywhere_but_after_a_title(leaks):
    assert not leaks("Li 3", template_words="Page Li Résumé")
    assert leaks("M. Li", template_words="Page Li Résumé")


@pytest.mark.parametrize("name", ["petit.fr.txt", "cas-petit-2.fr.txt", "li_anne.fr.txt"])
def test_a_weak_value_in_a_file_name_is_a_leak(name, leaks):
    assert leaks({name: b"Examen normal."})


def test_a_weak_value_in_a_link_is_a_leak(leaks):
    assert leaks({"a.html": '<a href="https://site.example/petit">voir</a>'})
    assert not leaks({"a.html": '<p class="petit"><a href="#nodule">voir</a></p>'})


def test_a_capital_inside_a_sentence_is_not_explained_by_the_small_word(leaks, provenance):
    kept = type(provenance)(provenance.originals, kept=("Lésion de petit calibre.",))
    assert leaks("Consultation de Petit ce jour.", kept)
    assert not leaks("Lésion de petit calibre. Petit calibre de la lésion.", kept)


@pytest.mark.parametrize("value", ["petit", "Petit", "li"])
def test_a_weak_value_alone_in_a_label_is_a_leak(value, leaks):
    assert leaks({"a.html": f'<html><head><meta name="author" content="{value}"></head></html>'})
    assert not leaks({"a.html": f'<img alt="un petit nodule" class="{value}" src="data:,">'})


@pytest.mark.parametrize("link", ["?q=%50etit", "?q=%2550etit", "&#80;etit"])
def test_a_weak_value_in_an_encoded_link_is_a_leak(link, leaks):
    assert leaks({"a.html": f'<a href="https://site.example/{link}">voir</a>'})


@pytest.mark.parametrize(
    "text", ["Vue pour É.V. ce jour", "É. V. va bien", "Cas de É.-V.", "patiente ÉV revue"]
)
def test_dotted_initials_of_the_patient_are_a_leak(text, leaks):
    assert leaks(text)[0].rule == "initials"


@pytest.mark.parametrize(
    "text", ["É. Verneau, auteure", "A.V.C. ancien", "traitement I.V.", "CE.V."]
)
def test_other_dotted_capitals_are_none(text, leaks):
    assert leaks(text) == ()


def test_the_initials_of_an_author_may_stand(leaks, provenance):
    given = type(provenance)(provenance.originals, issued=("Édith Varnier",))
    assert leaks("É.V. a écrit le texte.", given) == ()
