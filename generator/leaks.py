"""Refuse what verification found in finished files."""

from typing import TYPE_CHECKING, Final

from generator.errors import LeakFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from anonymizer.verify import Leak

_SHOWN: Final = 8  # places of a leak that one message lists


def refuse_leaks(leaks: "Sequence[Leak]", where: str = "") -> None:
    """Refuse finished files in which an original value, or one that nobody issued, was found.

    Raises LeakFoundError.
    """
    if not leaks:
        return
    places = "; ".join(
        f"{leak.artefact}, {leak.channel}, {leak.place} ({leak.category}, {leak.rule})"
        for leak in leaks[:_SHOWN]
    )
    more = "; …" if len(leaks) > _SHOWN else ""
    raise LeakFoundError(
        where,
        en=f"an original value would be published at {len(leaks)} place(s), so nothing was "
        f"written: {places}{more}. Put the value into its own field of the case, then try again.",
        fr=f"une valeur d’origine serait publiée à {len(leaks)} endroit(s), rien n’a donc été "
        f"écrit : {places}{more}. Mettez la valeur dans son propre champ du cas, puis "
        "recommencez.",
    )
