"""What every app of the house shares: its keys, its colours, and how it tells what went wrong."""

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from relaxapp.errors import RelaxError
from relaxapp.ui.themes import DARK, LIGHT

KEYS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "backspace": "Backspace",
}
"""Keys as the footer names them."""


class HouseApp(App[None]):
    """The app for one person, and the one for a room, are made of this."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.crash: Exception | None = None
        """The error nobody foresaw that ended the app, if one did."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on a keyboard."""
        if binding.key_display:
            return binding.key_display
        return KEYS.get(binding.key, binding.key.upper() if len(binding.key) == 1 else binding.key)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that Textual's own themes don't name; they are parsed before ours is taken."""
        return dict(DARK.variables)

    def _handle_exception(self, error: Exception) -> None:
        """An error nobody foresaw ends the app, and the command line tells of it in plain words.

        Textual would print a traceback; tests still see the error itself.
        """
        if self.is_headless:
            super()._handle_exception(error)
        elif self.crash is None:
            self.crash = error
            self.exit(return_code=1)

    def action_leave(self) -> None:
        """End the program, unless a room is being led: that asks first."""
        may_leave = getattr(self.screen, "may_leave", None)
        if may_leave is None or may_leave():
            self.leave()

    def leave(self) -> None:
        """End the program."""
        self.exit()

    async def tell(self, error: RelaxError) -> None:
        """What went wrong and what to do next, until the person has read it."""
        from relaxapp.ui.screens.reading import ReadingScreen

        await self.push_screen_wait(ReadingScreen(error.message, error.hint))
