"""Figures of a case: read beside its file, bounded, reviewed, and rebuilt from their pixels."""

import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.case.model import Case
from generator.case.publication import Figure
from generator.case.terms import BurntIn
from generator.errors import FigureError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.render.images import Asset

LARGEST: Final = 20_000_000  # bytes of a picture file
MOST: Final = 60  # figures of one case


def assets(case: Case, folder: Path) -> "Mapping[str, Asset]":
    """Return the case's pictures by the name of their file, each without what its file hides.

    ``folder`` is that of the case file; no picture may stand outside it.

    Raises FigureError.
    """
    if not case.figures:
        return {}
    if len(case.figures) > MOST:
        raise FigureError(
            "figures",
            en=f"more than {MOST} figures. Publish fewer.",
            fr=f"plus de {MOST} figures. Publiez-en moins.",
        )
    from generator.render.images import rebuilt  # noqa: PLC0415 - Pillow, for cases with figures

    for number, figure in enumerate(case.figures):
        _check_review(figure, f"figures[{number}].review")
    return {
        figure.file: rebuilt(_content(figure, folder, f"figures[{n}].file"), f"figures[{n}].file")
        for n, figure in enumerate(case.figures)
    }


def _check_review(figure: Figure, where: str) -> None:
    if figure.review is None:
        raise FigureError(
            where,
            en="a figure without a recorded pixel review is refused for publication. Look at the "
            "picture for names burnt into it, then record review: {burnt_in, reviewer, date}.",
            fr="une figure sans relecture des pixels enregistrée n’est pas publiée. Cherchez dans "
            "l’image des noms incrustés, puis notez review : {burnt_in, reviewer, date}.",
        )
    if figure.review.burnt_in is BurntIn.PRESENT:
        raise FigureError(
            where,
            en="the review found text burnt into this picture. Remove it from the pixels, look "
            "again, and record burnt_in: removed.",
            fr="la relecture a trouvé du texte incrusté dans cette image. Effacez-le des pixels, "
            "relisez, et notez burnt_in : removed.",
        )


def _content(figure: Figure, folder: Path, where: str) -> bytes:
    name = PurePosixPath(figure.file)
    if name.is_absolute() or ".." in name.parts or "\\" in figure.file or ":" in figure.file:
        raise _outside(where)
    try:
        home = folder.resolve(strict=True)
        found = (home / name).resolve(strict=True)
        if not found.is_relative_to(home):
            raise _outside(where)
        status = found.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise FigureError(
                where,
                en=f"not a picture file of at most {LARGEST // 1_000_000} MB. Name a smaller one.",
                fr=f"n’est pas un fichier d’image d’au plus {LARGEST // 1_000_000} Mo. Nommez-en "
                "un plus petit.",
            )
        return found.read_bytes()
    except (OSError, ValueError, RuntimeError):  # missing, NUL in a name, a loop of links
        raise FigureError(
            where,
            en="the picture cannot be read. Put it beside the case file and check its name.",
            fr="l’image ne peut être lue. Placez-la à côté du fichier du cas et vérifiez son nom.",
        ) from None


def _outside(where: str) -> FigureError:
    return FigureError(
        where,
        en="the picture is outside the folder of the case file. Put it beside the case file.",
        fr="l’image est hors du dossier du fichier du cas. Placez-la à côté du fichier du cas.",
    )
