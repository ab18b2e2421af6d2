"""The disguises in which a finished file may still show a value that was taken out."""

import base64
import codecs
import html
import json
import quopri
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from values import DAYS, NUMBERS, PEOPLE, Value
from written_days import written_days

Disguise = Callable[[str], str]


GREEK = str.maketrans("ABEHIKMNOPTXYaovp", "ΑΒΕΗΙΚΜΝΟΡΤΧΥαονρ")
CYRILLIC = str.maketrans("ABEKMHOPCTXaeopcxyi", "АВЕКМНОРСТХаеорсхуі")
SMALL_CAPITALS = str.maketrans("abcdeghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")
LIGATURES = (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("st", "ﬆ"), ("ij", "ĳ"), ("nj", "ǌ"))


def _digits(zero: str) -> Disguise:
    shift = {ord("0") + n: ord(zero) + n for n in range(10)}
    return lambda text: text.translate(shift)


def _letters(base: int, small: int) -> dict[int, int]:
    return {
        ord(first) + n: start + n for first, start in (("A", base), ("a", small)) for n in range(26)
    }


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _bare(text: str) -> str:
    return "".join(char for char in _apart(text) if not unicodedata.combining(char))


def _ligatures(text: str) -> str:
    for plain, ligature in LIGATURES:
        text = text.replace(plain, ligature)
    return text


def _accents_added(text: str) -> str:
    return text.translate(str.maketrans("aeioucnAEIOU", "àéîôüçñÀÉÎÔÜ"))


def _halved(sign: str) -> Disguise:
    """Return the disguise that puts ``sign`` into the middle of the longest word."""

    def disguise(text: str) -> str:
        longest = max(text.replace("-", " ").replace("@", " ").split(), key=len)
        cut = text.index(longest) + len(longest) // 2
        return f"{text[:cut]}{sign}{text[cut:]}"

    return disguise


def _hyphenated(text: str) -> str:
    """Return a text whose longest word a line end parts; digits are never parted so."""
    longest = max(text.replace("-", " ").split(), key=len)
    return _halved("-\n")(text) if longest.isalpha() else text.replace(" ", "\n")


def _alignment(cut: int) -> Disguise:
    return lambda text: base64.b64encode(b"k" * cut + text.encode()).decode()


def _every(form: str, encoding: str = "utf-8") -> Disguise:
    return lambda text: "".join(form.format(byte) for byte in text.encode(encoding))


def _each(form: str) -> Disguise:
    return lambda text: "".join(form.format(ord(char)) for char in text)


ANY: Mapping[str, Disguise] = MappingProxyType(
    {
        "as written": str,
        "capitals": str.upper,
        "small letters": str.lower,
        "every other letter large": lambda t: "".join(
            c.upper() if n % 2 else c.lower() for n, c in enumerate(t)
        ),
        "accents lost": _bare,
        "accents added": _accents_added,
        "decomposed": _apart,
        "ligatures": _ligatures,
        "full-width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
        "mathematical letters": lambda t: t.translate(_letters(0x1D400, 0x1D41A)),
        "letters in circles": lambda t: t.translate(_letters(0x24B6, 0x24D0)),
        "small capitals": lambda t: t.translate(SMALL_CAPITALS),
        "Cyrillic look-alikes": lambda t: t.translate(CYRILLIC),
        "Greek look-alikes": lambda t: t.translate(GREEK),
        "no-break spaces": lambda t: t.replace(" ", "\N{NO-BREAK SPACE}"),
        "thin spaces": lambda t: t.replace(" ", "\N{NARROW NO-BREAK SPACE}"),
        "spaces doubled": lambda t: t.replace(" ", "  "),
        "tabulators": lambda t: t.replace(" ", "\t"),
        "line ends for spaces": lambda t: t.replace(" ", "\r\n"),
        "underscores for spaces": lambda t: t.replace(" ", "_"),
        "soft hyphens": "\N{SOFT HYPHEN}".join,
        "zero-width spaces": "\N{ZERO WIDTH SPACE}".join,
        "word joiners": "\N{WORD JOINER}".join,
        "grapheme joiners": "\N{COMBINING GRAPHEME JOINER}".join,
        "variation selectors": "\N{VARIATION SELECTOR-16}".join,
        "other hyphens": lambda t: t.replace("-", "\N{NON-BREAKING HYPHEN}"),
        "a word hyphenated": _hyphenated,
        "letters spaced": lambda t: " ".join(t.replace(" ", "")),
        "letters spaced by no-break spaces": "\N{NO-BREAK SPACE}".join,
        "letters dotted": lambda t: ".".join(t.replace(" ", "")),
        "backwards": lambda t: t[::-1],
        "backwards, shown forwards": lambda t: f"\u202e{t[::-1]}\u202c",
        "thirteen letters on": lambda t: codecs.encode(t, "rot13"),
        "glued to a number": lambda t: f"{t}_2021",
        "in quotation marks": lambda t: f"«\N{NO-BREAK SPACE}{t}\N{NO-BREAK SPACE}»",
        "entities": _each("&#{};"),
        "hexadecimal entities": _each("&#x{:x};"),
        "named entities": lambda t: html.escape(t).translate(
            {ord(c): f"&{name};" for c, name in (("é", "eacute"), (" ", "nbsp"), ("Œ", "OElig"))}
        ),
        "percent": lambda t: quote(t, safe=""),
        "every byte in percent": _every("%{:02X}"),
        "plus for spaces": lambda t: quote(t, safe=" ").replace(" ", "+"),
        "base64": _alignment(0),
        "base64, second alignment": _alignment(1),
        "base64, third alignment": _alignment(2),
        "base64 for addresses": lambda t: base64.urlsafe_b64encode(t.encode()).decode().rstrip("="),
        "base64 of UTF-16": lambda t: base64.b64encode(t.encode("utf-16-le")).decode(),
        "base64 of base64": lambda t: base64.b64encode(base64.b64encode(t.encode())).decode(),
        "hexadecimal": lambda t: t.encode().hex(),
        "hexadecimal, capitals": lambda t: t.encode().hex().upper(),
        "hexadecimal, apart": lambda t: t.encode().hex(" "),
        "hexadecimal, colons": lambda t: t.encode().hex(":"),
        "hexadecimal of UTF-16": lambda t: t.encode("utf-16-be").hex(),
        "\\x escapes": _every("\\x{:02x}"),
        "\\u escapes": _each("\\u{:04x}"),
        "0x bytes": lambda t: ", ".join(f"0x{byte:02x}" for byte in t.encode()),
        "octal escapes": _every("\\{:03o}"),
        "CSS escapes": _each("\\{:x} "),
        "JSON": lambda t: json.dumps(t)[1:-1],
        "quoted-printable": lambda t: quopri.encodestring(t.encode(), quotetabs=True).decode(),
        "quoted-printable, every byte": _every("={:02X}"),
        "character codes": lambda t: ",".join(str(ord(char)) for char in t),
        "UTF-8 read as Latin-1": lambda t: t.encode().decode("latin-1"),
    }
)
TAGS: Mapping[str, Disguise] = MappingProxyType(
    {
        "parted by a tag": lambda t: f"<b>{t[:2]}</b>{t[2:]}",
        "every letter in a tag": lambda t: "".join(f"<i>{c}</i>" for c in t),
        "parted by a comment": _halved("<!-- -->"),
        "parted by a soft hyphen": _halved("&shy;"),
        "parted by a zero-width joiner": _halved("&zwnj;"),
        "parted by a word break": _halved("<wbr>"),
        "parted by a picture": _halved('<img src="data:,">'),
        "parted by an unknown tag": _halved("<x-y></x-y>"),
        "parted by a script": _halved("<script>0</script>"),
        "parted by a line break": _halved("<br>"),
    }
)
NAMES: Mapping[str, Disguise] = MappingProxyType(
    {
        "family name first": lambda t: " ".join((*t.split()[1:], t.split()[0])),
        "family name first, comma": lambda t: f"{' '.join(t.split()[1:])}, {t.split()[0]}",
        "family name large": lambda t: f"{t.split()[0]} {' '.join(t.split()[1:]).upper()}",
        "initial first": lambda t: f"{t[0]}. {' '.join(t.split()[1:])}",
        "initial first, glued": lambda t: f"{t[0]}.{' '.join(t.split()[1:])}",
        "initial last": lambda t: f"{' '.join(t.split()[1:])} {t[0]}.",
        "initial last, comma": lambda t: f"{' '.join(t.split()[1:])}, {t[0]}.",
        "initial without a dot": lambda t: f"{t[0]} {' '.join(t.split()[1:]).upper()}",
        "title and family name": lambda t: f"Dr {' '.join(t.split()[1:])}",
        "title, capitals": lambda t: f"MME {' '.join(t.split()[1:]).upper()}",
        "in columns": lambda t: f"{' '.join(t.split()[1:])};{t.split()[0]}",
        "in tabulated columns": lambda t: "\t".join(t.split()),
        "with an article": lambda t: f"l’avis d’{t}",
    }
)
FIGURES: Mapping[str, Disguise] = MappingProxyType(
    {
        "solid": lambda t: "".join(c for c in t if c.isalnum() or c == "+"),
        "digits spaced": lambda t: " ".join(c for c in t if c.isalnum()),
        **{
            f"parted by {sign!r}": lambda t, s=sign: "".join(c if c.isalnum() else s for c in t)
            for sign in ".-/_:,;|*•·–~+="
        },
        "in threes": lambda t: _grouped(t, 3),
        "in fours": lambda t: _grouped(t, 4),
        "no-break spaces in twos": lambda t: _grouped(t, 2).replace(" ", "\N{NO-BREAK SPACE}"),
        "Arabic digits": _digits("٠"),
        "Devanagari digits": _digits("०"),
        "full-width digits": _digits("０"),
        "mathematical digits": lambda t: t.translate(
            {ord("0") + n: 0x1D7CE + n for n in range(10)}
        ),
        "raised digits": lambda t: t.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")),
    }
)


def _grouped(text: str, size: int) -> str:
    signs = "".join(char for char in text if char.isalnum())
    return " ".join(signs[i : i + size] for i in range(0, len(signs), size))


OF_LETTERS = ("backwards", "backwards, shown forwards", "thirteen letters on")  # never of days


def disguises(value: Value, *, in_markup: bool = False) -> tuple[tuple[str, str], ...]:
    """Return each writing of a value: the name of the disguise and what it makes."""
    more: Mapping[str, Disguise] = {}
    if value in PEOPLE:
        more = NAMES
    elif value in NUMBERS:
        more = FIGURES
    tables = (ANY, more, TAGS) if in_markup else (ANY, more)
    day = DAYS.get(value)
    named = tuple(
        (name, how(value.text))
        for table in tables
        for name, how in table.items()
        if day is None or name not in OF_LETTERS
    )
    return (*named, *((f"day: {text}", text) for text in (written_days(day) if day else ())))
