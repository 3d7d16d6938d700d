"""More: what is seldom wanted, and what those who lead a group need."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Door:
    """One entry."""

    way: str
    """The way it leads to: a file of ui/ways."""
    label: str
    """What it is called."""
    summary: str
    """One line on what it is for."""


def doors() -> dict[str, tuple[Door, ...]]:
    """Every entry, under its heading, in the order they are listed."""
    return {
        _("For now"): (
            Door(
                "settle",
                _("Settle for a moment"),
                _("Eyes open, feet on the ground. Nothing is asked."),
            ),
            Door(
                "measure_breath",
                _("Measure my breath"),
                _("A few taps; breathing practices then begin where you are."),
            ),
        ),
        _("My own voice"): (
            Door(
                "record",
                _("Record a practice"),
                _("In your own voice, a line at a time; you can go on another day."),
            ),
        ),
        _("For the day"): (
            Door(
                "pacing",
                _("Pace an activity"),
                _("Minutes active, minutes of rest. A chime and a voice tell when."),
            ),
            Door(
                "prescriber",
                _("For the person who prescribes"),
                _("Questions and what you noticed, gathered here and printed on one page."),
            ),
            Door("paper_diary", _("A week's diary on paper"), _("The same questions, to fill in by hand.")),
        ),
        _("My group"): (
            Door("share", _("One page for the group"), _("To look at, to print and to bring along.")),
            Door(
                "group_file",
                _("A file for the group's sheet"),
                _("What your facilitator may use, without your name: you look at it first."),
            ),
            Door("remind", _("Reminders"), _("A file for your own calendar, which then reminds you.")),
            Door("group_day", _("When my group meets"), _("So that home shows what the week is about.")),
        ),
        _("Practices to bring in and pass on"): (
            Door(
                "take_in",
                _("Bring in a practice or a page"),
                _("What someone shared, or a page that is read aloud. You see it before it is kept."),
            ),
            Door(
                "pass_on",
                _("Pass a practice on"),
                _("Its words with their blanks, as a file. Your answers stay here."),
            ),
        ),
        _("For those who lead a group"): (
            Door(
                "group_sheet",
                _("The sheet of a group"),
                _("From a folder of members' files. Nobody can be picked out on it."),
            ),
            Door(
                "lead",
                _("Lead a room"),
                _("An exercise live, in big letters. L on home does the same. Your journal stays closed."),
            ),
        ),
    }


class MoreScreen(AppScreen[str | None]):
    """Gives the way chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m", "leave", _("Back")),
        Binding("h,f1", "app.help", _("Help")),
    ]

    def __init__(self, marked: str = "") -> None:
        """`marked`: the way of the entry that is marked; empty for the first."""
        super().__init__()
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Headings, and the entries under them."""
        yield Static(_("More"), classes="title")
        yield LineList(id="doors")
        yield Static(id="summary")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark an entry."""
        self._doors = {door.way: door for group in doors().values() for door in group}
        listed = self.query_one("#doors", OptionList)
        for heading, group in doors().items():
            listed.add_option(Option(Content.styled(heading, "bold $primary"), disabled=True))
            listed.add_options([Option(Content(f"  {door.label}"), id=door.way) for door in group])
        listed.highlighted = listed.get_option_index(self._marked) if self._marked else 1
        listed.focus()

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id is not None:
            self.query_one("#summary", Static).update(Content(self._doors[event.option_id].summary))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss(None)
