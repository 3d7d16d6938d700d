"""Colours: every text is told from its ground by at least 7:1 (WCAG 2.2, success criterion 1.4.6)."""

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from relaxapp.ui.themes import DARK, LIGHT

TEXTS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [value / 255 for value in (colour.r, colour.g, colour.b)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_texts_stand_out_from_every_ground(theme: Theme) -> None:
    quiet = theme.variables["quiet"]
    for ground in GROUNDS:
        for text in [*(getattr(theme, name) for name in TEXTS), quiet]:
            assert contrast(text, getattr(theme, ground)) >= 7, (text, ground)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("block-cursor-foreground", "block-cursor-background"),
        ("footer-foreground", "footer-background"),
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
    ],
)
def test_marked_lines_and_keys_stand_out(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.variables[text], theme.variables[ground]) >= 7


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert [contrast(*pair) for pair in product(["#000000"], ["#ffffff"])] == [pytest.approx(21)]
