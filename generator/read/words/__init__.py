"""Words that the narrative reader knows: one text file a list, groups of words under a name.

A line ``name: word word`` opens a group, a line that begins with a space goes on with it, and ``#``
begins a comment. Words stand apart by spaces; ``_`` is a space inside one.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache

__all__ = ["groups"]


@cache
def groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of one list by group, in the order of the file."""
    found: dict[str, list[str]] = {}
    group = ""
    data = pkgutil.get_data(__name__, f"{name}.txt") or b""
    for line in data.decode("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            group, _, line = line.partition(":")  # noqa: PLW2901 - the rest of the line
        found.setdefault(group, []).extend(word.replace("_", " ") for word in line.split())
    return {group: tuple(words) for group, words in found.items()}
