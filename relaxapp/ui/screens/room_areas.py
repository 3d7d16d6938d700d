"""Parts of the body that a room never hears of: marked beforehand, so that nobody is asked aloud."""

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from relaxapp.practice.area_names import offered_areas
from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.tick_list import TickList


class RoomAreasScreen(HouseScreen[frozenset[str]]):
    """Gives the names of the areas left out."""

    CSS_PATH = "room_areas.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,d", "leave", _("Done"), key_display="Esc")]

    def __init__(self, left_out: Collection[str]) -> None:
        super().__init__()
        self._left_out = left_out

    def compose(self) -> ComposeResult:
        """A list to mark."""
        yield Static(_("Leave out"), classes="title")
        yield Static(_("A part that is marked is never mentioned. Space marks it."))
        yield TickList(id="room-areas")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is left out so far."""
        areas = self.query_one(TickList)
        lines = list(offered_areas().items())
        areas.show_lines(lines, self._left_out, go_on=_("This is right, go on"))
        areas.focus()

    @on(TickList.GoOn)
    def action_leave(self) -> None:
        """Back, with what is marked."""
        self.dismiss(frozenset(self.query_one(TickList).ticked))
