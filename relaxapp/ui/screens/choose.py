"""One thing to choose from a short list."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList


class ChooseScreen(AppScreen[str | None]):
    """Gives the key of what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(
        self, title: str, lines: Sequence[tuple[str, str]], words: str = "", chosen: str | None = None
    ) -> None:
        """`lines`: keys with their words; `chosen`: the one that is marked at first."""
        super().__init__()
        self._title, self._lines, self._words, self._first = title, lines, words, chosen

    def compose(self) -> ComposeResult:
        """The question, and the list."""
        yield Static(Content(self._title), classes="title")
        if self._words:
            yield Static(Content(self._words), classes="quiet")
        yield LineList(*[Option(Content(words), id=key) for key, words in self._lines], id="choose")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the first."""
        listed = self.query_one("#choose", OptionList)
        keys = [key for key, _words in self._lines]
        listed.highlighted = keys.index(self._first) if self._first in keys else 0
        listed.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
