"""A file on this computer, typed, pasted or dropped on the terminal."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine


class WhichFileScreen(AppScreen[str | None]):
    """Gives what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("Look at it"), priority=True),
        Binding("escape", "leave", _("Back")),
        Binding("f1", "app.help", _("Help")),
    ]

    def __init__(self, title: str, hint: str, typed: str = "", trouble: str = "") -> None:
        """`typed`: what stands there at first; `trouble`: why it could not be read."""
        super().__init__()
        self._title, self._hint, self._typed, self._trouble = title, hint, typed, trouble

    def compose(self) -> ComposeResult:
        """The question, the line, and what was wrong with the last one."""
        yield Static(Content(self._title), classes="title")
        yield Static(Content(self._hint), classes="paragraph")
        yield OneLine(self._typed, id="file", max_length=4096, select_on_focus=False)
        yield Static(Content(self._trouble), id="trouble", classes="paragraph")
        yield KeyLine()

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one("#file").focus()

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Read it; an empty line goes nowhere."""
        typed = self.query_one("#file", Input).value.strip()
        if typed:
            self.dismiss(typed)

    def action_leave(self) -> None:
        """Back, nothing read."""
        self.dismiss(None)
