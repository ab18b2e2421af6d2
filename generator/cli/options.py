"""Values of options: read from text here, so that every refusal speaks both languages."""

import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from generator.errors import WrongUsageError
from generator.language.locales import Locale

E = TypeVar("E", bound=StrEnum)
_BOTH: Final = "both"  # French and English, as no country writes them
_LONGEST_PATIENT: Final = 200
_LONGEST_SHIFT: Final = 36_500  # days: a century


def one(option: str, value: str, choices: type[E]) -> E:
    """Return the choice that ``value`` names.

    Raises WrongUsageError, which lists the choices.
    """
    for choice in choices:
        if value == choice.value:
            return choice
    raise _not_among(option, tuple(choice.value for choice in choices))


def many(option: str, value: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Return the choices that a list with commas names, in the order of ``choices``.

    Raises WrongUsageError.
    """
    named = {part.strip() for part in value.split(",")}
    if not named <= set(choices):
        raise _not_among(option, choices)
    return tuple(choice for choice in choices if choice in named)


def locales(value: str) -> tuple[Locale, ...]:
    """Return the languages that ``--lang`` names: one, or one of each, French first.

    Raises WrongUsageError, which lists the choices.
    """
    named = {part.strip() for part in ("fr,en" if value == _BOTH else value).split(",")}
    if not named <= set(Locale):
        raise _not_among("--lang", (*Locale, _BOTH, "fr-CA,en-US"))
    found = tuple(each for each in Locale if each in named)
    if len(found) > len({each.lang for each in found}):
        raise WrongUsageError(
            "--lang",
            en="two kinds of one language. Give one French and one English, such as fr-CA,en-US.",
            fr="deux variantes d’une même langue. Donnez un français et un anglais, comme "
            "fr-CA,en-US.",
        )
    return found


def days(value: str | None) -> int | None:
    """Return the offset in days that ``--shift-days`` gives, none where it is not used.

    Raises WrongUsageError for zero, what is no whole number, and more than a century.
    """
    if value is None:
        return None
    digits = value.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and len(value) <= len(digits) + 1):
        raise _shift("not a whole number of days", "pas un nombre entier de jours")
    offset = int(value) if len(digits) < 9 else _LONGEST_SHIFT + 1  # noqa: PLR2004 - bounded first
    if offset == 0:
        raise _shift("0 days would publish the true dates", "0 jour publierait les vraies dates")
    if abs(offset) > _LONGEST_SHIFT:
        raise _shift("more than a century", "plus d’un siècle")
    return offset


def count(option: str, value: str) -> int:
    """Return the whole number, zero or more, that an option gives.

    Raises WrongUsageError.
    """
    if not (value.isascii() and value.isdecimal() and len(value) < 9):  # noqa: PLR2004 - bounded
        raise WrongUsageError(
            option,
            en="not a whole number. Give 0 or more, such as 20.",
            fr="n’est pas un nombre entier. Donnez 0 ou plus, comme 20.",
        )
    return int(value)


def patient(value: str | None) -> str | None:
    """Return the patient's local code that ``--patient`` gives.

    Raises WrongUsageError for an empty one, a very long one, or control signs.
    """
    if value is None:
        return None
    plain = unicodedata.normalize("NFC", value).strip()
    if not plain or len(plain) > _LONGEST_PATIENT or not plain.isprintable():
        raise WrongUsageError(
            "--patient",
            en=f"not a code. Give 1 to {_LONGEST_PATIENT} printable characters.",
            fr=f"n’est pas un code. Donnez de 1 à {_LONGEST_PATIENT} caractères imprimables.",
        )
    return plain


def path(value: str | None) -> Path | None:
    """Return the path that an option gives, its ``~`` as the user's home."""
    if value is None:
        return None
    try:
        return Path(value).expanduser()
    except RuntimeError:
        return Path(value)


def _shift(en: str, fr: str) -> WrongUsageError:
    return WrongUsageError(
        "--shift-days",
        en=f"{en}. Give a number other than 0, such as -49.",
        fr=f"{fr}. Donnez un nombre autre que 0, comme -49.",
    )


def _not_among(option: str, choices: tuple[str, ...]) -> WrongUsageError:
    listed = ", ".join(choices)
    return WrongUsageError(
        option,
        en=f"no such choice. Choose among: {listed}.",
        fr=f"ce choix n’existe pas. Choisissez parmi\N{NO-BREAK SPACE}: {listed}.",
    )
