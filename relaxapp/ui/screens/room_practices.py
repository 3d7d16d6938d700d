"""Which practice to lead: the list, in which a letter jumps to the next title that begins with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.screens.house_screen import HouseScreen
from relaxapp.ui.widgets.key_line import KeyLine
from relaxapp.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from relaxapp.words.script import Script

LED = "exercises led"
"""The line that leads to the facilitator's own list."""


class RoomPracticesScreen(HouseScreen[str | None]):
    """Gives the id of the practice chosen, `LED`, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", _("Back"))]

    def __init__(self, scripts: "Sequence[Script]", marked: str = "") -> None:
        """`marked`: the id of the practice that was led last."""
        super().__init__()
        self._scripts = {script.id: script for script in scripts}
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Every practice, and what was led."""
        yield Static(_("Lead a room"), classes="title")
        yield LineList(
            *[Option(Content(script.title), id=script.id) for script in self._scripts.values()],
            Option(_("Exercises led …"), id=LED),
            id="all-practices",
        )
        yield Static(id="summary")
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the one led last, or the first."""
        listed = self.query_one(OptionList)
        ids = [*self._scripts]
        listed.highlighted = ids.index(self._marked) if self._marked in self._scripts else 0
        listed.focus()

    def on_key(self, event: events.Key) -> None:
        """A letter jumps on to the next title that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        event.stop()
        listed = self.query_one(OptionList)
        titles = [script.title.casefold() for script in self._scripts.values()]
        here = listed.highlighted or 0
        order = [*range(here + 1, len(titles)), *range(min(here + 1, len(titles)))]
        listed.highlighted = next((at for at in order if titles[at].startswith(letter)), here)

    @on(OptionList.OptionHighlighted)
    def _describe(self, event: OptionList.OptionHighlighted) -> None:
        told = _("The list of what you led, which is yours alone.")
        if event.option_id in self._scripts:
            told = self._scripts[event.option_id].summary
        self.query_one("#summary", Static).update(Content(told))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)
