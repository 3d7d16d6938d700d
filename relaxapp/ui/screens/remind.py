"""When the person's own calendar is to remind them, and in what words."""

from calendar import day_name
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from relaxapp.errors import RelaxError
from relaxapp.journal.export.reminders import Reminders, no_days, read_time, usual_words
from relaxapp.translation import _
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.one_line import OneLine
from relaxapp.ui.widgets.tick_list import TickList

USUAL_TIME = "08:00"


class RemindScreen(AppScreen[Reminders | None]):
    """Gives the reminders, or None where the person went back."""

    CSS_PATH = "remind.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", _("Make it"), priority=True),
        Binding("h,f1", "app.help", _("Help")),
        Binding("tab", "app.focus_next", _("Next")),
        Binding("escape", "leave", _("Back")),
    ]

    def compose(self) -> ComposeResult:
        """Times, days and words."""
        yield Static(_("Reminders"), classes="title")
        yield Static(
            _("A file for your own calendar, which then reminds you. Nothing is sent anywhere."),
            classes="quiet",
        )
        yield Static(_("At what times, with commas between:"))
        yield OneLine(USUAL_TIME, id="times", max_length=80, select_on_focus=False)
        yield TickList(id="weekdays")
        yield Static(_("What the calendar shows; others may see it:"))
        yield OneLine(usual_words(), id="shown-words", max_length=80, select_on_focus=False)
        yield Static(id="remind-notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Every day, at first."""
        days = [str(day) for day in range(7)]
        self.query_one(TickList).show_lines([(day, day_name[int(day)]) for day in days], days)
        self.query_one("#times").focus()

    @on(Input.Changed)
    @on(TickList.Ticked)
    def _quiet(self) -> None:
        self.query_one("#remind-notice", Static).update("")

    def action_done(self) -> None:
        """The reminders; what can't be read is told, and asked again."""
        try:
            self.dismiss(self._reminders())
        except RelaxError as error:
            self.query_one("#remind-notice", Static).update(Content(str(error)))

    def _reminders(self) -> Reminders:
        times = tuple(read_time(each) for each in self.query_one("#times", Input).value.split(","))
        days = frozenset(int(day) for day in self.query_one(TickList).ticked)
        if not days:
            raise no_days()
        words = self.query_one("#shown-words", Input).value.strip()
        return Reminders(times, days, words or usual_words())

    def action_leave(self) -> None:
        """Back; nothing was made."""
        self.dismiss(None)
