"""WeasyPrint as casepress uses it: its own fonts, its own styles, and nothing else fetched."""

import ctypes.util
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, Final

from generator import resources
from generator.errors import RenderError

SCHEME: Final = "asset:"
Served = Mapping[str, tuple[str, bytes]]  # URL -> media type and bytes
_FONTS: Final = "FONTCONFIG_FILE"


@cache
def engine() -> ModuleType:
    """Return the module ``weasyprint``, imported once.

    On Linux its libraries are found by their names; ``find_library`` would run gcc, ld and ldconfig
    for each (0.3 s), so that it is tried only where the names are not enough.
    """
    try:
        with _no_search():
            import weasyprint  # noqa: PLC0415 - heavy
    except OSError:
        for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
            del sys.modules[name]
        import weasyprint  # noqa: PLC0415 - heavy
    module: ModuleType = weasyprint
    return module


@contextmanager
def _no_search() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - the signature it stands for
    try:
        yield
    finally:
        ctypes.util.find_library = search


@cache
def fonts() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Return a font configuration that knows the bundled fonts alone.

    Fontconfig reads FONTCONFIG_FILE while the configuration is made; it is given back then.
    """
    engine()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy

    before = os.environ.get(_FONTS)
    os.environ[_FONTS] = str(resources.path("templates", "fonts", "fonts.conf"))
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ[_FONTS]
        else:
            os.environ[_FONTS] = before


def fetcher(served: Served) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Return a fetcher that serves ``served`` from memory and refuses every other URL."""
    engine()
    from weasyprint.urls import (  # noqa: PLC0415 - heavy
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class InMemory(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Serve assets alone: no file, no network."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
            """Return the bytes of an asset."""
            del headers
            if url not in served:
                raise FatalURLFetchingError("not an asset")
            media, data = served[url]
            return URLFetcherResponse(url, data, {"Content-Type": media})

    return InMemory()


@cache
def stylesheet(*names: str) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Return bundled styles, parsed once a process."""
    text = "\n".join(resources.text("templates", "styles", f"{name}.css") for name in names)
    return engine().CSS(string=text, font_config=fonts(), url_fetcher=fetcher({}))


class _Complaints(logging.Handler):
    """Counts what WeasyPrint only logs, such as a drawing that it left out."""

    number = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count an error; its text, which may quote the page, is dropped."""
        del record
        self.number += 1


@contextmanager
def complete(where: str) -> Iterator[None]:
    """Refuse a page from which WeasyPrint left something out.

    Raises RenderError, as ``refusing`` does.
    """
    logger, heard = logging.getLogger("weasyprint"), _Complaints(logging.ERROR)
    logger.addHandler(heard)
    try:
        with refusing(where):
            yield
    finally:
        logger.removeHandler(heard)
    if heard.number:
        raise RenderError(
            where,
            en="the drawing cannot be drawn whole: it names other files, or is broken. Save it as "
            "PNG.",
            fr="le dessin ne peut être rendu en entier : il nomme d’autres fichiers, ou il est "
            "abîmé. Enregistrez-le en PNG.",
        )


@contextmanager
def refusing(where: str) -> Iterator[None]:
    """Turn what WeasyPrint raises on a page it cannot draw into a RenderError."""
    engine()
    from weasyprint.urls import (  # noqa: PLC0415 - heavy
        FatalURLFetchingError,
        URLFetchingError,
    )

    try:
        yield
    except RecursionError:
        raise RenderError(
            where,
            en="the text is nested too deeply to be laid out. Use fewer levels of lists.",
            fr="le texte est trop imbriqué pour être mis en page. Réduisez les niveaux de listes.",
        ) from None
    except (FatalURLFetchingError, URLFetchingError):
        raise RenderError(
            where,
            en="the page asks for a file that is not part of it. Take the link out.",
            fr="la page demande un fichier qui n’en fait pas partie. Retirez le lien.",
        ) from None
