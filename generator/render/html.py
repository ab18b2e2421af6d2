"""One self-contained HTML file: styles and pictures within it, no script, nothing fetched."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from generator import resources
from generator.render.images import Asset
from generator.render.page import page
from generator.report.model import Report


def html(report: Report, assets: Mapping[str, Asset]) -> bytes:
    """Return a report as one HTML file in UTF-8; ``assets`` holds its pictures by file name.

    Raises RenderError for a figure without its picture.
    """
    return page(report, assets, _data_url, _styles()).encode("utf-8")


@cache
def _styles() -> Markup:
    sheets = (resources.text("templates", "styles", f"{name}.css") for name in ("page", "screen"))
    return Markup("\n".join(sheets))  # noqa: S704 - our own file


def _data_url(name: str, asset: Asset) -> str:
    del name
    return f"data:image/png;base64,{b64encode(asset.data).decode('ascii')}"
