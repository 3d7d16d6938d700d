"""Numbers to call in a crisis, by country. They are public services; Help shows them offline."""

from dataclasses import dataclass

from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class CrisisLines:
    """Whom to call."""

    country: str
    """The country's name as a person reads it."""
    talk: str
    """A line for talking with someone now."""
    emergency: str
    """The emergency number."""


def crisis_lines(country: str) -> CrisisLines:
    """The numbers of a country by its two-letter code; those of the United States where it is unknown."""
    table = countries()
    return table.get(country.upper(), table["US"])


def countries() -> dict[str, CrisisLines]:
    """Every country there are numbers for, by its two-letter code (ISO 3166-1)."""
    return {
        "US": CrisisLines(
            _("United States"), _("988, call or text, day and night; veterans press 1"), _("911")
        ),
        "CA": CrisisLines(_("Canada"), _("988, call or text, day and night"), _("911")),
        "GB": CrisisLines(_("United Kingdom"), _("Samaritans, 116 123, day and night"), _("999")),
        "IE": CrisisLines(_("Ireland"), _("Samaritans, 116 123, day and night"), _("112 or 999")),
        "AU": CrisisLines(_("Australia"), _("Lifeline, 13 11 14, day and night"), _("000")),
        "NZ": CrisisLines(_("New Zealand"), _("1737, call or text, day and night"), _("111")),
        "DE": CrisisLines(_("Germany"), _("TelefonSeelsorge, 0800 111 0 111, day and night"), _("112")),
        "AT": CrisisLines(_("Austria"), _("TelefonSeelsorge, 142, day and night"), _("112")),
        "CH": CrisisLines(_("Switzerland"), _("Die Dargebotene Hand, 143, day and night"), _("112")),
        "FR": CrisisLines(_("France"), _("3114, day and night"), _("112")),
    }
