"""A label and its value in two columns; what is too long for its column goes on in the same column."""

from itertools import zip_longest
from textwrap import wrap

MARGINS = 5
"""Cells of the terminal beside the lines of a list: two on each side, and the scrollbar."""
GAP = 2
"""Cells between the columns."""
VALUE = 29
"""Cells that a value has at least, where the labels can do with the rest."""
LABEL = 34
"""Cells that the labels have at least, the gap among them."""


def label_width(labels: list[str], room: int) -> int:
    """The width of the column of labels in `room` cells, so that none wraps without need."""
    widest = max((len(label) for label in labels), default=0) + GAP
    return min(widest, max(LABEL, room - VALUE))


def in_columns(label: str, value: str, width: int, room: int) -> str:
    """`width`: that of the column of labels, the gap among it; `room`: that of both."""
    lines = zip_longest(wrap(label, width - GAP), wrap(value, max(1, room - width)), fillvalue="")
    return "\n".join(f"{left:<{width}}{right}".rstrip() for left, right in lines)
