"""Pictures rebuilt from their pixels: nothing that a file hides beside them is kept.

JPEG comments, EXIF, XMP and trailing bytes would be embedded in a PDF as they are; an SVG can name
files and hide text. So each picture is decoded, and its pixels alone are written as a new PNG.
"""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from generator.errors import RenderError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 40_000_000
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_SVG: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!--|!DOCTYPE svg)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that is safe to publish: PNG bytes, made from pixels alone, and its size."""

    data: bytes = field(repr=False)
    width: int
    height: int


def rebuilt(data: bytes, where: str) -> Asset:
    """Return a picture made again from its pixels, upright, without anything else of its file.

    PNG, JPEG, TIFF, BMP, GIF, WebP and SVG are read. ``where`` names the picture in messages.

    Raises RenderError for what is no picture, is broken, moves, or has over 40 million pixels.
    """
    if _SVG.match(data):
        from generator.render.svg import rasterised  # noqa: PLC0415 - WeasyPrint, for SVG alone

        data = rasterised(data, where)
    return _read(where, lambda: _rebuilt(data, where))


def _read(where: str, act: Callable[[], Asset]) -> Asset:
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415 - heavy

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # WeasyPrint sets it for the whole process
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return act()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large(where) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        raise unreadable(where) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _rebuilt(data: bytes, where: str) -> Asset:
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy

    with Image.open(BytesIO(data), formats=_FORMATS) as read:
        if read.width * read.height > MOST_PIXELS:
            raise too_large(where)
        if getattr(read, "n_frames", 1) > 1:
            raise RenderError(
                where,
                en="the picture holds several frames or pages. Save the one to show alone.",
                fr="l’image contient plusieurs vues ou pages. Enregistrez seule celle à montrer.",
            )
        upright = ImageOps.exif_transpose(read)
        plain = _plain(upright)
    fresh = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    made = BytesIO()
    fresh.save(made, format="PNG", optimize=False)
    return Asset(made.getvalue(), fresh.width, fresh.height)


def _plain(image: "Image") -> "Image":
    """Return the picture as grey or RGB on white; an alpha channel could hide what is under it."""
    from PIL import Image  # noqa: PLC0415 - heavy

    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        over = image.convert("RGBA")
        white = Image.new("RGBA", over.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, over).convert("RGB")
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    return image.convert("RGB")


def _eight_bits(image: "Image") -> "Image":
    """Return 16-bit or floating grey, as scanners write it, spread over 8 bits."""
    wide = image.convert("F")
    low, high = wide.getextrema()
    if not isinstance(low, float) or not isinstance(high, float):
        raise ValueError("several bands")  # noqa: TRY004 - caught as an unreadable picture
    scale = 255 / (high - low) if high > low else 0.0
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def too_large(where: str) -> RenderError:
    """Return the refusal of a picture of too many pixels."""
    return RenderError(
        where,
        en=f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller.",
        fr=f"l’image a plus de {MOST_PIXELS // 1_000_000} millions de pixels. Réduisez-la.",
    )


def unreadable(where: str) -> RenderError:
    """Return the refusal of what cannot be read as a picture."""
    return RenderError(
        where,
        en="not a picture that can be read. Save it again as PNG or JPEG.",
        fr="n’est pas une image lisible. Enregistrez-la de nouveau en PNG ou JPEG.",
    )
