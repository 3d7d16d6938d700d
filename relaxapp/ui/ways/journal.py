"""What was practised, and what is written down besides."""

from typing import TYPE_CHECKING

from relaxapp.practice.book import Book
from relaxapp.ui.screens.journal import JournalScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def journal(app: "RelaxApp") -> None:
    """Look at it and write in it; what was changed can be taken back until one leaves."""
    services = app.services
    book = Book(services.store, services.now(), app.settings, app.shelf.programme())
    await app.push_screen_wait(JournalScreen(book))
