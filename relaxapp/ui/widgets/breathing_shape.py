"""One round shape that grows with the in-breath and shrinks with the out-breath."""

from functools import lru_cache
from math import sqrt
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

SMALLEST = 0.28
"""The radius at an empty breath, as a part of the largest: the shape never vanishes."""


@lru_cache(maxsize=512)
def circle_row(row: int, width: int, height: int, radius: float) -> str:
    """One row of cells of a filled circle, drawn with half blocks so that its pixels are about square.

    `radius` is in pixels: a cell is one pixel wide and two high.
    """
    middle = height - 0.5

    def half_width(pixel_row: int) -> int:
        distance = abs(pixel_row - middle)
        return round(sqrt(radius * radius - distance * distance)) if distance < radius else 0

    upper, lower = half_width(2 * row), half_width(2 * row + 1)
    both, either = min(upper, lower), max(upper, lower)
    edge = ("▀" if upper > lower else "▄") * (either - both)
    return (edge + "█" * (2 * both) + edge).center(width)


class BreathingShape(Widget):
    """Draws a circle whose size is the breath's level."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"breathing-shape--disc"}

    level: reactive[float | None] = reactive(None, repaint=False)
    """0 empty to 1 full; None while nothing paces the breath, which shows the shape at rest."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name for it
        super().__init__(id=id)
        self._drawn: tuple[int, int, int] | None = None

    def watch_level(self) -> None:
        """Repaint only where the circle differs by a pixel."""
        drawn = (self.size.width, self.size.height, self._radius())
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()

    def _radius(self) -> int:
        """In quarters of a pixel, so that equal pictures have equal keys."""
        largest = min(self.size.width / 2, self.size.height)
        level = 0.0 if self.level is None else self.level
        return round(4 * largest * (SMALLEST + (1 - SMALLEST) * level))

    def render_line(self, y: int) -> Strip:
        """One row of the circle."""
        width, height = self.size
        row = circle_row(y, width, height, self._radius() / 4)
        style: Style = self.get_component_rich_style("breathing-shape--disc")
        return Strip([Segment(row[:width], style)], min(len(row), width))
