"""A line to ask or tell in the next session of the group."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.journal import by_hand
from relaxapp.practice.questions import OpenLine
from relaxapp.translation import _
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
from relaxapp.ui.ways.one_of_these import keep, one_of_these
from relaxapp.ui.ways.which_day import DAYS_BACK

if TYPE_CHECKING:
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp


async def for_the_group(app: "RelaxApp", book: "Book") -> bool:
    """A new line, or one since the last group; an emptied one goes away. Whether anything was changed."""
    since = book.group or book.today - timedelta(days=DAYS_BACK)
    written = app.services.store.questions(since=since)
    title = _("Something to ask or tell in the group")
    before = await one_of_these(app, title, _("Write a new line"), written, lambda each: each.text)
    if before is False:
        return False
    line = OpenLine(
        "text",
        _("What would you like to ask or tell in the group?"),
        _("It comes on your page for the group."),
        "read_out",
    )
    held = {"text": "", "read_out": False}
    if before is not None:
        held = {"text": before.text, "read_out": before.read_out}

    def kept(answers: dict[str, object]) -> bool:
        text, read_out = str(answers["text"]), bool(answers["read_out"])
        if not text:
            return keep(book, before, None)
        if before is None:
            return keep(book, None, by_hand.group_question(app.services.now(), text, read_out=read_out))
        return keep(book, before, replace(before, text=text, read_out=read_out))

    return bool(await ask_and_keep(app, [line], held, kept))
