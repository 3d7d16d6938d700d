"""Files are being made: how far it is, and how to stop it."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.errors import RelaxError
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from relaxapp.rendering_many import Missed

BAR = 40
"""Columns of the bar."""
Make = Callable[[Callable[[int], None], threading.Event], "tuple[Missed, ...]"]
"""Makes the files: told how many steps are done, and when to stop."""


class MakingScreen(AppScreen["tuple[Missed, ...] | RelaxError | None"]):
    """Gives what could not be made, or why nothing could; None where the person stopped it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", _("Stop, nothing is kept"))]

    def __init__(self, title: str, make: Make, steps: int) -> None:
        """`steps`: how many there are in all."""
        super().__init__()
        self._title, self._make, self._steps = title, make, steps
        self._stop = threading.Event()

    def compose(self) -> ComposeResult:
        """What is made, and a bar."""
        yield Static(Content(self._title), classes="title")
        yield Static(_("This takes a minute or two. The words are spoken, and written down as sound."))
        yield Static(id="bar")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin."""
        self._show(0)
        self.run_worker(self._work, thread=True)

    def on_unmount(self) -> None:
        """The app ends: nothing is made any more, so that it ends at once."""
        self._stop.set()

    def _work(self) -> None:
        tell = partial(self.app.call_from_thread, self._show)
        found: tuple[Missed, ...] | RelaxError
        try:
            found = self._make(tell, self._stop)
        except RelaxError as error:
            found = error
        self.app.call_from_thread(self.dismiss, None if self._stop.is_set() else found)

    def _show(self, done: int) -> None:
        part = min(1.0, done / self._steps)
        bar = ("#" * round(part * BAR)).ljust(BAR, ".")
        self.query_one("#bar", Static).update(
            Content(_("{bar} {percent}%").format(bar=bar, percent=round(part * 100)))
        )

    def action_leave(self) -> None:
        """Stop; it is over once the programs have ended."""
        self._stop.set()
