"""The HTML file: self-contained, safe, readable by every reader."""

import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.case.model import Case
from generator.case.text import Text
from generator.errors import RenderError
from generator.render.html import html
from generator.report import Layout, Profile

GOLDEN = Path(__file__).parents[2] / "golden"
EMPTY = {"meta", "img", "br", "wbr"}


class Tree(HTMLParser):
    """Checks that tags close in order, and keeps them with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("layout", Layout)
def test_the_whole_page_is_the_one_that_was_reviewed(told, pictures, layout):
    made = html(told(layout), pictures)
    golden = GOLDEN / f"paraganglioma.{layout}.html"
    if os.environ.get("CASEPRESS_WRITE_GOLDEN"):
        golden.write_bytes(made)
    assert made.decode() == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("layout", Layout)
def test_every_page_is_well_formed_with_one_h1_and_no_anchor_twice(told, pictures, layout, profile):
    page = Tree(html(told(layout, profile), pictures).decode())
    assert page.open == []
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    anchors = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("layout", Layout)
def test_nothing_is_fetched_and_nothing_runs(told, pictures, layout):
    page = Tree(html(told(layout), pictures).decode())
    assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    sources = [attrs["src"] for _, attrs in page.tags if "src" in attrs]
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert "url(" not in html(told(layout), pictures).decode()
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


@pytest.mark.parametrize("layout", Layout)
def test_tables_figures_and_languages_are_told_to_screen_readers(told, pictures, layout):
    page = Tree(html(told(layout), pictures).decode())
    assert page.tags[0] == ("html", {"lang": "en" if layout is Layout.EN else "fr"})
    heads = [attrs for tag, attrs in page.tags if tag == "th"]
    assert heads
    assert all(attrs.get("scope") in {"row", "col"} for attrs in heads)
    assert all(attrs.get("alt") for tag, attrs in page.tags if tag == "img")
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert links[0] == "#content"
    assert ("main", {"id": "content"}) in page.tags
    named = {attrs.get("aria-labelledby") for tag, attrs in page.tags if tag == "section"}
    assert named <= {attrs.get("id") for _, attrs in page.tags}


def test_what_a_case_holds_is_escaped(told):
    nasty = '"><script>alert(1)</script>'
    case = Case(title=Text(fr=nasty), discussion=Text(fr=nasty), lessons=(Text(fr=nasty),))
    made = html(told(record=case), {}).decode()
    assert "<script" not in made
    assert made.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4


def test_a_figure_without_its_picture_is_refused(told):
    with pytest.raises(RenderError) as refused:
        html(told(), {})
    assert refused.value.where == "figure-1"


def test_the_file_name_of_a_figure_is_not_in_the_page(told, pictures, case):
    figure = replace(case.figures[0], file="mme_durand.png")
    record = replace(case, figures=(figure,))
    assets = {"mme_durand.png": next(iter(pictures.values()))}
    assert b"durand" not in html(told(record=record), assets)


def test_text_stands_out_from_its_background():
    styles = Path(__file__).parents[3] / "templates" / "styles" / "page.css"
    text = styles.read_text(encoding="utf-8")
    grounds = {"#fff", *re.findall(r"background: (#[0-9a-f]{3,6})", text)}
    for colour in set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{3,6})", text)) - {"#fff"}:
        assert contrast(colour, "#fff") >= 4.5, colour
    for rule in re.findall(r"\{[^}]*\}", text):
        colour = re.search(r"(?<![-\w])color: (#\w+)", rule)
        ground = re.search(r"background: (#\w+)", rule)
        if colour and ground:
            assert contrast(colour[1], ground[1]) >= 4.5, rule
    assert grounds


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
