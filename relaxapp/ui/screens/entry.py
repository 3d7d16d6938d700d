"""One entry of the journal: all that is kept of it, to change or to delete."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.journal.entry import Entry
from relaxapp.practice.book import short_line
from relaxapp.practice.changing import by_hand, changeable, value_in_words
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.columns import MARGINS, in_columns, label_width
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

DELETE = "delete"
"""Given where the entry is to be deleted."""


class EntryScreen(AppScreen[str | None]):
    """Gives the field to change, DELETE, or None."""

    CSS_PATH = "entry.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", _("Delete this entry")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("escape", "leave", _("Back")),
    ]

    def __init__(self, entry: Entry, marked: str = "") -> None:
        """`marked`: the field that is marked at first."""
        super().__init__()
        self._entry = entry
        self._marked = marked
        told = [*by_hand(entry), *((asked.field, label) for asked, label in changeable(entry))]
        self._labels = dict(told)
        """What may be told, each field with its label."""

    def compose(self) -> ComposeResult:
        """When it was, and a line for everything that may be told of it."""
        yield Static(Content(short_line(self._entry)), classes="title")
        yield LineList(*[Option(label, id=field) for field, label in self._labels.items()], id="fields")
        yield Static(_("Enter changes the marked line."), classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark what was changed last."""
        listed = self.query_one("#fields", OptionList)
        self._show_values()
        listed.highlighted = listed.get_option_index(self._marked) if self._marked else 0
        listed.focus()

    def on_resize(self) -> None:
        """The columns are as wide as the terminal allows."""
        self._show_values()

    def _show_values(self) -> None:
        listed = self.query_one("#fields", OptionList)
        room = self.app.size.width - MARGINS
        width = label_width(list(self._labels.values()), room)
        for field, label in self._labels.items():
            line = in_columns(label, value_in_words(self._entry, field), width, room)
            listed.replace_option_prompt(field, Content(line))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_delete(self) -> None:
        """Delete it; the journal can take that back."""
        self.dismiss(DELETE)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)
