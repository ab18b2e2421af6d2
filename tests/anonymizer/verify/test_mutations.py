import base64
import html
import quopri
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.phi import Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify

VALUES = (
    (Phi.PATIENT, "Élodie Vaubernier"),
    (Phi.PATIENT, "Vaubernier"),
    (Phi.PATIENT, "Jean-Loup Kerzhéan"),
    (Phi.PATIENT, "Kerzhéan"),
    (Phi.CLINICIAN, "Gaëtan O’Shalloran"),
    (Phi.CLINICIAN, "Œdmond Kræmmer"),
    (Phi.CLINICIAN, "Van der Bruggemans"),
    (Phi.CLINICIAN, "Nguyễn Thị Quỳnhmai"),
    (Phi.RELATIVE, "Mariannick Quévrain"),
    (Phi.NAME, "Strömqvistad"),
    (Phi.HOSPITAL, "CHU Pontquellec"),
    (Phi.HOSPITAL, "Clinique Saint-Gwenvaël"),
    (Phi.CITY, "Trébédanec"),
    (Phi.CITY, "Villers-sous-Quimbre"),
    (Phi.ADDRESS, "12 rue des Trois Fontaines"),
    (Phi.PHONE, "06 12 34 56 78"),
    (Phi.ID, "8001234567"),
    (Phi.ID, "2 57 03 99 123 456 78"),
    (Phi.EMAIL, "elodie.vaubernier@courrier.example"),
    (Phi.URL, "https://dossiers.pontquellec.example/e-vaubernier"),
)
ACCENTS = str.maketrans("éèêëàâäîïôöùûüçÉŒœæøễịỳ", "eeeeaaaiioouuucEooaoeiy")


def _three_alignments(value):
    return " ".join(base64.b64encode(pad + value.encode()).decode() for pad in (b"", b"x", b"xy"))


def _accents_lost(value):
    apart = unicodedata.normalize("NFD", value)
    return "".join(c for c in apart if not unicodedata.combining(c))


MUTATIONS = {
    "as written": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "accents lost": _accents_lost,
    "decomposed": lambda v: unicodedata.normalize("NFD", v),
    "no-break spaces": lambda v: v.replace(" ", "\u00a0"),
    "thin spaces": lambda v: v.replace(" ", "\u202f"),
    "soft hyphens": "\u00ad".join,
    "zero-width spaces": "\u200b".join,
    "word joiners": "\u2060".join,
    "other hyphens": lambda v: v.replace("-", "\u2011"),
    "spaces doubled": lambda v: v.replace(" ", "  "),
    "broken over lines": lambda v: v.replace(" ", "\r\n"),
    "base64": _three_alignments,
    "base64, one alignment": lambda v: base64.b64encode(v.encode()).decode(),
    "base64 for addresses": lambda v: base64.urlsafe_b64encode(v.encode()).decode().rstrip("="),
    "base64 of UTF-16": lambda v: base64.b64encode(v.encode("utf-16-le")).decode(),
    "hexadecimal": lambda v: v.encode().hex(),
    "hexadecimal, apart": lambda v: v.encode().hex(" "),
    "percent": lambda v: quote(v, safe=""),
    "every sign in percent": lambda v: "".join(f"%{b:02X}" for b in v.encode()),
    "entities": lambda v: "".join(f"&#{ord(c)};" for c in v),
    "hexadecimal entities": lambda v: "".join(f"&#x{ord(c):x};" for c in v),
    "named entities": lambda v: html.escape(v).replace("é", "&eacute;").replace("Œ", "&OElig;"),
    "JSON escapes": lambda v: "".join(f"\\u{ord(c):04x}" for c in v),
    "ASCII": ascii,
    "quoted-printable": lambda v: quopri.encodestring(v.encode(), quotetabs=True).decode(),
    "full-width": lambda v: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in v),
    "glued to a number": lambda v: f"{v}_2021",
    "in quotation marks": lambda v: f"« {v} »",
}


def _verified(text, category, value, name="case.fr.txt"):
    provenance = Provenance(originals=(Original(value, category),))
    return verify({name: text.encode()}, provenance, is_ordinary=frozenset().__contains__)


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("at", range(len(VALUES)))
def test_a_value_is_found_however_it_is_written(at, mutation):
    category, value = VALUES[at]
    found = _verified(f"Suite : {MUTATIONS[mutation](value)}. Fin.", category, value)
    assert any(leak.category is category for leak in found)


@pytest.mark.parametrize(
    "written",
    [
        "Vaubernier Élodie",
        "VAUBERNIER, Élodie",
        "É. Vaubernier",
        "Vaubernier É.",
        "elodievaubernier",
        "evaubernier@courrier.example",
        "ElodieVaubernier",
        "DrVaubernier",
        "V a u b e r n i e r",
        "V.a.u.b.e.r.n.i.e.r",
        "Vau-\nbernier",
        "Vau-bernier",
        "l’histoire d’Élodie-Vaubernier",
        "Vаubеrniеr",  # Cyrillic look-alikes
        "Élodie (née) Vaubernier",
    ],
)
def test_the_parts_of_a_name_are_found_in_any_order_and_join(written):
    provenance_value = "Élodie Vaubernier"
    assert _verified(f"Suite : {written} ; fin.", Phi.PATIENT, provenance_value)


@pytest.mark.parametrize(
    "written",
    ["0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78", "0033612345678",
     "+33 (0)6 12 34 56 78", "06 123 456 78", "tel:+33612345678"],
)  # fmt: skip
def test_a_phone_number_is_found_with_any_separators(written):
    found = _verified(f"joint au {written}.", Phi.PHONE, "06 12 34 56 78")
    assert "original value" in {leak.rule for leak in found}


@pytest.mark.parametrize(
    "written",
    [
        "106123456789",
        "06 12 34 56 7",
        "0,612345678",
        "6123456 leucocytes",
    ],
)
def test_another_number_is_no_phone_number(written):
    assert not _verified(f"mesuré à {written} ici", Phi.PHONE, "0612345678")


@given(st.text(alphabet="abcdefghijklmnop éèà,.;:-0123456789\n", max_size=120))
@settings(max_examples=60, deadline=None)
def test_a_text_without_the_value_is_clean(text):
    assert not _verified(f"{text} examen normal", Phi.PATIENT, "Zwyxtquor")


@given(
    before=st.text(alphabet="abcdef .,;\n", max_size=40),
    after=st.text(alphabet="abcdef .,;\n", max_size=40),
    cut=st.integers(1, 9),
)
@settings(max_examples=60, deadline=None)
def test_a_value_is_found_wherever_it_stands_and_an_invisible_sign_hides_nothing(
    before, after, cut
):
    value = "Vaubernier"
    text = f"{before} {value[:cut]}\u200d{value[cut:]} {after}"
    assert _verified(text, Phi.PATIENT, value)
