"""Every writing of a day that verification must find."""

from datetime import date
from unicodedata import combining, normalize

FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ENGLISH = "January February March April May June July August September October November December"
ROMAN = "I II III IV V VI VII VIII IX X XI XII"
SPELLED = {
    1957: ("trois décembre mille neuf cent cinquante-sept",),
    2016: ("douze mars deux mille seize", "March the twelfth, two thousand and sixteen"),
    2019: ("sept décembre deux mille dix-neuf", "the seventh of December 2019"),
}


def written_days(day: date) -> tuple[str, ...]:
    """Return a day in every writing that must be found."""
    french, english = FRENCH.split()[day.month - 1], ENGLISH.split()[day.month - 1]
    bare = "".join(c for c in normalize("NFD", french) if not combining(c))
    roman, d, m, y = ROMAN.split()[day.month - 1], day.day, day.month, day.year
    solid = f"{day:%d%m%Y}"
    return (
        *(f"{day:%d{sign}%m{sign}%Y}" for sign in "/.-_:,|·"),
        *(f"{day:%Y{sign}%m{sign}%d}" for sign in "/.-_:"),
        *(f"{d}{sign}{m}{sign}{y}" for sign in "/.- "),
        f"{day:%d / %m / %Y}", f"{day:%d . %m . %Y}", f"{day:%m/%d/%Y}", f"{m}/{d}/{y}",
        f"{day:%d/%m/%y}", f"{day:%d.%m.%y}", f"{day:%d-%m-%y}",
        f"{day:%d/%m}/{y % 100:02}", f"{day:%Y%m%d}", solid,
        f"{day:%Y%m%d}T1015", f"{day}T10:15:00Z", " ".join(solid),
        f"{solid[:2]} {solid[2:4]} {solid[4:]}", f"{day:%Y %m %d}",
        "/".join((" ".join(solid[:2]), " ".join(solid[2:4]), " ".join(solid[4:]))),
        f"{d} {french} {y}", f"{d} {french.upper()} {y}", f"{d} {bare} {y}",
        f"{d} {bare[:4]}. {y}", f"{d}-{french[:3]}-{y}", f"{d}{french}{y}",
        f"{d}/{french}/{y}",
        f"{d} {french} {y % 100:02}", f"le {d} du mois de {french} {y}", f"{french} {d} {y}",
        f"{d} de {french} de l’an {y}", f"{d} {french}, {y}", f"{y} {french} {d}",
        f"{d} {english} {y}", f"{english} {d}, {y}", f"{english} {d}th, {y}",
        f"{d}th of {english} {y}",
        f"{english} the {d}th, {y}", f"{english[:3]} {d} {y}", f"{english[:3].upper()}-{d}-{y}",
        f"{d}{english[:3].upper()}{y}", f"{d}-{english[:3]}-{y % 100:02}",
        f"{y}-{english[:3]}-{d:02}", f"{d} {english} '{y % 100:02}", f"{y}, {english} {d}",
        f"{d}.{roman}.{y}", f"{d}/{roman}/{y}", f"{d} {roman} {y}", f"{d}-{roman.lower()}-{y}",
        f"{d}\N{NO-BREAK SPACE}{french}\N{NO-BREAK SPACE}{y}", f"{d}\n{french}\n{y}",
        f"{day:%d/%m/%Y}".translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
        *SPELLED.get(day.year, ()),
    )  # fmt: skip
