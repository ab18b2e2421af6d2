"""SVG drawings turned into pixels: bounded, without scripts, links or anything fetched."""

import re
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from generator.errors import RenderError
from generator.render import weasy
from generator.render.images import unreadable

LARGEST: Final = 2_000_000  # bytes
MOST_ELEMENTS: Final = 20_000  # with every <use> counted as what it repeats
DEEPEST: Final = 50
_WIDE: Final = 1600  # pixels of the longer side
_NUMBER: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_NARROWEST: Final = 0.05  # the shorter side against the longer


def rasterised(data: bytes, where: str) -> bytes:
    """Return an SVG drawing as PNG bytes, 1600 pixels on its longer side.

    Raises RenderError for one that is too large, too deep or no SVG, or that asks for a file.
    """
    root = _parsed(data, where)
    width, height = _size(root)
    url = f"{weasy.SCHEME}drawing.svg"
    served = {url: ("image/svg+xml", ET.tostring(root, encoding="utf-8"))}
    text = (
        f"<html lang=en><title>-</title><style>@page{{size:{width}px {height}px;margin:0}}"
        f"body{{margin:0}}img{{display:block;width:{width}px;height:{height}px}}</style>"
        f'<img alt="" src="{url}">'
    )
    with weasy.complete(where):
        document = weasy.engine().HTML(
            string=text, base_url=weasy.SCHEME, url_fetcher=weasy.fetcher(served)
        )
        drawn: bytes = document.write_pdf(font_config=weasy.fonts())
    return _pixels(drawn)


def _pixels(drawn: bytes) -> bytes:
    import pypdfium2  # noqa: PLC0415 - heavy

    with pypdfium2.PdfDocument(drawn) as document:
        image = document[0].render(scale=4 / 3).to_pil()
    made = BytesIO()
    image.save(made, format="PNG")
    return made.getvalue()


def _parsed(data: bytes, where: str) -> ET.Element:
    if len(data) > LARGEST or b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper():
        raise _refused(where)
    try:
        root = ET.fromstring(data)  # noqa: S314 - no DOCTYPE, so no entity, is in it
    except (ET.ParseError, ValueError, LookupError):
        raise unreadable(where) from None
    if not root.tag.endswith("}svg") and root.tag != "svg":
        raise unreadable(where)
    for element in root.iter():
        for name in [name for name in element.attrib if name.lower().startswith("on")]:
            del element.attrib[name]
    _check_cost(root, where)
    return root


def _check_cost(root: ET.Element, where: str) -> None:
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[int, int] = {}

    def cost(element: ET.Element, depth: int) -> int:
        if depth > DEEPEST:
            raise _refused(where)
        if id(element) in known:
            return known[id(element)]
        total = 1 + sum(cost(child, depth + 1) for child in element)
        link = element.get("href") or element.get(_HREF) or ""
        target = named.get(link.removeprefix("#")) if link.startswith("#") else None
        if target is not None:
            total += cost(target, depth + 1)
        if total > MOST_ELEMENTS:
            raise _refused(where)
        known[id(element)] = total
        return total

    cost(root, 0)


def _size(root: ET.Element) -> tuple[int, int]:
    box = [
        _NUMBER.fullmatch(part) for part in (root.get("viewBox") or "").replace(",", " ").split()
    ]
    sides = [_NUMBER.fullmatch(root.get(name) or "") for name in ("width", "height")]
    if not all(sides) and len(box) == 4:  # noqa: PLR2004 - x, y, width, height
        sides = box[2:]
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    if width <= 0 or height <= 0:
        width, height = 4.0, 3.0
    longer = max(width, height)
    return tuple(max(round(_WIDE * max(side / longer, _NARROWEST)), 1) for side in (width, height))  # type: ignore[return-value]


def _refused(where: str) -> RenderError:
    return RenderError(
        where,
        en="the SVG is too large, too deep, or declares entities. Save the picture as PNG.",
        fr="le SVG est trop lourd, trop imbriqué, ou déclare des entités. Enregistrez-le en PNG.",
    )
