"""The page that both renderers share: a report set by its templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator import resources
from generator.errors import RenderError
from generator.render.chart import drawn
from generator.render.images import Asset
from generator.report.chart import Chart
from generator.report.model import Figure, Figures, Report


@dataclass(frozen=True, slots=True)
class Picture:
    """How a template names a figure: its URL, and its size in pixels."""

    url: str
    width: int
    height: int


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: resources.text("templates", *name.split("/"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
    )


def page(
    report: Report,
    assets: Mapping[str, Asset],
    url: Callable[[str, Asset], str],
    css: str = "",
) -> str:
    """Return a report as one HTML page; ``url`` says where the bytes of a figure stand.

    Raises RenderError for a figure without its picture.
    """
    pictures = {}
    for figure in figures(report):
        asset = assets.get(figure.asset)
        if asset is None:
            raise RenderError(
                figure.name,
                en="the picture of this figure was not given. Put it beside the case file.",
                fr="l’image de cette figure manque. Placez-la à côté du fichier du cas.",
            )
        pictures[figure.asset] = Picture(url(figure.name, asset), asset.width, asset.height)
    drawings = {
        block.name: drawn(block, report.langs)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Chart)
    }
    template = _environment().get_template("base.html.j2")
    return template.render(report=report, pictures=pictures, drawings=drawings, css=css)


def figures(report: Report) -> tuple[Figure, ...]:
    """Return every figure of a report, in order."""
    return tuple(
        figure
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Figures)
        for figure in block.figures
    )
