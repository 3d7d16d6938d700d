"""Enter or Esc pressed twice by one movement of a hand counts once where the first led to something new."""

from dataclasses import dataclass

ONE_PRESS = 0.3
"""Seconds within which the same key again is the same press: longer than a hand that shakes takes, shorter
than it takes to see what came up and to answer it."""
KEYS = frozenset({"enter", "escape"})
"""The keys that lead on and back. All others are taken at once."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key that was taken."""

    key: str
    at: float
    """When, in seconds."""
    shown: object
    """What was shown when it was pressed."""


class OnePress:
    """Remembers the key that was taken last."""

    def __init__(self) -> None:
        self._last: Press | None = None

    def takes(self, press: Press) -> bool:
        """Whether a key is taken; not where what is shown came up by the same key a short moment ago."""
        last = self._last
        if (
            last is not None
            and press.key == last.key
            and press.key in KEYS
            and press.shown != last.shown
            and press.at - last.at < ONE_PRESS
        ):
            return False
        self._last = press
        return True
