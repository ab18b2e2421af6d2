"""What a publication adds to the clinical facts: texts, figures, consent, teaching."""

from anonymizer.phi import Lang

from generator.case.fields import (
    AuthorDetail,
    Clinical,
    Coded,
    Flag,
    Local,
    LocalDate,
    NarrativeEn,
    NarrativeFr,
    record,
)
from generator.case.terms import (
    BurntIn,
    ConsentGiver,
    ConsentState,
    ConsentUse,
    QuestionKind,
    Rank,
    SectionKind,
)
from generator.case.text import Text


@record
class Section:
    """One section of the narrative; ``heading`` is kept where the author chose another one."""

    kind: Coded[SectionKind]
    heading: Text | None = None
    text: Text


@record
class Keywords:
    """Two to five keywords in each language."""

    fr: tuple[NarrativeFr, ...] = ()
    en: tuple[NarrativeEn, ...] = ()


@record
class PixelReview:
    """Who looked at a picture for names burnt into its pixels, and what was found."""

    burnt_in: Coded[BurntIn]
    reviewer: Local | None = None
    date: LocalDate | None = None


@record
class Figure:
    """A picture beside the case file; without a pixel review it is not published."""

    file: Clinical
    caption: Text
    alt: Text
    review: PixelReview | None = None


@record
class Reference:
    """A cited publication, exactly as it is to be printed."""

    text: AuthorDetail
    doi: AuthorDetail | None = None


@record
class Consent:
    """Consent to one use: who gave it, for which languages, with images or not."""

    use: Coded[ConsentUse]
    state: Coded[ConsentState]
    giver: Coded[ConsentGiver] = ConsentGiver.PATIENT
    languages: tuple[Coded[Lang], ...] = ()
    images: Flag = False
    recipient: Clinical | None = None  # the journal or hospital whose form was shown
    version: Clinical | None = None
    date: LocalDate | None = None
    withdrawn: LocalDate | None = None


@record
class Declarations:
    """Statements that journals ask for."""

    funding: Text | None = None
    interests: Text | None = None
    ethics: Text | None = None
    acknowledgements: Text | None = None


@record
class Option:
    """One possible answer of a question."""

    text: Text
    correct: Flag = False
    essential: Flag = False  # « indispensable »
    unacceptable: Flag = False  # « inacceptable »


@record
class Question:
    """A question with its expected answers and why."""

    kind: Coded[QuestionKind]
    rank: Coded[Rank] | None = None
    stem: Text
    options: tuple[Option, ...] = ()
    answers: tuple[Text, ...] = ()
    rationale: Text | None = None


@record
class Teaching:
    """What a teaching handout adds."""

    objectives: tuple[Text, ...] = ()
    item: Clinical | None = None  # number of the item of the national programme
    questions: tuple[Question, ...] = ()
