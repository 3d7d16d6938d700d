"""What was practised."""

from typing import TYPE_CHECKING

from relaxapp.journal.export.as_text import full_text, line
from relaxapp.ui.screens.journal import JournalScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

MOST_LISTED = 500


async def journal(app: "RelaxApp") -> None:
    """The newest practices, each whole when it is opened."""
    entries = app.services.store.entries(limit=MOST_LISTED)
    await app.push_screen_wait(JournalScreen([(line(entry), full_text(entry)) for entry in entries]))
