"""The languages of a report as countries write them, by their tags (BCP 47)."""

from enum import StrEnum

from anonymizer.phi import Lang


class Locale(StrEnum):
    """A language, or a language as one country writes it: words, dates, numbers, spaces."""

    FR = "fr"
    FR_CA = "fr-CA"
    FR_CH = "fr-CH"
    EN = "en"
    EN_GB = "en-GB"
    EN_US = "en-US"

    @property
    def lang(self) -> Lang:
        """Return the language, whatever the country."""
        return Lang(self[:2])
