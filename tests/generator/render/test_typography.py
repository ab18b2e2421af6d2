"""The typography of the sample, passage by passage, in the language that each one declares."""

import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from io import BytesIO

import pytest

from anonymizer.key import Key
from anonymizer.phi import Lang
from anonymizer.pipeline import anonymize

from generator import resources
from generator.publish import policy_of
from generator.read.files import read_case
from generator.render.html import html
from generator.render.images import rebuilt
from generator.report import Layout, Profile, report

SILENT = {"style", "a", "code"}  # what is no prose: styles, addresses, code
SAID = {"alt", "title", "aria-label"}  # attributes that are read aloud
EMPTY = {"meta", "link", "img", "br", "wbr"}
UNITS = r"(?:%|[cmk]?[gLm]|[mµ]?mol|[mkM]?UI?|Gy|GBq|h|min|mmHg)(?![\w’])"
WRONG = {
    Lang.FR: re.compile(
        rf"""
        [^\s\u00a0\u202f\d<«][;!?](?!\w) | [ ][:;!?»%] | «[^\u00a0]   # spaces of high punctuation
        | [^\s\u00a0\d:/]:(?![\w/]) | [^\u00a0]»
        | \d[ ]{UNITS} | \d[ ](?:ans?|mois|jours?|semaines?)\b        # a number and its unit
        | \d[ ]\d{{3}}\b | \d\.\d                                     # thousands, decimals
        | \b1[ ](?:janv|f[ée]v|mars|avr|mai|juin|juil|ao|sept|oct|nov|d[ée]c)
        | [^\W\d_]'[^\W\d_] | [“”"] | \b(?:M\.|Mme|Dr|Pr)[ ](?=[A-Z])
        | \b\d+(?:[èe]me|st|nd|rd|th)\b | \b[Nn](?:o|um)\.?[ ]\d
        """,
        re.VERBOSE,
    ),
    Lang.EN: re.compile(
        rf"""
        [\s\u00a0\u202f][:;!?%] | [«»\u202f]                          # no French space or mark
        | \d[ ]{UNITS} | \d,\d{{1,2}}\b
        | [^\W\d_]'[^\W\d_] | \b(?:Mr|Mrs|Ms|Dr)[ ](?=[A-Z])
        """,
        re.VERBOSE,
    ),
}
# what is written the same in every language: addresses, and names of software and files
ADDRESS = re.compile(r"\bdoi:\S+|\S+@\S+|\S+\.(?:html|pdf|org)\b|ORCID\S+|\bCC BY 4\.0")


class Passages(HTMLParser):
    """Gathers each text of a page, read aloud ones included, with the language that it declares."""

    def __init__(self, page):
        super().__init__()
        self.open, self.found = [("", "")], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        lang = given.get("lang", self.open[-1][1])
        self.found += [(lang, given[name]) for name in SAID & given.keys()]
        if tag not in EMPTY:
            self.open.append((tag, lang))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if not SILENT & {tag for tag, _ in self.open}:
            self.found.append((self.open[-1][1], data))


@cache
def published(profile):
    """Return the sample as a profile publishes it."""
    case = read_case(resources.path("samples", "ileal-net.synthetic.yaml"))
    return anonymize(
        case,
        lang=case.language,
        policy=policy_of(profile),
        key=Key(bytes(range(32))),
        patient="sample",
        today=date(2026, 1, 5),
    )


@cache
def grey():
    """Return a picture that stands for any other."""
    from PIL import Image  # noqa: PLC0415

    drawn = BytesIO()
    Image.new("L", (6, 4), 128).save(drawn, format="PNG")
    return rebuilt(drawn.getvalue(), "figure")


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("profile", Profile)
def test_every_passage_of_the_sample_has_the_typography_of_its_language(profile, layout):
    case = published(profile)
    pictures = {figure.file: grey() for figure in case.record.figures}
    page = html(report(case, layout=layout, profile=profile), pictures).decode()
    passages = [(lang, ADDRESS.sub("", text)) for lang, text in Passages(page).found if lang]
    assert {lang for lang, _ in passages} >= {"fr" if layout is Layout.FR else "en"}
    slips = [
        (lang, text[max(0, slip.start() - 30) : slip.end() + 12])
        for lang, text in passages
        for slip in WRONG[Lang(lang)].finditer(text)
    ]
    assert slips == []


@pytest.mark.parametrize(
    ("lang", "slip"),
    [
        *(
            ("fr", slip)
            for slip in ("oui ; non", "oui; non", "oui : non", "« oui »", "15 %", "15%x ;")
        ),
        *(("fr", slip) for slip in ("10 mg", "54 ans", "1 000", "2.5", "l'eau", "1 mai", "2ème")),
        *(
            ("en", slip)
            for slip in ("yes ; no", "15 %", "« yes »", "10 mg", "2,5", "it's", "Dr Rice")
        ),
    ],
)
def test_a_slip_would_be_seen(lang, slip):
    assert WRONG[Lang(lang)].search(slip)
