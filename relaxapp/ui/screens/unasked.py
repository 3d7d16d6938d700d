"""What screens share that come up by themselves."""

from textual.widget import Widget

from relaxapp.ui.screens.house_screen import Result
from relaxapp.ui.screens.screen import AppScreen

A_MOMENT = 0.7
"""Seconds for which no key is taken: longer than it takes to press one and see what came in between."""


class UnaskedScreen(AppScreen[Result]):
    """A key that was meant for the screen before must not answer this one: for a moment it takes none."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.takes_keys = False
        """Whether a key does anything yet."""

    def take_keys_soon(self, focus: Widget | None = None) -> None:
        """Take keys after a moment; `focus`: where they go."""

        def take() -> None:
            self.takes_keys = True
            self.refresh_bindings()
            if focus is not None:
                focus.focus()

        self.set_timer(A_MOMENT, take)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """No key does anything yet; the footer shows them, pale."""
        return True if self.takes_keys else None
