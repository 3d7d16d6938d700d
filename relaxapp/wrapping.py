"""Lines in rows of a terminal."""

import textwrap
from collections.abc import Sequence


def wrapped(lines: Sequence[str], columns: int) -> list[str]:
    """The lines in rows of the terminal, broken between words where there are any; white space goes there."""
    rows: list[str] = []
    for line in lines:
        rows += textwrap.wrap(line, max(1, columns), break_on_hyphens=False) or [""]
    return rows
