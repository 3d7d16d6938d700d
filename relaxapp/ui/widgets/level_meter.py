"""How loud a microphone hears: a bar, and a word that says the same."""

import math

from textual.reactive import reactive
from textual.widget import Widget

from relaxapp.translation import _

QUIETEST_DBFS = -60.0
TOO_LOUD_DBFS = -1.5
GOOD_DBFS = -30.0
"""From here on speech is well above the noise of most microphones."""


def meter(level: float, width: int) -> str:
    """The bar for a peak, linear, with a word: told without colour."""
    peak = 20 * math.log10(level) if level > 0 else QUIETEST_DBFS
    full = round(width * min(max(1 - peak / QUIETEST_DBFS, 0), 1))
    if peak >= TOO_LOUD_DBFS:
        word = _("too loud")
    elif peak >= GOOD_DBFS:
        word = _("good")
    else:
        word = _("quiet")
    return f"{'█' * full}{'·' * (width - full)}  {word}"


class LevelMeter(Widget):
    """One line."""

    level: reactive[float] = reactive(0.0)
    """The peak, linear."""

    def render(self) -> str:
        """The bar as wide as there is room."""
        return meter(self.level, max(10, self.size.width - 12))
