"""Reading of tagged sentences, shared by the tests of detection."""

import re

import pytest

TAG = re.compile(r"<(/?)([A-Z_]+)>")


def lines(path):
    return tuple(x[2:] for x in path.read_text("utf-8").splitlines() if x.startswith("- "))


def untagged(tagged):
    """Return the bare sentence and its tagged ranges."""
    text, spans, start, last = "", [], 0, 0
    for tag in TAG.finditer(tagged):
        text += tagged[last : tag.start()]
        last = tag.end()
        if tag[1]:
            spans.append((start, len(text), tag[2]))
        else:
            start = len(text)
    return text + tagged[last:], spans


def whole(text, spans):
    """Return spans of one category that only blanks and signs part as one."""
    joined = []
    for start, end, category in spans:
        same = joined and joined[-1][2] == category
        if same and not text[joined[-1][1] : start].strip(" .,\n"):
            joined[-1] = (joined[-1][0], end, category)
        else:
            joined.append((start, end, category))
    return joined


@pytest.fixture
def tagged_lines():
    return lines


@pytest.fixture
def read():
    return untagged


@pytest.fixture
def joined():
    return whole
