"""The words that reports print: one macro file a language, the same macros in both."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined

from anonymizer.elision import elides
from anonymizer.phi import Lang

from generator import resources
from generator.language.locales import Locale
from generator.language.spelling import spelled
from generator.language.typography import displayed

# not \s, which would take the no-break spaces
# macros of codes alone: what they say is kept; nothing of a case ever is
_FIXED: Final = frozenset({"badge", "caption", "column", "heading", "meaning", "word"})
_WHITE: Final = re.compile(r"[ \t\n]{2,}|[\t\n]|^ | $")


@cache
def macros(lang: Lang | Locale) -> dict[str, Callable[..., Any]]:
    """Return every macro of a language by its name."""
    name = f"{Locale(lang).lang}.j2"
    source = spelled(resources.text("templates", "strings", name), lang)
    loader = DictLoader({name: source})
    environment = Environment(
        loader=loader,
        autoescape=False,  # noqa: S701 - plain text comes out, which the page's template escapes
        undefined=StrictUndefined,
    )
    environment.tests["elided"] = elides  # French: d’œdème, de yaourt
    module: Any = environment.get_template(name).module
    return {
        key: value
        for key, value in sorted(vars(module).items())
        if callable(value) and not key.startswith("_")
    }


def words(lang: Lang | Locale, macro: str, *args: object) -> str:
    """Return what a macro says in a language, with the typography of that language."""
    return _fixed(lang, macro, args) if macro in _FIXED else _said(lang, macro, args)


@cache
def _fixed(lang: Lang | Locale, macro: str, args: tuple[object, ...]) -> str:
    return _said(lang, macro, args)


def _said(lang: Lang | Locale, macro: str, args: tuple[object, ...]) -> str:
    said = str(macros(lang)[macro](*args))
    if _WHITE.search(said):
        said = _WHITE.sub(" ", said).strip(" ")
    return displayed(said, lang)
