"""Lines to mark, any number of them or none."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.tick_list import TickList


class TickScreen(AppScreen[frozenset[str] | None]):
    """Gives the keys of the marked lines, or None where the person went back."""

    CSS_PATH = "tick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", _("Done"), priority=True),
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(
        self, title: str, words: str, lines: Sequence[tuple[str, str]], ticked: Collection[str]
    ) -> None:
        """`lines`: keys with their words."""
        super().__init__()
        self._title, self._words, self._lines, self._ticked = title, words, lines, ticked

    def compose(self) -> ComposeResult:
        """What is asked, and the lines."""
        yield Static(Content(self._title), classes="title")
        yield Static(Content(self._words), classes="quiet")
        yield TickList(id="lines")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark what was marked before."""
        listed = self.query_one(TickList)
        listed.show_lines(self._lines, self._ticked)
        listed.focus()

    def action_done(self) -> None:
        """These."""
        self.dismiss(frozenset(self.query_one(TickList).ticked))

    def action_leave(self) -> None:
        """Back; as it was."""
        self.dismiss(None)
