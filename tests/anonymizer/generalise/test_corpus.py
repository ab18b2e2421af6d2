"""Tagged sentences, and what each policy makes of them."""

import re
from datetime import date
from pathlib import Path

import pytest

from anonymizer.dates.partial import PartialDate
from anonymizer.key import Key
from anonymizer.passage import passage
from anonymizer.phi import Lang, Phi
from anonymizer.policy import POLICIES, PolicyName
from anonymizer.replace import replace
from anonymizer.spans import Span
from anonymizer.surrogates import assign
from anonymizer.timeline import Found, timeline
from anonymizer.treated import Treated, mentioned

CORPUS = Path(__file__).parents[2] / "corpus"
TAG = re.compile(r"<(?P<category>[A-Z_]+)(?: (?P<kind>\w+))?>(?P<text>.*?)</(?P=category)>")
KEY = Key(bytes(range(32)))
DAY_0 = {"index_event": PartialDate(2016, 1, 1)}


def sentences():
    for lang in Lang:
        tagged = ""
        for line in (CORPUS / f"replace_{lang}.md").read_text(encoding="utf-8").splitlines():
            if line.startswith("- "):
                tagged = line[2:].replace("⏎", "\n")
            elif line.startswith("  "):
                policy, _, expected = line.strip().partition(": ")
                yield pytest.param(
                    tagged,
                    lang,
                    PolicyName(policy),
                    expected.replace("⏎", "\n"),
                    id=f"{lang} {policy}: {expected}",
                )


def found(tagged, lang):
    text, spans = "", []
    end = 0
    for tag in TAG.finditer(tagged):
        text += tagged[end : tag.start()]
        start = len(text)
        text += tag["text"]
        spans.append(Span(start, len(text), Phi(tag["category"]), tag["kind"] or ""))
        end = tag.end()
    text += tagged[end:]
    return Found(passage(text, lang), tuple(spans))


def treated(tagged, lang, policy):
    """Return a tagged text as a policy leaves it."""
    texts = (found(tagged, lang),)
    time = timeline(DAY_0, texts, key=KEY, patient="p", today=date(2026, 1, 1), days=None)
    table = POLICIES[policy]
    asked = tuple(mentioned((), texts, table, lang))
    given = assign([mention for _, mention in asked], KEY, "").texts
    places = (place for place, _ in asked)
    all_ = Treated((), texts, time, table, lang, dict(zip(places, given, strict=True)))
    return replace(texts[0].passage.text, all_.replacements(texts[0]), lang)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("'", "’")


@pytest.mark.parametrize(("tagged", "lang", "policy", "expected"), list(sentences()))
def test_a_sentence_reads_well_under_a_policy(tagged, lang, policy, expected):
    assert plain(treated(tagged, lang, policy)) == plain(expected)
