"""An A4 PDF with bundled fonts, tagged for screen readers, the same bytes from run to run."""

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.render import weasy
from generator.render.images import Asset
from generator.render.page import figures, page
from generator.report.model import Report

VARIANT: Final = "pdf/ua-1"  # tags and language, at no measurable cost
_PRODUCER: Final = re.compile(rb'<(\w+):Description [^>]*\w+:Producer="[^"]*"\s*/>')


def pdf(report: Report, assets: Mapping[str, Asset]) -> bytes:
    """Return a report as a PDF; ``assets`` holds its pictures by file name.

    Its metadata holds the title and the language, nothing else.

    Raises RenderError for a figure without its picture or a page that cannot be laid out.
    """
    served = {
        _url(figure.name, asset): ("image/png", asset.data)
        for figure in figures(report)
        for asset in [assets.get(figure.asset)]
        if asset
    }
    text = page(report, assets, _url)
    with weasy.refusing("pdf"):
        document = weasy.engine().HTML(
            string=text, base_url=weasy.SCHEME, url_fetcher=weasy.fetcher(served)
        )
        made: bytes = document.write_pdf(
            stylesheets=[weasy.stylesheet("page", "print")],
            font_config=weasy.fonts(),
            finisher=_finish,
            pdf_variant=VARIANT,
        )
    return made


def _url(name: str, asset: Asset) -> str:
    del asset
    return f"{weasy.SCHEME}{name}.png"


def _finish(document: Any, made: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Take out of the metadata what is neither the title nor the language."""
    del document
    made.info.pop("Producer", None)
    reference = made.catalog.get("Metadata")
    for item in made.objects:
        if reference is not None and getattr(item, "reference", None) == reference:
            item.stream = [_PRODUCER.sub(b"", part) for part in item.stream]
