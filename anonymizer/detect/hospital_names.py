"""Read the name that follows a French institution's keyword, and tell whether it is one.

Layout: « centre municipal de santé d'Ivry » is a keyword, words of kind and links, then the proper
name: capitals, or in a hurried note a word that no dictionary knows. Source: as hospital_words.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from anonymizer.detect.hospital_words import (
    ALSO_NAMES,
    BETWEEN,
    DEMONYMS,
    GUARDED,
    HURRIED,
    INNER,
    LINKS,
    NOT_NAME,
    OF_OTHERS,
    PAIRED,
    PLACED,
    PLURAL,
    ROOMED,
    SCHOOLS,
)
from anonymizer.detect.words import (
    BLANK,
    HYPHEN,
    LETTER,
    UPPER,
    folded,
    is_capitals,
    is_clinical,
    is_family,
    is_given,
    is_heading,
    is_ordinary,
)
from anonymizer.lexicon import in_dictionary, places, towns, words

_TWO_CAPITALS = re.compile(rf"[{UPPER}][a-zé]+[ -][{UPPER}]")
_STEP = re.compile(
    rf"(?P<gap>[{BLANK}]{{1,2}}|[{BLANK}]?\n|(?<=['’]))"
    rf"(?:«[ \u00a0]?|[\"“])?"
    rf"(?P<word>[dlDL]['’](?=\w)|&|\d{{1,2}}(?=[ ]de[ ][A-Z])|\d(?=[,.)]?(?:[ \n]|\Z))(?![ ][a-z%])"
    rf"|[{LETTER}][{LETTER}\d]*(?:['’–{HYPHEN}][{LETTER}\d]+)*(?:(?<=\b[A-Z])\.|(?<=\b[Ss]t)\.)?)"
)
_NEXT = re.compile(rf"[ ][{UPPER}][{LETTER}]+")
_ARTICLE = re.compile(r"\A(?:l['’]|(?:la|les?)[ ])")
_KIND_ENDINGS = (  # of the words in small letters that say what kind of place it is
    *("logie", "logique", "iatrie", "iatrique", "chimie", "pedie", "phonie", "therapie", "tomie"),
    *("icole", "atif", "ative", "ipale", "iste", "graphie", "ntaire"),
)
_LONG_NUMBER = re.compile(r"\d{3}")
_STEPS = 14
_SHORTEST = 4


def walked(text: str, at: int, kind: str) -> tuple[int, int]:
    """Return where the proper name after a keyword starts and ends, (0, 0) for none."""
    begin = last = 0
    linked = False
    between: list[str] = []
    for _ in range(_STEPS):
        step = _STEP.match(text, at)
        if not step or ("\n" in step["gap"] and (last or between)):
            break
        at, word = step.end(), step["word"]
        plain = folded(word.rstrip("."))
        if plain in LINKS or (last and plain in INNER):
            if last and plain == "et" and not _joins(text[begin:last], text[at:], kind):
                break
            linked = linked or plain[0] == "d"
            begin = begin or (step.start("word") if plain[0] == "l" and word[0] == "L" else 0)
        elif not last and (
            _is_between(plain, lower=word[0].islower()) or (kind in PLURAL and plain in OF_OTHERS)
        ):
            between.append(plain)
            linked = False
        elif not _goes_on(text[begin:last], word, plain, kind):
            break
        else:
            begin, last = begin or step.start("word"), at
    if last and _is_name(text[begin:last], kind, between, linked=linked):
        return begin, last
    return 0, 0


def _joins(name: str, after: str, kind: str) -> bool:
    """Tell whether « et » joins two names of one house: « Pharmacie Blanc et Petit »."""
    following = _NEXT.match(after)
    given = following and is_given(folded(name)) and is_given(folded(following[0].strip()))
    return kind in PLURAL or bool(given) or (kind in PAIRED and following is not None)


def _goes_on(name: str, word: str, plain: str, kind: str) -> bool:
    """Tell whether a word belongs to a name, begun or to begin."""
    if _LONG_NUMBER.search(word) or (word.isdigit() and not name and len(word) == 1):
        return False
    heading = is_heading(plain) and f"la {plain}" not in words("regions")
    heading = heading and not (plain == "universite" and kind in {"hopital", "chu"})
    demonym = folded(name).partition(" ")[0] in DEMONYMS
    if plain in NOT_NAME or (heading and not demonym):
        return False
    if not word[0].islower():
        return True
    if demonym:
        return _is_between(plain, lower=True)
    if name and not name.islower():
        return False
    return plain in DEMONYMS or (kind in HURRIED and _is_hurried(plain, opens=not name))


@lru_cache(65_536)
def _is_between(plain: str, *, lower: bool) -> bool:
    """Tell whether a word only says what kind of place it is: « universitaire », « virologie »."""
    if plain in BETWEEN or plain.removesuffix("s") in BETWEEN or plain in words("specialties"):
        return lower or plain not in ALSO_NAMES
    return lower and plain.endswith(_KIND_ENDINGS)


def is_kind(plain: str) -> bool:
    """Tell whether a word is of the kind of a place and not of its name: « groupe », « de »."""
    return plain in LINKS or plain in NOT_NAME or _is_between(plain, lower=True)


@lru_cache(65_536)
def _is_hurried(plain: str, *, opens: bool) -> bool:
    """Tell whether a word in small letters is a hospital's name all the same: « clin. pasteur »."""
    if plain in words("hospitals") or plain in {"parc", "st", "ste", "saint", "sainte"}:
        return True
    if not opens and len(plain) >= _SHORTEST and not in_dictionary(plain):
        return True
    known = plain in towns() or is_family(plain) or is_given(plain)
    return len(plain) >= _SHORTEST and known and not in_dictionary(plain)


def _is_name(name: str, kind: str, between: Sequence[str], *, linked: bool) -> bool:
    """Tell whether what follows a keyword names a place, and is no common or clinical word."""
    plain = folded(name)
    bare = _ARTICLE.sub("", plain)
    school = kind in SCHOOLS and linked and not is_capitals(name) and not _is_common(bare)
    if school or plain.split()[0] in DEMONYMS or bare in {"parc", "protestante"}:
        return True
    said = bool(between) and not {"reference", "competence"}.intersection(between)
    if kind in PLACED and not said and not _TWO_CAPITALS.match(name):
        return any(_is_proper(folded(word), capitals=is_capitals(word)) for word in name.split())
    placed = (
        bare != plain
        or (linked and not is_capitals(name))
        or bare in towns()
        or bare in words("regions")
    )
    if len(kind) == len("ch") and plain.isalpha() and not placed and in_dictionary(plain):
        return False
    if kind in GUARDED and not placed and _is_common(plain):
        return plain in words("eponyms") and bool(between)
    if kind in ROOMED or kind == "foyer":
        place = bare in towns() or bare in words("regions")
        known = place or not in_dictionary(bare) or _TWO_CAPITALS.search(name)
        room = len(bare) < _SHORTEST or is_capitals(name)
        return not (room or (linked and not known and kind not in {"pmi", "cmp"}))
    return True


def _is_common(plain: str) -> bool:
    known = plain in words("drugs") or plain in words("species") or plain in words("eponyms")
    return (is_ordinary(plain) or is_clinical(plain)) and (known or in_dictionary(plain))


@lru_cache(65_536)
def _is_proper(plain: str, *, capitals: bool) -> bool:
    """Tell whether a word is no common one, nor an acronym, or is a commune as well."""
    if capitals and len(plain) <= _SHORTEST and plain not in places():
        return False
    if in_dictionary(plain) or _is_common(plain):
        return plain in places() and not is_ordinary(plain)
    return plain not in words("acronyms")
