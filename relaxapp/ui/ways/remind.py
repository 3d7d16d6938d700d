"""Reminders for the person's own calendar."""

from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.errors import FileError
from relaxapp.journal.export.reminders import write
from relaxapp.paper import viewer
from relaxapp.translation import _
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.screens.remind import RemindScreen
from relaxapp.writing import free

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def remind(app: "RelaxApp") -> None:
    """Ask when, write the file, and open it with the calendar of this computer."""
    wanted = await app.push_screen_wait(RemindScreen())
    if wanted is None:
        return
    path = free(locations.documents() / _("reminders.ics"))
    write(wanted, app.services.now(), path)
    try:
        viewer.show(path)
        words = _(
            "Your calendar opens it and asks whether to take it in. "
            "For a calendar elsewhere, take the file there:\n{path}"
        )
    except FileError:
        words = _(
            "Nothing here opens such a file by itself. "
            "Take it to your calendar, on this computer or elsewhere, and let it be taken in there:\n{path}"
        )
    undone = _(
        "To end the reminders, delete them in your calendar. To change the times, make a new file after that."
    )
    await app.push_screen_wait(
        ReadingScreen(_("Your reminders are made"), f"{words.format(path=path)}\n{undone}")
    )
