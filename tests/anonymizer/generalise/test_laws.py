"""Laws of replacement, whatever the sentences and the policy."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizer.dates.partial import PartialDate
from anonymizer.key import Key
from anonymizer.passage import passage
from anonymizer.phi import Lang, Phi
from anonymizer.policy import POLICIES, PolicyName
from anonymizer.replace import replaced
from anonymizer.spans import Span
from anonymizer.surrogates import assign
from anonymizer.timeline import Found, timeline
from anonymizer.treated import Treated, mentioned

KEY = Key(bytes(32))
BEFORE = (
    *(
        "",
        "Mme ",
        "le Dr ",
        "du Pr ",
        "au ",
        "Son fils, ",
        "avec M. ",
        "Dear Mr ",
        "by Dr ",
        "(Dr ",
    ),
    *("his wife ", "en ", "le ", "depuis ", "jusqu’au ", "né le ", "on ", "in early ", "à ", "d’"),
    *("CHU de ", "Nom : ", "cc: ", "\n", "Chère ", ", ", "the ", "âgée de ", "les "),
)
FINDS = (
    *(("Kervadec", Phi.PATIENT), ("Anne", Phi.RELATIVE), ("Tournevel", Phi.CLINICIAN)),
    *(("Robert", Phi.NAME), ("12 mars 2016", Phi.DATE), ("mars 2016", Phi.DATE)),
    *(("2014", Phi.DATE), ("03/05/1961", Phi.BIRTH_DATE), ("Rennes", Phi.CITY)),
    *(("Armezen", Phi.CITY), ("CHU de Rennes", Phi.HOSPITAL), ("35000", Phi.POSTCODE)),
    *(("94", Phi.AGE), ("centenaire", Phi.AGE), ("06 39 98 00 00", Phi.PHONE)),
)
AFTER = (
    " est revue",
    ", ",
    ". ",
    " (chirurgien) ",
    " et ",
    "’s ",
    "\n",
    ") ",
    ", 54 ans, ",
    " au ",
)
PIECES = st.lists(
    st.tuples(st.sampled_from(BEFORE), st.sampled_from(FINDS), st.sampled_from(AFTER)), max_size=6
)


def found(pieces, lang):
    text, spans = "", []
    for before, (value, category), after in pieces:
        text += before
        spans.append(Span(len(text), len(text) + len(value), category))
        text += value + after
    return Found(passage(text, lang), tuple(spans))


def treated(texts, lang, policy):
    time = timeline(
        {"index_event": PartialDate(2016, 1, 1)},
        texts,
        key=KEY,
        patient="p",
        today=date(2026, 1, 1),
        days=-49,
    )
    asked = tuple(mentioned((), texts, POLICIES[policy], lang))
    given_ = assign([mention for _, mention in asked], KEY, "").texts
    places = (place for place, _ in asked)
    surrogates = dict(zip(places, given_, strict=True))
    return Treated((), texts, time, POLICIES[policy], lang, surrogates)


@settings(max_examples=150, deadline=None)
@given(PIECES, st.sampled_from(Lang), st.sampled_from(PolicyName))
def test_no_find_stands_after_replacement_and_no_two_edits_overlap(pieces, lang, policy):
    text = found(pieces, lang)
    edits = treated((text,), lang, policy).replacements(text)
    ends = [span.end for span, _ in edits]
    assert all(end <= span.start for end, (span, _) in zip(ends, edits[1:], strict=False))
    covered = {i for span, _ in edits for i in range(span.start, span.end)}
    assert all(set(range(s.start, s.end)) <= covered for s in text.spans)
    assert replaced(text.passage.text, edits, lang)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.sampled_from(Lang))
def test_a_role_never_holds_the_name_that_it_replaces(pieces, lang):
    text = found(pieces, lang)
    new = replaced(
        text.passage.text,
        treated((text,), lang, PolicyName.GENERALISE).replacements(text),
        lang,
    ).text
    assert not any(name in new for name in ("Kervadec", "Tournevel", "Robert", "Armezen", "35000"))
