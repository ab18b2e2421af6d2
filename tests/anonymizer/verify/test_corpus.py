"""Runs tests/corpus/verify_fr.md and verify_en.md, with the shipped lexicon."""

import re
from pathlib import Path

import pytest

from anonymizer.phi import Part, Phi
from anonymizer.provenance import Original, Provenance
from anonymizer.verify import verify

CORPUS = Path(__file__).parents[2] / "corpus"
VALUE = re.compile(r"(?P<category>[A-Z_]+)(?: (?P<part>\w+))? ?: (?P<value>.+)")
PARTS = {"prénom": Part.GIVEN, "given": Part.GIVEN, "nom": Part.FAMILY, "family": Part.FAMILY}


def sections(lang):
    text = (CORPUS / f"verify_{lang}.md").read_text(encoding="utf-8")
    _, values, leaks, clean = re.split(r"^## .*$", text, flags=re.MULTILINE)
    return [[x[2:] for x in part.splitlines() if x[:2] == "- "] for part in (values, leaks, clean)]


def original(line):
    found = VALUE.fullmatch(line)
    part = PARTS.get(found["part"]) if " " not in found["value"] else None
    return Original(found["value"], Phi(found["category"]), part)


def verified(lang, text):
    values, _, clean = sections(lang)
    kept = tuple(clean)
    provenance = Provenance(tuple(map(original, values)), kept=kept)
    return verify({f"case.{lang}.txt": text.encode()}, provenance)


CASES = [
    (lang, kind, text) for lang in ("fr", "en") for kind in (1, 2) for text in sections(lang)[kind]
]


@pytest.mark.parametrize(("lang", "text"), [(x, text) for x, kind, text in CASES if kind == 1])
def test_a_line_of_the_leaks_is_found(lang, text):
    assert verified(lang, text)


@pytest.mark.parametrize(("lang", "text"), [(x, text) for x, kind, text in CASES if kind == 2])
def test_a_line_of_the_clean_texts_is_none(lang, text):
    assert verified(lang, text) == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_clean_texts_together_are_none(lang):
    assert verified(lang, "\n\n".join(sections(lang)[2])) == ()
