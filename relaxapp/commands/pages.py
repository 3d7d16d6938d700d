"""A text that is longer than the terminal, told a page at a time."""

import shutil
import sys

from relaxapp.commands.talking import answered, printable, tell_all
from relaxapp.translation import _
from relaxapp.wrapping import wrapped

FOR_THE_QUESTION = 2
"""Rows below a page that stay free."""


def tell_in_pages(text: str) -> None:
    """Print a text. On a terminal it waits after each page: Enter goes on, S goes to the end."""
    lines = printable(text).rstrip("\n").split("\n")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        tell_all(lines)
        return
    size = shutil.get_terminal_size((80, 24))
    rows = wrapped(lines, size.columns)
    page = max(1, size.lines - FOR_THE_QUESTION)
    for told in range(page, len(rows) + page, page):
        tell_all(rows[told - page : told])
        if told >= len(rows):
            return
        asked = _("-- {told} of {all} lines. Enter: more. S, then Enter: to the question. ")
        answer = answered(asked.format(told=told, all=len(rows)))
        if answer is None or answer.casefold().startswith(_("s")):
            return
