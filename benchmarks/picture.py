"""Make the picture of README from finished pages: the first of the English and bilingual PDFs.

Run ``python benchmarks/picture.py OUT PICTURE`` after ``make demo``; OUT is the folder it built.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

PAGES = (("ileal-net.en.pdf", 0), ("ileal-net.bilingual.pdf", 0))
WIDTH = 700  # pixels of one page
MARGIN = 24
DESK = (226, 229, 233)  # the grey that the pages lie on


def page(path: Path, number: int) -> Image.Image:
    """Return one page of a PDF as a picture of the usual width."""
    with pypdfium2.PdfDocument(path) as document:
        sheet = document[number]
        drawn: Image.Image = sheet.render(scale=WIDTH / sheet.get_width()).to_pil()
        return drawn.convert("RGB")


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages on a desk, each with a thin edge."""
    width = sum(each.width for each in pages) + MARGIN * (len(pages) + 1)
    desk = Image.new("RGB", (width, max(each.height for each in pages) + 2 * MARGIN), DESK)
    left = MARGIN
    for each in pages:
        edge = Image.new("RGB", (each.width + 2, each.height + 2), (176, 182, 190))
        desk.paste(edge, (left - 1, MARGIN - 1))
        desk.paste(each, (left, MARGIN))
        left += each.width + MARGIN
    return desk


def main(out: str, target: str) -> None:
    """Write the picture, in few colours so that it stays small."""
    whole = side_by_side([page(Path(out) / name, number) for name, number in PAGES])
    Path(target).parent.mkdir(exist_ok=True)
    whole.quantize(48, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{Path(target).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(*sys.argv[1:3])
