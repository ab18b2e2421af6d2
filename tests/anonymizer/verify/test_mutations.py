import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.phi import Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify


def _verified(text, category, value, name="case.fr.txt"):
    provenance = Provenance(originals=(Original(value, category),))
    return verify({name: text.encode()}, provenance, is_ordinary=frozenset().__contains__)


EVERY = 61


def test_no_value_hides_in_any_disguise_in_any_channel(mutations, capsys):
    """Take a part of what benchmarks/mutations.py does whole."""
    assert mutations.main(["--every", str(EVERY), "--workers", "1", "--list"]) == 0, (
        capsys.readouterr().out
    )


def test_the_battery_is_as_large_as_it_says(mutations):
    disguises = {name for value in mutations.VALUES for name, _ in mutations.disguises(value)}
    assert len(mutations.VALUES) >= 40
    assert len(disguises) >= 100
    assert sum(map(len, mutations.TABLES.values())) >= 60


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
