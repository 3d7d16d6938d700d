"""From the list of the journal into one entry."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Entry
from relaxapp.practice.book import short_line
from relaxapp.practice.changing import answers_of, changeable, changed
from relaxapp.translation import _
from relaxapp.ui.screens.entry import DELETE, EntryScreen
from relaxapp.ui.screens.journal import JournalScreen
from relaxapp.ui.ways.ask_and_keep import ask_and_keep
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
        await _change(app, book, found, field)
    tell(app, _("Deleted. U brings it back until you leave the journal."))


async def _change(app: "RelaxApp", book: "Book", found: Entry, field: str) -> None:
    """One thing told anew; it stays as it was where the person went back."""

    def keep(after: Entry) -> None:
        if after != found:
            book.changes.change(found, after)

    title = short_line(found)
    if field == "heard_seconds":
        length = await how_long(app, title, found.minutes)
        if length is not None:
            keep(replace(found, heard_seconds=60 * length))
    elif field == "technique":
        kind = await of_which_kind(app, title, found.technique)
        if kind is not None:
            keep(replace(found, technique=kind, title=""))
    else:
        asked = next(asked for asked, _label in changeable(found) if asked.field == field)
        told = answers_of(found)
        await ask_and_keep(app, [asked], told, lambda answers: keep(changed(found, asked, answers)))


def tell(app: "RelaxApp", words: str) -> None:
    """A quiet line on the journal's screen."""
    if isinstance(app.screen, JournalScreen):
        app.screen.say(words)
        app.screen.show_again()
