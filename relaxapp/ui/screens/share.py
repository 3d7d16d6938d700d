"""What goes on the page for the group, line by line. Nothing is made before it was looked at."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from relaxapp.journal.sharing import Field, labels
from relaxapp.practice.group_pages import Choice, Range
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.ui.widgets.tick_list import TickList


class Wish(Enum):
    """What comes next."""

    LOOK = auto()
    """Look at the page."""
    NOTES = auto()
    """Choose which notes are on it."""


class ShareList(TickList, inherit_bindings=False):
    """Lines to mark; Left and Right are the screen's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]


class ShareScreen(AppScreen[tuple[Choice, Wish] | None]):
    """Gives what was chosen, and what comes next."""

    CSS_PATH = "share.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", _("Look at it"), priority=True),
        Binding("right", "days(1)", _("Days"), key_display="← →"),
        Binding("left", "days(-1)", show=False),
        Binding("tab", "app.focus_next", _("Name")),
        Binding("h,f1", "app.help", _("Help")),
        Binding("escape", "leave", _("Back")),
    ]

    def __init__(
        self, ranges: tuple[Range, ...], choice: Choice, notes: Callable[[Range], int], marked: int = 0
    ) -> None:
        """`notes`: how many notes there are in a range; `marked`: the line that is marked at first."""
        super().__init__()
        self._ranges, self._choice, self._notes, self._marked = ranges, choice, notes, marked

    def compose(self) -> ComposeResult:
        """The days, the fields, and a line for a name."""
        yield Static(_("One page for the group"), classes="title")
        yield Static(id="days")
        yield Static(_("What is on it (Space marks):"), classes="quiet")
        yield ShareList(id="shared")
        yield Static(_("A name, for this page alone; or none:"), classes="quiet")
        yield OneLine(self._choice.name, id="name", placeholder=_("no name"), max_length=60)
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark what is shared."""
        self._show()
        listed = self.query_one(ShareList)
        listed.highlighted = self._marked
        listed.focus()

    def _show(self) -> None:
        found = self._ranges[self._choice.range]
        self.query_one("#days", Static).update(Content(_("‹ {days} ›").format(days=found.words)))
        words = dict(labels())
        ticked, of = len(self._choice.notes), self._notes(found)
        words[Field.NOTES] = _("private notes: {ticked} of {of}").format(ticked=ticked, of=of)
        marked = self._choice.fields | ({Field.NOTES} if ticked else set())
        self.query_one(ShareList).show_lines(list(words.items()), marked)

    @property
    def chosen(self) -> Choice:
        """What is chosen by now."""
        fields = frozenset(Field(each) for each in self.query_one(ShareList).ticked) - {Field.NOTES}
        return replace(self._choice, fields=fields, name=self.query_one("#name", Input).value.strip())

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Left and Right belong to the line while one types in it."""
        return action != "days" or not isinstance(self.focused, Input)

    def action_days(self, by: int) -> None:
        """Other days, whose notes are chosen anew."""
        listed = self.query_one(ShareList)
        at, marked = (self._choice.range + by) % len(self._ranges), listed.highlighted
        self._choice = replace(self.chosen, range=at, notes=frozenset())
        self._show()
        listed.highlighted = marked

    @on(TickList.Ticked)
    def _ticked(self) -> None:
        if (Field.NOTES in self.query_one(ShareList).ticked) is not bool(self._choice.notes):
            self.dismiss((self.chosen, Wish.NOTES))

    def action_look(self) -> None:
        """How the page reads."""
        self.dismiss((self.chosen, Wish.LOOK))

    def action_leave(self) -> None:
        """Back; nothing was made."""
        self.dismiss(None)
