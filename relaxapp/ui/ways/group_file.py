"""A member's file for the sheet of the group: choose what is in it, look at it, and only then make it."""

from typing import TYPE_CHECKING

from relaxapp import locations
from relaxapp.journal.export import as_json
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.sharing import labels
from relaxapp.practice.group_file import CHOICES, sharing_of, told
from relaxapp.practice.group_pages import ranges
from relaxapp.practice.week import last_group
from relaxapp.translation import _
from relaxapp.ui.screens.preview import PreviewScreen
from relaxapp.ui.screens.reading import ReadingScreen
from relaxapp.ui.screens.tick import TickScreen
from relaxapp.writing import free

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def group_file(app: "RelaxApp") -> None:
    """Choose, look, choose again, until it is made or the person goes back."""
    now, settings, store = app.services.now(), app.settings, app.services.store
    group = last_group(app.shelf.programme(), settings.first_session, settings.group_weekday, now.date())
    days = ranges(group, now.date())[0]
    words = labels()
    chosen = frozenset(str(each) for each in CHOICES)
    while True:
        asked = TickScreen(
            _("A file for the group's sheet"),
            _("What is in it, {days}:").format(days=days.words),
            [(str(each), words[each]) for each in CHOICES],
            chosen,
        )
        ticked = await app.push_screen_wait(asked)
        if ticked is None:
            return
        chosen = ticked
        sections = told(gather(store, sharing_of(chosen), now, days.first))
        if await app.push_screen_wait(PreviewScreen(sections, can_print=False)) is not None:
            break
    name = _("for-the-group-{day}.json").format(day=now.date().isoformat())
    path = free(locations.documents() / name)
    as_json.write(gather(store, sharing_of(chosen), now, days.first), path)
    made = _(
        "Give this file to your facilitator, on a stick or by a message that only they can read:\n{path}"
    )
    await app.push_screen_wait(ReadingScreen(_("Your file is made"), made.format(path=path)))
