"""From the list of the journal into one entry."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Entry
from relaxapp.practice.book import short_line
from relaxapp.practice.changing import answers_of, changeable, changed
from relaxapp.translation import _
from relaxapp.ui.screens.ask import AskScreen
from relaxapp.ui.screens.entry import DELETE, EntryScreen
from relaxapp.ui.screens.journal import JournalScreen
from relaxapp.ui.ways.without_app import how_long, of_which_kind

if TYPE_CHECKING:
    from relaxapp.practice.book import Book
    from relaxapp.ui.app import RelaxApp


async def entry(app: "RelaxApp", book: "Book", entry_id: str) -> None:
    """Look at it, change it or delete it; the book can take that back."""
    field = ""
    while (found := app.services.store.entry(entry_id)) is not None:
        wanted = await app.push_screen_wait(EntryScreen(found, field))
        if wanted is None:
            return
        if wanted == DELETE:
            book.changes.delete(found)
            break
        field = wanted
        after = await _changed(app, found, field)
        if after != found:
            book.changes.change(found, after)
    tell(app, _("Deleted. U brings it back until you leave the journal."))


async def _changed(app: "RelaxApp", found: Entry, field: str) -> Entry:
    """The entry with one thing told anew; as it was where the person went back."""
    title = short_line(found)
    if field == "heard_seconds":
        length = await how_long(app, title, round(found.heard_seconds / 60))
        return found if length is None else replace(found, heard_seconds=60 * length)
    if field == "technique":
        kind = await of_which_kind(app, title, found.technique)
        return found if kind is None else replace(found, technique=kind, title="")
    asked = next(asked for asked, _label in changeable(found) if asked.field == field)
    answers = await app.push_screen_wait(AskScreen([asked], answers_of(found)))
    return found if answers is None else changed(found, asked, answers)


def tell(app: "RelaxApp", words: str) -> None:
    """A quiet line on the journal's screen."""
    if isinstance(app.screen, JournalScreen):
        app.screen.say(words)
        app.screen.show_again()
