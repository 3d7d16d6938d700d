"""The paper that lies in a printer: A4, or US Letter where that is usual."""

from enum import StrEnum


class Paper(StrEnum):
    """Sizes, by the names that Typst knows."""

    A4 = "a4"
    LETTER = "us-letter"


LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where Letter is usual (Unicode CLDR, paperSize), as ISO 3166 alpha-2."""


def paper_of(country: str) -> Paper:
    """The paper usual in a country, as ISO 3166 alpha-2; A4 where none is told."""
    return Paper.LETTER if country in LETTER_COUNTRIES else Paper.A4
