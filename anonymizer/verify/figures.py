"""Numbers as needles: phones with every prefix, identifiers, ages in words, impossible days."""

import re
from collections.abc import Iterator

from anonymizer.phi import Phi
from anonymizer.verify.days import days
from anonymizer.verify.sought import LONG_NUMBER, LONG_WORD, Form, Needle, Weak
from anonymizer.verify.spelled import english, french
from anonymizer.verify.words import normal, squash, words

_NIR_BODY = 13  # digits of a NIR without its key
_NIR_WHOLE = 15
_SPELLED = 4  # words: « deux mai deux mille vingt »
_DAY_LIKE = re.compile(r"\d{1,2}\W{1,3}\d{1,2}\W{1,3}\d{2,4}|\d{6,8}|(?:\d{1,2}\s){4,7}\d")
_TRUNK = re.compile(r"^(?:\+|00)(33|44|1)(?:\s?\(0\))?")
_BANDED = range(90, 100)  # ages that are published as 90+, in words


def number(value: str, category: Phi) -> Iterator[Needle | Weak]:
    """Give a number: strong from six figures, or five signs where letters are among them."""
    signs = squash(value)
    digits = "".join(char for char in signs if char.isdigit())
    if category is Phi.AGE:
        signs = digits
    if digits != signs and len(signs) >= LONG_WORD:
        yield Needle(signs, Form.NUMBER if digits else Form.PHRASE, category)
    elif digits != signs:
        yield Weak(signs, category)
    if len(digits) >= LONG_NUMBER:
        yield Needle(digits, Form.NUMBER, category)
    elif digits == signs or (category is Phi.POSTCODE and len(digits) >= LONG_WORD):
        yield from (Weak(digits, category) for _ in digits[1:2])


def spelled_age(value: str) -> Iterator[Needle]:
    """Give « quatre-vingt-douze ans » for 92; an age under ninety identifies nobody."""
    digits = "".join(char for char in normal(value) if char.isdigit())
    age = int(digits or 0)
    if age in _BANDED:
        for text in (f"{french(age)}ans", f"{english(age)}year", f"agede{french(age)}",
                     f"ageof{english(age)}", f"aged{english(age)}"):  # fmt: skip
            yield Needle(text, Form.PHRASE, Phi.AGE)


def unread_day(value: str, category: Phi) -> Iterator[Needle | Weak]:
    """Give a day that no calendar holds, or that is spelled out; months and years never."""
    folded = normal(value)
    if any(days(folded)):
        return
    if _DAY_LIKE.search(folded):
        yield from number(value, category)
    elif len(words(value)) >= _SPELLED and not any(char.isdigit() for char in folded):
        yield Needle(squash(value), Form.PHRASE, category)


def phone(value: str) -> Iterator[Needle | Weak]:
    """Give a phone number with and without the prefix of its country."""
    trunk = _TRUNK.match(value.strip())
    digits = "".join(char for char in value if char.isdigit())
    if trunk:
        rest = "".join(char for char in value.strip()[trunk.end() :] if char.isdigit())
        forms = [f"{zero}{rest}" for zero in ("0", trunk[1], f"{trunk[1]}0", f"00{trunk[1]}", "")]
    elif digits.startswith("0"):
        forms = [digits, *(f"{c}{digits[1:]}" for c in ("33", "330", "0033", "44", "440", "0044"))]
    else:
        forms = [digits, f"1{digits}"]
    if len(digits) < LONG_NUMBER or not set(squash(value)) <= set(digits):
        yield from number(value, Phi.PHONE)  # an extension, or letters read for digits
    if len(digits) < LONG_NUMBER:
        return
    yield from (Needle(form, Form.NUMBER, Phi.PHONE) for form in forms)


def nir(value: str) -> Iterator[Needle]:
    """Give the thirteen digits of an insurance number without its key."""
    signs = squash(value)
    if len(signs) == _NIR_WHOLE and signs[0].isdigit():
        yield Needle(signs[:_NIR_BODY], Form.NUMBER, Phi.ID)
