"""The words at the places of a finding, for an author who asks to see them."""

import re
from collections.abc import Mapping
from typing import Final

_RANGE: Final = re.compile(r"(?P<path>.*)\[(?P<start>\d+):(?P<end>\d+)\]")


def words_at(places: str, texts: Mapping[str, str]) -> str:
    """Return the text at each place of a finding; ``texts`` holds every leaf by its path.

    >>> words_at("title.fr[0:4], title.en[0:5]", {"title.fr": "Rein droit", "title.en": "Right"})
    'Rein | Right'
    """
    found = []
    for place in places.split(", "):
        ranged = _RANGE.fullmatch(place)
        if ranged:
            text = texts.get(ranged["path"], "")[int(ranged["start"]) : int(ranged["end"])]
        else:
            text = texts.get(place, "")
        found.append(text)
    return " | ".join(text for text in found if text)
