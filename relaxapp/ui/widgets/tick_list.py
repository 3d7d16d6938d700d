"""Lines to mark, any number of them; a mark is seen without colour."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relaxapp.translation import _
from relaxapp.ui.widgets.line_list import LineList

GO_ON = "go on ="
"""The key of the line that goes on; no line that is marked has it."""


class TickList(LineList):
    """Space, Enter or a click marks a line, and unmarks it.

    Where Enter is not the screen's own key, a first line goes on: who presses Enter at once marks nothing
    unseen. Space only marks, and does nothing on that line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", _("Mark"))]

    class Ticked(Message):
        """A line was marked or unmarked."""

    class GoOn(Message):
        """The line that goes on was chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name for it
        super().__init__(id=id)
        self._words_of: dict[str, str] = {}
        self._keys_ticked: set[str] = set()

    def show_lines(self, lines: Sequence[tuple[str, str]], ticked: Collection[str], go_on: str = "") -> None:
        """Show lines, each a key with its words; those whose keys are in `ticked` are marked.

        `go_on`: the words of a first line that goes on; empty where there is none.
        """
        self._words_of = dict(lines)
        self._keys_ticked = set(ticked)
        self.clear_options()
        if go_on:
            self.add_option(Option(Content(go_on), id=GO_ON))
        self.add_options([Option(self._prompt(key), id=key) for key in self._words_of])
        self.highlighted = 0 if self.options else None

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the marked lines, from top to bottom."""
        return tuple(key for key in self._words_of if key in self._keys_ticked)

    def _prompt(self, key: str) -> Content:
        mark = "[x]" if key in self._keys_ticked else "[ ]"
        return Content(f"{mark} {self._words_of[key]}")

    def action_mark(self) -> None:
        """Mark the line, or unmark it; the line that goes on can't be marked."""
        option = self.highlighted_option
        if option is not None and option.id != GO_ON:
            self.action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark the line, or unmark it; or go on."""
        event.stop()
        key = event.option_id or ""
        if key == GO_ON:
            self.post_message(self.GoOn())
            return
        self._keys_ticked ^= {key}
        self.replace_option_prompt(key, self._prompt(key))
        self.post_message(self.Ticked())
