"""Drawings as SVG: nothing overlaps, nothing runs, all is told to those who cannot see it."""

import re
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate, parse_iso

from generator import resources
from generator.case.clinical import Event, Lab, ReferenceRange, Treatment
from generator.case.model import Case
from generator.case.terms import EventKind, Modality
from generator.case.text import Term, Text
from generator.render.chart import drawn
from generator.render.chart_frame import WIDE, stacked
from generator.render.chart_text import LEAD, SIZE, width, wrapped
from generator.render.html import html
from generator.render.pdf import pdf
from generator.report import Layout, Profile
from generator.report.chart import Chart

SVG = "{http://www.w3.org/2000/svg}"
DATES = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else None),
    st.integers(1975, 2024), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28),
)  # fmt: skip
EVENTS = st.builds(
    lambda when, kind: Event(date=when, kind=kind, text=Text(fr="Fièvre.", en="Fever.")),
    DATES,
    st.sampled_from(EventKind),
)


def charts(report):
    blocks = (block for section in report.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Chart)]


def pictured(told, case, layout=Layout.BILINGUAL, profile=Profile.REPORT):
    report = told(layout, profile, case)
    made = [str(drawn(chart, report.langs)) for chart in charts(report)]
    return [ET.fromstring(each) for each in made]  # noqa: S314 - our own drawing


def boxes(root):
    """Return the box that each text takes at most."""
    for text in root.iter(f"{SVG}text"):
        wide = width(text.text, bold=text.get("font-weight") is not None)
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - wide * {"end": 1, "middle": 0.5}.get(text.get("text-anchor"), 0)
        yield left, y - SIZE * 0.75, left + wide, y + SIZE * 0.2


def full(count=3):
    days = tuple(parse_iso(f"2016-0{number + 1}-03") for number in range(count))
    analyte = Term(fr="albumine", en="albumin")
    limits = ReferenceRange(low="35", high="50")
    return Case(
        events=tuple(Event(date=day, text=Text(fr="Fièvre.", en="Fever.")) for day in days),
        treatments=tuple(Treatment(modality=Modality.TARGETED, start=day) for day in days),
        labs=tuple(
            Lab(analyte=analyte, value="28", unit="g/L", date=day, reference=limits) for day in days
        ),
    )


@given(st.lists(EVENTS, min_size=2, max_size=40))
def test_no_text_of_a_drawing_touches_another_or_leaves_it(told, events):
    for root in pictured(told, Case(events=tuple(events))):
        found = list(boxes(root))
        height = float(root.get("viewBox").split()[3])
        assert all(left >= -0.1 and right <= WIDE + 0.1 for left, _, right, _ in found)
        assert all(top >= 0 and bottom <= height for _, top, _, bottom in found)
        for one, other in combinations(found, 2):
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] + 0.1 or other[3] <= one[1] + 0.1


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 60)), max_size=60))
def test_no_two_marks_of_a_row_touch(pairs):
    extents = [(left, left + wide) for left, wide in pairs]
    rows = stacked(extents)
    for (one, row), (other, same) in combinations(zip(extents, rows, strict=True), 2):
        assert row != same or one[1] < other[0] or other[1] < one[0]


@given(st.text(max_size=80), st.floats(60, 470))
def test_a_wrapped_text_is_no_wider_than_its_room_and_has_three_lines_at_most(text, room):
    lines = wrapped(text, room)
    assert len(lines) <= 3
    assert all(width(line) <= room for line in lines)


@cache
def advances(name):
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - comes with WeasyPrint

    font = TTFont(resources.path("templates", "fonts", name))
    sizes, units = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): sizes[glyph][0] / units for code, glyph in font.getBestCmap().items()}


@pytest.mark.parametrize(
    ("name", "bold"), [("SourceSans3-Regular.ttf", False), ("SourceSans3-Semibold.ttf", True)]
)
def test_no_sign_of_a_clinical_text_is_wider_than_it_is_held_to_be(name, bold):
    wide = advances(name)
    signs = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))]
    signs += list("αβγδλµκ–—’“”«»…≤≥≈±×→†⁹ᵐ°‰")
    assert [s for s in signs if s in wide and width(s, bold=bold) < wide[s] * SIZE] == []


def test_a_drawing_is_an_image_with_a_name_and_its_data_in_words_in_each_language(told):
    for root in pictured(told, full()):
        assert root.get("role") == "img"
        told_by = {each.get("id"): each for each in root if each.get("id")}
        named = f"{root.get('aria-labelledby')} {root.get('aria-describedby')}".split()
        assert named == list(told_by)
        assert [each.tag.removeprefix(SVG) for each in told_by.values()] == [
            *("title", "title", "desc", "desc"),
        ]
        assert {each.get("lang") for each in told_by.values()} == {"fr", "en"}
        assert all(each.text for each in told_by.values())


def test_a_drawing_is_legible_at_half_size_and_its_words_stand_out(told):
    for root in pictured(told, full()):
        assert float(root.get("font-size")) / 2 >= 7
        assert not [each for each in root.iter(f"{SVG}text") if each.get("font-size")]
        for text in root.iter(f"{SVG}text"):
            assert luminance(text.get("fill")) <= 0.13  # 4.5 and more on white and on the band


def test_grey_keeps_known_days_unknown_days_and_sure_periods_apart(told):
    events = tuple(
        Event(date=parse_iso(start), end=end and parse_iso(end), text=Text(fr="x"), computed=guess)
        for start, end, guess in (
            *(("2016-01-03", None, False), ("2016-02", None, False)),
            *(("2016-03-01", "2016-06-01", False), ("2016-07-01", None, True)),
        )
    )
    (root,) = pictured(told, Case(events=events))
    greys = {(each.tag, round(luminance(each.get("fill")), 1)) for each in root.iter()
             if each.tag in (f"{SVG}circle", f"{SVG}rect")}  # fmt: skip
    assert len(greys) == 4


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_nothing_in_a_drawing_runs_or_is_fetched(told):
    names = {"svg", "title", "desc", "text", "line", "rect", "circle", "path", "polyline"}
    for root in pictured(told, full()):
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= names
        assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]
        assert not re.search(r"href|url\(|style=", ET.tostring(root).decode())


@pytest.mark.parametrize(
    "label",
    [
        '"><script>alert(1)</script>',
        "x" * 20_000,
        "\x00\x1b\u202egnol",
        "]]>&amp;<svg>",
        "医" * 500,
    ],
)
def test_a_hostile_label_stays_text_within_the_drawing(told, label):
    days = (parse_iso("2016-01-03"), parse_iso("2016-04"))
    case = Case(
        treatments=tuple(
            Treatment(modality=Modality.TARGETED, label=Term(fr=label), start=day) for day in days
        )
    )
    (root,) = pictured(told, case)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "desc", "text", "line", "rect", "circle", "path"),
    }
    assert all(right <= WIDE + 0.1 for _, _, right, _ in boxes(root))
    assert float(root.get("viewBox").split()[3]) < 2 * 10 * LEAD


@pytest.mark.parametrize("count", [0, 1, 100])
def test_no_event_one_and_a_hundred_are_laid_out_on_their_page(told, count):
    events = tuple(
        Event(date=parse_iso(f"{1980 + number % 40}-0{1 + number % 9}"), text=Text(fr="Fièvre."))
        for number in range(count)
    )
    report = told(Layout.FR, Profile.REPORT, Case(events=events))
    assert len(charts(report)) == (count > 1)
    assert pdf(report, {})


def test_the_same_case_gives_the_same_drawings(told):
    first, again = (html(told(Layout.BILINGUAL, Profile.REPORT, full()), {}) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("profile", Profile)
def test_the_words_of_a_drawing_can_be_read_in_the_pdf_and_are_small(told, profile):
    import pypdfium2  # noqa: PLC0415 - heavy

    made = pdf(told(Layout.BILINGUAL, profile, full()), {})
    with pypdfium2.PdfDocument(made) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Albumine (g/L)" in text
    assert len(made) <= 150_000
