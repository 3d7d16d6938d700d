"""To the page for the group: choose what is on it, look at it, and only then make it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.days import weekday_and_day
from relaxapp.journal.export.group_page import GroupPage, in_plain_words
from relaxapp.paper.sizes import paper_of
from relaxapp.practice.group_pages import Choice, Range, notes, page, ranges
from relaxapp.practice.week import last_group
from relaxapp.translation import _
from relaxapp.ui.screens.share import ShareScreen, Wish
from relaxapp.ui.screens.tick import TickScreen
from relaxapp.ui.ways.page_made import page_looked_at

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

NOTES_LINE = 8
"""Where the notes stand in the list."""


async def share(app: "RelaxApp") -> None:
    """Choose, look, choose again, until it is made or the person goes back."""
    today, settings, store = app.services.now().date(), app.settings, app.services.store
    group = last_group(app.shelf.programme(), settings.first_session, settings.group_weekday, today)
    offered = ranges(group, today)
    choice, marked = Choice(), 0
    while True:
        asked = ShareScreen(offered, choice, lambda found: len(notes(store, found.first)), marked)
        told = await app.push_screen_wait(asked)
        if told is None:
            return
        choice, wish = told
        if wish is Wish.NOTES:
            choice, marked = await _choose_notes(app, offered[choice.range], choice), NOTES_LINE
        elif await _look(app, page(store, offered[choice.range].first, today, choice.sharing(), choice.name)):
            return


async def _choose_notes(app: "RelaxApp", found: Range, choice: Choice) -> Choice:
    kept = notes(app.services.store, found.first)
    lines = [(each.entry_id, f"{weekday_and_day(each.day)}: {' '.join(each.text.split())}") for each in kept]
    words = _("Only those you mark are on the page.") if kept else _("There are none in these days.")
    ticked = await app.push_screen_wait(TickScreen(_("Private notes"), words, lines, choice.notes))
    return choice if ticked is None else replace(choice, notes=ticked)


async def _look(app: "RelaxApp", whole: GroupPage) -> bool:
    """Whether it was made."""
    from relaxapp.journal.export.as_pdf import on_one_sheet, write

    paper = paper_of(app.settings.country)
    shown, _size = on_one_sheet(whole, paper)
    name = _("page-{day}.pdf").format(day=app.services.now().date().isoformat())
    return await page_looked_at(app, in_plain_words(shown), name, lambda path: write(whole, path, paper))
