"""A text that is longer than the terminal, told a page at a time."""

import shutil
import sys
from collections.abc import Iterator, Sequence

from relaxapp.commands.talking import answered, printable, tell_all
from relaxapp.translation import _

FOR_THE_QUESTION = 2
"""Rows below a page that stay free."""


def tell_in_pages(text: str) -> None:
    """Print a text. On a terminal it waits after each page: Enter goes on, S goes to the end."""
    lines = printable(text).rstrip("\n").split("\n")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        tell_all(lines)
        return
    size = shutil.get_terminal_size((80, 24))
    told = 0
    for page in pages(lines, size.columns, size.lines - FOR_THE_QUESTION):
        tell_all(page)
        told += len(page)
        if told == len(lines):
            return
        asked = _("-- {told} of {all} lines. Enter: more. S, then Enter: to the question. ")
        answer = answered(asked.format(told=told, all=len(lines)))
        if answer is None or answer.casefold().startswith(_("s")):
            return


def pages(lines: Sequence[str], columns: int, rows: int) -> Iterator[Sequence[str]]:
    """The lines in pages of at most so many rows; a line that is wider than a row takes several."""
    page: list[str] = []
    free = rows
    for line in lines:
        takes = max(1, -(-len(line) // max(1, columns)))
        if page and takes > free:
            yield page
            page, free = [], rows
        page.append(line)
        free -= takes
    if page:
        yield page
