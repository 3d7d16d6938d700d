"""A rating from 0 to 10: digits and arrows move a mark that is seen without colour, too."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relaxapp.practice.questions import Mark

LOWEST, HIGHEST = 0, 10
CELLS = 5
"""Width of one number in cells; eleven of them fit 60 columns."""


class ScaleBar(Widget, can_focus=True):
    """Eleven numbers in a row, one of them marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale-bar--number", "scale-bar--marked"}

    mark: reactive[Mark] = reactive(Mark())
    """Where the mark stands."""

    class Moved(Message):
        """The mark was moved or cleared."""

        def __init__(self, mark: Mark) -> None:
            super().__init__()
            self.mark = mark

    def watch_mark(self, mark: Mark) -> None:
        """Tell the screen."""
        self.post_message(self.Moved(mark))

    def on_key(self, event: events.Key) -> None:
        """Digits set the mark, arrows move it, Backspace clears it."""
        if event.character is not None and event.character in "0123456789":
            self.mark = self.mark.typed(event.character)
        elif event.key in ("left", "right"):
            self.mark = self.mark.moved(-1 if event.key == "left" else 1)
        elif event.key in ("backspace", "delete"):
            self.mark = self.mark.cleared()
        else:
            return
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click on a number marks it."""
        number = (event.x - self._left()) // CELLS
        if LOWEST <= number <= HIGHEST:
            self.mark = Mark(number)

    def _left(self) -> int:
        return max(0, (self.size.width - CELLS * (HIGHEST + 1)) // 2)

    def render_line(self, y: int) -> Strip:
        """The numbers, the marked one in brackets."""
        if y != 0:
            return Strip.blank(self.size.width)
        plain = self.get_component_rich_style("scale-bar--number")
        marked = self.get_component_rich_style("scale-bar--marked")
        segments = [Segment(" " * self._left(), plain)]
        for number in range(LOWEST, HIGHEST + 1):
            if number == self.mark.value:
                segments.append(Segment(f"[{number}]".center(CELLS), marked))
            else:
                segments.append(Segment(str(number).center(CELLS), plain))
        return Strip(segments).adjust_cell_length(self.size.width, plain)
