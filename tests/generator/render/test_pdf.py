"""The PDF: bundled fonts, nothing hidden in it, the same bytes from run to run."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from anonymizer.phi import Lang

from generator.case.model import Case
from generator.case.terms import CaseStatus
from generator.case.text import Text
from generator.errors import RenderError
from generator.render import weasy
from generator.render.pdf import pdf
from generator.report import Layout, Profile

GOLDEN = Path(__file__).parents[2] / "golden"
SIGNS = "« ≥ ≤ ≈ œ Œ µ é È — ’ … ⁹⁹ᵐTc ² ³ ± × °C α β → †"


@pytest.fixture(scope="module")
def bilingual(told, pictures):
    return pdf(told(Layout.BILINGUAL, Profile.SHARING), pictures)


def pages(data):
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_every_sign_of_a_clinical_text_can_be_read_back(told):
    (text,) = pages(pdf(told(record=Case(discussion=Text(fr=SIGNS))), {}))
    plain = re.sub(r"\s", "", text)
    assert [sign for sign in SIGNS.split() if sign not in plain] == []


def test_only_the_bundled_fonts_are_used(bilingual):
    with pikepdf.open(BytesIO(bilingual)) as document:
        fonts = {
            str(each.get("/BaseFont"))
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        }
    assert fonts
    assert all("Source" in font for font in fonts), fonts


def test_metadata_holds_the_title_and_the_language_and_nothing_else(bilingual, told):
    title = told(Layout.BILINGUAL).title[0].text
    with pikepdf.open(BytesIO(bilingual)) as document:
        assert dict(document.docinfo) == {"/Title": title}
        assert str(document.Root.Lang) == "fr"
        xmp = document.Root.Metadata.read_bytes().decode()
        assert not document.attachments
        assert "/Names" not in document.Root or "/EmbeddedFiles" not in document.Root.Names
    kept = re.sub(r"<[^>]*>", "", xmp).replace(title, "").strip()
    assert kept == ""
    assert not re.search(r"Producer|Creat|Modif|20\d\d-", xmp)


def test_the_notice_of_a_shared_case_stands_on_each_page(bilingual):
    for text in pages(bilingual):
        assert "Not for patient care" in text.replace("\r\n", " ")


def test_each_page_says_its_number_in_the_language_of_the_case(told):
    long = Text(fr="\n\n".join(["Une phrase assez longue pour la page."] * 120))
    french = pages(pdf(told(record=Case(discussion=long)), {}))
    assert f"Page\u00a02\u00a0sur\u00a0{len(french)}" in french[1] or "Page 2 sur" in french[1]
    english = Case(language=Lang.EN, discussion=Text(en=long.fr))
    assert "of" in pages(pdf(told(Layout.EN, record=english), {}))[1].split()


def test_two_processes_with_other_hash_seeds_make_the_same_bytes():
    script = (
        "import sys, hashlib; from pathlib import Path; from types import SimpleNamespace\n"
        "from anonymizer.audit import Audit; from anonymizer.policy import PolicyName\n"
        "from generator.read.files import read_case; from generator.render.pdf import pdf\n"
        "from generator.render.html import html\n"
        "from generator.report import Layout, Profile, report\n"
        "from dataclasses import replace\n"
        "case = replace(read_case(Path(sys.argv[1])), figures=())\n"
        "safe = SimpleNamespace(record=case, audit=Audit(PolicyName.PSEUDONYMISE, ()))\n"
        "made = report(safe, layout=Layout.FR, profile=Profile.REPORT)\n"
        "print(*(hashlib.sha256(f(made, {})).hexdigest() for f in (html, pdf)))\n"
    )
    command = [sys.executable, "-c", script, str(GOLDEN / "paraganglioma.yaml")]
    started = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and script
            command,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    ]
    first, second = (process.communicate()[0] for process in started)
    assert len(first.split()) == 2
    assert first == second


def test_the_same_report_twice_in_one_process_is_the_same_bytes(told):
    record = Case(discussion=Text(fr="Un texte."))
    first, second = (hashlib.sha256(pdf(told(record=record), {})).digest() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("url", ["file:///etc/hostname", "https://example.org/", "asset:other.png"])
def test_no_file_and_no_address_is_ever_fetched(url):
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

    with pytest.raises(FatalURLFetchingError):
        weasy.fetcher({"asset:figure-1.png": ("image/png", b"")}).fetch(url)


def test_text_nested_too_deeply_is_refused_in_one_sentence(told, monkeypatch):
    weasy.engine()

    def deep(*_, **__):
        raise RecursionError

    monkeypatch.setattr("weasyprint.HTML.write_pdf", deep)
    with pytest.raises(RenderError) as refused:
        pdf(told(record=Case()), {})
    assert "«" not in refused.value.en


def test_lists_in_lists_down_to_the_limit_are_laid_out(told):
    deep = "\n".join("    " * level + "- x" for level in range(12))
    assert pages(pdf(told(record=Case(discussion=Text(fr=deep))), {}))


def test_a_final_case_has_no_notice(told, case):
    final = replace(case, status=CaseStatus.FINAL, synthetic=False, figures=())
    assert "Brouillon" not in "".join(pages(pdf(told(record=final), {})))


def test_the_environment_is_given_back():
    weasy.fonts()
    assert "templates" not in os.environ.get("FONTCONFIG_FILE", "")
