"""The facilitator's own list of exercises led."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.days import short_day
from relaxapp.translation import _, ngettext
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from relaxapp.led.exercise import Exercise


class RoomLogScreen(HouseScreen["Exercise | None"]):
    """Gives the exercise that is to be noted on, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", _("Back"))]

    def __init__(self, exercises: "Sequence[Exercise]") -> None:
        super().__init__()
        self._exercises = {exercise.id: exercise for exercise in exercises}

    def compose(self) -> ComposeResult:
        """One line each, the newest first."""
        yield Static(_("Exercises led"), classes="title")
        if self._exercises:
            yield LineList(
                *[Option(Content(in_words(each)), id=each.id) for each in self._exercises.values()],
                id="all-practices",
            )
            yield Static(_("Enter: how many there were, and a note."), classes="quiet")
        else:
            yield Static(_("Nothing yet. What you lead is listed here; nothing is written in any journal."))
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._exercises[event.option_id or ""])

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def in_words(exercise: "Exercise") -> str:
    """Day, title, length, how many, note."""
    minutes = max(1, round(exercise.seconds / 60))
    told = [
        f"{short_day(exercise.began)} {exercise.began:%Y %H:%M}",
        exercise.title,
        ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes),
    ]
    if exercise.people is not None:
        told.append(
            ngettext("{people} person", "{people} people", exercise.people).format(people=exercise.people)
        )
    if exercise.note:
        told.append(exercise.note)
    return " · ".join(told)
