"""Draw the two figures of the sample case: a CT-like section and a scintigraphy, both schematic.

Run ``python benchmarks/figures.py FOLDER``; the same Pillow gives the same bytes. Nothing is
traced from a picture of anyone: every shape is given below in pixels of the finished drawing.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SCALE = 3  # drawn larger, then reduced, so that edges are smooth
Point = tuple[float, float]
Box = tuple[float, float, float, float]

# --- the CT section, 900 × 680, grey levels as on a soft-tissue window -------------------------
CT_SIZE = (900, 680)
LIVER = [
    (120, 270), (180, 186), (280, 130), (400, 118), (520, 142), (596, 186), (566, 232), (480, 252),
    (424, 298), (384, 376), (330, 452), (258, 502), (178, 482), (118, 396),
]  # fmt: skip
STOMACH = [
    (575, 170), (650, 172), (712, 230), (722, 318), (672, 372), (612, 340), (588, 268), (548, 220),
]  # fmt: skip
SPLEEN = [(716, 372), (756, 402), (750, 478), (690, 540), (642, 546), (668, 492), (700, 438)]
KIDNEYS = (
    [(340, 478), (374, 462), (394, 486), (392, 524), (360, 540), (332, 516)],
    [(560, 478), (526, 462), (508, 486), (510, 524), (540, 540), (568, 516)],
)
BOWEL = ((560, 318, 40, 30), (534, 372, 30, 26), (618, 404, 38, 28), (474, 318, 38, 22))
LESIONS = (  # centre and radius: five in the right lobe, two in the left
    (238, 270, 44), (300, 372, 36), (205, 400, 19), (330, 232, 15), (262, 452, 15),
    (452, 188, 24), (528, 194, 13),
)  # fmt: skip
RIBS = (
    (72, 300, 20), (78, 402, 20), (118, 492, 20), (188, 566, 20), (282, 612, 18),
    (828, 300, 20), (822, 402, 20), (782, 492, 20), (712, 566, 20), (618, 612, 18),
    (150, 176, 16), (750, 176, 16),
)  # fmt: skip
ARROWS = (("A", (120, 142), (202, 232)), ("B", (404, 336), (338, 362)))

# --- the scintigraphy, 960 × 640, dark where the tracer is ---------------------------------------
SCAN_SIZE = (960, 640)
PANELS = (("1", 40, 1.0), ("2", 315, 0.34), ("3", 590, 0.22))  # label, left edge, lesion uptake
TORSO = [
    (104, 128), (136, 128), (180, 142), (186, 190), (172, 262), (168, 330), (178, 410), (176, 470),
    (120, 492), (64, 470), (62, 410), (72, 330), (68, 262), (54, 190), (60, 142),
]  # fmt: skip
ARM = [
    (46, 150),
    (56, 176),
    (50, 260),
    (38, 350),
    (26, 440),
    (10, 440),
    (18, 340),
    (28, 230),
    (32, 168),
]
LEG = [(62, 440), (118, 470), (114, 520), (106, 578), (70, 578), (62, 520)]
FOCI = (
    (88, 222, 22), (112, 260, 19), (78, 262, 11), (117, 213, 11), (96, 288, 9),
    (142, 230, 13), (156, 220, 8),
)  # fmt: skip


def scaled(values: Sequence[float]) -> tuple[float, ...]:
    """Return lengths in pixels of the large drawing."""
    return tuple(v * SCALE for v in values)


def curve(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """Return a closed smooth line through ``points`` (Catmull-Rom), in the large drawing."""
    n, line = len(points), []
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + k - 1) % n] for k in range(4))
        for step in range(steps):
            t = step / steps
            line.append(tuple(_between(t, p0[k], p1[k], p2[k], p3[k]) * SCALE for k in (0, 1)))
    return line  # type: ignore[return-value]  # two coordinates each


def _between(t: float, a: float, b: float, c: float, d: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def place(x: float, y: float) -> Point:
    """Return a point of the large drawing."""
    return x * SCALE, y * SCALE


def around(x: float, y: float, rx: float, ry: float | None = None) -> tuple[float, ...]:
    """Return the box of an ellipse, in the large drawing."""
    ry = rx if ry is None else ry
    return scaled((x - rx, y - ry, x + rx, y + ry))


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the font that Pillow itself brings, so that every machine draws the same letters."""
    return ImageFont.load_default(size * SCALE)


def finished(picture: Image.Image, size: tuple[int, int], levels: int) -> Image.Image:
    """Return the drawing at its own size, with few grey levels so that the file is small."""
    small = picture.resize(size, Image.Resampling.LANCZOS)
    step = 256 / levels
    return small.point([int((int(v / step) + 0.5) * step) for v in range(256)])


def ct() -> Image.Image:
    """Return the CT-like axial section."""
    picture = Image.new("L", (CT_SIZE[0] * SCALE, CT_SIZE[1] * SCALE), 6)
    draw = ImageDraw.Draw(picture)
    _draw_wall(draw)
    draw.polygon(curve(LIVER), fill=128)
    draw.polygon(curve(STOMACH), fill=100)
    draw.chord(around(652, 224, 54, 38), 180, 360, fill=14)  # gas above the fluid level
    draw.polygon(curve(SPLEEN), fill=142)
    for loop in BOWEL:
        draw.ellipse(around(*loop), fill=98)
        draw.ellipse(around(loop[0], loop[1], loop[2] - 9, loop[3] - 9), fill=76)
    for kidney in KIDNEYS:
        draw.polygon(curve(kidney), fill=172)
    draw.ellipse(around(410, 414, 25, 20), fill=150)  # inferior vena cava
    draw.ellipse(around(490, 424, 22), fill=186)  # aorta
    _draw_spine(draw)
    picture = picture.filter(ImageFilter.GaussianBlur(1.4 * SCALE))
    glow = Image.new("L", picture.size, 0)
    spots = ImageDraw.Draw(glow)
    for x, y, radius in LESIONS:
        spots.ellipse(around(x, y, radius, radius * 0.92), fill=214)
        spots.ellipse(around(x + radius / 7, y, radius * 0.34, radius * 0.28), fill=192)
    picture = ImageChops.lighter(picture, glow.filter(ImageFilter.GaussianBlur(2.2 * SCALE)))
    _draw_arrows(ImageDraw.Draw(picture))
    return finished(picture, CT_SIZE, 48)


def _draw_wall(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse(around(450, 350, 420, 306), fill=118)  # skin
    draw.ellipse(around(450, 350, 416, 302), fill=52)  # fat under the skin
    draw.ellipse(around(450, 350, 388, 276), fill=104)  # muscle
    for x, y, length in RIBS:
        draw.ellipse(around(x, y, length * 0.8, length * 0.62), fill=226)
        draw.ellipse(around(x, y, length * 0.4, length * 0.28), fill=168)
    draw.ellipse(around(450, 340, 352, 236), fill=40)  # fat around the organs
    draw.ellipse(around(356, 560, 66, 40), fill=110)  # muscles of the back
    draw.ellipse(around(544, 560, 66, 40), fill=110)


def _draw_spine(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse(around(450, 486, 52, 44), fill=236)
    draw.ellipse(around(450, 486, 45, 37), fill=190)
    draw.polygon(
        curve([(402, 534), (450, 522), (498, 534), (470, 586), (450, 622), (430, 586)]), 226
    )
    draw.ellipse(around(450, 548, 22, 18), fill=86)  # the canal


def _draw_arrows(draw: ImageDraw.ImageDraw) -> None:
    for label, (x0, y0), (x1, y1) in ARROWS:
        dx, dy = x1 - x0, y1 - y0
        length = (dx * dx + dy * dy) ** 0.5
        ux, uy = dx / length, dy / length
        neck = (x1 - 20 * ux, y1 - 20 * uy)
        head = (x1, y1, neck[0] - 9 * uy, neck[1] + 9 * ux, neck[0] + 9 * uy, neck[1] - 9 * ux)
        for width, grey in ((9, 0), (4, 255)):
            draw.line(scaled((x0, y0, *neck)), fill=grey, width=width * SCALE)
            draw.polygon(scaled(head), fill=grey, outline=0, width=SCALE)
        draw.text(
            place(x0 - 16 * ux, y0 - 16 * uy),
            label,
            255,
            font(30),
            "mm",
            stroke_width=3 * SCALE,
            stroke_fill=0,
        )


def scan() -> Image.Image:
    """Return the three views of the scintigraphy beside the Krenning scale."""
    uptake = Image.new("L", (SCAN_SIZE[0] * SCALE, SCAN_SIZE[1] * SCALE), 0)
    for _, left, intensity in PANELS:
        uptake = ImageChops.lighter(uptake, _view(uptake.size, left, intensity))
    picture = ImageChops.invert(uptake)
    draw = ImageDraw.Draw(picture)
    for label, left, _ in PANELS:
        draw.text(place(left + 120, 606), label, 20, font(30), "mm")
    _draw_krenning(draw)
    return finished(picture, SCAN_SIZE, 64)


def _view(size: tuple[int, int], left: float, intensity: float) -> Image.Image:
    body = Image.new("L", size, 0)
    draw = ImageDraw.Draw(body)
    draw.ellipse(around(left + 120, 62, 34, 44), fill=34)  # head
    draw.rectangle(scaled((left + 105, 92, left + 135, 140)), fill=34)
    for shape in (TORSO, ARM, LEG):
        for side in (shape, [(240 - x, y) for x, y in shape]):
            draw.polygon(curve([(left + x, y) for x, y in side]), fill=34)
    body = body.filter(ImageFilter.GaussianBlur(2.4 * SCALE))
    organs = Image.new("L", size, 0)
    draw = ImageDraw.Draw(organs)
    draw.ellipse(around(left + 106, 248, 58, 54), fill=66)  # liver
    draw.ellipse(around(left + 158, 276, 13, 27), fill=104)  # spleen
    for x in (92, 148):
        draw.ellipse(around(left + x, 346, 13, 24), fill=92)  # kidneys
    draw.ellipse(around(left + 120, 456, 22, 16), fill=120)  # bladder
    body = ImageChops.lighter(body, organs.filter(ImageFilter.GaussianBlur(5 * SCALE)))
    foci = Image.new("L", size, 0)
    draw = ImageDraw.Draw(foci)
    for x, y, radius in FOCI:
        draw.ellipse(around(left + x, y, radius), fill=66 + int(180 * intensity))
    return ImageChops.lighter(body, foci.filter(ImageFilter.GaussianBlur(3.4 * SCALE)))


def _draw_krenning(draw: ImageDraw.ImageDraw) -> None:
    for grade in range(5):
        top = 440 - 80 * grade
        grey = 255 - (0, 40, 76, 140, 246)[grade]
        draw.rectangle(scaled((862, top, 902, top + 80)), fill=grey, outline=60, width=SCALE)
        draw.text(place(924, top + 40), str(grade), 20, font(28), "mm")


def main(folder: str) -> None:
    """Write both pictures into ``folder``."""
    for name, picture in (("ct", ct()), ("octreoscan", scan())):
        path = Path(folder) / f"ileal-net-{name}.synthetic.png"
        picture.save(path, optimize=True)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1])
