"""From the list of the journal into one entry."""

from typing import TYPE_CHECKING

from relaxapp.practice.changing import answers_of, changeable, changed
from relaxapp.translation import _
from relaxapp.ui.screens.ask import AskScreen
from relaxapp.ui.screens.entry import DELETE, EntryScreen
from relaxapp.ui.screens.journal import JournalScreen

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
        asked = next(asked for asked, _label in changeable(found) if asked.field == field)
        answers = await app.push_screen_wait(AskScreen([asked], answers_of(found)))
        if answers is not None and changed(found, asked, answers) != found:
            book.changes.change(found, changed(found, asked, answers))
    tell(app, _("Deleted. U brings it back until you leave the journal."))


def tell(app: "RelaxApp", words: str) -> None:
    """A quiet line on the journal's screen."""
    if isinstance(app.screen, JournalScreen):
        app.screen.say(words)
        app.screen.show_again()
