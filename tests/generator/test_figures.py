from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from anonymizer.dates.partial import PartialDate

from generator.case.model import Case
from generator.case.publication import Figure, PixelReview
from generator.case.terms import BurntIn
from generator.case.text import Text
from generator.errors import FigureError
from generator.figures import LARGEST, assets

SEEN = PixelReview(burnt_in=BurntIn.NONE, reviewer="r", date=PartialDate(2021, 5, 4))


def picture(path: Path) -> None:
    made = BytesIO()
    Image.new("RGB", (4, 3), "white").save(made, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.getvalue())


def case(*files: str, review: PixelReview | None = SEEN) -> Case:
    text = Text(fr="Coupe.", en="Slice.")
    return Case(figures=tuple(Figure(file=f, caption=text, alt=text, review=review) for f in files))


def test_a_picture_beside_the_case_is_rebuilt(tmp_path):
    picture(tmp_path / "ct.png")
    picture(tmp_path / "figures" / "mri.png")
    found = assets(case("ct.png", "figures/mri.png"), tmp_path)
    assert [(name, asset.width, asset.height) for name, asset in found.items()] == [
        ("ct.png", 4, 3),
        ("figures/mri.png", 4, 3),
    ]


def test_a_figure_without_a_recorded_pixel_review_is_refused(tmp_path):
    picture(tmp_path / "ct.png")
    with pytest.raises(FigureError, match=r"figures\[0\]\.review: a figure without a recorded"):
        assets(case("ct.png", review=None), tmp_path)


def test_a_figure_in_which_the_review_found_text_is_refused(tmp_path):
    picture(tmp_path / "ct.png")
    found = PixelReview(burnt_in=BurntIn.PRESENT, reviewer="r", date=PartialDate(2021, 5, 4))
    with pytest.raises(FigureError, match="burnt_in: removed"):
        assets(case("ct.png", review=found), tmp_path)


@pytest.mark.parametrize(
    "name",
    ["../ct.png", "deeper/../../ct.png", "/etc/passwd", "C:/ct.png", "a\\ct.png", "out/ct.png"],
)
def test_a_picture_outside_the_folder_of_the_case_is_refused(tmp_path, name):
    home = tmp_path / "home"
    home.mkdir()
    picture(tmp_path / "ct.png")
    (home / "out").symlink_to(tmp_path)
    with pytest.raises(FigureError, match=r"figures\[0\]\.file: the picture is outside"):
        assets(case(name), home)


@pytest.mark.parametrize(
    "name", ["", ".", "missing.png", "loop.png", "a\0b.png", "x" * 300, "folder"]
)
def test_a_picture_that_cannot_be_read_is_refused(tmp_path, name):
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FigureError, match=r"figures\[0\]\.file: "):
        assets(case(name), tmp_path)


def test_a_picture_that_is_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "ct.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FigureError, match="at most 20 MB"):
        assets(case("ct.png"), tmp_path)


def test_too_many_figures_are_refused(tmp_path):
    with pytest.raises(FigureError, match="more than 60"):
        assets(case(*["ct.png"] * 61), tmp_path)
