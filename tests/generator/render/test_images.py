"""Pictures rebuilt from their pixels."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from generator.errors import RenderError
from generator.render import weasy
from generator.render.images import rebuilt


def saved(image, form, **options):
    made = BytesIO()
    image.save(made, format=form, **options)
    return made.getvalue()


def opened(asset):
    return Image.open(BytesIO(asset.data))


RED = Image.new("RGB", (8, 4), "#c00000")


def test_a_jpeg_loses_its_comment_exif_and_trailing_bytes():
    exif = Image.Exif()
    exif[0x010E] = "Durand Odile"
    data = saved(RED, "JPEG", comment=b"Durand", exif=exif) + b"Durand"
    assert b"Durand" in data
    assert b"Durand" not in rebuilt(data, "figure").data


def test_a_png_keeps_its_pixels_and_nothing_but_the_chunks_of_pixels():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Durand")
    asset = rebuilt(saved(RED, "PNG", pnginfo=text, dpi=(300, 300)), "figure")
    assert opened(asset).tobytes() == RED.tobytes()
    assert (asset.width, asset.height) == (8, 4)
    assert opened(asset).info == {}


def test_a_turned_photograph_is_set_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    asset = rebuilt(saved(RED, "JPEG", exif=exif), "figure")
    assert (asset.width, asset.height) == (4, 8)


def test_what_a_transparent_pixel_hides_is_gone():
    hidden = Image.new("RGBA", (2, 2), (200, 10, 10, 0))
    assert opened(rebuilt(saved(hidden, "PNG"), "figure")).getcolors() == [(4, (255, 255, 255))]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_every_mode_of_scanners_and_cameras_is_read(mode):
    form = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    asset = rebuilt(saved(Image.new(mode, (5, 3)), form), "figure")
    assert (asset.width, asset.height) == (5, 3)


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<svg"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(RenderError):
        rebuilt(data, "figures[0].file")


def test_a_cut_picture_is_refused_even_after_weasyprint_was_imported():
    weasy.engine()
    with pytest.raises(RenderError):
        rebuilt(saved(Image.effect_noise((64, 64), 90), "PNG")[:-500], "figures[0].file")


def test_a_moving_picture_is_refused():
    frames = [Image.new("L", (4, 4), grey) for grey in (0, 255)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(RenderError) as refused:
        rebuilt(data, "figures[0].file")
    assert refused.value.where == "figures[0].file"


def test_a_picture_of_more_than_40_million_pixels_is_refused_before_it_is_read():
    with pytest.raises(RenderError):
        rebuilt(saved(Image.new("1", (8000, 5001)), "PNG"), "figures[0].file")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'


def test_an_svg_becomes_pixels():
    asset = rebuilt(SVG.format('<rect width="40" height="20" fill="#0000ff"/>').encode(), "figure")
    assert (asset.width, asset.height) == (1600, 800)
    assert opened(asset).getpixel((800, 400)) == (0, 0, 255)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/hostname" width="9" height="9"/>',
        '<image href="https://example.org/x.png" width="9" height="9"/>',
    ],
)
def test_an_svg_that_asks_for_a_file_is_refused(inside):
    with pytest.raises(RenderError):
        rebuilt(SVG.format(inside).encode(), "figures[0].file")


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        SVG.format("<g>" * 60 + "</g>" * 60).encode(),
        SVG.format(
            '<g id="a0"><path/></g>'
            + "".join(
                f'<g id="a{n + 1}"><use href="#a{n}"/><use href="#a{n}"/></g>' for n in range(30)
            )
        ).encode(),
        SVG.format('<g id="a"><use href="#a"/></g>').encode(),
        SVG.format(" " * 2_000_001).encode(),
        b"<svg><unclosed></svg>",
    ],
)
def test_an_svg_that_blows_up_is_refused(data):
    with pytest.raises(RenderError):
        rebuilt(data, "figures[0].file")
