"""Markdown to sanitised HTML that loses nothing of a clinical text."""

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.phi import Lang

from generator.errors import PassageTooLargeError
from generator.report.rich import LARGEST, rich

FR, EN = Lang.FR, Lang.EN


def shown(text, lang=EN):
    html = "\n".join(rich(text, lang, "discussion"))
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    "text",
    [
        "GB 5*10*9/L",
        "CD4* et CD8* en baisse",
        "2014. Début du traitement",
        "3. Troisième cure",
        "K < 3 et Na > 140",
        "PSA <0,1 et K>5",
        "- 3 DS",
        "+ Everolimus 10 mg",
        "#1 douleur",
        "[Na+](mmol/L) 140",
        "[1]: une référence",
        "a_b_c et TSH_1",
        "    texte en retrait",
        "R&D; 5 < 6",
        "<script>alert(1)</script> & <b>x</b>",
        "dose \\* 2 et C:\\x",
        "`code` et ~38",
    ],
)
def test_clinical_text_that_looks_like_markup_keeps_every_sign(text):
    assert " ".join(shown(text).split()) == " ".join(text.split())


def test_paragraphs_emphasis_lists_tables_and_headings_are_set():
    blocks = rich(
        "Un *a* et **b**\n\n- x\n- y\n\n1. u\n2. v\n\n|a|b|\n|-|-|\n|1|2|\n\n## T", FR, ""
    )
    assert [re.match(r"<(\w+)", block)[1] for block in blocks] == ["p", "ul", "ol", "div", "h4"]
    assert "<em>a</em> et <strong>b</strong>" in blocks[0]
    assert '<th scope="col">a</th>' in blocks[3]


def test_a_list_after_a_line_of_text_is_a_list():
    assert [b[:4] for b in rich("Traitement :\n- a\n- b\n• c", FR, "")] == ["<p>T", "<ul>"]


def test_links_are_https_only_and_pictures_and_raw_html_are_not_read():
    html = "".join(
        rich(
            "[a](https://a.org/x) [b](javascript:alert(1)) ![p](https://e.org/p.png)\n\n"
            '<img src=x onerror=alert(1)> <a href="data:x">y</a>',
            EN,
            "",
        )
    )
    assert re.findall(r"<(\w+)", html) == ["p", "a", "p"]
    assert 'href="https://a.org/x"' in html


def test_french_passages_get_french_spaces_and_english_ones_do_not():
    assert "Bilan\u00a0: l’urée\u202f;" in rich("Bilan : l'urée ; *x*", FR, "")[0]
    assert "BP : x" in rich("BP : x", EN, "")[0]


@pytest.mark.parametrize(
    "bomb", ["[" * 50_000, "> " * 50_000, "*" * 50_000, "(" * 9_000, "<" * 9_000]
)
def test_a_bomb_of_brackets_is_shown_as_text_at_once(bomb):
    start = time.perf_counter()
    assert shown(bomb).replace(" ", "") == bomb.replace(" ", "")
    assert time.perf_counter() - start < 2


def test_a_passage_past_the_limit_is_refused_without_its_text():
    with pytest.raises(PassageTooLargeError) as refused:
        rich("secret " * LARGEST, FR, "discussion.fr")
    assert refused.value.where == "discussion.fr"
    assert "secret" not in str(refused.value)


def test_an_over_long_word_may_break_and_keeps_its_letters():
    (html,) = rich("x" * 200, EN, "")
    assert "<wbr>" in html
    assert shown("x" * 200) == "x" * 200


def test_a_table_of_700_rows_is_divided():
    rows = "\n".join(f"|{n}|v|" for n in range(700))
    html = "".join(rich(f"|n|v|\n|-|-|\n{rows}", EN, ""))
    assert html.count("<table>") == 3
    assert html.count("<tr>") == 703


@given(
    st.text(
        st.sampled_from("abc 12,.5*_#-+|[]()<>&\\`~!:;'\n"),
        max_size=80,
    )
)
def test_no_digit_or_letter_is_ever_lost(text):
    kept = re.sub(r"[^a-z0-9]", "", text)
    bare = re.sub(r"[^a-z0-9]", "", shown(text))
    assert bare.replace("amp", "") == kept


@given(st.text(max_size=300))
def test_what_comes_out_is_always_balanced_and_known(text):
    for block in rich(text, EN, ""):
        tags = re.findall(r"<(/?)(\w+)[^>]*>", block)
        assert {name for _, name in tags} <= {
            *("p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h3", "h4", "h5"),
            *("h6", "table", "thead", "tbody", "tr", "th", "td", "div", "wbr"),
        }
