"""The journal as a list: what was practised, newest first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen


class JournalScreen(AppScreen[None]):
    """One line a practice; the marked one is told in full below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,j", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The list, or a kind word where it is empty."""
        yield Static(_("Journal"), classes="title")
        if self._lines:
            yield OptionList(*[Option(Content(short)) for short, _full in self._lines], id="entries")
            yield Static(id="entry")
        else:
            yield Static(_("Nothing here yet. Whatever you practise is kept here, for you alone."))
        yield Footer()

    def on_mount(self) -> None:
        """Mark the newest."""
        if self._lines:
            entries = self.query_one("#entries", OptionList)
            entries.highlighted = 0
            entries.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the marked one in full."""
        self.query_one("#entry", Static).update(Content(self._lines[event.option_index][1]))

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss(None)
