"""What was practised, and what is written down besides."""

from typing import TYPE_CHECKING

from relaxapp.practice.book import Book
from relaxapp.translation import _
from relaxapp.ui.screens.journal import JournalScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.ways.forget import elsewhere

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


WHO_CAN_READ = "who can read"
"""Who can read the journal, told once."""


def _who_can_read() -> str:
    return _(
        "It lies in one file in your own folder, and nothing is sent anywhere.\n\n"
        "Others who use this computer with a login of their own can't open it. "
        "Whoever uses the same login as you can read it.\n\n"
        "F in the journal forgets what you choose. A note that you write for its own sake is let go by Down, "
        "and kept nowhere. Help tells this again."
    )


async def journal(app: "RelaxApp") -> None:
    """Look at it and write in it; what was changed can be taken back until one leaves."""
    if WHO_CAN_READ not in app.settings.offers:
        await app.push_screen_wait(ReadingScreen(_("Your journal is yours"), _who_can_read()))
        app.offered(WHO_CAN_READ)
    services = app.services
    book = Book(services.store, services.now(), app.settings, app.shelf.programme())
    await app.push_screen_wait(JournalScreen(book))
    gone = book.changes.deleted
    if gone:
        left = await elsewhere(lambda copy: copy.delete(*gone))
        if left:
            await app.push_screen_wait(ReadingScreen(_("Journal"), left))
