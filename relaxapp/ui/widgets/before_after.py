"""Ratings before and after each practice, as a plot that needs no colour: a ring, a line, a dot."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from relaxapp.days import short_day
from relaxapp.practice.book import Pair

BEFORE, AFTER, SAME, BETWEEN, FAINT = "○", "●", "◉", "│", "·"
HIGHEST = 10
MARGIN = 3
"""The width of the numbers at the left."""
STEP = 2
"""The width of one practice."""


class BeforeAfterPlot(Widget):
    """The newest practices there is room for, from left to right; 10 is at the top."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"plot--mark", "plot--quiet"}

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._pairs: Sequence[Pair] = ()

    def show_pairs(self, title: str, pairs: Sequence[Pair]) -> None:
        """Show them, oldest first."""
        self._title, self._pairs = title, pairs
        self.refresh()

    @property
    def _shown(self) -> Sequence[Pair]:
        room = max(1, (self.size.width - MARGIN) // STEP)
        return self._pairs[-room:]

    def render_line(self, y: int) -> Strip:
        """The title, eleven lines from 10 to 0, and the days of the first and the last."""
        mark = self.get_component_rich_style("plot--mark")
        quiet = self.get_component_rich_style("plot--quiet")
        width = self.size.width
        if y == 0:
            return Strip([Segment(self._title, mark)]).adjust_cell_length(width, quiet)
        if y <= HIGHEST + 1:
            number = HIGHEST + 1 - y
            row = rows(self._shown)[y - 1]
            cells = [Segment(sign, quiet if sign == FAINT else mark) for sign in row]
            return Strip([Segment(f"{number:>2} ", quiet), *cells]).adjust_cell_length(width, quiet)
        if y == HIGHEST + 2:
            return Strip([Segment(self._days(), quiet)]).adjust_cell_length(width, quiet)
        return Strip.blank(width, quiet)

    def _days(self) -> str:
        shown = self._shown
        if not shown:
            return ""
        first, last = short_day(shown[0].day), short_day(shown[-1].day)
        across = max(len(shown) * STEP - 1, len(first))
        room = across - len(first) - len(last)
        between = " " * room if room > 0 else None
        return " " * MARGIN + (first if between is None else f"{first}{between}{last}")


def rows(pairs: Sequence[Pair]) -> list[str]:
    """The plot from 10 at the top to 0, a column for each practice."""
    return [" ".join(_sign(pair, number) for pair in pairs) for number in range(HIGHEST, -1, -1)]


def _sign(pair: Pair, number: int) -> str:
    if number == pair.before == pair.after:
        return SAME
    if number == pair.before:
        return BEFORE
    if number == pair.after:
        return AFTER
    low, high = sorted((pair.before, pair.after))
    if low < number < high:
        return BETWEEN
    return FAINT if number % 5 == 0 else " "
