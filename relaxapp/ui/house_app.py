"""What every app of the house shares: its keys, its colours, and how it tells what went wrong."""

from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import WorkerFailed

from relaxapp.errors import RelaxError
from relaxapp.ui.one_press import OnePress, Press
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
NOTICE_SECONDS = 15.0
"""How long a notice is seen."""


class HouseApp(App[None]):
    """The app for one person, and the one for a room, are made of this."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self._presses = OnePress()
        self.crash: Exception | None = None
        """The error nobody foresaw that ended the app, if one did."""
        self._noticed: set[str] = set()
        """The notices that are seen now."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on a keyboard."""
        if binding.key_display:
            return binding.key_display
        written_large = len(binding.key) == 1 or (binding.key[:1] == "f" and binding.key[1:].isdigit())
        return KEYS.get(binding.key, binding.key.upper() if written_large else binding.key)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that Textual's own themes don't name; they are parsed before ours is taken."""
        return dict(DARK.variables)

    async def _dispatch_message(self, message: Message) -> None:
        """Textual would end with the first error; one that a person can be told of ends nothing."""
        try:
            await super()._dispatch_message(message)
        except RelaxError as error:
            self.notice(error)

    async def on_event(self, event: events.Event) -> None:
        """A key pressed twice by one movement is not taken by what it just brought up."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            shown = (id(self.screen), getattr(self.screen, "shown_part", None))
            if not self._presses.takes(Press(event.key, event.time, shown)):
                return
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """What a person can be told of is told, also what a worker or a timer met, and the app goes on.

        An error nobody foresaw ends the app, and the command line tells of it in plain words: Textual would
        print a traceback. Tests still see the error itself.
        """
        met = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(met, RelaxError):
            self.notice(met)
        elif self.is_headless:
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

    def notice(self, error: RelaxError) -> None:
        """What went wrong and what to do next, over what is on the screen; the same is not told twice."""
        words = str(error)
        if words not in self._noticed:
            self._noticed.add(words)
            self.notify(words, severity="warning", timeout=NOTICE_SECONDS, markup=False)
            # Textual asks what it calls for its parameters; what is built in, such as `discard`, can't tell.
            self.set_timer(NOTICE_SECONDS, lambda: self._noticed.discard(words))

    async def tell(self, error: RelaxError) -> None:
        """What went wrong and what to do next, until the person has read it."""
        from relaxapp.ui.screens.reading import ReadingScreen

        await self.push_screen_wait(ReadingScreen(error.message, error.hint))
