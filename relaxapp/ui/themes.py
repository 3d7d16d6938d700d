"""The two colour themes: every text is told from its ground by at least 7:1 (WCAG 2.2, AAA)."""

from textual.theme import Theme

DARK = Theme(
    name="relaxapp-dark",
    primary="#a8d5c2",
    secondary="#a9c7e8",
    accent="#f0d9a8",
    foreground="#ece8df",
    background="#11181d",
    surface="#162028",
    panel="#1c2831",
    success="#a8d5c2",
    warning="#f0d9a8",
    error="#f3c4b4",
    dark=True,
    variables={
        "quiet": "#bcc8cf",
        "block-cursor-background": "#a8d5c2",
        "block-cursor-foreground": "#0c1216",
        "block-cursor-text-style": "none",
        "footer-background": "#162028",
        "footer-foreground": "#ece8df",
        "footer-key-foreground": "#f0d9a8",
        "footer-description-foreground": "#ece8df",
        "input-selection-background": "#3d5a52",
        "border": "#8fb8a8",
        "border-blurred": "#3d4d57",
    },
)

LIGHT = Theme(
    name="relaxapp-light",
    primary="#1d4d42",
    secondary="#1f4468",
    accent="#5c3d00",
    foreground="#1b2226",
    background="#faf7f0",
    surface="#f3efe6",
    panel="#ece7dc",
    success="#1d4d42",
    warning="#5c3d00",
    error="#7a2a14",
    dark=False,
    variables={
        "quiet": "#3b474e",
        "block-cursor-background": "#1d4d42",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "footer-background": "#f3efe6",
        "footer-foreground": "#1b2226",
        "footer-key-foreground": "#5c3d00",
        "footer-description-foreground": "#1b2226",
        "input-selection-background": "#bcd8cd",
        "border": "#1d4d42",
        "border-blurred": "#a7b3b0",
    },
)
