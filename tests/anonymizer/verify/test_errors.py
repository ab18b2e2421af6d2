import io
import zipfile

import pikepdf
import pytest
from PIL import Image

from anonymizer.errors import UnverifiableError
from anonymizer.phi import Lang, Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import needles


def pdf(**options):
    document, out = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.save(out, **options)
    return out.getvalue()


def png():
    out = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(out, "PNG")
    return out.getvalue()


def nested(depth):
    data = b"ok"
    for _ in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as bundle:
            bundle.writestr("a.zip" if data[:2] == b"PK" else "a.txt", data)
        data = out.getvalue()
    return data


BROKEN = {
    "a truncated pdf": ("a.pdf", pdf()[:200]),
    "a locked pdf": ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="o", user="u"))),
    "a pdf that is a text": ("a.pdf", b"Examen normal."),
    "a truncated image": ("a.png", png()[:900]),
    "an image that is a text": ("a.jpg", b"Examen normal."),
    "a truncated archive": ("a.zip", nested(1)[:40]),
    "an archive that is empty": ("a.docx", b""),
    "archives nested too deeply": ("a.zip", nested(9)),
    "a truncated gzip": ("a.gz", b"\x1f\x8b\x08\x00\x00"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_file_that_cannot_be_opened_is_refused(what, leaks):
    name, data = BROKEN[what]
    with pytest.raises(UnverifiableError) as refused:
        leaks({name: data})
    assert refused.value.where == name
    assert refused.value.told(Lang.FR).startswith(f"{name} : ")


def test_a_refusal_never_shows_a_name_that_leaks(leaks):
    with pytest.raises(UnverifiableError) as refused:
        leaks({"vaubernier.pdf": b"Examen normal."})
    assert str(refused.value).startswith("#1: ")


def test_nothing_that_is_printed_shows_a_value(provenance):
    original = Original("Vaubernier", Phi.PATIENT)
    shown = repr((original, provenance, needles((original,), lambda _: False)))
    assert "aubernier" not in shown
    assert "Kerzh" not in shown


def test_an_original_bears_a_category_of_identifiers():
    with pytest.raises(ValueError, match="category"):
        Original("normal", Phi.NONE)


def test_nothing_to_look_for_finds_nothing(leaks):
    assert leaks("Examen normal, le petit Karnofsky.", Provenance()) == ()
