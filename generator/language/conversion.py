"""Measured values in the other unit: SI beside conventional, computed from molar masses.

The value of the source stays first and exactly as written; this is the second one. Nothing is
converted that is not certain: insulin, growth hormone and prolactin in international units (their
factor depends on the standard of the assay), ammonia in mass (as NH3 or as nitrogen), a value
whose mark may part thousands (1,234), a unit that the analyte is not measured in.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

from anonymizer.phi import Lang

from generator.language.locales import Locale
from generator.language.numbers import computed
from generator.language.terms import Analyte
from generator.language.units import unit as unit_in

_POWERS: Final = MappingProxyType(
    {"k": 3, "": 0, "d": -1, "c": -2, "m": -3, "µ": -6, "n": -9, "p": -12, "f": -15}
)
_COUNTS: Final = MappingProxyType(
    {"": 0, "K": 3, "10³": 3, "10^3": 3, "10⁶": 6, "10^6": 6, "G": 9, "10⁹": 9, "10^9": 9}
    | {"T": 12, "10¹²": 12, "10^12": 12}
)
_SPELLINGS: Final = (  # what is written otherwise, in the order in which it is replaced
    (re.compile(r"[\s\u00a0\u202f]+"), ""),
    (re.compile("μ"), "µ"),
    (re.compile(r"^mc(?=g)|^u(?=(?:g|mol|kat|U|IU)\b)"), "µ"),
    (re.compile(r"/(?:mm3|mm³)$"), "/µL"),
    (re.compile(r"/100m[lL]$"), "/dL"),
    (re.compile(r"(?<=/)([dcmµ]?)l$"), r"\1L"),
    (re.compile(r"/(?:24h(?:eures|ours)?|24hr|jour|j|day|d)$"), "/24h"),
    (re.compile(r"^[x×](?=10)"), ""),
)
_MEASURED: Final = re.compile(
    r"(?P<prefix>[kdcmµnpf]?)(?P<kind>g|mol|Eq|kat|UI|IU|U|Pa)"
    r"(?:/(?P<per>[dcmµn]?)(?P<of>L|g|mol|24h))?"
)
_COUNTED: Final = re.compile(r"(?P<count>[^/]*)/(?P<per>[µ]?)(?P<of>L)")
_NUMBER: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](?P<part>\d+))?"
)
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_HBA1C: Final = ("mmol/mol", "%")


@dataclass(frozen=True, slots=True)
class Converted:
    """The value in the other unit, as written in the language of the reader."""

    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """``worth`` base units of a kind (g, mol, Eq, kat, Pa, cells) per base unit of ``per``."""

    kind: str
    per: str
    worth: Decimal


def converted(value: str, unit: str, of: Analyte, lang: Lang | Locale) -> Converted | None:
    """Return a measured value in the other unit, for a reader of ``lang``; None if not certain.

    What is SI goes to the conventional unit of ``lang``, all else to SI. The last digit kept is
    worth no more than the last one written, so that the value written can be read back from it
    (7.0 mmol/L of glucose is 126 mg/dL, never 130).
    """
    number = decimal_of(value)
    if number is None or of.si is None or not of.conventional:
        return None
    conventional = of.conventional[0 if Locale(lang).lang is Lang.FR else -1]
    if (of.si, conventional) == _HBA1C:
        return _glycated(number, unit, lang)
    source, si, other = _parsed(unit), _parsed(of.si), _parsed(conventional)
    if source is None or si is None or other is None:
        return None
    is_si = source == si or (source.kind, source.per) == (si.kind, si.per) != (
        other.kind,
        other.per,
    )
    target, written = (other, conventional) if is_si else (si, of.si)
    factor = _factor(source, target, of)
    if factor is None or (is_si and factor == 1):
        return None
    return Converted(computed(_rounded(number, factor), lang), unit_in(written, lang))


def code(unit: str, of: Analyte) -> str | None:
    """Return the LOINC code of an analyte as measured in ``unit``, which tells mass from moles.

    None where the unit measures neither as the SI nor as the conventional one does.
    """
    if not of.loinc:
        return None
    if unit in _HBA1C and len(of.loinc) == len(_HBA1C):
        return of.loinc[_HBA1C.index(unit)] or None
    seen, si = _property(unit), _property(of.si or "")
    if seen is not None and seen == si:
        return of.loinc[0] or None
    usual = {_property(each) for each in of.conventional} - {None}
    untold = not usual and si is None  # a titre, a ratio
    return (of.loinc[-1] or None) if untold or seen in usual else None


def _property(written: str) -> tuple[str, str] | None:
    """Return what a unit measures, per what; equivalents are an amount of substance."""
    found = _parsed(written)
    return ("mol" if found.kind == "Eq" else found.kind, found.per) if found else None


def decimal_of(value: str) -> Decimal | None:
    """Return what a value written in digits says; None where it may be thousands or no number."""
    found = _NUMBER.fullmatch(value.strip())
    if found is None or _THOUSANDS.fullmatch(value.strip()):
        return None
    whole = re.sub(r"\D", "", found["whole"])
    return Decimal(f"{whole}.{found['part']}" if found["part"] else whole)


def _parsed(written: str) -> _Unit | None:
    for spelling, plain in _SPELLINGS:
        written = spelling.sub(plain, written)
    if written == "mmHg":
        return _Unit("Pa", "", Decimal("133.322"))
    if found := _MEASURED.fullmatch(written):
        kind = found["kind"]
        worth = Decimal(10) ** (_POWERS[found["prefix"]] - _POWERS[found["per"] or ""])
        return _Unit("U" if kind in {"UI", "IU"} else kind, found["of"] or "", worth)
    found = _COUNTED.fullmatch(written)
    if found is None or found["count"] not in _COUNTS:
        return None
    power = _COUNTS[found["count"]] - _POWERS[found["per"]]
    return _Unit("cells", found["of"], Decimal(10) ** power)


def _factor(source: _Unit, target: _Unit, of: Analyte) -> Decimal | None:
    above, below = _ratio(source.kind, target.kind, of), _ratio(source.per, target.per, of)
    if above is None or below is None:
        return None
    return source.worth / target.worth * above / below


def _ratio(source: str, target: str, of: Analyte) -> Decimal | None:
    """Return how many base units of ``target`` one of ``source`` makes, None if it cannot be."""
    if source == target:
        return Decimal(1)
    ours, theirs = _moles(source, of), _moles(target, of)
    return ours / theirs if ours and theirs else None


def _moles(kind: str, of: Analyte) -> Decimal | None:
    match kind:
        case "mol" | "kat":
            return Decimal(1)
        case "g" if of.molar_mass:
            return 1 / of.molar_mass
        case "Eq" if of.charge:
            return Decimal(1) / of.charge
        case "U" if of.si and "kat" in of.si:  # one micromole of substrate a minute
            return Decimal("1e-6") / 60
        case _:
            return None


def _rounded(number: Decimal, factor: Decimal) -> Decimal:
    """Return ``number`` times ``factor``, its last digit worth no more than that of ``number``."""
    _, digits, exponent = number.as_tuple()
    if not any(digits):
        return Decimal(0)
    last = Decimal(1).scaleb(int(exponent))
    if factor.normalize().as_tuple().digits == (1,):  # the decimal mark moves, no digit is lost
        moved = number.scaleb(factor.adjusted())
        return moved.normalize() if number == number.to_integral_value() and last == 1 else moved
    return (number * factor).quantize(
        Decimal(1).scaleb((last * factor).adjusted()), rounding=ROUND_HALF_UP
    )


def _glycated(number: Decimal, unit: str, lang: Lang | Locale) -> Converted | None:
    """Convert HbA1c between NGSP per cent and IFCC mmol/mol by the master equation.

    Source: Hoelzel et al., Clin Chem 2004;50:166-74, doi:10.1373/clinchem.2003.024802; as is usual,
    one decimal of a per cent and whole mmol/mol.
    """
    if unit.strip() == "%":
        result, step, other = (number - Decimal("2.152")) / Decimal("0.09148"), "1", "mmol/mol"
    elif unit.strip() == "mmol/mol":
        result, step, other = number * Decimal("0.09148") + Decimal("2.152"), "0.1", "%"
    else:
        return None
    if result <= 0:
        return None
    return Converted(computed(result.quantize(Decimal(step), rounding=ROUND_HALF_UP), lang), other)
