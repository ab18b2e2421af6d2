"""Find who wrote, checked or bears a call number by initials alone: "Scribed by dk", "SR bleep 21".

Layout: a verb of the desk (typed, checked, relecture, saisie) and letters that end the line or
stand before a day; letters before a pager's number, behind a name's slash, at the end of a
paragraph; « your patient MD, » before a number. Source: notes that several hands write.
"""

import re
from collections.abc import Iterator

from anonymizer.detect.anchors import vocabulary
from anonymizer.detect.words import LETTER, folded, is_heading, scan
from anonymizer.lexicon import Lexicon, in_dictionary, words
from anonymizer.phi import Phi
from anonymizer.spans import Span

_END = r"(?=[);]|[.,]?[ ]*(?:\n|\Z)|,?[ ]\d\d?[/.:h])"
_CAPITALS = re.compile(rf"[A-Z](?<=[a-zé:][ ].)(?:[A-Z]{{1,3}}|\.(?:[A-Z]\.){{1,3}}){_END}")
_SMALL = re.compile(rf"[bp:](?:(?<=[ ]b)y|(?<=[ ]p)ar|(?<=:))[ ][a-z]{{2,3}}{_END}")
_DONE = re.compile(
    r"""\b(?:(?P<hand>Checked|Typed|Scribed|Entered)
    |[Cc]hecked|[Tt]yped|[Ss]cribed|[Ee]ntered|[Ss]ign(?:ed|é)|[Ss]aisie?|[Cc]ountersigned
    |[Cc]ontresigné|[Cc]ontrôlé|[Rr](?:ead|eported|eviewed|elue?|electure|édigé)
    |[Tt](?:ranscribed|apé|ranscrite?)|[Dd](?:ictated|icté)|[Ww](?:itnessed|ritten)
    |[Pp](?:roofed|repared|araphe)|[Vv](?:erified|alidé|érifié|isa)|[Ff](?:rappe|iled)
    )e?(?P<off>[ ]off)?(?:[ ](?:by|par|de))?[ ]?:?[ ]\Z""",
    re.VERBOSE,
)
_CALLED = re.compile(  # "SR  bleep 0881", « ML, DECT 4412 »
    r"[A-Z](?<![\w.-].)[A-Z]{1,2},?[ ]{1,3}\(?(?="
    r"(?:[Bb]leep|[Pp]ager|bip|BIP|DECT|[Bb]eep|[Pp]oste)[ :]{1,3}\#?\d{3})"
)
_OURS = re.compile(
    r"[YyOoMmVvNn](?<!\w.)(?:(?:o?ur|otre|on|y)[ ]patiente?)[ ]"
    r"(?P<initials>[A-Z]{2,3}|(?:[A-Z]\.[ ]?){2,3})(?=,?[ ]?\(?(?:[A-Z]{0,4}\d|DOB|born|née?\b))"
)
_LAST = re.compile(  # a paragraph's last sign: « Naloxone non requise. SCM »
    rf"[A-Z](?<=[{LETTER}\d)][.!][ ].)[A-Z]{{1,3}}(?=[ ]*\n\n|\s*\Z)"
)
_CLOCK = re.compile(r"(?:AM|PM|am|pm)\Z")
_VOWEL = re.compile(r"[aeiouy]")
_CALLS = frozenset(("bleep", "beep", "pager", "bip", "dect", "poste"))
_CALLED_BY_KIND = frozenset(
    ("ICU", "ITU", "HDU", "CCU", "ED", "ER", "GP", "OT", "IT", "RMO", "SHO")
)
_TWO = 2
_WINDOW = 28
_SURE = 0.75


def initials(text: str, *, among_people: bool) -> Iterator[Span]:
    """Yield the initials of who did something at the desk, and of « your patient »."""
    for found in _CAPITALS.finditer(text):
        if _signs(text, *found.span()):
            yield Span(*found.span(), Phi.CLINICIAN, "", _SURE)
    for found in _SMALL.finditer(text):
        start = found.start() + found[0].index(" ") + 1
        if _writes(text, start, found.end()):
            yield Span(start, found.end(), Phi.CLINICIAN, "", _SURE)
    for found in () if vocabulary(text).isdisjoint(_CALLS) else _CALLED.finditer(text):
        letters = found[0].rstrip(" ,(")
        opens = text[found.start() - 1 : found.start()] in {"", "\n"}
        if letters not in _CALLED_BY_KIND and (
            (opens and len(letters) == _TWO) or not is_siglum(letters)
        ):
            yield Span(found.start(), found.start() + len(letters), Phi.CLINICIAN, "", _SURE)
    for found in scan(_OURS, text, "our patient", "tre patient", "on patient", "y patient"):
        yield Span(*found.span("initials"), Phi.PATIENT, "", _SURE)
    for found in _LAST.finditer(text) if among_people else ():
        if not is_siglum(found[0]):
            yield Span(*found.span(), Phi.CLINICIAN, "", _SURE)


def _signs(text: str, start: int, end: int) -> bool:
    """Tell whether capitals behind a verb of the desk are who did it: "Checked TV."."""
    done = _DONE.search(text, max(0, start - _WINDOW), start)
    if not done:
        return False
    hand = done["hand"] is not None and _ends(text, end)
    return done["off"] is not None or hand or not is_siglum(text[start:end])


def _writes(text: str, start: int, end: int) -> bool:
    """Tell whether letters in small ones are who did it: "Scribed by dk", never "typed by me"."""
    letters = text[start:end]
    common = in_dictionary(letters) and _VOWEL.search(letters)
    return not (common or _CLOCK.match(letters)) and bool(
        _DONE.search(text, max(0, start - _WINDOW), start)
    )


def _ends(text: str, at: int) -> bool:
    """Tell whether nothing but a full stop stands behind."""
    return not text[at:].strip(". \n")


def is_siglum(letters: str) -> bool:
    """Tell whether capitals are an acronym, a role, a ward or a word."""
    plain = folded(letters.replace(".", ""))
    word = is_heading(plain) or in_dictionary(plain) or plain in words("acronyms")
    return word or _is_role(letters)


def _is_role(letters: str) -> bool:
    kinds: tuple[Lexicon, ...] = ("roles", "titles", "specialties", "services")
    return any(folded(letters) in words(kind) for kind in kinds)
