"""Who the patient is: a sentence that agrees with the facts, and the facts themselves."""

from markupsafe import Markup, escape

from anonymizer.phi import Phi
from anonymizer.policy import POLICIES, Treatment

from generator.case.clinical import Performance
from generator.case.model import Case
from generator.case.people import Occupation, Origin
from generator.case.terms import AgeUnit, FactStatus, Sex
from generator.language.locales import Locale
from generator.language.units import quantity
from generator.language.words import words
from generator.report.model import Block, MarkCode, Passage, Prose, Said, Table, Words
from generator.report.tables import encounters
from generator.report.voice import Voice, joined, marked


def patient(voice: Voice, case: Case) -> tuple[Block, ...]:
    """Return the sentence of demographics, the table of facts and the stays."""
    sentence = sentences(demographics(voice, case)) if _is_known(case) else None
    facts = _facts(voice, case)
    table = Table("facts", voice.words("caption", "facts"), (), facts) if facts else None
    return (*(b for b in (sentence, table) if b), *encounters(voice, case.encounters))


def sentences(*each: Words) -> Prose:
    """Return plain sentences as running text, one row each."""
    return Prose(tuple(tuple(_passage(said) for said in words) for words in each))


def _passage(said: Said) -> Passage:
    html = Markup("<p>{}</p>").format(escape(said.text))
    return Passage(said.lang, (html,), said.marks)


def _is_known(case: Case) -> bool:
    return case.patient.sex is not Sex.UNKNOWN or case.patient.age is not None


def demographics(voice: Voice, case: Case) -> Words:
    """Return « Un homme de 54 ans. », "An 8-year-old girl."; an occupation where it matters."""
    person = case.patient
    age = person.age

    def told(lang: Locale) -> Said:
        job, origin = _causal(voice, person.occupation, lang), _causal(voice, person.origin, lang)
        text = words(
            lang,
            "demographics",
            person.sex,
            age.value if age else None,
            age.unit if age else AgeUnit.YEARS,
            job.text if job else "",
            origin.text if origin else "",
            _banded(voice),
        )
        return joined(lang, text, (job, origin))

    said = voice.each(told)
    return marked(voice, said, MarkCode.SUGGESTED) if _is_suggested(case) else said


def _banded(voice: Voice) -> bool:
    """Tell whether the policy publishes five years in the place of an age."""
    return POLICIES[voice.policy][Phi.AGE] is Treatment.BAND


def _is_suggested(case: Case) -> bool:
    age = case.patient.age
    return FactStatus.SUGGESTED in (case.patient.sex_status, age.status if age else None)


def _causal(voice: Voice, fact: Occupation | Origin | None, lang: Locale) -> Said | None:
    if fact is None or not fact.causal:
        return None
    return voice.term_of(fact.fr, fact.en, lang)


def _facts(voice: Voice, case: Case) -> tuple[tuple[Words, ...], ...]:
    person = case.patient
    age = person.age
    pairs: tuple[tuple[str, Words], ...] = (
        ("sex", voice.words("word", "sex", person.sex)),
        ("age", voice.words("age", age.value, age.unit, _banded(voice)) if age else ()),
        ("occupation", _if_causal(voice, person.occupation)),
        ("origin", _if_causal(voice, person.origin)),
        ("travel", voice.labels(person.travel)),
        ("household", voice.labels(person.household)),
        *(("performance", _status(voice, status)) for status in case.performance),
    )
    told = tuple((voice.words("column", name), said) for name, said in pairs if said)
    return told if _is_known(case) or len(told) > 1 else ()


def _if_causal(voice: Voice, fact: Occupation | Origin | None) -> Words:
    if fact is None or not fact.causal or not (fact.fr or fact.en):
        return ()
    return voice.each(lambda lang: _causal(voice, fact, lang) or Said(lang, ()))


def _status(voice: Voice, status: Performance) -> Words:
    def told(lang: Locale) -> Said:
        value = quantity(voice.number(status.value, lang), status.unit, lang)
        text, date = f"{status.scale} {value}", voice.date(status.date, lang)
        return Said(lang, (words(lang, "dated", text, date) if date else text,))

    return voice.suggested(status, voice.each(told))
