"""What closes a report: lessons, perspective, consent, references, declarations, protection."""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.publication import Option, Question
from generator.case.terms import ConsentUse
from generator.language.locales import Locale
from generator.language.words import words
from generator.report.model import (
    Block,
    Listing,
    Passage,
    Profile,
    Prose,
    Reference,
    References,
    Said,
    Section,
    Words,
)
from generator.report.patient import sentences
from generator.report.statements import texts
from generator.report.voice import Voice

_DOI = "https://doi.org/"
_USES = {
    Profile.REPORT: tuple(ConsentUse),
    Profile.JOURNAL: (ConsentUse.JOURNAL,),
    Profile.TEACHING: (ConsentUse.TEACHING,),
    Profile.SHARING: (ConsentUse.SHARING,),
}


def back(voice: Voice, case: Case, profile: Profile) -> tuple[Section, ...]:
    """Return the closing sections in the order of CARE."""
    named: tuple[tuple[str, tuple[Block | None, ...]], ...] = (
        ("lessons", (texts(voice, case.lessons),)),
        ("perspective", _prose(voice.passages(case.perspective, "perspective"))),
        ("consent", (_consent(voice, case, profile),)),
        ("references", (_references(case),)),
        ("declarations", tuple(_declarations(voice, case))),
        ("disclosure", (sentences(voice.words("disclosure", voice.policy)),)),
    )
    return tuple(
        Section(name, voice.words("heading", name), held)
        for name, blocks in named
        if (held := tuple(block for block in blocks if block))
    )


def _prose(rows: tuple[tuple[Passage, ...], ...]) -> tuple[Block, ...]:
    return (Prose(rows),) if rows else ()


def _consent(voice: Voice, case: Case, profile: Profile) -> Prose:
    told = tuple(
        voice.words("consent", each.state, each.giver, each.use, each.images, case.patient.sex)
        for each in case.consents
        if each.use in _USES[profile]
    )
    return sentences(*(told or (voice.words("no_consent"),)))


def _references(case: Case) -> References | None:
    made = tuple(
        Reference(
            each.text,
            f"{_DOI}{each.doi.removeprefix(_DOI).removeprefix('doi:').strip()}"
            if each.doi
            else None,
        )
        for each in case.references
    )
    return References(made) if made else None


def _declarations(voice: Voice, case: Case) -> Iterator[Prose]:
    stated = case.declarations
    if stated:
        for name in ("ethics", "funding", "interests", "acknowledgements"):
            rows = voice.passages(getattr(stated, name), f"declarations.{name}")
            if rows:
                yield Prose(rows, voice.words("declaration", name))
    roles = tuple(
        voice.each(
            lambda lang, author=author: Said(  # type: ignore[misc]
                lang,
                (
                    words(
                        lang,
                        "labelled",
                        f"{author.given} {author.family}",
                        ", ".join(words(lang, "credit", role) for role in author.credit),
                    ),
                ),
            )
        )
        for author in case.authors
        if author.credit
    )
    if roles:
        yield Prose(sentences(*roles).rows, voice.words("declaration", "contributions"))


def teaching(voice: Voice, case: Case, profile: Profile, *, answers: bool) -> tuple[Section, ...]:
    """Return the objectives, or the questions and then their answers, of a teaching handout."""
    held = case.teaching
    if profile is not Profile.TEACHING or held is None:
        return ()
    if not answers:
        item = voice.words("national_item", held.item) if held.item else ()
        listed = texts(voice, held.objectives)
        blocks = tuple(b for b in (sentences(item) if item else None, listed) if b)
        return _named(voice, "objectives", blocks)
    asked = tuple(
        block
        for number, question in enumerate(held.questions, start=1)
        for block in _asked(voice, question, number)
    )
    solved = tuple(
        block
        for number, question in enumerate(held.questions, start=1)
        for block in _solved(voice, question, number)
    )
    return (*_named(voice, "questions", asked), *_named(voice, "answers", solved))


def _named(voice: Voice, name: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    return (Section(name, voice.words("heading", name), blocks),) if blocks else ()


def _asked(voice: Voice, question: Question, number: int) -> Iterator[Block]:
    def told(lang: Locale) -> Said:
        kind = words(lang, "question_kind", question.kind)
        rank = (words(lang, "rank", question.rank),) if question.rank else ()
        text = f"{words(lang, 'question', number)} ({', '.join((kind, *rank))})"
        return Said(lang, (text,))

    rows = voice.passages(question.stem, f"teaching.questions[{number - 1}].stem")
    yield Prose(rows, voice.each(told))
    if question.options:
        yield Listing(tuple(voice.labels(option.text) for option in question.options), ordered=True)


def _solved(voice: Voice, question: Question, number: int) -> Iterator[Block]:
    expected: tuple[Words, ...] = (
        *(
            _numbered(voice, place, option)
            for place, option in enumerate(question.options, start=1)
            if option.correct
        ),
        *(voice.labels(answer) for answer in question.answers),
    )
    label = voice.words("question", number)
    if expected:
        yield Listing(expected, label)
    rows = voice.passages(question.rationale, f"teaching.questions[{number - 1}].rationale")
    if rows:
        yield Prose(rows, () if expected else label)


def _numbered(voice: Voice, place: int, option: Option) -> Words:
    return tuple(
        Said(one.lang, (f"{place}. {one.text}",), one.marks) for one in voice.labels(option.text)
    )
