"""How many there were, and a note: for the facilitator's own list, kept apart."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from relaxapp.led.exercise import Exercise

MOST_PEOPLE = 9999


class RoomNoteScreen(HouseScreen["Exercise | None"]):
    """Gives the exercise with what was noted; None where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", _("Back"))]

    def __init__(self, exercise: "Exercise") -> None:
        super().__init__()
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        """Two lines; both may stay empty."""
        people = "" if self._exercise.people is None else str(self._exercise.people)
        yield Static(Content(self._exercise.title), classes="title")
        yield Static(
            _("Only for your own list. If the projector is on, it shows what you type."), classes="quiet"
        )
        yield Static(_("How many people?"), classes="heading")
        yield OneLine(people, id="room-people")
        yield Static(_("A note, of no one by name. Enter keeps it."), classes="heading")
        yield OneLine(self._exercise.note, id="room-note", select_on_focus=False)
        yield Static(id="room-told")
        yield KeyLine()

    @on(Input.Submitted, "#room-people")
    def _counted(self) -> None:
        if self._people_told():
            self.query_one("#room-note", Input).focus()

    @on(Input.Submitted, "#room-note")
    def _noted(self) -> None:
        if not self._people_told():
            self.query_one("#room-people", Input).focus()
            return
        people = self.query_one("#room-people", Input).value.strip()
        note = self.query_one("#room-note", Input).value.strip()
        self.dismiss(replace(self._exercise, people=int(people) if people else None, note=note))

    def _people_told(self) -> bool:
        people = self.query_one("#room-people", Input).value.strip()
        clear = not people or (people.isdecimal() and int(people) <= MOST_PEOPLE)
        told = "" if clear else _("Please type a number, or leave it empty.")
        self.query_one("#room-told", Static).update(Content(told))
        return clear

    def action_leave(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)
